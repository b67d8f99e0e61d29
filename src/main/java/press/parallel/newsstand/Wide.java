package press.parallel.newsstand;

import java.net.URI;
import java.util.Map;

/**
 * A web of many small feeds instead of the real ones: RSS with a few entries each, written when it is asked for, so that thousands of feeds
 * cost no memory. Every article stands at the domain of its feed.
 *
 * @param entries of each feed
 * @param leading how many of a feed's entries are newer than all that do not lead; when no feed leads, ages are drawn
 * @param quick whether everything takes 50 to 300 ms; else it takes as long as the real web
 */
public record Wide(int entries, Map<URI, Integer> leading, boolean quick) {
    public Wide {
        if (entries < 1) {
            throw new IllegalArgumentException("entries of each feed: expected 1 or more, but was " + entries);
        }
        leading = Map.copyOf(leading);
    }
}
