package press.parallel.editor;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the words after the last dash or bar of a title are the site's name, so that "Storm hits coast | The Verge" is
 * the same headline as "Storm hits coast", and "Budget: winners" stays another than "Budget: losers".
 */
final class SiteName {
    private static final int MOST_WORDS = 6;
    private static final int FEWEST_SIGNS = 2;

    private SiteName() {}

    /**
     * @param words what may be a name, as split by {@link Headline#split}
     * @param feedTitle the feed's title, split likewise
     * @param link address of the story; its domain may spell the name or shorten it (nytimes, bbc)
     */
    static boolean isName(List<String> words, List<String> feedTitle, URI link) {
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return false;
        }
        if (Collections.indexOfSubList(feedTitle, words) >= 0) {
            return true;
        }
        String domain = nameOf(link.getHost());
        return domain.length() >= FEWEST_SIGNS && spells(domain, words, 0, 0);
    }

    /** First label of the registrable domain, "bbc" for www.bbc.co.uk, without hyphens; "" when there is none. */
    private static String nameOf(@Nullable String host) {
        if (host == null) {
            return "";
        }
        String domain = EffectiveTldFinder.getAssignedDomain(host);
        String name = domain == null ? "" : domain;
        int dot = name.indexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)).replace("-", "");
    }

    /**
     * Whether beginnings of the words, in their order, make up the rest of the domain's name; at least half of the words must take part:
     * "nytimes" of "New York Times", "bbc" of "BBC News".
     */
    private static boolean spells(String domain, List<String> words, int next, int used) {
        if (domain.isEmpty()) {
            return used * 2 >= words.size();
        }
        if (next == words.size()) {
            return false;
        }
        String word = words.get(next);
        for (int length = commonPrefix(domain, word); length > 0; length--) {
            if (spells(domain.substring(length), words, next + 1, used + 1)) {
                return true;
            }
        }
        return spells(domain, words, next + 1, used);
    }

    private static int commonPrefix(String one, String other) {
        int length = 0;
        while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
