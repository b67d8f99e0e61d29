package press.parallel.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static press.parallel.editor.Desk.entry;
import static press.parallel.editor.Desk.section;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.Section;

class SectionFinderTest {
    private static final List<Section> PAPER =
            List.of(section("news", 9, "war", "election"), section("tech", 9, "chip", "software"), section("rest", 9));

    @Test
    void theSectionThatListsTheFeedBeatsEveryKeyword() {
        assertThat(new SectionFinder(PAPER)
                        .place(entry("a")
                                .section("tech")
                                .title("war election war")
                                .file()))
                .isEqualTo(1);
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
        assertThat(new SectionFinder(PAPER).place(draft.file())).isEqualTo(place);
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
    })
    void aKeywordIsAWholeWordInAnyScript(String keyword, String title, boolean found) {
        var finder = new SectionFinder(List.of(section("wanted", 9, keyword), section("rest", 9)));

        assertThat(finder.place(entry("a").section("").title(title).file())).isEqualTo(found ? 0 : 1);
    }

    @Test
    void aKeywordDoesNotSpanTwoParts() {
        var finder = new SectionFinder(List.of(section("wanted", 9, "climate change"), section("rest", 9)));

        assertThat(finder.place(entry("a")
                        .section("")
                        .title("New climate")
                        .categories("Change")
                        .file()))
                .isEqualTo(1);
    }

    @Test
    void aSectionThatIsGoneFromThePaperLeavesItsEntriesToTheKeywords() {
        assertThat(new SectionFinder(PAPER)
                        .place(entry("a").section("gone").title("A chip").file()))
                .isEqualTo(1);
    }

    @Test
    void keywordsWrittenTwiceAndEmptyOnesCountNothing() {
        var finder =
                new SectionFinder(List.of(section("one", 9, "storm", "STORM", " "), section("two", 9, "rain", "snow")));

        assertThat(finder.place(
                        entry("a").section("").title("Storm, rain and snow").file()))
                .isEqualTo(1);
    }
}
