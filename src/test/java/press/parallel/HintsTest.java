package press.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HintsTest {
    @Test
    void theyFitIntoALineAndComeBackWhole() {
        Hints hints = new Hints(Duration.ofMinutes(90), Set.of(0, 23), Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        assertThat(hints.line()).isEqualTo("5400;0,23;SATURDAY,SUNDAY");
        assertThat(Hints.parse(hints.line())).isEqualTo(hints);
        assertThat(Hints.NONE.line()).isEmpty();
        assertThat(Hints.parse("")).isEqualTo(Hints.NONE);
        Hints some = new Hints(Duration.ofHours(1), Set.of(), Set.of());
        assertThat(Hints.parse(some.line())).isEqualTo(some);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1;2", "1;2;FOODAY", ";;", "1;;;", "99999999999999;;"})
    void anotherLineIsNoHint(String line) {
        assertThat(Hints.parse(line)).isEqualTo(Hints.NONE);
    }
}
