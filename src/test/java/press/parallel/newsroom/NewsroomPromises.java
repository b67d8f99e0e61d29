package press.parallel.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import press.parallel.Article;
import press.parallel.Assessment;
import press.parallel.Decision;
import press.parallel.Desk;
import press.parallel.Edition;
import press.parallel.Entry;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FeedReport;
import press.parallel.FeedState;
import press.parallel.FetchedPicture;
import press.parallel.FiledEntry;
import press.parallel.Hints;
import press.parallel.Holdings;
import press.parallel.Loss;
import press.parallel.PastEdition;
import press.parallel.Picture;
import press.parallel.PictureFile;
import press.parallel.PictureType;
import press.parallel.Run;
import press.parallel.RunSheet;
import press.parallel.Story;
import press.parallel.Validators;
import press.parallel.Verdict;

/** What the newsroom promises on either database. */
@Timeout(120)
abstract class NewsroomPromises {
    static final Duration DEADLINE = Duration.ofMinutes(2);
    static final Duration WINDOW = Duration.ofHours(48);
    static final Duration KEEP = Duration.ofDays(4);
    static final Feed NEWS = new Feed(URI.create("https://news.test/rss"), "news", 0);
    static final Feed REDDIT = new Feed(URI.create("https://old.reddit.com/r/news.json"), "tech", 1);
    static final Feed SPORTS = new Feed(URI.create("https://sports.test/atom"), "", 2);
    static final List<Feed> FEEDS = List.of(NEWS, REDDIT, SPORTS);
    static final Edition.Numbers NUMBERS =
            new Edition.Numbers(300, 120, 36, 0.88, 12.5, 20.25, 33, 62, 9, 0, 4, 81_920, 3);

    final TurnableClock clock = new TurnableClock("2026-11-22T22:30:00.123456Z");
    String url;
    Newsroom newsroom;

    /** Address of an empty database. */
    abstract String newDatabase() throws Exception;

    /** Checks the database itself, beneath the newsroom. */
    abstract void assertSound();

    @BeforeEach
    void openNewsroom() throws Exception {
        url = newDatabase();
        newsroom = room(url);
    }

    @AfterEach
    void closeNewsroom() {
        newsroom.close();
    }

    Newsroom room(String url) {
        return new Newsroom(Stores.at(url), clock, Newsroom.Paper.daily(ZoneId.of("Europe/Berlin"), KEEP));
    }

    /** As a process that begins after another one ended. */
    void reopen() {
        newsroom.close();
        newsroom = room(url);
    }

    Run begin() {
        return newsroom.open(DEADLINE, 0.75);
    }

    static Entry entry(String link, String title, Instant published) {
        return new Entry(
                link,
                URI.create(link),
                null,
                "",
                title,
                "",
                published,
                null,
                "",
                "",
                List.of(),
                0,
                0,
                null,
                null,
                false,
                0);
    }

    FeedReport file(Run run, Feed feed, Entry... entries) {
        return newsroom.file(
                run, feed, new FeedContent("", null, List.of(entries)), 200, 100, WINDOW, FeedState.NEW, Map.of());
    }

    static Decision decision(String key, String section, long score, String verdict, int rank, String detail) {
        return new Decision(
                key,
                "A title",
                URI.create(key),
                NEWS.address().toString(),
                "The News",
                "news.test",
                Instant.parse("2026-03-01T10:00:00Z"),
                section,
                List.of("chip ×2"),
                score,
                Map.of("base", score),
                Verdict.of(verdict),
                rank,
                detail);
    }

    static FeedReport report(Feed feed, String status) {
        return new FeedReport(feed.address().toString(), "A title", status, "a reason", 500, 0, 0, 30);
    }

    Instant ago(Duration duration) {
        return clock.instant().minus(duration);
    }

    @Test
    void aClearedNewsroomRemembersNothingAndGoesOn() {
        Run run = begin();
        file(run, NEWS, entry("https://news.test/1", "One", clock.instant()));
        newsroom.stamp("news.test", clock.instant());
        newsroom.printed(run, NUMBERS);
        newsroom.clear();

        assertThat(newsroom.clocks()).isEmpty();
        assertThat(newsroom.reports(run)).isEmpty();
        assertThat(newsroom.desk(run, WINDOW, FEEDS, "rules").fresh()).isEmpty();
        assertThat(begin().edition()).isEqualTo(run.edition());
        reopen();
        assertThat(newsroom.clocks()).isEmpty();
    }

    @Nested
    class Runs {
        @Test
        void theDayIsThatOfThePressAndItsEditionsAreCounted() {
            Run first = begin();
            newsroom.printed(first, NUMBERS);
            clock.turn(Duration.ofHours(1));
            Run second = begin();

            assertThat(first.edition()).isEqualTo("2026-11-22-1");
            assertThat(first.resumed()).isFalse();
            assertThat(first.fetchDeadline()).isEqualTo("2026-11-22T22:31:30.123456Z");
            assertThat(first.deadline()).isEqualTo("2026-11-22T22:32:00.123456Z");
            assertThat(second.date()).isEqualTo(LocalDate.of(2026, 11, 23));
            assertThat(second.edition()).isEqualTo("2026-11-23-1");
            newsroom.printed(second, NUMBERS);
            assertThat(begin().edition()).isEqualTo("2026-11-23-2");
        }

        @Test
        void aKilledRunGoesOnWithItsNumberAndStartAndNewDeadlines() {
            Run killed = begin();
            clock.turn(Duration.ofHours(2));
            reopen();
            Run run = begin();

            assertThat(run.resumed()).isTrue();
            assertThat(run.edition()).isEqualTo(killed.edition());
            assertThat(run.date()).isEqualTo(killed.date());
            assertThat(run.number()).isEqualTo(killed.number());
            assertThat(run.started()).isEqualTo(killed.started());
            assertThat(run.deadline()).isEqualTo(clock.instant().plus(DEADLINE));
        }

        @Test
        void aKilledRunOlderThanTwelveHoursIsAbandoned() {
            Run killed = begin();
            clock.turn(Duration.ofHours(12));
            Run run = begin();

            assertThat(run.resumed()).isFalse();
            assertThat(run.edition()).isNotEqualTo(killed.edition());
            newsroom.printed(run, NUMBERS);
            assertThat(begin().resumed()).isFalse();
        }

        @Test
        void aRunThatCouldNotPrintIsNotTakenUp() {
            Run run = begin();
            newsroom.abandon(run, "no feed could be reached");

            assertThat(begin().edition()).isEqualTo("2026-11-22-2");
        }

        @Test
        void twoPressesNeverWorkOnOneNewsroom() {
            try (Newsroom other = room(url)) {
                RunLock lock = newsroom.lock(Duration.ZERO);
                assertThatThrownBy(() -> other.lock(Duration.ZERO))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("another press is at work on it");
                lock.close();
                lock.close();
                other.lock(Duration.ZERO).close();
            }
        }
    }

    @Nested
    class Feeds {
        @Test
        void whatWasFetchedInARunIsNotFetchedAgainInIt() {
            Run run = begin();
            assertThat(newsroom.due(run, FEEDS)).containsExactlyElementsOf(FEEDS);
            file(run, NEWS, entry("https://news.test/1", "One", null));
            newsroom.report(run, report(REDDIT, "failed"));
            reopen();
            run = begin();

            assertThat(newsroom.due(run, FEEDS))
                    .containsExactly(new Feed(REDDIT.address(), "tech", 1, 30), new Feed(SPORTS.address(), "", 2, 0));
            newsroom.reportAgain(run, List.of(report(SPORTS, "unchanged"), report(REDDIT, "early")), WINDOW);
            assertThat(newsroom.due(run, FEEDS)).isEmpty();
        }

