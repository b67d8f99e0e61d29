package press.parallel.editor;

import java.time.Instant;
import java.util.Comparator;
import press.parallel.Entry;
import press.parallel.FiledEntry;

/**
 * An entry of one feed with all that its place depends on.
 *
 * @param filed the entry with its feed
 * @param section place of its section in the paper, from 0
 * @param date when it happened, see {@link FiledEntry#date()}
 * @param score by its own statistics
 */
record Weighed(FiledEntry filed, int section, Instant date, long score) {
    /** Newest first; of one moment the higher score, then the key, so that the order never depends on chance. */
    static final Comparator<Weighed> NEWEST_FIRST = Comparator.comparing(Weighed::date, Comparator.reverseOrder())
            .thenComparing(Weighed::score, Comparator.reverseOrder())
            .thenComparing(Weighed::key)
            .thenComparing(weighed -> weighed.filed().feed())
            .thenComparing(weighed -> weighed.entry().title())
            .thenComparing(weighed -> weighed.entry().position());

    /** The order in which a reader turns the pages. */
    static final Comparator<Weighed> PRINT_ORDER =
            Comparator.comparingInt(Weighed::section).thenComparing(NEWEST_FIRST);

    Entry entry() {
        return filed.entry();
    }

    String key() {
        return filed.entry().key();
    }
}
