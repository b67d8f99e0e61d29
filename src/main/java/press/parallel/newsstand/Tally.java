package press.parallel.newsstand;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the newsstand counted so far.
 *
 * @param requests answers given, whatever their status, but for {@code robots.txt}
 * @param refused answers with status 429
 * @param maxInFlight most requests being served at one moment
 * @param smallestGaps the closest that two requests came, by registrable domain, for domains that keep a pace and were asked at least twice
 * @param robots answers to who asked for {@code robots.txt}
 */
public record Tally(int requests, int refused, int maxInFlight, SortedMap<String, Duration> smallestGaps, int robots) {
    /** Domains named in the sentence; of more the closest is told. */
    private static final int NAMED = 3;

    /** Such as {@code 62 requests, 0 refused, at most 10 at once, reddit.com never closer than 2.02 s}. */
    @Override
    public String toString() {
        String counts = "%d request%s, %d refused, at most %d at once"
                .formatted(requests, requests == 1 ? "" : "s", refused, maxInFlight);
        if (smallestGaps.isEmpty()) {
            return counts;
        }
        if (smallestGaps.size() > NAMED) {
            Map.Entry<String, Duration> closest = smallestGaps.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .orElseThrow();
            return counts + ", no domain closer than " + seconds(closest.getValue()) + " (" + closest.getKey() + ")";
        }
        return counts
                + smallestGaps.entrySet().stream()
                        .map(gap -> ", " + gap.getKey() + " never closer than " + seconds(gap.getValue()))
                        .collect(Collectors.joining());
    }

    /** Rounded down, so that a gap is never told wider than it was. */
    private static String seconds(Duration gap) {
        long hundredths = gap.toMillis() / 10;
        return hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100 + " s";
    }

    public Tally {
        smallestGaps = new TreeMap<>(smallestGaps);
    }
}
