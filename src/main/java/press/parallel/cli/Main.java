package press.parallel.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import press.parallel.Settings;
import press.parallel.cli.SettingsLoader.Loaded;
import press.parallel.enhancer.SiteRules;

/**
 * The program. What needs no runtime ends here, before Quarkus starts: help, version, wrong usage, wrong settings, and what
 * {@code feed} and {@code article} make of files.
 *
 * <p>No {@code @QuarkusMain}: the annotation would switch off the start of the Camel runtime when the program is built.
 */
public final class Main {
    private final Console console;
    private final FileCommands files;
    private final Launcher launcher;
    private final Path folder;
    private final Properties system;
    private final Map<String, String> environment;

    /**
     * @param files {@code feed} and {@code article} on files
     * @param launcher starts what needs the runtime
     * @param folder the program is called in
     * @param system properties to read and to set
     * @param environment variables
     */
    Main(
            Console console,
            FileCommands files,
            Launcher launcher,
            Path folder,
            Properties system,
            Map<String, String> environment) {
        this.console = console;
        this.files = files;
        this.launcher = launcher;
        this.folder = folder;
        this.system = system;
        this.environment = Map.copyOf(environment);
    }

    public static void main(String... args) {
        Main main = new Main(
                Console.ofProcess(),
                FileCommands.OF_THE_DESKS,
                new QuarkusLauncher(),
                Path.of(""),
                System.getProperties(),
                System.getenv());
        int status = main.run(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Does what {@code args} ask for.
     *
     * @return exit status: 0 done, 1 could not, 2 wrong usage or settings
     */
    int run(String... args) {
        Usage.Read read = Usage.read(console, args);
        Invocation invocation = read.invocation();
        if (invocation == null) {
            return read.exit();
        }
        if (invocation.verb().needsNoSettings()) {
            return new Answers(console, files).answer(invocation.verb(), invocation.debug());
        }
        SystemProperties properties = new SystemProperties(system);
        properties.set(invocation);
        Loaded loaded = SettingsLoader.load(folder, invocation.paper(), texts(system), environment);
        Settings settings = loaded.settings();
        if (settings == null) {
            loaded.problems().forEach(console::say);
            return 2;
        }
        if (invocation.verb() instanceof Verb.Feeds feeds) {
            return new FeedListing(console).show(settings, folder, feeds.export());
        }
        if (!invocation.verb().needsRuntime()) {
            SiteRules rules = SiteRules.of(settings.enhancer());
            return new Answers(console, files, rules).answer(invocation.verb(), invocation.debug());
        }
        if (invocation.verb() instanceof Verb.Serve && !isFree(settings.serve().port())) {
            console.say("press.serve.port: expected a free port on 127.0.0.1, but "
                    + settings.serve().port()
                    + " is in use by another program; stop it, or set another as with -Dpress.serve.port=8481");
            return 1;
        }
        if (invocation.verb() instanceof Verb.Bench bench) {
            try {
                properties.set(bench, BenchFolder.make(bench.order()), settings.sections());
            } catch (IOException e) {
                Failure.tell(console, "no place to measure in", e, invocation.debug());
                return 1;
            }
        }
        properties.handOver(invocation.verb(), settings.paper(), loaded.handOver());
        if (invocation.verb().prints() && ProgressDisplay.isLive(invocation.progress(), console)) {
            properties.keepLogOffTheLiveLine(loaded.others());
        }
        return launcher.launch(invocation, console, args);
    }

    private static Map<String, String> texts(Properties properties) {
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
        return texts;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
