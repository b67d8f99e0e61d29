package press.parallel.newsroom;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import press.parallel.Desk;
import press.parallel.Entry;
import press.parallel.Feed;
import press.parallel.FiledEntry;
import press.parallel.Statistics;

/**
 * Tables {@code entry} and {@code entry_feed}: what is known about a story, and each feed's own words for it.
 *
 * <p>Facts merge over all feeds: the earliest publishing date, the latest change, the larger statistics, the first time seen. Words stay
 * with their feed, where new ones replace old ones unless they are empty, so that the paper does not depend on which feed
 * answered last.
 */
final class Entries {
    /** The SQL of {@link FiledEntry#date()}. */
    static final String DATE = """
            (case when coalesce(e.published, e.updated) < e.first_seen
                  then coalesce(e.published, e.updated) else e.first_seen end)""";

    /** What {@link #filed} reads of an entry, without what takes room. */
    private static final String WITHOUT_TEXTS = """
            ef.entry_key, ef.feed, ef.place, ef.complete, ef.link, ef.title, ef.points, ef.comments,
            e.first_seen, e.published, e.updated,
            null as comments_link, '' as id, '' as author, null as enclosure, null as image,
            '[]' as categories, '' as summary, '' as content""";

    private static final String FACTS = """
            insert into entry (entry_key, first_seen, last_seen, published, updated, points, comments)
            values (:key, :now, :now, :published, :updated, :points, :comments)
            on conflict (entry_key) do update set
                last_seen = excluded.last_seen,
                published = case when entry.published is null or excluded.published < entry.published
                                 then excluded.published else entry.published end,
                updated = case when entry.updated is null or excluded.updated > entry.updated
                               then excluded.updated else entry.updated end,
                points = case when excluded.points > entry.points then excluded.points else entry.points end,
                comments = case when excluded.comments > entry.comments then excluded.comments else entry.comments end""";

    private static final String WORDS = """
            insert into entry_feed (entry_key, feed, edition, place, complete, link, comments_link, id, title, author,
                                    enclosure, image, categories, points, comments, summary, content)
            values (:key, :feed, :edition, :place, :complete, :link, :commentsLink, :id, :title, :author,
                    :enclosure, :image, :categories, :points, :comments, :summary, :content)
            on conflict (entry_key, feed) do update set
                edition = excluded.edition, place = excluded.place, complete = excluded.complete, link = excluded.link,
                comments_link = coalesce(excluded.comments_link, entry_feed.comments_link),
                id = case when excluded.id <> '' then excluded.id else entry_feed.id end,
                title = case when excluded.title <> '' then excluded.title else entry_feed.title end,
                author = case when excluded.author <> '' then excluded.author else entry_feed.author end,
                enclosure = coalesce(excluded.enclosure, entry_feed.enclosure),
                image = coalesce(excluded.image, entry_feed.image),
                categories = excluded.categories,
                points = case when excluded.points > entry_feed.points then excluded.points else entry_feed.points end,
                comments = case when excluded.comments > entry_feed.comments
                                then excluded.comments else entry_feed.comments end,
                summary = case when excluded.summary <> '' then excluded.summary else entry_feed.summary end,
                content = case when excluded.content <> '' then excluded.content else entry_feed.content end""";

