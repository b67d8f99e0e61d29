package press.parallel.editor;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import press.parallel.FiledEntry;

/**
 * A title reduced to what tells stories apart: its words without case, punctuation, accents, articles and the site's own name at
 * the end. Two headlines are compared by hash keys only ({@link #line()}, {@link #bag()}, {@link #parts()}).
 *
 * @param words in their order
 */
record Headline(List<String> words) {
    /** Fewer words say too little ("Live updates", "Letters") to take two stories for one. */
    private static final int FEWEST_WORDS = 3;
    /** The same for one unbroken run of a script without spaces. */
    private static final int FEWEST_UNSPACED_SIGNS = 8;
    /** Headlines of fewer words must be equal word for word. */
    private static final int FEWEST_FOR_NEAR = 5;
    /** Longer ones are sentences; the parts of one are too many to be worth their memory. */
    private static final int MOST_FOR_NEAR = 30;
    /** How much of the longer headline the shorter must cover, in per cent. */
    private static final int COVER = 80;

    /** What stands between a title and the site's name. */
    private static final List<String> SEPARATORS =
            List.of(" - ", " – ", " — ", " | ", " · ", " • ", " » ", " : ", " :: ");

    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    /** Words that turn a headline around: it may not gain or lose one. Signs as after {@link #fold}. */
    private static final Set<String> TURNS = Set.of(
            "not", "no", "never", "without", "cannot", "cant", "wont", "dont", "doesnt", "didnt", "isnt", "arent",
            "wasnt", "denies", "denied", "false", "fake", "former", "nicht", "kein", "keine", "ohne", "pas", "sans",
            "jamais", "nie", "ne", "не", "нет", "sin", "non", "nunca", "nao");

    /** The headline of an entry; the site's name is known from the entry's link and the feed's title. */
    static Headline of(FiledEntry filed) {
        String title = filed.entry().title();
        Headline whole = new Headline(withoutArticles(split(title)));
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
            return whole;
        }
        Headline shorter = new Headline(withoutArticles(split(title.substring(0, end))));
        boolean named = SiteName.isName(
                split(title.substring(name)),
                split(filed.feedTitle()),
                filed.entry().link());
        return named && shorter.tells() ? shorter : whole;
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

    /** Equal for headlines of the same words in whatever order; those still need {@link #isMoved}. */
    String bag() {
        return String.join(" ", words.stream().sorted().toList());
    }

    /** Long enough, and not too long, to be compared by more than {@link #line()}. */
    boolean comparable() {
        return words.size() >= FEWEST_FOR_NEAR && words.size() <= MOST_FOR_NEAR;
    }

    /**
     * Whether {@code other}, a headline of the same {@link #bag()}, only has one part in another place: "After the storm, Ohio
     * counts its dead" and "Ohio counts its dead after the storm". "Celtics beat Lakers" and "Lakers beat Celtics" are two stories.
     */
    boolean isMoved(Headline other) {
        if (!numbers(words).equals(numbers(other.words))) {
            return false;
        }
        Set<String> neighbours = new HashSet<>();
        for (int i = 1; i < other.words.size(); i++) {
            neighbours.add(other.words.get(i - 1) + " " + other.words.get(i));
        }
        int parted = 0;
        for (int i = 1; i < words.size(); i++) {
            if (!neighbours.contains(words.get(i - 1) + " " + words.get(i))) {
                parted++;
            }
        }
        return parted <= 1;
    }

    /**
     * The lines of the shorter headlines that this one contains whole, with only a few words before or after ("Watch:", "video") that
     * neither number nor deny anything.
     */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        int most = words.size();
        int fewest = Math.max(FEWEST_FOR_NEAR, (most * COVER + 99) / 100);
        for (int length = most - 1; length >= fewest; length--) {
            for (int from = 0; from + length <= most; from++) {
                if (isHarmless(words.subList(0, from)) && isHarmless(words.subList(from + length, most))) {
                    parts.add(String.join(" ", words.subList(from, from + length)));
                }
            }
        }
        return parts;
    }

    private static boolean isHarmless(List<String> extra) {
        return extra.stream().noneMatch(word -> TURNS.contains(word) || isNumber(word));
    }

    private static List<String> numbers(List<String> words) {
        return words.stream().filter(Headline::isNumber).toList();
    }

    private static boolean isNumber(String word) {
        return word.codePoints().anyMatch(Character::isDigit);
    }

    /** Articles come and go between two tellings; they count only where there is nothing else. */
    private static List<String> withoutArticles(List<String> all) {
        List<String> words =
                all.stream().filter(word -> !ARTICLES.contains(word)).toList();
        return words.isEmpty() ? all : words;
    }

    /** The words of a text, folded. */
    static List<String> split(String text) {
        return Stream.of(fold(text).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Lower case, accents gone, spaces between words. Signs that change a word's meaning stay: "C++", "C#", "2.5". */
    private static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replace("&", " and ")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        int[] signs = plain.codePoints()
                .filter(sign -> !isAccent(sign) && !isApostrophe(sign))
                .toArray();
        for (int i = 0; i < signs.length; i++) {
            int sign = signs[i];
            if (Letters.isWord(sign) || isPartOfWord(signs, i)) {
                folded.appendCodePoint(sign);
            } else if (!isInsideAbbreviation(signs, i) && !isThousands(signs, i)) {
                folded.append(' ');
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC)
                .replaceAll(" +", " ")
                .strip();
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
            case '.' -> isDigit(signs, i - 1) && isDigit(signs, i + 1);
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

    private static boolean isThousands(int[] signs, int i) {
        return signs[i] == ',' && isDigit(signs, i - 1) && isDigit(signs, i + 1);
    }

    private static boolean isLetter(int[] signs, int i) {
        return i >= 0 && i < signs.length && Character.isLetter(signs[i]);
    }

    private static boolean isDigit(int[] signs, int i) {
        return i >= 0 && i < signs.length && Character.isDigit(signs[i]);
    }
}
