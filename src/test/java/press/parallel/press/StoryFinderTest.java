package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.parallel.Decision;
import press.parallel.Verdict;

/** How a person may name a story. */
class StoryFinderTest {
    private static Decision row(String key, String link, String title, Verdict verdict, String detail) {
        return new Decision(
                key,
                title,
                URI.create(link),
                "https://a.org/feed",
                "A",
                "a.org",
                Instant.EPOCH,
                "news",
                List.of(),
                1000,
                Map.of("base", 1000L),
                verdict,
                0,
                detail);
    }

    private final StoryFinder finder = new StoryFinder(List.of(
            row("https://a.org/chips", "https://www.a.org/chips/?utm_source=rss", "Chips for All", Verdict.PRINTED, ""),
            row("https://b.org/chips", "https://b.org/chips", "Chips for all", Verdict.MERGED, "https://a.org/chips"),
            row("https://c.org/1", "https://c.org/1", "The mayor's new chips", Verdict.OVER_THE_SIZE, ""),
            row("https://c.org/2", "https://c.org/2", "The new mayor of Greywell", Verdict.OVER_THE_SIZE, "")));

    private List<String> find(String asked) {
        return finder.find(asked).stream().map(Decision::key).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.a.org/chips/?utm_source=rss",
                "http://a.org/chips",
                "www.a.org/chips/",
                "a.org/chips",
                " A.ORG/chips?fbclid=3#top "
            })
    void byItsLinkHoweverItIsWritten(String asked) {
        assertThat(find(asked)).containsExactly("https://a.org/chips");
    }

    @Test
    void theWholeTitleComesBeforeWordsOfIt() {
        assertThat(find("the MAYOR’S new chips")).containsExactly("https://c.org/1");
        assertThat(find("mayor new")).containsExactly("https://c.org/1", "https://c.org/2");
        assertThat(find("greywell")).containsExactly("https://c.org/2");
        assertThat(find("…")).isEmpty();
    }

    @Test
    void whatIsMergedIntoAnotherHitIsNotAskedAbout() {
        assertThat(find("chips for all")).containsExactly("https://a.org/chips");
        assertThat(find("b.org/chips")).containsExactly("https://b.org/chips");
    }

    @Test
    void theNearestTitlesAreOfferedAndNoOthers() {
        assertThat(find("the new major of Graywell")).isEmpty();
        assertThat(finder.nearest("the new major of Graywell", 3).get(0).key()).isEqualTo("https://c.org/2");
        assertThat(finder.nearest("https://c.org/2026/the-new-mayor-of-greywel", 1))
                .extracting(Decision::key)
                .containsExactly("https://c.org/2");
        assertThat(finder.nearest("quarterly figures", 3)).isEmpty();
    }
}
