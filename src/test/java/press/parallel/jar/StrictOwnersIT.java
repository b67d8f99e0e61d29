package press.parallel.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.jar.StrictWeb.Visit;

/**
 * What owners of sites see of the press: four runs of the jar in one folder, a few seconds apart, and every rule of polite fetching judged
 * by the log of the server alone. The runs are made once; each test reads the log and what was told to the reader.
 */
class StrictOwnersIT {
    private static final Duration INTERVAL = Duration.ofMillis(300);
    private static final Duration SLOW_INTERVAL = Duration.ofSeconds(8);
    /** The second is long, to see that a run does not wait for it; none outlasts the minute of rule 5. */
    private static final List<Integer> DEADLINE_SECONDS = List.of(20, 30, 20, 20);

    private static final int RUNS = DEADLINE_SECONDS.size();
    private static final String CONTACT = "reader@strict.example";

    @TempDir
    private static Path folder;

    private static StrictWeb web;
    private static StrictOwners owners;
    private static final List<Print> PRINTS = new ArrayList<>();

    /** One run. */
    private record Print(int exit, JsonNode edition, String out, String err) {
        /** What became of a feed. */
        JsonNode feed(String address) {
            for (JsonNode feed : edition.path("feeds")) {
                if (feed.path("url").asText().equals(address)) {
                    return feed;
                }
            }
            return MissingNode.getInstance();
        }

        List<String> storyLinks() {
            List<String> links = new ArrayList<>();
            edition.path("sections")
                    .forEach(section -> section.path("stories")
                            .forEach(story -> links.add(story.path("link").asText())));
            return links;
        }

        /** All that is told about this address: the feed's reason and the losses. */
        String told(String address) {
            return Stream.concat(
                            Stream.of(feed(address).path("reason").asText()),
                            edition.path("losses").findParents("link").stream()
                                    .filter(loss -> loss.path("link").asText().equals(address))
                                    .map(loss -> loss.path("reason").asText()))
                    .collect(Collectors.joining("\n"));
        }
    }

    @BeforeAll
    static void printFourTimes() throws Exception {
        web = StrictWeb.open();
        owners = new StrictOwners(web);
        Files.write(
                folder.resolve("application.properties"),
                List.of(
                        "press.sections = news",
                        "press.section.news.size = 200",
                        "press.editor.repeat = always",
                        "press.web.proxy = " + web.proxy(),
                        "press.web.contact = " + CONTACT,
                        "press.politeness.interval = " + INTERVAL.toMillis() + "ms",
                        "press.politeness.domain.\"slow.press\".interval = " + SLOW_INTERVAL.toMillis() + "ms",
                        // Wide, for the web's own threads may read a request late where tests share two cores.
                        "press.politeness.margin = 100ms"));
        for (int run = 1; run <= RUNS; run++) {
            PRINTS.add(print(run));
        }
    }

    private static Print print(int run) throws IOException, InterruptedException {
        web.run(run);
        String list = "feeds-" + run + ".txt";
        Files.write(folder.resolve(list), owners.list(run));
        String deadline = DEADLINE_SECONDS.get(run - 1) + "s";
        try (PressProcess press = PressProcess.start(
                folder, "-Dpress.feeds.file=" + list, "print", "--progress=none", "--deadline", deadline)) {
            int exit;
            try {
                exit = press.exitStatus();
            } catch (AssertionError hung) {
                exit = -1;
            }
            Path paper = folder.resolve("editions/latest/edition.json");
            JsonNode edition =
                    exit == 0 ? new ObjectMapper().readTree(Files.readString(paper)) : MissingNode.getInstance();
            return new Print(exit, edition, press.out(), press.err());
        }
    }

    @AfterAll
    static void close() throws IOException {
        web.close();
    }

    // ---------------------------------------------------------------- reading the log

    private static List<Visit> visits(Predicate<Visit> which) {
        return web.visits().stream().filter(which).toList();
    }

