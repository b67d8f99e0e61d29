package press.parallel;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newsroom at a glance.
 *
 * @param place its file, or the address of its database without options
 * @param kind {@code SQLite} or {@code PostgreSQL}
 * @param bytes that it takes there
 * @param papers that were printed from it, by id
 * @param entries kept
 * @param fresh of them, those inside the freshness window
 * @param oldest when the entry that is kept longest was first seen, null when there is none
 * @param texts full texts kept
 * @param editions of all papers, printed or not
 * @param feeds known
 * @param resting feeds that are not asked now, though they may be later: those that failed first, then by the time they may be asked again
 * @param gone feeds that said that they are gone for good
 * @param domains that want to be left alone now, by the end of it
 * @param prunable how much of what {@code prune} would forget now
 */
public record Holdings(
        String place,
        String kind,
        long bytes,
        List<PaperKept> papers,
        int entries,
        int fresh,
        @Nullable Instant oldest,
        int texts,
        int editions,
        int feeds,
        List<FeedRest> resting,
        List<FeedRest> gone,
        List<Edition.Rest> domains,
        Map<String, Integer> prunable) {
    public Holdings {
        papers = List.copyOf(papers);
        resting = List.copyOf(resting);
        gone = List.copyOf(gone);
        domains = List.copyOf(domains);
        prunable = Collections.unmodifiableMap(new LinkedHashMap<>(prunable));
    }

    /**
     * A paper.
     *
     * @param printed editions
     * @param lastRun when it was printed last, null when it never was
     * @param keep how long it needs an entry after it was last seen, null when it never said
     */
    public record PaperKept(
            String id,
            int printed,
            @Nullable Instant lastRun,
            @Nullable Duration keep) {}

    /**
     * A feed that is not asked now.
     *
     * @param title its own, or its host
     * @param failures answers and attempts in a row that brought nothing
     * @param reason in words, "" when it is not known
     * @param until when it may be asked again, null when it is gone
     */
    public record FeedRest(
            String feed,
            String title,
            int failures,
            String reason,
            @Nullable Instant until) {}
}
