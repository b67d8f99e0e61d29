package press.parallel.newsroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code robots}. */
final class RobotsFiles {
    private RobotsFiles() {}

    static void keep(Handle handle, RobotsFile file) {
        handle.createUpdate("""
                        insert into robots (host, domain, status, fetched, crawl_delay, body)
                        values (:host, :domain, :status, :fetched, :crawlDelay, :body)
                        on conflict (host) do update set domain = excluded.domain, status = excluded.status,
                            fetched = excluded.fetched, crawl_delay = excluded.crawl_delay, body = excluded.body""")
                .bind("host", file.host())
                .bind("domain", file.domain())
                .bind("status", file.status())
                .bind("fetched", file.fetched().toEpochMilli())
                .bind("crawlDelay", file.crawlDelay().toMillis())
                .bind("body", file.body())
                .execute();
    }

    static Optional<RobotsFile> find(Handle handle, String host, Instant since) {
        return handle.createQuery("select * from robots where host = :host and fetched > :since")
                .bind("host", host)
                .bind("since", since.toEpochMilli())
                .map((row, context) -> file(row, row.getString("body")))
                .findOne();
    }

    /** Those that ask for a Crawl-delay, without their bodies. */
    static List<RobotsFile> slow(Handle handle, Instant since) {
        return handle.createQuery(
                        "select host, domain, status, fetched, crawl_delay from robots where crawl_delay > 0 and fetched > :since")
                .bind("since", since.toEpochMilli())
                .map((row, context) -> file(row, ""))
                .list();
    }

    private static RobotsFile file(ResultSet row, String body) throws SQLException {
        return new RobotsFile(
                row.getString("host"),
                row.getString("domain"),
                row.getInt("status"),
                Instant.ofEpochMilli(row.getLong("fetched")),
                Duration.ofMillis(row.getLong("crawl_delay")),
                body);
    }

    static int prune(Handle handle, Instant cutoff) {
        return handle.createUpdate("delete from robots where fetched < :cutoff")
                .bind("cutoff", cutoff.toEpochMilli())
                .execute();
    }
}
