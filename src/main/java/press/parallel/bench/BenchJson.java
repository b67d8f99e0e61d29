package press.parallel.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import press.parallel.newsstand.Arrival;

/** The figures for programs, with every domain and every request. */
public final class BenchJson {
    private BenchJson() {}

    public static ObjectNode of(BenchReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("workload", report.words());
        report.notes().forEach(json.putArray("notes")::add);
        ArrayNode runs = json.putArray("runs");
        report.runs().forEach(run -> runs.add(run(report, run)));
        return json;
    }

    private static ObjectNode run(BenchReport report, Measured run) {
        Bound bound = run.bound();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("mode", run.mode().name().toLowerCase(Locale.ROOT))
                .put("slots", run.slots())
                .put("fetchSeconds", rounded(run.fetchSeconds()))
                .put("enhanceSeconds", rounded(run.enhanceSeconds()))
                .put("totalSeconds", rounded(run.totalSeconds()));
        report.base().ifPresent(base -> {
            ObjectNode faster = json.putObject("timesFaster");
            faster(faster, "fetch", base, run, Measured::fetchSeconds);
            faster(faster, "enhance", base, run, Measured::enhanceSeconds);
            faster(faster, "total", base, run, Measured::totalSeconds);
        });
        json.put("requests", run.requests())
                .put("robots", run.robots())
                .put("refused", run.refused())
                .put("feeds", run.paper().feeds())
                .put("feedsRead", run.paper().feedsRead())
                .put("stories", run.paper().stories())
                .put("complete", run.paper().complete())
                .put("boundSeconds", rounded(bound.seconds()))
                .put("boundIs", bound.why())
                .put("ratio", rounded(run.ratio()))
                .put("mostInFlight", run.mostInFlight())
                .put("peakHeapBytes", run.peakHeapBytes());
        ArrayNode domains = json.putArray("domains");
        for (Measured.OfDomain domain : run.domains()) {
            ObjectNode one = domains.addObject()
                    .put("domain", domain.domain())
                    .put("intervalSeconds", domain.intervalSeconds())
                    .put("requests", domain.requests())
                    .put("robots", domain.robots())
                    .put("refused", domain.refused())
                    .put("firstSeconds", rounded(domain.firstSeconds()))
                    .put("lastSeconds", rounded(domain.lastSeconds()));
            domain.smallestGap()
                    .ifPresentOrElse(
                            gap -> one.put("smallestGapSeconds", rounded(gap)),
                            () -> one.putNull("smallestGapSeconds"));
        }
        ArrayNode book = json.putArray("book");
        for (Arrival arrival : run.book()) {
            book.addObject()
                    .put("host", arrival.host())
                    .put("path", arrival.path())
                    .put("kind", arrival.kind().name().toLowerCase(Locale.ROOT))
                    .put("startMillis", rounded(run.since(arrival.nanos()) * 1000))
                    .put("endMillis", rounded(run.since(arrival.endNanos()) * 1000))
                    .put("status", arrival.status());
        }
        return json;
    }

    private static void faster(
            ObjectNode json, String name, Measured base, Measured run, ToDoubleFunction<Measured> figure) {
        double own = figure.applyAsDouble(run);
        if (own > 0) {
            json.put(name, rounded(figure.applyAsDouble(base) / own));
        }
    }

    /** To the thousandth. */
    private static double rounded(double figure) {
        return Math.round(figure * 1000) / 1000.0;
    }
}
