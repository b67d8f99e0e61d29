package press.parallel.cli;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs {@link Shell} in Quarkus. The exit status goes to Quarkus's default handler, which ends the process in the program and does
 * not in dev mode and tests.
 */
final class QuarkusLauncher implements Launcher {
    @Override
    public int launch(Invocation invocation, Console console, String... args) {
        AtomicInteger status = new AtomicInteger();
        Quarkus.run(
                Shell.class,
                (code, fault) -> {
                    if (fault != null) {
                        Failure.tell(console, "the press could not start", fault, invocation.debug());
                    }
                    status.set(code);
                    ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, fault);
                },
                args);
        return status.get();
    }
}
