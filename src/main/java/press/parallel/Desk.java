package press.parallel;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What lies before the editor.
 *
 * @param fresh entries inside the freshness window, one for each feed that carries the entry, in the order of the feed list and then of
 *     the feed. Entries of one key share their dates; title, summary, content and statistics are the feed's own
 * @param old what the feeds offered in this run besides: entries outside the window, one for each feed, without their texts
 * @param printed by key of a fresh entry: the earlier edition that printed its story
 * @param statistics by address of a feed: what it said of all its entries that are kept
 */
@RegisterForReflection
public record Desk(
        List<FiledEntry> fresh, List<FiledEntry> old, Map<String, Before> printed, Map<String, Statistics> statistics) {
    public static final Desk EMPTY = new Desk(List.of(), List.of(), Map.of(), Map.of());

    public Desk {
        fresh = List.copyOf(fresh);
        old = List.copyOf(old);
        printed = Map.copyOf(printed);
        statistics = Map.copyOf(statistics);
    }

    /**
     * A story of an earlier edition.
     *
     * @param edition its id
     * @param standing what it added up to then, as {@link Decision#standing(Map)} reckons; {@link #UNKNOWN} of an edition that kept no parts
     */
    public record Before(String edition, long standing) {
        /** Nothing is known to have grown since. */
        public static final long UNKNOWN = Long.MAX_VALUE;
    }

    /** The same, with these of its fresh entries assessed anew. */
    public Desk with(List<FiledEntry> assessed) {
        Map<String, FiledEntry> anew = new HashMap<>();
        assessed.forEach(filed -> anew.put(id(filed), filed));
        return new Desk(
                fresh.stream().map(filed -> anew.getOrDefault(id(filed), filed)).toList(), old, printed, statistics);
    }

    private static String id(FiledEntry filed) {
        return filed.feed() + " " + filed.entry().key();
    }

    /** Different entries, fresh and old. */
    public int scanned() {
        Set<String> keys = keys(fresh);
        keys.addAll(keys(old));
        return keys.size();
    }

    /** Different fresh entries. */
    public int freshEntries() {
        return keys(fresh).size();
    }

    private static Set<String> keys(List<FiledEntry> entries) {
        Set<String> keys = new HashSet<>();
        entries.forEach(filed -> keys.add(filed.entry().key()));
        return keys;
    }
}
