package press.parallel.cli;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;

/** Spans of time as people write them: {@code 90s}, {@code 2m}, {@code 500ms}, {@code PT2M}; a bare number is seconds. */
final class Times {
    static final String EXPECTED = "a time such as 90s, 2m or PT2M";

    private Times() {}

    /**
     * Reads what Quarkus reads.
     *
     * @throws IllegalArgumentException if {@code text} is no time
     */
    static Duration parse(String text) {
        Duration duration = DurationConverter.parseDuration(text.strip());
        if (duration == null) {
            throw new IllegalArgumentException("empty");
        }
        return duration;
    }
}
