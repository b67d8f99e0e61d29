package press.parallel.press;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.support.console.AbstractDevConsole;
import press.parallel.politeness.DomainStatus;
import press.parallel.politeness.PoliteLine;

/** Dev console {@code politeness}: who stands in the line, whose turn comes when, and why. */
final class PolitenessConsole extends AbstractDevConsole {
    static final String ID = "politeness";

    private static final List<String> COLUMNS = List.of(
            "domain",
            "waiting",
            "inFlight",
            "intervalMillis",
            "nextTurnMillis",
            "sent",
            "lastStatus",
            "refusals",
            "source",
            "why");

    private final Supplier<PoliteLine> line;

    PolitenessConsole(Supplier<PoliteLine> line) {
        super("press", ID, "Politeness", "Requests waiting by domain, their next turn, interval and why");
        this.line = line;
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        PoliteLine.Totals totals = line.get().totals();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.copyOf(COLUMNS));
        line.get().report().forEach(status -> rows.add(row(status)));
        return totals.waiting() + " waiting, " + totals.inFlight() + " in flight, " + totals.sent() + " sent, "
                + totals.waits() + " had to wait, " + totals.refused() + " refused\n\n" + TextTable.of(rows);
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        List<Map<String, Object>> domains = new ArrayList<>();
        for (DomainStatus status : line.get().report()) {
            Map<String, Object> domain = new LinkedHashMap<>();
            List<Object> values = row(status);
            for (int i = 0; i < COLUMNS.size(); i++) {
                domain.put(COLUMNS.get(i), values.get(i));
            }
            domains.add(domain);
        }
        PoliteLine.Totals totals = line.get().totals();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("waiting", totals.waiting());
        all.put("inFlight", totals.inFlight());
        all.put("sent", totals.sent());
        all.put("waits", totals.waits());
        all.put("refused", totals.refused());
        all.put("domains", domains);
        return all;
    }

    private static List<Object> row(DomainStatus status) {
        return List.of(
                status.domain(),
                status.waiting(),
                status.inFlight(),
                status.interval().toMillis(),
                status.untilTurn().toMillis(),
                status.sent(),
                status.lastStatus(),
                status.refusals(),
                status.source(),
                status.why());
    }
}
