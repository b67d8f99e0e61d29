package press.parallel.politeness;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;
import press.parallel.politeness.Line.Ticket;
import press.parallel.politeness.Line.Waiting;

/**
 * The line in front of the web: takes exchanges in, gives each to the route behind {@code from: polite:} when its domain's turn has
 * come and a slot is free, and hands the outcome back to whoever waits for it. It outlives the routes on both sides of it, and so
 * do its clocks.
 *
 * <p>A waiting exchange holds no thread. Safe for use by many threads; no foreign code runs under its lock but {@link Manners}.
 */
public final class PoliteLine {
    private static final long NEVER = Long.MAX_VALUE;

    /** Answers that callers have not read yet: with more of them AND more bytes than this the line holds. */
    private static final int MANY_UNREAD = 64;

    private static final long MANY_UNREAD_BYTES = 16L << 20;

    /** Counted for a body whose size nobody can tell. */
    private static final long UNKNOWN_BYTES = 256L << 10;

    /** Counted for the exchange around a body. */
    private static final long EXCHANGE_BYTES = 2L << 10;

    private static final Duration LONGEST = Duration.ofDays(10_000);
    private static final String STOPPING = "the press is stopping";

    private final ReentrantLock lock = new ReentrantLock();
    private final Line<Turn> line;
    private final LongSupplier nanos;
    private final InstantSource wall;
    private final ScheduledExecutorService clock;
    private final Executor handBack;
    private final AtomicLong sentTotal = new AtomicLong();
    private final AtomicLong waitsTotal = new AtomicLong();
    private final AtomicLong refusedTotal = new AtomicLong();
    private volatile BiConsumer<String, Instant> onSent = (domain, at) -> {};

    private @Nullable Server server;
    private @Nullable ScheduledFuture<?> alarm;
    private long alarmAt = NEVER;
    private int most = Integer.MAX_VALUE;
    private int unread;
    private long unreadBytes;
    private boolean closed;

    /** An exchange in the line and the way back to its caller. */
    private record Turn(Exchange exchange, AsyncCallback callback) {}

    /** An exchange that will not be sent, and what its caller is told. */
    private record Lost(Turn turn, PoliteCancelledException why) {}

    /** The consumer that the line gives out to. */
    private record Server(Object owner, AsyncProcessor route, Executor slots, int size) {}

    PoliteLine(
            Manners manners,
            LongSupplier nanos,
            InstantSource wall,
            ScheduledExecutorService clock,
            Executor handBack) {
        this.line = new Line<>(manners);
        this.nanos = nanos;
        this.wall = wall;
        this.clock = clock;
        this.handBack = handBack;
    }

    /** Takes an exchange in and returns at once; {@code callback} is called, on another thread, when its turn is over. */
    void take(Exchange exchange, AsyncCallback callback) {
        Turn turn = new Turn(exchange, callback);
        Ticket ticket = ticket(exchange);
        List<Lost> lost;
        lock.lock();
        try {
            long now = nanos.getAsLong();
            if (closed) {
                lost = List.of(lost(turn, ticket.domain(), STOPPING, now));
            } else {
                line.offer(turn, ticket, now);
                lost = look(now);
            }
        } finally {
            lock.unlock();
        }
        lost.forEach(this::giveUp);
    }

    private Ticket ticket(Exchange exchange) {
        var in = exchange.getMessage();
        String domain = in.getHeader(PoliteHeaders.DOMAIN, String.class);
        if (domain == null || domain.isBlank()) {
            throw new IllegalArgumentException("polite: expected the registrable domain of the request in header '"
                    + PoliteHeaders.DOMAIN + "', but found none; set it before `to: polite:`");
        }
        long deadlineMillis = in.getHeader(PoliteHeaders.DEADLINE, NEVER, Long.class);
        long deadline = deadlineMillis == NEVER
                ? NEVER
                : later(nanos.getAsLong(), Duration.between(wall.instant(), Instant.ofEpochMilli(deadlineMillis)));
        return new Ticket(
                domain,
                in.getHeader(PoliteHeaders.GROUP, String.class),
                in.getHeader(PoliteHeaders.INDEX, 0L, Long.class),
                TimeUnit.MILLISECONDS.toNanos(in.getHeader(PoliteHeaders.EXPECTED_MILLIS, 0L, Long.class)),
                deadline,
                in.getHeader(PoliteHeaders.TURNLESS, false, Boolean.class),
                in.getHeader(PoliteHeaders.PRIORITY, 0, Integer.class),
                in.getHeader(PoliteHeaders.MINOR, false, Boolean.class));
    }

