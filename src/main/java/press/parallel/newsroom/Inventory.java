package press.parallel.newsroom;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import press.parallel.Edition;
import press.parallel.Holdings.FeedRest;
import press.parallel.Holdings.PaperKept;

/** Counts what lies in the newsroom, for people. Changes nothing. */
final class Inventory {
    private Inventory() {}

    static int count(Handle handle, String table) {
        return handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one();
    }

    /** Entries dated {@code since} or later. */
    static int fresh(Handle handle, Instant since) {
        return handle.createQuery(
                        "select count(*) from entry e where e.first_seen >= :since and " + Entries.DATE + " >= :since")
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    static @Nullable Instant oldest(Handle handle) {
        return handle.createQuery("select min(first_seen) as oldest from entry")
                .map((row, context) -> Optional.ofNullable(Columns.instant(row, "oldest")))
                .one()
                .orElse(null);
    }

    /** Every paper that was printed or that has an edition. */
    static List<PaperKept> papers(Handle handle) {
        return handle.createQuery("""
                        select ids.id, p.keep, p.last_run,
                            (select count(*) from edition n where n.paper = ids.id and n.state = 'printed') as printed
                        from (select id from paper union select paper as id from edition) ids
                            left join paper p on p.id = ids.id
                        order by ids.id""")
                .map((row, context) -> {
                    long keep = row.getLong("keep");
                    boolean unknown = row.wasNull();
                    return new PaperKept(
                            row.getString("id"),
                            row.getInt("printed"),
                            Columns.instant(row, "last_run"),
                            unknown ? null : Duration.ofMillis(keep));
                })
                .list();
    }

    private record Known(FeedRest feed, boolean gone) {}

    /** Feeds that are gone, and feeds that failed last or may not be asked now: the failing first, then by the time. */
    static Map<Boolean, List<FeedRest>> restingByGone(Handle handle, Instant now) {
        Map<String, String> reasons = new HashMap<>();
        handle.createQuery("""
                        select r.feed, r.reason from feed_report r join edition n on n.id = r.edition
                        where r.status = 'failed' and r.feed in (select address from feed where failures > 0 or gone = 1)
                        order by n.started""")
                .map((row, context) -> reasons.put(row.getString("feed"), row.getString("reason")))
                .forEach(replaced -> {});
        return handle
                .createQuery("""
                        select address, title, failures, gone, why, not_before, due from feed
                        where gone = 1 or failures > 0 or not_before > :now""")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> {
                    String address = row.getString("address");
                    String title = row.getString("title");
                    int failures = row.getInt("failures");
                    boolean gone = row.getInt("gone") == 1;
                    long until = failures > 0
                            ? Math.max(row.getLong("due"), row.getLong("not_before"))
                            : row.getLong("not_before");
                    String why = row.getString("why");
                    return new Known(
                            new FeedRest(
                                    address,
                                    title.isEmpty()
                                            ? Objects.requireNonNullElse(
                                                    URI.create(address).getHost(), address)
                                            : title,
                                    failures,
                                    failures > 0 ? reasons.getOrDefault(address, why) : why,
                                    gone ? null : Instant.ofEpochMilli(until)),
                            gone);
                })
                .list()
                .stream()
                .sorted(Comparator.comparing((Known known) -> known.feed.failures() == 0)
                        .thenComparing(known -> Objects.requireNonNullElse(known.feed.until(), Instant.EPOCH))
                        .thenComparing(known -> known.feed.feed()))
                .collect(Collectors.partitioningBy(Known::gone, Collectors.mapping(Known::feed, Collectors.toList())));
    }

    /** Domains that want to be left alone at {@code now}, by the end of it. */
    static List<Edition.Rest> domains(Handle handle, Instant now) {
        return handle.createQuery("""
                        select domain, why, not_before from domain where not_before > :now order by not_before, domain""")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Edition.Rest(
                        row.getString("domain"), row.getString("why"), Instant.ofEpochMilli(row.getLong("not_before"))))
                .list();
    }
}
