package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import press.parallel.LossException;
import press.parallel.Printed;

/** What happens at the hour of an edition. */
class ScheduleTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T05:30:00Z"));

    /** Before a run opens, its books need neither newsroom nor line. */
    private final Runs runs = new Runs(
            new Runs.Plan(List::of, Duration.ofMinutes(2), 0.75, Duration.ofHours(48), Runs.Pictures.NONE),
            null,
            null,
            null,
            null,
            null,
            null,
            CLOCK,
            null);

    private final Schedule schedule = new Schedule(new Timetable("0 0 6 * * ?", ZoneId.of("UTC")), runs, CLOCK);

    @Test
    void anHourThatComesWhileAnEditionIsBeingPrintedIsSkipped() {
        assertThat(schedule.begin()).isTrue();
        assertThat(schedule.begin()).isFalse();
    }

    @Test
    void theHourAfterAnEditionThatFailedIsServed() {
        CompletableFuture<Printed> before = runs.order(null, true);
        assertThat(schedule.begin()).isFalse();
        before.completeExceptionally(new LossException("no edition was printed"));
        assertThat(schedule.begin()).isTrue();
    }
}
