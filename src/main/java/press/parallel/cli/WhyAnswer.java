package press.parallel.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.parallel.Decision;
import press.parallel.PastEdition;
import press.parallel.Why;

/**
 * What {@code why} found.
 *
 * @param asked a link or a title, as it was written
 * @param edition where it was looked, null when there is none
 * @param why the story; null when none, or more than one, was found
 * @param hits stories that may be meant, when it is not clear which one
 * @param nearest stories of similar titles, when none was found
 * @param problem why there is no answer and what to do, "" when there is one
 */
public record WhyAnswer(
        String asked,
        @Nullable PastEdition edition,
        @Nullable Why why,
        List<Decision> hits,
        List<Decision> nearest,
        String problem) {
    public WhyAnswer {
        hits = List.copyOf(hits);
        nearest = List.copyOf(nearest);
    }
}
