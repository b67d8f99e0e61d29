package press.parallel.cli;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.Dependent;
import java.util.Objects;
import press.parallel.Settings;

/** Does inside Quarkus what {@link Main} found in the arguments. */
@Dependent
@Unremovable
public final class Shell implements QuarkusApplication {
    private final Runtime runtime;
    private final Settings settings;

    public Shell(Runtime runtime, Settings settings) {
        this.runtime = runtime;
        this.settings = settings;
    }

    @Override
    public int run(String... args) {
        Console console = Console.ofProcess();
        Invocation invocation = Objects.requireNonNull(Usage.read(console, args).invocation());
        Session session = new Session(
                console,
                runtime,
                FileCommands.OF_THE_DESKS,
                invocation,
                settings.serve().port(),
                Quarkus::waitForExit);
        Thread stopper = new Thread(session::stop, "stop");
        java.lang.Runtime process = java.lang.Runtime.getRuntime();
        process.addShutdownHook(stopper);
        try {
            return session.run();
        } finally {
            if (!session.isStopped()) {
                letGo(process, stopper);
            }
        }
    }

    private static void letGo(java.lang.Runtime process, Thread stopper) {
        try {
            process.removeShutdownHook(stopper);
        } catch (IllegalStateException e) {
            // The process is ending already and the hook is about to run.
        }
    }
}
