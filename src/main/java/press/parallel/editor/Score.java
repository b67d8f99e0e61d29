package press.parallel.editor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import press.parallel.Entry;

/**
 * What a story is worth: 1000 for being offered, plus its points and 2 for each comment, at most 1000 of them. A comment costs more
 * than an upvote, so it counts double; the ceiling keeps one loud story from outweighing the rest of the paper.
 *
 * @param points upvotes that count, 0 to 1000
 * @param comments what the comments add, 0 to 1000 less {@code points}
 */
record Score(long points, long comments) {
    private static final long BASE = 1000;
    private static final long CEILING = 1000;
    private static final long PER_COMMENT = 2;

    static Score of(Entry entry) {
        return of(entry.points(), entry.comments());
    }

    /** Numbers below zero count as zero: a downvoted story is worth what it is offered for. */
    static Score of(long points, long comments) {
        long pointsPart = Math.min(CEILING, Math.max(0, points));
        long commentsPart = Math.min(CEILING, Math.max(0, comments)) * PER_COMMENT;
        return new Score(pointsPart, Math.min(CEILING - pointsPart, commentsPart));
    }

    long total() {
        return BASE + points + comments;
    }

    /** The parts that add up to {@link #total()}, in the order they are explained; parts of 0 are left out. */
    Map<String, Long> breakdown() {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("base", BASE);
        if (points > 0) {
            parts.put("points", points);
        }
        if (comments > 0) {
            parts.put("comments", comments);
        }
        return Collections.unmodifiableMap(parts);
    }
}
