package press.parallel.politeness;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
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
    /** Answers that callers have not read yet, at most: a web faster than its readers must not fill the memory. */
    private static final int MOST_UNREAD = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Line<Turn> line;
    private final LongSupplier nanos;
    private final InstantSource wall;
    private final ScheduledExecutorService clock;
    private final Executor handBack;
    private final AtomicInteger unread = new AtomicInteger();
    private final AtomicLong sentTotal = new AtomicLong();
    private final AtomicLong waitsTotal = new AtomicLong();
    private final AtomicLong refusedTotal = new AtomicLong();
    private volatile BiConsumer<String, Instant> onSent = (domain, at) -> {};

    private @Nullable Server server;
    private @Nullable ScheduledFuture<?> look;
    private long lookAt = NEVER;
    private boolean closed;

    /** An exchange in the line and the way back to its caller. */
    private record Turn(Exchange exchange, AsyncCallback callback) {}

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
        lock.lock();
        try {
            if (!closed) {
                line.offer(turn, ticket(exchange), nanos.getAsLong());
                turn = null;
            }
        } finally {
            lock.unlock();
        }
        if (turn != null) {
            giveUp(turn, "the press is stopping");
        } else {
            pump();
        }
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
                : nanos.getAsLong() + TimeUnit.MILLISECONDS.toNanos(deadlineMillis - wall.millis());
        return new Ticket(
                domain,
                in.getHeader(PoliteHeaders.GROUP, String.class),
                in.getHeader(PoliteHeaders.INDEX, 0L, Long.class),
                TimeUnit.MILLISECONDS.toNanos(in.getHeader(PoliteHeaders.EXPECTED_MILLIS, 0L, Long.class)),
                deadline);
    }

    /** Gives out all that may go, fails what is overdue, and sets the alarm for the next look. */
    private void pump() {
        List<Waiting<Turn>> overdue;
        lock.lock();
        try {
            long now = nanos.getAsLong();
            overdue = line.expired(now);
            Server to = server;
            int size = to == null || unread.get() >= MOST_UNREAD ? 0 : to.size();
            for (Waiting<Turn> next = line.poll(size, now); next != null && to != null; next = line.poll(size, now)) {
                giveOut(next, to);
            }
            setAlarm(line.nextLook(size, now), now);
        } finally {
            lock.unlock();
        }
        overdue.forEach(waiting -> giveUp(waiting.item, "its turn did not come before the deadline"));
    }

    /** Under the lock, so that a consumer that holds the line gets nothing more, and nothing is given to its closed pool. */
    private void giveOut(Waiting<Turn> next, Server to) {
        if (next.waits) {
            waitsTotal.incrementAndGet();
        }
        to.slots().execute(() -> serve(next, to));
    }

    private void setAlarm(long at, long now) {
        if (at == lookAt && look != null && !look.isDone()) {
            return;
        }
        if (look != null) {
            look.cancel(false);
            look = null;
        }
        lookAt = at;
        if (at != NEVER && !closed) {
            look = clock.schedule(this::pump, Math.max(0, at - now), TimeUnit.NANOSECONDS);
        }
    }

    /** Whatever happens in the route, its slot becomes free and the caller goes on, once. */
    private void serve(Waiting<Turn> next, Server to) {
        Turn turn = next.item;
        AtomicBoolean over = new AtomicBoolean();
        AsyncCallback end = doneSync -> {
            if (over.compareAndSet(false, true)) {
                unread.incrementAndGet();
                try {
                    ended(next);
                } finally {
                    handBack.execute(() -> goOn(turn));
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

    /** Lets the caller go on with its answer; when that makes room, the line gives out again. */
    private void goOn(Turn turn) {
        try {
            turn.callback().done(false);
        } finally {
            if (unread.getAndDecrement() == MOST_UNREAD) {
                pump();
            }
        }
    }

    private void ended(Waiting<Turn> next) {
        lock.lock();
        try {
            line.release(next, nanos.getAsLong());
        } finally {
            lock.unlock();
        }
        pump();
    }

    /**
     * The request to {@code domain} that was given out has just been flushed to a connected socket: its clock starts now. A request
     * that ends without this is counted from its end.
     */
    public void sent(String domain) {
        lock.lock();
        try {
            line.sent(domain, nanos.getAsLong());
        } finally {
            lock.unlock();
        }
        sentTotal.incrementAndGet();
        onSent.accept(domain, wall.instant());
    }

    private void giveUp(Turn turn, String why) {
        turn.exchange()
                .setException(new PoliteCancelledException(
                        turn.exchange().getMessage().getHeader(PoliteHeaders.DOMAIN, String.class), why));
        handBack.execute(() -> turn.callback().done(false));
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
        cancelAll(null, "the press is stopping");
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
        List<Waiting<Turn>> out;
        lock.lock();
        try {
            out = line.cancel(group, nanos.getAsLong());
        } finally {
            lock.unlock();
        }
        out.forEach(waiting -> giveUp(waiting.item, why));
        return out.size();
    }

    /** No request to {@code domain} for {@code span} from now; {@code why} is shown to people. */
    public void pause(String domain, Duration span, String why) {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            line.pause(domain, now + span.toNanos(), why, now);
        } finally {
            lock.unlock();
        }
        pump();
    }

    /** Notes an answer for the report. */
    public void answered(String domain, int status) {
        boolean refused = status == 429 || status == 503;
        if (refused) {
            refusedTotal.incrementAndGet();
        }
        lock.lock();
        try {
            line.answered(domain, status, refused);
        } finally {
            lock.unlock();
        }
    }

    /** Takes over clocks of an earlier process: domain to the moment its last request was sent. */
    public void restore(Map<String, Instant> lastSent) {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            Instant today = wall.instant();
            lastSent.forEach((domain, at) -> line.restore(
                    domain, now - Math.max(0, Duration.between(at, today).toNanos()), now));
        } finally {
            lock.unlock();
        }
    }

    /** {@code listener} hears of every request at the moment it is sent, on the sending thread; it must not block. */
    public void onSent(BiConsumer<String, Instant> listener) {
        onSent = listener;
    }

    /** Whether a request offered now to a rested domain would go at once: a slot is free and nobody else may go. */
    public boolean idle() {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            return server != null && line.running() < server.size() - 1 && !line.someMayGo(now);
        } finally {
            lock.unlock();
        }
    }

    /** A copy of where every domain stands, most waiting first. */
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
