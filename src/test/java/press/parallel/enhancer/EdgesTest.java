package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands inside the article's box and is not the article. */
class EdgesTest {
    private static final String ONE =
            "The bridge over the Tamar was closed on Monday after an inspector found rust in two of its cables.";
    private static final String TWO =
            "The council says that it will stay closed until the spring at least, and the ferry runs all night.";
    private static final String THREE =
            "Shopkeepers on the far side have asked for help, since half of their customers came across it.";

    private static String read(String inside) {
        return Pages.of("<html><body><div><h1>Bridge closed</h1>" + inside + "</div></body></html>")
                .text();
    }

    private static String p(String text) {
        return "<div>" + text + "</div>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Comments",
                "3 Comments",
                "Comments (12)",
                "Comentários",
                "Kommentare (4)",
                "Комментарии",
                "コメント",
                "댓글 7",
                "تعليقات",
                "Yorumlar"
            })
    void readersCommentsEndTheText(String heading) {
        assertThat(read(p(ONE) + p(TWO) + "<h3>" + heading + "</h3>" + p("Zé")
                        + p("That bridge was condemned years ago, I was there.")))
                .isEqualTo(ONE + "\n\n" + TWO);
    }

    @Test
    void aTextThatBeginsWithTheWordIsNotCut() {
        assertThat(read("<h2>Comments</h2>" + p(ONE) + p(TWO))).contains(ONE, TWO);
    }

    @Test
    void headlinesOfOtherStoriesBelowAreDropped() {
        String teasers =
                "<h2>More to do</h2><div><h3><a href=/a>Ice cream</a></h3><p>From fig to walnut, here they are.</p></div>"
                        + "<div><h3><a href=/b>Free concerts</a></h3><p>Music in the open, for all.</p></div>";

        assertThat(read(p(ONE) + p(TWO) + teasers)).isEqualTo(ONE + "\n\n" + TWO);
    }

    @Test
    void theDateBelowALeadIsDropped() {
        assertThat(read(p(ONE) + p("16/01/2023 20h31 · changed 2 hours ago") + p(TWO) + p(THREE)))
                .isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE);
    }

    @Test
    void aQuotationThatRepeatsTheTextIsDroppedWithItsName() {
        assertThat(read(p(ONE)
                        + p(
                                "“We lost count twice, for we were crying,” said Ada Lyle on the quay, where all had gathered.")
                        + "<blockquote><p>We lost count twice, for we were crying</p><p>Ada Lyle</p></blockquote>"
                        + p(TWO)))
                .containsOnlyOnce("We lost count twice")
                .doesNotContain("\n\nAda Lyle");
    }

    @Test
    void aBoxThatAsksForAnEMailAddressIsDroppedWhateverItIsCalled() {
        assertThat(read(p(ONE) + p(TWO)
                        + "<div class=x1><h3>Dopis z přístavu</h3><p>Každé ráno nejdůležitější zprávy do vaší schránky.</p>"
                        + "<input type=email><p>Souhlasím se zpracováním.</p></div>" + p(THREE)))
                .isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE);
    }

    @Test
    void aFormAroundTheTextIsNoSuchBox() {
        assertThat(Pages.of("<form><article>" + p(ONE) + p(TWO) + p(THREE) + "</article><input type=email></form>")
                        .text())
                .contains(ONE, TWO, THREE);
    }

    @Test
    void questionsOnButtonsAreHeadings() {
        assertThat(read("<h3><button>When does the bridge open again?</button></h3><div hidden>" + p(ONE)
                        + "</div><h3><button>Does the" + " ferry run at night?</button></h3><div hidden>" + p(TWO)
                        + "</div><button>Share</button>"))
                .isEqualTo("When does the bridge open again?\n\n" + ONE + "\n\nDoes the ferry run at night?\n\n" + TWO);
    }

    @Test
    void numbersThatLeadToNotesAreLeftOut() {
        assertThat(read(p(ONE.replace("cables", "cables<sup><a href='#n1'>[1]</a></sup>"))
                        + p(TWO.replace("night", "night (10<sup>2</sup> m)"))))
                .contains("two of its cables.", "night (102 m)");
    }

    @Test
    void anInvitationToFollowThePaperIsDropped() {
        assertThat(read(p(ONE)
                        + p(TWO)
                        + p("First with the news: follow us on <a href=/t>Telegram</a> and <a href=/v>Viber</a>.")))
                .isEqualTo(ONE + "\n\n" + TWO);
        assertThat(read(p(ONE)
                        + p(TWO)
                        + p("The minister resigned over messages on Telegram, it was told last night.")))
                .contains("messages on Telegram");
    }

    @Test
    void aListingIsReadWithoutItsLineNumbersAndButtons() {
        assertThat(read(p(ONE)
                        + "<table><tr><td><pre>1\n2\n3</pre></td><td><pre>select *\nfrom bridges<button>copy</button></pre></td></tr></table>"
                        + p(TWO)))
                .isEqualTo(ONE + "\n\nselect *\nfrom bridges\n\n" + TWO);
    }

    @Test
    void aQuotationOfItsOwnStays() {
        assertThat(read(p(ONE) + "<blockquote><p>We lost count twice, for we were crying</p></blockquote>" + p(TWO)))
                .contains("We lost count twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REKLAM",
                "Annons",
                "Advertentie",
                "広告",
                "إعلان",
                "▶",
                "00:42",
                "İLGİLİ GALERİ Ten bridges",
                "関連記事：橋",
                "Updated: 4 March 2026, 10:20",
                "Zuletzt aktualisiert am 4.3.2026",
                "관련기사 다리가 닫혔다",
                "(责编:吴晓)",
                "Läs också: Färjan"
            })
    void linesOfFurnitureAreDropped(String line) {
        assertThat(read(p(ONE) + p(TWO) + p(line) + p(THREE))).isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"* * *", "___", "7", "2019", "Updated rules for the bridge are in force."})
    void linesOfTheTextStay(String line) {
        assertThat(read(p(ONE) + p(TWO) + p(line) + p(THREE))).contains("\n\n" + line + "\n\n");
    }
}
