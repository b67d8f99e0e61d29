package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.parallel.Feed;
import press.parallel.Run;
import press.parallel.newsroom.Newsroom;
import press.parallel.newsroom.RunLock;
import press.parallel.politeness.DomainStatus;
import press.parallel.politeness.PoliteLine;
import press.parallel.politeness.RegistrableDomain;

/**
 * Collects feeds while the press serves, each as soon as it is due and its domain's turn is near, so that an edition can be printed from
 * what lies in the newsroom. A run takes precedence: while one is under way nothing is collected. Between two batches the newsroom is
 * free for another press. Safe for use by many threads.
 */
@RegisterForReflection
public final class Collection {
    private static final Logger LOG = Logger.getLogger(Collection.class);

    /** Stands where an edition's id stands; what lies under it belongs to no edition yet. */
    private static final String GROUP = "collected";

    /** A feed waits in the line so long at most; if its turn is further away, it is not even put there. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * The newsroom is held so long at most before it is free for a moment, however many feeds are due: with {@link #PATIENCE}, less than another
     * press waits for it.
     */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(10);

    /** Feeds on their way to the line when a run begins are taken out of it when they come there. */
    private static final Duration LATECOMERS = Duration.ofMillis(50);

    private final Supplier<List<Feed>> feeds;
    private final Newsroom newsroom;
    private final PoliteLine line;
    private final RegistrableDomain domains;
    private final Turns turns;
    private final InstantSource clock;
    private final Duration longestRequest;
    /** Addresses that are asked now, with the moment by which they have ended in any case. */
    private final Map<String, Instant> out = new HashMap<>();

    private @Nullable RunLock lock;
    private Instant lockedAt = Instant.EPOCH;
    private @Nullable CompletableFuture<Void> emptied;
    private boolean held;

    /** @param longestRequest {@code press.web.total-timeout} */
    Collection(
            Supplier<List<Feed>> feeds,
            Newsroom newsroom,
            PoliteLine line,
            RegistrableDomain domains,
            Turns turns,
            InstantSource clock,
            Duration longestRequest) {
        this.feeds = feeds;
        this.newsroom = newsroom;
        this.line = line;
        this.domains = domains;
        this.turns = turns;
        this.clock = clock;
        this.longestRequest = longestRequest;
    }

    /** In whose name feeds are asked: like a run, but without an edition. */
    public Run run() {
        Instant now = clock.instant();
        Instant deadline = now.plus(PATIENCE);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Run(GROUP, today, 0, today, now, deadline, deadline, false);
    }

    /** The feeds that are to be asked now; none while a run is under way, here or in another press. */
    public synchronized List<Feed> due() {
        Instant now = clock.instant();
        out.values().removeIf(now::isAfter);
        if (held
                || (!out.isEmpty()
                        && lock != null
                        && lockedAt.plus(LONGEST_HOLD).isBefore(now))) {
            return List.of();
        }
        List<Feed> due = dueNow(now);
        boolean ours = lock != null;
        if (due.isEmpty() || !isLocked()) {
            ifEmptyLetGo();
            return List.of();
        }
        if (!ours) {
            // Until a moment ago another press may have asked them.
            due = dueNow(now);
            if (due.isEmpty()) {
                ifEmptyLetGo();
            }
        }
        Instant ended = now.plus(PATIENCE).plus(longestRequest).plus(longestRequest);
        due.forEach(feed -> out.put(feed.address().toString(), ended));
        return due;
    }

    private List<Feed> dueNow(Instant now) {
        return newsroom.known(feeds.get()).stream()
                .filter(feed -> isDue(feed, now) && isNear(feed))
                .toList();
    }

    private boolean isDue(Feed feed, Instant now) {
        return !feed.state().gone()
                && !feed.state().due().isAfter(now)
                && !feed.state().opens(now).isAfter(now)
                && !out.containsKey(feed.address().toString());
    }

    private boolean isNear(Feed feed) {
        return line.status(domains.of(feed.asked()))
                .map(DomainStatus::untilTurn)
                .filter(wait -> wait.compareTo(PATIENCE) > 0)
                .isEmpty();
    }

    /** Whether the newsroom is ours; where it was not, what another press learnt meanwhile is taken over. */
    private boolean isLocked() {
        if (lock == null) {
            RunLock taken;
            try {
                taken = newsroom.lock(Duration.ZERO);
            } catch (IllegalStateException atWorkThere) {
                LOG.debug(atWorkThere.getMessage());
                return false;
            }
            try {
                turns.remember();
            } catch (RuntimeException e) {
                taken.close();
                throw e;
            }
            lock = taken;
            lockedAt = clock.instant();
        }
        return true;
    }

    /** The feed has come in or was lost. */
    synchronized void done(Feed feed) {
        out.remove(feed.address().toString());
        ifEmptyLetGo();
    }

    private void ifEmptyLetGo() {
        if (out.isEmpty()) {
            RunLock ours = lock;
            lock = null;
            if (ours != null) {
                try {
                    ours.close();
                } catch (IllegalStateException alreadyLost) {
                    LOG.warn(alreadyLost.getMessage());
                }
            }
            if (emptied != null) {
                emptied.complete(null);
            }
        }
    }

    /** Collects nothing until {@link #free}. What waits is taken out of the line; returns when the rest has ended. */
    void hold() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        synchronized (this) {
            held = true;
            emptied = end;
            ifEmptyLetGo();
        }
        long most = longestRequest.dividedBy(LATECOMERS);
        for (long i = 0; i <= most && !Thread.currentThread().isInterrupted() && !end.isDone(); i++) {
            line.cancel(GROUP, "an edition is printed");
            await(end);
        }
        if (!end.isDone()) {
            LOG.warn("some feeds that are being collected have not ended in time; the edition does not wait for them");
        }
        synchronized (this) {
            out.clear();
            ifEmptyLetGo();
        }
    }

    private static void await(CompletableFuture<Void> end) {
        try {
            end.get(LATECOMERS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException notYet) {
            // the caller looks again
        }
    }

    synchronized boolean isHeld() {
        return held;
    }

    /** Goes on collecting. */
    synchronized void free() {
        held = false;
        emptied = null;
    }
}
