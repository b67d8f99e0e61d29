package press.parallel.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import press.parallel.newsstand.Arrival;
import press.parallel.newsstand.Arrival.Kind;

/** A newsstand's book made up by hand. */
final class Book {
    private static final long OPENED = 1_000_000_000_000L;
    private final List<Arrival> arrivals = new ArrayList<>();

    /** A request that came after {@code fromMillis} and was answered after {@code toMillis}. */
    Book with(String domain, Kind kind, long fromMillis, long toMillis, int status) {
        int inFlight = 1
                + (int) arrivals.stream()
                        .filter(other -> other.endNanos() > OPENED + fromMillis * 1_000_000)
                        .count();
        arrivals.add(new Arrival(
                OPENED + fromMillis * 1_000_000,
                OPENED + toMillis * 1_000_000,
                Instant.EPOCH.plusMillis(fromMillis),
                "www." + domain,
                domain,
                "/" + kind.name().charAt(0) + "/" + fromMillis + "?a=1&b=<2>",
                kind,
                status,
                inFlight));
        return this;
    }

    Book feed(String domain, long fromMillis, long toMillis) {
        return with(domain, Kind.FEED, fromMillis, toMillis, 200);
    }

    Book article(String domain, long fromMillis, long toMillis) {
        return with(domain, Kind.ARTICLE, fromMillis, toMillis, 200);
    }

    List<Arrival> arrivals() {
        return arrivals.stream()
                .sorted(Comparator.comparingLong(Arrival::nanos))
                .toList();
    }

    Measured measured(Mode mode, int slots) {
        Workload workload =
                new Workload("", List.of(), Map.of("slow.test", Duration.ofSeconds(2)), Duration.ZERO, null);
        return new Measured(mode, slots, workload, arrivals(), new Measured.Paper(3, 2, 2, 1), 50L << 20);
    }

    /** Six seconds one by one; a second and a half at once, one refused; 4.5 s politely. */
    static BenchReport report() {
        Book oneByOne = new Book()
                .feed("slow.test", 0, 1000)
                .feed("slow.test", 1000, 2000)
                .feed("quick.test", 2000, 3500)
                .article("quick.test", 4000, 6000);
        Book rude = new Book()
                .feed("slow.test", 0, 500)
                .with("slow.test", Kind.FEED, 10, 510, 429)
                .feed("quick.test", 20, 520)
                .article("quick.test", 1000, 1500);
        Book polite = new Book()
                .feed("slow.test", 0, 500)
                .feed("quick.test", 10, 510)
                .with("slow.test", Kind.ROBOTS, 550, 600, 200)
                .feed("slow.test", 2029, 2500)
                .article("quick.test", 3500, 4500);
        return new BenchReport(
                "3 feeds & <more>",
                List.of("a note"),
                List.of(
                        oneByOne.measured(Mode.SEQUENTIAL, 1),
                        rude.measured(Mode.UNSAFE, 10),
                        polite.measured(Mode.POLITE, 10)));
    }
}
