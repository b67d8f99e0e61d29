package press.parallel.newsroom;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import press.parallel.Feed;
import press.parallel.FeedReport;
import press.parallel.FeedState;
import press.parallel.Hints;
import press.parallel.Validators;

/** Tables {@code feed} and {@code feed_report}. */
final class Feeds {
    /** Reports after which a feed is not asked again in the same run. */
    private static final String SETTLED = "('ok', 'unchanged', 'early')";

    /** Those that have nothing settled in this run. */
    List<Feed> due(Handle handle, String edition, List<Feed> feeds) {
        Set<String> settled = new HashSet<>(
                handle.createQuery("select feed from feed_report where edition = :edition and status in " + SETTLED)
                        .bind("edition", edition)
                        .mapTo(String.class)
                        .list());
        return known(handle, feeds).stream()
                .filter(feed -> !settled.contains(feed.address().toString()))
                .toList();
    }

    /** Writes the feed list down, for the order of reports, and gives each feed back with what is known of it. */
    List<Feed> known(Handle handle, List<Feed> feeds) {
        PreparedBatch list = handle.prepareBatch("""
                insert into feed (address, place) values (:address, :place)
                on conflict (address) do update set place = excluded.place where feed.place <> excluded.place""");
        feeds.forEach(feed -> list.bind("address", feed.address().toString())
                .bind("place", feed.index())
                .add());
        if (list.size() > 0) {
            list.execute();
        }
        Map<String, Known> known = new HashMap<>();
        handle.createQuery("select * from feed")
                .map((row, context) -> new Known(row.getString("address"), row.getLong("millis"), state(row)))
                .forEach(each -> known.put(each.address, each));
        return feeds.stream()
                .map(feed -> {
                    String address = feed.address().toString();
                    Known before = known.getOrDefault(address, new Known(address, 0, FeedState.NEW));
                    return new Feed(feed.address(), feed.section(), feed.index(), before.millis, before.state);
                })
                .toList();
    }

    private record Known(String address, long millis, FeedState state) {}

    private static FeedState state(ResultSet row) throws SQLException {
        URI validated = Columns.address(row, "validated");
        URI movedTo = Columns.address(row, "moved_to");
        return new FeedState(
                Columns.address(row, "asked_at"),
                validated == null
                        ? null
                        : new Validators(validated, row.getString("etag"), row.getString("last_modified")),
                Instant.ofEpochMilli(row.getLong("not_before")),
                Instant.ofEpochMilli(row.getLong("due")),
                row.getString("why"),
                row.getInt("gone") == 1,
                row.getInt("failures"),
                row.getLong("bytes"),
                Duration.ofMillis(row.getLong("max_age")),
                Hints.parse(row.getString("hints")),
                movedTo == null
                        ? null
                        : new FeedState.Moved(
                                movedTo, row.getInt("moved_sightings"), LocalDate.parse(row.getString("moved_first"))));
    }

    /** Keeps what a feed's answer taught. */
    void remember(Handle handle, String address, FeedState state) {
        Validators validators = state.validators();
        FeedState.Moved moved = state.moved();
        handle.createUpdate("""
                        update feed set asked_at = :askedAt, validated = :validated, etag = :etag,
                            last_modified = :lastModified, not_before = :notBefore, due = :due, why = :why, gone = :gone,
                            failures = :failures, bytes = :bytes, max_age = :maxAge, hints = :hints,
                            moved_to = :movedTo, moved_sightings = :sightings, moved_first = :movedFirst
                        where address = :address""")
                .bind("address", address)
                .bind("askedAt", Columns.text(state.address()))
                .bind("validated", validators == null ? null : Columns.text(validators.address()))
                .bind("etag", validators == null ? null : validators.etag())
                .bind("lastModified", validators == null ? null : validators.lastModified())
                .bind("notBefore", state.notBefore().toEpochMilli())
                .bind("due", state.due().toEpochMilli())
                .bind("why", state.why())
                .bind("gone", state.gone() ? 1 : 0)
                .bind("failures", state.failures())
                .bind("bytes", state.bytes())
                .bind("maxAge", state.maxAge().toMillis())
                .bind("hints", state.hints().line())
                .bind("movedTo", moved == null ? null : Columns.text(moved.to()))
                .bind("sightings", moved == null ? 0 : moved.sightings())
                .bind("movedFirst", moved == null ? null : moved.first().toString())
                .execute();
    }

    /** Keeps the title and the time of an answer with entries; an answer without a title keeps the one known. */
    void answered(Handle handle, String edition, Feed feed, String title, Instant now) {
        handle.createUpdate("""
                        insert into feed (address, title, place, edition, fetched)
                        values (:address, :title, :place, :edition, :now)
                        on conflict (address) do update set
                            title = case when excluded.title <> '' then excluded.title else feed.title end,
                            place = excluded.place, edition = excluded.edition, fetched = excluded.fetched""")
                .bind("address", feed.address().toString())
                .bind("title", title)
                .bind("place", feed.index())
                .bind("edition", edition)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Its own title as last heard, "" when none is known. */
    String title(Handle handle, String address) {
        return handle.createQuery("select title from feed where address = :address")
                .bind("address", address)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    /** Files a report. One that brings bad news never replaces a settled one: the entries are in. */
    void report(Handle handle, String edition, FeedReport report) {
        handle.createUpdate("""
                        insert into feed_report
                            (edition, feed, title, status, reason, http_status, entries, fresh, millis)
                        values (:edition, :feed, :title, :status, :reason, :httpStatus, :entries, :fresh, :millis)
                        on conflict (edition, feed) do update set
                            title = excluded.title, status = excluded.status, reason = excluded.reason,
                            http_status = excluded.http_status, entries = excluded.entries, fresh = excluded.fresh,
                            millis = excluded.millis
                        where excluded.status in %1$s or feed_report.status not in %1$s""".formatted(SETTLED))
                .bind("edition", edition)
                .bind("feed", report.url())
                .bind("title", report.title())
                .bind("status", report.status())
                .bind("reason", report.reason())
                .bind("httpStatus", report.httpStatus())
                .bind("entries", report.entries())
                .bind("fresh", report.fresh())
                .bind("millis", report.millis())
                .execute();
        if (report.millis() > 0) {
            handle.createUpdate("update feed set millis = :millis where address = :address")
                    .bind("address", report.url())
                    .bind("millis", report.millis())
                    .execute();
        }
    }

    /** In the order of the feed list. */
    List<FeedReport> reports(Handle handle, String edition) {
        return handle.createQuery("""
                        select r.* from feed_report r left join feed f on f.address = r.feed
                        where r.edition = :edition order by coalesce(f.place, 1000000000), r.feed""")
                .bind("edition", edition)
                .map((row, context) -> new FeedReport(
                        row.getString("feed"),
                        row.getString("title"),
                        row.getString("status"),
                        row.getString("reason"),
                        row.getInt("http_status"),
                        row.getInt("entries"),
                        row.getInt("fresh"),
                        row.getLong("millis")))
                .list();
    }
}
