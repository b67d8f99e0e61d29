package press.parallel.newsstand;

import java.time.Instant;

/**
 * A request as the newsstand saw it.
 *
 * @param nanos {@link System#nanoTime()} when its head had been read
 * @param endNanos the same when the last byte of the answer went out
 * @param at the moment of its coming on the press's clock
 * @param host lower-case host asked for
 * @param domain the one whose pace counts for that host
 * @param path path and query, {@code /} at least
 * @param status HTTP status answered
 * @param inFlight requests being served at that moment, this one included
 */
public record Arrival(
        long nanos,
        long endNanos,
        Instant at,
        String host,
        String domain,
        String path,
        Kind kind,
        int status,
        int inFlight) {
    /** What was asked for. */
    public enum Kind {
        FEED,
        /** A page, be it there or not. */
        ARTICLE,
        /** A picture of a story. */
        PICTURE,
        ROBOTS
    }

    /** From head to the last byte of the answer. */
    public long millis() {
        return Math.round((endNanos - nanos) / 1e6);
    }

    /** Whether it was answered with 429, for it came too soon. */
    public boolean refused() {
        return status == 429;
    }
}