    private static List<Visit> to(String address) {
        return visits(visit -> visit.address().equals(address));
    }

    private static List<Visit> toDomain(String domain) {
        return visits(visit -> visit.domain().equals(domain));
    }

    private static List<Visit> in(int run, List<Visit> visits) {
        return visits.stream().filter(visit -> visit.run == run).toList();
    }

    private static String log(List<Visit> visits) {
        return visits.stream().map(Visit::toString).collect(Collectors.joining("\n  ", "the server saw\n  ", "\n"));
    }

    /** In which runs, one number for each request. */
    private static List<Integer> runs(List<Visit> visits) {
        return visits.stream().map(visit -> visit.run).toList();
    }

    private static void assertRuns(SoftAssertions softly, String address, Integer... runs) {
        List<Visit> seen = to(address);
        softly.assertThat(runs(seen))
                .as("runs that asked %s; %s", address, log(seen))
                .containsExactly(runs);
    }

    private static Integer[] everyRun() {
        return IntStream.rangeClosed(1, RUNS).boxed().toArray(Integer[]::new);
    }

    private static Print print(SoftAssertions softly, int run) {
        Print print = PRINTS.get(run - 1);
        softly.assertThat(print.exit())
                .as("exit of run %d: %s", run, print.err())
                .isZero();
        return print;
    }

    private static Duration between(Visit one, Visit other) {
        return Duration.ofNanos(other.nanos - one.nanos);
    }

    /** robots.txt, and where it redirects to. */
    private static boolean isRobots(Visit visit) {
        return visit.isRobots() || visit.target.equals("/rules.txt") || visit.target.startsWith("/to/");
    }

    private static Map<String, List<Visit>> byDomain() {
        return web.visits().stream().collect(Collectors.groupingBy(Visit::domain, TreeMap::new, Collectors.toList()));
    }

    // ---------------------------------------------------------------- the runs

    @Test
    void everyRunPrintsAndSaysNothingUnseemly() {
        assertSoftly(softly -> {
            for (int run = 1; run <= RUNS; run++) {
                softly.assertThat(print(softly, run).err())
                        .as("standard error of run %d", run)
                        .doesNotContain("Exception", "\tat ");
            }
        });
    }

    @Test
    void aRunDoesNotWaitForADomainThatRestsBeyondItsDeadline() {
        assertSoftly(softly -> {
            double took = print(softly, 2).edition().at("/numbers/totalSeconds").asDouble();
            softly.assertThat(took)
                    .as("seconds of a run with nothing to wait for, its deadline being %d s", DEADLINE_SECONDS.get(1))
                    .isLessThan(DEADLINE_SECONDS.get(1) / 2.0);
        });
    }

    @Test
    void onlyWhatWasOfferedIsAsked() {
        List<Visit> unknown = visits(visit -> !visit.known || !visit.method.equals("GET"));
        assertThat(unknown.size())
                .as("no favicon, no query added, no other address; %s", log(unknown))
                .isZero();
    }

    // ---------------------------------------------------------------- rules 1 and 2: spacing

    @Test
    void requestsToOneDomainAreSpacedOverFeedsPagesRedirectsAndRuns() {
        assertSoftly(softly -> byDomain().forEach((domain, all) -> {
            Duration interval = domain.equals("slow.press") ? SLOW_INTERVAL : INTERVAL;
            List<Visit> seen = all.stream().filter(visit -> !isRobots(visit)).toList();
            for (int i = 1; i < seen.size(); i++) {
                softly.assertThat(between(seen.get(i - 1), seen.get(i)))
                        .as("gap at %s; %s", domain, log(seen.subList(i - 1, i + 1)))
                        .isGreaterThanOrEqualTo(interval);
            }
        }));
    }

