package press.parallel.routes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the route files: {@code *.camel.yaml} of a folder or, where there is no such folder, those inside the program.
 *
 * <p>What editors leave beside a file (locks and backups that begin with a dot) is passed over. Keeps no state; safe for use by
 * many threads.
 */
public final class RouteFiles {
    private static final String SUFFIX = ".camel.yaml";
    /** The desks, by name, since neither a native program nor every class loader can list a folder of its resources. */
    private static final List<String> PACKAGED =
            List.of("press", "fetcher", "politeness", "editor", "enhancer", "pictures", "printer", "auditor", "errors");

    private final Path folder;
    private final ClassLoader packaged;

    /** @param folder where the route files stand, usually {@code routes} */
    public RouteFiles(Path folder) {
        this(folder, RouteFiles.class.getClassLoader());
    }

    RouteFiles(Path folder, ClassLoader packaged) {
        this.folder = folder;
        this.packaged = packaged;
    }

    Path folder() {
        return folder;
    }

    /** Whether the folder stands on disk now, so that its files are used and not the packaged ones. */
    boolean onDisk() {
        return Files.isDirectory(folder);
    }

    /**
     * Reads every file anew.
     *
     * @return by file name; empty when the folder has no route file. Bytes that are not UTF-8 are replaced by U+FFFD
     * @throws IOException if a file went away, or may not be read, while it was looked at
     */
    SortedMap<String, RouteText> read() throws IOException {
        return onDisk() ? readFolder() : readPackaged();
    }

    private SortedMap<String, RouteText> readFolder() throws IOException {
        SortedMap<String, RouteText> texts = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (!name.startsWith(".") && Files.isRegularFile(file)) {
                    long modified = Files.getLastModifiedTime(file).toMillis();
                    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    texts.put(name, new RouteText(name, label(file), text, modified));
                }
            }
        }
        return texts;
    }

    /** Windows paths too are shown with slashes, so that a colon in a label always parts a scheme. */
    private static String label(Path file) {
        return file.toString().replace('\\', '/');
    }

    private SortedMap<String, RouteText> readPackaged() throws IOException {
        SortedMap<String, RouteText> texts = new TreeMap<>();
        for (String desk : PACKAGED) {
            String name = desk + SUFFIX;
            try (InputStream in = packaged.getResourceAsStream("routes/" + name)) {
                if (in != null) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    texts.put(name, new RouteText(name, "classpath:routes/" + name, text, 0));
                }
            }
        }
        return texts;
    }
}
