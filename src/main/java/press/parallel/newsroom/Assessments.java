package press.parallel.newsroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import press.parallel.Assessment;

/** Table {@code assessment}: what a feed's entry is worth by itself, to one paper. */
final class Assessments {
    /** For a query that joins {@link #JOIN}. */
    static final String COLUMNS = """
            a.rules as a_rules, a.section as a_section, a.words as a_words, a.parts as a_parts, a.policies as a_policies""";

    /** To a query over {@code entry_feed ef}; binds {@code paper}. */
    static final String JOIN = """
            left join assessment a on a.paper = :paper and a.feed = ef.feed and a.entry_key = ef.entry_key""";

    private Assessments() {}

    /** {@link Assessment#NONE} where the row has none. */
    static Assessment of(ResultSet row) throws SQLException {
        String rules = row.getString("a_rules");
        return rules == null
                ? Assessment.NONE
                : new Assessment(
                        rules,
                        row.getString("a_section"),
                        Json.strings(row.getString("a_words")),
                        Json.numbers(row.getString("a_parts")),
                        Json.strings(row.getString("a_policies")));
    }

    /** An assessment of a feed's entry. */
    record Assessed(String feed, String key, Assessment assessment) {}

    static void keep(Handle handle, String paper, List<Assessed> all) {
        if (all.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into assessment (paper, feed, entry_key, rules, section, words, parts, policies)
                values (:paper, :feed, :key, :rules, :section, :words, :parts, :policies)
                on conflict (paper, feed, entry_key) do update set
                    rules = excluded.rules, section = excluded.section, words = excluded.words, parts = excluded.parts,
                    policies = excluded.policies""");
        for (Assessed each : all) {
            Assessment assessment = each.assessment();
            batch.bind("paper", paper)
                    .bind("feed", each.feed())
                    .bind("key", each.key())
                    .bind("rules", assessment.rules())
                    .bind("section", assessment.section())
                    .bind("words", Json.write(assessment.words()))
                    .bind("parts", Json.write(assessment.parts()))
                    .bind("policies", Json.write(assessment.policies()))
                    .add();
        }
        batch.execute();
    }

    static List<Assessed> ofFeed(String feed, Map<String, Assessment> byKey) {
        return byKey.entrySet().stream()
                .map(each -> new Assessed(feed, each.getKey(), each.getValue()))
                .toList();
    }
}
