package press.parallel.editor;

import java.time.Duration;

/**
 * What the parts of a score are worth, in boost units of 100 points.
 *
 * @param base for being offered
 * @param staticBoost for an entry of a feed without statistics
 * @param points for the entry with the most points of its feed; the others get their rank's share
 * @param comments the same for comments
 * @param place for the first entry of its feed; halved every {@link #PLACES} places
 * @param freshness for an entry of this moment; halved every {@code halfLife}
 * @param halfLife of freshness
 * @param alsoIn for each other feed that tells the story
 */
public record Weights(
        double base,
        double staticBoost,
        double points,
        double comments,
        double place,
        double freshness,
        Duration halfLife,
        double alsoIn) {
    /** Points in a boost unit. */
    public static final int UNIT = 100;

    /** A front page shows about five stories before the fold. */
    static final int PLACES = 5;

    public static final Weights USUAL = new Weights(10, 5, 7, 3, 2, 3, Duration.ofHours(12), 1.5);

    static long inPoints(double units) {
        return Math.round(units * UNIT);
    }

    /** The highest score that a story told by so many feeds can have without policies. */
    public long highest(int feeds) {
        return inPoints(base + Math.max(staticBoost, points + comments) + place + freshness)
                + Math.max(0, feeds - 1) * inPoints(alsoIn);
    }
}
