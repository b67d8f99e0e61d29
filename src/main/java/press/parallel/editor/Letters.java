package press.parallel.editor;

import java.lang.Character.UnicodeScript;

/** What counts as part of a word, in any script. */
final class Letters {
    private Letters() {}

    /** A letter, a digit, or a mark that belongs to the letter before it (an accent, an Indic vowel sign). */
    static boolean isWord(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Whether its script is written without spaces between words. */
    static boolean isUnspaced(int codePoint) {
        if (codePoint < 0x0E00) {
            return false;
        }
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN, JAVANESE, BALINESE -> true;
            // The Japanese long vowel mark has no script of its own.
            default -> codePoint == 0x30FC;
        };
    }
}
