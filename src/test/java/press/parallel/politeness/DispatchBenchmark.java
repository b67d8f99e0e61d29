package press.parallel.politeness;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultExchange;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import press.parallel.politeness.Line.Ticket;
import press.parallel.politeness.Line.Waiting;

/**
 * What one request costs the press while others wait. As many wait at the end of a measurement as at its beginning: whoever leaves
 * the line is followed by a new request to the same domain.
 *
 * <p>Compiled and run by {@code mvn -q -B -P jmh process-test-classes} only.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 12, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class DispatchBenchmark {
    private static final int SLOTS = 10;
    private static final int BATCH = 10_000;

    /** All requests of an edition have the same. */
    private static final long DEADLINE = TimeUnit.DAYS.toNanos(50_000);

    /** Who waits at the beginning. */
    private static String[] domains(String spread, int waiting) {
        String[] domains = new String[waiting];
        int sites = Math.max(1, waiting / 10);
        double[] upTo = new double[sites];
        double sum = 0;
        for (int rank = 0; rank < sites; rank++) {
            sum += 1.0 / (rank + 1);
            upTo[rank] = sum;
        }
        Random random = new Random(1);
        for (int i = 0; i < waiting; i++) {
            int site = switch (spread) {
                case "one" -> 0;
                case "many" -> i;
                default -> Math.abs(java.util.Arrays.binarySearch(upTo, random.nextDouble() * sum) + 1);
            };
            domains[i] = "site" + site + ".org";
        }
        return domains;
    }

    /** The line alone, every domain spaced by 2 s on a clock that jumps to the next turn. */
    @State(Scope.Thread)
    public static class Alone {
        @Param({"500", "5000", "50000"})
        int waiting;

        @Param({"one", "many", "zipf"})
        String spread;

        final Line<String> line = new Line<>(domain -> Duration.ofSeconds(2));
        long now = TimeUnit.SECONDS.toNanos(100);

        @Setup
        public void fill() {
            for (String domain : domains(spread, waiting)) {
                offer(domain);
            }
        }

        void offer(String domain) {
            line.offer("x", new Ticket(domain, "edition", 0, 0, DEADLINE), now);
        }
    }

    /** Offer, poll, sent and release of one request. */
    @Benchmark
    public int line(Alone alone) {
        Line<String> line = alone.line;
        alone.now = Math.max(alone.now, line.nextLook(SLOTS, alone.now));
        line.expired(alone.now);
        Waiting<String> next = line.poll(SLOTS, alone.now);
        if (next == null) {
            throw new IllegalStateException("expected a turn at the time of the next look");
        }
        line.sent(next.domain(), alone.now);
        alone.now += 1_000;
        line.release(next, alone.now);
        alone.offer(next.domain());
        return line.waiting();
    }

    /** The line with its lock, threads and Camel exchanges; the route answers at once and no domain is spaced. */
    @State(Scope.Benchmark)
    public static class Threaded {
        @Param({"500", "5000", "50000"})
        int waiting;

        @Param({"one", "many", "zipf"})
        String spread;

        final Semaphore ended = new Semaphore(0);
        final ExecutorService slots = Executors.newFixedThreadPool(SLOTS);
        final ExecutorService handBack = Executors.newFixedThreadPool(2);
        final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        final PoliteLine line = new PoliteLine(
                new Manners() {
                    @Override
                    public Duration interval(String domain) {
                        return Duration.ZERO;
                    }

                    @Override
                    public int inFlight(String domain) {
                        return SLOTS;
                    }

                    @Override
                    public Duration gather() {
                        return Duration.ZERO;
                    }
                },
                System::nanoTime,
                InstantSource.system(),
                clock,
                handBack);
        volatile boolean over;

        @Setup
        public void fill(BenchmarkParams params) {
            DefaultCamelContext context = new DefaultCamelContext();
            for (String domain : domains(spread, waiting)) {
                Exchange exchange = new DefaultExchange(context);
                exchange.getMessage().setHeader(PoliteHeaders.DOMAIN, domain);
                exchange.getMessage().setHeader(PoliteHeaders.GROUP, "edition");
                exchange.getMessage().setBody("");
                take(exchange);
            }
            line.open(
                    this,
                    new AsyncProcessorSupport() {
                        @Override
                        public boolean process(Exchange exchange, AsyncCallback callback) {
                            line.sent(exchange.getMessage().getHeader(PoliteHeaders.DOMAIN, String.class));
                            callback.done(true);
                            return true;
                        }
                    },
                    slots,
                    SLOTS);
        }

        private void take(Exchange exchange) {
            line.take(exchange, doneSync -> {
                ended.release();
                if (!over) {
                    take(exchange);
                }
            });
        }

        @TearDown
        public void close() {
            over = true;
            line.close();
            slots.shutdownNow();
            handBack.shutdownNow();
            clock.shutdownNow();
        }
    }

    /** From taking an exchange in to its caller going on, on two cores. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void component(Threaded threaded) throws InterruptedException {
        threaded.ended.drainPermits();
        threaded.ended.acquire(BATCH);
    }

    /** Runs all and prints a table; the best of the twelve half seconds is the one that others on the machine disturbed least. */
    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(DispatchBenchmark.class.getSimpleName())
                        .build())
                .run();
        System.out.printf(
                "%n| What | Domains | Waiting | ns per request, best | median | worst |%n|---|---|---|---|---|---|%n");
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            Result<?> score = result.getPrimaryResult();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %,d | %,.0f | %,.0f | %,.0f |%n",
                    score.getLabel(),
                    params.getParam("spread"),
                    Integer.parseInt(params.getParam("waiting")),
                    score.getStatistics().getMin(),
                    score.getStatistics().getPercentile(50),
                    score.getStatistics().getMax());
        }
    }
}
