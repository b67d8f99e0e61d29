package press.parallel.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which paper a call is for.
 *
 * @param settings file given with {@code --settings}, relative to the folder of the call; null: none
 * @param name one of {@link Papers#NAMES}, given with {@code --paper}; null: none
 */
record PaperChoice(@Nullable Path settings, @Nullable String name) {
    /** What {@code application.properties} says. */
    static final PaperChoice USUAL = new PaperChoice(null, null);
}