    @Test
    void theSpacedDomainsWereReallyAsked() {
        assertSoftly(softly -> {
            List<Visit> spaced = in(1, toDomain("spaced.press"));
            softly.assertThat(spaced.stream().filter(visit -> !visit.isRobots()).map(Visit::address))
                    .as("first run; %s", log(spaced))
                    .containsExactlyInAnyOrder(
                            "http://www.spaced.press/feed",
                            "http://feeds.spaced.press/hop",
                            "http://www.spaced.press/hop",
                            "http://www.spaced.press/other-feed",
                            "http://m.spaced.press/1",
                            "http://m.spaced.press/2",
                            "http://spaced.press/3");
            softly.assertThat(runs(toDomain("daily.co.uk"))).contains(everyRun());
            softly.assertThat(runs(toDomain("tumblr.com"))).contains(everyRun());
            assertRuns(softly, "http://slow.press/a", everyRun());
            assertRuns(softly, "http://slow.press/b", 1);
        });
    }

    @Test
    void oneRequestIsUnderWayInADomain() {
        assertSoftly(softly -> byDomain()
                .forEach((domain, seen) -> assertApart(
                        softly, seen.stream().filter(visit -> !isRobots(visit)).toList())));
    }

    private static void assertApart(SoftAssertions softly, List<Visit> seen) {
        for (int i = 1; i < seen.size(); i++) {
            List<Visit> two = seen.subList(i - 1, i + 1);
            softly.assertThat(two.get(0).beside(two.get(1)))
                    .as("two at once; %s", log(two))
                    .isFalse();
        }
    }

    @Test
    void tenRequestsAreUnderWayAtMost() {
        List<Visit> all = web.visits();
        for (Visit visit : all) {
            List<Visit> beside = all.stream()
                    .filter(other -> other.nanos <= visit.nanos && visit.nanos < other.end)
                    .toList();
            assertThat(beside).as("%s", log(beside)).hasSizeLessThanOrEqualTo(10);
        }
    }

    // ---------------------------------------------------------------- rules 4 to 7: what a domain asks for

    @Test
    void a429RestsTheWholeDomainAsLongAsItSaysOverAllRuns() {
        assertSoftly(softly -> Stream.of("limit-seconds.press", "limit-date.press")
                .forEach(domain -> assertRests(softly, domain, Duration.ofSeconds(StrictOwners.LONG_SECONDS))));
    }

    @Test
    void a429OfAPageRestsTheDomainForPagesAndFeeds() {
        assertSoftly(softly -> assertRests(softly, "limit-page.press", Duration.ofSeconds(StrictOwners.LONG_SECONDS)));
    }

    @Test
    void aRetryAfterThatSaysNothingCountsAsAMinute() {
        // Less a jitter of 10 %.
        assertSoftly(softly ->
                StrictOwners.WEIRD_RETRY_AFTER.forEach(domain -> assertRests(softly, domain, Duration.ofSeconds(54))));
    }

    @Test
    void aRetryAfterOfAgesRestsTheDomainAndBreaksNothing() {
        assertSoftly(softly -> StrictOwners.HUGE_RETRY_AFTER.forEach(domain -> {
            assertRests(softly, domain, Duration.ofHours(24));
            softly.assertThat(print(softly, 1).told("http://a." + domain + "/feed"))
                    .as("what is told of %s", domain)
                    .containsAnyOf("24 h", "86400", "86,400", " day", "until");
        }));
    }

    /** Nothing arrives at the domain so long after each 429. */
    private static void assertRests(SoftAssertions softly, String domain, Duration rest) {
        List<Visit> seen = toDomain(domain);
        softly.assertThat(seen).as("%s was asked and said 429", domain).anyMatch(visit -> visit.status == 429);
        for (Visit refused : seen) {
            if (refused.status == 429) {
                List<Visit> tooSoon = seen.stream()
                        .filter(visit -> visit.nanos > refused.nanos
                                && between(refused, visit).compareTo(rest) < 0)
                        .toList();
                softly.assertThat(tooSoon.size())
                        .as(
                                "too soon for %s, which rests for %d s after%n  %s; %s",
                                domain, rest.toSeconds(), refused, log(tooSoon))
                        .isZero();
            }
        }
    }

