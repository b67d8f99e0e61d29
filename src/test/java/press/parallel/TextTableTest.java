package press.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables for people. */
class TextTableTest {
    @Test
    void numbersStandToTheRightAndWordsToTheLeft() {
        String table = TextTable.of(List.of(
                List.of("domain", "waiting", "why"),
                List.of("reddit.com", 12, "setting"),
                List.of("bbc.co.uk", 3, "429, asked to wait 90 s")));
        assertThat(table).isEqualTo("""
                        domain      waiting  why
                        reddit.com       12  setting
                        bbc.co.uk         3  429, asked to wait 90 s
                        """);
    }

    @Test
    void aColumnOfNumbersMayHaveGaps() {
        assertThat(TextTable.of(List.of(List.of("id", "printed"), List.of("a", ""), List.of("b", 36))))
                .isEqualTo("id  printed\na\nb        36\n");
    }

    @Test
    void aTableWithoutRowsShowsItsHeadings() {
        assertThat(TextTable.of(List.of(List.of("pool", "threads")))).isEqualTo("pool  threads\n");
    }
}
