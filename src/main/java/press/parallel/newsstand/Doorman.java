package press.parallel.newsstand;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stands at the door: stamps who comes, refuses who comes too soon, and keeps the book. Safe for use by many threads.
 *
 * <p>Every request moves its domain's clock, also a refused one: who knocks too often waits anew. Only who asks for {@code robots.txt} comes and goes
 * as if unseen by that clock.
 */
final class Doorman {
    /** A request that has come in and not yet gone. */
    record Visit(
            long nanos,
            Instant at,
            String host,
            String domain,
            String path,
            Arrival.Kind kind,
            int inFlight,
            OptionalLong tooSoonMillis) {}

    /** Second-level names under which countries let domains be registered, enough for a played web. */
    private static final Set<String> SHARED = Set.of("ac", "co", "com", "edu", "gov", "net", "org");

    /** How late, on a busy machine, the thread that reads a request may be woken: a gap that is short by so much is forgiven. */
    private static final Duration LATE = Duration.ofMillis(60);

    private final Options options;
    private final InstantSource clock;
    private final Map<String, Long> lastNanos = new HashMap<>();
    private final SortedMap<String, Duration> smallestGaps = new TreeMap<>();
    private final List<Arrival> book = new ArrayList<>();
    private int inFlight;
    private int maxInFlight;

    Doorman(Options options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
    }

    /** Called when the head of a request has been read. */
    Visit enter(String host, String path, Arrival.Kind kind) {
        return enter(host, domain(host), path, kind);
    }

    private synchronized Visit enter(String host, String domain, String path, Arrival.Kind kind) {
        long nanos = System.nanoTime();
        maxInFlight = Math.max(maxInFlight, ++inFlight);
        OptionalLong tooSoonMillis = OptionalLong.empty();
        if (kind == Arrival.Kind.ROBOTS) {
            return new Visit(nanos, clock.instant(), host, domain, path, kind, inFlight, tooSoonMillis);
        }
        Duration pace = options.strictness().getOrDefault(domain, options.elsewhere());
        Long last = lastNanos.put(domain, nanos);
        if (last != null && pace.compareTo(Duration.ZERO) > 0) {
            Duration gap = Duration.ofNanos(nanos - last);
            smallestGaps.merge(domain, gap, (a, b) -> a.compareTo(b) < 0 ? a : b);
            if (gap.plus(forgiven(pace)).compareTo(pace) < 0) {
                tooSoonMillis = OptionalLong.of(pace.toMillis());
            }
        }
        return new Visit(nanos, clock.instant(), host, domain, path, kind, inFlight, tooSoonMillis);
    }

    /** At most {@link #LATE}, and never more than a quarter of the pace. */
    private static Duration forgiven(Duration pace) {
        Duration quarter = pace.dividedBy(4);
        return quarter.compareTo(LATE) < 0 ? quarter : LATE;
    }

    /** Called before the last byte of the answer goes out, so that who has the answer is not counted any more. */
    synchronized void leave(Visit visit, int status) {
        inFlight--;
        book.add(new Arrival(
                visit.nanos(),
                System.nanoTime(),
                visit.at(),
                visit.host(),
                visit.domain(),
                visit.path(),
                visit.kind(),
                status,
                visit.inFlight()));
    }

    /** Begins a new book, with no domain's clock running. */
    synchronized void forget() {
        book.clear();
        lastNanos.clear();
        smallestGaps.clear();
        maxInFlight = inFlight;
    }

    synchronized boolean isQuiet() {
        return inFlight == 0;
    }

    /** The answered requests in the order of their coming. */
    synchronized List<Arrival> arrivals() {
        return book.stream().sorted(Comparator.comparingLong(Arrival::nanos)).toList();
    }

    synchronized Tally tally() {
        int refused = (int) book.stream().filter(Arrival::refused).count();
        int robots = (int) book.stream()
                .filter(arrival -> arrival.kind() == Arrival.Kind.ROBOTS)
                .count();
        return new Tally(book.size() - robots, refused, maxInFlight, smallestGaps, robots);
    }

    /** The domain whose pace counts: the one that the options name, else the registrable one as far as a played web needs it. */
    String domain(String host) {
        for (String named : options.strictness().keySet()) {
            if (host.equals(named) || host.endsWith("." + named)) {
                return named;
            }
        }
        String[] labels = host.split("\\.");
        int n = labels.length;
        if (n <= 2 || Character.isDigit(host.charAt(host.length() - 1))) {
            return host;
        }
        int kept = labels[n - 1].length() == 2 && SHARED.contains(labels[n - 2]) ? 3 : 2;
        return String.join(".", List.of(labels).subList(n - kept, n));
    }
}
