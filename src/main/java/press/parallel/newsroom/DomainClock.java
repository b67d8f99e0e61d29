package press.parallel.newsroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered about the pace of one registrable domain, to the millisecond.
 *
 * @param lastSent when it was last sent a request, null when it was only paused
 * @param notBefore until when it asked to be left alone, null when it never did
 */
public record DomainClock(
        @Nullable Instant lastSent, @Nullable Instant notBefore) {
    /** The later of both, part by part. */
    DomainClock and(DomainClock other) {
        return new DomainClock(later(lastSent, other.lastSent), later(notBefore, other.notBefore));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
