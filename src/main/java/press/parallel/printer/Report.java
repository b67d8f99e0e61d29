package press.parallel.printer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import press.parallel.Decision;
import press.parallel.Edition;
import press.parallel.FeedReport;
import press.parallel.GlassBox;
import press.parallel.Loss;

/**
 * The glass box of one edition with every decision behind it: the shape of {@code report.json}.
 *
 * @param edition folder name of the edition
 * @param decisions one for each entry that lay before the editor, in the order they were decided
 */
record Report(
        String title,
        String paper,
        String edition,
        int volume,
        long issue,
        int number,
        LocalDate date,
        Instant printedAt,
        GlassBox glassBox,
        List<FeedReport> feeds,
        List<Loss> losses,
        List<Edition.Rest> rests,
        Edition.Numbers manners,
        List<Decision> decisions) {
    static Report of(Edition edition, List<Decision> decisions) {
        return new Report(
                edition.title(),
                edition.paper(),
                edition.id(),
                edition.volume(),
                edition.issue(),
                edition.number(),
                edition.date(),
                edition.printedAt(),
                edition.glassBox(),
                edition.feeds(),
                edition.losses(),
                edition.rests(),
                edition.numbers(),
                List.copyOf(decisions));
    }
}
