package press.parallel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the settings of the choice have to mean. */
class EditorRulesTest {
    @TempDir
    Path folder;

    private List<String> problems(String... settings) {
        Map<String, String> given = new HashMap<>();
        for (String setting : settings) {
            String[] parts = setting.split(" = ", 2);
            given.put(parts[0].strip(), parts[1].strip());
        }
        return SettingsLoader.load(folder, PaperChoice.USUAL, given, Map.of()).problems();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "press.editor.static-boost = -1          | press.editor.static-boost (command line): expected 0 to 1000 units, but found '-1'; 0 switches it off",
                "press.editor.points = 1001              | press.editor.points (command line): expected 0 to 1000 units",
                "press.editor.comments = NaN             | press.editor.comments (command line): expected 0 to 1000 units",
                "press.editor.place = -0.1               | press.editor.place (command line): expected 0 to 1000 units",
                "press.editor.freshness = -3             | press.editor.freshness (command line): expected 0 to 1000 units",
                "press.editor.also-in = -1.5             | press.editor.also-in (command line): expected 0 to 1000 units",
                "press.editor.half-life = 0s             | press.editor.half-life (command line): expected more than 0s",
                "press.editor.min-sources = 0            | press.editor.min-sources (command line): expected 1 or more",
                "press.editor.max-per-source = half      | press.editor.max-per-source (command line): expected a whole number from 1, or a part",
                "press.section.news.max-per-source = 2/1 | press.section.news.max-per-source (command line): expected a whole number from 1, or a part",
                "press.editor.repeat = sometimes         | press.editor.repeat (command line): expected never, always, or boost units",
                "press.section.news.keywords = re:(a     | press.section.news.keywords (command line): expected words, a phrase or 're:' and a pattern in the syntax of RE2",
                "press.section.news.keywords = re:(?=a)b | press.section.news.keywords (command line): expected words, a phrase or 're:' and a pattern in the syntax of RE2",
            })
    void whatCannotBeMeantIsOneLine(String setting, String line) {
        assertThat(problems(setting)).singleElement().asString().startsWith(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "press.policy.a.phrases = re:[        | press.policy.a.phrases",
                "press.policy.a.authors = re:*        | press.policy.a.authors",
                "press.policy.a.shorter-than = 0      | press.policy.a.shorter-than (command line): expected 1 or more words",
                "press.policy.a.domains = https://a.test/ | press.policy.a.domains (command line): expected domains such as example.com, but found 'https://a.test/'",
                "press.policy.a.domains = *.a.test    | press.policy.a.domains (command line): expected domains such as example.com",
                "press.policy.a.longer-than = -1      | press.policy.a.longer-than (command line): expected 0 or more words",
            })
    void aPolicyIsCheckedPartByPart(String setting, String line) {
        assertThat(problems(setting, "press.policy.a.boost = 1"))
                .singleElement()
                .asString()
                .startsWith(line);
    }

    @Test
    void aPolicyWithoutABoostIsToldInOurWords() {
        assertThat(problems("press.policy.a.phrases = war"))
                .containsExactly(
                        "press.policy.a.boost (not set): expected a number such as 1.5, but found nothing; give it one");
    }

    @Test
    void commasAloneFitNothing() {
        assertThat(problems("press.policy.a.phrases = ,", "press.policy.a.authors = , ,", "press.policy.a.boost = 1"))
                .singleElement()
                .asString()
                .contains("found none of phrases, feeds, domains, authors");
    }

    @Test
    void aPolicySaysWhatItFitsAndByHowMuch() {
        assertThat(problems("press.policy.a.boost = 1"))
                .containsExactly(
                        "press.policy.a.boost (command line): expected something that tells which entries fit, but"
                                + " found none of phrases, feeds, domains, authors, shorter-than and longer-than; name one of them");
        assertThat(problems("press.policy.a.boost = -1001", "press.policy.a.domains = a.test"))
                .singleElement()
                .asString()
                .startsWith("press.policy.a.boost (command line): expected -1000 to 1000 units, but found '-1001'");
    }

    @Test
    void aPatternThatWouldMakeOtherEnginesSlowIsNone() {
        assertThat(problems("press.section.news.keywords = re:(a+)+b")).isEmpty();
    }

    @Test
    void theUsualWaysToWriteThemAreRight() {
        assertThat(problems(
                        "press.editor.max-per-source = 30%",
                        "press.section.news.max-per-source = 2",
                        "press.editor.repeat = never",
                        "press.newsroom.keep = 30d",
                        "press.policy.a.phrases = red carpet, re:royal (baby|wedding)s?",
                        "press.policy.a.boost = -8"))
                .isEmpty();
    }
}
