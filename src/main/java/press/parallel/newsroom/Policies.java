package press.parallel.newsroom;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Table {@code policy}: since when each policy of a paper reads as it does, and when it last fitted an entry. */
final class Policies {
    private Policies() {}

    /** A policy that now says something else is a new one; one that is gone is forgotten. */
    static void note(Handle handle, String paper, Map<String, String> policies, Set<String> matched, Instant now) {
        List<String> known = handle.createQuery("select name from policy where paper = :paper")
                .bind("paper", paper)
                .mapTo(String.class)
                .list();
        for (String name : known) {
            if (!policies.containsKey(name)) {
                handle.createUpdate("delete from policy where paper = :paper and name = :name")
                        .bind("paper", paper)
                        .bind("name", name)
                        .execute();
            }
        }
        policies.forEach((name, definition) -> handle.createUpdate("""
                        insert into policy (paper, name, definition, since, matched)
                        values (:paper, :name, :definition, :now, :matched)
                        on conflict (paper, name) do update set
                            since = case when policy.definition = excluded.definition then policy.since else excluded.since end,
                            matched = case when policy.definition = excluded.definition
                                           then coalesce(excluded.matched, policy.matched) else excluded.matched end,
                            definition = excluded.definition""")
                .bind("paper", paper)
                .bind("name", name)
                .bind("definition", definition)
                .bind("now", now.toEpochMilli())
                .bind("matched", matched.contains(name) ? (Long) now.toEpochMilli() : null)
                .execute());
    }

    /** Names of those that read as now since before {@code since} and have fitted nothing since then. */
    static List<String> idle(Handle handle, String paper, Map<String, String> policies, Instant since) {
        return handle
                .createQuery("""
                        select name, definition from policy
                        where paper = :paper and since < :since and (matched is null or matched < :since) order by name""")
                .bind("paper", paper)
                .bind("since", since.toEpochMilli())
                .map((row, context) -> Map.entry(row.getString("name"), row.getString("definition")))
                .list()
                .stream()
                .filter(policy -> policy.getValue().equals(policies.get(policy.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
