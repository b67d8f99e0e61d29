package press.parallel.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static press.parallel.editor.Drafts.entry;
import static press.parallel.editor.Drafts.section;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.FiledEntry;
import press.parallel.Section;

class SectionFinderTest {
    private static final List<Section> PAPER =
            List.of(section("news", 9, "war", "election"), section("tech", 9, "chip", "software"), section("rest", 9));

    @ParameterizedTest
    @CsvSource({
        "Two hits do not: war and election, 1",
        "Three do: a war on election day and the war after, 0",
        "Three against three do not: war war war chip chip chip, 1",
        "Four against three do: war war war election chip chip software, 0",
    })
    void threeHitsOrMoreBeatTheSectionThatListsTheFeed(String title, int place) {
        assertThat(place(PAPER, entry("a").section("tech").title(title))).isEqualTo(place);
    }

    @Test
    void onlyTheLeadCountsOfALongText() {
        String far = "word ".repeat(80) + "war war war";
        assertThat(place(PAPER, entry("a").section("tech").summary("war war war " + far)))
                .isZero();
        assertThat(place(PAPER, entry("a").section("tech").summary(far))).isEqualTo(1);
    }

    @Test
    void itSaysWhichWordsCounted() {
        assertThat(found(PAPER, entry("a").section("").title("Chip software for the chip"))
                        .words())
                .containsExactly("chip ×2", "software");
        assertThat(found(PAPER, entry("a").section("tech").title("A chip in the war"))
                        .words())
                .containsExactly("chip");
        assertThat(found(PAPER, entry("a").section("").title("Nothing")).words())
                .isEmpty();
    }

    @Test
    void patternsCountEachTimeTheyFit() {
        List<Section> paper = List.of(section("holes", 9, "re:CVE-\\d{4}-\\d+"), section("rest", 9));

        assertThat(found(paper, entry("a").section("rest").title("cve-2026-1, CVE-2026-22 and CVE-2026-333")))
                .isEqualTo(new SectionFinder.Found(0, List.of("re:CVE-\\d{4}-\\d+ ×3")));
    }

    private static SectionFinder.Found found(List<Section> paper, Drafts.Draft draft) {
        FiledEntry filed = draft.file();
        return new SectionFinder(paper).find(new Reading(filed.entry()), filed.section());
    }

    private static int place(List<Section> paper, Drafts.Draft draft) {
        return found(paper, draft).place();
    }

    @ParameterizedTest
    @CsvSource({
        "A war of words, , , 0",
        "WAR, , , 0",
        "A warm day, , , 2",
        "Software for an election, , , 0",
        "Software chip in an election, , , 1",
        "Nothing to see, , , 2",
        "Nothing to see, Software, , 1",
        "Nothing to see, , <p>The <b>chip</b> is here</p>, 1",
        "Nothing to see, , <a href='https://example.org/chip'>here</a>, 2",
        "A war, , chip and another chip, 1",
    })
    void otherwiseTheSectionWithTheMostKeywordsTakesIt(String title, String category, String summary, int place) {
        var draft = entry("a").section("").title(title);
        if (category != null) {
            draft.categories(category);
        }
        if (summary != null) {
            draft.summary(summary);
        }
        assertThat(place(PAPER, draft)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({
        "élection, Une ÉLECTION serrée, true",
        "élection, Une e\u0301lection serrée, true",
        "élection, Rééelection, false",
        "выборы, ВЫБОРЫ в Думу, true",
        "война, Войнами, false",
        "straße, Unfall auf der Hauptstraße, false",
        "straße, STRASSE gesperrt, true",
        "istanbul, İSTANBUL'da seçim, true",
        "चुनाव, आज चुनाव है, true",
        "चुनाव, चुनावी सभा, false",
        "انتخابات, نتائج انتخابات اليوم, true",
        "選挙, 次の選挙は来月, true",
        "การเลือกตั้ง, วันการเลือกตั้งทั่วไป, true",
        "climate change, Climate  change is here, true",
        "climate change, A climate of change, false",
        "c++, Why C++ lasts, true",
        "ai, The AI-driven desk, true",
        "ai, Said in Dubai, false",
        "buyer's guide, The Buyer\u2019s Guide, true",
        "buyer\u2019s guide, The buyer's guide, true",
        "war war, Postwar war war, true",
    })
    void aKeywordIsAWholeWordInAnyScript(String keyword, String title, boolean found) {
        List<Section> paper = List.of(section("wanted", 9, keyword), section("rest", 9));

        assertThat(place(paper, entry("a").section("").title(title))).isEqualTo(found ? 0 : 1);
    }

    @Test
    void aKeywordDoesNotSpanTwoParts() {
        List<Section> paper = List.of(section("wanted", 9, "climate change"), section("rest", 9));

        assertThat(place(paper, entry("a").section("").title("New climate").categories("Change")))
                .isEqualTo(1);
    }

    @Test
    void aSectionThatIsGoneFromThePaperLeavesItsEntriesToTheKeywords() {
        assertThat(place(PAPER, entry("a").section("gone").title("A chip"))).isEqualTo(1);
    }

    @Test
    void keywordsWrittenTwiceAndEmptyOnesCountNothing() {
        List<Section> paper = List.of(section("one", 9, "storm", "STORM", " "), section("two", 9, "rain", "snow"));

        assertThat(place(paper, entry("a").section("").title("Storm, rain and snow")))
                .isEqualTo(1);
    }
}