        @Test
        void inTheNextRunEveryFeedIsDueWithTheTimeOfItsLastAnswer() {
            Run run = begin();
            newsroom.due(run, FEEDS);
            file(run, NEWS, entry("https://news.test/1", "One", null));
            newsroom.printed(run, NUMBERS);

            assertThat(newsroom.due(begin(), FEEDS)).extracting(Feed::millis).containsExactly(100L, 0L, 0L);
        }

        @Test
        void whatAFeedTaughtIsThereInTheNextRunByteForByte() {
            FeedState taught = new FeedState(
                    URI.create("https://moved.test/rss"),
                    new Validators(URI.create("https://moved.test/rss?a=b"), "W/\"\u00fc[, \"", "sunday-ish"),
                    Instant.parse("2026-11-22T23:00:00Z"),
                    Instant.parse("2026-11-22T23:30:00.5Z"),
                    "Cache-Control: max-age",
                    false,
                    3,
                    81_920,
                    Duration.ofMinutes(15),
                    new Hints(Duration.ofHours(1), Set.of(3, 4), Set.of(DayOfWeek.SUNDAY)),
                    new FeedState.Moved(URI.create("https://further.test/"), 2, LocalDate.of(2026, 11, 21)));
            FeedState gone = new FeedState(
                    null, null, Instant.EPOCH, Instant.EPOCH, "410", true, 1, 0, Duration.ZERO, Hints.NONE, null);
            Run run = begin();
            newsroom.due(run, FEEDS);
            FeedReport report = newsroom.file(
                    run, NEWS, new FeedContent("The News", null, List.of()), 200, 1, WINDOW, taught, Map.of());
            newsroom.remember(SPORTS, gone);
            newsroom.printed(run, NUMBERS);
            reopen();

            assertThat(report.reason()).contains("moved for good to 'https://moved.test/rss'");
            assertThat(newsroom.due(begin(), FEEDS))
                    .extracting(Feed::state)
                    .containsExactly(taught, FeedState.NEW, gone);
        }

        @Test
        void aFeedThatIsNotAskedAgainKeepsItsNameAndItsEntriesInTheReport() {
            Run run = begin();
            newsroom.due(run, FEEDS);
            newsroom.file(
                    run,
                    NEWS,
                    new FeedContent(
                            "The News",
                            null,
                            List.of(
                                    entry("https://news.test/1", "One", ago(Duration.ofHours(1))),
                                    entry("https://news.test/2", "Two", ago(Duration.ofHours(49))))),
                    200,
                    1,
                    WINDOW,
                    FeedState.NEW,
                    Map.of());
            newsroom.printed(run, NUMBERS);
            Run next = begin();
            newsroom.reportAgain(next, List.of(report(NEWS, "early")), WINDOW);

            assertThat(newsroom.reports(next))
                    .containsExactly(
                            new FeedReport(NEWS.address().toString(), "The News", "early", "a reason", 500, 2, 1, 30));
        }

        @Test
        void whatAFeedNoLongerOffersWhenItIsCollectedAgainIsRememberedButNotOffered() {
            Run collected = new Run(
                    "collected",
                    LocalDate.of(2026, 11, 22),
                    0,
                    LocalDate.of(2026, 11, 22),
                    clock.instant(),
                    clock.instant(),
                    clock.instant(),
                    false);
            newsroom.known(FEEDS);
            file(
                    collected,
                    NEWS,
                    entry("https://news.test/old", "Old", ago(Duration.ofHours(60))),
                    entry("https://news.test/1", "One", ago(Duration.ofHours(3))));
            file(
                    collected,
                    NEWS,
                    entry("https://news.test/1", "One", ago(Duration.ofHours(3))),
                    entry("https://news.test/2", "Two", ago(Duration.ofHours(1))));
            file(collected, NEWS, entry("https://news.test/2", "Two", ago(Duration.ofHours(1))));
            newsroom.reportAgain(collected, List.of(report(NEWS, "unchanged")), WINDOW);
            Run run = begin();
            newsroom.reportAgain(run, List.of(report(NEWS, "early")), WINDOW);

            assertThat(newsroom.reports(run)).extracting(FeedReport::entries).containsExactly(1);
            assertThat(newsroom.desk(run, WINDOW, FEEDS, "rules").scanned()).isEqualTo(2);
            assertThat(newsroom.desk(run, WINDOW, FEEDS, "rules").fresh())
                    .extracting(filed -> filed.entry().title())
                    .containsExactlyInAnyOrder("One", "Two");
        }

        @Test
        void reportsStandInTheOrderOfTheFeedList() {
            Run run = begin();
            newsroom.due(run, FEEDS);
            newsroom.report(run, report(SPORTS, "late"));
            newsroom.report(run, report(REDDIT, "failed"));
            FeedReport news = newsroom.file(
                    run,
                    NEWS,
                    new FeedContent(
                            "The News",
                            null,
                            List.of(
                                    entry("https://news.test/1", "One", ago(Duration.ofHours(1))),
                                    entry("https://news.test/2", "Two", ago(Duration.ofHours(49))))),
                    200,
                    250,
                    WINDOW,
                    FeedState.NEW,
                    Map.of());

            assertThat(news).isEqualTo(new FeedReport("https://news.test/rss", "The News", "ok", "", 200, 2, 1, 250));
            assertThat(newsroom.reports(run)).containsExactly(news, report(REDDIT, "failed"), report(SPORTS, "late"));
        }

        @Test
        void badNewsNeverReplaceAnAnswerThatIsIn() {
            Run run = begin();
            newsroom.report(run, report(NEWS, "late"));
            FeedReport news = file(run, NEWS, entry("https://news.test/1", "One", null));
            newsroom.report(run, report(NEWS, "late"));

            assertThat(newsroom.reports(run)).containsExactly(news);
        }

        @Test
        void aFeedWithoutATitleIsNamedAsBeforeElseByItsHost() {
            Run run = begin();
            assertThat(file(run, NEWS).title()).isEqualTo("news.test");
            newsroom.file(
                    run, NEWS, new FeedContent("The News", null, List.of()), 200, 1, WINDOW, FeedState.NEW, Map.of());
            assertThat(file(run, NEWS).title()).isEqualTo("The News");
        }
    }

    @Nested
    class Entries {
        @Test
        void everythingAFeedSaysIsGivenToTheEditor() {
            Entry whole = new Entry(
                    "https://news.test/ä",
                    URI.create("https://news.test/%C3%A4?utm_source=rss"),
                    URI.create("https://old.reddit.com/r/news/comments/1"),
                    "guid:1",
                    "Zoë 🗞 says “hello”",
                    "A. Writer",
                    Instant.parse("2026-11-22T20:00:00.001Z"),
                    Instant.parse("2026-11-22T21:00:00Z"),
                    "<p>short</p>",
                    "<p>long</p>",
                    List.of("a, b", "\"c\""),
                    5_000_000_000L,
                    17,
                    URI.create("https://news.test/a.mp3"),
                    URI.create("https://news.test/a.jpg"),
                    true,
                    7);
            Run run = begin();
            newsroom.file(
                    run,
                    NEWS,
                    new FeedContent("The News", null, List.of(whole)),
                    200,
                    1,
                    WINDOW,
                    FeedState.NEW,
                    Map.of());

            Desk desk = newsroom.desk(run, WINDOW, FEEDS, "rules");
            assertThat(desk.fresh())
                    .containsExactly(new FiledEntry(
                            whole,
                            "https://news.test/rss",
                            "The News",
                            "news",
                            Instant.parse("2026-11-22T22:30:00.123Z")));
            assertThat(desk.scanned()).isEqualTo(1);
        }

