package press.parallel.politeness;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After}: seconds, or a date in one of the three forms of HTTP.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, 10.2.3</a>
 */
public final class RetryAfter {
    /** Longer waits are cut to this: a mistake of a server must not shut it out for years. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** The form of today and the two old ones that must still be understood (RFC 9110, 5.6.7). */
    private static final List<DateTimeFormatter> HTTP_DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.US),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC));

    private RetryAfter() {}

    /**
     * How long to wait from now on.
     *
     * @param value of the header, null when it was not sent
     * @param date value of the answer's {@code Date}: a date to wait for was read off the same clock, so that a wrong clock on
     *     either side does no harm
     * @param now where there is no such header
     * @return at most 24 h; empty when there is no header, it cannot be read, or names a moment that is past
     */
    public static Optional<Duration> parse(@Nullable String value, @Nullable String date, Instant now) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        String text = value.strip();
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(text.length() > 9 ? LONGEST : shorter(Duration.ofSeconds(Long.parseLong(text))));
        }
        return date(text)
                .map(until ->
                        Duration.between(date(date == null ? "" : date.strip()).orElse(now), until))
                .filter(wait -> !wait.isNegative())
                .map(RetryAfter::shorter);
    }

    private static Optional<Instant> date(String text) {
        return HTTP_DATES.stream().flatMap(form -> instant(text, form).stream()).findFirst();
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Optional<Instant> instant(String text, DateTimeFormatter form) {
        try {
            return Optional.of(ZonedDateTime.parse(text, form).toInstant());
        } catch (DateTimeParseException otherForm) {
            return Optional.empty();
        }
    }
}
