package press.parallel.newsroom;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import press.parallel.Feed;
import press.parallel.FeedReport;

/** Tables {@code feed} and {@code feed_report}. */
final class Feeds {
    /** Reports after which a feed is not asked again in the same run. */
    private static final String SETTLED = "('ok', 'unchanged', 'early')";

    /** Writes the feed list down, for the order of reports, and gives back those that have nothing settled in this run. */
    List<Feed> due(Handle handle, String edition, List<Feed> feeds) {
        PreparedBatch list = handle.prepareBatch("""
                insert into feed (address, place) values (:address, :place)
                on conflict (address) do update set place = excluded.place""");
        feeds.forEach(feed -> list.bind("address", feed.address().toString())
                .bind("place", feed.index())
                .add());
        if (list.size() > 0) {
            list.execute();
        }
        Set<String> settled = new HashSet<>(
                handle.createQuery("select feed from feed_report where edition = :edition and status in " + SETTLED)
                        .bind("edition", edition)
                        .mapTo(String.class)
                        .list());
        Map<String, Long> millis = new HashMap<>();
        handle.createQuery("select address, millis from feed")
                .map((row, context) -> Map.entry(row.getString("address"), row.getLong("millis")))
                .forEach(known -> millis.put(known.getKey(), known.getValue()));
        return feeds.stream()
                .filter(feed -> !settled.contains(feed.address().toString()))
                .map(feed -> new Feed(
                        feed.address(),
                        feed.section(),
                        feed.index(),
                        millis.getOrDefault(feed.address().toString(), 0L)))
                .toList();
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
    String title(Handle handle, Feed feed) {
        return handle.createQuery("select title from feed where address = :address")
                .bind("address", feed.address().toString())
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
