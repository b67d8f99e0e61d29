package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import press.parallel.Article;

class ArticleReaderTest {
    private static final String SENTENCE =
            "<p>A sentence about the %s, long enough to be taken for the body of an article.</p>";

    @Nested
    class OfAnOrdinaryPage {
        private final Article article = Pages.read("plain-article");

        @Test
        void theTextIsTheArticleAndNothingAroundIt() {
            assertThat(article.text()).isEqualTo("""
                            The new bridge over the harbour opened on Tuesday, nine years after the first stone was laid on the eastern bank.

                            Some four thousand people walked across it in the first hour, many of them children who had never known the old ferry.

                            What it cost

                            The council puts the bill at 212 million, about twice what was promised when the plans were shown.

                            Every span of it was paid for twice, once in money and once in patience.

                            The first span was set in 2017.
                            The last one was set this winter.

                            The Quay Courier will print the full accounts when the council publishes them in the summer of this year.""");
        }

        @Test
        void theHtmlKeepsParagraphsHeadingsQuotesListsAndLinks() {
            assertThat(article.html())
                    .contains("<h2>What it cost</h2>")
                    .contains("<strong>212 million</strong>")
                    .contains("<blockquote><p>Every span")
                    .contains("<ul><li>The first span was set in 2017.</li><li>The last one")
                    .contains("<a href=\"https://courier.example/news/ferries.html\">old ferry</a>.</p>")
                    .contains(
                            "<figure><img src=\"https://courier.example/news/bridge.jpg\" alt=\"The bridge\"><figcaption>The bridge at")
                    .doesNotContain("class", "Share", "morning letter");
        }

        @Test
        void thePageSaysTitleAuthorDatePictureAndLanguage() {
            assertThat(article.key()).isEmpty();
            assertThat(article.link()).isEqualTo(Pages.ADDRESS);
            assertThat(article.title()).isEqualTo("Harbour bridge opens after nine years");
            assertThat(article.author()).isEqualTo("Ada Lindqvist");
            assertThat(article.published()).isEqualTo(Instant.parse("2026-03-04T08:30:00Z"));
            assertThat(article.image().address()).isEqualTo(URI.create("https://courier.example/pictures/bridge.jpg"));
            assertThat(article.language()).isEqualTo("en-GB");
        }

        @Test
        void theWordsAreCountedInTheText() {
            assertThat(article.words()).isEqualTo(112);
        }
    }

    @Test
    void aBodySplitOverSectionsIsHealed() {
        assertThat(Pages.read("body-split-over-sections").text())
                .contains("The first valley", "The second valley", "complain about the coast", "The third valley")
                .doesNotContain("Buy a clock");
    }

    @Test
    void theNextStoryOfAnEndlessPageIsLeftOut() {
        assertThat(Pages.read("endless-page").text())
                .contains("The lighthouse on the northern point", "only gulls")
                .doesNotContain("county fair", "Rain closes");
    }

    @Test
    void aFormAroundThePageDoesNotHideTheArticle() {
        Article article = Pages.read("form-around-everything");

        assertThat(article.text())
                .startsWith("Some servers wrap")
                .contains("Year Pages\n2004 12\n2005 19")
                .endsWith("where they were.")
                .doesNotContain("Choose a country", "Send", "About");
        assertThat(article.html())
                .contains("<table><tbody><tr><th>Year</th><th>Pages</th></tr><tr><td>2004</td><td>12</td></tr>");
    }

    @Test
    void aTableThatOnlyLaysOutThePageIsNoTable() {
        Article article = Pages.read("layout-table");

        assertThat(article.text().split("\n\n")).hasSize(3);
        assertThat(article.text()).startsWith("The mill has stood").doesNotContain("Two");
        assertThat(article.html()).doesNotContain("<table");
    }

