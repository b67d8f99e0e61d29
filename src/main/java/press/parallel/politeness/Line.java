package press.parallel.politeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides who goes next, knowing nothing of threads, sockets or Camel: time is handed in with every call, in nanoseconds of one
 * monotonic clock. Taking in and giving out cost O(log n). Not safe for use by many threads; {@link PoliteLine} guards it.
 *
 * <p>A lane is the queue of one domain. A lane may go when its turn has come, fewer than its limit are under way, and the one
 * before has been sent. Among lanes that may go, the one with the longest remaining time goes first, for the whole line can end no
 * sooner than its longest lane. Inside a lane the slowest known request goes first, then the lowest index.
 *
 * @param <T> what waits
 */
final class Line<T> {
    /** Weight of the newest answer in the running mean of a domain's latency. */
    private static final double NEWEST = 0.3;

    /** Margins after the first request to a domain: over a new connection, and by cold code, it may be read late. */
    private static final int COLD = 3;

    /** Resting lanes looked at for each slot, so that a look stays cheap however many there are. */
    private static final int LOOK_FAR = 4;

    private static final long NEVER = Long.MAX_VALUE;

    private final Manners manners;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final TreeSet<Lane> ready = new TreeSet<>(
            Comparator.comparingLong((Lane lane) -> -lane.remaining).thenComparingLong(lane -> lane.number));
    private final TreeSet<Lane> resting =
            new TreeSet<>(Comparator.comparingLong((Lane lane) -> lane.turn).thenComparingLong(lane -> lane.number));
    /** Lanes that are spaced and have more to send, most remaining time first; ready or not. */
    private final TreeSet<Lane> paced = new TreeSet<>(
            Comparator.comparingLong((Lane lane) -> -lane.remaining).thenComparingLong(lane -> lane.number));

    /** Those that wait until a deadline; who leaves the line leaves here too, or its exchange would be kept until then. */
    private final TreeSet<Waiting<T>> deadlines =
            new TreeSet<>(Comparator.comparingLong((Waiting<T> waiting) -> waiting.deadline)
                    .thenComparingLong(waiting -> waiting.sequence));

    private long sequence;
    private int waitingCount;
    private int running;
    private long gatherUntil;
    private long heldUntil = Long.MIN_VALUE;
    private double meanNanos;
    private long knownNanosOfAll;
    private int unknownOfAll;

    Line(Manners manners) {
        this.manners = manners;
    }

    /** One request in the line. */
    static final class Waiting<T> {
        final T item;
        final String domain;
        final @Nullable String group;
        final long deadline;
        final long offered;
        final boolean waits;
        private final long index;
        private final long sequence;
        private final long knownNanos;
        private boolean gone;
        private long started;

        private Waiting(T item, Ticket ticket, long offered, boolean waits, long sequence) {
            this.item = item;
            this.domain = ticket.domain();
            this.group = ticket.group();
            this.deadline = ticket.deadline();
            this.index = ticket.index();
            this.knownNanos = ticket.expectedNanos();
            this.offered = offered;
            this.waits = waits;
            this.sequence = sequence;
        }
    }

    /**
     * What a request tells of itself.
     *
     * @param expectedNanos how long it took last time, 0 when unknown
     * @param deadline on the line's clock, {@link Long#MAX_VALUE} for none
     */
    record Ticket(String domain, @Nullable String group, long index, long expectedNanos, long deadline) {}

    /** The queue and the clock of one domain. */
    private final class Lane {
        final String domain;
        final long number = sequence++;
        final PriorityQueue<Waiting<T>> queue =
                new PriorityQueue<>(Comparator.comparingLong((Waiting<T> waiting) -> -waiting.knownNanos)
                        .thenComparingLong(waiting -> waiting.index)
                        .thenComparingLong(waiting -> waiting.sequence));
        int waiting;
        int running;
        int unsent;
        boolean everSent;
        long lastSent;
        long pausedUntil = Long.MIN_VALUE;
        String pauseReason = "";
        double meanNanos;
        long knownNanos;
        int unknown;
        int lastStatus;
        long refusals;
        long sent;
        /** Sort keys, valid while the lane stands in a set. */
        long turn;

        long remaining;

        Lane(String domain) {
            this.domain = domain;
        }

        long interval() {
            return manners.interval(domain).toNanos();
        }

        /** How long the requests of this lane would take one after the other: as last time, else as answers took so far. */
        double expectedNanos() {
            return knownNanos + unknown * (meanNanos > 0 ? meanNanos : Line.this.meanNanos);
        }

