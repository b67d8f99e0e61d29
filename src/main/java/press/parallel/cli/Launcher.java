package press.parallel.cli;

/** Starts the runtime for one call and returns its exit status when it has ended. */
@FunctionalInterface
interface Launcher {
    int launch(Invocation invocation, Console console, String... args);
}
