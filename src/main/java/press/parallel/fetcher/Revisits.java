package press.parallel.fetcher;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import press.parallel.Feed;
import press.parallel.FeedState;
import press.parallel.FeedState.Moved;
import press.parallel.Hints;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Validators;

/**
 * Decides when a feed may be asked again, where, and with which validators, from what it answered. Of several wishes the longest counts.
 * Without state of its own, safe for use by many threads.
 */
@RegisterForReflection
public final class Revisits {
    /** A feed that cannot be asked for news only is read whole each time. */
    private static final Duration WITHOUT_VALIDATORS = Duration.ofHours(1);

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final double JITTER = 0.1;
    private static final int SIGHTINGS = 3;
    private static final int DAYS = 2;
    private static final int MOST_DOUBLINGS = 10;

    private final InstantSource clock;
    private final Duration floor;
    private final DoubleSupplier chance;

    /**
     * @param floor between two visits of the press's own accord, {@code press.fetcher.poll-floor}
     * @param chance draws from 0 to below 1, so that feeds that failed together do not come back together
     */
    public Revisits(InstantSource clock, Duration floor, DoubleSupplier chance) {
        this.clock = clock;
        this.floor = floor;
        this.chance = chance;
    }

    /** After a whole answer that was read. Its validators replace the old ones; an answer without takes them away. */
    public FeedState read(Feed feed, Reply reply, Hints hints) {
        return answered(
                feed, reply, Freshness.of(reply, clock.instant()), reply.validators(), hints, reply.body().length);
    }

    /** After a 304. What it says replaces what was known; what it leaves out stays (RFC 9111, 4.3.4). */
    public FeedState unchanged(Feed feed, Reply reply) {
        FeedState before = feed.state();
        Validators known = before.validators();
        Validators fresh = reply.validators();
        if (known != null && fresh != null) {
            fresh = new Validators(
                    reply.address(),
                    fresh.etag().isEmpty() ? known.etag() : fresh.etag(),
                    fresh.lastModified().isEmpty() ? known.lastModified() : fresh.lastModified());
        }
        Freshness lasting =
                Freshness.isSaid(reply) ? Freshness.of(reply, clock.instant()) : Freshness.renewed(before.maxAge());
        return answered(feed, reply, lasting, fresh == null ? known : fresh, before.hints(), before.bytes());
    }

    private FeedState answered(
            Feed feed, Reply reply, Freshness fresh, @Nullable Validators validators, Hints hints, long bytes) {
        FeedState before = feed.state();
        Instant now = clock.instant();
        boolean own = hints.every().compareTo(fresh.lifetime()) > 0;
        Duration asked = own ? hints.every() : fresh.lifetime();
        Duration pace = validators == null && floor.compareTo(WITHOUT_VALIDATORS) < 0 && !floor.isZero()
                ? WITHOUT_VALIDATORS
                : floor;
        Instant notBefore = now.plus(asked);
        Moved moved = sighted(feed, reply);
        URI believed = moved != null && isBelieved(moved) ? moved.to() : null;
        return new FeedState(
                believed == null ? before.address() : believed,
                validators,
                asked.isZero() ? Instant.EPOCH : notBefore,
                now.plus(longer(pace, asked)),
                asked.isZero() ? "" : own ? "ttl or updatePeriod of the feed" : fresh.source(),
                false,
                0,
                bytes,
                fresh.maxAge(),
                hints,
                believed == null ? moved : null);
    }

    /** Counts a permanent redirect; another target, or none, begins anew. From a secure address none leads to an open one. */
    private @Nullable Moved sighted(Feed feed, Reply reply) {
        URI to = reply.movedTo();
        boolean downgrade = to != null
                && "http".equalsIgnoreCase(to.getScheme())
                && "https".equalsIgnoreCase(feed.asked().getScheme());
        if (to == null || downgrade) {
            return null;
        }
        Moved seen = feed.state().moved();
        return seen != null && seen.to().equals(to)
                ? new Moved(to, seen.sightings() + 1, seen.first())
                : new Moved(to, 1, today());
    }

    private boolean isBelieved(Moved moved) {
        return moved.sightings() >= SIGHTINGS && !today().isBefore(moved.first().plusDays(DAYS - 1L));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * After an answer that brought nothing, or none at all. 410 ends it; other refusals back off, each time twice as long, up to a day;
     * {@code Retry-After} of a 503 is obeyed, and so is the freshness of an answer that could not be read. A feed that moved and fails at its new address goes back to the listed one. Nothing is
     * held against a feed that only came too late, or whose domain asked for a pause: the line keeps that.
     *
     * @param reply null when there was no answer
     * @param retryAfter what a 503 asks for, null when it says nothing
     */
    public FeedState failed(Feed feed, @Nullable Reply reply, @Nullable Duration retryAfter, Throwable why) {
        FeedState before = feed.state();
        int status = reply == null ? 0 : reply.status();
        if (why instanceof LossException loss && loss.late() || status == 429) {
            return before;
        }
        Instant now = clock.instant();
        if (status == 410) {
            boolean atItsNewAddress = before.address() != null;
            return new FeedState(
                    null,
                    null,
                    Instant.EPOCH,
                    now.plus(floor),
                    atItsNewAddress ? "" : "410",
                    !atItsNewAddress,
                    before.failures() + 1,
                    0,
                    Duration.ZERO,
                    before.hints(),
                    null);
        }
        Duration wait = jittered(floor.multipliedBy(1L << Math.min(MOST_DOUBLINGS, before.failures())));
        Duration rest = retryAfter == null ? Duration.ZERO : shorter(retryAfter, LONGEST);
        boolean refused = status >= 400;
        Duration backoff = refused ? longer(wait, rest) : Duration.ZERO;
        Freshness fresh = reply == null ? Freshness.STALE : Freshness.of(reply, now);
        boolean still = fresh.lifetime().compareTo(backoff) > 0;
        Duration held = still ? fresh.lifetime() : backoff;
        return new FeedState(
                before.address() != null && refused && status < 500 ? null : before.address(),
                before.validators(),
                held.isZero() ? Instant.EPOCH : now.plus(held),
                now.plus(longer(wait, longer(rest, held))),
                held.isZero()
                        ? ""
                        : still
                                ? fresh.source()
                                : rest.compareTo(wait) > 0 ? status + ", Retry-After" : String.valueOf(status),
                false,
                before.failures() + 1,
                before.bytes(),
                before.maxAge(),
                before.hints(),
                before.moved());
    }

    /** Up to a tenth longer, never sooner, and at most a day. */
    private Duration jittered(Duration span) {
        Duration most = shorter(span, LONGEST);
        return most.plus(Duration.ofMillis(Math.round(most.toMillis() * JITTER * chance.getAsDouble())));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
