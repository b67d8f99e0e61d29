package press.parallel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1000",
        "120, 0, 1120",
        "0, 40, 1080",
        "120, 40, 1200",
        "990, 40, 2000",
        "5000, 0, 2000",
        "0, 9223372036854775807, 2000",
        "9223372036854775807, 9223372036854775807, 2000",
        "-30, 10, 1020",
        "10, -5, 1010",
    })
    void pointsAndTwiceTheCommentsAreAddedUpToACeiling(long points, long comments, long total) {
        Score score = Score.of(points, comments);

        assertThat(score.total()).isEqualTo(total);
        assertThat(score.breakdown().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(total);
    }
}
