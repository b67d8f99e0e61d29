package press.parallel.bench;

import java.util.List;
import java.util.Optional;

/**
 * All that was measured in one call.
 *
 * @param words what the press was given to do
 * @param notes under which conditions, a sentence each
 * @param runs one for each column
 */
public record BenchReport(String words, List<String> notes, List<Measured> runs) {
    public BenchReport {
        notes = List.copyOf(notes);
        runs = List.copyOf(runs);
    }

    /** The run that the others are compared with. */
    Optional<Measured> base() {
        return runs.stream().filter(run -> run.mode() == Mode.SEQUENTIAL).findFirst();
    }
}
