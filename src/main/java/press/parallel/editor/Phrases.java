package press.parallel.editor;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Words, phrases and patterns, and how often they stand in a text.
 *
 * <p>A word or phrase is found whole, whatever its case: {@code war} is not in "warm". Where a script is written without spaces (Chinese,
 * Japanese, Thai, Khmer and their like) every place where it stands counts. What begins with {@code re:} is a pattern in the syntax of RE2:
 * it takes time in proportion to the text, whatever is written in it; case does not count. Immutable.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">RE2, syntax</a>
 */
public final class Phrases {
    /** A phrase with this in front is a pattern. */
    private static final String PATTERN = "re:";

    /**
     * Steps of a compiled pattern. It is tried on every text of every feed, and each step is weighed at each letter: a pattern of ten
     * thousand takes a second for a day's entries.
     */
    private static final int MOST_STEPS = 2_000;

    private static final java.util.regex.Pattern COMMA = java.util.regex.Pattern.compile("(?<!\\\\),");

    private static final java.util.regex.Pattern WHITE_SPACE = java.util.regex.Pattern.compile("\\s+");

    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    /** @param phrases as written in the settings; a pattern that {@link #problem} tells of is never found */
    public Phrases(List<String> phrases) {
        for (String phrase : phrases) {
            if (isPattern(phrase)) {
                if (problem(phrase).isEmpty()) {
                    patterns.putIfAbsent(phrase.strip(), compile(phrase));
                }
            } else {
                String word = fold(phrase);
                if (!word.isEmpty()) {
                    words.putIfAbsent(word, phrase.strip());
                }
            }
        }
    }

    /**
     * The phrases of a setting: commas stand between them, and a comma inside one has a backslash before it. Every other backslash is the
     * pattern's own.
     */
    public static List<String> split(String setting) {
        return COMMA.splitAsStream(setting)
                .map(phrase -> phrase.strip().replace("\\,", ","))
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    /** What is wrong with a phrase, as the rest of a sentence after "but found"; empty when it can be used. */
    public static Optional<String> problem(String phrase) {
        if (!isPattern(phrase)) {
            return phrase.codePoints().anyMatch(Letters::isWord)
                    ? Optional.empty()
                    : Optional.of("no letter or digit in '" + phrase + "'");
        }
        try {
            Pattern pattern = compile(phrase);
            if (pattern.matcher("").matches()) {
                return Optional.of("'" + phrase + "', which fits everywhere, even where nothing stands");
            }
            int steps = pattern.programSize();
            return steps > MOST_STEPS
                    ? Optional.of("'" + phrase + "', which is slow: " + steps + " steps at each letter, more than "
                            + MOST_STEPS)
                    : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("'" + phrase + "', which is broken: " + e.getDescription()
                    + (e.getPattern() == null || e.getPattern().isEmpty() ? "" : " at '" + e.getPattern() + "'"));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of("'" + phrase + "', which is broken");
        }
    }

    private static boolean isPattern(String phrase) {
        return phrase.strip().startsWith(PATTERN);
    }

    private static Pattern compile(String phrase) {
        return Pattern.compile(phrase.strip().substring(PATTERN.length()), Pattern.CASE_INSENSITIVE);
    }

    boolean isEmpty() {
        return words.isEmpty() && patterns.isEmpty();
    }

    /** How often each phrase stands in the text, in the order they were given; those that do not stand in it are left out. */
    Map<String, Integer> hits(Text text) {
        Map<String, Integer> hits = new LinkedHashMap<>();
        words.forEach((word, written) -> {
            int count = count(text.folded(), word);
            if (count > 0) {
                hits.put(written, count);
            }
        });
        patterns.forEach((written, pattern) -> {
            Matcher matcher = pattern.matcher(text.plain());
            int count = 0;
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    count++;
                }
            }
            if (count > 0) {
                hits.put(written, count);
            }
        });
        return hits;
    }

    boolean standIn(Text text) {
        return words.keySet().stream().anyMatch(word -> count(text.folded(), word) > 0)
                || patterns.values().stream()
                        .anyMatch(pattern -> pattern.matcher(text.plain()).find());
    }

    private static int count(String text, String word) {
        int hits = 0;
        int at = text.indexOf(word);
        while (at >= 0) {
            boolean whole = isEdge(text, at) && isEdge(text, at + word.length());
            hits += whole ? 1 : 0;
            at = text.indexOf(word, whole ? at + word.length() : at + 1);
        }
        return hits;
    }

    /** Whether a word may begin or end between {@code text[at - 1]} and {@code text[at]}. */
    private static boolean isEdge(String text, int at) {
        if (at == 0 || at == text.length()) {
            return true;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        return !Letters.isWord(before)
                || !Letters.isWord(after)
                || Letters.isUnspaced(before)
                || Letters.isUnspaced(after);
    }

    /**
     * Upper case first, because some letters only meet there ({@code ß} and {@code SS}); one space for any white space, and the apostrophe
     * of keyboards for that of printers.
     */
    private static String fold(String text) {
        return oneLine(Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace("i\u0307", "i")
                .replace('\u2019', '\''));
    }

    private static String oneLine(String text) {
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** What phrases are looked for in: parts with a mark between them that no word holds, so that none spans two of them. */
    record Text(String plain, String folded) {
        static Text of(List<String> parts) {
            List<String> plain = new ArrayList<>();
            List<String> folded = new ArrayList<>();
            for (String part : parts) {
                plain.add(oneLine(Normalizer.normalize(part, Normalizer.Form.NFKC)));
                folded.add(fold(part));
            }
            return new Text(String.join("\n", plain), String.join("\n", folded));
        }
    }
}
