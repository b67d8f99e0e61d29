package press.parallel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.Feed;

class WorkloadTest {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private static Workload of(Scenario scenario) {
        return Workload.of(new BenchOrder(scenario, 0, 0, false, null, List.of(Mode.POLITE)));
    }

    private static Map<String, Long> byDomain(Workload workload) {
        return workload.feeds().stream()
                .collect(Collectors.groupingBy(feed -> feed.address().getHost(), TreeMap::new, Collectors.counting()));
    }

    @Test
    void withoutAWordItIsThePaperOfTheSettingsAndOnlyRedditIsSpaced() {
        Workload workload = Workload.of(new BenchOrder(null, 0, 0, false, null, List.of()));
        assertThat(workload.feeds()).isEmpty();
        assertThat(workload.interval("reddit.com")).isEqualTo(TWO_SECONDS);
        assertThat(workload.interval("nytimes.com")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"A, 3", "B, 24"})
    void someOfThirtySixStoriesStandAtTheSpacedDomain(Scenario scenario, int there) {
        Workload workload = of(scenario);
        assertThat(byDomain(workload)).hasSize(21).containsEntry("d0001.example", 6L);
        assertThat(workload.feeds()).hasSize(26);
        assertThat(workload.intervals()).containsExactly(Map.entry("d0001.example", TWO_SECONDS));
        Map<String, Integer> leading = new TreeMap<>();
        int atTheSpaced = 0;
        for (Feed feed : workload.feeds()) {
            int here = workload.wide().leading().getOrDefault(feed.address(), 0);
            assertThat(here).isLessThanOrEqualTo(workload.wide().entries());
            leading.merge(feed.section(), here, Integer::sum);
            atTheSpaced += feed.address().getHost().equals("d0001.example") ? here : 0;
        }
        assertThat(leading).isEqualTo(new TreeMap<>(Workload.SECTIONS));
        assertThat(atTheSpaced).isEqualTo(there);
    }

    @Test
    void ninetySixFeedsOfEightSpacedDomainsLeadTheList() {
        Workload workload = of(Scenario.C);
        assertThat(workload.feeds()).hasSize(576);
        assertThat(workload.intervals()).hasSize(8);
        for (Feed feed : workload.feeds()) {
            assertThat(workload.intervals().containsKey(feed.address().getHost()))
                    .isEqualTo(feed.index() < 96);
        }
    }

    @Test
    void threeHundredFeedsFollowZipf() {
        Map<String, Long> byDomain = byDomain(of(Scenario.D));
        assertThat(byDomain).hasSize(60);
        assertThat(byDomain.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(300);
        assertThat(byDomain.values()).allMatch(feeds -> feeds >= 1);
        assertThat(byDomain.get("d0001.example")).isBetween(50L, 70L);
        assertThat(of(Scenario.D).interval("d0060.example")).isEqualTo(TWO_SECONDS);
        assertThat(of(Scenario.D)).isEqualTo(of(Scenario.D));
    }

    @Test
    void fiveThousandFeedsAreSpacedOnlyWhenAnIntervalIsGiven() {
        Workload workload = of(Scenario.E);
        assertThat(workload.feeds()).hasSize(5_000);
        assertThat(byDomain(workload)).hasSize(2_000);
        assertThat(workload.elsewhere()).isZero();
        assertThat(workload.wide().quick()).isTrue();
        assertThat(Workload.of(new BenchOrder(Scenario.E, 0, 0, false, TWO_SECONDS, List.of()))
                        .elsewhere())
                .isEqualTo(TWO_SECONDS);
    }

    @ParameterizedTest
    @CsvSource({"6, 3, false", "7, 7, true", "40, 3, true", "1, 1, true"})
    void inventedFeedsAreSpreadOverAllTheirDomains(int feeds, int domains, boolean zipf) {
        Workload workload = Workload.of(new BenchOrder(null, feeds, domains, zipf, Duration.ofMillis(300), List.of()));
        assertThat(workload.feeds()).hasSize(feeds);
        assertThat(byDomain(workload)).hasSize(domains);
        assertThat(workload.interval("d0001.example")).isEqualTo(Duration.ofMillis(300));
    }
}
