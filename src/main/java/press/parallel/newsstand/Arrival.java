package press.parallel.newsstand;

import java.time.Instant;

/**
 * A request as the newsstand saw it.
 *
 * @param nanos {@link System#nanoTime()} when its head had been read
 * @param at the same moment on the press's clock
 * @param host lower-case host asked for
 * @param path path and query, {@code /} at least
 * @param status HTTP status answered
 * @param millis from head to the last byte of the answer
 * @param inFlight requests being served at that moment, this one included
 */
public record Arrival(long nanos, Instant at, String host, String path, int status, long millis, int inFlight) {
    boolean refused() {
        return status == 429;
    }
}