        @Test
        void anEntrySeenAgainTakesTheLargerNumbersTheEarlierDateAndTheNewerWords() {
            Instant early = Instant.parse("2026-11-22T10:00:00Z");
            Instant late = Instant.parse("2026-11-22T12:00:00Z");
            Run run = begin();
            file(run, NEWS, seen("Old title", early, late, "old summary", "old content", 50, 9));
            clock.turn(Duration.ofHours(1));
            file(run, NEWS, seen("New title", late, early, "new summary", "", 40, 12));
            file(run, NEWS, seen("", null, null, "", "", 0, 0));

            FiledEntry filed =
                    newsroom.desk(run, WINDOW, FEEDS, "rules").fresh().get(0);
            assertThat(filed.entry()).isEqualTo(seen("New title", early, late, "new summary", "old content", 50, 12));
            assertThat(filed.firstSeen()).isEqualTo("2026-11-22T22:30:00.123Z");
        }

        private Entry seen(
                String title,
                Instant published,
                Instant updated,
                String summary,
                String content,
                long points,
                long comments) {
            return new Entry(
                    "https://news.test/1",
                    URI.create("https://news.test/1"),
                    null,
                    "",
                    title,
                    "",
                    published,
                    updated,
                    summary,
                    content,
                    List.of(),
                    points,
                    comments,
                    null,
                    null,
                    false,
                    0);
        }

        @Test
        void oneLinkInTwoFeedsLiesThereTwiceWithSharedDatesAndEachFeedsWordsAndNumbers() {
            Instant published = Instant.parse("2026-11-22T10:00:00Z");
            Entry posted = new Entry(
                    "https://news.test/1",
                    URI.create("https://news.test/1"),
                    URI.create("https://old.reddit.com/r/news/comments/1"),
                    "t3_1",
                    "Posted title",
                    "poster",
                    published.plusSeconds(60),
                    null,
                    "",
                    "",
                    List.of(),
                    900,
                    80,
                    null,
                    URI.create("https://preview.redd.it/1.jpg"),
                    false,
                    3);
            Run run = begin();
            file(run, REDDIT, posted);
            file(run, NEWS, entry("https://news.test/1", "Own title", published));

            Desk desk = newsroom.desk(run, WINDOW, FEEDS, "rules");
            assertThat(desk.scanned()).isEqualTo(1);
            assertThat(desk.fresh()).extracting(FiledEntry::section).containsExactly("news", "tech");
            assertThat(desk.fresh())
                    .extracting(filed -> filed.entry().title())
                    .containsExactly("Own title", "Posted title");
            assertThat(desk.fresh())
                    .extracting(
                            filed -> filed.entry().points(),
                            filed -> filed.entry().comments())
                    .containsExactly(tuple(0L, 0L), tuple(900L, 80L));
            assertThat(desk.fresh()).allSatisfy(filed -> {
                assertThat(filed.entry().published()).isEqualTo(published);
                assertThat(filed.entry().commentsLink()).isEqualTo(posted.commentsLink());
                assertThat(filed.entry().image()).isEqualTo(posted.image());
            });
        }

        @Test
        void whatAFeedOffersTwiceCountsOnceAndTheFirstStands() {
            Run run = begin();
            file(run, NEWS, entry("https://news.test/", "First", null), entry("https://news.test/", "Second", null));

            assertThat(newsroom.desk(run, WINDOW, FEEDS, "rules").fresh())
                    .extracting(filed -> filed.entry().title())
                    .containsExactly("First");
        }

        @Test
        void aCharacterThatTheDatabaseCannotKeepCostsNoFeed() {
            Run run = begin();
            file(
                    run,
                    NEWS,
                    entry("https://news.test/1", "No\0body", null),
                    entry("https://news.test/2", "half a sign \ud83d", null));
            newsroom.lose(run, new Loss("story", "a\0", "https://a.test/1", "b\0"));

            assertThat(newsroom.desk(run, WINDOW, FEEDS, "rules").fresh())
                    .extracting(filed -> filed.entry().title())
                    .containsExactly("Nobody", "half a sign ?");
            assertThat(newsroom.losses(run)).containsExactly(new Loss("story", "a", "https://a.test/1", "b"));
        }

        @Test
        void onlyFreshEntriesOfListedFeedsLieBeforeTheEditorButAllOfThemWereScanned() {
            Run run = begin();
            file(
                    run,
                    NEWS,
                    entry("https://news.test/new", "New", run.started().minus(WINDOW)),
                    entry(
                            "https://news.test/old",
                            "Old",
                            run.started().minus(WINDOW).minusMillis(1)),
                    entry("https://news.test/future", "Dated tomorrow", ago(Duration.ofHours(-24))));
            file(run, SPORTS, entry("https://sports.test/1", "Not listed", null));

            Desk desk = newsroom.desk(run, WINDOW, List.of(NEWS), "rules");
            assertThat(desk.scanned()).isEqualTo(3);
            assertThat(desk.fresh())
                    .extracting(filed -> filed.entry().title())
                    .containsExactlyInAnyOrder("New", "Dated tomorrow");
        }

        @Test
        void anUndatedEntryDoesNotComeBackAsNew() {
            Entry undated = entry("https://news.test/1", "Undated", null);
            Run first = begin();
            file(first, NEWS, undated);
            newsroom.printed(first, NUMBERS);
            clock.turn(Duration.ofHours(47));
            Run second = begin();
            file(second, NEWS, undated);
            assertThat(newsroom.desk(second, WINDOW, FEEDS, "rules").fresh()).hasSize(1);
            newsroom.printed(second, NUMBERS);
            clock.turn(Duration.ofHours(2));
            Run third = begin();
            FeedReport report = file(third, NEWS, undated);

            assertThat(report.fresh()).isZero();
            Desk desk = newsroom.desk(third, WINDOW, FEEDS, "rules");
            assertThat(desk.fresh()).isEmpty();
            assertThat(desk.old()).extracting(filed -> filed.entry().title()).containsExactly("Undated");
            assertThat(desk.scanned()).isEqualTo(1);
        }

        @Test
        void whatLeftAFeedSinceTheLastRunIsStillRememberedWhileFresh() {
            Run first = begin();
            file(first, NEWS, entry("https://news.test/1", "Morning", null));
            newsroom.printed(first, NUMBERS);
            clock.turn(Duration.ofHours(8));
            Run second = begin();
            file(second, NEWS, entry("https://news.test/2", "Evening", null));

            assertThat(newsroom.desk(second, WINDOW, FEEDS, "rules").fresh()).hasSize(2);
        }

        @Test
        void tenThousandEntriesAreFiledInSeconds() {
            String words = "two kilobytes of words ".repeat(90);
            Run run = begin();
            Instant published = ago(Duration.ofHours(1));
            long begun = System.nanoTime();
            for (int round = 0; round < 2; round++) {
                for (int batch = 0; batch < 20; batch++) {
                    int first = batch * 500;
                    file(
                            run,
                            NEWS,
                            IntStream.range(first, first + 500)
                                    .mapToObj(i -> new Entry(
                                            "https://news.test/" + i,
                                            URI.create("https://news.test/" + i),
                                            null,
                                            "",
                                            "Story " + i,
                                            "",
                                            published,
                                            null,
                                            words,
                                            "",
                                            List.of("one"),
                                            i,
                                            i,
                                            null,
                                            null,
                                            false,
                                            i))
                                    .toArray(Entry[]::new));
                }
            }
            long filed = System.nanoTime();
            assertThat(newsroom.desk(run, WINDOW, FEEDS, "rules").fresh()).hasSize(10_000);
            long read = System.nanoTime();
            System.out.printf(
                    "%s: 20,000 entry upserts %d ms, 10,000 read %d ms%n",
                    url.substring(0, 11), (filed - begun) / 1_000_000, (read - filed) / 1_000_000);
            assertThat(Duration.ofNanos(read - begun)).isLessThan(Duration.ofSeconds(40));
        }
    }

