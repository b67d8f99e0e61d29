package press.parallel.press;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.support.console.AbstractDevConsole;
import press.parallel.TextTable;
import press.parallel.politeness.DomainStatus;
import press.parallel.politeness.Manners;
import press.parallel.politeness.PoliteLine;
import press.parallel.politeness.Spans;

/** Dev console {@code politeness}: who stands in the line, whose turn comes when, and why. */
final class PolitenessConsole extends AbstractDevConsole {
    static final String ID = "politeness";

    private static final List<Object> COLUMNS = List.of(
            "domain",
            "interval",
            "interval from",
            "waiting",
            "in flight",
            "next turn",
            "turn set by",
            "last status",
            "sent",
            "refusals",
            "why");

    private final Supplier<PoliteLine> line;
    private final Supplier<Manners> manners;
    private final int slots;

    /** @param slots requests in flight at most, {@code press.slots} */
    PolitenessConsole(Supplier<PoliteLine> line, Supplier<Manners> manners, int slots) {
        super("press", ID, "Politeness", "By domain: interval, who waits, the next turn, and what set it");
        this.line = line;
        this.manners = manners;
        this.slots = slots;
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        PoliteLine.Totals totals = line.get().totals();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(COLUMNS);
        line.get().report().forEach(status -> rows.add(row(status)));
        return totals.waiting() + " waiting, " + totals.inFlight() + " of " + slots + " slots busy; since the start "
                + totals.sent() + " sent, " + totals.waits() + " had to wait, " + totals.refused() + " refused\n\n"
                + (rows.size() > 1 ? TextTable.of(rows) : "no domain was asked in the last ten minutes\n");
    }

    private List<Object> row(DomainStatus status) {
        return List.of(
                status.domain(),
                status.interval().isZero() ? "none" : Spans.of(status.interval()),
                manners.get().source(status.domain()),
                status.waiting(),
                status.inFlight(),
                status.untilTurn().isZero() ? "now" : "in " + Spans.of(status.untilTurn()),
                turnSource(status),
                status.lastStatus(),
                status.sent(),
                status.refusals(),
                status.why());
    }

    /** Nothing has to be set for a turn that has come. */
    private static String turnSource(DomainStatus status) {
        return status.untilTurn().isZero() ? "" : status.source();
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        PoliteLine.Totals totals = line.get().totals();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("waiting", totals.waiting());
        all.put("inFlight", totals.inFlight());
        all.put("slots", slots);
        all.put("sent", totals.sent());
        all.put("waits", totals.waits());
        all.put("refused", totals.refused());
        all.put("domains", line.get().report().stream().map(this::domain).toList());
        return all;
    }

    private Map<String, Object> domain(DomainStatus status) {
        Map<String, Object> domain = new LinkedHashMap<>();
        domain.put("domain", status.domain());
        domain.put("intervalMillis", status.interval().toMillis());
        domain.put("intervalSource", manners.get().source(status.domain()));
        domain.put("waiting", status.waiting());
        domain.put("inFlight", status.inFlight());
        domain.put("nextTurnMillis", roundedUp(status.untilTurn()));
        domain.put("turnSource", turnSource(status));
        domain.put("why", status.why());
        domain.put("lastStatus", status.lastStatus());
        domain.put("sent", status.sent());
        domain.put("refusals", status.refusals());
        return domain;
    }

    /** So that who comes back after that many milliseconds is not too early. */
    private static long roundedUp(Duration span) {
        return span.plusNanos(999_999).toMillis();
    }
}
