package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.Reply;

/** RFC 9111, 4.2 and 5.2 to 5.3. */
class FreshnessTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private static Reply reply(String... namesAndValues) {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Reply(URI.create("https://a.example/feed"), 200, headers, new byte[0], 1);
    }

    private static Duration lifetime(String... namesAndValues) {
        return Freshness.of(reply(namesAndValues), NOW).lifetime();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    max-age=3600                    | 3600
                    public, MAX-AGE=60              | 60
                    max-age="90"                    | 90
                    max-age = 90                    | 90
                    max-age=60, max-age=600         | 60
                    s-maxage=600                    | 0
                    s-maxage=600, max-age=60        | 60
                    max-age=0                       | 0
                    max-age=-1                      | 0
                    max-age=soon                    | 0
                    max-age                         | 0
                    max-age=99999999999999999999999 | 86400
                    no-cache, max-age=600           | 0
                    no-store                        | 0
                    must-revalidate, max-age=300    | 300
                    """)
    void whatCacheControlSays(String value, long seconds) {
        assertThat(lifetime("cache-control", value)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void whatTheAnswerHasSpentInCachesIsTakenOff() {
        assertThat(lifetime("cache-control", "max-age=600", "age", "500")).isEqualTo(Duration.ofSeconds(100));
        assertThat(lifetime("cache-control", "max-age=600", "age", "700")).isZero();
        assertThat(lifetime("cache-control", "max-age=600", "age", "-5")).isEqualTo(Duration.ofSeconds(600));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Sun, 22 Nov 2026 09:00:00 GMT | 3600
                    Sun, 22 Nov 2026 07:00:00 GMT | 0
                    0                             | 0
                    -1                            | 0
                    never                         | 0
                    Tue, 22 Nov 2033 09:00:00 GMT | 86400
                    """)
    void whatExpiresSaysByOurClock(String value, long seconds) {
        assertThat(lifetime("expires", value)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void expiresIsReadOffTheServersOwnClock() {
        assertThat(lifetime("expires", "Sun, 22 Nov 2026 13:00:00 GMT", "date", "Sun, 22 Nov 2026 12:00:00 GMT"))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void maxAgeCountsBeforeExpires() {
        assertThat(lifetime("cache-control", "max-age=60", "expires", "Sun, 22 Nov 2026 12:00:00 GMT"))
                .isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void whereNothingIsSaidNothingIsFresh() {
        assertThat(lifetime()).isZero();
        assertThat(Freshness.isSaid(reply())).isFalse();
        assertThat(Freshness.isSaid(reply("expires", "0"))).isTrue();
    }
}
