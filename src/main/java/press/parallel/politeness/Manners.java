package press.parallel.politeness;

import java.time.Duration;

/**
 * What a {@link PoliteLine} owes to each domain. Asked again before every turn, so an answer may change while requests wait.
 * Implementations are called under the line's lock: they answer from memory, at once and from any thread.
 */
public interface Manners {
    /** Between two requests to {@code domain}, counted from the moment a request is sent; zero: not spaced. */
    Duration interval(String domain);

    /** What set the interval of {@code domain}, for reports: {@code setting}, {@code robots.txt} and the like. */
    default String source(String domain) {
        return "setting";
    }

    /** Requests at once to {@code domain}, at least 1. */
    default int inFlight(String domain) {
        return 1;
    }

    /** Added to every interval, so that jitter of the network cannot bring two arrivals closer than the interval. */
    default Duration margin() {
        return Duration.ofMillis(20);
    }

    /** How long an empty line waits before its first request goes, so that it knows its longest domain by then. */
    default Duration gather() {
        return Duration.ofMillis(20);
    }
}
