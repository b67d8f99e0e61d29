package press.parallel.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.localweb.Arrival;
import press.parallel.localweb.LocalWeb;
import press.parallel.press.PoliteWeb;
import press.parallel.press.PoliteWeb.Setup;

/** The promise of the line, kept where it counts: at the server, which stamps who arrives when. */
@Timeout(60)
class PolitePromiseTest {
    private static final Duration INTERVAL = Duration.ofMillis(300);
    private static final int SLOTS = 4;

    /** One domain by many names: sub-domains, the bare one, other spelling, and one that the settings count with it. */
    private static final List<String> PACED = List.of("a.paced.org", "B.Paced.ORG", "paced.org", "paced-images.net");

    /** robots.txt takes no turn. */
    private static final Predicate<Arrival> TO_PACED =
            arrival -> arrival.host().contains("paced") && !arrival.path().equals("/robots.txt");

    @TempDir
    Path folder;

    private LocalWeb web;
    private PoliteWeb press;

    @BeforeEach
    void open() throws Exception {
        web = LocalWeb.open();
        press = new PoliteWeb(Setup.usual(web).through(web.proxy(), true).spaced(INTERVAL, SLOTS), folder);
    }

    @AfterEach
    void close() throws IOException {
        press.close();
        web.close();
    }

    private CompletableFuture<Exchange> asked(int index, URI address) {
        return press.asked(new Request(
                address,
                Request.Purpose.FEED,
                "*/*",
                "edition",
                index,
                0,
                Instant.now().plusSeconds(20)));
    }

    private List<CompletableFuture<Exchange>> askPaced() {
        List<CompletableFuture<Exchange>> asked = new ArrayList<>();
        for (String host : PACED) {
            asked.add(asked(asked.size(), URI.create("http://" + host + "/hello")));
        }
        return asked;
    }

    private static void allAnswered(List<CompletableFuture<Exchange>> asked) throws Exception {
        for (CompletableFuture<Exchange> one : asked) {
            Exchange exchange = one.get(20, TimeUnit.SECONDS);
            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody(Reply.class).status()).isEqualTo(200);
        }
    }

    private void assertSpaced(int arrivals) {
        assertThat(web.arrivals(TO_PACED)).hasSize(arrivals);
        assertThat(web.gaps(TO_PACED)).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(INTERVAL));
    }

    @Test
    void requestsToOneDomainAreNeverCloserThanItsIntervalColdOrWarm() throws Exception {
        allAnswered(askPaced());
        allAnswered(askPaced());
        assertSpaced(2 * PACED.size());
    }

    @Test
    void otherDomainsDoNotWaitForIt() throws Exception {
        List<CompletableFuture<Exchange>> asked = askPaced();
        for (int i = 0; i < 12; i++) {
            asked.add(asked(i, URI.create("http://other" + i + ".net/slow?millis=50")));
        }
        allAnswered(asked);
        assertSpaced(PACED.size());
        List<Arrival> paced = web.arrivals(TO_PACED);
        List<Arrival> others = web.arrivals(arrival -> arrival.host().contains("other"));
        assertThat(others).hasSize(12);
        assertThat(others.get(11).nanos())
                .as("the last of the others, before the last of the spaced ones")
                .isLessThan(paced.get(paced.size() - 1).nanos());
    }

    @Test
    void neverMoreAreUnderWayThanThereAreSlots() throws Exception {
        List<CompletableFuture<Exchange>> asked = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            asked.add(asked(i, URI.create("http://other" + i + ".net/slow?millis=60")));
        }
        allAnswered(asked);
        assertThat(web.maxInFlight()).isEqualTo(SLOTS);
    }

    @Test
    void aDomainThatIsNotSpacedStillHasAtMostWhatItAllowsUnderWay() throws Exception {
        List<CompletableFuture<Exchange>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(asked(i, URI.create("http://h" + i + ".swift.org/slow?millis=40")));
        }
        allAnswered(asked);
        assertThat(web.maxInFlight()).isEqualTo(2);
    }

    @Test
    void aRequestThatCannotConnectTakesATurnAllTheSame() throws Exception {
        int closed;
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = door.getLocalPort();
        }
        press.close();
        press = new PoliteWeb(
                Setup.usual(web)
                        .allowing("127.0.0.1:" + web.port(), "127.0.0.1:" + closed)
                        .spaced(INTERVAL, SLOTS),
                folder);
        CompletableFuture<Exchange> first = asked(0, web.at("/hello"));
        CompletableFuture<Exchange> second = asked(1, URI.create("http://127.0.0.1:" + closed + "/"));
        CompletableFuture<Exchange> third = asked(2, web.at("/hello"));
        allAnswered(List.of(first, third));
        assertThat(second.get(20, TimeUnit.SECONDS).getException()).isInstanceOf(java.net.ConnectException.class);
        assertThat(web.gaps(arrival -> true))
                .singleElement()
                .satisfies(gap -> assertThat(gap).isGreaterThanOrEqualTo(INTERVAL.multipliedBy(2)));
    }

    @Test
    void aConnectionThatBreaksTakesATurnAllTheSame() throws Exception {
        CompletableFuture<Exchange> first = asked(0, URI.create("http://a.paced.org/reset"));
        CompletableFuture<Exchange> second = asked(1, URI.create("http://b.paced.org/hello"));
        allAnswered(List.of(second));
        assertThat(first.get(20, TimeUnit.SECONDS).getException()).isInstanceOf(IOException.class);
        assertSpaced(2);
    }

    @Test
    void clocksAndWhatWaitsOutliveTheRouteBehindTheLine() throws Exception {
        List<CompletableFuture<Exchange>> asked = askPaced();
        asked.get(0).get(20, TimeUnit.SECONDS);
        press.replaceRoute();
        allAnswered(asked);
        assertSpaced(PACED.size());
    }
}
