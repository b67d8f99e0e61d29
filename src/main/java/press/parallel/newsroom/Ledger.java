package press.parallel.newsroom;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import press.parallel.Decision;
import press.parallel.Desk;
import press.parallel.Loss;
import press.parallel.RunSheet;
import press.parallel.Verdict;

/** What was decided and what was lost, edition by edition: tables {@code decision} and {@code loss}, and the run sheet in {@code edition}. */
final class Ledger {
    void keep(Handle handle, String edition, RunSheet sheet) {
        handle.createUpdate(
                        "update edition set stories = :stories, scanned = :scanned, fresh = :fresh where id = :edition")
                .bind("edition", edition)
                .bind("stories", Json.write(sheet.stories()))
                .bind("scanned", sheet.scanned())
                .bind("fresh", sheet.fresh())
                .execute();
        handle.createUpdate("delete from decision where edition = :edition")
                .bind("edition", edition)
                .execute();
        PreparedBatch batch = handle.prepareBatch("""
                insert into decision (edition, entry_key, section, place, score, verdict, rank, detail, title, link, feed,
                                      feed_title, domain, dated, words, parts)
                values (:edition, :key, :section, :place, :score, :verdict, :rank, :detail, :title, :link, :feed,
                        :feedTitle, :domain, :dated, :words, :parts)
                on conflict (edition, entry_key, section) do nothing""");
        int place = 0;
        for (Decision decision : sheet.decisions()) {
            batch.bind("edition", edition)
                    .bind("key", decision.key())
                    .bind("section", decision.section())
                    .bind("place", place++)
                    .bind("score", decision.score())
                    .bind("verdict", decision.verdict().words())
                    .bind("rank", decision.rank())
                    .bind("detail", decision.detail())
                    .bind("title", decision.title())
                    .bind("link", decision.link().toString())
                    .bind("feed", decision.feed())
                    .bind("feedTitle", decision.feedTitle())
                    .bind("domain", decision.domain())
                    .bind("dated", decision.date().toEpochMilli())
                    .bind("words", Json.write(decision.words()))
                    .bind("parts", Json.write(decision.parts()))
                    .add();
        }
        if (place > 0) {
            batch.execute();
        }
    }

    Optional<RunSheet> runSheet(Handle handle, String edition) {
        record Sheet(String stories, int scanned, int fresh) {}
        return handle.createQuery(
                        "select stories, scanned, fresh from edition where id = :edition and stories is not null")
                .bind("edition", edition)
                .map((row, context) -> new Sheet(row.getString("stories"), row.getInt("scanned"), row.getInt("fresh")))
                .findOne()
                .flatMap(sheet -> Json.stories(sheet.stories)
                        .map(stories -> new RunSheet(stories, decisions(handle, edition), sheet.scanned, sheet.fresh)));
    }

    /** In the order they were made. */
    List<Decision> decisions(Handle handle, String edition) {
        return handle.createQuery("select * from decision where edition = :edition order by place")
                .bind("edition", edition)
                .map((row, context) -> new Decision(
                        row.getString("entry_key"),
                        row.getString("title"),
                        URI.create(row.getString("link")),
                        row.getString("feed"),
                        row.getString("feed_title"),
                        row.getString("domain"),
                        Instant.ofEpochMilli(row.getLong("dated")),
                        row.getString("section"),
                        Json.strings(row.getString("words")),
                        row.getLong("score"),
                        Json.numbers(row.getString("parts")),
                        Verdict.of(row.getString("verdict")),
                        row.getInt("rank"),
                        row.getString("detail")))
                .list();
    }

    /**
     * The stories of the paper's printed editions that fresh entries belong to, whether they led them there or told them too.
     *
     * @param edition the one that is being made; it does not count
     */
    Map<String, Desk.Before> printedBefore(Handle handle, String paper, String edition, Instant since) {
        Map<String, Desk.Before> before = new HashMap<>();
        handle.createQuery("""
                        select d.entry_key, l.edition, l.parts
                        from decision d
                            join edition n on n.id = d.edition
                            join entry e on e.entry_key = d.entry_key
                            join decision l on l.edition = d.edition and l.verdict = 'printed'
                                and (l.entry_key = d.entry_key or (d.verdict = 'merged' and l.entry_key = d.detail))
                        where n.paper = :paper and n.state = 'printed' and n.id <> :edition
                            and d.verdict in ('printed', 'merged') and e.first_seen >= :since
                        order by n.started""")
                .bind("paper", paper)
                .bind("edition", edition)
                .bind("since", since.toEpochMilli())
                .map((row, context) -> before.put(
                        row.getString("entry_key"),
                        new Desk.Before(row.getString("edition"), standing(Json.numbers(row.getString("parts"))))))
                .forEach(replaced -> {});
        return before;
    }

    /** Editions of before version 3 of the tables have decisions without parts. */
    private static long standing(Map<String, Long> parts) {
        return parts.isEmpty() ? Desk.Before.UNKNOWN : Decision.standing(parts);
    }

    /** Notes a loss once; told again, the newer words count. */
    void lose(Handle handle, String edition, Loss loss, Instant now) {
        handle.createUpdate("""
                        insert into loss (edition, what, link, noted, title, reason)
                        values (:edition, :what, :link, :now, :title, :reason)
                        on conflict (edition, what, link) do update set title = excluded.title, reason = excluded.reason""")
                .bind("edition", edition)
                .bind("what", loss.what())
                .bind("link", loss.link())
                .bind("now", now.toEpochMilli())
                .bind("title", loss.title())
                .bind("reason", loss.reason())
                .execute();
    }

    /** In the order they were first noted. */
    List<Loss> losses(Handle handle, String edition) {
        return handle.createQuery("select * from loss where edition = :edition order by noted, what, link")
                .bind("edition", edition)
                .map((row, context) -> new Loss(
                        row.getString("what"), row.getString("title"), row.getString("link"), row.getString("reason")))
                .list();
    }

    /** A feed that came in after all is no loss. */
    void foundFeed(Handle handle, String edition, String feed) {
        handle.createUpdate("delete from loss where edition = :edition and what = 'feed' and link = :feed")
                .bind("edition", edition)
                .bind("feed", feed)
                .execute();
    }

    /** A picture that came in after all is no loss of the edition under way. */
    void foundPicture(Handle handle, String address) {
        handle.createUpdate("""
                        delete from loss where what = 'picture' and link = :address
                            and edition in (select id from edition where state = 'open')""").bind("address", address).execute();
    }

    /** A story whose text came in after all is no loss of the edition under way. */
    void foundStory(Handle handle, String key) {
        handle.createUpdate("""
                        delete from loss where what = 'story'
                            and edition in (select id from edition where state = 'open')
                            and (link = :key or link in (select link from entry_feed where entry_key = :key))""").bind("key", key).execute();
    }
}