    @Nested
    class ChoiceAndLosses {
        @Test
        void aRunTakenUpAgainPrintsTheSameChoice() {
            Run run = begin();
            file(run, NEWS, entry("https://news.test/1", "One", ago(Duration.ofHours(1))));
            FiledEntry filed =
                    newsroom.desk(run, WINDOW, FEEDS, "rules").fresh().get(0);
            Map<String, Long> breakdown = new LinkedHashMap<>();
            breakdown.put("offered", 1000L);
            breakdown.put("comments", 24L);
            Story story = new Story(
                    filed,
                    "news",
                    1,
                    1024,
                    breakdown,
                    List.of("chip ×2"),
                    List.of(new Story.AlsoIn("r/news", "Uno", URI.create("https://news.test/uno"))));
            RunSheet sheet = new RunSheet(
                    List.of(story),
                    List.of(
                            decision("https://news.test/1", "news", 1024, "printed", 1, ""),
                            decision("https://news.test/uno", "tech", 9, "merged", 0, "https://news.test/1")),
                    70,
                    30);
            assertThat(newsroom.runSheet(run)).isEmpty();
            newsroom.keep(run, new RunSheet(List.of(), List.of(sheet.decisions().get(1)), 1, 1));
            newsroom.keep(run, sheet);
            reopen();

            assertThat(newsroom.runSheet(begin())).contains(sheet);
            assertThat(newsroom.runSheet(begin())
                            .orElseThrow()
                            .stories()
                            .get(0)
                            .scoreBreakdown()
                            .keySet())
                    .containsExactly("offered", "comments");
        }

        @Test
        void aLossIsNotedOnceInTheOrderItCame() {
            Run run = begin();
            Loss feed = new Loss("feed", "r/news", "https://old.reddit.com/r/news.json", "it is HTML");
            Loss story = new Loss("story", "One", "https://a.test/1", "404");
            newsroom.lose(run, story);
            clock.turn(Duration.ofSeconds(1));
            newsroom.lose(run, feed);
            newsroom.lose(run, new Loss("story", "One", "https://a.test/1", "410"));

            assertThat(newsroom.losses(run)).containsExactly(new Loss("story", "One", "https://a.test/1", "410"), feed);
        }

        @Test
        void whatCameInAfterAllIsNoLoss() {
            Run run = begin();
            newsroom.lose(run, new Loss("feed", "News", NEWS.address().toString(), "late"));
            newsroom.lose(run, new Loss("story", "One", "https://news.test/1?from=rss", "late"));
            Entry entry = new Entry(
                    "https://news.test/1",
                    URI.create("https://news.test/1?from=rss"),
                    null,
                    "",
                    "One",
                    "",
                    null,
                    null,
                    "",
                    "",
                    List.of(),
                    0,
                    0,
                    null,
                    null,
                    false,
                    0);
            file(run, NEWS, entry);
            newsroom.keep(text("https://news.test/1"));

            assertThat(newsroom.losses(run)).isEmpty();
        }
    }

    static Article text(String key) {
        return new Article(
                key,
                URI.create(key + "/amp"),
                URI.create(key),
                "The Test",
                "Title",
                "Author",
                Instant.parse("2026-11-22T08:00:00Z"),
                new Picture(URI.create("https://a.test/i.png"), "A test", "Seen from below", 1200, 800),
                List.of(Picture.at(URI.create("https://a.test/j.png"))),
                "he",
                "rtl",
                "One.\n\nTwo.",
                "<p>One.</p><p>Two.</p>",
                2);
    }

    @Nested
    class Texts {
        @Test
        void aTextOnceReadIsKept() {
            Article article = text("https://a.test/1");
            assertThat(newsroom.article(article.key())).isEmpty();
            newsroom.keep(article);
            reopen();

            assertThat(newsroom.article(article.key())).contains(article);
        }

        @Test
        void noFeedOverwritesAText() {
            Article article = text("https://news.test/1");
            newsroom.keep(article);
            Run run = begin();
            file(run, NEWS, entry("https://news.test/1", "Other words", null));

            assertThat(newsroom.article("https://news.test/1")).contains(article);
        }

        @Test
        void aPageThatFailedIsLeftAloneForAWhile() {
            newsroom.failed("https://a.test/1", "https://a.test/1", "it asks for a subscription", 402, Instant.EPOCH);
            clock.turn(Duration.ofHours(5));
            assertThat(newsroom.failure("https://a.test/1", Duration.ofHours(6)))
                    .contains("it asks for a subscription");
            clock.turn(Duration.ofHours(1));
            assertThat(newsroom.failure("https://a.test/1", Duration.ofHours(6)))
                    .isEmpty();
        }

        @Test
        void aPageWhoseServerAskedForLongerIsLeftAloneLonger() {
            newsroom.failed(
                    "https://a.test/1",
                    "https://a.test/1",
                    "503",
                    503,
                    clock.instant().plus(Duration.ofHours(9)));
            clock.turn(Duration.ofHours(8));
            assertThat(newsroom.failure("https://a.test/1", Duration.ofHours(6)))
                    .contains("503");
            clock.turn(Duration.ofHours(2));
            assertThat(newsroom.failure("https://a.test/1", Duration.ofHours(6)))
                    .isEmpty();
        }

        @Test
        void aPageThatWasReadHasNotFailed() {
            newsroom.failed("https://a.test/1", "https://a.test/1", "500", 500, Instant.EPOCH);
            newsroom.keep(text("https://a.test/1"));

            assertThat(newsroom.failure("https://a.test/1", Duration.ofHours(6)))
                    .isEmpty();
        }
    }

    @Nested
    class Papers {
        private static final String KEY = "https://news.test/1";

        private Newsroom paper(String id, Duration keep) {
            return new Newsroom(
                    Stores.at(url), clock, new Newsroom.Paper(id, ZoneId.of("Europe/Berlin"), Optional.empty(), keep));
        }

        private Assessment assessment(String section, long base) {
            return new Assessment(
                    Assessment.rules("rules", "news"),
                    section,
                    List.of("chip ×2"),
                    Map.of("base", base),
                    List.of("house"));
        }

        private Run print(Newsroom by, String verdict, String detail) {
            Run run = by.open(DEADLINE, 0.75);
            by.file(
                    run,
                    NEWS,
                    new FeedContent("", null, List.of(entry(KEY, "One", ago(Duration.ofHours(1))))),
                    200,
                    1,
                    WINDOW,
                    FeedState.NEW,
                    Map.of(KEY, assessment(by == newsroom ? "news" : "holes", 700)));
            by.keep(run, new RunSheet(List.of(), List.of(decision(KEY, "news", 1500, verdict, 1, detail)), 1, 1));
            by.printed(run, NUMBERS);
            return run;
        }

        @Test
        void eachCountsItsOwnEditionsAndDays() {
            try (Newsroom cyber = paper("cyber", KEEP)) {
                assertThat(print(newsroom, "printed", "").edition()).isEqualTo("2026-11-22-1");
                clock.turn(Duration.ofDays(400));
                Run second = print(newsroom, "printed", "");
                Run first = print(cyber, "printed", "");

                assertThat(second.edition()).isEqualTo("2027-12-27-1");
                assertThat(first.edition()).isEqualTo("cyber/2027-12-27-1");
                assertThat(second.issue()).isEqualTo(401);
                assertThat(second.volume()).isEqualTo(2);
                assertThat(first.issue()).isEqualTo(1);
                assertThat(first.volume()).isEqualTo(1);
                assertThat(cyber.open(DEADLINE, 0.75).number()).isEqualTo(2);
            }
        }

