package press.parallel.printer;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class FoldTest {
    private static String paragraph(String word, int words) {
        return "<p>" + (word + " ").repeat(words).strip() + ".</p>";
    }

    @Test
    void aShortTextStandsOpen() {
        String html = paragraph("a", 40) + paragraph("b", 40);
        assertThat(Fold.of(html, 30)).isEqualTo(new Fold(html, "", ""));
    }

    @Test
    void aLongTextShowsItsFirstParagraphsAndFoldsTheRest() {
        String lead = paragraph("a", 20) + paragraph("b", 20);
        String rest = paragraph("c", 200) + "<ul><li>d</li></ul>";
        assertThat(Fold.of(lead + rest, 30)).isEqualTo(new Fold(lead, "", rest));
    }

    @Test
    void aTextWhoseFirstParagraphIsLongShowsItsFirstSentenceAndFoldsAll() {
        String html = "<p>" + "Here is a sentence of seven words. ".repeat(60).strip() + "</p>";
        Fold fold = Fold.of(html, 30);
        assertThat(fold.open()).isEmpty();
        assertThat(fold.teaser()).endsWith("of seven words.").hasSizeLessThan(220);
        assertThat(fold.folded()).isEqualTo(html);
    }

    @Test
    void aHeadingIsNotLeftAloneAboveTheFold() {
        String html = paragraph("a", 28) + "<h4>Head of two</h4>" + paragraph("b", 300);
        Fold fold = Fold.of(html, 30);
        assertThat(fold.open()).isEqualTo(paragraph("a", 28));
        assertThat(fold.folded()).startsWith("<h4>Head of two</h4>");
    }

    @Test
    void noWordIsLostAtTheFold() {
        StringBuilder html = new StringBuilder();
        for (int i = 1; i < 40; i++) {
            html.append(paragraph("w" + i, i));
        }
        for (int wanted : new int[] {1, 10, 30, 90}) {
            Fold fold = Fold.of(html.toString(), wanted);
            assertThat(Jsoup.parse(fold.open() + fold.folded()).text())
                    .isEqualTo(Jsoup.parse(html.toString()).text());
        }
    }
}
