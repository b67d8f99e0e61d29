package press.parallel.press;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import press.parallel.Settings;
import press.parallel.politeness.Manners;
import press.parallel.politeness.Robots;

/** The manners that the settings ask for, or a site's robots.txt where it asks for more. Safe for use by many threads. */
final class HouseManners implements Manners {
    private final Duration interval;
    private final int inFlight;
    private final Duration margin;
    private final Duration gather;
    private final Robots robots;
    private final Map<String, Duration> intervals = new HashMap<>();
    private final Map<String, Integer> inFlights = new HashMap<>();

    HouseManners(Settings.PolitenessSettings settings, Robots robots) {
        this.interval = settings.interval();
        this.inFlight = settings.inFlight();
        this.margin = settings.margin();
        this.gather = settings.gather();
        this.robots = robots;
        settings.domain().forEach((domain, own) -> {
            own.interval().ifPresent(value -> intervals.put(domain, value));
            own.inFlight().ifPresent(value -> inFlights.put(domain, value));
        });
    }

    @Override
    public Duration interval(String domain) {
        Duration set = intervals.getOrDefault(domain, interval);
        Duration asked = robots.crawlDelay(domain);
        return asked.compareTo(set) > 0 ? asked : set;
    }

    @Override
    public String source(String domain) {
        return robots.crawlDelay(domain).compareTo(intervals.getOrDefault(domain, interval)) > 0
                ? "robots.txt"
                : "setting";
    }

    /** One, where a Crawl-delay is kept. */
    @Override
    public int inFlight(String domain) {
        return robots.crawlDelay(domain).isZero() ? inFlights.getOrDefault(domain, inFlight) : 1;
    }

    @Override
    public Duration margin() {
        return margin;
    }

    @Override
    public Duration gather() {
        return gather;
    }
}
