package press.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
    @ParameterizedTest
    @CsvSource({
        "1/3, 10, 9, 3",
        "1/3, 9, 9, 3",
        "1/3, 8, 9, 2",
        "1/3, 2, 9, 1",
        "1/3, 10, 2, 5",
        "1/3, 10, 1, 10",
        "1/3, 10, 0, 10",
        "30%, 10, 9, 3",
        "100%, 10, 9, 10",
        "4, 10, 9, 4",
        "4, 10, 1, 4",
    })
    void theMostStoriesOfOneDomain(String text, int size, int domains, int most) {
        assertThat(Share.parse(text))
                .hasValueSatisfying(
                        share -> assertThat(share.most(size, domains)).isEqualTo(most));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "4/3", "1/0", "0%", "101%", "a third", "1.5"})
    void whatIsNoShare(String text) {
        assertThat(Share.parse(text)).isEmpty();
    }
}