    @Test
    void aPageWithoutTextIsReadFromItsLinkedData() {
        Article article = Pages.read("script-rendered");

        assertThat(article.text().split("\n\n")).hasSize(3);
        assertThat(article.title()).isEqualTo("Pearl found in a bicycle bell");
        assertThat(article.author()).isEqualTo("Io Marsh, Bo Reed");
        assertThat(article.published()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(article.image().address()).isEqualTo(URI.create("https://shell.example/pearl.png"));
    }

    @Test
    void linkedDataDoesNotReplaceTextThatIsThere() {
        Article article = Pages.of("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"H\","
                + "\"articleBody\":\"Another text that is longer than the page's own. " + "And longer. ".repeat(100)
                + "\"}</script><article>" + SENTENCE.formatted("sea").repeat(1) + SENTENCE.formatted("land")
                + SENTENCE.formatted("sky") + SENTENCE.formatted("moon") + SENTENCE.formatted("sun") + "</article>");

        assertThat(article.text()).startsWith("A sentence about the sea").doesNotContain("And longer");
    }

    @Test
    void structureIsEnoughWhereTheNamesAreInNoKnownLanguage() {
        assertThat(Pages.read("japanese").text())
                .startsWith("港にかかる")
                .endsWith("予定です。")
                .doesNotContain("ニュース", "魚市場");
    }

    @Test
    void aConsentDialogLongerThanTheArticleIsNotTheArticle() {
        assertThat(Pages.read("cookie-wall").text())
                .startsWith("The library will be closed")
                .doesNotContain("partners");
    }

    @Test
    void anEmbeddedPostStaysWhateverItsBoxIsCalled() {
        assertThat(Pages.read("embedded-post").text())
                .contains("switched on again when it has been paid for", "The mayor, Monday", "By midnight")
                .doesNotContain("Read also", "Why the fountain");
    }

    @Test
    void whatCouldActInTheReadersBrowserIsTakenOut() {
        Article article = Pages.read("unsafe-markup");

        assertThat(article.html())
                .contains(
                        "scripts in links",
                        "<em>styles</em>",
                        "<a href=\"https://edge.example/dir/next.html\">handlers</a>")
                .contains("words &amp; their shape, with &lt;angles&gt;")
                .doesNotContainIgnoringCase("javascript:")
                .doesNotContain(
                        "onclick",
                        "onmouseover",
                        "style=",
                        "<img",
                        "<iframe",
                        "<script",
                        "never printed",
                        "spy.example");
        assertThat(article.text()).contains("words & their shape, with <angles> as");
    }

    @Test
    void theSameParagraphIsPrintedOnce() {
        Article article = Pages.of("<article>" + SENTENCE.formatted("sea") + SENTENCE.formatted("land")
                + SENTENCE.formatted("sea") + "</article>");

        assertThat(article.text().split("\n\n")).hasSize(2);
    }

    @Test
    void aListingKeepsItsLines() {
        Article article = Pages.of("<article>" + SENTENCE.formatted("loop")
                + "<pre><code>for each\n    print &lt;it&gt;</code></pre>" + SENTENCE.formatted("end") + "</article>");

        assertThat(article.text()).contains("for each\n    print <it>");
        assertThat(article.html()).contains("<pre>for each\n    print &lt;it&gt;</pre>");
    }

    @Test
    void aCaptionUnderAPictureIsNoParagraph() {
        Article article = Pages.of("<article>" + SENTENCE.formatted("quay")
                + "<img src=a.jpg><div>The quay in winter</div>" + SENTENCE.formatted("boats") + "</article>");

        assertThat(article.text()).doesNotContain("in winter");
    }

    @Test
    void anArticleInABoxWithAnUnluckyNameIsNotLost() {
        String page = "";
        for (String name : new String[] {"tide", "moon", "wind", "rain", "sun", "snow"}) {
            page += "<div class='social promo'>" + SENTENCE.formatted(name) + "</div>";
        }

        assertThat(Pages.of(page + "<div class=comments>" + SENTENCE.formatted("comment") + "</div>")
                        .text())
                .contains("about the tide", "about the snow")
                .doesNotContain("comment");
    }

    @Test
    void aLeadSetApartFromTheBodyBelongsToIt() {
        assertThat(Pages.read("teasers-between").text())
                .startsWith("Na elf jaar")
                .contains("De vrijwilligers");
    }

    @Test
    void teasersOfOtherStoriesAreKnownByTheirStructure() {
        assertThat(Pages.read("teasers-between").text())
                .contains("Meel wordt", "Wie wil helpen")
                .doesNotContain("Brug dicht", "De brug gaat", "gezonken");
    }

    @Test
    void theEntriesOfAListingArticleAreNoTeasers() {
        String entry = "<div class=entry><h3><a href=/x>Lantern %s</a></h3>%s%s</div>";
        String page = "<article>" + SENTENCE.formatted("lanterns");
        for (String name : new String[] {"one", "two", "three"}) {
            page += entry.formatted(name, SENTENCE.formatted(name), SENTENCE.formatted("light of " + name));
        }

        assertThat(Pages.of(page + "</article>").text()).contains("Lantern one", "light of two", "light of three");
    }

    @Test
    void spacesStandWhereTheReaderSeesThem() {
        Article article = Pages.of(
                "<p>One <b> two</b><i>three </i>\n<a href=/x> four</a>, five&nbsp;six<br> seven<br>\n<br>eight</p>");

        assertThat(article.text()).isEqualTo("One twothree four, five six\nseven\n\neight");
        assertThat(article.html())
                .isEqualTo("<p>One <strong>two</strong><em>three</em> <a href=\"https://courier.example/x\">four</a>, "
                        + "five six<br>seven</p><p>eight</p>");
    }

    @Test
    void nothingAtAllIsAnEmptyArticle() {
        Article article = new ArticleReader().read(new byte[0], Pages.ADDRESS, "");

        assertThat(article.text()).isEmpty();
        assertThat(article.html()).isEmpty();
        assertThat(article.words()).isZero();
    }

    @Test
    void aShortTextIsGivenAsItIs() {
        assertThat(Pages.of("<p>Closed today.</p>").text()).isEqualTo("Closed today.");
    }
}
