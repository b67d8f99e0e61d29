package press.parallel.newsroom;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import press.parallel.FiledEntry;

/**
 * What lies before the editor.
 *
 * @param entries the fresh ones, one for each feed that carries the entry, in the order of the feed list and then of the feed.
 *     Entries of one key share dates and statistics; title, summary and content are the feed's own
 * @param scanned different entries that the feeds offered in this run or that are still fresh; never fewer than the fresh ones
 */
@RegisterForReflection
public record Desk(List<FiledEntry> entries, int scanned) {
    public Desk {
        entries = List.copyOf(entries);
    }
}
