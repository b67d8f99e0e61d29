package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import press.parallel.Settings;
import press.parallel.politeness.Robots;

class HouseMannersTest {
    private record Own(Optional<Duration> interval, Optional<Integer> inFlight) implements Settings.DomainSettings {}

    private record House(Map<String, Settings.DomainSettings> domain) implements Settings.PolitenessSettings {
        @Override
        public Duration interval() {
            return Duration.ofSeconds(2);
        }

        @Override
        public int inFlight() {
            return 1;
        }

        @Override
        public Duration margin() {
            return Duration.ofMillis(20);
        }

        @Override
        public long floorMillis() {
            return 1000;
        }

        @Override
        public Duration gather() {
            return Duration.ofMillis(30);
        }

        @Override
        public Map<String, String> same() {
            return Map.of();
        }
    }

    private static HouseManners knowing(String domain, Optional<Duration> interval, Optional<Integer> inFlight) {
        return new HouseManners(new House(Map.of(domain, new Own(interval, inFlight))), new Robots("ParallelPress"));
    }

    @Test
    void everyDomainHasTheHousesMannersUntilItHasItsOwn() {
        HouseManners manners = knowing("ycombinator.com", Optional.of(Duration.ofMillis(500)), Optional.of(3));
        assertThat(manners.interval("ycombinator.com")).isEqualTo(Duration.ofMillis(500));
        assertThat(manners.inFlight("ycombinator.com")).isEqualTo(3);
        assertThat(manners.interval("reddit.com")).isEqualTo(Duration.ofSeconds(2));
        assertThat(manners.inFlight("reddit.com")).isOne();
    }

    @Test
    void whatADomainDoesNotSetIsTheHouses() {
        HouseManners faster = knowing("a.org", Optional.of(Duration.ZERO), Optional.empty());
        assertThat(faster.interval("a.org")).isZero();
        assertThat(faster.inFlight("a.org")).isOne();
        HouseManners wider = knowing("a.org", Optional.empty(), Optional.of(2));
        assertThat(wider.interval("a.org")).isEqualTo(Duration.ofSeconds(2));
        assertThat(wider.inFlight("a.org")).isEqualTo(2);
    }

    @Test
    void marginAndGatheringAreThoseOfTheSettings() {
        HouseManners manners = new HouseManners(new House(Map.of()), new Robots("ParallelPress"));
        assertThat(manners.margin()).isEqualTo(Duration.ofMillis(20));
        assertThat(manners.gather()).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void aLongerCrawlDelayCountsBeforeTheSettings() {
        Robots robots = new Robots("ParallelPress");
        HouseManners manners = new HouseManners(
                new House(Map.of("fast.org", new Own(Optional.of(Duration.ZERO), Optional.of(4)))), robots);
        robots.restore("fast.org", "www.fast.org", Duration.ofSeconds(10));
        robots.restore("b.org", "b.org", Duration.ofSeconds(1));

        assertThat(manners.interval("fast.org")).isEqualTo(Duration.ofSeconds(10));
        assertThat(manners.source("fast.org")).isEqualTo("robots.txt");
        assertThat(manners.inFlight("fast.org")).isOne();
        assertThat(manners.interval("b.org")).isEqualTo(Duration.ofSeconds(2));
        assertThat(manners.source("b.org")).isEqualTo("setting");
    }
}
