package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import press.parallel.bench.Mode;
import press.parallel.bench.Workload;
import press.parallel.politeness.Manners;

class PaceTest {
    private static final Duration HOUSE = Duration.ofSeconds(5);
    private static final Duration OWN = Duration.ofSeconds(2);

    private final Pace pace = new Pace();
    private final Manners manners = pace.over(domain -> HOUSE);

    private static Workload workload(Duration elsewhere) {
        return new Workload("", List.of(), Map.of("a.org", OWN), elsewhere, null);
    }

    @Test
    void whileNothingIsMeasuredTheHousesMannersCount() {
        assertThat(manners.interval("a.org")).isEqualTo(HOUSE);
        assertThat(manners.inFlight("a.org")).isOne();
        assertThat(pace.isPolite()).isTrue();
    }

    @Test
    void politelyTheIntervalsOfTheBenchCount() {
        pace.set(Mode.POLITE, workload(Duration.ZERO));
        assertThat(manners.interval("a.org")).isEqualTo(OWN);
        assertThat(manners.interval("b.org")).isZero();
        assertThat(manners.inFlight("b.org")).isOne();
        assertThat(pace.isPolite()).isTrue();
    }

    @Test
    void theOtherWaysKnowNoIntervalAndObeyNoRefusal() {
        pace.set(Mode.UNSAFE, workload(OWN));
        assertThat(manners.interval("a.org")).isZero();
        assertThat(manners.inFlight("a.org")).isEqualTo(Integer.MAX_VALUE);
        pace.set(Mode.SEQUENTIAL, workload(OWN));
        assertThat(manners.interval("a.org")).isZero();
        assertThat(manners.inFlight("a.org")).isOne();
        assertThat(pace.isPolite()).isFalse();
    }
}
