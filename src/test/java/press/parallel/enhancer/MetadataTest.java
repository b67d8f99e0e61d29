package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataTest {
    private static Metadata of(String html) {
        Document page = Jsoup.parse(html, "https://courier.example/news/story.html");
        Marks marks = Marks.of(page);
        return Metadata.of(page, marks, LinkedData.of(marks));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            nullValues = "-",
            value = {
                "<title>Bridge opens | The Courier</title><h1>Bridge opens</h1> => Bridge opens",
                "<title>Bridge opens at last - Courier</title> => Bridge opens at last",
                "<title>Bridge - why it took nine years</title><h1>Bridge - why it took nine years</h1> => Bridge - why it took nine years",
                "<meta property=og:site_name content=Courier><meta property=og:title content='Courier | Bridge opens'> => Bridge opens",
                "<meta property=og:title content='Bridge &amp; ferry'> => Bridge & ferry",
                "<h2 itemprop=headline>Bridge <em>opens</em></h2><title>x</title> => Bridge opens",
                "<script type=application/ld+json>{\"@type\":\"BlogPosting\",\"headline\":\"Q &amp; A\"}</script><h1>x</h1> => Q & A",
                "<h1>Logo</h1><article><h1>Bridge opens</h1></article> => Bridge opens",
                "<p>no title at all => ''",
            })
    void theTitleIsTheHeadlineWithoutTheSitesName(String html, String title) {
        assertThat(of(html).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "<meta name=author content='By Ada Lindqvist'> => Ada Lindqvist",
                "<meta property=article:author content=https://social.example/ada> => ''",
                "<span itemprop=author><span itemprop=name>Ada Lindqvist</span> 12:30</span> => Ada Lindqvist",
                "<a rel=author href=/ada>Ada Lindqvist</a> => Ada Lindqvist",
                "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"x\",\"author\":[\"A B\",{\"name\":\"C D\"}]}</script> => A B, C D",
            })
    void theAuthorIsANameNotAnAddress(String html, String author) {
        assertThat(of(html).author()).isEqualTo(author);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "2026-03-04T09:30:00Z => 2026-03-04T09:30:00Z",
                "2026-03-04T09:30:00.123+01:00 => 2026-03-04T08:30:00.123Z",
                "2026-03-04T09:30:00+0100 => 2026-03-04T08:30:00Z",
                "2026-03-04 09:30:00 => 2026-03-04T09:30:00Z",
                "2026-03-04T09:30 => 2026-03-04T09:30:00Z",
                "2026-03-04 => 2026-03-04T00:00:00Z",
                "'Wed, 04 Mar 2026 09:30:00 GMT' => 2026-03-04T09:30:00Z",
                "'March 4, 2026' => 2026-03-04T00:00:00Z",
            })
    void datesAreReadInTheShapesThatPagesUse(String said, Instant published) {
        assertThat(of("<meta property=article:published_time content='" + said + "'>")
                        .published())
                .isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "2026-13-45", "04/03/26", "2026"})
    void aDateThatCannotBeReadIsNoDate(String said) {
        assertThat(of("<meta property=article:published_time content='" + said + "'>")
                        .published())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "<html lang=de-at> => de-AT",
                "<html lang=en_US> => en-US",
                "<meta property=og:locale content=pt_BR> => pt-BR",
                "<meta http-equiv=content-language content=ko> => ko",
                "<html lang='not a language'> => ''",
            })
    void theLanguageIsATag(String html, String language) {
        assertThat(of(html).language()).isEqualTo(language);
    }

    @Test
    void thePictureIsAnAbsoluteWebAddress() {
        assertThat(of("<meta property=og:image content='../a.jpg'>").image().address())
                .isEqualTo(URI.create("https://courier.example/a.jpg"));
        assertThat(of("<meta property=og:image content='data:image/png;base64,AAAA'>")
                        .image())
                .isNull();
    }

    @Test
    void brokenLinkedDataIsPassedOver() {
        String html = "<script type=application/ld+json>{\"@type\": oops</script>"
                + "<script type=application/ld+json>/*<![CDATA[*/ {\"@type\":\"NewsArticle\",\"headline\":\"Good\",} /*]]>*/</script>";

        assertThat(of(html).title()).isEqualTo("Good");
    }
}