    @Test
    void aDomainThatRestedIsAskedAgainNotSooner() {
        assertSoftly(softly -> {
            assertRests(softly, "limit-short.press", Duration.ofSeconds(StrictOwners.SHORT_SECONDS));
            for (String host : List.of("a.limit-short.press", "b.limit-short.press")) {
                List<Visit> seen = to("http://" + host + "/feed");
                softly.assertThat(seen)
                        .as("%s is asked when its rest is over; %s", host, log(seen))
                        .anyMatch(visit -> visit.status == 200);
            }
        });
    }

    /** Of two feeds that come to the line at the same moment either may go first. */
    private static boolean isReadBeforeTheRest(Print print, String feed) {
        return print.feed(feed).path("status").asText().equals("ok");
    }

    @Test
    void aDomainThatRestsIsNamedToTheReaderInEachRun() {
        assertSoftly(softly -> Stream.of("limit-seconds.press", "limit-date.press", "limit-huge.press")
                .forEach(domain -> {
                    for (int run = 1; run <= RUNS; run++) {
                        for (String host : List.of("a." + domain, "b." + domain)) {
                            String feed = "http://" + host + "/feed";
                            if (isReadBeforeTheRest(print(softly, run), feed)) {
                                continue;
                            }
                            softly.assertThat(print(softly, run).told(feed))
                                    .as("what run %d tells of %s", run, feed)
                                    .contains(domain)
                                    .containsAnyOf("wait", "rest", "pause", "until", "429");
                        }
                        softly.assertThat(print(softly, run).out())
                                .as("standard output of run %d", run)
                                .contains(domain);
                    }
                    softly.assertThat(print(softly, 1).told("http://a." + domain + "/feed"))
                            .contains("429");
                }));
    }

    @Test
    void a503RestsThatFeedAndNoOther() {
        assertSoftly(softly -> {
            assertRuns(softly, "http://busy.press/a", 1);
            assertRuns(softly, "http://busy.press/b", everyRun());
        });
    }

    @Test
    void aSpentRateLimitIsWaitedForUntilItsReset() {
        assertSoftly(softly -> {
            for (String domain : List.of("rate-delta.press", "rate-epoch.press")) {
                List<Visit> seen = toDomain(domain).stream()
                        .filter(visit -> !visit.isRobots())
                        .toList();
                for (int i = 1; i < seen.size(); i++) {
                    // As the server counted: from its answer, an epoch in whole seconds.
                    Instant reset = domain.startsWith("rate-epoch")
                            ? Instant.ofEpochSecond(seen.get(i - 1).at.getEpochSecond() + StrictOwners.SHORT_SECONDS)
                            : seen.get(i - 1).at.plusSeconds(StrictOwners.SHORT_SECONDS);
                    softly.assertThat(seen.get(i).at)
                            .as("%s, not before its reset; %s", domain, log(seen.subList(i - 1, i + 1)))
                            .isAfterOrEqualTo(reset);
                }
                softly.assertThat(seen.stream().map(Visit::address))
                        .as("both are asked at last; %s", log(seen))
                        .contains("http://" + domain + "/a", "http://" + domain + "/b");
            }
        });
    }

    @Test
    void aSpentRateLimitIsRememberedOverRuns() {
        assertSoftly(softly -> assertRuns(softly, "http://rate-long.press/a", 1));
    }

    @Test
    void aRateLimitThatIsNotSpentHoldsNothingBack() {
        assertSoftly(softly -> {
            assertRuns(softly, "http://rate-left.press/a", everyRun());
            assertRuns(softly, "http://rate-left.press/b", everyRun());
        });
    }

    // ---------------------------------------------------------------- rule 8: conditional requests

