package press.parallel.politeness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides who goes next, knowing nothing of threads, sockets or Camel: time is handed in with every call, in nanoseconds of one
 * monotonic clock. Taking in and giving out cost O(log n). Not safe for use by many threads; {@link PoliteLine} guards it.
 *
 * <p>A lane is the queue of one domain. A lane may go when its turn has come, fewer than its limit are under way, and the one
 * before has been sent. Among lanes that may go, the one with the longest remaining time goes first, for the whole line can end no
 * sooner than its longest lane. Inside a lane the lowest priority goes first, then the slowest known request, then the lowest index.
 *
 * <p>Minor requests go when nothing else may, and together never have more than half of the slots, so that slow ones leave the others
 * theirs.
 *
 * <p>A turnless request needs no turn: it goes in the gaps, alone in its lane, and moves no clock. One whose lane's turn comes after
 * its deadline is hopeless and leaves as soon as that is known.
 *
 * <p>A lane that was idle for {@link #KEPT} is forgotten with all its numbers, so that a line that runs for months does not grow.
 *
 * @param <T> what waits
 */
final class Line<T> {
    /** How long an idle lane is remembered after its last request; longer when its interval or a pause is. */
    static final Duration KEPT = Duration.ofMinutes(10);

    /** Weight of the newest answer in the running mean of a domain's latency. */
    private static final double NEWEST = 0.3;

    /** Margins after the first request to a domain: over a new connection, and by cold code, it may be read late. */
    private static final int COLD = 3;

    /** Resting lanes looked at for each slot, so that a look stays cheap however many there are. */
    private static final int LOOK_FAR = 4;

    private static final long NEVER = Long.MAX_VALUE;

    private final Heap.Order<Waiting<T>> slowestFirst =
            new Heap.Order<>(Waiting::bySlowness, w -> w.orderPlace, (w, place) -> w.orderPlace = place);
    /** Ties stay as they are: the requests of one edition have one deadline, and then this costs next to nothing. */
    private final Heap.Order<Waiting<T>> soonestDeadlineFirst = new Heap.Order<>(
            (a, b) -> Long.compare(a.deadline, b.deadline),
            w -> w.deadlinePlace,
            (w, place) -> w.deadlinePlace = place);

    private final Manners manners;
    private final Map<String, Lane> lanes = new HashMap<>();
    /** Lanes that may go now, most remaining time first. */
    private final TreeSet<Lane> ready = new TreeSet<>(this::byRemaining);
    /** Lanes that may go at a moment that is still to come, soonest first. */
    private final TreeSet<Lane> resting = new TreeSet<>(this::byTurn);
    /** Lanes that are spaced and have more to send, most remaining time first; ready or not. */
    private final Heap<Lane> paced = new Heap<>(new Heap.Order<>(
            (a, b) -> Long.compare(b.remaining, a.remaining),
            lane -> lane.pacedPlace,
            (lane, at) -> lane.pacedPlace = at));
    /** Lanes in which somebody waits, longest first. */
    private final Heap<Lane> longest = new Heap<>(new Heap.Order<>(
            (a, b) -> Integer.compare(b.length, a.length),
            lane -> lane.lengthPlace,
            (lane, at) -> lane.lengthPlace = at));
    /** Lanes in which somebody waits until a deadline, soonest first. */
    private final TreeSet<Lane> deadlines = new TreeSet<>(this::byDeadline);
    /** Lanes with nothing waiting and nothing under way, the longest idle first. */
    private final IdleLanes idle = new IdleLanes();
    /** Out of their lanes, for their turn comes too late; nobody was told yet. */
    private final List<Waiting<T>> hopeless = new ArrayList<>();

    private long sequence;
    private int waitingCount;
    private int running;
    private int runningMinor;
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
        final long deadline;
        final boolean waits;
        private final Line<T>.Lane lane;
        private final @Nullable String group;
        private final boolean turnless;
        private final boolean minor;
        private final int priority;
        private final long index;
        private final long sequence;
        private final long knownNanos;
        private int orderPlace = -1;
        private int deadlinePlace = -1;
        private long started;

        private Waiting(T item, Ticket ticket, Line<T>.Lane lane, boolean waits, long sequence) {
            this.item = item;
            this.lane = lane;
            this.group = ticket.group();
            this.deadline = ticket.deadline();
            this.turnless = ticket.turnless();
            this.minor = ticket.minor();
            this.priority = ticket.priority();
            this.index = ticket.index();
            this.knownNanos = ticket.expectedNanos();
            this.waits = waits;
            this.sequence = sequence;
        }

        String domain() {
            return lane.domain;
        }

        /** Turnless ones are not ranked by slowness, for they take nobody's turn. */
        private static <T> int bySlowness(Waiting<T> a, Waiting<T> b) {
            if (a.priority != b.priority) {
                return Integer.compare(a.priority, b.priority);
            }
            if (a.knownNanos != b.knownNanos && !a.turnless) {
                return Long.compare(b.knownNanos, a.knownNanos);
            }
            return a.index != b.index ? Long.compare(a.index, b.index) : Long.compare(a.sequence, b.sequence);
        }
    }

    /**
     * What a request tells of itself.
     *
     * @param expectedNanos how long it took last time, 0 when unknown
     * @param deadline on the line's clock, {@link Long#MAX_VALUE} for none
     * @param turnless it takes no turn
     * @param priority the lowest goes first
     * @param minor others go before it when slots are few
     */
    record Ticket(
            String domain,
            @Nullable String group,
            long index,
            long expectedNanos,
            long deadline,
            boolean turnless,
            int priority,
            boolean minor) {
        Ticket(String domain, @Nullable String group, long index, long expectedNanos, long deadline) {
            this(domain, group, index, expectedNanos, deadline, false);
        }

        Ticket(String domain, @Nullable String group, long index, long expectedNanos, long deadline, boolean turnless) {
            this(domain, group, index, expectedNanos, deadline, turnless, 0);
        }

        Ticket(
                String domain,
                @Nullable String group,
                long index,
                long expectedNanos,
                long deadline,
                boolean turnless,
                int priority) {
            this(domain, group, index, expectedNanos, deadline, turnless, priority, false);
        }
    }

    private int byRemaining(Lane a, Lane b) {
        return a.remaining != b.remaining ? Long.compare(b.remaining, a.remaining) : Long.compare(a.number, b.number);
    }

    private int byTurn(Lane a, Lane b) {
        return a.turn != b.turn ? Long.compare(a.turn, b.turn) : Long.compare(a.number, b.number);
    }

    private int byDeadline(Lane a, Lane b) {
        return a.deadline != b.deadline ? Long.compare(a.deadline, b.deadline) : Long.compare(a.number, b.number);
    }

    /** Requests of one lane, in the order they go and by their deadlines. */
    private final class Queue {
        private final Heap<Waiting<T>> order = new Heap<>(slowestFirst);
        private final Heap<Waiting<T>> deadlines = new Heap<>(soonestDeadlineFirst);

        void add(Waiting<T> waiting) {
            order.put(waiting);
            if (waiting.deadline != NEVER) {
                deadlines.put(waiting);
            }
        }

        void remove(Waiting<T> waiting) {
            order.remove(waiting);
            deadlines.remove(waiting);
        }

        long deadline() {
            Waiting<T> soonest = deadlines.first();
            return soonest == null ? NEVER : soonest.deadline;
        }
    }

    /** The queue and the clock of one domain. */
    private final class Lane {
        final String domain;
        final long number = sequence++;
        final Queue spaced = new Queue();
        final Queue turnless = new Queue();
        int running;
        int unsent;
        /** A turnless request is under way. */
        boolean alone;

        boolean everSent;
        long lastSent;
        /** Requests that moved the clock since the lane is known. */
        long stamped;

        long sent;
        long pausedUntil = Long.MIN_VALUE;
        String pauseSource = "";
        String pauseWhy = "";
        double meanNanos;
        long knownNanos;
        int unknown;
        int lastStatus;
        long refusals;
        long idleSince;
        boolean isIdle;

        @Nullable
        Lane idleBefore;

        @Nullable
        Lane idleAfter;

        /** Where the lane stands and what it is ranked by there; written by {@link #place} only. */
        @Nullable
        TreeSet<Lane> stand;

        int pacedPlace = -1;
        int lengthPlace = -1;
        long turn;
        long remaining;
        int length;
        /** Requests that are known to come but do not wait here yet. */
        int announced;

        long deadline = NEVER;

        Lane(String domain) {
            this.domain = domain;
        }

        long interval() {
            return manners.interval(domain).toNanos();
        }

        int waiting() {
            return spaced.order.size() + turnless.order.size();
        }

        /** How long the requests of this lane would take one after the other: as last time, else as answers took so far. */
        double expectedNanos() {
            return knownNanos + unknown * (meanNanos > 0 ? meanNanos : Line.this.meanNanos);
        }

        /** Whether this spaced lane alone takes longer than {@code rest}, all that waits shared by all slots. */
        boolean isCritical(double rest) {
            return remaining > rest && interval() > 0;
        }

        /** When spacing alone allows the next request. */
        long spacedAt(long interval) {
            return everSent && interval > 0
                    ? lastSent
                            + interval
                            + (stamped == 1 ? COLD : 1) * manners.margin().toNanos()
                    : Long.MIN_VALUE;
        }

        long turnAt() {
            return Math.max(spacedAt(interval()), pausedUntil);
        }

        /** When the next request may go if nothing else happens; {@link Long#MAX_VALUE} when something else must happen first. */
        long nextGo(long interval) {
            if (alone) {
                return NEVER;
            }
            boolean mayGo = running < Math.max(1, manners.inFlight(domain)) && (interval == 0 || unsent == 0);
            long next = !spaced.order.isEmpty() && mayGo ? Math.max(spacedAt(interval), pausedUntil) : NEVER;
            return !turnless.order.isEmpty() && running == 0 ? Math.min(next, pausedUntil) : next;
        }

        /** The one to go at {@code now}, when {@link #nextGo} is past: a turnless one only if nobody's turn has come. */
        Waiting<T> next(long now) {
            Waiting<T> first = spaced.order.first();
            Waiting<T> gap = turnless.order.first();
            if (first != null && (gap == null || turnAt() <= now)) {
                return first;
            }
            if (gap == null) {
                throw new IllegalStateException("polite: expected a waiting request to " + domain + ", but found none");
            }
            return gap;
        }

        /** Puts the lane where it belongs, as after every change of it, and takes out who has become hopeless. */
        void place(long now) {
            if (stand != null) {
                stand.remove(this);
                stand = null;
            }
            long interval = interval();
            dropHopeless(spaced, Math.max(spacedAt(interval), pausedUntil));
            dropHopeless(turnless, pausedUntil);
            length = waiting();
            rankIdle(now);
            rankDeadline();
            if (length == 0) {
                paced.remove(this);
                longest.remove(this);
                return;
            }
            double each = expectedNanos() / length;
            double all = (double) length + announced;
            remaining =
                    (long) Math.max((all - 1) * interval + each, all * each / Math.max(1, manners.inFlight(domain)));
            longest.put(this);
            if (interval > 0) {
                paced.put(this);
            } else {
                paced.remove(this);
            }
            turn = nextGo(interval);
            if (turn != NEVER) {
                stand = turn <= now ? ready : resting;
                stand.add(this);
            }
        }

        private void rankDeadline() {
            long soonest = Math.min(spaced.deadline(), turnless.deadline());
            if (soonest != deadline) {
                if (deadline != NEVER) {
                    deadlines.remove(this);
                }
                deadline = soonest;
                if (deadline != NEVER) {
                    deadlines.add(this);
                }
            }
        }

        private void rankIdle(long now) {
            if (isIdle) {
                idle.remove(this);
            }
            if (length == 0 && running == 0 && announced == 0) {
                idleSince = now;
                idle.add(this);
            }
        }

        private void dropHopeless(Queue queue, long turn) {
            for (Waiting<T> soonest = queue.deadlines.first();
                    soonest != null && soonest.deadline <= turn;
                    soonest = queue.deadlines.first()) {
                leave(soonest);
                hopeless.add(soonest);
            }
        }

        void enter(Waiting<T> waiting) {
            (waiting.turnless ? turnless : spaced).add(waiting);
            count(waiting, 1);
        }

        void leave(Waiting<T> waiting) {
            (waiting.turnless ? turnless : spaced).remove(waiting);
            count(waiting, -1);
        }

        private void count(Waiting<T> waiting, int by) {
            int unknownBy = waiting.knownNanos > 0 ? 0 : by;
            knownNanos += by * waiting.knownNanos;
            unknown += unknownBy;
            waitingCount += by;
            knownNanosOfAll += by * waiting.knownNanos;
            unknownOfAll += unknownBy;
        }

        DomainStatus status(long now) {
            long spacedAt = spacedAt(interval());
            long next = Math.max(spacedAt, pausedUntil);
            boolean paused = pausedUntil > now;
            return new DomainStatus(
                    domain,
                    waiting(),
                    running,
                    manners.interval(domain),
                    Duration.ofNanos(next <= now ? 0 : next - now),
                    paused && pausedUntil > spacedAt ? pauseSource : manners.source(domain),
                    paused ? pauseWhy : "",
                    sent,
                    lastStatus,
                    refusals);
        }
    }

    /** A list through the lanes themselves, for they come and go with every request. */
    private final class IdleLanes {
        private @Nullable Lane first;
        private @Nullable Lane last;

        void add(Lane lane) {
            lane.isIdle = true;
            lane.idleBefore = last;
            if (last == null) {
                first = lane;
            } else {
                last.idleAfter = lane;
            }
            last = lane;
        }

        void remove(Lane lane) {
            lane.isIdle = false;
            if (lane.idleBefore == null) {
                first = lane.idleAfter;
            } else {
                lane.idleBefore.idleAfter = lane.idleAfter;
            }
            if (lane.idleAfter == null) {
                last = lane.idleBefore;
            } else {
                lane.idleAfter.idleBefore = lane.idleBefore;
            }
            lane.idleBefore = null;
            lane.idleAfter = null;
        }
    }

    private Lane lane(String domain, long now) {
        return lanes.computeIfAbsent(domain, missing -> {
            Lane lane = new Lane(missing);
            lane.rankIdle(now);
            return lane;
        });
    }

    Waiting<T> offer(T item, Ticket ticket, long now) {
        forget(now);
        if (waitingCount == 0 && running == 0) {
            gatherUntil = now + manners.gather().toNanos();
        }
        Lane lane = lane(ticket.domain(), now);
        boolean waits = lane.running > 0
                || (ticket.turnless()
                        ? !lane.turnless.order.isEmpty() || lane.pausedUntil > now
                        : !lane.spaced.order.isEmpty() || lane.turnAt() > now);
        Waiting<T> waiting = new Waiting<>(item, ticket, lane, waits, sequence++);
        lane.enter(waiting);
        lane.place(now);
        return waiting;
    }

    /** {@code by} more requests to {@code domain} are on their way to the line (or fewer, when they come): the lane counts as so much longer. */
    void announce(String domain, int by, long now) {
        Lane lane = lane(domain, now);
        lane.announced = Math.max(0, lane.announced + by);
        lane.place(now);
    }

    /** Forgets lanes that were idle for long and whose turn has come; those that are paused for longer are looked at again later. */
    private void forget(long now) {
        for (Lane lane = idle.first; lane != null && lane.idleSince + KEPT.toNanos() <= now; lane = idle.first) {
            idle.remove(lane);
            if (lane.turnAt() > now) {
                lane.idleSince = now;
                idle.add(lane);
            } else {
                lanes.remove(lane.domain);
            }
        }
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
        while (running < slots && now >= gatherUntil && !ready.isEmpty()) {
            Lane lane = firstWithASlot(slots, now);
            if (lane == null) {
                heldUntil = NEVER; // until a minor one ends, or another comes
                return null;
            } else if (lane.nextGo(lane.interval()) > now) {
                lane.place(now); // its interval has grown since
            } else if (keptForCriticalLanes(lane, slots, now)) {
                heldUntil = resting.first().turn;
                return null;
            } else {
                return giveOut(lane, now);
            }
        }
        return null;
    }

    /** The first that may go: a minor one only when nothing else may, and when those have not their half of the slots. */
    private @Nullable Lane firstWithASlot(int slots, long now) {
        for (Lane lane : ready) {
            if (!lane.next(now).minor) {
                return lane;
            }
        }
        return runningMinor < Math.max(1, slots / 2) ? ready.first() : null;
    }

    private Waiting<T> giveOut(Lane lane, long now) {
        Waiting<T> next = lane.next(now);
        lane.leave(next);
        lane.running++;
        lane.alone = next.turnless;
        lane.unsent += next.turnless ? 0 : 1;
        running++;
        runningMinor += next.minor ? 1 : 0;
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
        Lane longestPaced = paced.first();
        if (longestPaced == null || !longestPaced.isCritical(rest) || slots == 1 || candidate.isCritical(rest)) {
            return false;
        }
        double done = now + candidate.expectedNanos() / candidate.length;
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

    private void wake(long now) {
        while (!resting.isEmpty() && resting.first().turn <= now) {
            resting.first().place(now);
        }
    }

    /**
     * The request to {@code domain} that was given out is on its way: the domain's clock starts here, and again if it is said again.
     *
     * @return whether the clock moved; a turnless request moves none
     */
    boolean sent(String domain, long now) {
        Lane lane = lane(domain, now);
        lane.sent++;
        if (lane.alone) {
            return false;
        }
        lane.stamped++;
        lane.unsent = Math.max(0, lane.unsent - 1);
        stamp(lane, now);
        lane.place(now);
        return true;
    }

    private void stamp(Lane lane, long when) {
        lane.everSent = true;
        lane.lastSent = when;
    }

    /** The request has ended, well or not; one that was never sent counts as sent now, unless it is turnless. */
    void release(Waiting<T> waiting, long now) {
        Lane lane = waiting.lane;
        lane.running--;
        running--;
        runningMinor -= waiting.minor ? 1 : 0;
        if (waiting.turnless) {
            lane.alone = false;
        } else {
            if (lane.unsent > lane.running) {
                lane.unsent = lane.running;
                stamp(lane, now);
            }
            double took = now - waiting.started;
            lane.meanNanos = lane.meanNanos == 0 ? took : lane.meanNanos + NEWEST * (took - lane.meanNanos);
            meanNanos = meanNanos == 0 ? took : meanNanos + NEWEST * (took - meanNanos);
        }
        lane.place(now);
    }

    /** No request to {@code domain} before {@code until}; a shorter pause never ends a longer one. */
    void pause(String domain, long until, String source, String why, long now) {
        Lane lane = lane(domain, now);
        if (until > lane.pausedUntil) {
            lane.pausedUntil = until;
            lane.pauseSource = source;
            lane.pauseWhy = why;
        }
        lane.place(now);
    }

    void answered(String domain, int status, boolean refused, long now) {
        Lane lane = lane(domain, now);
        lane.lastStatus = status;
        lane.refusals += refused ? 1 : 0;
    }

    /** A clock kept from before: the last request to {@code domain} was sent at {@code when}. */
    void restore(String domain, long when, long now) {
        Lane lane = lane(domain, now);
        if (!lane.everSent || when > lane.lastSent) {
            stamp(lane, Math.min(when, now));
        }
        lane.place(now);
    }

    /** Knows no domain any more; does nothing while somebody waits or is under way. */
    void forget() {
        if (waitingCount == 0 && running == 0) {
            while (idle.first != null) {
                idle.remove(idle.first);
            }
            lanes.clear();
            meanNanos = 0;
        }
    }

    /** Takes out what can no longer be sent: its deadline has passed, or comes before its domain's next turn. */
    List<Waiting<T>> expired(long now) {
        List<Waiting<T>> out = List.of();
        while (!deadlines.isEmpty() && deadlines.first().deadline <= now) {
            Lane lane = deadlines.first();
            out = out.isEmpty() ? new ArrayList<>() : out;
            takeOverdue(lane.spaced, now, out);
            takeOverdue(lane.turnless, now, out);
            lane.place(now);
        }
        if (!hopeless.isEmpty()) {
            out = out.isEmpty() ? new ArrayList<>() : out;
            out.addAll(hopeless);
            hopeless.clear();
        }
        if (out.size() > 1) {
            out.sort(Comparator.comparingLong(waiting -> waiting.sequence));
        }
        return out;
    }

    private void takeOverdue(Queue queue, long now, List<Waiting<T>> out) {
        for (Waiting<T> soonest = queue.deadlines.first();
                soonest != null && soonest.deadline <= now;
                soonest = queue.deadlines.first()) {
            soonest.lane.leave(soonest);
            out.add(soonest);
        }
    }

    /** Takes out all that wait, or those of one group; the cost grows with what waits, not with the lanes that are known. */
    List<Waiting<T>> cancel(@Nullable String group, long now) {
        List<Waiting<T>> out = new ArrayList<>();
        for (Lane lane : longest.all()) {
            List<Waiting<T>> inLane = lane.spaced.order.all();
            inLane.addAll(lane.turnless.order.all());
            for (Waiting<T> waiting : inLane) {
                if (group == null || group.equals(waiting.group)) {
                    lane.leave(waiting);
                    out.add(waiting);
                }
            }
            lane.place(now);
        }
        out.sort(Comparator.comparingLong(waiting -> waiting.sequence));
        return out;
    }

    /** When {@link #poll} or {@link #expired} may have news if nothing else happens; {@link Long#MAX_VALUE} for never. */
    long nextLook(int slots, long now) {
        if (!hopeless.isEmpty()) {
            return now;
        }
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

    /** Where a domain stands; of one that the line does not know, what its manners say. */
    DomainStatus statusOrUnknown(String domain, long now) {
        return status(domain, now)
                .orElseGet(() -> new DomainStatus(
                        domain, 0, 0, manners.interval(domain), Duration.ZERO, manners.source(domain), "", 0, 0, 0));
    }

    /** Where a domain stands; empty when the line does not know it, or no longer. */
    Optional<DomainStatus> status(String domain, long now) {
        return Optional.ofNullable(lanes.get(domain)).map(lane -> lane.status(now));
    }

    /** When a request to {@code domain} last moved its clock; empty when none did as far as the line knows. */
    Optional<Long> lastSent(String domain) {
        return Optional.ofNullable(lanes.get(domain))
                .filter(lane -> lane.everSent)
                .map(lane -> lane.lastSent);
    }

    /** The {@code most} domains with the longest lanes and how many wait there, longest first. */
    Map<String, Integer> waitingByDomain(int most) {
        Map<String, Integer> out = new LinkedHashMap<>();
        longest.first(most).forEach(lane -> out.put(lane.domain, lane.length));
        return out;
    }

    /** Visits each domain that the line knows, in no order. */
    void report(long now, Consumer<DomainStatus> out) {
        lanes.values().forEach(lane -> out.accept(lane.status(now)));
    }
}
