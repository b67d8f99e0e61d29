package press.parallel.enhancer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dates that pages write for people, in many languages, digits and orders. Reads a line once from left to right. Without a zone
 * a date counts as UTC, without a time as midnight; what is said to be the time of a change is no date of publication.
 */
final class ShownDates {
    /** Longer lines are read so far, in characters. */
    private static final int LONGEST = 300;

    private static final int MOST_TOKENS = 80;

    /** Years that Thailand counts from the Buddha's death. */
    private static final int BUDDHIST = 543;

    /** Words that may stand between the parts of a date. */
    private static final Set<String> BETWEEN = Set.copyOf(List.of("""
            de del of the d di den st nd rd th er º ª ος η г года р року m y d d' ngày tháng năm năm w dne an al la le le os el
            年 月 日 년 월 일 م م٬ день ที่ เดือน พศ คศ thg թ ж gada eko ko
            """.strip().split("\\s+")));

    /** Beginnings of words before a date that is not that of publication. */
    private static final String[] NOT_PUBLISHED = {
        "updat",
        "aktualis",
        "modif",
        "actuali",
        "atuali",
        "mis à jour",
        "mise à jour",
        "aggiorn",
        "bijgewerkt",
        "gewijzigd",
        "zaktualiz",
        "aktualiz",
        "uppdater",
        "oppdater",
        "opdater",
        "endret",
        "ändrad",
        "päivit",
        "güncel",
        "обнов",
        "изменен",
        "оновлен",
        "ενημερώ",
        "تحديث",
        "به‌روز",
        "بروزرسانی",
        "עודכן",
        "עדכון",
        "अपडेट",
        "更新",
        "수정",
        "แก้ไข",
        "อัปเดต",
        "cập nhật",
        "diperbarui",
        "frissít",
        "geändert",
        "edited",
        "joined",
        "registr",
        "member since",
        "inscrit",
        "miembro desde"
    };

    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("wet", 0),
            Map.entry("bst", 60),
            Map.entry("cet", 60),
            Map.entry("mez", 60),
            Map.entry("cest", 120),
            Map.entry("mesz", 120),
            Map.entry("eet", 120),
            Map.entry("eest", 180),
            Map.entry("msk", 180),
            Map.entry("мск", 180),
            Map.entry("wib", 420),
            Map.entry("jst", 540),
            Map.entry("kst", 540),
            Map.entry("et", -300),
            Map.entry("est", -300),
            Map.entry("edt", -240),
            Map.entry("cst", -360),
            Map.entry("cdt", -300),
            Map.entry("mst", -420),
            Map.entry("mdt", -360),
            Map.entry("pst", -480),
            Map.entry("pdt", -420));

    private static final Set<String> AFTERNOON = Set.of("pm", "오후", "下午", "午後", "م", "μμ", "ช่วงบ่าย");
    private static final Set<String> MORNING = Set.of("am", "오전", "上午", "午前", "ص", "πμ");

    /**
     * A number, a word or a sign.
     *
     * @param number its value, -1 for words and signs
     * @param to the sign after it
     */
    private record Token(String text, int number, int from, int to) {
        boolean isNumber(int shortest, int longest) {
            return number >= 0 && to - from >= shortest && to - from <= longest;
        }

        boolean isWord() {
            return number < 0 && Character.isLetter(text.codePointAt(0));
        }
    }

    /**
     * A date in a line.
     *
     * @param from where it begins
     * @param to where it ends
     */
    record Found(Instant instant, int from, int to) {}

    private final String line;
    private final String lower;
    private final String language;
    private final List<Token> tokens = new ArrayList<>();
    private int end;

    private ShownDates(String line, String language) {
        String read = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        this.line = plainMonths(read);
        this.lower = this.line.toLowerCase(Locale.ROOT);
        this.language = language;
        tokenize();
    }

    /**
     * The first date of publication in {@code line}, null when there is none.
     *
     * @param language tag of the page's language; it decides whether 04/03 is in March
     */
    static @Nullable Found find(String line, String language) {
        return find(line, language, "");
    }

    /** @param before what stands before the line and may say what its date is of */
    static @Nullable Found find(String line, String language, String before) {
        if (digits(line) < 5) {
            return null;
        }
        return new ShownDates(line, language).first(before);
    }

    private static int digits(String line) {
        int digits = 0;
        for (int i = 0; i < line.length() && i < LONGEST; i++) {
            digits += Character.isDigit(line.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    /** The Levant's months of two words are one here. */
    private static String plainMonths(String line) {
        return line.indexOf('ن') < 0
                ? line
                : line.replace("كانون الثاني", "يناير")
                        .replace("كانون الأول", "ديسمبر")
                        .replace("تشرين الأول", "أكتوبر")
                        .replace("تشرين الثاني", "نوفمبر");
    }

    private void tokenize() {
        int i = 0;
        while (i < line.length() && tokens.size() < MOST_TOKENS) {
            char c = line.charAt(i);
            int from = i;
            if (Character.isDigit(c)) {
                int value = 0;
                while (i < line.length() && Character.isDigit(line.charAt(i))) {
                    value = i - from < 6 ? value * 10 + Character.digit(line.charAt(i), 10) : value;
                    i++;
                }
                tokens.add(new Token(line.substring(from, i), value, from, i));
            } else if (Character.isLetter(c)) {
                i = wordEnd(i);
                tokens.add(new Token(word(from, i), -1, from, i));
            } else {
                i++;
                if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !isMark(c)) {
                    tokens.add(new Token(String.valueOf(c), -1, from, i));
                }
            }
        }
    }

    /** Scripts whose signs of the date stand between its numbers are read letter by letter, Thai with its inner dots. */
    private int wordEnd(int from) {
        if ("年月日년월일時时分시분".indexOf(line.charAt(from)) >= 0) {
            return from + 1;
        }
        int i = from + 1;
        while (i < line.length()) {
            char c = line.charAt(i);
            boolean thaiDot =
                    c == '.' && i + 1 < line.length() && isThai(line.charAt(i - 1)) && isThai(line.charAt(i + 1));
            boolean abbreviated = c == '.'
                    && i == from + 1
                    && i + 1 < line.length()
                    && "mMμ".indexOf(line.charAt(i + 1)) >= 0
                    && "aApPμπ".indexOf(line.charAt(from)) >= 0;
            if (!Character.isLetter(c) && !isMark(c) && !thaiDot && !abbreviated) {
                break;
            }
            i++;
        }
        return i;
    }

    private String word(int from, int to) {
        return line.substring(from, to).toLowerCase(Locale.ROOT).replace(".", "");
    }

    private static boolean isThai(char c) {
        return c >= 0x0E01 && c <= 0x0E4E;
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }

    private @Nullable Found first(String before) {
        int since = 0;
        for (int i = 0; i < tokens.size(); i++) {
            LocalDate date = date(i);
            if (date == null || date.getYear() < Dates.FIRST_YEAR) {
                continue;
            }
            int from = tokens.get(i).from();
            String cue = lower.substring(since, Math.max(since, from));
            if (isOfPublication(since == 0 ? before.toLowerCase(Locale.ROOT) + " " + cue : cue)) {
                return new Found(instant(date, i), from, tokens.get(end - 1).to());
            }
            since = tokens.get(end - 1).to();
            i = end - 1;
        }
        return null;
    }

    /** Whether nothing in {@code cue} says that the date after it is of a change or of something else. */
    static boolean isOfPublication(String before) {
        String cue = before.toLowerCase(Locale.ROOT);
        for (String word : NOT_PUBLISHED) {
            if (cue.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** The date that begins with token {@code i}; {@link #end} is then the token after it. */
    private @Nullable LocalDate date(int i) {
        Token first = tokens.get(i);
        int month = first.isWord() ? month(first) : 0;
        if (first.number() < 0 && month == 0) {
            return null;
        }
        int j = next(i);
        int k = j < 0 ? -1 : next(j);
        if (k < 0) {
            return null;
        }
        Token second = tokens.get(j);
        Token third = tokens.get(k);
        end = k + 1;
        if (month > 0) {
            if (second.isNumber(1, 2) && isTime(k)) {
                return afterTime(month, second.number(), k);
            }
            return second.isNumber(1, 2) && third.isNumber(4, 4) ? date(third.number(), month, second.number()) : null;
        }
        int named = second.isWord() ? month(second) : 0;
        if (first.isNumber(1, 2) && third.isNumber(4, 4)) {
            if (named > 0) {
                return date(third.number(), named, first.number());
            }
            return second.isNumber(1, 2) && isParted(i, j) && isParted(j, k) ? numeric(first, second, third) : null;
        }
        if (first.isNumber(4, 4) && second.isNumber(1, 2) && third.isWord()) {
            return date(first.number(), month(third), second.number());
        }
        if (first.isNumber(4, 4) && third.isNumber(1, 2)) {
            if (named > 0) {
                return date(first.number(), named, third.number());
            }
            return second.isNumber(1, 2) && isParted(i, j) && isParted(j, k)
                    ? date(first.number(), second.number(), third.number())
                    : null;
        }
        return null;
    }

    /** "Feb 17 22:48:05 CET 2011", as programs write it. */
    private @Nullable LocalDate afterTime(int month, int day, int time) {
        for (int i = time + 3; i < tokens.size() && i <= time + 7; i++) {
            if (tokens.get(i).isNumber(4, 4)) {
                end = i + 1;
                return date(tokens.get(i).number(), month, day);
            }
        }
        return null;
    }

    /** Day first, but in the language of the United States, and where only the second number can be a day. */
    private @Nullable LocalDate numeric(Token first, Token second, Token third) {
        boolean monthFirst = second.number() > 12 || (language.equalsIgnoreCase("en-US") && first.number() <= 12);
        return monthFirst
                ? date(third.number(), first.number(), second.number())
                : date(third.number(), second.number(), first.number());
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            if (month > Months.SOLAR || (year > 1300 && year < 1500)) {
                return year > 1300 && year < 1500 ? solar(year, month % Months.SOLAR, day) : null;
            }
            return LocalDate.of(year > 2400 && year < 2700 ? year - BUDDHIST : year, month, day);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** A date of the Persian solar calendar; leap years by the cycle of 33 years, right from 1925 to 2088. */
    private static @Nullable LocalDate solar(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        int cycle = year + 1595;
        long days = 365L * cycle + cycle / 33 * 8 + (cycle % 33 + 3) / 4 + day;
        days += month < 7 ? (month - 1) * 31 : (month - 7) * 30 + 186;
        return LocalDate.of(2021, 3, 21).plusDays(days - DAYS_TO_1400);
    }

    /** What the sum of {@link #solar} is for the first day of 1400, 21 March 2021. */
    private static final long DAYS_TO_1400 = 365L * 2995 + 2995 / 33 * 8 + (2995 % 33 + 3) / 4 + 1;

    private int month(Token token) {
        return Months.of(token.text(), language);
    }

    /** The next number or month after token {@code i} with nothing but small words and signs between; -1 when something else comes. */
    private int next(int i) {
        for (int j = i + 1; j < tokens.size() && j <= i + 5; j++) {
            Token token = tokens.get(j);
            if (token.number() >= 0 || (token.isWord() && month(token) > 0)) {
                return j;
            }
            if (token.isWord() ? !BETWEEN.contains(token.text()) : ".,-/'’–‑年月٫،".indexOf(token.text()) < 0) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether the numbers {@code i} and {@code j} are parted by one sign or a word for day, month or year. */
    private boolean isParted(int i, int j) {
        return j - i >= 2 && j - i <= 3 && tokens.get(j).from() - tokens.get(i).to() <= 8;
    }

    private Instant instant(LocalDate date, int from) {
        int at = -1;
        for (int i = end; i < tokens.size() && i < end + 9 && at < 0; i++) {
            at = isTime(i) ? i : -1;
        }
        for (int i = Math.max(0, from - 8); i <= end - 3 && at < 0; i++) {
            at = isTime(i) ? i : -1;
        }
        if (at < 0) {
            return date.atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        int hour = tokens.get(at).number();
        int last = at + 2;
        int second = 0;
        if (last + 2 < tokens.size()
                && tokens.get(last + 1).text().equals(":")
                && tokens.get(last + 2).isNumber(2, 2)
                && tokens.get(last + 2).number() < 60) {
            second = tokens.get(last + 2).number();
            last += 2;
        }
        int minute = tokens.get(at + 2).number();
        String half = at > 0 ? tokens.get(at - 1).text() : "";
        int after = last + 1;
        if (after < tokens.size() && (isHalf(tokens.get(after).text()) || isMinute(tokens.get(after)))) {
            half = isHalf(tokens.get(after).text()) ? tokens.get(after).text() : half;
            after++;
        }
        if (AFTERNOON.contains(half) && hour < 12) {
            hour += 12;
        } else if (MORNING.contains(half) && hour == 12) {
            hour = 0;
        }
        LocalTime time = LocalTime.of(hour, minute, second);
        end = Math.max(end, Math.min(after, tokens.size()));
        return date.atTime(time).minusMinutes(zone(after)).toInstant(ZoneOffset.UTC);
    }

    private static boolean isHalf(String text) {
        return AFTERNOON.contains(text) || MORNING.contains(text);
    }

    private static boolean isMinute(Token token) {
        return "分분".contains(token.text());
    }

    /** Whether token {@code i} begins a time: 10:20, 20h31, 17時30, 11.20 before or after a word for it. */
    private boolean isTime(int i) {
        if (i + 2 >= tokens.size()
                || !tokens.get(i).isNumber(1, 2)
                || tokens.get(i).number() > 23
                || !tokens.get(i + 2).isNumber(2, 2)
                || tokens.get(i + 2).number() > 59) {
            return false;
        }
        String sign = tokens.get(i + 1).text();
        if (sign.equals(".")) {
            String before = i > 0 ? tokens.get(i - 1).text() : "";
            String after = i + 3 < tokens.size() ? tokens.get(i + 3).text() : "";
            return before.startsWith("kl")
                    || Set.of("uhr", "น", "wib", "h", "u").contains(after)
                    || (i > 1 && before.equals(".") && tokens.get(i - 2).text().equals("kl"));
        }
        return ":：h時时시ч".contains(sign) || sign.equals("ore") || sign.equals("uur");
    }

    /** Minutes before UTC that the zone at token {@code i} is, 0 when none is said. */
    private int zone(int i) {
        if (i >= tokens.size()) {
            return 0;
        }
        Token token = tokens.get(i);
        if (token.text().equals("(") && i + 1 < tokens.size()) {
            return zone(i + 1);
        }
        boolean universal = Set.of("gmt", "utc", "z").contains(token.text());
        int sign = universal ? i + 1 : i;
        if (sign + 1 < tokens.size()
                && "+-−".contains(tokens.get(sign).text())
                && tokens.get(sign + 1).number() >= 0
                && tokens.get(sign).to() == tokens.get(sign + 1).from()) {
            Token hours = tokens.get(sign + 1);
            int minutes = hours.isNumber(4, 4)
                    ? hours.number() / 100 * 60 + hours.number() % 100
                    : hours.number() * 60
                            + (sign + 3 < tokens.size()
                                            && tokens.get(sign + 2).text().equals(":")
                                    ? Math.max(0, tokens.get(sign + 3).number())
                                    : 0);
            return minutes > 14 * 60 ? 0 : tokens.get(sign).text().equals("+") ? minutes : -minutes;
        }
        return universal ? 0 : ZONES.getOrDefault(token.text(), 0);
    }
}
