package press.parallel;

import org.jspecify.annotations.Nullable;

/**
 * A story as handed to the printer ("copy" in newsroom usage): with its full text, or with the reason it has none and is printed
 * with the feed's own words.
 */
public record Copy(
        Story story, @Nullable Article article, @Nullable Loss loss) {}
