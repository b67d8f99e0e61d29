package press.parallel;

import java.util.Arrays;
import java.util.Collection;

/**
 * The points and comments of a feed's entries, to see one among the others. Immutable.
 *
 * <p>A feed that never gave either is <em>static</em>: its editors chose its entries, and there is nothing else to go by. One that did is
 * <em>dynamic</em>.
 */
public final class Statistics {
    public static final Statistics NONE = new Statistics(new long[0], new long[0]);

    private final long[] points;
    private final long[] comments;

    private Statistics(long[] points, long[] comments) {
        this.points = points;
        this.comments = comments;
    }

    /** Of these entries. Numbers below zero count as zero. */
    public static Statistics of(Collection<Entry> entries) {
        return of(
                entries.stream().mapToLong(Entry::points).toArray(),
                entries.stream().mapToLong(Entry::comments).toArray());
    }

    /** Of entries with these numbers, in any order. Numbers below zero count as zero. */
    public static Statistics of(long[] points, long[] comments) {
        return new Statistics(sorted(points), sorted(comments));
    }

    private static long[] sorted(long[] numbers) {
        return Arrays.stream(numbers)
                .map(number -> Math.max(0, number))
                .sorted()
                .toArray();
    }

    /** Whether the feed counts what its readers think of its entries. */
    public boolean isDynamic() {
        return last(points) > 0 || last(comments) > 0;
    }

    private static long last(long[] sorted) {
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    }

    /** Share of the entries that have fewer points than {@code value}, those with as many counted half: 0 to 1, 0.5 when there is none. */
    public double pointsRank(long value) {
        return rank(points, value);
    }

    /** The same for comments. */
    public double commentsRank(long value) {
        return rank(comments, value);
    }

    private static double rank(long[] sorted, long value) {
        if (sorted.length == 0) {
            return 0.5;
        }
        long counted = Math.max(0, value);
        int below = firstNotBelow(sorted, counted);
        int above = firstNotBelow(sorted, counted + 1);
        return (below + above) / 2.0 / sorted.length;
    }

    private static int firstNotBelow(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
