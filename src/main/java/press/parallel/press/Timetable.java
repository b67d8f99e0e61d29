package press.parallel.press;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * When editions are due.
 *
 * @param cron Quartz cron expression, or {@code off}
 * @param zone in which the expression is read
 */
record Timetable(String cron, ZoneId zone) {
    private static final String OFF = "off";

    Timetable {
        cron = cron.strip();
    }

    /**
     * The first edition due after {@code now}; empty when there is none: switched off, or all its years are over.
     *
     * @throws IllegalArgumentException if the expression cannot be read; {@code check} has told it before
     */
    Optional<ZonedDateTime> next(Instant now) {
        if (cron.equals(OFF)) {
            return Optional.empty();
        }
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(timeZone());
            return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(now)))
                    .map(due -> due.toInstant().atZone(zone));
        } catch (ParseException e) {
            throw new IllegalArgumentException(
                    "press.edition.cron: expected 'off' or a Quartz cron expression, but found '" + cron + "'", e);
        }
    }

    /** What route print-on-schedule is told. An expression that never comes again is not scheduled: Quartz would refuse it. */
    Map<String, String> properties(Instant now) {
        return next(now)
                .map(due -> Map.of(
                        "parallel-press.scheduled",
                        "true",
                        "parallel-press.cron",
                        cron,
                        "parallel-press.time-zone",
                        timeZone().getID()))
                .orElse(Map.of("parallel-press.scheduled", "false"));
    }

    /** Offsets such as {@code +02:00} are {@code GMT+02:00} there; by its bare name it would silently become UTC. */
    private TimeZone timeZone() {
        return TimeZone.getTimeZone(zone);
    }
}
