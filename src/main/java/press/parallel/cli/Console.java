package press.parallel.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where the command line writes, always in UTF-8: results on {@code out}, all else on {@code err}.
 *
 * @param live whether {@code err} is a terminal that can rewrite its last line
 * @param width of that terminal, in columns
 */
record Console(PrintStream out, PrintStream err, boolean live, int width) {
    private static final int USUAL_WIDTH = 80;
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    /** Control characters of ASCII and of Latin-1, and those that turn the direction of text. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]+");

    /** The process's own streams. */
    static Console ofProcess() {
        return new Console(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                isTerminal() && canRewrite(System.getenv()),
                width(System.getenv()));
    }

    /** One line on {@code err}. Line breaks and control characters of strangers become blanks. */
    void say(String line) {
        err.println(clean(line));
    }

    /** Without the characters that could steer a terminal; any white space is one blank. */
    static String clean(String text) {
        return WHITE_SPACE.matcher(harmless(text)).replaceAll(" ").strip();
    }

    /** With a blank for characters that could steer a terminal, or turn the direction of what follows; other blanks stay. */
    static String harmless(String text) {
        return STEERING.matcher(text).replaceAll(" ");
    }

    /** Whether this environment wants plain text: {@code NO_COLOR} is set, or {@code TERM} is {@code dumb}. */
    static boolean canRewrite(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** {@code $COLUMNS} where it is a sensible number, else 80. */
    static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[0-9]{2,4}") ? Math.max(20, Integer.parseInt(columns)) : USUAL_WIDTH;
    }

    /** Linux tells what descriptor 2 is; {@link System#console} speaks of the other two and stands in elsewhere. */
    private static boolean isTerminal() {
        Path descriptor = Path.of("/proc/self/fd/2");
        if (!Files.exists(Path.of("/proc/self/fd"))) {
            return System.console() != null;
        }
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
