package press.parallel.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource({
        "1, first",
        "2, second",
        "3, third",
        "10, tenth",
        "11, 11th",
        "12, 12th",
        "13, 13th",
        "21, 21st",
        "22, 22nd",
        "33, 33rd",
        "34, 34th",
        "101, 101st",
        "111, 111th",
        "112, 112th",
    })
    void ordinalsAreLettersUpToTheTenth(int number, String words) {
        assertThat(Wording.ordinal(number)).isEqualTo(words);
    }

    @Test
    void onlyALaterEditionOfADaySaysSo() {
        assertThat(Wording.again(1)).isEmpty();
        assertThat(Wording.again(2)).isEqualTo("second edition");
        assertThat(Wording.again(11)).isEqualTo("11th edition");
    }

    @Test
    void theImprintIsVolumeAndNumber() {
        assertThat(Wording.imprint(2, 413)).isEqualTo("Volume 2 · No. 413");
        assertThat(Wording.imprint(58, 21_184)).isEqualTo("Volume 58 · No. 21,184");
        assertThat(Wording.imprint(0, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0456, +4.6",
        "-0.0456, −4.6",
        "0, 0.0",
        "0.0004, 0.0",
        "-0.0004, 0.0",
        "0.1, +10.0",
        "-0.1, −10.0",
        "-0.001, −0.1",
        "1, +100.0",
    })
    void pointsHaveTheirSign(double delta, String words) {
        assertThat(Wording.points(delta)).isEqualTo(words);
    }

    @Test
    void numbersHaveThousandsAndARealMinus() {
        assertThat(Wording.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Wording.count(-1200)).isEqualTo("−1,200");
        assertThat(Wording.some(1, "entry", "entries")).isEqualTo("1 entry");
        assertThat(Wording.some(0, "entry", "entries")).isEqualTo("0 entries");
        assertThat(Wording.percent(0.9719)).isEqualTo("97.2 %");
    }

    @Test
    void namesAreEnumerated() {
        assertThat(Wording.enumerate(List.of())).isEmpty();
        assertThat(Wording.enumerate(List.of("a"))).isEqualTo("a");
        assertThat(Wording.enumerate(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Wording.enumerate(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }
}
