package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {
    private static Metadata of(String html) {
        Document page = Jsoup.parse(html, "https://courier.example/news/story.html");
        Marks marks = Marks.of(page);
        return Metadata.of(page, marks, LinkedData.of(marks), Instant.parse("2026-03-06T12:00:00Z"));
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
                "<title>Page not called so | Board</title><h1>Board</h1><h2>Page not called so</h2> => Page not called so",
                "<title>Why it broke - Docs</title><h1>Why it broke<a href=#why>¶</a></h1> => Why it broke",
                "<meta property=og:title content='A bridge that took nine…'><h1>A bridge that took nine years</h1> => A bridge that took nine years",
                "<title>News | Town hall</title><table><tr><th>Title</th><td>Bridge opens in May</td></tr></table> => Bridge opens in May",
                "<title>Weekly - Features - The last ferry leaves</title><font size=5><b>The last ferry leaves</b></font> => The last ferry leaves",
                "<title>Courier</title><div role=heading aria-level=1>Bridge opens</div> => Bridge opens",
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
                "{\"name\":[\"A B\",\"C D\"]} => A B, C D",
                "{\"@list\":[{\"name\":\"A B\"},{\"name\":\"A B\"}]} => A B",
                "{\"@id\":\"#ada\"} => Ada Lindqvist",
                "{\"@id\":\"#nobody\"} => ''",
                "{\"name\":\"By Ada Lindqvist | Staff\"} => Ada Lindqvist",
                "{\"name\":\"https://social.example/ada\"} => ''",
                "\"admin\" => ''",
                "\"ada@courier.example (Ada Lindqvist)\" => Ada Lindqvist",
                "\"Ada Lindqvist, Political Editor\" => Ada Lindqvist",
                "\"Ada Lindqvist and Bo Ek\" => Ada Lindqvist, Bo Ek",
                "\"Reuters\" => Reuters",
            })
    void authorsInLinkedDataComeInManyShapes(String author, String names) {
        String graph =
                "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"x\",\"author\":"
                        + author + "},{\"@type\":\"Person\",\"@id\":\"#ada\",\"name\":\"Ada Lindqvist\"}]}</script>";

        assertThat(of(graph).author()).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "<p class=byline>By <a href=/x>Ada Lindqvist</a> and <a href=/y>Bo Ek</a>, Staff Writers => Ada Lindqvist, Bo Ek",
                "<div class=field-autor>Von Wiebke Ohlsen</div> => Wiebke Ohlsen",
                "<div class=articleAuthor><img src=a.jpg><span>Ada Lindqvist</span><span class=role>Editor</span></div> => Ada Lindqvist",
                "<p>By Ada Lindqvist, 4 March 2026 => Ada Lindqvist",
                "<p>March 4, 2026 by Ada Lindqvist · 5 comments => Ada Lindqvist",
                "<p>Posted by <b>ada_l</b> => ada_l",
                "<p>Por Ximena Ordaz | Madrid => Ximena Ordaz",
                "<p>Par Clémence Aubrac, envoyée spéciale => Clémence Aubrac",
                "<p>Di Ruggero Santi => Ruggero Santi",
                "<p>Door Joris van der Meulen => Joris van der Meulen",
                "<p>Av Malin Sjöö => Malin Sjöö",
                "<p>Af Søren Holm => Søren Holm",
                "<p>Autor: Krystian Wrona => Krystian Wrona",
                "<p>Текст: Алёна Вишнякова => Алёна Вишнякова",
                "<p>Автор: Алёна Вишнякова => Алёна Вишнякова",
                "<p>Της Ελένης Μαρκάτου => Ελένης Μαρκάτου",
                "<p>Yazan: Selin Aktaş => Selin Aktaş",
                "<p>Oleh Ratna Wulandari => Ratna Wulandari",
                "<p>Tác giả: Minh Thảo => Minh Thảo",
                "<p>بقلم هالة منصور => هالة منصور",
                "<p>מאת נועה ברקאי => נועה ברקאי",
                "<p>लेखक: रश्मि त्रिवेदी => रश्मि त्रिवेदी",
                "<p>โดย <a href=/x>สมพร</a> => สมพร",
                "<p>文／林宥安 => 林宥安",
                "<p>記者林宥安／台北報導 => 林宥安",
                "<p>作者：周望 => 周望",
                "<p class=journalist_name>한서윤 기자 => 한서윤 기자",
                "<p>By The Associated Press => The Associated Press",
                "<div><span>Joris Bakker</span> <time>3 september 2024</time></div> => Joris Bakker",
                "<p>Escrito por <a href=/d>Duarte Leal</a> quarta-feira 15 junho 2022 => Duarte Leal",
                "<div>Julia Sanchís · 4 feb 2024</div> => Julia Sanchís",
                "<div>12 Feb 2024 — Roy Bannister</div> => Roy Bannister",
                "<div>Gill Forster, Local Democracy Reporter · 12 hours ago</div> => Gill Forster",
                "<div><b>윤가람 기자</b></div><span>글자 크기 변경하기</span> => 윤가람 기자",
                "<span>Вера Заболотская</span> <span>(корреспондент)</span> => Вера Заболотская",
                "<p>As told to <a href=/k>Kerry Nwosu</a> => Kerry Nwosu",
                "<p class=byline>المنيا – دعاء عبد المولى => دعاء عبد المولى",
                "<a href=/author/ada>Ada Lindqvist</a> => Ada Lindqvist",
                // no names
                "<div>Real Estate · 4 feb 2024</div> => ''",
                "<div>New York, 4 March 2024</div> => ''",
                "<p class=byline>By @ada => ''",
                "<p>By the time the bridge had opened, nine years had gone by and the ferry had been sold => ''",
                "<div class=author-bio>Ada Lindqvist covers bridges.</div> => ''",
                "<aside><p class=author>Bo Ek</p></aside> => ''",
                "<div class=related><p class=author>Bo Ek</p></div> => ''",
                "<figure><img src=a.jpg><figcaption class=author>Bo Ek</figcaption></figure> => ''",
                "<div><a href=/world>World News</a> <time>3 september 2024</time></div> => ''",
                "<p>Photo: Bo Ek => ''",
            })
    void theAuthorIsReadNearTheHeadline(String byline, String author) {
        assertThat(of("<h1>Bridge opens after nine years</h1>" + byline + "<p>" + "Nobody came to see it. ".repeat(20))
                        .author())
                .isEqualTo(author);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "<footer class=entry-footer><span class='author vcard'>kamome_t</span></footer> => kamome_t",
                "<div data-testid=authors><span>Malin Sjöö</span></div> => Malin Sjöö",
                "<div class=comments><p class=author>Bo Ek</p></div> => ''",
                "<div class=card><h3>Ferry sold</h3><p class=author>Bo Ek</p></div> => ''",
                "<div class=box><a href=/x>The ferry captain retires after forty years</a><p class=author>Bo Ek</p></div> => ''",
            })
    void theAuthorIsReadBelowTheText(String below, String author) {
        String text = ("<p>" + "Nobody came to see it, and the boats lay still. ".repeat(4)).repeat(5);

        assertThat(Pages.of("<article><h1>Bridge opens</h1>" + text + below + "</article>")
                        .author())
                .isEqualTo(author);
    }

    @Test
    void correspondentsAreReadInTheText() {
        String text = "天刚蒙蒙亮，柳塘镇的江堤上已经有人了。七十三岁的罗有根蹲在水尺前，眯着眼看了一会儿，从口袋里掏出小本子。";

        assertThat(Pages.of("<article><h1>守堤老人</h1><p>本报讯（记者周望）" + text + ("<p>" + text).repeat(3) + "</article>")
                        .author())
                .isEqualTo("周望");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "4 March 2026 => 2026-03-04T00:00:00Z",
                "March 4th, 2026 => 2026-03-04T00:00:00Z",
                "Published 4:20 p.m. GMT Mar. 4, 2026 => 2026-03-04T16:20:00Z",
                "Wed Mar 04 10:20:05 UTC 2026 => 2026-03-04T10:20:05Z",
                "04.03.2026, 06:30 Uhr => 2026-03-04T06:30:00Z",
                "Mittwoch, 4. März 2026, 6.30 Uhr => 2026-03-04T06:30:00Z",
                "Publié le 4 mars 2026 à 06h45 => 2026-03-04T06:45:00Z",
                "1er mars 2026 => 2026-03-01T00:00:00Z",
                "Martes, 4 de marzo de 2026 · 18:05 => 2026-03-04T18:05:00Z",
                "04/03/2026 20h31 => 2026-03-04T20:31:00Z",
                "02/28/2026 => 2026-02-28T00:00:00Z",
                "4 marca 2026 => 2026-03-04T00:00:00Z",
                "5. března 2026 => 2026-03-05T00:00:00Z",
                "12 grudnia 2025 => 2025-12-12T00:00:00Z",
                "4 марта 2026, 12:33 (МСК) => 2026-03-04T09:33:00Z",
                "4 березня 2026 р. => 2026-03-04T00:00:00Z",
                "4 Mart 2026 => 2026-03-04T00:00:00Z",
                "2026. március 4. => 2026-03-04T00:00:00Z",
                "2026 m. kovo 4 d. => 2026-03-04T00:00:00Z",
                "4. maaliskuuta 2026 klo 9.30 => 2026-03-04T09:30:00Z",
                "28. marraskuuta 2025 => 2025-11-28T00:00:00Z",
                "4 Μαρτίου 2026 => 2026-03-04T00:00:00Z",
                "4 tháng 3, 2026 => 2026-03-04T00:00:00Z",
                "Thứ tư, 4/3/2026, 06:05 (GMT+7) => 2026-03-03T23:05:00Z",
                "4 Maret 2026 09:12 WIB => 2026-03-04T02:12:00Z",
                "2026年3月4日 17時30分 => 2026-03-04T17:30:00Z",
                "2026年03月04日09:26 => 2026-03-04T09:26:00Z",
                "2026. 3. 4. => 2026-03-04T00:00:00Z",
                "2026.03.04 10:20 => 2026-03-04T10:20:00Z",
                "입력 2026.03.04. 오후 2:03 => 2026-03-04T14:03:00Z",
                "٤ مارس ٢٠٢٦ => 2026-03-04T00:00:00Z",
                "4 آذار 2026 => 2026-03-04T00:00:00Z",
                "1 كانون الأول 2025 => 2025-12-01T00:00:00Z",
                "४ मार्च २०२६ => 2026-03-04T00:00:00Z",
                "4 มี.ค. 2569 08:40 น. => 2026-03-04T08:40:00Z",
                "๔ มีนาคม ๒๕๖๙ => 2026-03-04T00:00:00Z",
                "۱۳ اسفند ۱۴۰۴ => 2026-03-04T00:00:00Z",
                "1400/08/04 => 2021-10-26T00:00:00Z",
                "25 בנובמבר 2022 => 2022-11-25T00:00:00Z",
                "21 aprile 2024 (modifica alle 23:10) => 2024-04-21T23:10:00Z",
            })
    void datesAreReadAsTheyAreShown(String shown, Instant published) {
        assertThat(of("<h1>Bridge opens after nine years</h1><p>" + shown).published())
                .isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "<html lang=en-US><h1>Bridge opens</h1><p>03/04/2026 => 2026-03-04T00:00:00Z",
                "<html lang=en-GB><h1>Bridge opens</h1><p>03/04/2025 => 2025-04-03T00:00:00Z",
                "<html lang=hr><h1>Bridge opens</h1><p>4. listopada 2025. => 2025-10-04T00:00:00Z",
                "<html lang=pl><h1>Bridge opens</h1><p>4 listopada 2025 => 2025-11-04T00:00:00Z",
                "<h1>Bridge opens</h1><p><abbr class=published title=2026-03-04>yesterday</abbr> => 2026-03-04T00:00:00Z",
                "<h1>Bridge opens</h1><div><b>4</b><i>March</i><u>2026</u></div> => 2026-03-04T00:00:00Z",
                "<div class=date>4 March 2026</div><h1>Bridge opens</h1> => 2026-03-04T00:00:00Z",
                "<h1>Bridge opens</h1><time class=updated datetime=2026-03-05>x</time><time datetime=2026-03-04>x</time> => 2026-03-04T00:00:00Z",
            })
    void whatADateMeansDependsOnItsPlaceAndLanguage(String html, Instant published) {
        assertThat(of(html).published()).isEqualTo(published);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Updated 4 March 2026",
                "Aktualisiert am 4. März 2026",
                "Son Güncelleme: 04.03.2026 - 15:40",
                "最終更新 2026年3月4日",
                "9 March 2026",
                "4 March 1848",
                "31.02.2026",
                "Section 4, 2026 seats",
                "tel. 04 03 20262",
            })
    void changesTheFutureAndThePastBeforeTheWebAreNoDates(String shown) {
        assertThat(of("<h1>Bridge opens after nine years</h1><p>" + shown).published())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://courier.example/2026/03/04/story.html,2026-03-04T00:00:00Z",
                "https://courier.example/2026/13/04/story.html,-",
                "https://courier.example/2099/03/04/story.html,-",
                "https://courier.example/news/20260304.html,-"
            })
    void theDayInTheAddressIsTheLastResort(String address, Instant published) {
        Metadata about = Metadata.NONE.with(
                List.of(), Marks.of(Jsoup.parse("")), address, Instant.parse("2026-03-06T12:00:00Z"));

        assertThat(about.published()).isEqualTo(published);
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
