package press.parallel.printer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Times as one edition tells them: how long before it was printed, and exactly, with the time zone.
 *
 * @param printedAt what "ago" counts from
 * @param zone the press's time zone
 */
record Times(Instant printedAt, ZoneId zone) {
    /** Older than this many days, a date says more than their number. */
    private static final int DATED_DAYS = 60;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu 'at' HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH);

    Times {
        zone = zone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
    }

    /** Such as {@code Sunday, 22 November 2026}. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /**
     * Such as {@code just now}, {@code 25 min ago}, {@code 9 h ago}, {@code yesterday}, {@code 2 days ago}; begun minutes and hours do not
     * count, from 24 hours on the days of the calendar do. A date that lies ahead is {@code just now}.
     */
    String ago(Instant when) {
        long minutes = ChronoUnit.MINUTES.between(when, printedAt);
        if (minutes < 1) {
            return "just now";
        }
        if (minutes < 60) {
            return minutes + " min ago";
        }
        ZonedDateTime at = when.atZone(zone);
        long days =
                ChronoUnit.DAYS.between(at.toLocalDate(), printedAt.atZone(zone).toLocalDate());
        // A day has 25 hours when the clocks go back.
        if (minutes < 24 * 60 || days < 1) {
            return minutes / 60 + " h ago";
        }
        if (days == 1) {
            return "yesterday";
        }
        return days < DATED_DAYS ? days + " days ago" : SHORT_DAY.format(at);
    }

    /** Such as {@code Sunday, 22 November 2026 at 06:53 CET}. */
    String exact(Instant when) {
        return EXACT.format(when.atZone(zone));
    }

    /** Such as {@code 06:53 CET}. */
    String clock(Instant when) {
        return CLOCK.format(when.atZone(zone));
    }

    /** ISO 8601, in whole seconds. */
    static String iso(Instant when) {
        return when.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
