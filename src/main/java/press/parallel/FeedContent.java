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
 * @param hints how often it wants to be read
 */
public record FeedContent(String title, @Nullable URI link, List<Entry> entries, Hints hints) {
    public FeedContent {
        entries = List.copyOf(entries);
    }

    public FeedContent(String title, @Nullable URI link, List<Entry> entries) {
        this(title, link, entries, Hints.NONE);
    }
}
