package press.parallel.printer;

import java.util.Locale;
import java.util.Map;

/**
 * How long a text takes to read. Silent reading of English non-fiction takes 238 words a minute (Brysbaert 2019); rounded down to 230,
 * the paper is a broad one. Other languages say the same in more words or fewer: their rates stand to the English one as measured with
 * texts of one meaning in 17 languages (Trauzettel-Klosinski and Dietz 2012, table 3; aloud, so only the ratios count, and English has
 * 228 there). Chinese and Japanese were measured in characters, of which two are a word here.
 *
 * @see <a href="https://doi.org/10.1016/j.jml.2019.104047">Brysbaert, How many words do we read per minute?</a>
 * @see <a href="https://doi.org/10.1167/iovs.11-8284">Trauzettel-Klosinski and Dietz, Standardized assessment of reading performance</a>
 */
final class ReadingTime {
    private static final int ENGLISH = 230;

    /** Mean of the 17 languages. */
    private static final int ANY_OTHER = 184;

    private static final Map<String, Integer> WORDS_A_MINUTE = Map.ofEntries(
            Map.entry("", ENGLISH),
            Map.entry("en", ENGLISH),
            Map.entry("ar", 138),
            Map.entry("de", 179),
            Map.entry("es", 218),
            Map.entry("fi", 161),
            Map.entry("fr", 195),
            Map.entry("he", 187),
            Map.entry("it", 188),
            Map.entry("ja", 357 / 2),
            Map.entry("nl", 202),
            Map.entry("pl", 166),
            Map.entry("pt", 181),
            Map.entry("ru", 184),
            Map.entry("sl", 180),
            Map.entry("sv", 199),
            Map.entry("tr", 166),
            Map.entry("zh", 255 / 2));

    private ReadingTime() {}

    /**
     * Minutes, at least 1.
     *
     * @param language BCP 47 tag, "" when unknown
     */
    static int minutes(int words, String language) {
        int rate = WORDS_A_MINUTE.getOrDefault(Locale.forLanguageTag(language).getLanguage(), ANY_OTHER);
        return Math.max(1, Math.round(words / (float) rate));
    }
}
