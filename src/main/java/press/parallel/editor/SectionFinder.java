package press.parallel.editor;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import press.parallel.Entry;
import press.parallel.FiledEntry;
import press.parallel.Section;

/**
 * Finds the section an entry belongs to: the one that lists its feed, else the one whose keywords stand most often in its title,
 * categories and summary. Of equals the earlier section wins; an entry without any hit goes to the last section.
 *
 * <p>A keyword is found as a whole word, whatever its case: {@code war} is not in "warm". Where a script is written without
 * spaces (Chinese, Japanese, Thai, Khmer and their like) every place where it stands counts. Immutable.
 */
final class SectionFinder {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final Map<String, Integer> places = new HashMap<>();
    private final List<List<String>> keywords;
    private final boolean anyKeyword;

    SectionFinder(List<Section> sections) {
        for (int place = 0; place < sections.size(); place++) {
            places.putIfAbsent(sections.get(place).id(), place);
        }
        keywords = sections.stream()
                .map(section -> section.keywords().stream()
                        .map(SectionFinder::fold)
                        .filter(keyword -> !keyword.isEmpty())
                        .distinct()
                        .toList())
                .toList();
        anyKeyword = keywords.stream().anyMatch(words -> !words.isEmpty());
    }

    /** Place of the entry's section in the paper, from 0; -1 when the paper has no sections. */
    int place(FiledEntry filed) {
        Integer listed = places.get(filed.section());
        if (listed != null) {
            return listed;
        }
        int best = keywords.size() - 1;
        if (!anyKeyword) {
            return best;
        }
        String text = textOf(filed.entry());
        int most = 0;
        for (int place = 0; place < keywords.size(); place++) {
            int hits = hits(text, keywords.get(place));
            if (hits > most) {
                most = hits;
                best = place;
            }
        }
        return best;
    }

    /** What keywords are looked for in; a mark that no keyword holds stands between the parts, so that none spans two of them. */
    private static String textOf(Entry entry) {
        List<String> parts = new ArrayList<>();
        parts.add(fold(entry.title()));
        entry.categories().forEach(category -> parts.add(fold(category)));
        parts.add(fold(Jsoup.parse(entry.summary()).text()));
        return String.join("\n", parts);
    }

    private static int hits(String text, List<String> words) {
        int hits = 0;
        for (String word : words) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
                if (isEdge(text, at) && isEdge(text, at + word.length())) {
                    hits++;
                }
            }
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

    /** Upper case first, because some letters only meet there ({@code ß} and {@code SS}); one space for any white space. */
    private static String fold(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace("i\u0307", "i");
        return WHITE_SPACE.matcher(folded).replaceAll(" ").strip();
    }
}
