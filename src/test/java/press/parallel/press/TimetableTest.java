package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When editions are due. 23 November 2026 is a Monday. */
class TimetableTest {
    private static final Instant NOW = Instant.parse("2026-11-23T05:30:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "0 0 6 * * ?,     Europe/Berlin,    2026-11-24T06:00+01:00[Europe/Berlin]",
        "0 0 6 * * ?,     UTC,              2026-11-23T06:00Z[UTC]",
        "0 0 6 * * ?,     America/New_York, 2026-11-23T06:00-05:00[America/New_York]",
        "0 0 12 * * ?,    +05:30,           2026-11-23T12:00+05:30",
        "0 30 7 ? * SAT,  Europe/Berlin,    2026-11-28T07:30+01:00[Europe/Berlin]",
        "0 0 6 ? * 6#1,   Europe/Berlin,    2026-12-04T06:00+01:00[Europe/Berlin]",
        "' 0/5 * * * * ? ', UTC,            2026-11-23T05:30:05Z[UTC]",
    })
    void theHourIsReadInThePapersZone(String cron, String zone, String due) {
        assertThat(new Timetable(cron, ZoneId.of(zone)).next(NOW)).contains(ZonedDateTime.parse(due));
    }

    @Test
    void theRouteIsToldWhatToRunOn() {
        assertThat(new Timetable("0 0 6 * * ?", BERLIN).properties(NOW))
                .isEqualTo(Map.of(
                        "parallel-press.scheduled", "true",
                        "parallel-press.cron", "0 0 6 * * ?",
                        "parallel-press.time-zone", "Europe/Berlin"));
    }

    @Test
    void anOffsetKeepsItsHoursOnTheWayToQuartz() {
        assertThat(new Timetable("0 0 6 * * ?", ZoneId.of("+05:30")).properties(NOW))
                .containsEntry("parallel-press.time-zone", "GMT+05:30");
    }

    @ParameterizedTest
    @CsvSource({"off", "0 0 6 1 1 ? 2020"})
    void whatNeverComesIsNotScheduled(String cron) {
        Timetable never = new Timetable(cron, BERLIN);
        assertThat(never.next(NOW)).isEmpty();
        assertThat(never.properties(NOW)).isEqualTo(Map.of("parallel-press.scheduled", "false"));
    }

    @Test
    void anUnreadableExpressionIsNamed() {
        assertThatThrownBy(() -> new Timetable("every morning", BERLIN).next(NOW))
                .hasMessage(
                        "press.edition.cron: expected 'off' or a Quartz cron expression, but found 'every morning'");
    }
}
