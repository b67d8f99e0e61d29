package press.parallel.press;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import press.parallel.Edition;
import press.parallel.Printed;
import press.parallel.Settings;
import press.parallel.bench.BenchOrder;
import press.parallel.bench.BenchReport;
import press.parallel.bench.Measured;
import press.parallel.bench.Mode;
import press.parallel.bench.Workload;
import press.parallel.newsroom.Newsroom;
import press.parallel.newsstand.Newsstand;
import press.parallel.politeness.PoliteLine;

/**
 * Prints the same paper several times against the built-in newsstand, by the press's own routes, once in each way that is to be compared.
 * Every run begins without memory: an empty newsroom, and a line that knows no domain.
 */
@Singleton
final class Bench {
    /** Long enough for every list that one would wait for. */
    private static final Duration DEADLINE = Duration.ofHours(6);

    private static final long LOOK_NANOS = 2_000_000;

    private final Runtime process = Runtime.getRuntime();
    private final Settings settings;
    private final Demo demo;
    private final Pace pace;
    private final Instance<PoliteLine> line;
    private final Instance<Turns> turns;
    private final Instance<Newsroom> newsroom;

    Bench(
            Settings settings,
            Demo demo,
            Pace pace,
            Instance<PoliteLine> line,
            Instance<Turns> turns,
            Instance<Newsroom> newsroom) {
        this.settings = settings;
        this.demo = demo;
        this.pace = pace;
        this.line = line;
        this.turns = turns;
        this.newsroom = newsroom;
    }

    /**
     * Measures.
     *
     * @param start starts the press, after the newsstand is open
     * @param print prints one edition before a deadline
     */
    BenchReport run(BenchOrder order, Runnable start, Function<Duration, CompletableFuture<Printed>> print) {
        Workload workload = Workload.of(order);
        Newsstand newsstand = demo.open(workload);
        start.run();
        List<Measured> runs = new ArrayList<>();
        for (Mode mode : order.modes()) {
            forget(newsstand);
            pace.set(mode, workload);
            line.get().limit(mode == Mode.SEQUENTIAL ? 1 : Integer.MAX_VALUE);
            runs.add(measure(mode, workload, newsstand, print.apply(DEADLINE)));
        }
        return new BenchReport(workload.words(), notes(order, workload), runs);
    }

    private Measured measure(Mode mode, Workload workload, Newsstand newsstand, CompletableFuture<Printed> printed) {
        long peakHeapBytes = 0;
        while (!isDone(printed)) {
            peakHeapBytes = Math.max(peakHeapBytes, process.totalMemory() - process.freeMemory());
        }
        Edition edition = printed.join().edition();
        untilQuiet(newsstand);
        int slots = mode == Mode.SEQUENTIAL ? 1 : settings.slots();
        return new Measured(mode, slots, workload, newsstand.arrivals(), Measured.Paper.of(edition), peakHeapBytes);
    }

    private void forget(Newsstand newsstand) {
        untilQuiet(newsstand);
        newsroom.get().clear();
        turns.get().forget();
        newsstand.forget();
        System.gc();
    }

    /** What was fetched ahead and is not printed may still be under way when the paper lies there. */
    private void untilQuiet(Newsstand newsstand) {
        PoliteLine.Totals totals = line.get().totals();
        while (!newsstand.isQuiet() || totals.inFlight() + totals.waiting() > 0) {
            LockSupport.parkNanos(LOOK_NANOS);
            totals = line.get().totals();
        }
    }

    /** Looks for a moment. */
    private static boolean isDone(CompletableFuture<Printed> printed) {
        try {
            printed.get(20, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the bench was interrupted", e);
        }
    }

    private List<String> notes(BenchOrder order, Workload workload) {
        List<String> notes = new ArrayList<>();
        String named = workload.intervals().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + " " + seconds(one.getValue()))
                .collect(Collectors.joining(", "));
        String others = workload.elsewhere().isZero() ? "any pace" : seconds(workload.elsewhere());
        notes.add("intervals, kept by the polite press and wanted by the newsstand: "
                + (named.isEmpty() ? "every domain " + others : named + ", elsewhere " + others));
        notes.add(settings.slots() + " slots; press and newsstand share one program on " + process.availableProcessors()
                + " processors; times are the newsstand's own");
        if (order.modes().size() > 1) {
            notes.add(
                    "the runs follow one another, each without memory of the one before; what the newsstand refuses takes as"
                            + " long as what it gives");
        }
        return notes;
    }

    private static String seconds(Duration span) {
        return BigDecimal.valueOf(span.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