    @Test
    void validatorsAreEchoedByteForByte() {
        assertSoftly(softly -> StrictOwners.ODD_VALIDATORS.forEach((host, odd) -> {
            List<Visit> seen = to("http://" + host + "/feed");
            softly.assertThat(runs(seen)).as("%s is asked in each run", host).containsExactly(everyRun());
            for (Visit visit : seen) {
                boolean first = visit.run == 1;
                softly.assertThat(visit.header("if-none-match"))
                        .as("If-None-Match; %s", log(seen))
                        .isEqualTo(first ? "" : odd.etag());
                softly.assertThat(visit.header("if-modified-since"))
                        .as("If-Modified-Since, what the server said or nothing; %s", log(seen))
                        .isEqualTo(first ? "" : odd.lastModified());
            }
        }));
    }

    @Test
    void aFeedThatDidNotChangeIsToldSoAndItsStoriesArePrinted() {
        assertSoftly(softly -> StrictOwners.ODD_VALIDATORS.keySet().forEach(host -> {
            for (int run = 2; run <= RUNS; run++) {
                softly.assertThat(print(softly, run)
                                .feed("http://" + host + "/feed")
                                .path("status")
                                .asText())
                        .as("status of %s in run %d", host, run)
                        .isEqualTo("unchanged");
                softly.assertThat(print(softly, run).storyLinks())
                        .as("stories of run %d", run)
                        .contains("http://" + host + "/story");
            }
        }));
    }

    @Test
    void aNewTagIn304IsTakenAndNoneIsSentAfterA200WithoutAny() {
        List<Visit> seen = to("http://renewed.press/feed");
        assertSoftly(softly -> {
            softly.assertThat(seen.stream().map(visit -> visit.header("if-none-match")))
                    .as("If-None-Match; %s", log(seen))
                    .containsExactly("", "\"v1\"", "\"v2\"", "");
            List<String> since = seen.stream()
                    .map(visit -> visit.header("if-modified-since"))
                    .toList();
            softly.assertThat(since.stream().map(String::isEmpty))
                    .as("If-Modified-Since; a 304 without one leaves it as it was; %s", log(seen))
                    .containsExactly(true, false, false, true);
        });
    }

    @Test
    void aNewTagReplacesTheOld() {
        List<Visit> seen = to("http://replaced.press/feed");
        assertThat(seen.stream().map(visit -> visit.header("if-none-match")))
                .as("If-None-Match; %s", log(seen))
                .containsExactly("", "\"v1\"", "\"v2\"", "\"v3\"");
    }

    @Test
    void noValidatorIsSentToWhoGaveNone() {
        List<Visit> seen = visits(visit -> visit.has("if-none-match") || visit.has("if-modified-since")).stream()
                .filter(visit -> !StrictOwners.ODD_VALIDATORS.containsKey(visit.host))
                .filter(visit -> !List.of(
                                "renewed.press",
                                "replaced.press",
                                "fresh-by-304.press",
                                "signpost.press",
                                "signpost-target.press")
                        .contains(visit.host))
                .toList();
        assertThat(seen).as("%s", log(seen)).isEmpty();
        assertThat(runs(to("http://no-validators.press/feed"))).containsExactly(everyRun());
    }

    @Test
    void aTagOfTenKilobytesIsNotEchoed() {
        List<Visit> seen = to("http://long-tag.press/feed");
        assertSoftly(softly -> {
            assertRuns(softly, "http://long-tag.press/feed", everyRun());
            softly.assertThat(seen).as("%s", log(seen)).noneMatch(visit -> visit.has("if-none-match"));
            for (int run = 1; run <= RUNS; run++) {
                softly.assertThat(print(softly, run)
                                .feed("http://long-tag.press/feed")
                                .path("status")
                                .asText())
                        .as("run %d", run)
                        .isEqualTo("ok");
            }
        });
    }