        @Test
        void aPaperMayHaveBeenFoundedBefore() {
            try (Newsroom old = new Newsroom(
                    Stores.at(url),
                    clock,
                    new Newsroom.Paper(
                            "old", ZoneId.of("Europe/Berlin"), Optional.of(LocalDate.of(1926, 11, 22)), KEEP))) {
                Run run = old.open(DEADLINE, 0.75);

                assertThat(run.volume()).isEqualTo(101);
                assertThat(run.issue()).isEqualTo(36_526);
            }
        }

        @Test
        void oneDoesNotGoOnWithAnothersKilledRun() {
            begin();
            try (Newsroom cyber = paper("cyber", KEEP)) {
                assertThat(cyber.open(DEADLINE, 0.75).resumed()).isFalse();
                assertThat(begin().resumed()).isTrue();
            }
        }

        @Test
        void eachAssessesForItself() {
            try (Newsroom cyber = paper("cyber", KEEP)) {
                print(newsroom, "printed", "");
                print(cyber, "printed", "");

                assertThat(newsroom.filed(NEWS))
                        .extracting(filed -> filed.assessment().section())
                        .containsExactly("news");
                assertThat(cyber.filed(NEWS))
                        .extracting(FiledEntry::assessment)
                        .containsExactly(assessment("holes", 700));
            }
        }

        @Test
        void whatOnePrintedTheOtherMayPrintToo() {
            try (Newsroom cyber = paper("cyber", KEEP)) {
                print(newsroom, "printed", "");

                assertThat(newsroom.desk(begin(), WINDOW, FEEDS, "rules").printed())
                        .containsOnly(Map.entry(KEY, new Desk.Before("2026-11-22-1", 1500)));
                assertThat(cyber.desk(cyber.open(DEADLINE, 0.75), WINDOW, FEEDS, "rules")
                                .printed())
                        .isEmpty();
            }
        }

        @Test
        void whoMergedIntoAPrintedStoryWasPrintedToo() {
            Run run = begin();
            file(
                    run,
                    NEWS,
                    entry("https://news.test/1", "One", clock.instant()),
                    entry("https://news.test/2", "Two", clock.instant()),
                    entry("https://news.test/3", "Three", clock.instant()));
            newsroom.keep(
                    run,
                    new RunSheet(
                            List.of(),
                            List.of(
                                    decision("https://news.test/1", "news", 1500, "printed", 1, ""),
                                    decision("https://news.test/2", "tech", 900, "merged", 0, "https://news.test/1"),
                                    decision("https://news.test/3", "news", 800, "over the size", 0, "")),
                            3,
                            3));
            assertThat(newsroom.desk(run, WINDOW, FEEDS, "rules").printed()).isEmpty();
            newsroom.printed(run, NUMBERS);

            assertThat(newsroom.desk(begin(), WINDOW, FEEDS, "rules").printed())
                    .containsOnly(
                            Map.entry("https://news.test/1", new Desk.Before(run.edition(), 1500)),
                            Map.entry("https://news.test/2", new Desk.Before(run.edition(), 1500)));
        }

        @Test
        void ofEditionsFromBeforeTheGlassBoxTheStoriesAreKnownAndNotTheirSums() throws Exception {
            String old = newDatabase();
            newsroom.lock(Duration.ZERO).close();
            Flyway.configure()
                    .dataSource(Stores.source(old))
                    .locations("classpath:db/newsroom")
                    .target("2")
                    .load()
                    .migrate();
            long now = clock.instant().toEpochMilli();
            Jdbi.create(Stores.source(old)).useHandle(handle -> {
                handle.execute(
                        "insert into edition (id, day, number, state, started, ended)"
                                + " values ('2026-11-22-1', '2026-11-22', 1, 'printed', ?, ?)",
                        now,
                        now);
                handle.execute(
                        "insert into feed (address, title, place) values (?, 'The News', 0)",
                        NEWS.address().toString());
                handle.execute(
                        "insert into entry (entry_key, first_seen, last_seen, published, points, comments)"
                                + " values (?, ?, ?, ?, 0, 0)",
                        KEY,
                        now,
                        now,
                        now - 60_000);
                handle.execute(
                        "insert into entry_feed (entry_key, feed, edition, place, complete, link, id, title, author,"
                                + " categories, summary, content) values (?, ?, '2026-11-22-1', 0, 0, ?, '', 'One', '', '[]', '', '')",
                        KEY,
                        NEWS.address().toString(),
                        KEY + "?from=feed");
                for (String key : List.of(KEY, "https://news.test/forgotten")) {
                    handle.execute(
                            "insert into decision (edition, entry_key, section, place, score, verdict, rank, detail)"
                                    + " values ('2026-11-22-1', ?, 'news', 0, 1000, 'printed', 1, '')",
                            key);
                }
            });
            try (Newsroom upgraded = room(old)) {
                assertThat(upgraded.desk(upgraded.open(DEADLINE, 0.75), WINDOW, FEEDS, "rules")
                                .printed())
                        .containsOnly(Map.entry(KEY, new Desk.Before("2026-11-22-1", Desk.Before.UNKNOWN)));
                assertThat(upgraded.decisions("2026-11-22-1"))
                        .extracting(
                                Decision::title,
                                row -> row.link().toString(),
                                Decision::feedTitle,
                                row -> row.date().toEpochMilli())
                        .containsExactlyInAnyOrder(
                                tuple("One", KEY + "?from=feed", "The News", now - 60_000),
                                tuple("", "https://news.test/forgotten", "", 0L));
            }
        }

        @Test
        void aFeedAssessedByOtherRulesComesWithItsStatistics() {
            Run run = print(newsroom, "printed", "");

            assertThat(newsroom.desk(run, WINDOW, FEEDS, "rules").statistics()).isEmpty();
            assertThat(newsroom.desk(run, WINDOW, FEEDS, "others").statistics())
                    .containsOnlyKeys(NEWS.address().toString());
        }

        @Test
        void anAssessmentMadeLaterReplacesTheFirst() {
            print(newsroom, "printed", "");
            List<FiledEntry> again = newsroom.filed(NEWS).stream()
                    .map(filed -> filed.with(assessment("tech", 5)))
                    .toList();
            newsroom.keepLater(again).join();

            assertThat(newsroom.filed(NEWS)).extracting(FiledEntry::assessment).containsExactly(assessment("tech", 5));
        }

        @Test
        void aPolicyIsIdleWhenItHasFittedNothingSinceItReadsAsItDoes() {
            Map<String, String> policies = Map.of("a", "one", "b", "two", "c", "three");
            newsroom.noteLater(policies, Set.of("a")).join();
            clock.turn(Duration.ofDays(20));
            Map<String, String> changed = Map.of("a", "one", "b", "two", "c", "other");
            newsroom.noteLater(changed, Set.of()).join();
            assertThat(newsroom.idlePolicies(changed, Duration.ofDays(30))).isEmpty();
            clock.turn(Duration.ofDays(11));

            assertThat(newsroom.idlePolicies(changed, Duration.ofDays(30))).containsExactly("a", "b");
            newsroom.noteLater(changed, Set.of("b")).join();
            assertThat(newsroom.idlePolicies(changed, Duration.ofDays(30))).containsExactly("a");
            assertThat(newsroom.idlePolicies(Map.of("a", "new words"), Duration.ofDays(30)))
                    .isEmpty();
        }

