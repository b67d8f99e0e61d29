package press.parallel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import press.parallel.Edition;
import press.parallel.Edition.Numbers;
import press.parallel.Edition.PrintedSection;
import press.parallel.FeedReport;
import press.parallel.GlassBox;
import press.parallel.Holdings;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.PastEdition;
import press.parallel.Printed;
import press.parallel.Progress;
import press.parallel.bench.BenchOrder;
import press.parallel.bench.BenchReport;

/** What a call comes to on a running press; the press here answers from fields. */
class SessionTest {
    private static final Verb PRINT = new Verb.Print(new PrintOrder(null, null, false));
    private static final Verb DEMO = new Verb.Print(new PrintOrder(null, null, true));

    private final TestCall streams = new TestCall(Path.of(""));
    private final FakePress press = new FakePress();
    private final List<String> served = new ArrayList<>();

    private static Printed printed() {
        Edition edition = new Edition(
                "The Parallel Press",
                "daily",
                1,
                1,
                2,
                LocalDate.of(2026, 11, 23),
                Instant.EPOCH,
                List.of(new PrintedSection("news", "News", List.of())),
                List.of(
                        new FeedReport("https://a.test/f", "A", "ok", "", 200, 40, 12, 90),
                        new FeedReport("https://b.test/f", "B", "unchanged", "not modified", 304, 0, 0, 40),
                        new FeedReport("https://c.test/f", "C", "failed", "it is a page", 200, 0, 0, 40)),
                List.of(
                        new Loss("feed", "C\u001b[31m", "https://c.test/f", "it is a web page,\nnot a feed; left out"),
                        new Loss("feed", "e.test", "", "e.test allows one request a minute: 4 feeds late"),
                        new Loss("story", "D", "https://d.test/1", "story 'https://d.test/1': no text; printed short")),
                List.of(),
                new Numbers(40, 12, 0, 0.1, 1.5, 2, 3.84, 5, 2, 0, 1, 4096, 0),
                GlassBox.EMPTY);
        return new Printed(edition, Path.of("/paper/2026-11-23-2"));
    }

