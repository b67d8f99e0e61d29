package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.impl.DefaultCamelContext;
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
import press.parallel.Request;
import press.parallel.newsroom.Newsroom;
import press.parallel.newsroom.Store;
import press.parallel.politeness.DomainStatus;
import press.parallel.politeness.Manners;
import press.parallel.politeness.PoliteComponent;
import press.parallel.politeness.PoliteHeaders;
import press.parallel.politeness.PoliteLine;
import press.parallel.politeness.RegistrableDomain;

class TurnsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final InstantSource clock = InstantSource.fixed(NOW);
    private Newsroom newsroom;
    private PoliteLine line;
    private Turns turns;

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
        newsroom = new Newsroom(store, clock, ZoneOffset.UTC, Duration.ofDays(4));
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
                newsroom,
                clock,
                Duration.ofMillis(1000));
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
                        "*/*",
                        Map.of(),
                        "2026-11-22-1",
                        7,
                        940,
                        NOW.plusSeconds(9),
                        0));
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
                // delay-seconds: RFC 9110, 10.2.3
                "0 | 0",
                "120 | 120",
                "' 90 ' | 90",
                "86400 | 86400",
                "1000000000000 | 86400",
                "99999999999999999999999999 | 86400",
                // HTTP-date: RFC 9110, 5.6.7
                "Sun, 22 Nov 2026 06:00:30 GMT | 30",
                "Sun, 22 Nov 2026 06:00:00 GMT | 0",
                "Sunday, 22-Nov-26 06:01:00 GMT | 60",
                "Sun Nov 22 06:02:00 2026 | 120",
                "Tue Dec  1 06:00:00 2026 | 777600"
            })
    void aServersWaitIsUnderstoodInEveryForm(String value, long seconds) {
        assertThat(turns.retryAfter(value)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+5",
                "1.5",
                "soon",
                "60 seconds",
                "\u0661\u0662",
                "Sun, 22 Nov 2026 05:59:59 GMT",
                "Mon, 22 Nov 2026 06:00:30 GMT",
                "Fri, 31 Feb 2027 06:00:00 GMT",
                "2026-11-22T06:00:30Z"
            })
    void whatIsNoWaitIsNone(String value) {
        assertThat(turns.retryAfter(value)).isEmpty();
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
        assertThat(status.why()).isEqualTo("429, asked to wait " + seconds + " s");
        assertThat(newsroom.clocks().get("2000ms.example").notBefore()).isEqualTo(NOW.plusSeconds(seconds));
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
}
