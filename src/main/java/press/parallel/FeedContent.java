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
 * @param notes what was left out of it, one sentence each
 */
public record FeedContent(String title, @Nullable URI link, List<Entry> entries, Hints hints, List<String> notes) {
    public FeedContent {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }

    public FeedContent(String title, @Nullable URI link, List<Entry> entries, Hints hints) {
        this(title, link, entries, hints, List.of());
    }

    public FeedContent(String title, @Nullable URI link, List<Entry> entries) {
        this(title, link, entries, Hints.NONE);
    }
}
