package press.parallel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an entry in an edition, and what it would have taken to get in.
 *
 * @param story the editor's decision on it
 * @param section title of the section it was weighed for, "" when there is none
 * @param became the verdict in words, such as {@code over the size: 14th best for 10 places in News}
 * @param needed points that it was short of, 0 when it is in or points would not have helped
 * @param facts what it would have taken, or by how much it is in: sentences without a full stop
 * @param leader for a merged one the decision on the entry that leads, else null
 */
public record Why(
        Decision story,
        String section,
        String became,
        long needed,
        List<String> facts,
        @Nullable Decision leader) {
    public Why {
        facts = List.copyOf(facts);
    }
}
