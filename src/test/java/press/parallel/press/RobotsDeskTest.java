package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.Request.Purpose;
import press.parallel.bench.Mode;
import press.parallel.bench.Workload;
import press.parallel.politeness.Robots;

/** When robots.txt is read, and what follows from it. */
class RobotsDeskTest {
    private static final String PAGE = "https://www.a.example/story";

    @TempDir
    Path folder;

    private PressRoom room;
    private RobotsDesk desk;

    @BeforeEach
    void open() {
        room = new PressRoom(folder);
        desk = desk(room.robots);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private RobotsDesk desk(Robots robots) {
        return new RobotsDesk(robots, room.newsroom, room.line, room.domains, new Pace(), room.clock);
    }

    private Exchange message(String address, Purpose purpose) {
        return room.message(new Request(
                URI.create(address),
                purpose,
                "*/*",
                "g",
                0,
                0,
                room.clock.instant().plusSeconds(9)));
    }

    private boolean isWanted(String address, Purpose purpose) {
        return desk.wanted(message(address, purpose));
    }

    private void answered(String address, int status, String body) {
        Exchange exchange = message(address, Purpose.PAGE);
        desk.request(exchange);
        assertThat(exchange.getMessage().getBody(Request.class).address().toString())
                .endsWith("/robots.txt");
        assertThat(exchange.getMessage().getBody(Request.class).purpose()).isEqualTo(Purpose.ROBOTS);
        exchange.getMessage()
                .setBody(new Reply(URI.create(address), status, Map.of(), body.getBytes(StandardCharsets.UTF_8), 1));
        desk.learn(exchange);
    }

    private void failed(String address, Throwable why) {
        Exchange exchange = message(address, Purpose.PAGE);
        desk.request(exchange);
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, why);
        desk.unreachable(exchange);
    }

    @Test
    void aPageWaitsForItAndTheFileItselfDoesNot() {
        assertThat(isWanted(PAGE, Purpose.PAGE)).isTrue();
        assertThat(isWanted("https://www.a.example/robots.txt", Purpose.ROBOTS)).isFalse();
    }

    @Test
    void aPictureWaitsForItAsAPageDoesAndTheFileThenTakesNobodysSlot() {
        assertThat(isWanted(PAGE, Purpose.IMAGE)).isTrue();
        Exchange exchange = message(PAGE, Purpose.IMAGE);
        exchange.getMessage()
                .setBody(exchange.getMessage().getBody(Request.class).withPriority(Request.MINOR));
        desk.request(exchange);
        assertThat(exchange.getMessage().getBody(Request.class).priority()).isEqualTo(Request.MINOR);
        answered(PAGE, 200, "User-agent: *\nDisallow: /\n");
        assertThatThrownBy(() -> desk.check(message(PAGE, Purpose.IMAGE))).hasMessageContaining("was not asked");
    }

    @Test
    void aFeedAloneNeedsNoneButOneThatFollowsAnotherDoes() {
        assertThat(isWanted("https://www.a.example/feed", Purpose.FEED)).isFalse();
        assertThat(isWanted("https://www.b.example/feed", Purpose.FEED)).isFalse();
        assertThat(isWanted("https://blog.a.example/feed", Purpose.FEED)).isTrue();
    }

    @Test
    void halfAMinuteLaterAFeedIsAloneAgain() {
        assertThat(isWanted("https://www.a.example/feed", Purpose.FEED)).isFalse();
        room.later(Robots.LONGEST_DELAY);
        assertThat(isWanted("https://www.a.example/feed", Purpose.FEED)).isFalse();
    }

    @Test
    void aDomainThatIsStillWaitingForItsTurnCountsAsFollowed() {
        room.line.restore(Map.of("a.example", room.clock.instant()));
        assertThat(isWanted("https://www.a.example/feed", Purpose.FEED)).isTrue();
    }

    @Test
    void itIsReadOnceADayAndHost() {
        answered(PAGE, 200, "User-agent: *\nDisallow: /private\nCrawl-delay: 7\n");
        assertThat(isWanted(PAGE, Purpose.PAGE)).isFalse();
        assertThat(isWanted("https://blog.a.example/", Purpose.PAGE)).isTrue();
        room.later(Duration.ofHours(24).minusSeconds(1));
        assertThat(isWanted(PAGE, Purpose.PAGE)).isFalse();
        room.later(Duration.ofSeconds(2));
        assertThat(isWanted(PAGE, Purpose.PAGE)).isTrue();
    }

    @Test
    void theNextProcessKnowsItToo() {
        answered(PAGE, 200, "User-agent: *\nDisallow: /private\nCrawl-delay: 7\n");
        Robots fresh = new Robots("ParallelPress");
        desk = desk(fresh);
        assertThat(isWanted(PAGE, Purpose.PAGE)).isFalse();
        assertThat(fresh.crawlDelay("a.example")).isEqualTo(Duration.ofSeconds(7));
        assertThatThrownBy(() -> desk.check(message("https://www.a.example/private/1", Purpose.PAGE)))
                .isInstanceOf(LossException.class);
    }

    @Test
    void aForbiddenPageIsNotAskedButAListedFeedIs() {
        answered(PAGE, 200, "User-agent: ParallelPress\nDisallow: /story\n");
        assertThatThrownBy(() -> desk.check(message(PAGE, Purpose.PAGE)))
                .hasMessage("robots.txt of 'www.a.example' asks programs not to read '" + PAGE + "'; it was not asked");
        assertThatCode(() -> desk.check(message(PAGE, Purpose.FEED))).doesNotThrowAnyException();
    }

    @Test
    void aHostThatCannotGiveItIsNotReadAndTold() {
        answered(PAGE, 503, "");
        assertThatThrownBy(() -> desk.check(message(PAGE, Purpose.PAGE)))
                .hasMessage(
                        "robots.txt of 'www.a.example' could not be had (503), which shuts programs out (RFC 9309); '"
                                + PAGE + "' was not asked");
    }

    @Test
    void aHostThatDoesNotAnswerIsAskedAgainAfterAnHour() {
        failed(PAGE, new SocketTimeoutException());
        assertThat(isWanted(PAGE, Purpose.PAGE)).isFalse();
        assertThatThrownBy(() -> desk.check(message(PAGE, Purpose.PAGE))).hasMessageContaining("(no answer)");
        room.later(Duration.ofHours(1));
        assertThat(isWanted(PAGE, Purpose.PAGE)).isTrue();
    }

    @Test
    void redirectsWithoutEndAndPagesInsteadOfTheFileForbidNothing() {
        failed(PAGE, new LossException("still redirected after 10 hops", 302));
        assertThatCode(() -> desk.check(message(PAGE, Purpose.PAGE))).doesNotThrowAnyException();
        answered("https://b.example/x", 200, "<!DOCTYPE html><html><body>Not found</body></html>");
        assertThatCode(() -> desk.check(message("https://b.example/x", Purpose.PAGE)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsMeasuredImpolitelyAsksForNone() {
        Pace pace = new Pace();
        pace.set(Mode.UNSAFE, new Workload("", List.of(), Map.of(), Duration.ZERO, null));
        desk = new RobotsDesk(room.robots, room.newsroom, room.line, room.domains, pace, room.clock);
        assertThat(isWanted(PAGE, Purpose.PAGE)).isFalse();
    }
}
