package press.parallel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
    @ParameterizedTest
    @ValueSource(strings = {"war", "climate change", "C++", "re:CVE-\\d{4}-\\d+", "re:(a|b)c", "戦争"})
    void whatCanBeFoundIsNoProblem(String phrase) {
        assertThat(Phrases.problem(phrase)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "re:(unclosed, broken",
        "re:(?=ahead)x, broken",
        "re:(a)\\1, broken",
        "re:a{9000}, broken",
        "re:((a{30}){30}){30}, slow",
        "re:x*, fits everywhere",
        "re:, fits everywhere",
        "--, no letter or digit",
    })
    void whatCannotBeUsedIsToldWithTheReason(String phrase, String reason) {
        assertThat(Phrases.problem(phrase))
                .hasValueSatisfying(said -> assertThat(said).contains(reason).contains(phrase));
    }

    @Test
    void aPatternThatCannotBeUsedIsNeverFound() {
        Phrases broken = new Phrases(List.of("re:(unclosed", "war"));

        assertThat(broken.hits(Phrases.Text.of(List.of("unclosed war")))).containsOnlyKeys("war");
    }

    @Test
    void whatWouldKeepABacktrackingEngineBusyForYearsTakesNoTime() {
        Phrases evil = new Phrases(List.of("re:(a+)+b"));

        assertThat(evil.hits(Phrases.Text.of(List.of("a".repeat(100_000))))).isEmpty();
    }

    @Test
    void aSettingIsSplitAtItsCommasAndKeepsItsBackslashes() {
        assertThat(Phrases.split(" war , climate change,, re:CVE-\\d{4}-\\d+, re:a{1\\,3}b"))
                .containsExactly("war", "climate change", "re:CVE-\\d{4}-\\d+", "re:a{1,3}b");
    }
}
