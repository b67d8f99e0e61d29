package press.parallel;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the editor decided about one entry that lay before it: a row of the glass box. It stands for itself, so that it can still be read
 * when the entry is forgotten.
 *
 * @param key the entry's key
 * @param title as its feed gave it
 * @param link address of the full text
 * @param feed address of the feed it counts for: the one whose words lead
 * @param feedTitle the feed's name as printed
 * @param domain registrable domain of the link, "" when it has none
 * @param date when it happened, as far as is known
 * @param section id of the section it was weighed for, "" when there is none
 * @param words keywords that counted in the choice of the section, such as {@code chip} or {@code chip ×2}
 * @param score the sum of the parts, 0 when that is negative
 * @param parts what adds up to the score, in points by name, in the order they are explained
 * @param verdict what became of it
 * @param rank place in its section from 1 when printed, else 0
 * @param detail for a merged one the key of the entry that leads, for one printed before the edition, else ""
 */
public record Decision(
        String key,
        String title,
        URI link,
        String feed,
        String feedTitle,
        String domain,
        Instant date,
        String section,
        List<String> words,
        long score,
        Map<String, Long> parts,
        Verdict verdict,
        int rank,
        String detail) {
    /** Name of the part of a score that changes with the hour. */
    public static final String FRESHNESS = "freshness";

    /** Begins the name of a part that a policy gives or takes. */
    public static final String POLICY = "policy ";

    public Decision {
        words = List.copyOf(words);
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /**
     * What parts add up to without what the story has for being new, and without policies: how it stands whenever it is looked at. A policy
     * is the house's opinion, which may change overnight; no story grows by it.
     */
    public static long standing(Map<String, Long> parts) {
        return parts.entrySet().stream()
                .filter(part ->
                        !part.getKey().equals(FRESHNESS) && !part.getKey().startsWith(POLICY))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** What the parts add up to; below zero for a buried one. */
    public long sum() {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }
}
