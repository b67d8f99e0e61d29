package press.parallel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnsTest {
    @ParameterizedTest
    @CsvSource({
        "approves, rejects, true",
        "stieg, fiel, true",
        "одобрил, отклонил, true",
        "批准, 否决, true",
        "승인, 부결, true",
        "approves, approved, false",
        "approves, falls, false",
        "bank, allows, false",
        "ban, allows, true",
        "storm, coast, false",
    })
    void oppositesAreKnownByTheirBeginnings(String one, String other, boolean opposed) {
        assertThat(Turns.oppose(Turns.of(one), Turns.of(other))).isEqualTo(opposed);
        assertThat(Turns.oppose(Turns.of(other), Turns.of(one))).isEqualTo(opposed);
    }

    @ParameterizedTest
    @CsvSource({"blaze, fire", "quits, resigns", "démissionne, quitte", "Brand, Feuer", "пожар, огонь", "地震, earthquake"
    })
    void oneConceptHasManyWords(String one, String other) {
        assertThat(Concepts.of(folded(one))).isNotEqualTo(Concepts.NONE).isEqualTo(Concepts.of(folded(other)));
    }

    @ParameterizedTest
    @CsvSource({"nine, 9", "neun, 9", "девяти, 9", "one, one", "storm, storm"})
    void smallNumbersAreDigits(String word, String digits) {
        assertThat(NumberWords.digits(folded(word))).isEqualTo(digits);
    }

    private static String folded(String word) {
        return String.join("", Headline.split(word));
    }
}
