package press.parallel.enhancer;

/**
 * Counts words in any script.
 *
 * <p>A word is a run of letters and digits, marks and inner apostrophes and hyphens included. Scripts that are written without spaces
 * (Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar) count by characters, two to a word, rounded up: close to what a dictionary
 * finds, the same on every machine, and in one pass.
 */
final class Words {
    private static final String SENTENCE_ENDS = ".!?…。！？．।۔؟։።:;：；";
    private static final String CLOSERS = "\"'”’»›“)]）」』】*";

    /** Thai begins here; nothing before is written without spaces. */
    private static final int FIRST_UNSPACED = 0x0E00;

    private Words() {}

    /** Number of words in {@code text}. */
    static int count(String text) {
        int words = 0;
        int unspaced = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (unspaced(c)) {
                unspaced++;
                inside = false;
            } else if (Character.isLetterOrDigit(c)) {
                words += inside ? 0 : 1;
                inside = true;
            } else if (!joins(c)) {
                inside = false;
            }
        }
        return words + (unspaced + 1) / 2;
    }

    /** Number of characters of scripts written without spaces. */
    static int ideographs(String text) {
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            found += unspaced(text.charAt(i)) ? 1 : 0;
        }
        return found;
    }

    /** Whether {@code text} ends like a sentence, closing quotes and brackets aside. */
    static boolean endsSentence(String text) {
        int end = text.length();
        while (end > 0
                && (CLOSERS.indexOf(text.charAt(end - 1)) >= 0 || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        return end > 0 && SENTENCE_ENDS.indexOf(text.charAt(end - 1)) >= 0;
    }

    private static boolean joins(int c) {
        return switch (c) {
            case '\'', '’', '-', '\u00AD', '\u200C', '\u200D' -> true;
            default ->
                switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
        };
    }

    private static boolean unspaced(int c) {
        if (c < FIRST_UNSPACED || !Character.isLetter(c)) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
