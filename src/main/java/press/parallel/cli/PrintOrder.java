package press.parallel.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One edition, as ordered on the command line.
 *
 * @param deadline of this run; null: {@code press.edition.deadline}
 * @param output folder of this run's editions; null: {@code press.printer.output}. When given, the setting says the same
 * @param demo against the built-in newsstand instead of the web
 */
public record PrintOrder(
        @Nullable Duration deadline, @Nullable Path output, boolean demo) {}
