package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Language and direction: what the page says, and what its letters say. */
class ScriptsTest {
    @ParameterizedTest
    @CsvSource({
        "The harbour lies still tonight, '', ''",
        "The harbour lies still tonight, en-GB, en-GB",
        "الميناء هادئ الليلة ولا أحد يعد القوارب, en, ar",
        "الميناء هادئ الليلة ولا أحد يعد القوارب, fa, fa",
        "הנמל שקט הלילה, '', he",
        "港は今夜静かで、誰も船を数えない。, en-US, ja",
        "港口今晚很安静，没有人数船。, '', zh",
        "항구는 오늘 밤 조용하다, '', ko",
        "Гавань сегодня тиха, uk, uk",
        "Гавань сегодня тиха, '', ru",
        "The harbour lies still tonight, ar, ''",
        "Luka je noćas mirna, sr, sr",
        "'', de, de"
    })
    void theLettersHaveTheLastWord(String text, String said, String language) {
        assertThat(Scripts.language(text, said)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "The harbour, ltr",
        "הנמל שקט הלילה ABC, rtl",
        "الميناء هادئ, rtl",
        "A word in Arabic: ميناء, ltr",
        "'1, 2, 3', ltr"
    })
    void theDirectionIsThatOfMostLetters(String text, String direction) {
        assertThat(Scripts.direction(text)).isEqualTo(direction);
    }
}
