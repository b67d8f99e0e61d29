package press.parallel.press;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.parallel.bench.Mode;
import press.parallel.politeness.Manners;

/**
 * How the press goes about its requests. As the settings say, but for {@code bench}, which also measures the ways that a press should not
 * go. Safe for use by many threads; changed only between two runs.
 */
final class Pace {
    /**
     * What a bench asks for.
     *
     * @param intervals of the domains that are spaced
     * @param elsewhere the interval of all others
     */
    private record Trial(Mode mode, Map<String, Duration> intervals, Duration elsewhere) {}

    /** Null: as the settings say. */
    private volatile @Nullable Trial trial;

    /** From now on requests go like this, whatever the settings say. */
    void set(Mode mode, Map<String, Duration> intervals, Duration elsewhere) {
        trial = new Trial(mode, Map.copyOf(intervals), elsewhere);
    }

    /** Whether domains are given their time; otherwise nothing is fetched ahead either. */
    boolean isPolite() {
        Trial now = trial;
        return now == null || now.mode() == Mode.POLITE;
    }

    /** The manners of the house, while nothing else is measured. */
    Manners over(Manners house) {
        return new Manners() {
            @Override
            public Duration interval(String domain) {
                Trial now = trial;
                if (now == null) {
                    return house.interval(domain);
                }
                return now.mode() == Mode.POLITE
                        ? now.intervals().getOrDefault(domain, now.elsewhere())
                        : Duration.ZERO;
            }

            @Override
            public int inFlight(String domain) {
                Trial now = trial;
                return now != null && now.mode() == Mode.UNSAFE ? Integer.MAX_VALUE : house.inFlight(domain);
            }

            @Override
            public boolean obeysRefusals() {
                return isPolite() && house.obeysRefusals();
            }

            @Override
            public Duration margin() {
                return house.margin();
            }

            @Override
            public Duration gather() {
                return house.gather();
            }
        };
    }
}
