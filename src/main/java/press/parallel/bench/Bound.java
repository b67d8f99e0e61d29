package press.parallel.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import press.parallel.newsstand.Arrival;
import press.parallel.newsstand.Arrival.Kind;

/**
 * No press can have been faster with these answers: the time that the requests take when all slots are always busy, the longest of them, or
 * the domain whose turns take longest.
 *
 * @param seconds the largest of the three
 * @param why which of them it is, for people
 */
record Bound(double seconds, String why) {
    /**
     * @param book the requests; those for robots.txt take time, but no turn
     * @param interval between two turns of a domain
     */
    static Bound of(List<Arrival> book, int slots, Function<String, Duration> interval) {
        double sum = 0;
        double longest = 0;
        Map<String, Integer> turns = new HashMap<>();
        Map<String, Arrival> last = new HashMap<>();
        for (Arrival arrival : book) {
            double seconds = seconds(arrival);
            sum += seconds;
            longest = Math.max(longest, seconds);
            if (arrival.kind() != Kind.ROBOTS) {
                turns.merge(arrival.domain(), 1, Integer::sum);
                last.merge(arrival.domain(), arrival, (a, b) -> a.nanos() > b.nanos() ? a : b);
            }
        }
        Bound bound = new Bound(sum / slots, slots == 1 ? "the sum of all" : "the sum of all over " + slots + " slots");
        if (longest > bound.seconds()) {
            bound = new Bound(longest, "the longest request");
        }
        for (Map.Entry<String, Arrival> end : last.entrySet()) {
            int n = turns.getOrDefault(end.getKey(), 1);
            double turn = interval.apply(end.getKey()).toNanos() / 1e9;
            double seconds = (n - 1) * turn + seconds(end.getValue());
            if (turn > 0 && seconds > bound.seconds()) {
                bound = new Bound(seconds, n + " turns at " + end.getKey());
            }
        }
        return bound;
    }

    private static double seconds(Arrival arrival) {
        return (arrival.endNanos() - arrival.nanos()) / 1e9;
    }
}
