package press.parallel.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
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
    void timesAreToldFromThePrintingAndExactlyInTheReadersZone() {
        FrontPage page = new Typesetter(ZoneId.of("Europe/Berlin")).set(SampleEdition.edition());
        List<FrontPage.Piece> news = page.desks().get(0).pieces();
        assertThat(news.get(0).time()).isEqualTo("7 min ago");
        assertThat(news.get(0).exactTime()).isEqualTo("Sunday, 22 November 2026 at 06:53 CET");
        assertThat(news.get(0).isoTime()).isEqualTo("2026-11-22T05:53:41Z");
        assertThat(news.get(9).time()).isEqualTo("6 h ago");
        assertThat(page.desks().get(3).pieces().get(7).time()).isEqualTo("yesterday");
        assertThat(page.printed()).isEqualTo("07:00 CET");
        assertThat(page.printedAt()).isEqualTo("Sunday, 22 November 2026 at 07:00 CET");
    }

    @Test
    void aScoreIsASumWithPlusAndMinus() {
        Map<String, Long> breakdown = new LinkedHashMap<>();
        breakdown.put("base", 1000L);
        breakdown.put("policy celebrities", -1250L);
        breakdown.put("also in 2 feeds", 300L);
        assertThat(Typesetter.parts(breakdown))
                .containsExactly(
                        new FrontPage.Part("", "base", "1,000"),
                        new FrontPage.Part("−", "policy celebrities", "1,250"),
                        new FrontPage.Part("+", "also in 2 feeds", "300"));
        assertThat(Typesetter.parts(Map.of("base", -5L))).containsExactly(new FrontPage.Part("−", "base", "5"));
    }

    @Test
    void theReasonNamesTheWordsThatCounted() {
        assertThat(Typesetter.reason("Technology", List.of("chip ×2", "software")))
                .isEqualTo("In Technology for: chip ×2, software");
        assertThat(Typesetter.reason("Technology", List.of())).isEqualTo("In Technology, without any of its keywords");
    }

    @Test
    void otherFeedsThatCarryTheStoryAreNamed() {
        List<FrontPage.Piece> news = new Typesetter(ZoneOffset.UTC)
                .set(SampleEdition.edition())
                .desks()
                .get(0)
                .pieces();
        assertThat(news.get(0).carried()).isEqualTo("Evening Post and Channel Nine carry it too.");
        assertThat(news.get(1).carried()).isEmpty();
    }

    @Test
    void theMastheadSaysWhatThePaperHolds() {
        FrontPage page = new Typesetter(ZoneOffset.UTC).set(SampleEdition.edition());
        assertThat(page.line()).matches("36 stories from 20 sources, about \\d+ minutes to read");
        assertThat(page.date()).isEqualTo("Sunday, 22 November 2026");
        assertThat(page.imprint()).isEqualTo("Volume 2 · No. 413");
        assertThat(page.again()).isEmpty();
        assertThat(page.printedAt()).isEqualTo("Sunday, 22 November 2026 at 06:00 UTC");
    }
}
