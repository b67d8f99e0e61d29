package press.parallel.printer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTimeTest {
    @ParameterizedTest
    @CsvSource({
        "0, en, 1",
        "60, en-GB, 1",
        "690, en, 3",
        "690, '', 3",
        "690, ar, 5",
        "690, fi-FI, 4",
        "690, de-AT, 4",
        "510, zh-Hant-TW, 4",
        "690, sw, 4",
        "690, not a tag, 3"
    })
    void aTextTakesAsLongAsItsLanguageNeeds(int words, String language, int minutes) {
        assertThat(ReadingTime.minutes(words, language)).isEqualTo(minutes);
    }
}
