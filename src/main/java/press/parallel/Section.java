package press.parallel;

import java.util.List;

/**
 * A part of the paper.
 *
 * @param id as written in {@code press.sections}
 * @param title as printed
 * @param feeds addresses of its feeds as written in the settings, in order
 * @param keywords words, phrases and {@code re:} patterns that draw entries here; case does not count
 * @param size the most stories printed in it
 * @param share the most of them from one domain
 * @param minScore stories below it are not printed
 */
public record Section(
        String id, String title, List<String> feeds, List<String> keywords, int size, Share share, long minScore) {
    public Section {
        feeds = List.copyOf(feeds);
        keywords = List.copyOf(keywords);
    }
}
