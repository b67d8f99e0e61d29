package press.parallel.newsroom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import press.parallel.Decision;
import press.parallel.Loss;
import press.parallel.RunSheet;

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
                insert into decision (edition, entry_key, section, place, score, verdict, rank, detail)
                values (:edition, :key, :section, :place, :score, :verdict, :rank, :detail)
                on conflict (edition, entry_key, section) do update set
                    place = excluded.place, score = excluded.score, verdict = excluded.verdict,
                    rank = excluded.rank, detail = excluded.detail""");
        int place = 0;
        for (Decision decision : sheet.decisions()) {
            batch.bind("edition", edition)
                    .bind("key", decision.key())
                    .bind("section", decision.section())
                    .bind("place", place++)
                    .bind("score", decision.score())
                    .bind("verdict", decision.verdict())
                    .bind("rank", decision.rank())
                    .bind("detail", decision.detail())
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

    private static List<Decision> decisions(Handle handle, String edition) {
        return handle.createQuery("select * from decision where edition = :edition order by place")
                .bind("edition", edition)
                .map((row, context) -> new Decision(
                        row.getString("entry_key"),
                        row.getString("section"),
                        row.getLong("score"),
                        row.getString("verdict"),
                        row.getInt("rank"),
                        row.getString("detail")))
                .list();
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

    /** A story whose text came in after all is no loss of the edition under way. */
    void foundStory(Handle handle, String key) {
        handle.createUpdate("""
                        delete from loss where what = 'story'
                            and edition in (select id from edition where state = 'open')
                            and (link = :key or link in (select link from entry_feed where entry_key = :key))""").bind("key", key).execute();
    }

    /** Run sheets are for going on with a killed run: an edition that ended before {@code cutoff} needs its own no more. */
    void prune(Handle handle, Instant cutoff) {
        handle.createUpdate("update edition set stories = null where ended < :cutoff and stories is not null")
                .bind("cutoff", cutoff.toEpochMilli())
                .execute();
    }
}
