package press.parallel.enhancer;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the letters of a text say of its language and direction, whatever its page says. */
final class Scripts {
    /** Letters that are looked at: the rest is like them. */
    private static final int SAMPLE = 4000;

    /** A language that is all but alone in its script. */
    private static final Map<UnicodeScript, String> ALONE = Map.ofEntries(
            Map.entry(UnicodeScript.ARABIC, "ar"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.CYRILLIC, "ru"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.THAI, "th"));

    /** Languages that a page in Latin letters cannot be in; others are written in several scripts. */
    private static final Set<String> NEVER_LATIN = Set.of(
            "ar", "bn", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "ko", "ru", "ta", "te", "th", "uk", "ur", "zh");

    /** Languages that are written in Latin letters only, as far as pages say: what a template has set and nobody changed. */
    private static final Set<String> ONLY_LATIN = Set.of(
            "cs", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "is", "it", "lt", "lv", "nb", "nl", "no", "pl",
            "pt", "sk", "sl", "sv", "tr", "vi");

    private Scripts() {}

    /** {@code rtl} when most letters are written from right to left, else {@code ltr}. */
    static String direction(String text) {
        int letters = 0;
        int right = 0;
        for (int i = 0; i < text.length() && letters < SAMPLE; i++) {
            switch (Character.getDirectionality(text.charAt(i))) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> letters++;
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    letters++;
                    right++;
                }
                default -> {}
            }
        }
        return 2 * right > letters ? "rtl" : "ltr";
    }

    /**
     * The language of {@code text}: what its page says, unless its letters deny that; then, or when the page says nothing, what the
     * letters alone tell.
     *
     * @param said BCP 47 tag, "" when the page does not say
     * @return BCP 47 tag, "" when nothing tells
     */
    static String language(String text, String said) {
        UnicodeScript script = script(text);
        String primary = Locale.forLanguageTag(said).getLanguage();
        String alone = ALONE.getOrDefault(script, "");
        if (said.isEmpty()) {
            return alone;
        }
        boolean denied = script == UnicodeScript.LATIN
                ? NEVER_LATIN.contains(primary)
                        && Locale.forLanguageTag(said).getScript().isEmpty()
                : !alone.isEmpty() && ONLY_LATIN.contains(primary);
        return denied ? alone : said;
    }

    /** The script of most letters; Japanese when a good part of Han letters stands among kana. */
    private static UnicodeScript script(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        int letters = 0;
        for (int i = 0; i < text.length() && letters < SAMPLE; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                counts.merge(c < 128 ? UnicodeScript.LATIN : UnicodeScript.of(c), 1, Integer::sum);
                letters++;
            }
        }
        int kana = counts.getOrDefault(UnicodeScript.HIRAGANA, 0) + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
        if (letters > 0 && kana > letters / 10) {
            return UnicodeScript.HIRAGANA;
        }
        int half = letters / 2;
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > half)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(UnicodeScript.COMMON);
    }
}