    @Test
    void validatorsGoToTheAddressThatGaveThem() {
        List<Visit> target = to("http://signpost-target.press/feed");
        List<Visit> signpost = to("http://signpost.press/feed");
        assertSoftly(softly -> {
            softly.assertThat(target.stream().map(visit -> visit.header("if-none-match")))
                    .as("If-None-Match at the end of a redirect; %s", log(target))
                    .containsExactly("", "\"of the target\"", "\"of the target\"", "\"of the target\"");
            softly.assertThat(signpost)
                    .as("%s", log(signpost))
                    .noneMatch(visit -> visit.header("if-none-match").contains("target"));
            List<Visit> wandering =
                    visits(visit -> visit.host.startsWith("wandering") && visit.target.endsWith("/feed"));
            softly.assertThat(wandering)
                    .as("another target in each run; %s", log(wandering))
                    .hasSize(2 * RUNS)
                    .noneMatch(visit -> visit.has("if-none-match") || visit.has("if-modified-since"));
        });
    }

    // ---------------------------------------------------------------- rules 9 and 10: freshness

    @Test
    void aFreshFeedIsNotAskedAgainByHandEither() {
        assertSoftly(softly -> StrictOwners.FRESH.forEach(host -> assertRuns(softly, "http://" + host + "/feed", 1)));
    }

    @Test
    void aFreshFeedIsEarlyAndItsStoriesArePrinted() {
        assertSoftly(softly -> StrictOwners.FRESH.forEach(host -> {
            for (int run = 2; run <= RUNS; run++) {
                softly.assertThat(print(softly, run)
                                .feed("http://" + host + "/feed")
                                .path("status")
                                .asText())
                        .as("status of %s in run %d", host, run)
                        .isEqualTo("early");
                softly.assertThat(print(softly, run).storyLinks())
                        .as("stories of run %d", run)
                        .contains("http://" + host + "/story");
            }
        }));
    }

    @Test
    void aStaleFeedIsAskedInEachRunByHand() {
        assertSoftly(softly ->
                StrictOwners.STALE.forEach(host -> assertRuns(softly, "http://" + host + "/feed", everyRun())));
    }

    @Test
    void a304SaysHowLongTheFeedIsFresh() {
        assertSoftly(softly -> assertRuns(softly, "http://fresh-by-304.press/feed", 1, 2));
    }

    // ---------------------------------------------------------------- rule 11: headers

    @Test
    void everyRequestSaysWhoAsksAndNothingElse() {
        assertSoftly(softly -> {
            for (Visit visit : web.visits()) {
                String which = visit.toString();
                softly.assertThat(visit.header("user-agent"))
                        .as(which)
                        .matches("ParallelPress/\\d\\S* .*\\Q" + CONTACT + "\\E.*");
                softly.assertThat(visit.header("accept-encoding")).as(which).contains("gzip");
                softly.assertThat(visit.has("cookie")).as("cookie; " + which).isFalse();
                softly.assertThat(visit.has("referer")).as("referer; " + which).isFalse();
            }
        });
    }

    // ---------------------------------------------------------------- rule 12: redirects

    @Test
    void noRedirectIsRememberedOnTheFirstDay() {
        assertSoftly(softly -> StrictOwners.MOVED.keySet().forEach(host -> {
            assertRuns(softly, "http://" + host + "/feed", everyRun());
            assertRuns(softly, "http://" + host.replace(".press", "-here.press") + "/feed", everyRun());
        }));
    }

    @Test
    void tenHopsAreFollowed() {
        assertSoftly(softly -> {
            assertRuns(softly, "http://chain-10.press/feed", 1);
            softly.assertThat(print(softly, 1)
                            .feed("http://chain-0.press/feed")
                            .path("status")
                            .asText())
                    .isEqualTo("ok");
        });
    }

