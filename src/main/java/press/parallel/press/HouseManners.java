package press.parallel.press;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import press.parallel.Settings;
import press.parallel.politeness.Manners;

/** The manners that the settings ask for. Immutable. */
final class HouseManners implements Manners {
    private final Duration interval;
    private final int inFlight;
    private final Duration margin;
    private final Duration gather;
    private final Map<String, Duration> intervals = new HashMap<>();
    private final Map<String, Integer> inFlights = new HashMap<>();

    HouseManners(Settings.PolitenessSettings settings) {
        this.interval = settings.interval();
        this.inFlight = settings.inFlight();
        this.margin = settings.margin();
        this.gather = settings.gather();
        settings.domain().forEach((domain, own) -> {
            own.interval().ifPresent(value -> intervals.put(domain, value));
            own.inFlight().ifPresent(value -> inFlights.put(domain, value));
        });
    }

    @Override
    public Duration interval(String domain) {
        return intervals.getOrDefault(domain, interval);
    }

    @Override
    public int inFlight(String domain) {
        return inFlights.getOrDefault(domain, inFlight);
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
