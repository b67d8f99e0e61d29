package press.parallel.press;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import press.parallel.bench.Mode;
import press.parallel.bench.Workload;
import press.parallel.politeness.Manners;

/**
 * How the press goes about its requests. As the settings say, but for {@code bench}, which also measures the ways that a press should not
 * go. Safe for use by many threads; changed only between two runs.
 */
final class Pace {
    /** What a bench asks for. */
    private record Trial(Mode mode, Workload workload) {}

    /** Null: as the settings say. */
    private volatile @Nullable Trial trial;

    /** From now on requests go like this, whatever the settings say. */
    void set(Mode mode, Workload workload) {
        trial = new Trial(mode, workload);
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
                return now.mode() == Mode.POLITE ? now.workload().interval(domain) : Duration.ZERO;
            }

            @Override
            public int inFlight(String domain) {
                Trial now = trial;
                return now != null && now.mode() == Mode.UNSAFE ? Integer.MAX_VALUE : house.inFlight(domain);
            }

            @Override
            public String source(String domain) {
                return trial == null ? house.source(domain) : "setting";
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
