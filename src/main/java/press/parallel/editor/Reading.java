package press.parallel.editor;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import press.parallel.Entry;

/**
 * An entry as the editor reads it: its title, categories and lead for phrases, and how many words its feed brings.
 *
 * <p>The lead is the first {@value #LEAD_WORDS} words of the summary, of the content where there is no summary: what stands further down is
 * about everything.
 */
final class Reading {
    private static final int LEAD_WORDS = 80;
    /** More markup than this before the lead is over is no lead. */
    private static final int LEAD_SIGNS = 8_000;

    private final Entry entry;
    private final Phrases.Text text;

    Reading(Entry entry) {
        this.entry = entry;
        List<String> parts = new ArrayList<>();
        parts.add(entry.title());
        parts.addAll(entry.categories());
        parts.add(lead(entry.summary().isBlank() ? entry.content() : entry.summary()));
        this.text = Phrases.Text.of(parts);
    }

    Entry entry() {
        return entry;
    }

    Phrases.Text text() {
        return text;
    }

    /** Words of the longer of summary and content. */
    int words() {
        return Math.max(count(plain(entry.summary())), count(plain(entry.content())));
    }

    private static String lead(String html) {
        String plain = plain(html.length() > LEAD_SIGNS ? html.substring(0, LEAD_SIGNS) : html);
        int words = 0;
        for (int at = plain.indexOf(' '); at >= 0; at = plain.indexOf(' ', at + 1)) {
            if (++words == LEAD_WORDS) {
                return plain.substring(0, at);
            }
        }
        return plain;
    }

    private static String plain(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0
                ? html.strip().replaceAll("\\s+", " ")
                : Jsoup.parseBodyFragment(html).text();
    }

    /** Between spaces; where a script has none, two signs count as a word. */
    private static int count(String plain) {
        if (plain.isEmpty()) {
            return 0;
        }
        long spaces = plain.chars().filter(sign -> sign == ' ').count();
        long unspaced = plain.codePoints().filter(Letters::isUnspaced).count();
        return (int) (spaces + 1 + unspaced / 2);
    }
}
