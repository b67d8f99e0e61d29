package press.parallel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What earlier answers of a feed taught: how it is asked, and when again. Kept in the newsroom over all runs.
 *
 * @param address where it is asked now because it moved there for good; null: as listed
 * @param validators for a conditional request; null when the last whole answer had none
 * @param notBefore no request before this: the server's word or the feed's own
 * @param due no request before this unless a person orders one: the press's own pace
 * @param why what set {@code notBefore}, in words; "" when nothing did
 * @param gone it said 410: it is not asked any more
 * @param failures answers and attempts in a row that brought nothing
 * @param bytes size of the last whole answer, that a 304 saves
 * @param maxAge that the last answer which named one gave; a 304 without one renews it (RFC 9111, 4.3.4)
 * @param hints of the last whole answer
 * @param moved the permanent redirect that was seen lately, not yet believed; null when none was
 */
public record FeedState(
        @Nullable URI address,
        @Nullable Validators validators,
        Instant notBefore,
        Instant due,
        String why,
        boolean gone,
        int failures,
        long bytes,
        Duration maxAge,
        Hints hints,
        @Nullable Moved moved) {
    /** Nothing is known yet. */
    public static final FeedState NEW =
            new FeedState(null, null, Instant.EPOCH, Instant.EPOCH, "", false, 0, 0, Duration.ZERO, Hints.NONE, null);

    /**
     * A permanent redirect.
     *
     * @param to where it leads
     * @param sightings times seen
     * @param first day of the first, UTC
     */
    public record Moved(URI to, int sightings, LocalDate first) {}

    /** When it may be asked at the earliest, from {@code now} on. */
    public Instant opens(Instant now) {
        return hints.open(notBefore.isAfter(now) ? notBefore : now);
    }
}
