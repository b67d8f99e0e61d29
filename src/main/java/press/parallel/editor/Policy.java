package press.parallel.editor;

import java.util.List;

/**
 * The house's own opinion: a boost, or below zero a penalty, for entries that fit. Of one list a single hit is enough; of several lists and
 * lengths all have to fit.
 *
 * @param name as in {@code press.policy.<name>}
 * @param phrases words, phrases and {@code re:} patterns looked for in title, categories and lead
 * @param feeds addresses or titles of feeds
 * @param domains of the entry's link, with all their hosts
 * @param authors words or phrases looked for in the author's name
 * @param shorterThan fits entries whose feed brings fewer words, {@link #ANY_LENGTH} for no such limit
 * @param longerThan fits entries whose feed brings more words, {@link #ANY_LENGTH} for no such limit
 * @param boost in units of 100 points
 */
public record Policy(
        String name,
        List<String> phrases,
        List<String> feeds,
        List<String> domains,
        List<String> authors,
        int shorterThan,
        int longerThan,
        double boost) {
    /** No limit. */
    public static final int ANY_LENGTH = -1;

    public Policy {
        phrases = List.copyOf(phrases);
        feeds = List.copyOf(feeds);
        domains = List.copyOf(domains);
        authors = List.copyOf(authors);
    }
}
