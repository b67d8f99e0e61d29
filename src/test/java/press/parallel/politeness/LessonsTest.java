package press.parallel.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.parallel.politeness.Lessons.Rest;

/** Rules 4 to 6 of the house. */
class LessonsTest {
    private static final String SITE = "reddit.com";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Instant now = Instant.parse("2026-11-22T06:00:00Z");
    private double chance = 0;
    private final Lessons lessons = new Lessons(() -> chance);

    private Optional<Rest> learn(int status, Map<String, String> headers) {
        return lessons.learn(SITE, status, headers::get, now);
    }

    private Rest refused() {
        return learn(429, Map.of()).orElseThrow();
    }

    @Test
    void anOrdinaryAnswerAsksForNothing() {
        assertThat(learn(200, Map.of())).isEmpty();
        assertThat(learn(404, Map.of("retry-after", "60"))).isEmpty();
    }

    @Test
    void a429RestsAsLongAsItSays() {
        assertThat(learn(429, Map.of("retry-after", "90")))
                .contains(new Rest(Duration.ofSeconds(90), "Retry-After", "asked to wait 90 s (429)"));
    }

    @Test
    void a503IsNoWordAboutTheDomain() {
        assertThat(learn(503, Map.of("retry-after", "90"))).isEmpty();
    }

    @Test
    void withoutAWordThePauseDoublesUpToADay() {
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440}) {
            Rest rest = refused();
            assertThat(rest.span()).isEqualTo(Duration.ofMinutes(minutes));
            assertThat(rest.source()).isEqualTo("429");
            now = now.plus(rest.span());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "Sun, 22 Nov 2020 06:00:00 GMT"})
    void whatCannotBeReadCountsAsNoWord(String retryAfter) {
        assertThat(learn(429, Map.of("retry-after", retryAfter)).orElseThrow().span())
                .isEqualTo(MINUTE);
    }

    @Test
    void theNextPauseHasJitterOfATenthAtMostAndIsNeverShorter() {
        chance = 0.999;
        assertThat(refused().span()).isBetween(Duration.ofSeconds(65), Duration.ofSeconds(66));
    }

    @Test
    void thirtyQuietMinutesAfterThePauseForgive() {
        refused();
        assertThat(refused().span()).isEqualTo(Duration.ofMinutes(2));
        now = now.plus(Duration.ofMinutes(2 + 30)).plusMillis(1);
        assertThat(refused().span()).isEqualTo(MINUTE);
    }

    @Test
    void aClockSetBackForgivesNothingAndBreaksNothing() {
        refused();
        now = now.minus(Duration.ofDays(3));
        assertThat(refused().span()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void strikesOutliveTheProcess() {
        refused();
        refused();
        Lessons later = new Lessons(() -> 0);
        later.restore(SITE, lessons.strikes(SITE).orElseThrow());
        assertThat(later.learn(SITE, 429, name -> null, now).orElseThrow().span())
                .isEqualTo(Duration.ofMinutes(4));
        assertThat(later.strikes("other.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0      | 48                | 48000
                    0.0    | 59.5              | 59500
                    0.4    | 10                | 10000
                    0      | 1795327260        | 60000
                    0      | 1795327260000     | 60000
                    0      | 1000000000000000  | 86400000
                    1      | 48                | 0
                    98     | 600               | 0
                    0      | 0                 | 0
                    0      | -1                | 0
                    0      | 1795320000        | 0
                    none   | 48                | 0
                    0      | soon              | 0
                    """)
    void aSpentRateLimitRestsUntilItsReset(String remaining, String reset, long millis) {
        Optional<Rest> rest = learn(200, Map.of("x-ratelimit-remaining", remaining, "x-ratelimit-reset", reset));
        assertThat(rest.map(Rest::span).orElse(Duration.ZERO)).isEqualTo(Duration.ofMillis(millis));
        rest.ifPresent(found -> assertThat(found.source()).isEqualTo("rate limit"));
    }

    @Test
    void theRateIsToldInWords() {
        Map<String, String> spent = Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "48");
        assertThat(learn(200, spent).orElseThrow().why()).isEqualTo("allows one request a minute");
        learn(200, Map.of("x-ratelimit-remaining", "2", "x-ratelimit-reset", "58"));
        learn(404, Map.of());
        learn(200, Map.of("x-ratelimit-remaining", "1", "x-ratelimit-reset", "52"));
        assertThat(learn(200, spent).orElseThrow().why()).isEqualTo("allows 3 requests a minute");
        assertThat(learn(
                                200,
                                Map.of(
                                        "ratelimit-remaining", "0",
                                        "ratelimit-reset", "3600",
                                        "ratelimit-limit", "60"))
                        .orElseThrow()
                        .why())
                .isEqualTo("allows 60 requests an hour");
    }

    @Test
    void ofSeveralWishesTheLongestCounts() {
        Map<String, String> both =
                Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "300", "retry-after", "10");
        assertThat(learn(429, both).orElseThrow().span()).isEqualTo(Duration.ofMinutes(5));
        assertThat(learn(403, both).orElseThrow().source()).isEqualTo("rate limit");
    }

    @Test
    void domainsDoNotPayForOneAnother() {
        refused();
        assertThat(lessons.learn("other.example", 429, name -> null, now)
                        .orElseThrow()
                        .span())
                .isEqualTo(MINUTE);
    }
}
