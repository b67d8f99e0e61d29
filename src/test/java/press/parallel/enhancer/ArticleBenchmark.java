package press.parallel.enhancer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Pages per second of processor time: the whole way from bytes to article, decoding and parsing included, against what Readability4J
 * makes of the same bytes with the same jsoup. Processor time of the thread, because other programs on the machine stretch any other.
 *
 * <p>The pages are those of the tests and large ones made up here; {@code -Dpress.pages=FOLDER} takes the {@code .html} and
 * {@code .html.gz} files in a folder and below instead. Compiled and run by {@code mvn -q -B -P jmh-articles process-test-classes} only.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 6, time = 3)
public class ArticleBenchmark {
    private static final String FOLDER = "press.pages";

    /** All pages as served. */
    @State(Scope.Thread)
    public static class Pages {
        final List<byte[]> bodies = new ArrayList<>();

        @Setup
        public void load() throws IOException {
            String folder = System.getProperty(FOLDER, "");
            try (Stream<Path> found = Files.walk(Path.of(folder.isEmpty() ? "src/test/resources/pages" : folder))) {
                found.filter(file -> file.toString().matches(".*\\.html(\\.gz)?"))
                        .sorted()
                        .forEach(file -> bodies.add(bytes(file)));
            }
            for (int kilobytes = 50; folder.isEmpty() && kilobytes <= 400; kilobytes += 50) {
                bodies.add(newsPage(kilobytes * 1000).getBytes(StandardCharsets.UTF_8));
            }
        }

