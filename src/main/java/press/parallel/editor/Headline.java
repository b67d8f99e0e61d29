package press.parallel.editor;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import press.parallel.FiledEntry;

/**
 * A title reduced to what tells stories apart: its words without case, punctuation, accents, articles and the site's own name at
 * the end.
 *
 * @param words in their order
 */
record Headline(List<String> words) {
    /** Fewer words say too little ("Live updates", "Letters") to take two stories for one. */
    private static final int FEWEST_WORDS = 3;
    /** The same for one unbroken run of a script without spaces. */
    private static final int FEWEST_UNSPACED_SIGNS = 8;
    /** Fewer letters after an apostrophe belong to the word before it. */
    private static final int ENDING = 3;

    /** What stands between a title and the site's name. */
    private static final List<String> SEPARATORS =
            List.of(" - ", " – ", " — ", " | ", " · ", " • ", " » ", " : ", " :: ");

    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    /** The headline of an entry; the site's name is known from the entry's link and the feed's title. */
    static Headline of(FiledEntry filed) {
        return new Headline(withoutArticles(split(titleOf(filed))));
    }

    /** The title as the feed gives it, without the site's name at its end. */
    static String titleOf(FiledEntry filed) {
        String title = filed.entry().title();
        int end = -1;
        int name = -1;
        for (String separator : SEPARATORS) {
            int at = title.lastIndexOf(separator);
            if (at > end) {
                end = at;
                name = at + separator.length();
            }
        }
        if (end < 0) {
            return title;
        }
        boolean named = SiteName.isName(
                split(title.substring(name)),
                split(filed.feedTitle()),
                filed.entry().link());
        String shorter = title.substring(0, end);
        return named && new Headline(withoutArticles(split(shorter))).tells() ? shorter : title;
    }

    /** Whether it says enough for two entries with this headline to be one story. */
    boolean tells() {
        return words.size() >= FEWEST_WORDS
                || words.stream()
                        .anyMatch(word ->
                                word.codePoints().filter(Letters::isUnspaced).count() >= FEWEST_UNSPACED_SIGNS);
    }

    /** Equal for equal headlines. */
    String line() {
        return String.join(" ", words);
    }

    /** Articles come and go between two tellings; they count only where there is nothing else. */
    private static List<String> withoutArticles(List<String> all) {
        List<String> words =
                all.stream().filter(word -> !ARTICLES.contains(word)).toList();
        return words.isEmpty() ? all : words;
    }

    /** The words of a text, folded. */
    static List<String> split(String text) {
        return Stream.of(lower(clean(text)).split("[ \n]", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Lower case; through upper case, because some letters only meet there. */
    static String lower(String clean) {
        return Normalizer.normalize(clean.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /**
     * Accents gone, one space between words and a line break between sentences; letters as large as they were. Signs that change a
     * word's meaning stay: "C++", "C#", "2.5"; a decimal comma becomes a point. An apostrophe parts the words it stands between ("l'Ucraina", "Ankara'nın"), but not
     * a short ending from its word ("don't", "Ohio's").
     */
    static String clean(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replace("&", " and ");
        StringBuilder clean = new StringBuilder(plain.length());
        int[] signs = plain.codePoints().filter(sign -> !isAccent(sign)).toArray();
        for (int i = 0; i < signs.length; i++) {
            int sign = signs[i];
            if (Letters.isWord(sign) || isPartOfWord(signs, i)) {
                clean.appendCodePoint(sign == ',' ? '.' : sign);
            } else if (isApostrophe(sign)
                    ? parts(signs, i)
                    : !isInsideAbbreviation(signs, i) && !isThousands(signs, i)) {
                gap(clean, endsSentence(sign) ? '\n' : ' ');
            }
        }
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    private static void gap(StringBuilder clean, char gap) {
        int last = clean.length() - 1;
        if (last < 0) {
            return;
        }
        char before = clean.charAt(last);
        if (before != ' ' && before != '\n') {
            clean.append(gap);
        } else if (gap == '\n') {
            clean.setCharAt(last, gap);
        }
    }

    /** After these a capital letter says nothing. */
    private static boolean endsSentence(int sign) {
        return switch (sign) {
            case '.',
                    '!',
                    '?',
                    ':',
                    '"',
                    '|',
                    '\n',
                    0x2026,
                    0x201C,
                    0x201D,
                    0x201E,
                    0xAB,
                    0xBB,
                    0x2013,
                    0x2014,
                    0x0964,
                    0x3002 -> true;
            default -> false;
        };
    }

    private static boolean parts(int[] signs, int apostrophe) {
        for (int i = 1; i <= ENDING; i++) {
            if (!isLetter(signs, apostrophe + i)) {
                return false;
            }
        }
        return isLetter(signs, apostrophe - 1);
    }

    /** Accents of Latin, Greek and Cyrillic; the voicing marks and vowel signs of other scripts make other words. */
    private static boolean isAccent(int sign) {
        return sign >= 0x0300 && sign <= 0x036F;
    }

    private static boolean isApostrophe(int sign) {
        return sign == '\'' || sign == '`' || sign == 0x2018 || sign == 0x2019 || sign == 0x02BC;
    }

    /** Plus and sharp after a letter, the point between digits. */
    private static boolean isPartOfWord(int[] signs, int i) {
        return switch (signs[i]) {
            case '+', '#' -> i > 0 && (Character.isLetter(signs[i - 1]) || signs[i - 1] == '+');
            case '.', ',' -> isDigit(signs, i - 1) && isDigit(signs, i + 1) && !isThousands(signs, i);
            default -> false;
        };
    }

    /** The points in "U.S." and "e.g.": single letters on both sides. */
    private static boolean isInsideAbbreviation(int[] signs, int i) {
        return signs[i] == '.'
                && isLetter(signs, i - 1)
                && !isLetter(signs, i - 2)
                && isLetter(signs, i + 1)
                && !isLetter(signs, i + 2);
    }

    /** Between digits with three to follow: 1,000 and 1.000, but not 2.5, 2,5 and 3.14159. */
    private static boolean isThousands(int[] signs, int i) {
        return (signs[i] == ',' || signs[i] == '.')
                && isDigit(signs, i - 1)
                && isDigit(signs, i + 1)
                && isDigit(signs, i + 2)
                && isDigit(signs, i + 3)
                && !isDigit(signs, i + 4);
    }

    private static boolean isLetter(int[] signs, int i) {
        return i >= 0 && i < signs.length && Character.isLetter(signs[i]);
    }

    private static boolean isDigit(int[] signs, int i) {
        return i >= 0 && i < signs.length && Character.isDigit(signs[i]);
    }
}
