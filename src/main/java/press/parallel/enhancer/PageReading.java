package press.parallel.enhancer;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one page brought.
 *
 * @param address where it was found
 * @param about what it says of its article
 * @param blocks what stands in it
 * @param text the same as plain text
 * @param words number of words in it
 * @param obstacle why this is not the story's text, null when it may be
 * @param next the page that continues it, null when there is none
 * @param elsewhere other addresses of the same story that the page names: its own one, its AMP page
 */
record PageReading(
        URI address,
        Metadata about,
        List<Block> blocks,
        String text,
        int words,
        @Nullable Obstacle obstacle,
        @Nullable URI next,
        List<URI> elsewhere) {
    PageReading {
        blocks = List.copyOf(blocks);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Whether it is {@code earlier} once more. */
    boolean repeats(PageReading earlier) {
        return address.equals(earlier.address) || text.equals(earlier.text);
    }
}
