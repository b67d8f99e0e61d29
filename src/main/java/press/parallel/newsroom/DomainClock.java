package press.parallel.newsroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered about the pace of one registrable domain, to the millisecond.
 *
 * @param lastSent when it was last sent a request, null when it was only paused
 * @param pause what it asked for last, null when it never did
 */
public record DomainClock(
        @Nullable Instant lastSent, @Nullable Pause pause) {
    /**
     * A domain asked to be left alone.
     *
     * @param until the end
     * @param source what said so, such as {@code Retry-After}
     * @param why the rest of a sentence that begins with the domain
     * @param strikes refusals in a row that did not say for how long, 0 for none
     * @param struckUntil end of the last pause for one of them, null for none
     */
    public record Pause(
            Instant until,
            String source,
            String why,
            int strikes,
            @Nullable Instant struckUntil) {
        /** The later end with its words, and the later strikes. */
        Pause and(Pause other) {
            Pause later = other.until.isAfter(until) ? other : this;
            Pause struck = isStruckBefore(other) ? other : this;
            return new Pause(later.until, later.source, later.why, struck.strikes, struck.struckUntil);
        }

        private boolean isStruckBefore(Pause other) {
            return other.struckUntil != null && (struckUntil == null || struckUntil.isBefore(other.struckUntil));
        }
    }

    /** The later of both, part by part. */
    DomainClock and(DomainClock other) {
        Instant sent = lastSent == null || other.lastSent != null && other.lastSent.isAfter(lastSent)
                ? other.lastSent
                : lastSent;
        Pause asked = pause == null ? other.pause : other.pause == null ? pause : pause.and(other.pause);
        return new DomainClock(sent, asked);
    }
}
