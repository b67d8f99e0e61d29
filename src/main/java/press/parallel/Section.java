package press.parallel;

import java.util.List;

/**
 * A part of the paper.
 *
 * @param id as written in {@code press.sections}
 * @param title as printed
 * @param feeds addresses of its feeds as written in the settings, in order
 * @param keywords words that draw an entry of a feed without section here; case does not count
 * @param size the most stories printed in it
 * @param minScore stories below it are not printed
 */
public record Section(String id, String title, List<String> feeds, List<String> keywords, int size, long minScore) {
    public Section {
        feeds = List.copyOf(feeds);
        keywords = List.copyOf(keywords);
    }
}
