package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import press.parallel.Article;

/** Pages made to hurt: each is read in time linear in its size. The bound is wide, since test machines are shared. */
class PathologicalPagesTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final String TEXT = "<p>The harbour lies still tonight, and nobody counts the boats in it.</p>"
            + "<p>Tomorrow they will be counted twice, once by the harbour master and once by me.</p>";

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("nested divs", "<div>".repeat(100_000) + TEXT),
                Arguments.of("nested inline markup", "<b><i><a href=/x>".repeat(30_000) + TEXT),
                Arguments.of("nested tables", "<table><tr><td>".repeat(20_000) + TEXT),
                Arguments.of("nested quotations", "<blockquote>".repeat(50_000) + TEXT),
                Arguments.of("as many links as a body may hold", TEXT + "<a href='/x'>y</a> ".repeat(240_000)),
                Arguments.of(
                        "megabyte attributes",
                        "<div class='" + "a-b ".repeat(500_000) + "' title='" + "x".repeat(2_000_000) + "'>" + TEXT
                                + "</div>"),
                Arguments.of("unclosed comments", TEXT + "<!--".repeat(500_000)),
                Arguments.of(
                        "deep linked data",
                        "<script type='application/ld+json'>" + "[".repeat(500_000) + "</script>" + TEXT),
                Arguments.of(
                        "a link of a megabyte",
                        TEXT + "<p><a href='/" + "x".repeat(1_000_000) + "'>somewhere</a></p>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void itsTextIsReadInBoundedTime(String oddity, String page) {
        Article article = assertTimeout(BOUND, () -> Pages.of(page));

        assertThat(article.text()).contains("The harbour lies still tonight", "once by me.");
        assertThat(article.html().length()).isLessThan(10_000);
    }
}