    /** {@code span} after {@code now}; a span that no clock can count is {@link #NEVER} over, or over already. */
    private static long later(long now, Duration span) {
        if (span.compareTo(LONGEST) > 0) {
            return NEVER;
        }
        return span.isNegative() ? now : now + span.toNanos();
    }

    private void pump() {
        List<Lost> lost;
        lock.lock();
        try {
            lost = look(nanos.getAsLong());
        } finally {
            lock.unlock();
        }
        lost.forEach(this::giveUp);
    }

    /**
     * Gives out all that may go and sets the alarm for the next look. Under the lock.
     *
     * @return what can no longer be sent in time; its callers are told when the lock is free
     */
    private List<Lost> look(long now) {
        List<Lost> lost = lost(line.expired(now), now);
        Server to = server;
        int size = slots();
        if (to != null) {
            for (Waiting<Turn> next = line.poll(size, now); next != null; next = line.poll(size, now)) {
                giveOut(next, to);
            }
        }
        setAlarm(line.nextLook(size, now), now);
        return lost;
    }

    /** Requests under way at most, at this moment. */
    private int slots() {
        return server == null || isFull() ? 0 : Math.min(server.size(), most);
    }

    private boolean isFull() {
        return unread > MANY_UNREAD && unreadBytes > MANY_UNREAD_BYTES;
    }

    private List<Lost> lost(List<Waiting<Turn>> late, long now) {
        List<Lost> lost = late.isEmpty() ? List.of() : new ArrayList<>(late.size());
        for (Waiting<Turn> waiting : late) {
            DomainStatus status = line.statusOrUnknown(waiting.domain(), now);
            String reason = waiting.deadline <= now
                    ? "its turn did not come before the deadline"
                    : "its domain's next turn, in " + status.untilTurn().toSeconds() + " s, comes after the deadline";
            lost.add(new Lost(waiting.item, new PoliteCancelledException(status, reason)));
        }
        return lost;
    }

    private Lost lost(Turn turn, String domain, String reason, long now) {
        return new Lost(turn, new PoliteCancelledException(line.statusOrUnknown(domain, now), reason));
    }

    /** Under the lock, so that a consumer that holds the line gets nothing more, and nothing is given to its closed pool. */
    private void giveOut(Waiting<Turn> next, Server to) {
        if (next.waits) {
            waitsTotal.incrementAndGet();
        }
        to.slots().execute(() -> serve(next, to));
    }

    /** An alarm that comes too early costs one look; so it is moved only to be sooner, and not with every request. */
    private void setAlarm(long at, long now) {
        if (at >= alarmAt || closed) {
            return;
        }
        if (alarm != null) {
            alarm.cancel(false);
        }
        alarmAt = at;
        alarm = clock.schedule(() -> ring(at), Math.max(0, at - now), TimeUnit.NANOSECONDS);
    }

    private void ring(long at) {
        lock.lock();
        try {
            if (alarmAt == at) {
                alarmAt = NEVER;
                alarm = null;
            }
        } finally {
            lock.unlock();
        }
        pump();
    }

    /** Whatever happens in the route, its slot becomes free and the caller goes on, once. */
    private void serve(Waiting<Turn> next, Server to) {
        Turn turn = next.item;
        AtomicBoolean over = new AtomicBoolean();
        AsyncCallback end = doneSync -> {
            if (over.compareAndSet(false, true)) {
                long bytes = bytes(turn.exchange());
                try {
                    ended(next, bytes);
                } finally {
                    handBack.execute(() -> goOn(turn, bytes));
                }
            }
        };
        try {
            to.route().process(turn.exchange(), end);
        } catch (Throwable e) {
            if (!over.get()) {
                turn.exchange().setException(e);
            }
            end.done(false);
        }
    }

