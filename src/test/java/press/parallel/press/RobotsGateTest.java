package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.localweb.Arrival;
import press.parallel.localweb.LocalWeb;
import press.parallel.politeness.PoliteCancelledException;
import press.parallel.press.PoliteWeb.Setup;

/** One asks for a host's robots.txt, the others of the host wait. */
class RobotsGateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void theFirstLeadsTheOthersWaitUntilItHasComeBack() {
        try (PressRoom room = new PressRoom(folder)) {
            RobotsGate gate = new RobotsGate(room.line, room.domains, room.robots, room.clock);
            List<String> passed = new ArrayList<>();
            Exchange first = page(room, "https://a.example/1");
            Exchange second = page(room, "https://a.example/2");
            Exchange elsewhere = page(room, "https://www.a.example/1");
            assertThat(gate.process(first, doneSync -> passed.add("first"))).isTrue();
            assertThat(gate.process(second, doneSync -> passed.add("second"))).isFalse();
            assertThat(gate.process(elsewhere, doneSync -> passed.add("elsewhere")))
                    .isTrue();
            assertThat(gate.leads(first)).isTrue();
            assertThat(gate.leads(second)).isFalse();
            assertThat(gate.leads(elsewhere)).isTrue();
            assertThat(passed).containsExactly("first", "elsewhere");
            assertThat(room.line.status("a.example"))
                    .as("one more is announced")
                    .isPresent();

            gate.open(first);
            assertThat(passed).containsExactly("first", "elsewhere", "second");
            assertThat(gate.leads(first)).isFalse();
            gate.open(first);

            // Nothing was found: the next one asks.
            assertThat(gate.process(second, doneSync -> passed.add("again"))).isTrue();
            assertThat(gate.leads(second)).isTrue();
        }
    }

    @Test
    void whoComesAfterTheFileHasComeInAsksForNothing() {
        try (PressRoom room = new PressRoom(folder)) {
            RobotsGate gate = new RobotsGate(room.line, room.domains, room.robots, room.clock);
            room.robots.learn(
                    URI.create("https://a.example/"), "a.example", 404, new byte[0], PressRoom.NOW.plusSeconds(60));
            Exchange late = page(room, "https://a.example/1");
            assertThat(gate.process(late, doneSync -> {})).isTrue();
            assertThat(gate.leads(late)).isFalse();
        }
    }

    private static Exchange page(PressRoom room, String address) {
        return room.message(
                new Request(URI.create(address), Request.Purpose.PAGE, "*/*", "g", 0, 0, PressRoom.NOW.plusSeconds(9)));
    }

    /** A host, by way of a proxy, so that it is a site of the world. */
    @Test
    void whenTheOneThatAsksIsCutOffTheOthersGoOn() throws Exception {
        try (LocalWeb web = LocalWeb.open();
                PoliteWeb press = new PoliteWeb(Setup.usual(web).through(web.proxy(), true), folder)) {
            press.line().pause("a.example", Duration.ofMillis(1_000), "429", "asked to wait");
            CompletableFuture<Exchange> leader = press.asked(page("http://a.example/hello", Duration.ofMillis(1_500)));
            await().atMost(PATIENCE).until(() -> press.line().totals().waiting() == 1);
            CompletableFuture<Exchange> other = press.asked(page("http://a.example/hello?2", PATIENCE));
            press.line().pause("a.example", Duration.ofMillis(2_000), "429", "asked to wait");

            assertThat(leader.get(10, TimeUnit.SECONDS).getException()).isInstanceOf(PoliteCancelledException.class);
            Exchange answered = other.get(10, TimeUnit.SECONDS);
            assertThat(answered.getException()).isNull();
            assertThat(answered.getMessage().getBody(Reply.class).status()).isEqualTo(200);
            assertThat(web.arrivals()).extracting(Arrival::path).containsExactly("/robots.txt", "/hello");
        }
    }

    private static Request page(String address, Duration patience) {
        return new Request(
                URI.create(address),
                Request.Purpose.PAGE,
                "*/*",
                "edition",
                0,
                0,
                Instant.now().plus(patience));
    }
}
