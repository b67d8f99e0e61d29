package press.parallel.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.parallel.PastEdition;
import press.parallel.TextTable;

/** What {@code runs} prints: a line for each edition, in columns. */
final class RunsLines {
    private RunsLines() {}

    static List<String> of(List<PastEdition> editions, ZoneId zone) {
        if (editions.isEmpty()) {
            return List.of("no edition of this paper was begun yet; `print` makes one");
        }
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "edition",
                "when",
                "state",
                "scanned",
                "fresh",
                "printed",
                "anti-feed",
                "requests",
                "waits",
                "refused",
                "seconds",
                "reason"));
        for (PastEdition each : editions) {
            Double antiFeed = each.antiFeed();
            Double seconds = each.seconds();
            rows.add(List.of(
                    each.id(),
                    Figures.moment(each.started(), zone),
                    each.state(),
                    shown(each.scanned()),
                    shown(each.fresh()),
                    shown(each.printed()),
                    antiFeed == null ? "" : Figures.rounded(100 * antiFeed, 1) + " %",
                    shown(each.requests()),
                    shown(each.waits()),
                    shown(each.refused()),
                    seconds == null ? "" : Figures.rounded(seconds, 1),
                    each.reason()));
        }
        return TextTable.of(rows).lines().toList();
    }

    private static Object shown(@Nullable Integer number) {
        return number == null ? "" : number;
    }
}
