package press.parallel.bench;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be measured.
 *
 * @param scenario null: what {@code feeds} says
 * @param feeds invented feeds; 0: the feed list of the settings
 * @param domains that the invented feeds are spread over
 * @param zipf whether few domains have many of them, else all the same number
 * @param interval of the domains that are spaced; null: 2 s
 * @param modes in the order of the columns
 */
public record BenchOrder(
        @Nullable Scenario scenario,
        int feeds,
        int domains,
        boolean zipf,
        @Nullable Duration interval,
        List<Mode> modes) {
    public BenchOrder {
        modes = List.copyOf(modes);
    }

    /** Whether the feeds are invented, so that sections and feed list are not those of the settings. */
    public boolean invents() {
        return scenario != null || feeds > 0;
    }
}
