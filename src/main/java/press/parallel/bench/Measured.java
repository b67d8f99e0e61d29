package press.parallel.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import press.parallel.Edition;
import press.parallel.newsstand.Arrival;
import press.parallel.newsstand.Arrival.Kind;

/**
 * One run, from the newsstand's book. Times are seconds there: from a request's head to the last byte of its answer.
 *
 * @param slots requests at once at most
 * @param book every request, in the order of their coming; at least one
 * @param paper what came of it
 * @param peakHeapBytes most memory in use for objects, those to be cleared away included
 */
public record Measured(Mode mode, int slots, Workload workload, List<Arrival> book, Paper paper, long peakHeapBytes) {
    public Measured {
        if (book.isEmpty()) {
            throw new IllegalArgumentException("bench: expected requests in the newsstand's book, but found none");
        }
        book = List.copyOf(book);
    }

    /**
     * A printed paper in numbers.
     *
     * @param feedsRead those of its feeds that brought what they offer
     * @param complete those of its stories that have their full text
     */
    public record Paper(int feeds, int feedsRead, int stories, int complete) {
        private static final Set<String> LOST = Set.of("failed", "late");

        public static Paper of(Edition edition) {
            List<Edition.PrintedStory> stories = edition.sections().stream()
                    .flatMap(section -> section.stories().stream())
                    .toList();
            return new Paper(
                    edition.feeds().size(),
                    (int) edition.feeds().stream()
                            .filter(feed -> !LOST.contains(feed.status()))
                            .count(),
                    stories.size(),
                    (int) stories.stream()
                            .filter(Edition.PrintedStory::complete)
                            .count());
        }
    }

    /** A domain's part of the run. {@code smallestGap} in seconds between two turns; empty when it had one turn only. */
    record OfDomain(
            String domain,
            int requests,
            int robots,
            int refused,
            double intervalSeconds,
            OptionalDouble smallestGap,
            double firstSeconds,
            double lastSeconds) {}

    double fetchSeconds() {
        return span(arrival -> arrival.kind() == Kind.FEED);
    }

    double enhanceSeconds() {
        return span(arrival -> arrival.kind() == Kind.ARTICLE);
    }

    double totalSeconds() {
        return span(arrival -> true);
    }

    private double span(Predicate<Arrival> which) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Arrival arrival : book) {
            if (which.test(arrival)) {
                first = Math.min(first, arrival.nanos());
                last = Math.max(last, arrival.endNanos());
            }
        }
        return last < first ? 0 : (last - first) / 1e9;
    }

    /** But those for robots.txt. */
    int requests() {
        return book.size() - robots();
    }

    int robots() {
        return count(arrival -> arrival.kind() == Kind.ROBOTS);
    }

    int refused() {
        return count(Arrival::refused);
    }

    private int count(Predicate<Arrival> which) {
        return (int) book.stream().filter(which).count();
    }

    int mostInFlight() {
        return book.stream().mapToInt(Arrival::inFlight).max().orElse(0);
    }

    Bound bound() {
        return Bound.of(book, slots, mode == Mode.POLITE ? workload::interval : domain -> Duration.ZERO);
    }

    double ratio() {
        return totalSeconds() / bound().seconds();
    }

    /** When {@code nanos} was, in seconds since the first request came. */
    double since(long nanos) {
        return (nanos - book.get(0).nanos()) / 1e9;
    }

    /** Each domain that was asked, the busiest first. */
    List<OfDomain> domains() {
        List<OfDomain> domains = new ArrayList<>();
        byDomain().forEach((domain, arrivals) -> {
            OptionalDouble smallest = OptionalDouble.empty();
            Arrival before = null;
            int robots = 0;
            for (Arrival arrival : arrivals) {
                if (arrival.kind() == Kind.ROBOTS) {
                    robots++;
                    continue;
                }
                if (before != null) {
                    double gap = (arrival.nanos() - before.nanos()) / 1e9;
                    smallest = OptionalDouble.of(Math.min(gap, smallest.orElse(gap)));
                }
                before = arrival;
            }
            long end = arrivals.stream().mapToLong(Arrival::endNanos).max().orElse(0);
            domains.add(new OfDomain(
                    domain,
                    arrivals.size() - robots,
                    robots,
                    (int) arrivals.stream().filter(Arrival::refused).count(),
                    workload.interval(domain).toNanos() / 1e9,
                    smallest,
                    since(arrivals.get(0).nanos()),
                    since(end)));
        });
        domains.sort(
                Comparator.comparingInt((OfDomain domain) -> -domain.requests()).thenComparing(OfDomain::domain));
        return domains;
    }

    /** In the order of their coming. */
    Map<String, List<Arrival>> byDomain() {
        Map<String, List<Arrival>> byDomain = new TreeMap<>();
        book.forEach(arrival -> byDomain.computeIfAbsent(arrival.domain(), domain -> new ArrayList<>())
                .add(arrival));
        return byDomain;
    }
}