    private Session session(Verb verb, boolean debug) {
        FileCommands files = new FileCommands((paths, manifest, url, type) -> object("a.xml"), (paths, output) -> {
            output.write("{\"a\": true}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return List.of();
        });
        Invocation invocation = new Invocation(verb, PaperChoice.USUAL, ProgressMode.NONE, debug, Map.of());
        return new Session(streams.console(), press, files, invocation, 8480, () -> served.add("until exit"));
    }

    private static ObjectNode object(String key) {
        return JsonNodeFactory.instance.objectNode().put(key, true);
    }

    @Test
    void printEndsWithTheNumbersTheLossesAndThePath() {
        press.printed.complete(printed());
        assertThat(session(PRINT, false).run()).isZero();
        assertThat(streams.out().lines())
                .containsExactly(
                        "The Parallel Press · Monday, 23 November 2026 · number 2",
                        "3 feeds, 1 unchanged (4.1 kB not fetched), 1 failed · 40 scanned · 12 fresh",
                        "0 stories · 0 with full text",
                        "5 requests · 2 waited · 0 refused · 3.8 s",
                        "lost: feed 'C [31m': it is a web page, not a feed; left out",
                        "lost: e.test allows one request a minute: 4 feeds late",
                        "lost: story 'https://d.test/1': no text; printed short",
                        "/paper/2026-11-23-2/index.html");
        assertThat(streams.err()).isEmpty();
    }

    @Test
    void demoTellsWhatTheNewsstandSaw() {
        press.printed.complete(printed());
        assertThat(session(DEMO, false).run()).isZero();
        assertThat(press.order).isEqualTo(new PrintOrder(null, null, true));
        assertThat(streams.out().lines())
                .contains("newsstand: 62 requests, 0 refused")
                .last()
                .isEqualTo("/paper/2026-11-23-2/index.html");
    }

    @Test
    void whatCouldNotBePrintedIsOneLineAndStatusOne() {
        press.printed.completeExceptionally(new LossException("no feed could be reached; is the network up?"));
        assertThat(session(PRINT, false).run()).isEqualTo(1);
        assertThat(streams.err())
                .isEqualToIgnoringNewLines("could not print: no feed could be reached; is the network up?");
        assertThat(streams.out()).isEmpty();
    }

    @Test
    void aFaultShowsItsCauseAndItsStackTraceWhenAsked() {
        press.printed.completeExceptionally(
                new IllegalStateException("the paper could not be written", new java.io.IOException("disk full")));
        assertThat(session(PRINT, true).run()).isEqualTo(1);
        assertThat(streams.err())
                .startsWith("could not print: the paper could not be written: disk full")
                .contains("\tat press.parallel.cli.");
    }

    @Test
    void stoppingSaysSoOnceAndStopsThePress() {
        press.onStop = () -> press.printed.completeExceptionally(new LossException("stopped"));
        Session session = session(PRINT, false);
        session.stop();
        session.stop();
        session.run();
        assertThat(press.stops).isEqualTo(1);
        assertThat(streams.err())
                .isEqualToIgnoringNewLines("stopped; what was fetched is kept, `print` goes on from there");
        assertThat(streams.out()).isEmpty();
    }

    @Test
    void aPressThatIsDownAlreadyDoesNotDisturbStopping() {
        press.onStop = () -> {
            throw new IllegalStateException("container is down");
        };
        session(PRINT, false).stop();
        assertThat(streams.err().lines()).hasSize(1);
    }

    @Test
    void aBenchThatFailsIsOneLineAndThePressIsStopped() {
        BenchOrder order = new BenchOrder(null, 0, 0, false, null, List.of());
        assertThat(session(new Verb.Bench(order, null, false, null), false).run())
                .isEqualTo(1);
        assertThat(streams.err()).isEqualToIgnoringNewLines("could not print: no bench here");
        assertThat(press.stops).isEqualTo(1);
    }

    @Test
    void serveRunsUntilTheProgramIsToEnd() {
        assertThat(session(new Verb.Serve(), false).run()).isZero();
        assertThat(press.serves).isEqualTo(1);
        assertThat(served).containsExactly("until exit");
        assertThat(streams.err())
                .isEqualToIgnoringNewLines("serving on http://127.0.0.1:8480/, editions in 'editions';"
                        + " next edition Tue 24 Nov 06:00:00 (Europe/Berlin); Ctrl-C ends it");
    }

    @Test
    void checkPrintsALineForEachProblem() {
        press.problems = List.of("routes/editor.camel.yaml, line 3: unknown step 'splitt'");
        assertThat(session(new Verb.Check(), false).run()).isEqualTo(2);
        assertThat(streams.err()).isEqualToIgnoringNewLines(press.problems.get(0));
    }

    @Test
    void checkSaysWhenAllIsInOrder() {
        assertThat(session(new Verb.Check(), false).run()).isZero();
        assertThat(streams.out()).isEqualToIgnoringNewLines("settings and routes are in order");
    }

    @Test
    void savedFeedsAndAddressesAreAnsweredTogether() {
        Verb verb = new Verb.Feed(List.of("https://a.test/f"), List.of(Path.of("a.xml")), null, null, "");
        assertThat(session(verb, false).run()).isZero();
        assertThat(streams.out()).contains("\"a.xml\" : true", "\"https://a.test/f\" : true");
    }

    @Test
    void savedPagesAndAddressesAreAnsweredTogether() {
        Verb verb = new Verb.Article(List.of("https://a.test/1"), List.of(Path.of("a.html")));
        assertThat(session(verb, false).run()).isZero();
        assertThat(streams.out()).contains("\"a\" : true", "\"https://a.test/1\" : true");
    }

    @Test
    void addressesOfPagesAreAnswered() {
        Verb verb = new Verb.Article(List.of("https://a.test/1"), List.of());
        assertThat(session(verb, false).run()).isZero();
        assertThat(streams.out()).contains("\"https://a.test/1\" : true").doesNotContain("\"a\"");
    }

    private static final class FakePress implements Runtime {
        private final CompletableFuture<Printed> printed = new CompletableFuture<>();
        private Runnable onStop = () -> {};
        private List<String> problems = List.of();
        private PrintOrder order;
        private int stops;
        private int serves;
        private WhyAnswer why;
        private List<PastEdition> editions;
        private Holdings holdings;
        private Map<String, Integer> prunable;
        private int pruned;
        private Preview preview;

        @Override
        public CompletableFuture<Printed> print(PrintOrder order) {
            this.order = order;
            return printed;
        }

        @Override
        public BenchReport bench(BenchOrder order) {
            throw new LossException("no bench here");
        }

        @Override
        public Progress progress() {
            return new Progress("fetching", 0, 1, 0, 0, Map.of(), 0, Duration.ZERO);
        }

        @Override
        public Optional<ZonedDateTime> serve() {
            serves++;
            return Optional.of(ZonedDateTime.of(2026, 11, 24, 6, 0, 0, 0, ZoneId.of("Europe/Berlin")));
        }

        @Override
        public void stop() {
            stops++;
            onStop.run();
        }

        @Override
        public List<String> check() {
            return problems;
        }

        @Override
        public ObjectNode feed(List<String> urls) {
            return object(urls.get(0));
        }

        @Override
        public ObjectNode article(List<String> urls) {
            return object(urls.get(0));
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Europe/Berlin");
        }

        @Override
        public String newsroom() {
            return "newsroom/newsroom.db";
        }

        @Override
        public Optional<WhyAnswer> why(String asked, String edition) {
            return Optional.ofNullable(why);
        }

        @Override
        public Optional<List<PastEdition>> editions(int limit) {
            return Optional.ofNullable(editions).map(all -> all.subList(0, Math.min(limit, all.size())));
        }

        @Override
        public Optional<Holdings> holdings() {
            return Optional.ofNullable(holdings);
        }

        @Override
        public Optional<Map<String, Integer>> prune(boolean dryRun) {
            pruned += dryRun ? 0 : 1;
            return Optional.ofNullable(prunable);
        }

        @Override
        public Optional<Preview> preview() {
            return Optional.ofNullable(preview);
        }

        @Override
        public String newsstandSummary() {
            return "62 requests, 0 refused";
        }

        @Override
        public Path editions() {
            return Path.of("editions");
        }
    }
}
