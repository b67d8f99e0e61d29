package press.parallel.fetcher;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import press.parallel.FeedContent;

/**
 * Entries per second of processor time: the whole way from bytes to entries, as the routes go it with Camel's data format, against what Rome alone makes of the same bytes. Processor time of the thread, because other programs on
 * the machine stretch any other.
 *
 * <p>Compiled and run by {@code mvn -q -B -P jmh-feeds process-test-classes} only.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class FeedBenchmark {
    private static final URI ADDRESS = URI.create("https://paper.example/feed");

    /** A feed that Rome can read. */
    @State(Scope.Thread)
    public static class Feed {
        @Param({"rss-lead", "rss-text", "atom-lead", "atom-text"})
        String kind;

        @Param({"20", "100", "1000"})
        int entries;

        byte[] body = {};

        @Setup
        public void write() {
            body = FeedBenchmark.write(kind, entries).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Nanoseconds of processor time and entries of one iteration. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Cpu {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        final RomeFormat format = new RomeFormat();
        final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        public long nanos;
        public long entries;
        private long start;

        @Setup(Level.Iteration)
        public void start() {
            nanos = 0;
            entries = 0;
            start = threads.getCurrentThreadCpuTime();
        }

        @TearDown(Level.Iteration)
        public void stop() {
            nanos = threads.getCurrentThreadCpuTime() - start;
        }
    }

    @Benchmark
    public SyndFeed rome(Feed feed, Cpu cpu) throws IOException, FeedException {
        SyndFeed read = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed.body)));
        cpu.entries += read.getEntries().size();
        return read;
    }

    @Benchmark
    public FeedContent press(Feed feed, Cpu cpu) throws Exception {
        String text = Charsets.decode(feed.body, "");
        String canonical = CanonicalAtom.write(XmlFeed.read(text, ADDRESS, XmlFeed.MAX_ENTRIES), ADDRESS);
        FeedContent read = Drafts.finish(
                CanonicalAtom.read((SyndFeed) cpu.format.unmarshal(cpu.exchange, (Object) canonical)), ADDRESS);
        cpu.entries += read.entries().size();
        return read;
    }

    /** "lead": two sentences an entry; "text": besides, six paragraphs with links and accents. */
    private static String write(String kind, int entries) {
        boolean atom = kind.startsWith("atom");
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append(
                atom
                        ? "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Paper</title><id>urn:paper</id>"
                                + "<link href=\"https://paper.example/\"/><updated>2023-11-14T22:13:20Z</updated>\n"
                        : "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Paper</title>"
                                + "<link>https://paper.example/</link><description>All of it</description>\n");
        for (int i = 0; i < entries; i++) {
            out.append(atom ? atomEntry(i) : rssItem(i));
            if (kind.endsWith("text")) {
                out.append(atom ? "<content type=\"html\"><![CDATA[" : "<content:encoded><![CDATA[");
                for (int p = 0; p < 6; p++) {
                    out.append("<p>Paragraph ")
                            .append(p)
                            .append(" of a story from Málaga with <em>some</em> <a href=\"");
                    out.append("https://paper.example/l/")
                            .append(p)
                            .append("\" class=\"x\">links</a>, as long as papers");
                    out.append(
                            " print them, three or four lines of a column, and &#8220;quoted&#8221; words &amp; more.</p>\n");
                }
                out.append(atom ? "]]></content>" : "]]></content:encoded>");
            }
            out.append(atom ? "</entry>\n" : "</item>\n");
        }
        return out.append(atom ? "</feed>" : "</channel></rss>").toString();
    }

    private static String rssItem(int i) {
        return "<item><title>Story number " + i + " of the day &amp; more</title><link>https://paper.example/2023/11/"
                + i + "?utm_source=rss</link><guid isPermaLink=\"false\">g-" + i
                + "</guid><pubDate>Tue, 14 Nov 2023 22:13:20 +0100</pubDate><dc:creator>Ann Other</dc:creator>"
                + "<category>News</category><category>World</category><description>&lt;p&gt;A short lead with a"
                + " &lt;a href=\"https://paper.example/x\"&gt;link&lt;/a&gt;, two lines long, that says what the story tells"
                + " below in full.&lt;/p&gt;</description>";
    }

    private static String atomEntry(int i) {
        return "<entry><title>Story number " + i + " of the day &amp; more</title><id>urn:paper:" + i
                + "</id><link rel=\"alternate\" href=\"https://paper.example/2023/11/" + i
                + "?utm_source=atom\"/><published>2023-11-14T22:13:20+01:00</published>"
                + "<updated>2023-11-15T08:00:00Z</updated><author><name>Ann Other</name></author>"
                + "<category term=\"News\"/><summary type=\"html\">&lt;p&gt;A short lead with a"
                + " &lt;a href=\"https://paper.example/x\"&gt;link&lt;/a&gt;, two lines long, that says what the story tells"
                + " below in full.&lt;/p&gt;</summary>";
    }

    /** Runs all and prints a table; the best iteration is the one that others on the machine disturbed least. */
    public static void main(String[] arguments) throws RunnerException {
        Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(FeedBenchmark.class.getSimpleName())
                        .build())
                .run()) {
            String row = result.getParams().getParam("kind") + " | "
                    + result.getParams().getParam("entries");
            double best = result.getBenchmarkResults().stream()
                    .flatMap(benchmark -> benchmark.getIterationResults().stream())
                    .mapToDouble(iteration -> 1e9
                            * iteration.getSecondaryResults().get("entries").getScore()
                            / iteration.getSecondaryResults().get("nanos").getScore())
                    .max()
                    .orElse(0);
            rows.computeIfAbsent(row, key -> new LinkedHashMap<>())
                    .put(result.getPrimaryResult().getLabel(), best);
        }
        System.out.printf(
                "%n| Feed | Entries | Rome alone, entries per CPU second | the press | |%n|---|---|---|---|---|%n");
        rows.forEach((row, scores) -> System.out.printf(
                java.util.Locale.ROOT,
                "| %s | %,.0f | %,.0f | %.1f × |%n",
                row,
                scores.getOrDefault("rome", 0.0),
                scores.getOrDefault("press", 0.0),
                scores.getOrDefault("press", 0.0) / scores.getOrDefault("rome", 1.0)));
    }
}