        private static byte[] bytes(Path file) {
            try (InputStream raw = Files.newInputStream(file)) {
                return file.toString().endsWith(".gz") ? new GZIPInputStream(raw).readAllBytes() : raw.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Of one iteration: pages read, nanoseconds of processor time they took, and those of the slowest page at its best. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Cpu {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        public long pages;
        public long nanos;
        public long slowest;
        private long[] best = {};

        @Setup(Level.Iteration)
        public void start(Pages all) {
            pages = 0;
            nanos = 0;
            best = new long[all.bodies.size()];
            Arrays.fill(best, Long.MAX_VALUE);
        }

        @TearDown(Level.Iteration)
        public void stop() {
            slowest = Arrays.stream(best).max().orElse(0);
        }

        void measure(Pages all, Blackhole sink, Reader reader) {
            for (int i = 0; i < best.length; i++) {
                long start = threads.getCurrentThreadCpuTime();
                sink.consume(reader.read(all.bodies.get(i)));
                long spent = threads.getCurrentThreadCpuTime() - start;
                best[i] = Math.min(best[i], spent);
                nanos += spent;
                pages++;
            }
        }
    }

    /** From a page's bytes to whatever is made of them. */
    interface Reader {
        Object read(byte[] body);
    }

    @Benchmark
    public void readability4j(Pages all, Cpu cpu, Blackhole sink) {
        String address = "https://courier.example/news/story.html";
        cpu.measure(
                all,
                sink,
                body -> new Readability4J(address, new String(body, StandardCharsets.UTF_8))
                        .parse()
                        .getContent());
    }

    @Benchmark
    public void press(Pages all, Cpu cpu, Blackhole sink) {
        URI address = URI.create("https://courier.example/news/story.html");
        cpu.measure(all, sink, body -> new ArticleReader().read(body, address, ""));
    }

    /** A story as large newspapers serve it: more scripts, menus, teasers and comments than text, {@code bytes} of them all told. */
    static String newsPage(int bytes) {
        StringBuilder page = new StringBuilder(bytes + 5000).append("""
                <!doctype html><html lang="en-GB"><head><meta charset="utf-8">
                <title>Harbour bridge opens after nine years | The Quay Courier</title>
                <link rel="canonical" href="https://courier.example/news/story.html">
                <meta property="og:site_name" content="The Quay Courier"><meta property="og:type" content="article">
                <meta property="og:title" content="Harbour bridge opens after nine years | The Quay Courier">
                <meta property="og:image" content="https://courier.example/pictures/bridge.jpg">
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite",
                "name":"The Quay Courier"},{"@type":"NewsArticle","headline":"Harbour bridge opens after nine years",
                "datePublished":"2026-03-04T09:30:00+01:00","author":[{"@type":"Person","name":"Ada Lindqvist"}]}]}</script>
                """);
        repeat(
                page,
                bytes * 10 / 100,
                i -> "<script>window.queue=window.queue||[];queue.push({slot:" + i
                        + ",sizes:[[300,250],[728,90]],path:'/1234/courier/news'});if(a<b&&c>d){e(\"<div>\")}</script>\n");
        repeat(
                page,
                bytes * 10 / 100,
                i -> "<style>.c-" + i + "{display:flex;margin:0 auto;padding:.5rem 1rem}</style>\n");
        page.append("</head><body class=\"page page--story\"><header class=\"site-header\"><nav class=\"menu\"><ul>");
        repeat(
                page,
                bytes * 15 / 100,
                i -> "<li class=\"menu__item menu__item--" + i + "\" data-track=\"nav:" + i
                        + "\"><a class=\"menu__link\" href=\"/section/" + i + "?ref=menu\"><span>Section " + i
                        + "</span></a></li>\n");
        page.append("</ul></nav></header><main><article class=\"story\"><h1 class=\"story__title\">Harbour bridge opens"
                + " after nine years</h1><div class=\"story__byline\">By <a rel=author href=/ada>Ada Lindqvist</a></div>"
                + "<div class=\"story__body\">");
        repeat(
                page,
                bytes * 20 / 100,
                i -> "<p class=\"text\">The council puts the bill of span " + i
                        + " at <strong>212 million</strong>, about twice what was <a href=\"/news/plans-" + i
                        + "\">promised</a> when the plans were shown &mdash; &#8220;in good faith&#8221; &amp; in a hurry, as the"
                        + " café’s owner told the Courier.</p>\n"
                        + (i % 4 == 3
                                ? "<div class=\"ad-slot\" id=\"ad-" + i + "\"><script>ad(" + i + ")</script></div>"
                                : ""));
        page.append("</div></article><aside class=\"related\">");
        repeat(
                page,
                bytes * 20 / 100,
                i -> "<div class=\"card card--small\"><a href=\"https://courier.example/news/" + i
                        + "\"><img class=\"lazy\" data-src=\"/pictures/" + i
                        + ".jpg\" alt=\"\"><h3>Ferry captain number " + i
                        + " retires</h3></a><p>After forty years at the helm.</p><time datetime=\"2026-03-04\">4 March</time></div>\n");
        page.append("</aside><section id=\"comments\" class=\"comments\">");
        repeat(
                page,
                bytes * 20 / 100,
                i -> "<div class=\"comment depth-" + i % 5 + "\"><div class=\"comment-meta\"><b>Reader "
                        + i + "</b></div><p>I walked over it and it was very windy up there, hold on to your hat, dear"
                        + " neighbours.</p><button type=\"button\">Reply</button></div>\n");
        return page.append("</section></main><footer><p>Copyright the Quay Courier.</p></footer></body></html>")
                .toString();
    }

    private static void repeat(StringBuilder page, int chars, IntFunction<String> part) {
        int end = page.length() + chars;
        for (int i = 0; page.length() < end; i++) {
            page.append(part.apply(i));
        }
    }

    /** Runs both and prints a table; the best iteration is the one that others on the machine disturbed least. */
    public static void main(String[] arguments) throws RunnerException {
        Map<String, RunResult> results = new HashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(ArticleBenchmark.class.getSimpleName())
                        .jvmArgsAppend("-D" + FOLDER + "=" + System.getProperty(FOLDER, ""))
                        .build())
                .run()) {
            results.put(result.getPrimaryResult().getLabel(), result);
        }
        ToDoubleFunction<IterationResult> speed = one -> 1e9 * count(one, "pages") / count(one, "nanos");
        double theirs = best(results.get("readability4j"), speed);
        double ours = best(results.get("press"), speed);
        System.out.printf("%n| | Readability4J | the press | |%n|---|---|---|---|%n");
        System.out.printf(
                Locale.ROOT, "| pages per CPU second | %,.0f | %,.0f | %.1f × |%n", theirs, ours, ours / theirs);
        System.out.printf(
                Locale.ROOT,
                "| slowest page, CPU ms | %.1f | %.1f | |%n",
                -best(results.get("readability4j"), one -> -count(one, "slowest") / 1e6),
                -best(results.get("press"), one -> -count(one, "slowest") / 1e6));
    }

    private static double best(RunResult result, ToDoubleFunction<IterationResult> score) {
        return result.getBenchmarkResults().stream()
                .flatMap(benchmark -> benchmark.getIterationResults().stream())
                .mapToDouble(score)
                .max()
                .orElse(0);
    }

    private static double count(IterationResult iteration, String counter) {
        return iteration.getSecondaryResults().get(counter).getScore();
    }
}
