package press.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void aRankIsTheShareThatIsBelowWithEqualOnesCountedHalf() {
        Statistics statistics = Statistics.of(new long[] {30, 10, 20, 20}, new long[] {0, 0, 0, 9});

        assertThat(statistics.pointsRank(10)).isEqualTo(0.125);
        assertThat(statistics.pointsRank(20)).isEqualTo(0.5);
        assertThat(statistics.pointsRank(30)).isEqualTo(0.875);
        assertThat(statistics.pointsRank(5)).isZero();
        assertThat(statistics.pointsRank(99)).isEqualTo(1);
        assertThat(statistics.commentsRank(0)).isEqualTo(0.375);
    }

    @Test
    void whatIsBelowZeroCountsAsZero() {
        Statistics statistics = Statistics.of(new long[] {-5, 0, 7}, new long[3]);

        assertThat(statistics.pointsRank(-5)).isEqualTo(statistics.pointsRank(0));
    }

    @Test
    void aFeedThatNeverGaveNumbersIsStatic() {
        assertThat(Statistics.of(new long[3], new long[3]).isDynamic()).isFalse();
        assertThat(Statistics.of(new long[3], new long[] {0, 1, 0}).isDynamic()).isTrue();
        assertThat(Statistics.NONE.isDynamic()).isFalse();
        assertThat(Statistics.NONE.pointsRank(7)).isEqualTo(0.5);
    }
}