    @Test
    void redirectsWithoutEndEndAfterTenHops() {
        assertSoftly(softly -> {
            for (List<Visit> seen : List.of(
                    visits(visit -> visit.host.equals("endless.press") && !visit.isRobots()),
                    visits(visit -> List.of("ping.press", "pong.press").contains(visit.host) && !visit.isRobots()))) {
                softly.assertThat(seen.size()).as("%s", log(seen)).isBetween(1, 11);
            }
            for (String feed : List.of("http://endless.press/1", "http://ping.press/feed")) {
                softly.assertThat(print(softly, 1).told(feed)).as(feed).contains("redirect");
            }
        });
    }

    // ---------------------------------------------------------------- rule 13: feeds that are gone, missing or broken

    @Test
    void aFeedThatIsGoneIsAskedOnceAndToldInEachRun() {
        assertSoftly(softly -> {
            assertRuns(softly, "http://gone.press/feed", 1);
            for (int run = 1; run <= RUNS; run++) {
                softly.assertThat(print(softly, run).told("http://gone.press/feed"))
                        .as("what run %d tells", run)
                        .contains("410");
            }
        });
    }

    @Test
    void aFeedThatIsMissingOrBrokenIsNotAskedAgainAtOnce() {
        assertSoftly(softly -> Stream.of("missing.press", "broken.press").forEach(host -> {
            List<Visit> seen = to("http://" + host + "/feed");
            softly.assertThat(in(1, seen).size())
                    .as("one retry at most; %s", log(seen))
                    .isBetween(1, 2);
            softly.assertThat(in(2, seen))
                    .as("the run after that; %s", log(seen))
                    .isEmpty();
        }));
    }

    // ---------------------------------------------------------------- rule 14: robots.txt

    @Test
    void robotsTxtIsAskedOncePerHostOverAllRuns() {
        assertSoftly(softly -> visits(Visit::isRobots).stream()
                .collect(Collectors.groupingBy(visit -> visit.host, TreeMap::new, Collectors.toList()))
                .forEach((host, seen) -> softly.assertThat(seen)
                        .as("robots.txt of %s; %s", host, log(seen))
                        .hasSize(1)));
        assertThat(visits(Visit::isRobots)).as("robots.txt was asked at all").isNotEmpty();
    }

    @Test
    void robotsTxtNeverRunsBesideAnotherRequestOfItsDomain() {
        List<Visit> robots = visits(visit -> isRobots(visit) && !visit.brokenOff);
        assertThat(robots).as("robots.txt was asked at all").isNotEmpty();
        assertSoftly(softly -> robots.forEach(visit -> {
            List<Visit> beside = toDomain(visit.domain()).stream()
                    .filter(other -> other != visit && other.beside(visit))
                    .toList();
            softly.assertThat(beside).as("beside %s; %s", visit, log(beside)).isEmpty();
        }));
    }

    @Test
    void pagesThatRobotsMayNotReadAreNeverAskedAndTheReasonIsTold() {
        assertSoftly(softly -> Stream.of(
                        "robots-some.press", "robots-ours.press", "robots-moved.press", "robots-vast.press")
                .forEach(host -> {
                    for (int run = 1; run <= RUNS; run++) {
                        assertRuns(softly, "http://" + host + "/open-" + run, run);
                        assertNotRead(softly, "http://" + host + "/private/page-" + run, run);
                    }
                }));
    }

    @Test
    void aGroupForThePressWinsOverTheOneForAll() {
        assertSoftly(softly -> {
            for (int run = 1; run <= RUNS; run++) {
                assertNotRead(softly, "http://robots-not-us.press/open-" + run, run);
                assertNotRead(softly, "http://robots-not-us.press/private/page-" + run, run);
            }
        });
    }

    @Test
    void noPageIsAskedWhereRobotsTxtIsBroken() {
        assertSoftly(softly -> {
            for (int run = 1; run <= RUNS; run++) {
                assertNotRead(softly, "http://robots-broken.press/open-" + run, run);
            }
        });
    }