    /**
     * Files what a feed offers. Where it offers one key twice, the first counts. What an answer before this one offered under the same
     * name, as between two editions, is remembered but offered no more.
     */
    void file(Handle handle, String edition, String feed, List<Entry> entries, Instant now) {
        handle.createUpdate("update entry_feed set edition = '' where edition = :edition and feed = :feed")
                .bind("edition", edition)
                .bind("feed", feed)
                .execute();
        PreparedBatch facts = handle.prepareBatch(FACTS);
        PreparedBatch words = handle.prepareBatch(WORDS);
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries) {
            if (!seen.add(entry.key())) {
                continue;
            }
            facts.bind("key", entry.key())
                    .bind("now", now.toEpochMilli())
                    .bind("published", Columns.millis(entry.published()))
                    .bind("updated", Columns.millis(entry.updated()))
                    .bind("points", entry.points())
                    .bind("comments", entry.comments())
                    .add();
            words.bind("key", entry.key())
                    .bind("feed", feed)
                    .bind("edition", edition)
                    .bind("place", entry.position())
                    .bind("complete", entry.complete() ? 1 : 0)
                    .bind("link", entry.link().toString())
                    .bind("commentsLink", Columns.text(entry.commentsLink()))
                    .bind("id", entry.id())
                    .bind("title", entry.title())
                    .bind("author", entry.author())
                    .bind("enclosure", Columns.text(entry.enclosure()))
                    .bind("image", Columns.text(entry.image()))
                    .bind("categories", Json.write(entry.categories()))
                    .bind("points", entry.points())
                    .bind("comments", entry.comments())
                    .bind("summary", entry.summary())
                    .bind("content", entry.content())
                    .add();
        }
        if (!seen.isEmpty()) {
            facts.execute();
            words.execute();
        }
    }

    /** A feed that has not changed offers again what it offered last time: those entries are seen now. */
    void offeredAgain(Handle handle, String edition, String feed, Instant now) {
        handle.createUpdate("""
                        update entry_feed set edition = :edition
                        where feed = :feed and edition = (select edition from feed where address = :feed)""").bind("edition", edition).bind("feed", feed).execute();
        handle.createUpdate("update feed set edition = :edition where address = :feed and edition is not null")
                .bind("edition", edition)
                .bind("feed", feed)
                .execute();
        handle.createUpdate("""
                        update entry set last_seen = :now
                        where entry_key in (select entry_key from entry_feed where feed = :feed and edition = :edition)""")
                .bind("edition", edition)
                .bind("feed", feed)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** How many of the entries that a feed offers in this run are dated {@code since} or later. */
    int count(Handle handle, String edition, String feed, Instant since) {
        return handle.createQuery("""
                        select count(*) from entry_feed ef join entry e on e.entry_key = ef.entry_key
                        where ef.edition = :edition and ef.feed = :feed and %s >= :since""".formatted(DATE))
                .bind("edition", edition)
                .bind("feed", feed)
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    /**
     * What lies before the editor: fresh entries of these feeds, offered now or remembered, and what else they offered in this run.
     *
     * @param paper whose assessments count
     */
    Desk desk(Handle handle, String paper, String edition, List<Feed> feeds, Instant since, String rules) {
        Map<String, Feed> listed = new HashMap<>();
        feeds.forEach(feed -> listed.putIfAbsent(feed.address().toString(), feed));
        List<FiledEntry> fresh = completed(lying(
                handle.createQuery("""
                                select ef.*, e.first_seen, e.published, e.updated, f.title as feed_title, %s
                                from entry e
                                    join entry_feed ef on ef.entry_key = e.entry_key
                                    left join feed f on f.address = ef.feed
                                    %s
                                where e.first_seen >= :since and %s >= :since""".formatted(Assessments.COLUMNS, Assessments.JOIN, DATE))
                        .bind("since", since.toEpochMilli())
                        .bind("paper", paper),
                listed));
        List<FiledEntry> old = lying(
                        handle.createQuery("""
                                select %s, f.title as feed_title, %s
                                from entry_feed ef
                                    join entry e on e.entry_key = ef.entry_key
                                    left join feed f on f.address = ef.feed
                                    %s
                                where ef.edition = :edition and ef.edition <> '' and not (e.first_seen >= :since and %s >= :since)""".formatted(WITHOUT_TEXTS, Assessments.COLUMNS, Assessments.JOIN, DATE))
                                .bind("since", since.toEpochMilli())
                                .bind("edition", edition)
                                .bind("paper", paper),
                        listed)
                .stream()
                .map(Lying::filed)
                .toList();
        Set<String> stale = new HashSet<>();
        fresh.stream().filter(filed -> !filed.isAssessedBy(rules)).forEach(filed -> stale.add(filed.feed()));
        return new Desk(fresh, old, Map.of(), statistics(handle, stale));
    }

    private static List<Lying> lying(Query rows, Map<String, Feed> listed) {
        List<Lying> lying = new ArrayList<>();
        rows.map((row, context) -> {
                    Feed feed = listed.get(row.getString("feed"));
                    return feed == null ? null : new Lying(feed.index(), filed(row, feed));
                })
                .forEach(each -> {
                    if (each != null) {
                        lying.add(each);
                    }
                });
        lying.sort(Comparator.comparingInt(Lying::index)
                .thenComparingInt(each -> each.filed.entry().position())
                .thenComparing(each -> each.filed.entry().key()));
        return lying;
    }

    private static Map<String, Statistics> statistics(Handle handle, Set<String> feeds) {
        if (feeds.isEmpty()) {
            return Map.of();
        }
        Map<String, List<long[]>> numbers = new HashMap<>();
        handle.createQuery("select feed, points, comments from entry_feed")
                .map((row, context) -> {
                    if (feeds.contains(row.getString("feed"))) {
                        numbers.computeIfAbsent(row.getString("feed"), feed -> new ArrayList<>())
                                .add(new long[] {row.getLong("points"), row.getLong("comments")});
                    }
                    return "";
                })
                .forEach(read -> {});
        Map<String, Statistics> statistics = new HashMap<>();
        numbers.forEach((feed, all) -> statistics.put(
                feed,
                Statistics.of(
                        all.stream().mapToLong(each -> each[0]).toArray(),
                        all.stream().mapToLong(each -> each[1]).toArray())));
        return statistics;
    }

    /** What is filed of a feed, without its texts: the statistics are the largest it ever gave. */
    List<FiledEntry> known(Handle handle, String paper, Feed feed) {
        return handle.createQuery("""
                        select %s, '' as feed_title, %s
                        from entry_feed ef join entry e on e.entry_key = ef.entry_key %s
                        where ef.feed = :feed""".formatted(WITHOUT_TEXTS, Assessments.COLUMNS, Assessments.JOIN))
                .bind("feed", feed.address().toString())
                .bind("paper", paper)
                .map((row, context) -> filed(row, feed))
                .list();
    }

    private record Lying(int index, FiledEntry filed) {}

    private static FiledEntry filed(ResultSet row, Feed feed) throws SQLException {
        Entry entry = new Entry(
                row.getString("entry_key"),
                URI.create(row.getString("link")),
                Columns.address(row, "comments_link"),
                row.getString("id"),
                row.getString("title"),
                row.getString("author"),
                Columns.instant(row, "published"),
                Columns.instant(row, "updated"),
                row.getString("summary"),
                row.getString("content"),
                Json.strings(row.getString("categories")),
                row.getLong("points"),
                row.getLong("comments"),
                Columns.address(row, "enclosure"),
                Columns.address(row, "image"),
                row.getInt("complete") == 1,
                row.getInt("place"));
        String title = row.getString("feed_title");
        return new FiledEntry(
                entry,
                feed.address().toString(),
                title == null || title.isEmpty() ? feed.address().getHost() : title,
                feed.section(),
                Instant.ofEpochMilli(row.getLong("first_seen")),
                Assessments.of(row));
    }

    /** A discussion and a picture that one feed knows belong to the story, whichever feed is printed: the first in the list counts. */
    private static List<FiledEntry> completed(List<Lying> lying) {
        Map<String, URI> discussions = new HashMap<>();
        Map<String, URI> images = new HashMap<>();
        for (Lying each : lying) {
            Entry entry = each.filed.entry();
            if (entry.commentsLink() != null) {
                discussions.putIfAbsent(entry.key(), entry.commentsLink());
            }
            if (entry.image() != null) {
                images.putIfAbsent(entry.key(), entry.image());
            }
        }
        return lying.stream()
                .map(each -> {
                    Entry entry = each.filed.entry();
                    return with(each.filed, discussions.get(entry.key()), images.get(entry.key()));
                })
                .toList();
    }

    private static FiledEntry with(FiledEntry filed, @Nullable URI discussion, @Nullable URI image) {
        Entry e = filed.entry();
        if ((e.commentsLink() != null || discussion == null) && (e.image() != null || image == null)) {
            return filed;
        }
        Entry entry = e.withCompany(
                e.commentsLink() != null ? e.commentsLink() : discussion, e.image() != null ? e.image() : image);
        return new FiledEntry(
                entry, filed.feed(), filed.feedTitle(), filed.section(), filed.firstSeen(), filed.assessment());
    }
}
