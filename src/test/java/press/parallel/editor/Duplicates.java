package press.parallel.editor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import press.parallel.editor.LabelledPairs.Figures;
import press.parallel.editor.LabelledPairs.Pair;

/**
 * How well and how fast the editor finds near-duplicates, as tables: precision and recall on the labelled pairs by kind and language;
 * time, processor time and heap for 1,000, 10,000 and 100,000 invented entries, each in a program of its own with 512 MiB.
 *
 * <p>Run by {@code mvn -q -B -P duplicates process-test-classes}. On shared cores the ratios tell more than the times.
 */
public final class Duplicates {
    private static final String HEAP = "-Xmx512m";
    private static final int[] SIZES = {1_000, 10_000, 100_000};
    private static final double MIB = 1024 * 1024;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long PAUSE_MILLIS = 300;

    private Duplicates() {}

    /** Without arguments all tables; with a number of entries one row, in this program. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0) {
            measure(Integer.parseInt(arguments[0]));
            return;
        }
        List<Pair> all = new ArrayList<>();
        for (String file : List.of("pairs-a.jsonl", "pairs-b.jsonl")) {
            List<Pair> pairs = LabelledPairs.read(file);
            all.addAll(pairs);
            print(file, pairs);
            print(file + ", in one batch", LabelledPairs.together(pairs));
        }
        print("both files", all);
        printBy("kind", all, Pair::kind);
        printBy("language", all, Pair::language);

        System.out.printf(
                "%n%-8s %10s %6s %12s %6s %9s %13s %12s %7s %7s%n",
                "entries",
                "median",
                "ratio",
                "processor",
                "ratio",
                "stories",
                "heap, entries",
                "with search",
                "found",
                "wrong");
        double[] before = {0, 0};
        for (int size : SIZES) {
            before = fork(size, before);
        }
    }

    private static void print(String what, List<Pair> pairs) {
        System.out.printf("%-34s %4d pairs  %s%n", what, pairs.size(), Figures.of(pairs));
    }

    private static void printBy(String what, List<Pair> all, Function<Pair, String> group) {
        System.out.printf("%n%-32s %14s %14s  both%n", what, "a", "b");
        new TreeMap<>(all.stream().collect(groupingBy(group, toList())))
                .forEach((name, some) -> System.out.printf(
                        "%-32s %14s %14s  %s%n", name, wrong(some, "a"), wrong(some, "b"), Figures.of(some)));
    }

    private static String wrong(List<Pair> pairs, String file) {
        List<Pair> some =
                pairs.stream().filter(pair -> pair.id().startsWith(file)).toList();
        return LabelledPairs.wrong(some).size() + " of " + some.size() + " wrong";
    }

    /** Prints one row and returns its times. */
    private static double[] fork(int size, double[] before) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Duplicates.class.getName(),
                        String.valueOf(size))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(size + " entries did not get through with " + HEAP + ": " + line);
        }
        String[] parts = line.split(" ");
        double[] millis = {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
        System.out.printf(
                Locale.ROOT,
                "%-8d %7.0f ms %6s %9.0f ms %6s %9s %9s MiB %8s MiB %7s %7s%n",
                size,
                millis[0],
                ratio(millis[0], before[0]),
                millis[1],
                ratio(millis[1], before[1]),
                parts[2],
                parts[3],
                parts[4],
                parts[5],
                parts[6]);
        return millis;
    }

    private static String ratio(double now, double before) {
        return before == 0 ? "" : String.format(Locale.ROOT, "%.1f", now / before);
    }

    private static void measure(int size) throws InterruptedException {
        for (int i = 0; i < 8; i++) {
            SameStories.of(InventedNews.of(3_000).entries());
        }
        InventedNews.Edition edition = InventedNews.of(size);
        int runs = size > 50_000 ? 3 : 7;
        long[] nanos = new long[runs];
        long[] cpuNanos = new long[runs];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<List<Weighed>> stories = List.of();
        for (int run = 0; run < runs; run++) {
            long cpu = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            stories = SameStories.of(edition.entries());
            nanos[run] = System.nanoTime() - start;
            cpuNanos[run] = threads.getCurrentThreadCpuTime() - cpu;
        }
        Arrays.sort(nanos);
        Arrays.sort(cpuNanos);
        System.gc();
        long entries = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                Locale.ROOT,
                "%.1f %.1f %d %.0f %.0f %s%n",
                nanos[runs / 2] / NANOS_PER_MILLI,
                cpuNanos[runs / 2] / NANOS_PER_MILLI,
                stories.size(),
                entries / MIB,
                live(edition) / MIB,
                judge(edition, stories));
    }

    /** Of the entries whose event a better placed one tells too, the share that stands under such a one; and the share under a stranger. */
    private static String judge(InventedNews.Edition edition, List<List<Weighed>> stories) {
        Set<Integer> told = new HashSet<>();
        int again = 0;
        for (Weighed entry : edition.entries()) {
            again += told.add(edition.events().get(entry.key())) ? 0 : 1;
        }
        int found = 0;
        int wrong = 0;
        for (List<Weighed> story : stories) {
            int leads = edition.events().get(story.get(0).key());
            for (Weighed other : story.subList(1, story.size())) {
                boolean right = edition.events().get(other.key()) == leads;
                found += right ? 1 : 0;
                wrong += right ? 0 : 1;
            }
        }
        return String.format(
                Locale.ROOT,
                "%.3f %.4f",
                (double) found / again,
                (double) wrong / edition.entries().size());
    }

    /** One more run, while collections tell how much of the heap cannot be given back. */
    private static long live(InventedNews.Edition edition) throws InterruptedException {
        Thread run = new Thread(() -> SameStories.of(edition.entries()));
        run.start();
        long most = 0;
        while (run.isAlive()) {
            System.gc();
            most = Math.max(
                    most,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
            run.join(PAUSE_MILLIS);
        }
        return most;
    }
}
