package press.parallel.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "300, 300 ms",
        "47001, 48 s",
        "120000, 2 min",
        "200000, 3 min 20 s",
        "18600000, 5 h 10 min",
        "86400000, 24 h"
    })
    void inWords(long millis, String words) {
        assertThat(Spans.of(Duration.ofMillis(millis))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, a second",
        "48000, a minute",
        "60000, a minute",
        "20000, in 20 s",
        "3500000, an hour",
        "600000, in 10 min"
    })
    void theRhythmBehindAWait(long millis, String words) {
        assertThat(Spans.each(Duration.ofMillis(millis))).isEqualTo(words);
    }
}
