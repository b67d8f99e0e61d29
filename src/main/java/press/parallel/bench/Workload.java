package press.parallel.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import press.parallel.Feed;
import press.parallel.newsstand.Wide;

/**
 * What the press is given to do, and how strict the web is with it.
 *
 * @param words what it is, for people
 * @param feeds invented ones; none: those of the settings
 * @param intervals of the domains that are spaced
 * @param elsewhere the interval of all others
 * @param wide how invented feeds look; null for those of the settings
 */
public record Workload(
        String words,
        List<Feed> feeds,
        Map<String, Duration> intervals,
        Duration elsewhere,
        @Nullable Wide wide) {
    /** Sections of the paper when feeds are invented, and the most stories that each prints: 36 in all. */
    public static final Map<String, Integer> SECTIONS;

    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final List<String> IDS = List.of("news", "tech", "sports", "culture");
    private static final int FEW = 5;
    private static final int MANY = 12;
    /** Places in the list of the feeds on the one spaced domain of scenarios a and b, at least one in each section. */
    private static final Set<Integer> TOGETHER = Set.of(1, 6, 11, 12, 17, 22);

    static {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("news", 10);
        sizes.put("tech", 10);
        sizes.put("sports", 8);
        sizes.put("culture", 8);
        SECTIONS = Collections.unmodifiableMap(sizes);
    }

    public Workload {
        feeds = List.copyOf(feeds);
        intervals = Map.copyOf(intervals);
    }

    /** The same order gives the same workload. */
    public static Workload of(BenchOrder order) {
        Duration interval = order.interval() == null ? USUAL : order.interval();
        Scenario scenario = order.scenario();
        if (scenario == null) {
            return order.feeds() == 0 ? ofThePaper(interval) : invented(order, interval);
        }
        return switch (scenario) {
            case A -> articlesTogether(scenario, interval, Map.of("news", 1, "tech", 1, "sports", 1));
            case B -> articlesTogether(scenario, interval, Map.of("news", 7, "tech", 7, "sports", 5, "culture", 5));
            case C -> slowOnesFirst(scenario, interval);
            case D ->
                new Workload(
                        words(scenario), spread(zipf(300, 60)), Map.of(), interval, new Wide(FEW, Map.of(), false));
            case E ->
                new Workload(
                        words(scenario),
                        spread(evenly(5_000, 2_000)),
                        Map.of(),
                        order.interval() == null ? Duration.ZERO : order.interval(),
                        new Wide(FEW, Map.of(), true));
        };
    }

    private static String words(Scenario scenario) {
        return "scenario " + scenario.name().toLowerCase(Locale.ROOT) + ": " + scenario.words();
    }

    /** How long a domain wants to be left alone between two requests. */
    public Duration interval(String domain) {
        return intervals.getOrDefault(domain, elsewhere);
    }

    /** As the seed of the press was measured: only reddit.com wants its requests spaced. */
    private static Workload ofThePaper(Duration interval) {
        return new Workload(
                "the feeds of the settings", List.of(), Map.of("reddit.com", interval), Duration.ZERO, null);
    }

    private static Workload invented(BenchOrder order, Duration interval) {
        List<Integer> places =
                order.zipf() ? zipf(order.feeds(), order.domains()) : evenly(order.feeds(), order.domains());
        String words = order.feeds() + " invented feeds on " + order.domains() + " domains"
                + (order.zipf() ? " (Zipf)" : "") + ", all of them spaced";
        return new Workload(words, spread(places), Map.of(), interval, new Wide(FEW, Map.of(), false));
    }

    /**
     * @param together how many stories of a section's come from the spaced domain; the others from the section's other feeds
     */
    private static Workload articlesTogether(Scenario scenario, Duration interval, Map<String, Integer> together) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            places.add(TOGETHER.contains(i) ? 0 : 1 + i);
        }
        List<Feed> feeds = spread(places);
        Map<URI, Integer> leading = new HashMap<>();
        SECTIONS.forEach((section, size) -> {
            int here = together.getOrDefault(section, 0);
            share(here, feeds, section, true, leading);
            share(size - here, feeds, section, false, leading);
        });
        return new Workload(
                words(scenario), feeds, Map.of(domain(0), interval), Duration.ZERO, new Wide(MANY, leading, false));
    }

    private static void share(
            int stories, List<Feed> feeds, String section, boolean together, Map<URI, Integer> leading) {
        List<Feed> tellers = feeds.stream()
                .filter(feed -> feed.section().equals(section) && TOGETHER.contains(feed.index()) == together)
                .toList();
        for (int i = 0; i < stories; i++) {
            leading.merge(tellers.get(i % tellers.size()).address(), 1, Integer::sum);
        }
    }

    private static Workload slowOnesFirst(Scenario scenario, Duration interval) {
        Map<String, Duration> spaced = new TreeMap<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 576; i++) {
            places.add(i < 96 ? i % 8 : 8 + i % 240);
        }
        for (int place = 0; place < 8; place++) {
            spaced.put(domain(place), interval);
        }
        return new Workload(words(scenario), spread(places), spaced, Duration.ZERO, new Wide(FEW, Map.of(), false));
    }

    // ---------------------------------------------------------------- lists

    private static List<Integer> evenly(int feeds, int domains) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < feeds; i++) {
            places.add(i % domains);
        }
        return places;
    }

    /** The domain of rank r has a share of 1/r, at least one feed; in a drawn order that is always the same. */
    private static List<Integer> zipf(int feeds, int domains) {
        double all = 0;
        for (int rank = 1; rank <= domains; rank++) {
            all += 1.0 / rank;
        }
        List<Integer> places = new ArrayList<>();
        for (int rank = domains; rank >= 1; rank--) {
            long share =
                    rank == 1 ? feeds - places.size() : Math.max(1, Math.round((feeds - domains) / all / rank) + 1);
            for (int i = 0; i < share && places.size() < feeds; i++) {
                places.add(rank - 1);
            }
        }
        Collections.shuffle(places, new Random(1));
        return places;
    }

    /** @param places for each feed its domain, from 0 */
    private static List<Feed> spread(List<Integer> places) {
        List<Feed> feeds = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            URI address = URI.create("https://" + domain(places.get(i)) + "/feeds/" + i + ".xml");
            feeds.add(new Feed(address, IDS.get(i % IDS.size()), i));
        }
        return feeds;
    }

    private static String domain(int place) {
        String number = String.valueOf(place + 1);
        return "d" + "0".repeat(Math.max(0, 4 - number.length())) + number + ".example";
    }
}
