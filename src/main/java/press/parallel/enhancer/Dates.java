package press.parallel.enhancer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the dates that pages write for machines. Without a zone they count as UTC, without a time as midnight. */
final class Dates {
    /** Nothing on the web is older. */
    static final int FIRST_YEAR = 1990;

    private static final int LONGEST = 80;

    private static final List<DateTimeFormatter> SHAPES = List.of(
            DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd['T'][' ']HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S][ ][XXX][XX][X]", Locale.ROOT),
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT),
            DateTimeFormatter.ofPattern("yyyy/MM/dd[ HH:mm[:ss]]", Locale.ROOT),
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT));

    private Dates() {}

    /**
     * The instant that {@code text} names, null when it is none of the known shapes, nor a date as people write it, or from before the web.
     *
     * @param language tag of the page's language; it decides whether 04/03 is in March
     */
    static @Nullable Instant read(String text, String language) {
        Instant read = read(text);
        if (read == null) {
            ShownDates.@Nullable Found found = text.length() > LONGEST ? null : ShownDates.find(text, language);
            return found == null ? null : found.instant();
        }
        return read.atOffset(ZoneOffset.UTC).getYear() < FIRST_YEAR ? null : read;
    }

    private static @Nullable Instant read(String text) {
        String date = text.strip();
        if (date.length() < 8 || date.length() > LONGEST) {
            return null;
        }
        for (DateTimeFormatter shape : SHAPES) {
            try {
                TemporalAccessor read =
                        shape.parseBest(date, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
                if (read instanceof OffsetDateTime zoned) {
                    return zoned.toInstant();
                }
                return read instanceof LocalDateTime local
                        ? local.toInstant(ZoneOffset.UTC)
                        : LocalDate.from(read).atStartOfDay().toInstant(ZoneOffset.UTC);
            } catch (DateTimeException other) {
                // the next shape may fit
            }
        }
        return null;
    }
}
