package press.parallel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many stories of a section one domain may have: a whole number, or a part of the section's size.
 *
 * <p>A whole number holds always. A part is at least an equal share among the domains that the section's stories come from, so that a
 * section of two sources is not left half empty by a rule that is to keep one from drowning ten.
 *
 * @param part number of stories, or the part's numerator
 * @param of the part's denominator, 0 for a whole number
 */
public record Share(int part, int of) {
    /** What {@link #parse} takes. */
    public static final String EXPECTED = "a whole number from 1, or a part such as 1/3 or 30%";

    private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern FRACTION = Pattern.compile("([1-9][0-9]{0,5})\\s*/\\s*([1-9][0-9]{0,5})");
    private static final Pattern PERCENT = Pattern.compile("([1-9][0-9]{0,2})\\s*%");

    /** As many as it likes. */
    public static final Share ALL = new Share(1, 1);

    /** Empty when the text is no share. */
    public static Optional<Share> parse(String text) {
        String stripped = text.strip();
        if (WHOLE.matcher(stripped).matches()) {
            return Optional.of(new Share(Integer.parseInt(stripped), 0));
        }
        Matcher fraction = FRACTION.matcher(stripped);
        if (fraction.matches()) {
            return part(Integer.parseInt(fraction.group(1)), Integer.parseInt(fraction.group(2)));
        }
        Matcher percent = PERCENT.matcher(stripped);
        return percent.matches() ? part(Integer.parseInt(percent.group(1)), 100) : Optional.empty();
    }

    private static Optional<Share> part(int part, int of) {
        return part <= of ? Optional.of(new Share(part, of)) : Optional.empty();
    }

    /**
     * The most stories of one domain.
     *
     * @param size of the section
     * @param domains that have a story good enough for it
     * @return at least 1
     */
    public int most(int size, int domains) {
        if (of == 0) {
            return part;
        }
        long share = (long) size * part / of;
        long equal = domains == 0 ? size : (size + domains - 1L) / domains;
        return (int) Math.max(1, Math.max(share, equal));
    }
}
