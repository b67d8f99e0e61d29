package press.parallel.newsstand;

import java.time.Duration;
import java.util.Map;

/**
 * How the newsstand behaves.
 *
 * @param speed latencies are divided by it; 1 is the speed of the real web
 * @param strictness smallest gap between two requests by registrable domain, sub-domains included; what comes sooner gets 429, but for
 *     the moments by which the newsstand itself may read a request late. Not divided by the speed
 * @param elsewhere the same for every other domain; zero: any pace is welcome
 */
public record Options(double speed, Map<String, Duration> strictness, Duration elsewhere) {
    public Options {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("newsstand speed: expected more than 0, but was " + speed);
        }
        strictness = Map.copyOf(strictness);
    }

    /** As the real web was measured: reddit.com wants 2 s between requests, the others want nothing. */
    public static Options usual() {
        return new Options(1, Map.of("reddit.com", Duration.ofSeconds(2)), Duration.ZERO);
    }

    /** The usual web at another speed and with another interval at reddit.com, for tests. */
    public static Options quick(double speed, Duration interval) {
        return new Options(speed, Map.of("reddit.com", interval), Duration.ZERO);
    }

    /** The same, but every domain is as strict as {@code interval}. */
    public Options strictEverywhere(Duration interval) {
        return new Options(speed, Map.of(), interval);
    }
}