        @Test
        void thePaperThatNeedsEntriesLongestDecidesWhatIsForgotten() {
            Run run = begin();
            file(run, NEWS, entry(KEY, "One", null));
            newsroom.printed(run, NUMBERS);
            try (Newsroom weekly = paper("weekly", Duration.ofDays(14))) {
                weekly.printed(weekly.open(DEADLINE, 0.75), NUMBERS);
                clock.turn(KEEP.plusHours(1));
                assertThat(newsroom.prune().get("entries")).isZero();
                clock.turn(Duration.ofDays(14));
                assertThat(newsroom.prune().get("entries")).isEqualTo(1);
            }
        }
    }

    @Nested
    class Pruning {
        @Test
        void whatWasNotSeenForLongIsForgottenUnlessItWasPrinted() {
            Run first = begin();
            file(
                    first,
                    NEWS,
                    entry("https://news.test/printed", "Printed", null),
                    entry("https://news.test/unprinted", "Unprinted", null),
                    entry("https://news.test/offered", "Still offered", null));
            newsroom.keep(
                    first,
                    new RunSheet(
                            List.of(),
                            List.of(
                                    decision("https://news.test/printed", "news", 9, "printed", 1, ""),
                                    decision("https://news.test/unprinted", "news", 1, "over the size", 0, "")),
                            3,
                            3));
            newsroom.keep(text("https://news.test/printed"));
            newsroom.keep(text("https://news.test/unprinted"));
            newsroom.failed("https://news.test/unprinted", "https://news.test/unprinted", "404", 404, Instant.EPOCH);
            newsroom.printed(first, NUMBERS);
            assertThat(newsroom.prune().get("entries")).isZero();

            clock.turn(KEEP.plusHours(1));
            Run second = begin();
            file(second, NEWS, entry("https://news.test/offered", "Still offered", null));
            Map<String, Integer> wouldBe = newsroom.prunable();
            assertThat(newsroom.article("https://news.test/unprinted")).isPresent();
            Map<String, Integer> forgotten = newsroom.prune();
            assertThat(forgotten).isEqualTo(wouldBe).containsEntry("entries", 1).containsEntry("texts", 1);
            assertThat(newsroom.decisions(first.edition())).hasSize(2);
            assertThat(newsroom.prunable().values()).allMatch(count -> count == 0);

            assertThat(newsroom.article("https://news.test/printed")).isPresent();
            assertThat(newsroom.article("https://news.test/unprinted")).isEmpty();
            assertThat(newsroom.failure("https://news.test/unprinted", Duration.ofDays(30)))
                    .isEmpty();
            assertThat(newsroom.desk(second, Duration.ofDays(30), FEEDS, "rules")
                            .fresh())
                    .extracting(filed -> filed.entry().title())
                    .containsExactlyInAnyOrder("Printed", "Still offered");

            clock.turn(Duration.ofDays(30));
            newsroom.prune();
            assertThat(newsroom.decisions(first.edition()))
                    .extracting(Decision::title, Decision::verdict)
                    .containsExactly(tuple("A title", Verdict.PRINTED));
            assertThat(newsroom.article("https://news.test/printed")).isPresent();
        }

        @Test
        void whatAnUnchangedFeedStillOffersIsNotForgotten() {
            Run first = begin();
            file(first, NEWS, entry("https://news.test/gone", "Gone before", null));
            newsroom.printed(first, NUMBERS);
            Run second = begin();
            file(second, NEWS, entry("https://news.test/1", "Offered", null));
            newsroom.printed(second, NUMBERS);
            clock.turn(KEEP.plusHours(1));
            Run third = begin();
            newsroom.reportAgain(third, List.of(report(NEWS, "unchanged")), WINDOW);

            assertThat(newsroom.desk(third, WINDOW, FEEDS, "rules").scanned()).isEqualTo(1);
            assertThat(newsroom.prune().get("entries")).isEqualTo(1);
            assertThat(newsroom.desk(third, Duration.ofDays(30), FEEDS, "rules").fresh())
                    .extracting(filed -> filed.entry().title())
                    .containsExactly("Offered");
        }
    }

    @Nested
    class Questions {
        @Test
        void whoOnlyLooksMakesNoNewsroom() {
            assertThat(newsroom.exists()).isFalse();
            assertThat(newsroom.exists()).isFalse();
            begin();
            assertThat(newsroom.exists()).isTrue();
            reopen();
            assertThat(newsroom.exists()).isTrue();
        }

        @Test
        void editionsAreThoseOfThisPaperNewestFirst() {
            Run failed = begin();
            newsroom.abandon(failed, "no feed could be reached");
            clock.turn(Duration.ofMinutes(5));
            Run printed = begin();
            newsroom.keep(printed, new RunSheet(List.of(), List.of(), 300, 120));
            newsroom.printed(printed, NUMBERS);
            clock.turn(Duration.ofMinutes(5));
            try (Newsroom weekly = new Newsroom(
                    Stores.at(url),
                    clock,
                    new Newsroom.Paper("weekly", ZoneId.of("Europe/Berlin"), Optional.empty(), KEEP))) {
                Run ofTheWeekly = weekly.open(DEADLINE, 0.75);
                weekly.printed(ofTheWeekly, NUMBERS);
                assertThat(weekly.edition("2026-11-22-1").map(PastEdition::id)).contains("weekly/2026-11-22-1");
                assertThat(weekly.edition("weekly/2026-11-22-1")).isPresent();
                assertThat(weekly.editions(9)).hasSize(1);
            }
            Run open = begin();

            assertThat(newsroom.editions(9))
                    .extracting(PastEdition::id, PastEdition::state)
                    .containsExactly(
                            tuple(open.edition(), "open"),
                            tuple(printed.edition(), "printed"),
                            tuple(failed.edition(), "failed"));
            assertThat(newsroom.editions(2)).hasSize(2);
            assertThat(newsroom.newestPrinted()).hasValueSatisfying(edition -> {
                assertThat(edition.id()).isEqualTo(printed.edition());
                assertThat(edition.scanned()).isEqualTo(300);
                assertThat(edition.printed()).isEqualTo(36);
                assertThat(edition.antiFeed()).isEqualTo(0.88);
                assertThat(edition.seconds()).isEqualTo(33);
            });
            assertThat(newsroom.edition(failed.edition())).hasValueSatisfying(edition -> {
                assertThat(edition.reason()).isEqualTo("no feed could be reached");
                assertThat(edition.printed()).isNull();
                assertThat(edition.seconds()).isNull();
            });
            assertThat(newsroom.edition("1999-01-01-1")).isEmpty();
        }

        @Test
        void anEmptyNewsroomHoldsNothing() {
            assertThat(newsroom.editions(9)).isEmpty();
            assertThat(newsroom.newestPrinted()).isEmpty();
            assertThat(newsroom.holdings(WINDOW)).satisfies(held -> {
                assertThat(held.entries()).isZero();
                assertThat(held.oldest()).isNull();
                assertThat(held.papers()).isEmpty();
            });
        }

