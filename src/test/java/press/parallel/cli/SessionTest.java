package press.parallel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import press.parallel.Decision;
import press.parallel.Edition;
import press.parallel.Edition.Numbers;
import press.parallel.Edition.PrintedSection;
import press.parallel.FeedReport;
import press.parallel.GlassBox;
import press.parallel.Holdings;
import press.parallel.Holdings.FeedRest;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.PastEdition;
import press.parallel.Printed;
import press.parallel.Progress;
import press.parallel.Verdict;
import press.parallel.Why;
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
        FileCommands files =
                new FileCommands((paths, manifest, url, type) -> object("a.xml"), (paths, url, rules, output) -> {
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
        Verb verb = new Verb.Feed(List.of("https://a.test/f"), List.of(Path.of("a.xml")), null, null, "", false);
        assertThat(session(verb, false).run()).isZero();
        assertThat(streams.out()).contains("\"a.xml\" : true", "\"https://a.test/f\" : true");
    }

    @Test
    void savedPagesAndAddressesAreAnsweredTogether() {
        Verb verb = new Verb.Article(List.of("https://a.test/1"), List.of(Path.of("a.html")), null);
        assertThat(session(verb, false).run()).isZero();
        assertThat(streams.out()).contains("\"a\" : true", "\"https://a.test/1\" : true");
    }

    @Test
    void addressesOfPagesAreAnswered() {
        Verb verb = new Verb.Article(List.of("https://a.test/1"), List.of(), null);
        assertThat(session(verb, false).run()).isZero();
        assertThat(streams.out()).contains("\"https://a.test/1\" : true").doesNotContain("\"a\"");
    }

    @Nested
    class Questions {
        private static final Instant MORNING = Instant.parse("2026-11-23T05:00:00Z");
        private static final PastEdition PRINTED = new PastEdition(
                "2026-11-23-1", MORNING, MORNING.plusSeconds(33), "printed", "", 300, 120, 36, 0.88, 62, 9, 0, 33.04);
        private static final Decision STORY = new Decision(
                "https://a.test/1",
                "Chips\u001b[31m \u009b1m\u202efor all",
                URI.create("https://a.test/1"),
                "https://a.test/f",
                "A",
                "a.test",
                MORNING,
                "news",
                List.of("chip ×2"),
                1769,
                new TreeMap<>(Map.of("base", 1000L, "freshness", 1269L, "policy dull", -500L)),
                Verdict.OVER_THE_SIZE,
                0,
                "");

        private JsonNode json() throws IOException {
            return new ObjectMapper().readTree(streams.out());
        }

        @Test
        void withoutANewsroomThereIsASentenceAndNoJsonButJson() throws IOException {
            String sentence = "there is no newsroom at 'newsroom/newsroom.db' yet; `print` makes one";
            for (Verb verb : List.of(
                    new Verb.Runs(20, false),
                    new Verb.Status(false),
                    new Verb.Prune(true, false),
                    new Verb.Prune(false, false))) {
                assertThat(session(verb, false).run()).isZero();
            }
            assertThat(streams.out().lines()).containsExactly(sentence, sentence, sentence, sentence);
            assertThat(session(new Verb.Why("chips", null, false), false).run()).isEqualTo(1);
            assertThat(streams.err()).isEqualToIgnoringNewLines(sentence);
        }

        @Test
        void withoutANewsroomACheckIsStillInOrder() {
            assertThat(session(new Verb.Check(true, false), false).run()).isZero();
            assertThat(streams.out().lines())
                    .containsExactly(
                            "settings and routes are in order",
                            "there is no newsroom at 'newsroom/newsroom.db' yet; `print` makes one");
        }

        @Test
        void jsonAloneStandsOnStandardOutput() throws IOException {
            press.editions = List.of(PRINTED);
            assertThat(session(new Verb.Runs(20, true), false).run()).isZero();
            assertThat(json().get(0).path("started").asText()).isEqualTo("2026-11-23T05:00:00Z");
            assertThat(json().get(0).path("ended").isNull()).isFalse();
        }

        @Test
        void runsStandInColumns() {
            press.editions = List.of(
                    new PastEdition(
                            "2026-11-23-2",
                            MORNING.plusSeconds(3600),
                            MORNING.plusSeconds(3700),
                            "failed",
                            "no feed could be had",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null),
                    PRINTED);
            assertThat(session(new Verb.Runs(20, false), false).run()).isZero();
            assertThat(streams.out().lines())
                    .containsExactly(
                            "edition       when              state    scanned  fresh  printed  anti-feed  requests  waits  refused  seconds  reason",
                            "2026-11-23-2  2026-11-23 07:00  failed                                                                          no feed could be had",
                            "2026-11-23-1  2026-11-23 06:00  printed      300    120       36  88.0 %           62      9        0     33.0");
        }

        @Test
        void whyTellsTheSumAndWhatItWouldHaveTaken() {
            press.why = new WhyAnswer(
                    "chips",
                    PRINTED,
                    new Why(
                            STORY,
                            "News",
                            "over the size: 14th best for 10 places in News",
                            44,
                            List.of("it needed 44 points more"),
                            null),
                    List.of(),
                    List.of(),
                    "");
            assertThat(session(new Verb.Why("chips", null, false), false).run()).isZero();
            assertThat(streams.out().lines())
                    .containsExactly(
                            "Chips [31m  1m for all",
                            "https://a.test/1",
                            "from A, 2026-11-23 06:00",
                            "section News, by its words chip ×2",
                            "",
                            "edition 2026-11-23-1: over the size: 14th best for 10 places in News",
                            "score 1,769 = 1,000 base + 1,269 freshness − 500 policy dull",
                            "It needed 44 points more.");
        }

        @Test
        void whyTakesNoGuesses() throws IOException {
            press.why = new WhyAnswer(
                    "chips", PRINTED, null, Collections.nCopies(12, STORY), List.of(), "12 entries fit 'chips'");
            assertThat(session(new Verb.Why("chips", null, false), false).run()).isEqualTo(1);
            assertThat(streams.out()).isEmpty();
            assertThat(streams.err().lines())
                    .hasSize(12)
                    .startsWith("12 entries fit 'chips'", "'Chips [31m 1m for all' https://a.test/1 (over the size, A)")
                    .endsWith("and 2 more");
            assertThat(session(new Verb.Why("chips", null, true), false).run()).isEqualTo(1);
            assertThat(json().path("hits")).hasSize(12);
        }

        @Test
        void statusIsTheNewsroomAtAGlance() {
            press.holdings = new Holdings(
                    "newsroom/newsroom.db",
                    "SQLite",
                    1_500_000,
                    List.of(new Holdings.PaperKept("daily", 12, MORNING, Duration.ofDays(4))),
                    3171,
                    272,
                    MORNING.minus(Duration.ofDays(4)),
                    35,
                    13,
                    26,
                    List.of(
                            new FeedRest("https://c.test/f", "C", 2, "500", MORNING.plusSeconds(600)),
                            new FeedRest("https://a.test/f", "A", 0, "max-age", MORNING.plusSeconds(1200)),
                            new FeedRest("https://b.test/f", "B", 0, "max-age", MORNING.plusSeconds(1800))),
                    List.of(new FeedRest("https://d.test/f", "D", 1, "410", null)),
                    List.of(new Edition.Rest("reddit.com", "asked to wait 90 s", MORNING.plusSeconds(90))),
                    Map.of("entries", 4));
            assertThat(session(new Verb.Status(false), false).run()).isZero();
            assertThat(streams.out().lines())
                    .containsExactly(
                            "newsroom 'newsroom/newsroom.db' (SQLite, 1.5 MB)",
                            "paper 'daily': 12 editions printed, last 2026-11-23 06:00; needs entries for 4 d after they were"
                                    + " last seen",
                            "entries: 272 fresh of 3,171 kept, the oldest first seen 2026-11-19 06:00",
                            "texts: 35 · editions: 13",
                            "feeds: 26 known, 1 failing, 2 not to be asked yet, 1 gone",
                            "  failing: 'C' https://c.test/f, 2 times (500); again from 2026-11-23 06:10",
                            "  not yet: 2 feeds (max-age); again from 2026-11-23 06:20 at the earliest",
                            "  gone: 'D' https://d.test/f; take it off the feed list",
                            "domains: 1 rests",
                            "  reddit.com asked to wait 90 s, until 2026-11-23 06:01",
                            "`prune` would forget now: 4 entries");
        }

        @Test
        void pruneCountsByKindAndInAll() throws IOException {
            press.prunable = new TreeMap<>(Map.of("entries", 1200, "texts", 4));
            assertThat(session(new Verb.Prune(true, false), false).run()).isZero();
            assertThat(press.pruned).isZero();
            assertThat(streams.out().lines())
                    .containsExactly(
                            "would forget  what",
                            "        1200  entries",
                            "           4  texts",
                            "        1204  in all");
        }

        @Test
        void pruneForgets() throws IOException {
            press.prunable = new TreeMap<>(Map.of("entries", 1200, "texts", 4));
            assertThat(session(new Verb.Prune(false, true), false).run()).isZero();
            assertThat(press.pruned).isEqualTo(1);
            assertThat(json().path("total").asInt()).isEqualTo(1204);
            assertThat(json().path("dryRun").asBoolean()).isFalse();
        }

        private static Preview.Change change(String was, String is, Long before, Long after, String... parts) {
            return new Preview.Change("A", URI.create("https://a.test/1"), "F", was, is, before, after, List.of(parts));
        }

        @Test
        void aDryRunTellsTodaysChoiceAndWhatChanges() throws IOException {
            press.preview = new Preview(
                    MORNING,
                    300,
                    120,
                    List.of(
                            new Preview.Part(
                                    "news",
                                    "News",
                                    List.of(new Preview.Pick(
                                            1,
                                            "A",
                                            URI.create("https://a.test/1"),
                                            "F",
                                            1812,
                                            Map.of("base", 1812L),
                                            1))),
                            new Preview.Part("tech", "Tech", List.of())),
                    new Preview.Again(
                            "2026-11-23-1",
                            300,
                            2,
                            List.of(
                                    new Preview.Changes(
                                            "news",
                                            "News",
                                            List.of(change(
                                                    "over the size", "printed", 1700L, 1900L, "policy a 0 -> 200")),
                                            List.of(change("printed", "too old", 1700L, null)),
                                            List.of(change("News", "Tech", 1700L, 1700L)),
                                            List.of(change("printed", "printed", 1700L, 1800L))),
                                    new Preview.Changes("tech", "Tech", List.of(), List.of(), List.of(), List.of()))));
            assertThat(session(new Verb.Check(true, false), false).run()).isZero();
            assertThat(streams.out().lines())
                    .containsExactly(
                            "settings and routes are in order",
                            "",
                            "printed now, 2026-11-23 06:00, from what the newsroom holds: 1 story of 120 fresh entries",
                            "",
                            "News",
                            "   1    1,812  A (F and 1 other entry)",
                            "",
                            "Tech: nothing",
                            "",
                            "edition 2026-11-23-1, chosen again by the settings of now (2 entries forgotten or of feeds no longer"
                                    + " listed):",
                            "",
                            "News",
                            "     in  A (F): was over the size, 1,700 -> 1,900 (policy a 0 -> 200)",
                            "    out  A (F): now too old, 1,700",
                            "  moves  A (F): to Tech, 1,700",
                            "  stays  A (F): 1,700 -> 1,800",
                            "",
                            "Tech: nothing changes");
        }

        @Test
        void aDryRunAsJsonIsJsonAlone() throws IOException {
            press.preview = new Preview(MORNING, 0, 0, List.of(), null);
            assertThat(session(new Verb.Check(true, true), false).run()).isZero();
            assertThat(json().path("at").asText()).isEqualTo("2026-11-23T05:00:00Z");
        }

        @Test
        void whereTheCheckFailsNothingIsChosen() {
            press.problems = List.of("press.slots (command line): expected 1 or more");
            press.preview = new Preview(MORNING, 0, 0, List.of(), null);
            assertThat(session(new Verb.Check(true, true), false).run()).isEqualTo(2);
            assertThat(streams.out()).isEmpty();
        }
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