    /** About what an unread answer keeps in memory. */
    private static long bytes(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        long size = UNKNOWN_BYTES;
        if (body == null) {
            size = 0;
        } else if (body instanceof byte[] whole) {
            size = whole.length;
        } else if (body instanceof CharSequence text) {
            size = 2L * text.length();
        } else if (body instanceof StreamCache cached && cached.length() >= 0) {
            size = cached.length();
        }
        return EXCHANGE_BYTES + size;
    }

    private void ended(Waiting<Turn> next, long bytes) {
        List<Lost> lost;
        lock.lock();
        try {
            long now = nanos.getAsLong();
            line.release(next, now);
            unread++;
            unreadBytes += bytes;
            lost = look(now);
        } finally {
            lock.unlock();
        }
        lost.forEach(this::giveUp);
    }

    /** Lets the caller go on with its answer; when that makes room, the line gives out again. */
    private void goOn(Turn turn, long bytes) {
        try {
            turn.callback().done(false);
        } finally {
            List<Lost> lost = List.of();
            lock.lock();
            try {
                boolean wasFull = isFull();
                unread--;
                unreadBytes -= bytes;
                if (wasFull && !isFull()) {
                    lost = look(nanos.getAsLong());
                }
            } finally {
                lock.unlock();
            }
            lost.forEach(this::giveUp);
        }
    }

    /**
     * The request to {@code domain} that was given out has just been flushed to a connected socket: its clock starts now, unless it
     * is turnless. A request that ends without this is counted from its end.
     */
    public void sent(String domain) {
        boolean stamped;
        List<Lost> lost;
        lock.lock();
        try {
            long now = nanos.getAsLong();
            stamped = line.sent(domain, now);
            lost = look(now);
        } finally {
            lock.unlock();
        }
        sentTotal.incrementAndGet();
        lost.forEach(this::giveUp);
        if (stamped) {
            onSent.accept(domain, wall.instant());
        }
    }

    private void giveUp(Lost lost) {
        lost.turn().exchange().setException(lost.why());
        handBack.execute(() -> lost.turn().callback().done(false));
    }

    /**
     * At most {@code mostInFlight} requests under way, although there are more slots; for measuring. What is under way already ends.
     *
     * @param mostInFlight at least 1; {@link Integer#MAX_VALUE} for as many as there are slots, the default
     */
    public void limit(int mostInFlight) {
        if (mostInFlight < 1) {
            throw new IllegalArgumentException(
                    "polite: expected a limit of at least 1 request in flight, but was " + mostInFlight);
        }
        lock.lock();
        try {
            most = mostInFlight;
        } finally {
            lock.unlock();
        }
        pump();
    }

    /** Gives out to {@code route} from now on; what waited under another owner goes on here. */
    void open(Object owner, AsyncProcessor route, Executor slots, int size) {
        lock.lock();
        try {
            if (server != null && server.owner() != owner) {
                throw new IllegalStateException(
                        "polite: expected one consumer of this line, but a second one starts; remove one of the two routes");
            }
            server = new Server(owner, route, slots, size);
            closed = false;
        } finally {
            lock.unlock();
        }
        pump();
    }