        @Test
        void whatItHoldsIsCountedAndWhatRestsIsNamed() {
            Run run = begin();
            file(
                    run,
                    NEWS,
                    entry("https://news.test/1", "One", clock.instant()),
                    entry("https://news.test/2", "Two", ago(WINDOW.plusHours(1))));
            newsroom.due(run, FEEDS);
            newsroom.report(run, new FeedReport(REDDIT.address().toString(), "r/news", "failed", "500", 500, 0, 0, 30));
            newsroom.remember(
                    REDDIT,
                    new FeedState(
                            null,
                            null,
                            Instant.EPOCH,
                            clock.instant().plusSeconds(600),
                            "",
                            false,
                            2,
                            0,
                            Duration.ZERO,
                            Hints.NONE,
                            null));
            newsroom.remember(
                    SPORTS,
                    new FeedState(
                            null,
                            null,
                            Instant.EPOCH,
                            Instant.EPOCH,
                            "410",
                            true,
                            1,
                            0,
                            Duration.ZERO,
                            Hints.NONE,
                            null));
            newsroom.pause(
                    "reddit.com",
                    new DomainClock.Pause(clock.instant().plusSeconds(90), "429", "asked to wait 90 s", 0, null));
            newsroom.pause("over.test", new DomainClock.Pause(ago(Duration.ofSeconds(1)), "429", "asked", 0, null));
            newsroom.clocks();
            newsroom.keep(text("https://news.test/1"));
            newsroom.printed(run, NUMBERS);
            newsroom.prune();

            Holdings held = newsroom.holdings(WINDOW);
            assertThat(held.kind()).isEqualTo(url.startsWith("jdbc:sqlite") ? "SQLite" : "PostgreSQL");
            assertThat(held.bytes()).isGreaterThan(1000);
            assertThat(held.papers()).singleElement().satisfies(paper -> {
                assertThat(paper.id()).isEqualTo("daily");
                assertThat(paper.printed()).isEqualTo(1);
                assertThat(paper.keep()).isEqualTo(KEEP);
            });
            assertThat(held.entries()).isEqualTo(2);
            assertThat(held.fresh()).isEqualTo(1);
            assertThat(held.texts()).isEqualTo(1);
            assertThat(held.editions()).isEqualTo(1);
            assertThat(held.feeds()).isEqualTo(3);
            assertThat(held.resting()).singleElement().satisfies(feed -> {
                assertThat(feed.feed()).isEqualTo(REDDIT.address().toString());
                assertThat(feed.failures()).isEqualTo(2);
                assertThat(feed.reason()).isEqualTo("500");
                assertThat(feed.until())
                        .isEqualTo(Instant.ofEpochMilli(
                                clock.instant().plusSeconds(600).toEpochMilli()));
            });
            assertThat(held.gone()).singleElement().satisfies(feed -> {
                assertThat(feed.feed()).isEqualTo(SPORTS.address().toString());
                assertThat(feed.until()).isNull();
            });
            assertThat(held.domains()).extracting(Edition.Rest::domain).containsExactly("reddit.com");
            assertThat(held.prunable().values()).containsOnly(0);
            assertThat(newsroom.firstSeen("https://news.test/1")).isPresent();
            assertThat(newsroom.firstSeen("https://news.test/3")).isEmpty();
        }

        @Test
        void whoClearsUpHasNotPrinted() {
            Run run = begin();
            newsroom.printed(run, NUMBERS);
            Instant printed = Instant.ofEpochMilli(clock.instant().toEpochMilli());
            clock.turn(Duration.ofHours(1));
            newsroom.prune();
            try (Newsroom other = new Newsroom(
                    Stores.at(url),
                    clock,
                    new Newsroom.Paper("other", ZoneId.of("Europe/Berlin"), Optional.empty(), KEEP))) {
                other.prune();
            }

            assertThat(newsroom.holdings(WINDOW).papers())
                    .extracting(Holdings.PaperKept::id, Holdings.PaperKept::lastRun)
                    .containsExactly(tuple("daily", printed));
        }

        @Test
        void whatNoFeedOffersAnyMoreIsNotBeforeTheEditorOutsideOfARun() {
            Run run = begin();
            file(run, NEWS, entry("https://news.test/old", "Old", ago(Duration.ofDays(9))));
            file(run, NEWS, entry("https://news.test/new", "New", clock.instant()));

            Desk desk = newsroom.desk("", clock.instant(), WINDOW, FEEDS, "rules");
            assertThat(desk.old()).isEmpty();
            assertThat(desk.scanned()).isEqualTo(1);
        }

        @Test
        void whatPruneWouldForgetIsWhatItForgetsAlsoWhenLessIsKeptThanBefore() {
            try (Newsroom longer = new Newsroom(
                    Stores.at(url), clock, Newsroom.Paper.daily(ZoneId.of("Europe/Berlin"), KEEP.multipliedBy(3)))) {
                Run run = longer.open(DEADLINE, 0.75);
                longer.file(
                        run,
                        NEWS,
                        new FeedContent("", null, List.of(entry("https://news.test/1", "One", null))),
                        200,
                        100,
                        WINDOW,
                        FeedState.NEW,
                        Map.of());
                longer.printed(run, NUMBERS);
                longer.prune();
            }
            clock.turn(KEEP.plusHours(1));
            Map<String, Integer> would = newsroom.prunable();
            assertThat(would).containsEntry("entries", 1);
            assertThat(newsroom.prunable()).isEqualTo(would);
            assertThat(newsroom.prune()).isEqualTo(would);
            assertThat(newsroom.prunable().values()).containsOnly(0);
        }

        @Test
        void questionsAreAnsweredBesideAPressAtWork() throws Exception {
            Process press =
                    otherPress().redirectError(ProcessBuilder.Redirect.INHERIT).start();
            try (BufferedReader lines = press.inputReader()) {
                lines.readLine();
                for (int i = 0; i < 20; i++) {
                    lines.readLine();
                    assertThat(newsroom.editions(1)).hasSize(1);
                    assertThat(newsroom.holdings(WINDOW).feeds()).isPositive();
                }
            } finally {
                press.destroyForcibly().waitFor();
            }
        }
    }

    @Nested
    class Domains {
        private final Instant noon = Instant.parse("2026-11-22T12:00:00Z");

        private DomainClock.Pause pause(long seconds, int strikes) {
            Instant until = noon.plusSeconds(seconds);
            return new DomainClock.Pause(
                    until, "429", "asked to wait " + seconds, strikes, strikes == 0 ? null : until);
        }

        @Test
        void theLongestPauseCountsWithItsWordsAndTheLatestStrikes() {
            newsroom.pause("a.test", pause(90, 1));
            assertThat(newsroom.clocks()).hasSize(1);
            newsroom.pause("a.test", pause(30, 0));
            newsroom.pause("a.test", pause(60, 2));
            reopen();

            assertThat(newsroom.clocks().get("a.test").pause())
                    .isEqualTo(new DomainClock.Pause(
                            noon.plusSeconds(90), "429", "asked to wait 90", 2, noon.plusSeconds(60)));
        }

        @Test
        void robotsTxtIsKeptByHostAndForgottenInTime() {
            Instant now = Instant.ofEpochMilli(clock.instant().toEpochMilli());
            RobotsFile quick = new RobotsFile("a.test", "a.test", 404, now, Duration.ZERO, "");
            RobotsFile slow =
                    new RobotsFile("www.a.test:8080", "a.test", 200, now, Duration.ofSeconds(5), "User-agent: *\n");
            newsroom.keep(quick);
            newsroom.keep(slow);
            reopen();

            assertThat(newsroom.robots("www.a.test:8080", Duration.ofHours(24))).contains(slow);
            assertThat(newsroom.robots("a.test", Duration.ofHours(24))).contains(quick);
            assertThat(newsroom.robots("b.test", Duration.ofHours(24))).isEmpty();
            assertThat(newsroom.slowHosts(Duration.ofHours(24)))
                    .containsExactly(new RobotsFile("www.a.test:8080", "a.test", 200, now, Duration.ofSeconds(5), ""));
            clock.turn(Duration.ofHours(24));
            assertThat(newsroom.robots("a.test", Duration.ofHours(24))).isEmpty();
            assertThat(newsroom.slowHosts(Duration.ofHours(24))).isEmpty();
        }

