package press.parallel.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, 10.2.3, and what servers send instead. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0                              | 0
                    7                              | 7
                    ' 120 '                        | 120
                    86400                          | 86400
                    86401                          | 86400
                    1000000000000                  | 86400
                    Sun, 22 Nov 2026 06:01:30 GMT  | 90
                    Sunday, 22-Nov-26 06:01:30 GMT | 90
                    Sun Nov 22 06:01:30 2026       | 90
                    Sun, 22 Nov 2026 06:00:00 GMT  | 0
                    Sun Nov 22 06:02:00 2026       | 120
                    Tue Dec  1 06:00:00 2026       | 86400
                    Mon, 22 Nov 2027 06:00:00 GMT  | 86400
                    99999999999999999999999999     | 86400
                    """)
    void secondsOrADate(String value, long seconds) {
        assertThat(RetryAfter.parse(value, null, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+5",
                "soon",
                "1.5",
                "60 seconds",
                "\u0661\u0662",
                "Sun, 22 Nov 2026 05:59:59 GMT",
                "Mon, 22 Nov 2026 06:00:30 GMT",
                "Fri, 31 Feb 2027 06:00:00 GMT",
                "2026-11-22T06:00:30Z"
            })
    void whatCannotBeReadOrIsPastSaysNothing(String value) {
        assertThat(RetryAfter.parse(value, null, NOW)).isEmpty();
        assertThat(RetryAfter.parse(null, null, NOW)).isEmpty();
    }

    @Test
    void aDateIsReadOffTheServersOwnClock() {
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 09:00:10 GMT", "Sun, 22 Nov 2026 09:00:00 GMT", NOW))
                .contains(Duration.ofSeconds(10));
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 06:00:10 GMT", "no date", NOW))
                .contains(Duration.ofSeconds(10));
    }
}
