package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import press.parallel.FeedReport;

class MetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(registry);

    private double requests(String domain, String status) {
        return registry.get("press.requests")
                .tags("domain", domain, "status", status)
                .counter()
                .count();
    }

    @Test
    void answersAreCountedByDomainAndStatus() {
        meters.answered("reddit.com", 200, Duration.ofMillis(300));
        meters.answered("reddit.com", 200, Duration.ofMillis(100));
        meters.answered("reddit.com", 429, Duration.ZERO);
        meters.answered("a.example", 304, Duration.ZERO);
        assertThat(requests("reddit.com", "200")).isEqualTo(2);
        assertThat(requests("reddit.com", "429")).isEqualTo(1);
        assertThat(requests("a.example", "304")).isEqualTo(1);
        assertThat(registry.get("press.line.wait").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(400);
        assertThat(registry.get("press.line.wait").timer().count()).isEqualTo(4);
    }

    @Test
    void howManyDomainsEverAndWhateverTheyAnswerThePageOfNumbersStaysShort() {
        for (int i = 0; i < 5_000; i++) {
            meters.answered("d" + i + ".example", 200, Duration.ZERO);
            meters.answered("d1.example", i, Duration.ZERO);
        }
        assertThat(requests("other", "200")).isEqualTo(5_000 - Meters.MOST_DOMAINS);
        assertThat(requests("d7.example", "200")).isEqualTo(1);
        assertThat(registry.getMeters()).hasSizeLessThan(Meters.MOST_DOMAINS + 100);
    }

    @Test
    void savedBytesAndTheFeedsOfTheLastEditionAreTold() {
        meters.saved(1_000);
        meters.saved(234);
        meters.printed(List.of(report("ok"), report("late"), report("late")));
        meters.printed(List.of(report("ok"), report("ok"), report("unchanged")));
        assertThat(registry.get("press.bytes.saved").counter().count()).isEqualTo(1_234);
        assertThat(feeds("ok")).isEqualTo(2);
        assertThat(feeds("unchanged")).isEqualTo(1);
        assertThat(feeds("late")).isZero();
    }

    @Test
    void everyMeterSaysWhatItIs() {
        meters.answered("a.example", 200, Duration.ZERO);
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.getDescription()).isNotBlank());
    }

    private double feeds(String status) {
        return registry.get("press.feeds").tags("status", status).gauge().value();
    }

    private static FeedReport report(String status) {
        return new FeedReport("https://a.example/f", "A", status, "", 200, 0, 0, 0);
    }
}
