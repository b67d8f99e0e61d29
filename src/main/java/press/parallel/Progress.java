package press.parallel;

import java.time.Duration;
import java.util.Map;

/**
 * Where a run stands at one moment.
 *
 * @param stage {@code fetching}, {@code choosing}, {@code enhancing}, {@code printing}, {@code done}
 * @param waiting requests waiting in the line, by domain
 * @param inFlight requests under way now
 * @param elapsed since the run began
 */
public record Progress(
        String stage,
        int feedsDone,
        int feedsAll,
        int articlesDone,
        int articlesAll,
        Map<String, Integer> waiting,
        int inFlight,
        Duration elapsed) {}
