package press.parallel;

import java.util.Locale;
import java.util.Optional;

/** Which pictures are printed, {@code press.printer.images}. */
public enum Images {
    /** None. */
    NONE,
    /** The first picture of each story. */
    LEAD,
    /** That one, and those inside the texts. */
    ALL;

    /** What {@link #parse} understands, for people. */
    public static final String EXPECTED = "none, lead or all";

    public static Optional<Images> parse(String text) {
        for (Images images : values()) {
            if (images.name().toLowerCase(Locale.ROOT).equals(text.strip())) {
                return Optional.of(images);
            }
        }
        return Optional.empty();
    }
}
