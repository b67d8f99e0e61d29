package press.parallel.fetcher;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import press.parallel.Hints;

/**
 * Reads how often a feed wants to be read from its head. What cannot be read is no hint. Stateless.
 */
final class HintReader {
    /** Nobody means a longer pause when writing a feed; rule 9 of the house. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));

    private HintReader() {}

    /** @param fields elements of the head by their short names */
    static Hints of(Map<String, List<Element>> fields) {
        Duration every = longer(ttl(fields), period(fields));
        Set<Integer> hours = new TreeSet<>();
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        inside(fields, "skiphours").forEach(text -> addHour(text, hours));
        inside(fields, "skipdays").forEach(text -> addDay(text, days));
        return new Hints(every, hours, days);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration capped(Duration span) {
        return span.compareTo(LONGEST) > 0 ? LONGEST : span;
    }

    /** Minutes. */
    private static Duration ttl(Map<String, List<Element>> fields) {
        long minutes = Aggregators.count(text(fields, "ttl"));
        return minutes < 0 ? Duration.ZERO : capped(Duration.ofMinutes(minutes));
    }

    /** The period, divided by how many times in it the feed changes. */
    private static Duration period(Map<String, List<Element>> fields) {
        Duration period = PERIODS.getOrDefault(text(fields, "sy:updateperiod").toLowerCase(Locale.ROOT), Duration.ZERO);
        long times = Aggregators.count(text(fields, "sy:updatefrequency"));
        return capped(times > 1 ? period.dividedBy(times) : period);
    }

    private static String text(Map<String, List<Element>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(element -> element.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> inside(Map<String, List<Element>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .flatMap(element -> element.children().stream())
                .map(child -> child.wholeText().strip())
                .toList();
    }

    /** 0 to 23; the older 24 is midnight. */
    private static void addHour(String text, Set<Integer> hours) {
        long hour = Aggregators.count(text);
        if (hour >= 0 && hour <= 24) {
            hours.add((int) hour % 24);
        }
    }

    private static void addDay(String text, Set<DayOfWeek> days) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equalsIgnoreCase(text)) {
                days.add(day);
            }
        }
    }
}
