package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.Feed;
import press.parallel.FeedReport;
import press.parallel.FeedState;
import press.parallel.Hints;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Run;
import press.parallel.Validators;

/** Which feeds a run asks, and what it says of the others. */
class FeedsTest {
    private static final String A = "https://a.example/feed";
    private static final Instant NEVER = Instant.EPOCH;

    @TempDir
    Path folder;

    private PressRoom room;
    private Run run;

    @BeforeEach
    void open() {
        room = new PressRoom(folder, A);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void known(Instant notBefore, Instant due, String why, boolean gone, int failures, Hints hints) {
        room.newsroom.known(room.feedList);
        room.newsroom.remember(
                room.feedList.get(0),
                new FeedState(null, null, notBefore, due, why, gone, failures, 0, Duration.ZERO, hints, null));
    }

    private List<Feed> asked(boolean byHand) {
        room.runs.order(null, byHand);
        run = room.runs.open();
        return room.feeds.due();
    }

    private FeedReport report() {
        return room.newsroom.reports(run).get(0);
    }

    private static Instant in(long minutes) {
        return PressRoom.NOW.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void aNewFeedIsAsked() {
        assertThat(asked(false)).hasSize(1);
        assertThat(room.newsroom.reports(run)).isEmpty();
    }

    @Test
    void thePressesOwnPaceHoldsOfItsOwnAccordOnly() {
        known(NEVER, in(20), "", false, 0, Hints.NONE);
        assertThat(asked(false)).isEmpty();
        assertThat(report().status()).isEqualTo("early");
        assertThat(report().reason()).isEqualTo("not asked again for another 20 min (press.fetcher.poll-floor)");
        assertThat(room.newsroom.losses(run)).isEmpty();
    }

    @Test
    void whoOrdersAnEditionGetsWhatOnlyThePaceWouldHold() {
        known(NEVER, in(20), "", false, 0, Hints.NONE);
        assertThat(asked(true)).hasSize(1);
    }

    @Test
    void whatTheServerAsksForIsKeptWhoeverOrders() {
        known(in(20), in(20), "Cache-Control: max-age", false, 0, Hints.NONE);
        assertThat(asked(true)).isEmpty();
        assertThat(report().status()).isEqualTo("early");
        assertThat(report().reason()).isEqualTo("not asked again for another 20 min (Cache-Control: max-age)");
    }

    @Test
    void skippedHoursAreKeptWhoeverOrders() {
        known(NEVER, NEVER, "", false, 0, new Hints(Duration.ZERO, Set.of(6), Set.of()));
        assertThat(asked(true)).isEmpty();
        assertThat(report().reason()).isEqualTo("not asked again for another 1 h (skipHours or skipDays of the feed)");
    }

    /** Nothing but the hour holds it then, whatever happened before. */
    @Test
    void anOldFailureIsNotBlamedForASkippedHour() {
        known(NEVER, NEVER, "", false, 1, new Hints(Duration.ZERO, Set.of(6), Set.of()));
        assertThat(asked(true)).isEmpty();
        assertThat(report().status()).isEqualTo("early");
        assertThat(report().reason()).endsWith("(skipHours or skipDays of the feed)");
    }

    @Test
    void aFeedThatFailedRestsAndIsMissing() {
        known(in(90), in(90), "503, Retry-After", false, 2, Hints.NONE);
        assertThat(asked(true)).isEmpty();
        assertThat(report().status()).isEqualTo("late");
        String reason = "feed '" + A + "' rests for another 1 h 30 min (503, Retry-After, 2 failures in a row);"
                + " left out of this edition";
        assertThat(report().reason()).isEqualTo(reason);
        assertThat(room.newsroom.losses(run)).containsExactly(new Loss("feed", "a.example", A, reason));
    }

    @Test
    void aFeedThatIsGoneIsNotAskedAndTold() {
        known(NEVER, NEVER, "410", true, 1, Hints.NONE);
        assertThat(asked(true)).isEmpty();
        assertThat(report().status()).isEqualTo("failed");
        assertThat(report().httpStatus()).isEqualTo(410);
        assertThat(report().reason())
                .contains("was closed for good by its site (410) and is not asked any more; take it off the feed list");
        assertThat(room.newsroom.losses(run)).hasSize(1);
    }

    @Test
    void anUnchangedFeedSavesWhatItLastBrought() {
        room.newsroom.known(room.feedList);
        Validators validators = new Validators(URI.create(A), "\"1\"", "");
        room.newsroom.remember(
                room.feedList.get(0),
                new FeedState(null, validators, NEVER, NEVER, "", false, 0, 4_100, Duration.ZERO, Hints.NONE, null));
        Feed feed = asked(true).get(0);
        room.feeds.unchanged(run, feed, new Reply(URI.create(A), 304, Map.of(), new byte[0], 12));
        assertThat(report().status()).isEqualTo("unchanged");
        assertThat(report().httpStatus()).isEqualTo(304);
        assertThat(room.registry.get("press.bytes.saved").counter().count()).isEqualTo(4_100);
        assertThat(room.runs.progress().feedsDone()).isEqualTo(1);
        assertThat(room.newsroom.known(room.feedList).get(0).state().validators())
                .isEqualTo(validators);
    }

    @Test
    void aFeedThatWasOnlyLateIsDueAsBefore() {
        Feed feed = asked(true).get(0);
        var exchange = room.message(null);
        exchange.setVariable("run", run);
        exchange.setVariable("feed", feed);
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, LossException.late("a.example is slow"));
        room.losses.feed(exchange);
        assertThat(exchange.getMessage().getBody(FeedReport.class).status()).isEqualTo("late");
        assertThat(room.newsroom.known(room.feedList).get(0).state()).isEqualTo(FeedState.NEW);
        assertThat(room.newsroom.losses(run)).hasSize(1);
    }
}