    /** Printed with the feed's words, in the run that saw it first. */
    private static void assertNotRead(SoftAssertions softly, String page, int run) {
        assertRuns(softly, page);
        softly.assertThat(print(softly, run).storyLinks())
                .as("stories of run %d", run)
                .contains(page);
        softly.assertThat(print(softly, run).told(page))
                .as("what run %d tells of %s", run, page)
                .contains("robots.txt");
    }

    @Test
    void everyPageMayBeAskedWhereThereAreNoRules() {
        assertSoftly(softly -> Stream.of(
                        "robots-missing.press", "robots-forbidden.press", "robots-page.press", "robots-loop.press")
                .forEach(host -> {
                    for (int run = 1; run <= RUNS; run++) {
                        assertRuns(softly, "http://" + host + "/open-" + run, run);
                        assertRuns(softly, "http://" + host + "/private/page-" + run, run);
                    }
                }));
    }

    @Test
    void feedsThatTheReaderListedAreExempt() {
        List<String> hosts = web.visits().stream()
                .map(visit -> visit.host)
                .filter(host -> host.startsWith("robots-"))
                .distinct()
                .toList();
        assertThat(hosts).hasSize(10);
        assertSoftly(
                softly -> hosts.forEach(host -> assertRuns(softly, "http://" + host + "/private/feed", everyRun())));
    }

    @Test
    void redirectsOfRobotsTxtEnd() {
        List<Visit> seen = visits(visit -> visit.host.equals("robots-loop.press") && isRobots(visit));
        assertThat(seen.size()).as("%s", log(seen)).isBetween(2, 11);
    }

    @Test
    void aVastRobotsTxtIsNotReadToItsEnd() {
        List<Visit> seen = to("http://robots-vast.press/robots.txt");
        assertThat(seen).isNotEmpty();
        assertThat(seen.get(0).written)
                .as("bytes written before the press hung up, of %,d; the first 500 KiB count", StrictOwners.VAST_BYTES)
                .isLessThan(8_000_000);
    }

    @Test
    void aCrawlDelayIsKeptBetweenFeedsAndPagesOverRuns() {
        assertSoftly(softly -> {
            assertCrawlDelay(softly, "crawl.press", Duration.ofSeconds(2));
            for (String page : List.of("/1", "/2")) {
                assertRuns(softly, "http://crawl.press" + page, 1);
            }
            for (String feed : List.of("/private/feed", "/other-feed")) {
                assertRuns(softly, "http://crawl.press" + feed, everyRun());
            }
        });
    }

    @Test
    void aCrawlDelayOfADayIsThirtySeconds() {
        assertSoftly(softly -> {
            assertCrawlDelay(softly, "crawl-day.press", Duration.ofSeconds(30));
            String feed = "http://crawl-day.press/private/feed";
            softly.assertThat(runs(to(feed)))
                    .as("asked again half a minute later; %s", log(toDomain("crawl-day.press")))
                    .containsExactly(1, RUNS);
            softly.assertThat(print(softly, 1).told("http://crawl-day.press/1"))
                    .as("a page whose turn would come after the deadline is named")
                    .isNotBlank();
        });
    }

    /** From the moment that robots.txt is known: what came before could not know. */
    private static void assertCrawlDelay(SoftAssertions softly, String host, Duration delay) {
        List<Visit> all = visits(visit -> visit.host.equals(host));
        List<Visit> robots = all.stream().filter(Visit::isRobots).toList();
        softly.assertThat(robots).as("robots.txt was asked; %s", log(all)).isNotEmpty();
        long known = robots.isEmpty() ? Long.MIN_VALUE : robots.get(0).end;
        List<Visit> seen = all.stream().filter(visit -> !visit.isRobots()).toList();
        for (int i = 1; i < seen.size(); i++) {
            if (seen.get(i).nanos > known) {
                softly.assertThat(between(seen.get(i - 1), seen.get(i)))
                        .as("crawl delay; %s", log(seen.subList(i - 1, i + 1)))
                        .isGreaterThanOrEqualTo(delay);
            }
        }
    }
}
