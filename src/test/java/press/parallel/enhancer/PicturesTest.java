package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.parallel.Article;
import press.parallel.Picture;

/** The pictures of a story: which ones, in which rendition, with which words. */
class PicturesTest {
    private static final String TEXT =
            "<p>The bridge over the Tamar was closed on Monday after an inspector found rust in"
                    + " two of its cables, and it will stay closed until spring.</p>";

    private static Article page(String inside) {
        return Pages.of(
                "<html><body><nav><img src=/menu.png width=300></nav><article><h1>Bridge closed</h1>" + TEXT + inside
                        + TEXT.replace("Monday", "Tuesday") + TEXT.replace("Monday", "Friday")
                        + "</article></body></html>");
    }

    private static List<String> addresses(Article article) {
        return article.pictures().stream()
                .map(picture -> picture.address().toString().replace("https://courier.example", ""))
                .toList();
    }

    @Test
    void aFigureStandsInItsPlaceWithItsWordsAndNotInTheText() {
        Article article = page("<figure><img src=/rust.jpg alt='A rusty cable' width=900 height=600>"
                + "<figcaption>One of the two cables</figcaption></figure>");

        assertThat(article.pictures())
                .containsExactly(new Picture(
                        URI.create("https://courier.example/rust.jpg"),
                        "A rusty cable",
                        "One of the two cables",
                        900,
                        600));
        assertThat(article.html())
                .contains(
                        "spring.</p><figure><img src=\"https://courier.example/rust.jpg\" alt=\"A rusty cable\" width=\"900\""
                                + " height=\"600\"><figcaption>One of the two cables</figcaption></figure><p>");
        assertThat(article.text()).doesNotContain("One of the two");
    }

    @Test
    void thePageThatNamesNoPictureHasTheFirstOfItsText() {
        assertThat(page("<p><img src=/rust.jpg></p><p><img src=/more.jpg></p>").image())
                .isEqualTo(Picture.at(URI.create("https://courier.example/rust.jpg")));
        assertThat(page("").image()).isNull();
    }

    @Test
    void theNamedPictureHasTheWordsThatItHasInTheText() {
        Article article = Pages.of("<meta property=og:image content=https://cdn.example/large/rust.jpg><article>" + TEXT
                + "<figure><img src=https://cdn.example/small/rust.jpg alt=Rust><figcaption>Cable</figcaption></figure>"
                + TEXT
                + "</article>");

        assertThat(article.image())
                .isEqualTo(new Picture(URI.create("https://cdn.example/large/rust.jpg"), "Rust", "Cable", 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=/a.jpg>",
                "<img src='data:image/gif;base64,AA' data-src=/a.jpg>",
                "<img src=/blank.gif data-lazy-src=/a.jpg>",
                "<img src=/tiny.jpg srcset='/tiny.jpg 320w, /a.jpg 1400w, /huge.jpg 4000w'>",
                "<img src=/tiny.jpg data-srcset='/tiny.jpg, /a.jpg 2x'>",
                "<picture><source srcset='/a.jpg 1200w' type=image/jpeg><img src=/tiny.jpg></picture>",
                "<figure><img src='data:image/gif;base64,AA'><noscript><img src=/a.jpg></noscript></figure>",
                "<figure><img data-src=/a.jpg><noscript><img src=/other.jpg></noscript></figure>",
                "<a href=/full-size.jpg><img src=/a.jpg></a>",
                "<div class=wp-caption><img src=/a.jpg><p class=wp-caption-text>A cable</p></div>",
                "<img src=/a.jpg><img src=/a.jpg>"
            })
    void eachWayToShowAPictureIsUnderstood(String markup) {
        assertThat(addresses(page(markup))).containsExactly("/a.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=/icon-share.png>",
                "<img src=/a.jpg width=32 height=32>",
                "<img src=/pixel.gif width=1 height=1>",
                "<img src=/site-logo.png>",
                "<img src=/a.jpg class='avatar round'>",
                "<img src=/drawing.svg>",
                "<img src='data:image/png;base64,AAAA'>",
                "<img src='javascript:alert(1)'>",
                "<img>",
                "<a href=/other-story.html><img src=/a.jpg></a>"
            })
    void whatIsNoPictureOfTheStoryIsLeftOut(String markup) {
        assertThat(addresses(page(markup))).isEmpty();
    }

    @Test
    void picturesBelowTheTextLeadElsewhereUnlessTheyHaveWords() {
        String below = "<div><img src=/next.jpg></div>";
        assertThat(Pages.of("<article>" + TEXT + TEXT.replace("Monday", "Friday") + below + "</article>")
                        .pictures())
                .isEmpty();
        assertThat(Pages.of(
                                "<article>" + TEXT + TEXT.replace("Monday", "Friday")
                                        + "<figure><img src=/map.png><figcaption>The way around</figcaption></figure></article>")
                        .pictures())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.jpg 400w, b.jpg 800w|b.jpg",
                "a.jpg 1200w, b.jpg 2400w|a.jpg",
                "b.jpg 2400w, a.jpg 1600w|a.jpg",
                "a.jpg|a.jpg",
                "a.jpg, b.jpg 2x, c.jpg 3x|b.jpg",
                "img/w_400,h_300/a.jpg 400w, img/w_900,h_600/b.jpg 900w|img/w_900,h_600/b.jpg",
                "a.jpg 400w,b.jpg 800w|b.jpg",
                "a.jpg nonsense|a.jpg",
                "''|''"
            })
    void theRenditionIsTheSmallestThatIsWideEnough(String srcset, String best) {
        assertThat(Pictures.best(srcset)).isEqualTo(best);
    }
}
