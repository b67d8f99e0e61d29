package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateTest {
    private static final String BODY =
            "<p>Text of the story that stands on the page and is of some length. </p>".repeat(10);

    private static boolean drops(String tag, String text) {
        Element body = Jsoup.parse(BODY + tag + text).body();
        return new Boilerplate(body, Set.of(), Set.of()).drops(body.child(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='share-buttons'>",
                "<div class=relatedPosts>",
                "<div id=Newsletter_Box>",
                "<div class='a b post-navigation'>",
                "<section class=ArticleComments>",
                "<aside>",
                "<footer>",
                "<div role=complementary>",
                "<div hidden>",
                "<div style='DISPLAY: none'>",
                "<p class=wp-caption-text>",
                "<div class='werbung'>",
            })
    void whatItsNameOrRoleSetsApartIsDropped(String tag) {
        assertThat(drops(tag, "Some words that are not the story.")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='has-sidebar no-comments'>",
                "<div class='post tag-privacy category-social'>",
                "<div class=headline>",
                "<div class=shared-values-of-navigators>",
                "<section>",
                "<div style='color: red'>",
                "<div>",
            })
    void namesOfTheSubjectOrOfWhatIsMissingAreNotBelieved(String tag) {
        assertThat(drops(tag, "Some words that are the story.")).isFalse();
    }

    @Test
    void whatHoldsMuchOfThePagesTextStaysWhateverItIsCalled() {
        assertThat(drops("<div class='sidebar-layout'>", BODY)).isFalse();
    }

    @Test
    void aDiscussionLongerThanTheStoryIsDropped() {
        assertThat(drops("<div class='comments'>", BODY + BODY)).isTrue();
    }
}
