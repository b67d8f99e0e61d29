package press.parallel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Storm hits <b>the coast</b> of Portugal.</p> | Storm hits the coast of Portugal.",
                "Storm hits the coast. The post Storm appeared first on The Gazette. | Storm hits the coast.",
                "Storm hits the coast. Der Beitrag Sturm erschien zuerst auf Zeitung. | Storm hits the coast.",
                "Storm hits the coast &hellip; <a href='x'>Continue reading <span>Storm</span></a> | Storm hits the coast …",
                "'Storm hits the coast. Comments | Read more' | Storm hits the coast.",
                "Storm hits the coast. submitted by <a>/u/someone</a> [link] [comments] | Storm hits the coast.",
                "Storm hits the coast. Subscribe to our newsletter! Two ferries are late. | Storm hits the coast. Two ferries are late.",
                "<a href='x'>Comments</a> | ''",
                "Article URL: https://example.org/a Comments URL: https://example.org/b Points: 12 | ''",
            })
    void onlyWhatTellsTheNewsIsLeft(String summary, String lead) {
        assertThat(Lead.of(Drafts.entry("a").summary(summary).file().entry()).strip())
                .isEqualTo(lead);
    }

    @Test
    void anEmptySummaryGivesNothing() {
        assertThat(Lead.of(Drafts.entry("a").file().entry())).isEmpty();
    }
}