        /** Whether this spaced lane alone takes longer than {@code rest}, all that waits shared by all slots. */
        boolean isCritical(double rest) {
            return remaining > rest && interval() > 0;
        }

        long turnAt() {
            long interval = interval();
            long spaced = everSent && interval > 0
                    ? lastSent
                            + interval
                            + (sent == 1 ? COLD : 1) * manners.margin().toNanos()
                    : Long.MIN_VALUE;
            return Math.max(spaced, pausedUntil);
        }

        /** Takes the lane out of its sets, as before every change of what they are ordered by. */
        void lift() {
            ready.remove(this);
            resting.remove(this);
            paced.remove(this);
        }

        void place(long now) {
            lift();
            if (waiting == 0) {
                return;
            }
            long interval = interval();
            double expected = expectedNanos();
            double last = expected / waiting;
            remaining = (long)
                    Math.max((waiting - 1.0) * interval + last, expected / Math.max(1, manners.inFlight(domain)));
            turn = turnAt();
            if (interval > 0) {
                paced.add(this);
            }
            if (running >= Math.max(1, manners.inFlight(domain)) || (interval > 0 && unsent > 0)) {
                turn = NEVER;
                return;
            }
            if (turn <= now) {
                ready.add(this);
            } else {
                resting.add(this);
            }
        }
    }

    private Lane lane(String domain) {
        return lanes.computeIfAbsent(domain, Lane::new);
    }

    Waiting<T> offer(T item, Ticket ticket, long now) {
        if (waitingCount == 0 && running == 0) {
            gatherUntil = now + manners.gather().toNanos();
        }
        Lane lane = lane(ticket.domain());
        lane.lift();
        boolean waits = lane.waiting > 0 || lane.running > 0 || lane.turnAt() > now;
        Waiting<T> waiting = new Waiting<>(item, ticket, now, waits, sequence++);
        lane.queue.add(waiting);
        count(lane, waiting, 1);
        if (ticket.deadline() != NEVER) {
            deadlines.add(waiting);
        }
        lane.place(now);
        return waiting;
    }

    /**
     * Gives out the next request that may go now, or null when none may.
     *
     * @param slots requests under way at most, all domains together
     */
    @Nullable
    Waiting<T> poll(int slots, long now) {
        wake(now);
        heldUntil = Long.MIN_VALUE;
        if (running >= slots || now < gatherUntil || ready.isEmpty()) {
            return null;
        }
        Lane lane = ready.first();
        if (keptForCriticalLanes(lane, slots, now)) {
            heldUntil = resting.first().turn;
            return null;
        }
        lane.lift();
        Waiting<T> next = lane.queue.remove();
        while (next.gone) {
            next = lane.queue.remove();
        }
        leave(lane, next);
        lane.running++;
        lane.unsent++;
        running++;
        next.started = now;
        lane.place(now);
        return next;
    }

    /**
     * Whether the free slots are better kept for spaced domains whose turns come before {@code candidate} would be done. A domain
     * that takes longer than everything else on all slots decides when the whole ends: every moment that its turn waits for a
     * slot is added to that.
     */
    private boolean keptForCriticalLanes(Lane candidate, int slots, long now) {
        double rest = (knownNanosOfAll + unknownOfAll * meanNanos) / slots;
        if (paced.isEmpty() || slots == 1 || candidate.isCritical(rest)) {
            return false;
        }
        double done = now + candidate.expectedNanos() / candidate.waiting;
        int free = slots - running;
        int looked = 0;
        for (Lane lane : resting) {
            if (lane.turn >= done || ++looked > LOOK_FAR * slots) {
                return false;
            }
            if (lane.isCritical(rest) && --free == 0) {
                return true;
            }
        }
        return false;
    }

    private void leave(Lane lane, Waiting<T> waiting) {
        waiting.gone = true;
        deadlines.remove(waiting);
        count(lane, waiting, -1);
        if (lane.waiting == 0) {
            lane.queue.clear();
        }
    }

    private void count(Lane lane, Waiting<T> waiting, int by) {
        int unknown = waiting.knownNanos > 0 ? 0 : by;
        lane.waiting += by;
        lane.knownNanos += by * waiting.knownNanos;
        lane.unknown += unknown;
        waitingCount += by;
        knownNanosOfAll += by * waiting.knownNanos;
        unknownOfAll += unknown;
    }

