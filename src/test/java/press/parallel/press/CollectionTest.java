package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FeedState;
import press.parallel.Hints;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.newsroom.DomainClock;
import press.parallel.newsroom.RunLock;
import press.parallel.politeness.PoliteCancelledException;

/** What the press does with its feeds while nothing is printed. */
class CollectionTest {
    private static final String A = "https://a.example/feed";
    private static final String B = "https://b.example/feed";
    private static final Duration AT_ONCE = Duration.ZERO;

    @TempDir
    Path folder;

    private PressRoom room;

    @BeforeEach
    void open() {
        room = new PressRoom(folder, A, B);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private List<String> due() {
        return room.collection.due().stream()
                .map(feed -> feed.address().toString())
                .toList();
    }

    private Feed known(String address) {
        return room.newsroom.known(room.feedList).stream()
                .filter(feed -> feed.address().toString().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private void answered(String address) {
        Reply reply = new Reply(URI.create(address), 200, Map.of("etag", "\"1\""), new byte[100], 9);
        room.feeds.file(room.collection.run(), known(address), new FeedContent("A", null, List.of()), reply);
    }

    private void remember(String address, FeedState state) {
        room.newsroom.remember(known(address), state);
    }

    private static FeedState state(Instant notBefore, Instant due, boolean gone, Hints hints) {
        return new FeedState(null, null, notBefore, due, "", gone, 0, 0, Duration.ZERO, hints, null);
    }

    private boolean isFree() {
        try (RunLock lock = room.newsroom.lock(AT_ONCE)) {
            return lock != null;
        } catch (IllegalStateException atWork) {
            return false;
        }
    }

    @Test
    void aFeedThatIsDueIsHandedOutOnce() {
        assertThat(due()).containsExactly(A, B);
        assertThat(due()).isEmpty();
        answered(A);
        assertThat(due()).isEmpty();
        answered(B);
        room.later(PressRoom.FLOOR.minusSeconds(1));
        assertThat(due()).isEmpty();
        room.later(Duration.ofSeconds(1));
        assertThat(due()).containsExactly(A, B);
    }

    @Test
    void aFeedThatNeverComesBackIsHandedOutAgainAtLast() {
        assertThat(due()).containsExactly(A, B);
        room.later(Duration.ofSeconds(41));
        assertThat(due()).containsExactly(A, B);
    }

    @Test
    void theNewsroomIsFreeBetweenTwoBatches() {
        assertThat(due()).hasSize(2);
        assertThat(isFree()).isFalse();
        answered(A);
        assertThat(isFree()).isFalse();
        answered(B);
        assertThat(isFree()).isTrue();
        assertThat(due()).isEmpty();
        assertThat(isFree()).isTrue();
    }

    /** However many feeds become due one after the other: else another press would wait for ever. */
    @Test
    void theNewsroomIsNotHeldOverManyBatches() {
        remember(B, state(Instant.EPOCH, PressRoom.NOW.plusSeconds(11), false, Hints.NONE));
        assertThat(due()).containsExactly(A);
        room.later(Duration.ofSeconds(11));
        assertThat(due()).isEmpty();
        answered(A);
        assertThat(isFree()).isTrue();
        assertThat(due()).containsExactly(B);
    }

    @Test
    void whileAnotherPressIsAtWorkNothingIsCollected() {
        try (RunLock other = room.newsroom.lock(AT_ONCE)) {
            assertThat(other).isNotNull();
            assertThat(due()).isEmpty();
        }
        assertThat(due()).containsExactly(A, B);
    }

    @Test
    void whatAnotherPressLearntMeanwhileHoldsHereToo() {
        room.newsroom.pause(
                "a.example",
                new DomainClock.Pause(PressRoom.NOW.plusSeconds(600), "429", "asked to wait", 1, PressRoom.NOW));
        due();
        assertThat(room.line.status("a.example").orElseThrow().untilTurn()).isGreaterThan(Duration.ofMinutes(9));
        room.collection.done(known(A));
        assertThat(due()).isEmpty();
    }

    @Test
    void aDomainThatRestsForLongIsNotPutIntoTheLine() {
        room.line.pause("a.example", Duration.ofSeconds(40), "429", "asked to wait");
        room.line.pause("b.example", Duration.ofSeconds(20), "429", "asked to wait");
        assertThat(due()).containsExactly(B);
    }

    @Test
    void whatIsGoneOrRestsOrWantsToBeSkippedIsNotAsked() {
        remember(A, state(Instant.EPOCH, Instant.EPOCH, true, Hints.NONE));
        remember(B, state(PressRoom.NOW.plusSeconds(60), Instant.EPOCH, false, Hints.NONE));
        assertThat(due()).isEmpty();
        remember(B, state(Instant.EPOCH, PressRoom.NOW.plusSeconds(60), false, Hints.NONE));
        assertThat(due()).isEmpty();
        remember(B, state(Instant.EPOCH, Instant.EPOCH, false, new Hints(Duration.ZERO, Set.of(6), Set.of())));
        assertThat(due()).isEmpty();
        room.later(Duration.ofHours(1));
        assertThat(due()).containsExactly(B);
    }

    @Test
    void aRunTakesWhatWaitsOutOfTheLineAndBeginsWhenTheRestHasEnded() throws Exception {
        assertThat(due()).hasSize(2);
        CompletableFuture<Exchange> a = waiting(A);
        CompletableFuture<Void> hold = CompletableFuture.runAsync(room.collection::hold);
        assertThat(a.get(5, TimeUnit.SECONDS).getException())
                .isInstanceOf(PoliteCancelledException.class)
                .hasMessageContaining("an edition is printed");
        assertThat(hold).isNotDone();
        answered(B);
        hold.get(5, TimeUnit.SECONDS);
        assertThat(isFree()).isTrue();
        assertThat(due()).isEmpty();
        room.collection.free();
        assertThat(due()).containsExactly(A);
    }

    @Test
    void aFeedThatWasOnItsWayToTheLineIsTakenOutTooWhenItComesThere() throws Exception {
        assertThat(due()).hasSize(2);
        answered(B);
        CompletableFuture<Void> hold = CompletableFuture.runAsync(room.collection::hold);
        await().atMost(Duration.ofSeconds(5)).until(room.collection::isHeld);
        CompletableFuture<Exchange> a = waiting(A);
        hold.get(3, TimeUnit.SECONDS);
        assertThat(a.get(5, TimeUnit.SECONDS).getException()).isInstanceOf(PoliteCancelledException.class);
    }

    @Test
    void aRunDoesNotWaitForARequestThatNeverEnds() throws Exception {
        assertThat(due()).hasSize(2);
        CompletableFuture.runAsync(room.collection::hold).get(20, TimeUnit.SECONDS);
        assertThat(isFree()).isTrue();
    }

    @Test
    void aSecondOrderDuringARunDoesNotMakeItCollectBesides() {
        room.runs.open();
        assertThatThrownBy(room.runs::open).hasMessageContaining("is being printed");
        assertThat(room.collection.isHeld()).isTrue();
    }

    @Test
    void afterARunThatFailedItCollectsAgain() {
        var run = room.runs.open();
        assertThat(due()).isEmpty();
        Exchange failure = room.message(null);
        failure.setVariable("run", run);
        failure.setProperty(Exchange.EXCEPTION_CAUGHT, new LossException("nothing to print"));
        room.runs.failed(failure);
        assertThat(due()).containsExactly(A, B);
        assertThatCode(() -> room.collection.done(known(A))).doesNotThrowAnyException();
    }

    /** A feed in the line of a domain that rests; it ends as a lost one does in the route. */
    private CompletableFuture<Exchange> waiting(String address) {
        room.line.pause(room.domains.of(URI.create(address)), Duration.ofSeconds(20), "429", "asked to wait");
        Feed feed = known(address);
        return room.queue(address, room.collection.run().edition(), Duration.ofSeconds(30))
                .whenComplete((exchange, failure) -> room.collection.done(feed));
    }
}
