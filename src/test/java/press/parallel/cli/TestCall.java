package press.parallel.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One call of the program with captured streams and a launcher that only notes what it should start. */
final class TestCall {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Properties system = new Properties();
    private final Path folder;
    private Map<String, String> environment = Map.of();
    private FileCommands.Feeds feeds = (files, manifest, url, type) -> {
        throw new AssertionError("no saved feeds here");
    };
    private List<String> unread = List.of();
    private boolean live;
    private int launcherStatus;
    private int status = -1;
    private Invocation launched;

    TestCall(Path folder) {
        this.folder = folder;
    }

    TestCall files(FileCommands.Feeds reader) {
        this.feeds = reader;
        return this;
    }

    /** What the reader of saved pages could not read. */
    TestCall unread(String... sentences) {
        this.unread = List.of(sentences);
        return this;
    }

    TestCall environment(Map<String, String> variables) {
        this.environment = variables;
        return this;
    }

    Map<String, String> environment() {
        return environment;
    }

    TestCall live() {
        this.live = true;
        return this;
    }

    TestCall launcherStatus(int code) {
        this.launcherStatus = code;
        return this;
    }

    Console console() {
        return new Console(print(out), print(err), live, 80);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    TestCall run(String... arguments) {
        FileCommands files = new FileCommands(feeds, (paths, url, rules, output) -> {
            output.write(("{\"pages\" : " + paths.size() + "}").getBytes(StandardCharsets.UTF_8));
            return unread;
        });
        Launcher launcher = (invocation, console, args) -> {
            launched = invocation;
            return launcherStatus;
        };
        status = new Main(console(), files, launcher, folder, system, environment).run(arguments);
        return this;
    }

    int status() {
        return status;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** What the launcher was to start; null: nothing. */
    Invocation launched() {
        return launched;
    }

    Verb launchedVerb() {
        if (launched == null) {
            throw new AssertionError("nothing was launched; standard error: " + err());
        }
        return launched.verb();
    }

    Map<String, String> system() {
        return system.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, system::getProperty, (a, b) -> a, TreeMap::new));
    }
}
