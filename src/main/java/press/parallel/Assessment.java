package press.parallel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an entry of a feed is worth by itself, whatever the hour and whoever else tells it: written once, when the entry is filed, and again
 * only when its statistics or the rules change.
 *
 * @param rules what it was made by, as {@link #rules} writes it, "" when there is none yet
 * @param section id of the section it belongs to, "" when the paper has none
 * @param words keywords that counted in the choice of the section
 * @param parts points by name, in the order they are explained
 * @param policies names of the policies that matched
 */
public record Assessment(
        String rules, String section, List<String> words, Map<String, Long> parts, List<String> policies) {
    /** Of an entry that was not assessed yet. */
    public static final Assessment NONE = new Assessment("", "", List.of(), Map.of(), List.of());

    /**
     * What an assessment is made by.
     *
     * @param fingerprint of the paper's rules
     * @param section id of the section that lists the feed, "" where none does
     */
    public static String rules(String fingerprint, String section) {
        return fingerprint + " " + section;
    }

    public Assessment {
        words = List.copyOf(words);
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        policies = List.copyOf(policies);
    }
}
