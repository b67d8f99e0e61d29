package press.parallel;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
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
        Duration elapsed) {
    /** Before the first run. */
    public static final Progress NONE = new Progress("done", 0, 0, 0, 0, Map.of(), 0, Duration.ZERO);

    public Progress {
        waiting = Collections.unmodifiableMap(new LinkedHashMap<>(waiting));
    }
}
