package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.Edition;
import press.parallel.Entry;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FeedReport;
import press.parallel.FeedState;
import press.parallel.FiledEntry;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.Run;
import press.parallel.RunSheet;
import press.parallel.Story;
import press.parallel.politeness.PoliteCancelledException;

/** What the paper says of a domain whose turn did not come in time. */
class LateTest {
    private static final List<String> REDDIT = List.of(
            "https://old.reddit.com/r/a.json", "https://www.reddit.com/r/b.json", "https://old.reddit.com/r/c.json");
    private static final String OTHER = "https://slow.example/feed";

    @TempDir
    Path folder;

    private PressRoom room;

    @BeforeEach
    void open() {
        room = new PressRoom(folder, REDDIT.get(0), OTHER, REDDIT.get(1), REDDIT.get(2));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private PoliteCancelledException refused(String address) throws Exception {
        return (PoliteCancelledException) room.refusal(address, Duration.ofMillis(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 48  | reddit.com allows one request a minute: 1 feed late, next turn in 48 s",
                "4 | 48  | reddit.com allows one request a minute: 4 feeds late, next turn in 48 s",
                "4 | 600 | reddit.com allows one request a minute: 4 feeds late, next turn in 10 min",
                "4 | 0   | reddit.com allows one request a minute: 4 feeds late, next turn now",
                "4 | -9  | reddit.com allows one request a minute: 4 feeds late, next turn now"
            })
    void whyHowManyAndWhenAgain(int feeds, long seconds, String sentence) {
        Late late =
                new Late("reddit.com", "reddit.com allows one request a minute", PressRoom.NOW.plusSeconds(seconds));
        assertThat(late.sentence(feeds, "feed", "feeds", PressRoom.NOW)).isEqualTo(sentence);
    }

    @Test
    void aPauseSpeaksForItself() throws Exception {
        room.line.pause("reddit.com", Duration.ofMinutes(5), "rate limit", "allows one request a minute");
        Late late = Late.of(refused(REDDIT.get(0)), PressRoom.NOW);
        assertThat(late.domain()).isEqualTo("reddit.com");
        assertThat(late.because()).isEqualTo("reddit.com allows one request a minute");
        assertThat(late.nextTurn()).isBetween(PressRoom.NOW.plusSeconds(290), PressRoom.NOW.plusSeconds(300));
    }

    @Test
    void aCrawlDelayIsNamedWithItsFile() throws Exception {
        room.robots.restore("slow.example", "slow.example", Duration.ofSeconds(20));
        room.line.restore(Map.of("slow.example", PressRoom.NOW));
        assertThat(Late.of(refused(OTHER), PressRoom.NOW).because())
                .isEqualTo("slow.example asks for 20 s between two requests (robots.txt)");
    }

    @Test
    void theHousesOwnIntervalIsNamedToo() throws Exception {
        room.line.restore(Map.of("slow.example", PressRoom.NOW));
        assertThat(Late.of(refused(OTHER), PressRoom.NOW).because()).isEqualTo("slow.example is asked once in 2 s");
    }

    private Feed feed(String address) {
        return room.feedList.stream()
                .filter(each -> each.address().toString().equals(address))
                .findFirst()
                .orElseThrow();
    }

    /** As error policy lose-one-feed does it. */
    private void lost(Run run, String address, Throwable why) {
        Exchange exchange = room.message(null);
        exchange.setVariable("run", run);
        exchange.setVariable("feed", feed(address));
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, why);
        room.losses.feed(exchange);
        room.newsroom.report(run, exchange.getMessage().getBody(FeedReport.class));
    }

    @Test
    void theLateFeedsOfOneDomainAreOneLossAndAllOthersStay() throws Exception {
        room.runs.order(null, true);
        Run run = room.runs.open();
        room.feeds.due();
        room.line.pause("reddit.com", Duration.ofSeconds(48), "rate limit", "allows one request a minute");
        for (String address : REDDIT) {
            lost(run, address, refused(address));
        }
        lost(run, OTHER, new LossException("feed '" + OTHER + "': expected 200, found 500", 500));
        Story story = story("https://slow.example/story");
        Loss lostStory = new Loss("story", "A story", "https://slow.example/story", "its page is gone (410)");
        room.newsroom.lose(run, lostStory);
        room.newsroom.lose(run, new Loss("story", "Not printed", "https://x.example/", "was fetched ahead"));

        Exchange gathered = room.message(Gathering.EMPTY.with(new RunSheet(List.of(story), List.of(), 1, 1)));
        gathered.setVariable("run", run);
        Edition edition = room.runs.compose(gathered);

        assertThat(edition.losses()).hasSize(3);
        Loss late = edition.losses().get(0);
        assertThat(late.title()).isEqualTo("reddit.com");
        assertThat(late.link()).isEmpty();
        assertThat(late.reason())
                .matches("reddit\\.com allows one request a minute: 3 feeds late, next turn in 4[78] s");
        assertThat(edition.losses().subList(1, 3)).extracting(Loss::link).containsExactly(OTHER, lostStory.link());
        assertThat(edition.feeds()).extracting(FeedReport::status).containsExactly("late", "failed", "late", "late");
        assertThat(edition.feeds().get(0).reason())
                .startsWith("feed '" + REDDIT.get(0) + "': reddit.com allows one request a minute;");
    }

    private Run runInWhichAllAreLate() {
        room.runs.order(null, true);
        Run run = room.runs.open();
        room.feeds.due();
        for (Feed feed : room.feedList) {
            room.newsroom.report(run, new FeedReport(feed.address().toString(), "a", "late", "late", 0, 0, 0, 0));
        }
        return run;
    }

    @Test
    void whenEveryFeedIsLateAndNothingIsRememberedThereIsNothingToPrint() {
        runInWhichAllAreLate();
        assertThatThrownBy(room.runs::choose).hasMessageContaining("was in before the deadline");
    }

    @Test
    void whenEveryFeedIsLateThePaperIsMadeOfWhatIsRemembered() {
        Entry known = story("https://site.example/1").entry();
        room.newsroom.file(
                room.collection.run(),
                feed(OTHER),
                new FeedContent("a", null, List.of(known)),
                200,
                1,
                Duration.ofHours(48),
                FeedState.NEW,
                Map.of());
        runInWhichAllAreLate();
        assertThat(room.runs.choose().stories())
                .extracting(story -> story.entry().key())
                .containsExactly(known.key());
    }

    @Test
    void aLateFeedThatCameInAfterAllIsNoLoss() throws Exception {
        room.runs.order(null, true);
        Run run = room.runs.open();
        room.feeds.due();
        room.line.pause("reddit.com", Duration.ofSeconds(48), "rate limit", "allows one request a minute");
        lost(run, REDDIT.get(0), refused(REDDIT.get(0)));
        room.newsroom.reportAgain(
                run, List.of(new FeedReport(REDDIT.get(0), "a", "unchanged", "", 304, 0, 0, 9)), Duration.ofHours(48));
        Exchange gathered = room.message(Gathering.EMPTY.with(new RunSheet(List.of(), List.of(), 0, 0)));
        gathered.setVariable("run", run);
        assertThat(room.runs.compose(gathered).losses()).isEmpty();
    }

    private static Story story(String link) {
        Entry entry = new Entry(
                link,
                URI.create(link),
                null,
                "",
                "A story",
                "",
                PressRoom.NOW,
                null,
                "Words",
                "",
                List.of(),
                0,
                0,
                null,
                null,
                false,
                0);
        return new Story(
                new FiledEntry(entry, OTHER, "Slow", "news", PressRoom.NOW),
                "news",
                1,
                1000,
                Map.of(),
                List.of(),
                List.of());
    }
}
