package press.parallel;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one feed said when it was asked.
 *
 * @param title plain text, "" when the feed has none
 * @param link the feed's web page
 * @param entries in the feed's own order
 */
public record FeedContent(String title, @Nullable URI link, List<Entry> entries) {
    public FeedContent {
        entries = List.copyOf(entries);
    }
}
