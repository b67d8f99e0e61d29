package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultUnitOfWork;
import org.apache.camel.support.DefaultExchange;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.newsroom.DomainClock;
import press.parallel.newsroom.Newsroom;
import press.parallel.newsroom.RobotsFile;
import press.parallel.newsroom.Store;
import press.parallel.politeness.DomainStatus;
import press.parallel.politeness.Lessons;
import press.parallel.politeness.Manners;
import press.parallel.politeness.PoliteComponent;
import press.parallel.politeness.PoliteHeaders;
import press.parallel.politeness.PoliteLine;
import press.parallel.politeness.RegistrableDomain;
import press.parallel.politeness.Robots;
import press.parallel.web.Web;

class TurnsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final InstantSource clock = InstantSource.fixed(NOW);
    private Newsroom newsroom;
    private PoliteLine line;
    private Turns turns;
    private final Lessons lessons = new Lessons(() -> 0);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Robots robots = new Robots("ParallelPress");

    @BeforeEach
    void open() {
        Path file = folder.resolve("newsroom.db");
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        Store store = Store.sqlite(
                file,
                source,
                () -> Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:db/newsroom")
                        .load()
                        .migrate());
        newsroom = new Newsroom(store, clock, Newsroom.Paper.daily(ZoneOffset.UTC, Duration.ofDays(4)));
        // "700ms.example" is spaced by 700 ms.
        Manners manners = domain -> domain.endsWith("ms.example")
                ? Duration.ofMillis(Long.parseLong(domain.replace("ms.example", "")))
                : Duration.ZERO;
        camel.getExecutorServiceManager()
                .registerThreadPoolProfile(new ThreadPoolProfileBuilder("desks")
                        .poolSize(1)
                        .maxPoolSize(1)
                        .build());
        camel.start();
        camel.addComponent("polite", new PoliteComponent(manners, clock, "desks"));
        line = camel.getComponent("polite", PoliteComponent.class).line("web");
        turns = new Turns(
                line,
                new RegistrableDomain(Map.of("redd.it", "reddit.com")),
                manners,
                new Pace(),
                lessons,
                robots,
                newsroom,
                clock,
                Duration.ofMillis(1000),
                new Meters(meters));
    }

    @AfterEach
    void close() {
        camel.stop();
        newsroom.close();
    }

    private Exchange of(String domain) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setHeader(PoliteHeaders.DOMAIN, domain);
        return exchange;
    }

    private DomainStatus answered(int status, String retryAfter) {
        Exchange exchange = of("2000ms.example");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        if (!retryAfter.isEmpty()) {
            exchange.getMessage().setHeader("retry-after", retryAfter);
        }
        turns.observe(exchange);
        return line.report().get(0);
    }

    @Test
    void aRequestEntersWithAllThatTheLineAsksFor() {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage()
                .setBody(new Request(
                        URI.create("https://i.redd.it/a"),
                        Request.Purpose.FEED,
                        "*/*",
                        "2026-11-22-1",
                        7,
                        940,
                        NOW.plusSeconds(9)));
        turns.enter(exchange);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(PoliteHeaders.DOMAIN, "reddit.com")
                .containsEntry(PoliteHeaders.INDEX, 7L)
                .containsEntry(PoliteHeaders.EXPECTED_MILLIS, 940L)
                .containsEntry(PoliteHeaders.GROUP, "2026-11-22-1")
                .containsEntry(PoliteHeaders.DEADLINE, NOW.plusSeconds(9).toEpochMilli());
    }

    @Test
    void onlySpacedDomainsPassTheThrottle() {
        assertThat(turns.paced(of("2000ms.example"))).isTrue();
        assertThat(turns.paced(of("free.example"))).isFalse();
    }

    /** A throttle never has to wait when as many intervals as it has permits fill its period of 1 s. */
    @ParameterizedTest
    @CsvSource({"2000, 1", "1001, 1", "1000, 1", "999, 2", "700, 2", "500, 2", "300, 4", "250, 4", "1, 1000"})
    void theThrottleLetsThroughWhatTheIntervalAllows(long intervalMillis, long permits) {
        assertThat(turns.permits(of(intervalMillis + "ms.example"))).isEqualTo(permits);
        assertThat(permits * intervalMillis).isGreaterThanOrEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "90 | 90",
                "'' | 60",
                "soon | 60",
                "Sun, 22 Nov 2026 05:00:00 GMT | 60",
                "Tue, 01 Dec 2026 06:00:00 GMT | 86400",
                "1000000000000 | 86400"
            })
    void tooManyKeepsThePressAwayAsLongAsItAsksAtMostADay(String retryAfter, long seconds) {
        DomainStatus status = answered(429, retryAfter);
        assertThat(status.untilTurn())
                .isBetween(Duration.ofSeconds(seconds).minusSeconds(5), Duration.ofSeconds(seconds));
        assertThat(status.why()).startsWith("asked to wait ");
        assertThat(newsroom.clocks().get("2000ms.example").pause().until()).isEqualTo(NOW.plusSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 304, 403, 404, 500, 503})
    void otherAnswersPauseNobody(int httpStatus) {
        DomainStatus status = answered(httpStatus, "90");
        assertThat(status.untilTurn()).isZero();
        assertThat(status.lastStatus()).isEqualTo(httpStatus);
        assertThat(status.refusals()).isEqualTo(httpStatus == 503 ? 1 : 0);
        assertThat(newsroom.clocks()).isEmpty();
    }

    @Test
    void robotsTxtTakesNoTurnAndGoesRoundTheThrottle() {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage()
                .setBody(new Request(
                        URI.create("https://2000ms.example/robots.txt"),
                        Request.Purpose.ROBOTS,
                        "*/*",
                        "2026-11-22-1",
                        0,
                        0,
                        NOW.plusSeconds(9)));
        turns.enter(exchange);
        assertThat(exchange.getMessage().getHeaders()).containsEntry(PoliteHeaders.TURNLESS, true);
        assertThat(turns.paced(exchange)).isFalse();
    }

    @Test
    void aSpentRateLimitIsRememberedWithItsWords() {
        Exchange exchange = of("2000ms.example");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
        exchange.getMessage().setHeader("X-RateLimit-Remaining", "0.0");
        exchange.getMessage().setHeader("X-RateLimit-Reset", "60");
        turns.observe(exchange);

        assertThat(line.status("2000ms.example")).hasValueSatisfying(status -> {
            assertThat(status.source()).isEqualTo("rate limit");
            assertThat(status.why()).isEqualTo("allows one request a minute");
        });
        assertThat(newsroom.clocks().get("2000ms.example").pause())
                .isEqualTo(new DomainClock.Pause(
                        NOW.plusSeconds(60), "rate limit", "allows one request a minute", 0, null));
    }

    @Test
    void whatAnEarlierRunLearntHoldsInThisOne() {
        newsroom.stamp("2000ms.example", NOW.minusMillis(500));
        newsroom.pause(
                "a.example",
                new DomainClock.Pause(NOW.plusSeconds(60), "429", "asked to wait", 3, NOW.plusSeconds(60)));
        newsroom.keep(new RobotsFile("www.b.example", "b.example", 200, NOW, Duration.ofSeconds(7), ""));
        turns.remember();

        assertThat(line.status("2000ms.example").orElseThrow().untilTurn())
                .isBetween(Duration.ofMillis(500), Duration.ofMillis(1700));
        assertThat(line.status("a.example").orElseThrow().untilTurn())
                .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
        assertThat(lessons.strikes("a.example")).contains(new Lessons.Strikes(3, NOW.plusSeconds(60)));
        assertThat(robots.crawlDelay("b.example")).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aFeedThatFollowsARequestOfAnEarlierProcessWaitsForRobotsTxt() {
        RobotsDesk desk = new RobotsDesk(robots, newsroom, line, new RegistrableDomain(Map.of()), new Pace(), clock);
        newsroom.stamp("2000ms.example", NOW.minusSeconds(9));
        newsroom.stamp("1000ms.example", NOW.minusSeconds(31));
        turns.remember();

        assertThat(desk.wanted(feedOf("2000ms.example"))).isTrue();
        assertThat(desk.wanted(feedOf("1000ms.example"))).isFalse();
    }

    private Exchange feedOf(String host) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage()
                .setBody(new Request(
                        URI.create("https://" + host + "/feed"),
                        Request.Purpose.FEED,
                        "*/*",
                        "g",
                        0,
                        0,
                        NOW.plusSeconds(9)));
        return exchange;
    }

    @Test
    void aRobotsTxtThatWasAskedForInVainIsNotAskedForByTheNextProcess() {
        RegistrableDomain domains = new RegistrableDomain(Map.of());
        RobotsDesk desk = new RobotsDesk(robots, newsroom, line, domains, new Pace(), clock);
        for (String host : new String[] {"silent.example", "nowhere.example"}) {
            Exchange exchange = feedOf(host);
            desk.request(exchange);
            if (host.equals("silent.example")) {
                line.sent(host);
            }
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new SocketTimeoutException("silence"));
            desk.unreachable(exchange);
            assertThat(desk.missing(feedOf(host))).isFalse();
        }

        InstantSource[] laters = {() -> NOW.plus(Duration.ofMinutes(59)), () -> NOW.plus(Duration.ofMinutes(61))};
        for (InstantSource later : laters) {
            Robots fresh = new Robots("ParallelPress");
            RobotsDesk next = new RobotsDesk(fresh, newsroom, line, domains, new Pace(), later);
            assertThat(next.missing(feedOf("silent.example"))).isEqualTo(later == laters[1]);
            assertThat(next.missing(feedOf("nowhere.example"))).isTrue();
        }
    }

    @Test
    void whoeverWaitsForARobotsTxtGoesOnWhenItsAskerEndsSomehow() {
        RobotsGate gate = new RobotsGate(line, new RegistrableDomain(Map.of()), robots, clock);
        Exchange first = feedOf("www.a.example");
        first.getExchangeExtension().setUnitOfWork(new DefaultUnitOfWork(first));
        assertThat(gate.process(first, doneSync -> {})).isTrue();
        AtomicInteger goesOn = new AtomicInteger();
        assertThat(gate.process(feedOf("www.a.example"), doneSync -> goesOn.incrementAndGet()))
                .isFalse();
        first.getUnitOfWork().done(first);
        assertThat(goesOn).hasValue(1);

        // A file that was had opens the gate once, and its asker's end does not open it for the next one that asks.
        Exchange second = feedOf("www.a.example");
        second.getExchangeExtension().setUnitOfWork(new DefaultUnitOfWork(second));
        assertThat(gate.process(second, doneSync -> {})).isTrue();
        gate.open(second);
        assertThat(gate.process(feedOf("www.a.example"), doneSync -> {})).isTrue();
        assertThat(gate.process(feedOf("www.a.example"), doneSync -> goesOn.incrementAndGet()))
                .isFalse();
        second.getUnitOfWork().done(second);
        assertThat(goesOn).hasValue(1);
    }

    @Test
    void aRequestThatWasRefusedForNowIsAskedOnceMore() {
        Request asked = new Request(
                URI.create("https://a.example/feed"), Request.Purpose.FEED, "*/*", "g", 0, 0, NOW.plusSeconds(9));
        Exchange exchange = new DefaultExchange(camel);
        exchange.setProperty(Web.REQUEST, asked);
        for (int status : new int[] {200, 404, 503}) {
            Reply reply = new Reply(asked.address(), status, Map.of(), new byte[0], 1);
            exchange.getMessage().setBody(reply);
            turns.again(exchange);
            assertThat(exchange.getMessage().getBody()).isSameAs(reply);
        }
        Reply refused = new Reply(asked.address(), 429, Map.of(), new byte[0], 1);
        exchange.getMessage().setBody(refused);
        turns.again(exchange);
        assertThat(exchange.getMessage().getBody()).isEqualTo(asked.again());

        exchange.setProperty(Web.REQUEST, asked.again());
        exchange.getMessage().setBody(refused);
        turns.again(exchange);
        assertThat(exchange.getMessage().getBody()).isSameAs(refused);
    }
}