    private void wake(long now) {
        while (!resting.isEmpty() && resting.first().turn <= now) {
            resting.first().place(now);
        }
    }

    /** The request to {@code domain} that was given out is on its way: the domain's clock starts here, and again if it is said again. */
    void sent(String domain, long now) {
        Lane lane = lane(domain);
        lane.lift();
        lane.everSent = true;
        lane.lastSent = now;
        lane.unsent = Math.max(0, lane.unsent - 1);
        lane.sent++;
        lane.place(now);
    }

    /** The request has ended, well or not; one that was never sent counts as sent now. */
    void release(Waiting<T> waiting, long now) {
        Lane lane = lane(waiting.domain);
        lane.lift();
        lane.running--;
        running--;
        if (lane.unsent > lane.running) {
            lane.unsent = lane.running;
            lane.everSent = true;
            lane.lastSent = now;
        }
        double took = now - waiting.started;
        lane.meanNanos = lane.meanNanos == 0 ? took : lane.meanNanos + NEWEST * (took - lane.meanNanos);
        meanNanos = meanNanos == 0 ? took : meanNanos + NEWEST * (took - meanNanos);
        lane.place(now);
    }

    /** No request to {@code domain} before {@code until}; a shorter pause never ends a longer one. */
    void pause(String domain, long until, String reason, long now) {
        Lane lane = lane(domain);
        if (until > lane.pausedUntil) {
            lane.lift();
            lane.pausedUntil = until;
            lane.pauseReason = reason;
            lane.place(now);
        }
    }

    void answered(String domain, int status, boolean refused) {
        Lane lane = lane(domain);
        lane.lastStatus = status;
        lane.refusals += refused ? 1 : 0;
    }

    /** A clock kept from before: the last request to {@code domain} was sent at {@code when}. */
    void restore(String domain, long when, long now) {
        Lane lane = lane(domain);
        if (!lane.everSent || when > lane.lastSent) {
            lane.lift();
            lane.everSent = true;
            lane.lastSent = Math.min(when, now);
            lane.place(now);
        }
    }

    /** Takes out what may no longer be sent: its deadline has passed. */
    List<Waiting<T>> expired(long now) {
        List<Waiting<T>> out = new ArrayList<>();
        while (!deadlines.isEmpty() && deadlines.first().deadline <= now) {
            Waiting<T> overdue = deadlines.first();
            takeOut(overdue, now);
            out.add(overdue);
        }
        return out;
    }

    /** Takes out all that wait, or those of one group. */
    List<Waiting<T>> cancel(@Nullable String group, long now) {
        List<Waiting<T>> out = new ArrayList<>();
        for (Lane lane : lanes.values()) {
            for (Waiting<T> waiting : List.copyOf(lane.queue)) {
                if (!waiting.gone && (group == null || group.equals(waiting.group))) {
                    takeOut(waiting, now);
                    out.add(waiting);
                }
            }
        }
        out.sort(Comparator.comparingLong(waiting -> waiting.sequence));
        return out;
    }

    private void takeOut(Waiting<T> waiting, long now) {
        Lane lane = lane(waiting.domain);
        lane.lift();
        leave(lane, waiting);
        lane.place(now);
    }

    /** When {@link #poll} or {@link #expired} may have news if nothing else happens; {@link Long#MAX_VALUE} for never. */
    long nextLook(int slots, long now) {
        long look = deadlines.isEmpty() ? NEVER : deadlines.first().deadline;
        if (running < slots) {
            if (!ready.isEmpty()) {
                look = Math.min(look, Math.max(gatherUntil, Math.max(heldUntil, now)));
            }
            if (!resting.isEmpty()) {
                look = Math.min(look, Math.max(gatherUntil, resting.first().turn));
            }
        }
        return look;
    }

    int waiting() {
        return waitingCount;
    }

    int running() {
        return running;
    }

    boolean someMayGo(long now) {
        wake(now);
        return !ready.isEmpty();
    }

    /** Visits each domain that the line knows, in no order. */
    void report(long now, Consumer<DomainStatus> out) {
        for (Lane lane : lanes.values()) {
            long turn = lane.turnAt();
            out.accept(new DomainStatus(
                    lane.domain,
                    lane.waiting,
                    lane.running,
                    manners.interval(lane.domain),
                    java.time.Duration.ofNanos(turn <= now ? 0 : turn - now),
                    lane.pausedUntil > now ? lane.pauseReason : "setting",
                    lane.sent,
                    lane.lastStatus,
                    lane.refusals));
        }
    }
}
