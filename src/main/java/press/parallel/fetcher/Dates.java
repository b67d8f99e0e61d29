package press.parallel.fetcher;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that feeds really carry: RFC 822 with any zone, ISO 8601 with any fraction or a date alone, asctime and
 * {@code date}(1), names of months in a dozen languages, seconds and milliseconds since 1970. No zone means UTC.
 *
 * <p>What cannot be read for certain gives null, never a guess: {@code 03/04/2023}, an unknown zone, 31 June, a span, years before 1900
 * (software's way of saying "none") and after 2200. One pass over at most 80 signs, by hand, so that nothing can backtrack.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322#section-3.3">RFC 5322, 3.3 and 4.3: dates, old and new</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339, 5.6</a>
 */
final class Dates {
    private static final int MAX_LENGTH = 80;
    private static final int UNKNOWN = -1;
    /** The year 2200, in seconds since 1970. */
    private static final long LATEST = 7_258_118_400L;

    private final String s;
    private int i;
    private int year = UNKNOWN;
    private int month = UNKNOWN;
    private int day = UNKNOWN;
    private int hour = UNKNOWN;
    private int minute;
    private int second;
    private int nano;
    private int halfDay = UNKNOWN;
    private @Nullable ZoneRule zone;
    private int offsetSeconds;
    private boolean offsetRead;
    private boolean wordRead;
    private String zoneName = "";

    private Dates(String s) {
        this.s = s;
    }

    /** The moment that {@code text} names, or null when it is blank or cannot be read for certain. */
    static @Nullable Instant parse(@Nullable String text) {
        String s = text == null ? "" : DateWords.fold(text);
        if (s.isEmpty() || s.length() > MAX_LENGTH) {
            return null;
        }
        try {
            Instant epoch = epoch(s);
            return epoch != null ? epoch : new Dates(s).read();
        } catch (DateTimeException | NumberFormatException | Unreadable e) {
            return null;
        }
    }

    /** Seconds (9 to 11 digits, perhaps with a fraction) or milliseconds (12 or 13) since 1970. */
    private static @Nullable Instant epoch(String s) {
        int point = s.indexOf('.');
        String whole = point < 0 ? s : s.substring(0, point);
        String rest = point < 0 ? "" : s.substring(point + 1);
        boolean calendar = whole.length() == 12 && (whole.startsWith("19") || whole.startsWith("20"));
        if (whole.length() < 9 || whole.length() > 13 || calendar || !isDigits(whole) || !isDigits(rest)) {
            return null;
        }
        return ofNumber(Long.parseLong(whole));
    }

    /** Seconds since 1970, or milliseconds where seconds would lie thousands of years ahead; null for what is neither. */
    static @Nullable Instant ofNumber(long number) {
        if (number <= 0 || number > LATEST * 1000 || number > LATEST && number < 100_000_000_000L) {
            return null;
        }
        return number > LATEST ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    private static boolean isDigits(String s) {
        return s.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private @Nullable Instant read() throws Unreadable {
        while (i < s.length()) {
            char c = s.charAt(i);
            if (isDigit(c)) {
                number();
            } else if (c == '(') {
                int end = s.indexOf(')', i);
                i = end < 0 ? s.length() : end + 1;
            } else if ((c == '+' || c == '-')
                    && i + 1 < s.length()
                    && isDigit(s.charAt(i + 1))
                    && (hour != UNKNOWN || isOffsetOfDate())) {
                offset(c == '+' ? 1 : -1);
            } else if (Character.isLetter(c)) {
                word();
            } else {
                i++;
            }
        }
        return instant();
    }

    /** {@code 2023-11-14+01:00}, a date of XML Schema. */
    private boolean isOffsetOfDate() {
        return day != UNKNOWN && i + 6 == s.length() && s.charAt(i + 3) == ':';
    }

    private void number() throws Unreadable {
        int end = digitsEnd(i);
        int length = end - i;
        char next = end < s.length() ? s.charAt(end) : ' ';
        boolean digitAfter = end + 1 < s.length() && isDigit(s.charAt(end + 1));
        boolean french = next == 'h' && digitAfter && day != UNKNOWN;
        if ((next == ':' || french) && length <= 2 && hour == UNKNOWN) {
            clock(end);
        } else if (year == UNKNOWN
                && length == 4
                && (next == '-' || next == '/' || next == '.')
                && (digitAfter || isWeek(end + 1))) {
            isoDate(end);
        } else if (length == 8 && year == UNKNOWN) {
            date(int4(i), int2(i + 4), int2(i + 6));
            i = end;
        } else if ((length == 12 || length == 14) && year == UNKNOWN) {
            date(int4(i), int2(i + 4), int2(i + 6));
            time(int2(i + 8), int2(i + 10), length == 14 ? int2(i + 12) : 0);
            i = end;
        } else if (year == UNKNOWN
                && month == UNKNOWN
                && length <= 2
                && (next == '-' || next == '/' || next == '.')
                && digitAfter) {
            numericDate(end, next);
        } else if (hour == UNKNOWN
                && year != UNKNOWN
                && day != UNKNOWN
                && (length == 4 && i > 0 && s.charAt(i - 1) == 't' || length == 6)) {
            time(int2(i), int2(i + 2), length == 6 ? int2(i + 4) : 0);
            i = end;
            fraction();
        } else {
            plainNumber(Integer.parseInt(s.substring(i, end)), length);
            i = end;
        }
    }

    /** A day, a year or an hour that stands alone, in that order. */
    private void plainNumber(int value, int length) throws Unreadable {
        if (length == 4 && year == UNKNOWN) {
            year = value;
        } else if (length <= 2 && day == UNKNOWN) {
            day = value;
        } else if (length == 2 && year == UNKNOWN && month != UNKNOWN) {
            year = value < 50 ? 2000 + value : 1900 + value; // RFC 5322, 4.3
        } else if (length <= 2 && hour == UNKNOWN && year != UNKNOWN) {
            time(value, 0, 0);
        } else {
            throw new Unreadable();
        }
    }

    /** {@code 2023-11-14}, {@code 2023-11}, {@code 2023-318}, {@code 2023-W46-2}. */
    private void isoDate(int afterYear) throws Unreadable {
        int y = int4(i);
        i = afterYear + 1;
        if (isWeek(i)) {
            int week = int2(i + 1);
            int weekday = i + 4 < s.length() && s.charAt(i + 3) == '-' && isDigit(s.charAt(i + 4))
                    ? s.charAt(i + 4) - '0'
                    : 1;
            i += i + 4 < s.length() && s.charAt(i + 3) == '-' ? 5 : 3;
            if (week < 1 || week > 53 || weekday < 1 || weekday > 7) {
                throw new Unreadable();
            }
            // ISO 8601: week 1 is the one with 4 January.
            LocalDate fourth = LocalDate.of(y, 1, 4);
            LocalDate found = fourth.plusDays(
                    7L * (week - 1) + weekday - fourth.getDayOfWeek().getValue());
            date(found.getYear(), found.getMonthValue(), found.getDayOfMonth());
            return;
        }
        int end = digitsEnd(i);
        if (end - i == 3) {
            LocalDate found = LocalDate.ofYearDay(y, Integer.parseInt(s.substring(i, end)));
            date(y, found.getMonthValue(), found.getDayOfMonth());
            i = end;
            return;
        }
        int m = small(end);
        i = end;
        int d = 1;
        if (i + 1 < s.length() && "-/.".indexOf(s.charAt(i)) >= 0 && isDigit(s.charAt(i + 1))) {
            end = digitsEnd(++i);
            d = small(end);
            i = end;
        }
        date(y, m, d);
    }

    /** {@code 14.11.2023}, {@code 14-11-2023}; with slashes only where day and month cannot be taken for one another. */
    private void numericDate(int end, char separator) throws Unreadable {
        int first = small(end);
        int secondEnd = digitsEnd(end + 1);
        i = end + 1;
        int second = small(secondEnd);
        if (secondEnd >= s.length() || s.charAt(secondEnd) != separator || digitsEnd(secondEnd + 1) != secondEnd + 5) {
            throw new Unreadable();
        }
        int y = int4(secondEnd + 1);
        i = secondEnd + 5;
        if (separator == '.' || first > 12 || first == second) {
            date(y, second, first);
        } else if (second > 12) {
            date(y, first, second);
        } else {
            throw new Unreadable();
        }
    }

    private void clock(int afterHour) throws Unreadable {
        int h = small(afterHour);
        i = afterHour + 1;
        int end = digitsEnd(i);
        int m = small(end);
        i = end;
        int sec = 0;
        if (i + 1 < s.length() && s.charAt(i) == ':' && isDigit(s.charAt(i + 1))) {
            end = digitsEnd(++i);
            sec = small(end);
            i = end;
            fraction();
        }
        time(h, m, sec);
    }

    private void fraction() {
        if (i + 1 < s.length() && (s.charAt(i) == '.' || s.charAt(i) == ',') && isDigit(s.charAt(i + 1))) {
            int end = digitsEnd(i + 1);
            nano = Integer.parseInt((s.substring(i + 1, end) + "000000000").substring(0, 9));
            i = end;
        }
    }

    /** {@code +0100}, {@code +01:00}, {@code +1}, {@code -03:30}; after GMT or UTC too. */
    private void offset(int sign) throws Unreadable {
        int end = digitsEnd(i + 1);
        String digits = s.substring(i + 1, end);
        i = end;
        if (digits.length() <= 2 && i + 1 < s.length() && s.charAt(i) == ':' && isDigit(s.charAt(i + 1))) {
            end = digitsEnd(i + 1);
            digits += s.substring(i + 1, Math.min(end, i + 3));
            i = end;
            if (i + 1 < s.length() && s.charAt(i) == ':' && isDigit(s.charAt(i + 1))) {
                i = digitsEnd(i + 1); // offsets with seconds are older than any feed
            }
        }
        int value = Integer.parseInt(digits);
        int hours = digits.length() <= 2 ? value : value / 100;
        int minutes = digits.length() <= 2 ? 0 : value % 100;
        if (digits.length() > 4 || hours * 60 + minutes > 14 * 60 || minutes > 59) {
            throw new Unreadable();
        }
        offsetSeconds = sign * (hours * 3600 + minutes * 60);
        offsetRead = true;
    }

    private void word() throws Unreadable {
        int end = i;
        while (end < s.length() && (Character.isLetter(s.charAt(end)) || inWord(end))) {
            end++;
        }
        String word = s.substring(i, end).replace(".", "");
        wordRead = true;
        boolean separates = word.equals("t") && end < s.length() && isDigit(s.charAt(end)) && year != UNKNOWN;
        i = end;
        if (separates) {
            return;
        }
        Integer half = DateWords.halfDay(word);
        Integer named = DateWords.month(word);
        if (half != null) {
            halfDay = half;
        } else if (named != null && hour == UNKNOWN || named != null && month == UNKNOWN) {
            month = named; // a weekday such as Spanish "mar" comes first and is overwritten
        } else if (hour != UNKNOWN && !DateWords.isFiller(word)) {
            zone = DateWords.zone(word);
            if (zone == null || !zoneName.isEmpty() && !zoneName.equals(word)) {
                throw new Unreadable();
            }
            zoneName = word;
        }
    }

    /** Points of {@code a.m.} and slashes of {@code Europe/Berlin} belong to the word. */
    private boolean inWord(int at) {
        char c = s.charAt(at);
        boolean letterAfter = at + 1 < s.length() && Character.isLetter(s.charAt(at + 1));
        return c == '.' || (c == '/' || c == '_') && letterAfter && hour != UNKNOWN;
    }

    private void date(int y, int m, int d) {
        year = y;
        month = m;
        day = d;
    }

    private void time(int h, int m, int sec) {
        hour = h;
        minute = m;
        second = sec;
    }

    private @Nullable Instant instant() throws Unreadable {
        if (year != UNKNOWN && month == UNKNOWN && day == UNKNOWN && hour == UNKNOWN && !wordRead) {
            date(year, 1, 1);
        }
        if (year < 1900
                || year > 2200
                || minute > 59
                || second > 60
                || hour > 24
                || hour == 24 && minute + second > 0) {
            return null;
        }
        int h = Math.max(hour, 0);
        if (halfDay == 0 && h > 12) {
            return null;
        }
        if (halfDay != UNKNOWN && h <= 12) {
            h = h % 12 + halfDay;
        }
        // 24:00 is the next day's midnight and a leap second the next minute: both by counting on.
        Instant local = LocalDate.of(year, month, day)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plusSeconds(h * 3600L + minute * 60L + second)
                .plusNanos(nano);
        if (offsetRead) {
            return local.minusSeconds(offsetSeconds);
        }
        return zone == null ? local : zone.utc(local);
    }

    private int digitsEnd(int from) {
        int end = from;
        while (end < s.length() && isDigit(s.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isWeek(int at) {
        return at + 2 < s.length() && s.charAt(at) == 'w' && isDigit(s.charAt(at + 1)) && isDigit(s.charAt(at + 2));
    }

    private int small(int end) throws Unreadable {
        if (end - i < 1 || end - i > 2) {
            throw new Unreadable();
        }
        return Integer.parseInt(s.substring(i, end));
    }

    private int int2(int at) {
        return Integer.parseInt(s.substring(at, at + 2));
    }

    private int int4(int at) {
        return Integer.parseInt(s.substring(at, at + 4));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** From local time, read as if it were UTC, to UTC. */
    interface ZoneRule {
        Instant utc(Instant local);
    }

    /** Not certain enough to print. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private Unreadable() {
            super("not a date", null, false, false);
        }
    }
}
