package press.parallel.printer;

import java.util.List;
import java.util.Locale;

/** Numbers as the paper writes them: thousands apart, a real minus, a space before the unit. */
final class Wording {
    static final String MINUS = "−";
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private Wording() {}

    static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number).replace("-", MINUS);
    }

    static String some(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** @param share 0 to 1 */
    static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.1f %%", share * 100);
    }

    /**
     * Percentage points with their sign, such as {@code +4.6}; what is rounded to nothing has none.
     *
     * @param delta difference of two shares
     */
    static String points(double delta) {
        String points = String.format(Locale.ENGLISH, "%+.1f", delta * 100);
        return points.endsWith("0.0") && points.length() == 4 ? "0.0" : points.replace("-", MINUS);
    }

    static String seconds(double seconds) {
        return String.format(Locale.ENGLISH, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }

    /** In letters up to the tenth, then such as {@code 11th}. */
    static String ordinal(int number) {
        if (number >= 1 && number <= ORDINALS.size()) {
            return ORDINALS.get(number - 1);
        }
        String ending = number / 10 % 10 == 1
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + ending;
    }

    /** {@code Volume 2 · No. 413}, "" of an edition from before the paper counted. */
    static String imprint(int volume, long issue) {
        return volume < 1 || issue < 1 ? "" : "Volume " + count(volume) + " · No. " + count(issue);
    }

    /** {@code second edition} and so on; "" of a day's first. */
    static String again(int number) {
        return number > 1 ? ordinal(number) + " edition" : "";
    }

    /** {@code a, b and c}. */
    static String enumerate(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
