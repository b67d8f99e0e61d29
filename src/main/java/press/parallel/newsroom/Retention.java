package press.parallel.newsroom;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What the newsroom forgets, and when. Stories that were printed stay with their edition for good: their decisions, their texts and their
 * entries.
 */
final class Retention {
    /** A decision answers "why" for a month, also when its entry is forgotten. */
    static final Duration DECISIONS = Duration.ofDays(30);

    private static final String OF_AN_EDITION = """
            exists (select 1 from decision d join edition n on n.id = d.edition
                where d.entry_key = %s.entry_key and d.verdict = 'printed' and n.state in ('open', 'printed'))""";

    private static final String ORPHAN =
            "not exists (select 1 from entry e where e.entry_key = %1$s.entry_key) and not "
                    + OF_AN_EDITION.replace("%s", "%1$s");

    private Retention() {}

    /** A table, a condition with {@code :cutoff}, and how many rows it forgets are called. */
    private record Rule(String name, String table, String condition) {}

    /**
     * Forgets what was last seen before {@code cutoff}. The same on a dry run, of which the caller takes everything back.
     *
     * @return how much of what was forgotten, in the order it went
     */
    static Map<String, Integer> prune(Handle handle, Instant cutoff, Instant now) {
        Map<String, Integer> forgotten = new LinkedHashMap<>();
        for (Rule rule : new Rule[] {
            new Rule("entries", "entry", "last_seen < :cutoff and not " + OF_AN_EDITION.formatted("entry")),
            new Rule("feeds' words for them", "entry_feed", orphan("entry_feed")),
            new Rule("assessments", "assessment", orphan("assessment")),
            new Rule("texts", "article", "fetched < :cutoff and " + orphan("article")),
            new Rule("failures of texts", "article_failure", "failed < :cutoff and " + orphan("article_failure")),
            new Rule(
                    "decisions",
                    "decision",
                    "verdict <> 'printed' and edition in (select id from edition where started < :decisions)"),
        }) {
            var delete = handle.createUpdate("delete from " + rule.table + " where " + rule.condition);
            if (rule.condition.contains(":cutoff")) {
                delete.bind("cutoff", cutoff.toEpochMilli());
            }
            if (rule.condition.contains(":decisions")) {
                delete.bind("decisions", now.minus(DECISIONS).toEpochMilli());
            }
            forgotten.put(rule.name, delete.execute());
        }
        // Run sheets are for going on with a killed run.
        handle.createUpdate("update edition set stories = null where ended < :cutoff and stories is not null")
                .bind("cutoff", cutoff.toEpochMilli())
                .execute();
        forgotten.put("pictures", PictureFiles.prune(handle, cutoff));
        forgotten.put("clocks of domains", Clocks.prune(handle, cutoff));
        forgotten.put("robots.txt", RobotsFiles.prune(handle, cutoff));
        return forgotten;
    }

    private static String orphan(String table) {
        return ORPHAN.formatted(table);
    }

    /** Notes that a paper was printed now, and how long it needs what it has seen. */
    static void printed(Handle handle, String paper, Duration keep, Instant now) {
        handle.createUpdate("""
                        insert into paper (id, keep, last_run) values (:paper, :keep, :now)
                        on conflict (id) do update set keep = excluded.keep, last_run = excluded.last_run""")
                .bind("paper", paper)
                .bind("keep", keep.toMillis())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Notes how long a paper needs what it has seen, where it was printed before. */
    static void keep(Handle handle, String paper, Duration keep) {
        handle.createUpdate("update paper set keep = :keep where id = :paper")
                .bind("paper", paper)
                .bind("keep", keep.toMillis())
                .execute();
    }

    /** Before then no paper that was printed in the last month needs anything; {@code keep} counts for the one that asks. */
    static Instant cutoff(Handle handle, Duration keep, Instant now) {
        long longest = handle.createQuery("select coalesce(max(keep), 0) from paper where last_run >= :month")
                .bind("month", now.minus(DECISIONS).toEpochMilli())
                .mapTo(Long.class)
                .one();
        return now.minusMillis(Math.max(longest, keep.toMillis()));
    }
}
