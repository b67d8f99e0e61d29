package press.parallel.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypesetterTest {
    private static final Map<String, Integer> COLUMNS =
            Map.of("lead", 16, "beside", 4, "first", 8, "third", 4, "quarter", 3, "half", 6, "wide", 12);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 25})
    void storiesFillTheirRows(int stories) {
        for (boolean leading : List.of(true, false)) {
            List<String> places = Typesetter.places(stories, leading);
            assertThat(places).hasSize(stories);
            assertThat(places.stream().mapToInt(COLUMNS::get).sum() % 12).isZero();
        }
    }

    @Test
    void theFirstStoryOfTheFirstSectionLeads() {
        FrontPage page = new Typesetter(ZoneOffset.UTC).set(SampleEdition.edition());
        assertThat(page.desks().get(0).pieces().get(0).place()).isEqualTo("lead");
        assertThat(page.desks().stream().flatMap(desk -> desk.pieces().stream()))
                .filteredOn(piece -> piece.place().equals("lead"))
                .hasSize(1);
    }

    @Test
    void timesAreTheReadersAndSayTheDayWhenItIsNotTheEditions() {
        FrontPage page = new Typesetter(ZoneId.of("Europe/Berlin")).set(SampleEdition.edition());
        List<FrontPage.Piece> news = page.desks().get(0).pieces();
        assertThat(news.get(0).time()).isEqualTo("06:53");
        assertThat(news.get(0).isoTime()).isEqualTo("2026-11-22T05:53:41Z");
        assertThat(news.get(9).time()).isEqualTo("00:08");
        assertThat(page.desks().get(1).pieces().get(0).time()).isEqualTo("Sat 23:23");
        assertThat(page.printedAt()).isEqualTo("22 November 2026 at 07:00 CET");
    }

    @Test
    void theMastheadSaysWhatThePaperHolds() {
        FrontPage page = new Typesetter(ZoneOffset.UTC).set(SampleEdition.edition());
        assertThat(page.line()).matches("36 stories from 20 sources, about \\d+ minutes to read");
        assertThat(page.date()).isEqualTo("Sunday, 22 November 2026");
        assertThat(page.printedAt()).isEqualTo("22 November 2026 at 06:00 UTC");
    }
}