    /** Holds the line: what waits goes on waiting, what is under way ends. */
    void hold(Object owner) {
        lock.lock();
        try {
            if (server != null && server.owner() == owner) {
                server = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Fails all that waits and refuses what comes after, until a consumer opens the line again. */
    void close() {
        lock.lock();
        try {
            closed = true;
            server = null;
        } finally {
            lock.unlock();
        }
        cancelAll(null, STOPPING);
    }

    /**
     * Takes the waiting requests of one group out of the line; each fails with a {@link PoliteCancelledException}. What is under
     * way is not touched.
     *
     * @return how many were taken out
     */
    public int cancel(String group, String why) {
        return cancelAll(group, why);
    }

    private int cancelAll(@Nullable String group, String why) {
        List<Lost> lost = new ArrayList<>();
        lock.lock();
        try {
            long now = nanos.getAsLong();
            for (Waiting<Turn> waiting : line.cancel(group, now)) {
                lost.add(lost(waiting.item, waiting.domain(), why, now));
            }
        } finally {
            lock.unlock();
        }
        lost.forEach(this::giveUp);
        return lost.size();
    }

    /**
     * No request to {@code domain} for {@code span} from now, turnless ones included. A shorter pause never ends a longer one.
     * Requests whose deadline comes before the end of the pause fail at once.
     *
     * @param source what asks for it, in a word, like {@code Retry-After}
     * @param why shown to people
     */
    public void pause(String domain, Duration span, String source, String why) {
        List<Lost> lost;
        lock.lock();
        try {
            long now = nanos.getAsLong();
            line.pause(domain, later(now, span), source, why, now);
            lost = look(now);
        } finally {
            lock.unlock();
        }
        lost.forEach(this::giveUp);
    }

    /** Notes an answer for the report. */
    public void answered(String domain, int status) {
        boolean refused = status == 429 || status == 503;
        if (refused) {
            refusedTotal.incrementAndGet();
        }
        lock.lock();
        try {
            line.answered(domain, status, refused, nanos.getAsLong());
        } finally {
            lock.unlock();
        }
    }

    /** Takes over clocks of an earlier process: domain to the moment its last request was sent. */
    public void restore(Map<String, Instant> lastSent) {
        List<Lost> lost;
        lock.lock();
        try {
            long now = nanos.getAsLong();
            Instant today = wall.instant();
            lastSent.forEach((domain, at) -> line.restore(
                    domain, now - Math.max(0, Duration.between(at, today).toNanos()), now));
            lost = look(now);
        } finally {
            lock.unlock();
        }
        lost.forEach(this::giveUp);
    }

    /**
     * More requests to {@code domain} will come into the line as soon as something else is settled: the domain is given its turns as if they
     * waited already, so that its last request is not late.
     *
     * @param by how many more; negative when they come, or will not come after all
     */
    public void announce(String domain, int by) {
        lock.lock();
        try {
            line.announce(domain, by, nanos.getAsLong());
        } finally {
            lock.unlock();
        }
    }

    /** Knows no domain any more: no clock, no pause, no memory of how long answers took. Only while nothing waits or is under way. */
    public void forget() {
        lock.lock();
        try {
            line.forget();
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@code listener} hears of every request that moves its domain's clock, at the moment it is sent and on the sending thread; it
     * must not block.
     */
    public void onSent(BiConsumer<String, Instant> listener) {
        onSent = listener;
    }

    /** Whether a request offered now to a rested domain would go at once: a slot is free and nobody else may go. */
    public boolean idle() {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            return line.running() < slots() - 1 && !line.someMayGo(now);
        } finally {
            lock.unlock();
        }
    }

    /** Where {@code domain} stands; empty when the line does not know it, or has forgotten it after ten idle minutes. */
    public Optional<DomainStatus> status(String domain) {
        lock.lock();
        try {
            return line.status(domain, nanos.getAsLong());
        } finally {
            lock.unlock();
        }
    }

    /** How long ago {@code domain} was last sent a request, in an earlier process too; empty when that is unknown, or ten idle minutes ago. */
    public Optional<Duration> sinceSent(String domain) {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            return line.lastSent(domain).map(sent -> Duration.ofNanos(now - sent));
        } finally {
            lock.unlock();
        }
    }

    /** The {@code most} domains with the longest lanes and how many wait in each, longest first; cheap however many there are. */
    public Map<String, Integer> waitingByDomain(int most) {
        lock.lock();
        try {
            return line.waitingByDomain(most);
        } finally {
            lock.unlock();
        }
    }

    /**
     * A copy of where every domain stands, most waiting first. Costs time for every domain, so it is for people, not for loops; a
     * domain that was idle for ten minutes is forgotten and its numbers are gone, but not from {@link #totals}.
     */
    public List<DomainStatus> report() {
        List<DomainStatus> all = new ArrayList<>();
        lock.lock();
        try {
            line.report(nanos.getAsLong(), all::add);
        } finally {
            lock.unlock();
        }
        all.sort(Comparator.comparingInt((DomainStatus status) -> -status.waiting())
                .thenComparing(DomainStatus::domain));
        return all;
    }

    public Totals totals() {
        lock.lock();
        try {
            return new Totals(line.waiting(), line.running(), sentTotal.get(), waitsTotal.get(), refusedTotal.get());
        } finally {
            lock.unlock();
        }
    }

    /**
     * The line in numbers since the press started.
     *
     * @param sent requests sent
     * @param waits requests that had to wait for their domain
     * @param refused answers 429 and 503
     */
    public record Totals(int waiting, int inFlight, long sent, long waits, long refused) {}
}
