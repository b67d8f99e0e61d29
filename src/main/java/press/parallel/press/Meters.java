package press.parallel.press;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import press.parallel.FeedReport;
import press.parallel.politeness.PoliteLine;

/**
 * The press in numbers, for {@code /q/metrics}. What strangers choose, names of domains and statuses, makes no more series than fit
 * in a page: the first domains have their own, all others share one. Safe for use by many threads.
 */
final class Meters {
    /** Domains with series of their own. */
    static final int MOST_DOMAINS = 300;

    private static final String OTHER = "other";

    /** Told exactly; of others only the hundred. */
    private static final Set<Integer> STATUSES =
            Set.of(200, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 410, 429, 500, 502, 503, 504);

    private final MeterRegistry registry;
    private final Set<String> domains = ConcurrentHashMap.newKeySet();
    private final Timer waited;
    private final Counter saved;
    private final Map<String, AtomicInteger> feeds = Map.of(
            "ok", new AtomicInteger(),
            "unchanged", new AtomicInteger(),
            "early", new AtomicInteger(),
            "late", new AtomicInteger(),
            "failed", new AtomicInteger());

    Meters(MeterRegistry registry) {
        this.registry = registry;
        waited = Timer.builder("press.line.wait")
                .description("Time that answered requests had stood in the line")
                .register(registry);
        saved = Counter.builder("press.bytes.saved")
                .description("Bytes not transferred, for feeds that had nothing new (304)")
                .register(registry);
        feeds.forEach((status, number) -> Gauge.builder("press.feeds", number, AtomicInteger::get)
                .description("Feeds of the last edition, by what became of them")
                .tag("status", status)
                .register(registry));
    }

    /** From now on tells where {@code line} stands. */
    void watch(PoliteLine line, int slots) {
        Gauge.builder("press.line.waiting", line, it -> it.totals().waiting())
                .description("Requests that wait for their turn now")
                .register(registry);
        Gauge.builder("press.slots.busy", line, it -> it.totals().inFlight())
                .description("Requests in flight now")
                .register(registry);
        Gauge.builder("press.slots", () -> slots)
                .description("Requests in flight at most (press.slots)")
                .register(registry);
        FunctionCounter.builder("press.requests.sent", line, it -> it.totals().sent())
                .description("Requests sent, answered or not")
                .register(registry);
        FunctionCounter.builder("press.requests.waited", line, it -> it.totals().waits())
                .description("Requests that had to wait for their domain's turn")
                .register(registry);
        FunctionCounter.builder(
                        "press.requests.refused", line, it -> it.totals().refused())
                .description("Answers 429 and 503")
                .register(registry);
    }

    /** @param inLine how long the request stood in the line */
    void answered(String domain, int status, Duration inLine) {
        Counter.builder("press.requests")
                .description("Answers by registrable domain and HTTP status")
                .tag("domain", named(domain))
                .tag("status", STATUSES.contains(status) ? Integer.toString(status) : status / 100 + "xx")
                .register(registry)
                .increment();
        waited.record(inLine);
    }

    private String named(String domain) {
        if (domains.contains(domain)) {
            return domain;
        }
        synchronized (domains) {
            return domains.size() < MOST_DOMAINS && domains.add(domain) ? domain : OTHER;
        }
    }

    /** A 304 spared both sides so many bytes. */
    void saved(long bytes) {
        saved.increment(bytes);
    }

    /** What became of the feeds of an edition. */
    void printed(List<FeedReport> reports) {
        feeds.forEach((status, number) -> number.set((int)
                reports.stream().filter(each -> each.status().equals(status)).count()));
    }
}
