package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which link continues a story, and which leads to another one. */
class NextPageTest {
    private static final URI FIRST = URI.create("https://courier.example/news/bridge");

    private static @Nullable URI next(String html, SiteRules.@Nullable Rule rule) {
        Document page = Jsoup.parse(html, FIRST.toString());
        return NextPage.of(page, Marks.of(page), FIRST, 2, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/bridge,      https://a.example/bridge/2,           2",
        "https://a.example/bridge/,     https://a.example/bridge/2/,          2",
        "https://a.example/bridge,      https://a.example/bridge/page/2,      2",
        "https://a.example/bridge,      https://a.example/bridge/seite-2,     2",
        "https://a.example/bridge,      https://a.example/bridge?page=2,      2",
        "https://a.example/bridge,      https://a.example/bridge?page=1,      2",
        "https://a.example/bridge?page=1, https://a.example/bridge?page=2,    2",
        "https://a.example/b?id=7,      https://a.example/b?id=7&p=3,         3",
        "https://a.example/b?id=7,      https://a.example/b?p=3&id=7,         3",
        "https://a.example/b.html,      https://a.example/b-2.html,           2",
        "https://a.example/b.html,      https://a.example/b_2.html,           2",
        "https://a.example/b.html,      'https://a.example/b,2.html',         2",
        "https://a.example/b.html,      https://a.example/b-page10.html,      10",
        "https://a.example/bridge?utm_source=rss&utm_medium=feed, https://a.example/bridge/2, 2",
        "https://a.example/b?id=7&utm_source=rss, https://a.example/b?id=7&page=2, 2",
        "https://a.example/2026/b.html, https://a.example/2026/b/2.html,      2"
    })
    void theStorysAddressWithThePagesNumberContinuesIt(URI first, URI next, int number) {
        assertThat(NextPage.isPage(first, next, number)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/bridge,      https://a.example/ferry",
        "https://a.example/bridge,      https://a.example/bridge",
        "https://a.example/bridge,      https://a.example/bridge/3",
        "https://a.example/bridge,      https://a.example/bridge-2",
        "https://a.example/bridge,      https://a.example/bridge/comments/2",
        "https://a.example/bridge,      https://a.example/bridge/comment-page-2",
        "https://a.example/bridge,      https://a.example/bridge?page=3",
        "https://a.example/bridge,      https://a.example/bridge?page=0",
        "https://a.example/bridge,      https://a.example/bridge?page=2&sort=new",
        "https://a.example/b?id=7,      https://a.example/b?id=8",
        "https://a.example/b?id=7,      https://a.example/b?id=8&page=2",
        "https://a.example/news/1234,   https://a.example/news/1235",
        "https://a.example/b.html,      https://a.example/b-2026.html",
        "https://a.example/b.html,      https://a.example/c-2.html"
    })
    void anythingElseIsAnotherStory(URI first, URI other) {
        assertThat(NextPage.isPage(first, other, 2)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<head><link rel=next href=/news/bridge?page=2></head>",
                "<a rel=next href='/news/bridge/2#more'>Next</a>",
                "<nav class=pagination><a href=/news/bridge>1</a><a href=/news/bridge/2>2</a></nav>",
                "<div class=page-links><a class=post-page-numbers href=/news/bridge/2/>2</a></div>"
            })
    void thePageSaysSoInSeveralWays(String html) {
        URI next = next(html, null);

        assertThat(next).isNotNull();
        assertThat(next.toString())
                .startsWith("https://courier.example/news/bridge")
                .doesNotContain("#");
    }

    @Test
    void theNextStoryIsNotTheNextPage() {
        assertThat(next("<a rel=next href=/news/ferry>Ferries rest</a>", null)).isNull();
        assertThat(next("<link rel=next href=https://other.example/news/bridge/2>", null))
                .isNull();
    }

    @Test
    void theReadersOwnSelectorIsBelieved() {
        SiteRules.Rule rule = new SiteRules.Rule("", "", "p.on");

        assertThat(next("<p class=on><a href=part-two>On</a></p>", rule))
                .isEqualTo(URI.create("https://courier.example/news/part-two"));
        assertThat(next("<p class=on><a href=https://other.example/>On</a></p>", rule))
                .isNull();
        assertThat(next("<a rel=next href=/news/bridge/2>2</a>", rule)).isNull();
    }
}