        @Test
        void theClockOfADomainOutlivesTheProcess() {
            newsroom.stamp("reddit.com", noon);
            newsroom.pause("reddit.com", pause(90, 2));
            newsroom.stamp("a.test", noon.plusMillis(1));
            reopen();

            assertThat(newsroom.clocks())
                    .containsOnly(
                            Map.entry("reddit.com", new DomainClock(noon, pause(90, 2))),
                            Map.entry("a.test", new DomainClock(noon.plusMillis(1), null)));
        }

        @Test
        void aClockNeverGoesBack() {
            newsroom.stamp("a.test", noon.plusSeconds(9));
            assertThat(newsroom.clocks()).hasSize(1);
            newsroom.stamp("a.test", noon);
            newsroom.pause("a.test", pause(0, 0));

            assertThat(newsroom.clocks())
                    .containsOnly(Map.entry("a.test", new DomainClock(noon.plusSeconds(9), pause(0, 0))));
        }

        @Test
        void stampsOfManyThreadsAreAllThere() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                int number = i;
                all.add(threads.submit(() -> newsroom.stamp("d" + number % 50 + ".test", noon.plusMillis(number))));
            }
            for (Future<?> each : all) {
                each.get();
            }
            threads.shutdown();

            Map<String, DomainClock> clocks = newsroom.clocks();
            assertThat(clocks).hasSize(50);
            for (int i = 0; i < 50; i++) {
                assertThat(clocks).containsEntry("d" + i + ".test", new DomainClock(noon.plusMillis(1950 + i), null));
            }
        }
    }

    @Test
    void manyDesksFileAtOnceAndReadWhileOthersWrite() throws Exception {
        Run run = begin();
        ExecutorService desks = Executors.newFixedThreadPool(8);
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            int number = i;
            all.add(desks.submit(() -> {
                Feed feed = KilledPress.feed(number);
                file(
                        run,
                        feed,
                        entry("https://site.test/" + number, "Story", null),
                        entry("https://all.test/", "All", null));
                newsroom.keep(text("https://site.test/" + number));
                return newsroom.desk(run, WINDOW, List.of(feed), "rules")
                        .fresh()
                        .size();
            }));
        }
        for (Future<Integer> each : all) {
            assertThat(each.get()).isEqualTo(2);
        }
        desks.shutdown();
        assertThat(newsroom.reports(run)).hasSize(80);
    }

    @Test
    void aClosedNewsroomSaysSo() {
        begin();
        newsroom.close();
        newsroom.close();

        assertThatThrownBy(this::begin)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> newsroom.article("https://a.test/1")).hasMessageContaining("closed");
        newsroom.stamp("a.test", clock.instant());
    }

    @Test
    void aPressInAnotherProcessIsRefusedEvenAfterOneInThisWas() throws Exception {
        try (RunLock held = newsroom.lock(Duration.ZERO)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> newsroom.lock(Duration.ZERO))
                    .hasMessageContaining("another press is at work on it");
            Process press = otherPress().redirectErrorStream(true).start();

            assertThat(new String(press.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("another press is at work on it");
            assertThat(press.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void aPressKilledInTheMiddleLeavesEveryFeedWholeOrUnseen() throws Exception {
        Process press =
                otherPress().redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String edition;
        int said = -1;
        try (BufferedReader lines = press.inputReader()) {
            edition = lines.readLine();
            while (said < 25) {
                said = Integer.parseInt(lines.readLine());
            }
            assertThatThrownBy(() -> newsroom.lock(Duration.ZERO))
                    .hasMessageContaining("another press is at work on it")
                    .hasMessageContaining(url.startsWith("jdbc:sqlite") ? "(process " + press.pid() + ")" : url);
            press.destroyForcibly().waitFor();
        } finally {
            press.destroyForcibly().waitFor();
        }

        assertSound();
        newsroom.close();
        newsroom = new Newsroom(Stores.at(url), InstantSource.system(), Newsroom.Paper.daily(ZoneId.of("UTC"), KEEP));
        newsroom.lock(Duration.ZERO).close();
        Run run = newsroom.open(DEADLINE, 0.75);
        assertThat(run.edition()).isEqualTo(edition);
        assertThat(run.resumed()).isTrue();

        List<Feed> feeds =
                IntStream.range(0, 10_000).mapToObj(KilledPress::feed).toList();
        List<FeedReport> reports = newsroom.reports(run);
        assertThat(reports).hasSizeGreaterThan(said).allSatisfy(report -> {
            assertThat(report.fresh()).isEqualTo(KilledPress.ENTRIES);
            assertThat(report.fresh()).isEqualTo(KilledPress.ENTRIES);
        });
        assertThat(newsroom.desk(run, WINDOW, feeds, "rules").fresh()).hasSize(reports.size() * KilledPress.ENTRIES);
        assertThat(newsroom.due(run, feeds)).hasSize(feeds.size() - reports.size());
        assertThat(newsroom.clocks()).containsKeys("site0.test", "site20.test");
    }

    private ProcessBuilder otherPress() {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledPress.class.getName(),
                url);
    }

    @Nested
    class Pictures {
        private final URI address = URI.create("https://p.test/harbour.jpg?w=1200");

        private FetchedPicture fetched(byte... bytes) {
            return new FetchedPicture(new PictureFile(address, PictureType.AVIF, 1200, 800), bytes);
        }

        @Test
        void aPictureIsKeptWithItsBytesAndANewerOneReplacesIt() {
            assertThat(newsroom.picture(address)).isEmpty();
            assertThat(newsroom.pictureBytes(address)).isEmpty();
            newsroom.keep(fetched((byte) 1));
            newsroom.keep(fetched((byte) 0, (byte) -1, (byte) 127, (byte) -128));
            assertThat(newsroom.picture(address)).contains(new PictureFile(address, PictureType.AVIF, 1200, 800));
            assertThat(newsroom.pictureBytes(address)).contains(new byte[] {0, -1, 127, -128});
        }

        @Test
        void whatCouldNotBeHadIsNotAskedAgainForAWhile() {
            newsroom.pictureFailed(address, "it is a drawing", 200, Instant.EPOCH);
            assertThat(newsroom.pictureFailure(address, Duration.ofHours(6))).contains("it is a drawing");
            clock.turn(Duration.ofHours(7));
            assertThat(newsroom.pictureFailure(address, Duration.ofHours(6))).isEmpty();
            newsroom.pictureFailed(address, "busy", 503, clock.instant().plus(Duration.ofHours(9)));
            clock.turn(Duration.ofHours(8));
            assertThat(newsroom.pictureFailure(address, Duration.ofHours(6))).contains("busy");
        }

        @Test
        void aPictureThatCameInAfterAllIsNoLossAndNoFailure() {
            Run run = begin();
            newsroom.pictureFailed(address, "late", 0, Instant.EPOCH);
            newsroom.lose(run, new Loss("picture", "One", address.toString(), "late"));
            newsroom.keep(fetched((byte) 1));
            assertThat(newsroom.losses(run)).isEmpty();
            assertThat(newsroom.pictureFailure(address, Duration.ofHours(6))).isEmpty();
        }

        @Test
        void picturesAreForgottenWhenNoPaperNeedsTheirEntries() {
            newsroom.keep(fetched((byte) 1));
            assertThat(newsroom.prune()).containsEntry("pictures", 0);
            clock.turn(KEEP.plusMillis(1));
            assertThat(newsroom.prune()).containsEntry("pictures", 1);
            assertThat(newsroom.picture(address)).isEmpty();
        }
    }
}
