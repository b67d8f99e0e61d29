package press.parallel.editor;

import java.util.Optional;
import press.parallel.Desk;

/**
 * When a story of an earlier edition may be printed again: when it has grown by so many boost units since, its freshness and policies
 * left out.
 *
 * @param units 0 or less: always; infinite: never
 */
public record Repeat(double units) {
    /** What {@link #parse} takes. */
    public static final String EXPECTED = "never, always, or boost units it must have grown by, such as 5";

    public static final Repeat NEVER = new Repeat(Double.POSITIVE_INFINITY);
    public static final Repeat ALWAYS = new Repeat(0);

    /** Empty when the text is none. */
    public static Optional<Repeat> parse(String text) {
        String stripped = text.strip();
        if (stripped.equals("never")) {
            return Optional.of(NEVER);
        }
        if (stripped.equals("always")) {
            return Optional.of(ALWAYS);
        }
        return stripped.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")
                ? Optional.of(new Repeat(Double.parseDouble(stripped)))
                : Optional.empty();
    }

    /** Whether a story that stands at {@code standing} now may stand again. */
    boolean allows(Desk.Before before, long standing) {
        return units <= 0
                || before.standing() != Desk.Before.UNKNOWN && standing - before.standing() >= units * Weights.UNIT;
    }
}
