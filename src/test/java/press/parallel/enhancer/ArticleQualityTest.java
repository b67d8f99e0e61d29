package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was reached on the labelled pages stays reached; the tables are those of {@link ArticleQuality}. */
class ArticleQualityTest {
    private static final int MIN_WORDS = 40;

    @Test
    void theTextOfPagesInManyLanguagesAndOfManyKindsIsFound() {
        List<LabelledPages.Score> scores = LabelledPages.scores();

        assertThat(scores).hasSizeGreaterThan(70);
        assertThat(LabelledPages.f1(scores)).isGreaterThan(0.97);
        assertThat(scores).filteredOn(score -> score.f1() < 0.5).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"title,71", "author,62", "day,69"})
    void whatAPageTellsOfItsArticleIsFound(String field, int right) {
        assertThat(LabelledPages.said())
                .filteredOn(said -> said.field().equals(field) && said.isRight())
                .hasSizeGreaterThanOrEqualTo(right);
    }

    @Test
    void pagesThatAreNoArticleAreToldFromThoseThatOnlyLookSo() {
        assertThat(LabelledPages.verdicts()).hasSizeGreaterThan(40).allMatch(verdict -> verdict.isRight(MIN_WORDS));
    }

    @Test
    void aTextIsItsRunsOfFourWords() {
        assertThat(LabelledPages.runs("a b, c d e")).containsOnlyKeys("a b c d", "b c d e");
        assertThat(LabelledPages.runs("one two")).containsOnlyKeys("one two");
        assertThat(LabelledPages.runs("")).isEmpty();
    }
}
