package press.parallel;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry that the editor picked.
 *
 * @param filed the entry with its feed
 * @param section id of the section it is printed in
 * @param rank place in its section, from 1
 * @param score what the editor gave it
 * @param scoreBreakdown the parts that add up to {@code score}, by name
 * @param words keywords that counted in the choice of the section
 * @param alsoIn the same story in other feeds, merged into this one
 */
public record Story(
        FiledEntry filed,
        String section,
        int rank,
        long score,
        Map<String, Long> scoreBreakdown,
        List<String> words,
        List<AlsoIn> alsoIn) {
    public Story {
        scoreBreakdown = Collections.unmodifiableMap(new LinkedHashMap<>(scoreBreakdown));
        words = List.copyOf(words);
        alsoIn = List.copyOf(alsoIn);
    }

    public Entry entry() {
        return filed.entry();
    }

    /** Another feed's entry for the same story. */
    public record AlsoIn(String feed, String title, URI link) {}
}
