package press.parallel.newsroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import press.parallel.Edition;
import press.parallel.Run;

/** Table {@code edition}: the life of a run, from {@code open} to {@code printed}, {@code failed} or {@code abandoned}. */
final class Runs {
    /** A killed run that is older belongs to another paper. */
    static final Duration TOO_OLD = Duration.ofHours(12);

    private final ZoneId zone;

    Runs(ZoneId zone) {
        this.zone = zone;
    }

    Run open(Handle handle, Instant now, Duration deadline, double fetchShare) {
        Instant end = now.plus(deadline);
        Instant fetchEnd = now.plusMillis(Math.round(deadline.toMillis() * fetchShare));
        Killed taken = null;
        for (Killed run : killed(handle)) {
            if (taken == null && run.started.isAfter(now.minus(TOO_OLD))) {
                taken = run;
            } else {
                close(handle, run.id, "abandoned", "killed, and too old to go on with", now);
            }
        }
        if (taken != null) {
            return new Run(taken.id, taken.day, taken.number, taken.started, fetchEnd, end, true);
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        int number = 1
                + handle.createQuery("select coalesce(max(number), 0) from edition where day = :day")
                        .bind("day", today.toString())
                        .mapTo(Integer.class)
                        .one();
        Run run = new Run(
                today + "-" + number, today, number, Instant.ofEpochMilli(now.toEpochMilli()), fetchEnd, end, false);
        handle.createUpdate(
                        "insert into edition (id, day, number, state, started) values (:id, :day, :number, 'open', :started)")
                .bind("id", run.edition())
                .bind("day", today.toString())
                .bind("number", number)
                .bind("started", run.started().toEpochMilli())
                .execute();
        return run;
    }

    /** Runs that never ended, newest first. */
    private static List<Killed> killed(Handle handle) {
        return handle.createQuery(
                        "select id, day, number, started from edition where state = 'open' order by started desc, number desc")
                .map((row, context) -> Killed.of(row))
                .list();
    }

    void printed(Handle handle, String edition, Edition.Numbers numbers, Instant now) {
        close(handle, edition, "printed", "", now);
        handle.createUpdate("""
                        update edition set scanned = :scanned, fresh = :fresh, published = :published, anti_feed = :antiFeed,
                            fetch_seconds = :fetch, enhance_seconds = :enhance, total_seconds = :total,
                            requests = :requests, waits = :waits, refused = :refused
                        where id = :id""")
                .bind("id", edition)
                .bind("scanned", numbers.scanned())
                .bind("fresh", numbers.fresh())
                .bind("published", numbers.published())
                .bind("antiFeed", numbers.antiFeed())
                .bind("fetch", numbers.fetchSeconds())
                .bind("enhance", numbers.enhanceSeconds())
                .bind("total", numbers.totalSeconds())
                .bind("requests", numbers.requests())
                .bind("waits", numbers.waits())
                .bind("refused", numbers.refused())
                .execute();
    }

    void close(Handle handle, String edition, String state, String reason, Instant now) {
        handle.createUpdate("update edition set state = :state, reason = :reason, ended = :now where id = :id")
                .bind("id", edition)
                .bind("state", state)
                .bind("reason", reason)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private record Killed(String id, LocalDate day, int number, Instant started) {
        static Killed of(ResultSet row) throws SQLException {
            return new Killed(
                    row.getString("id"),
                    LocalDate.parse(row.getString("day")),
                    row.getInt("number"),
                    Instant.ofEpochMilli(row.getLong("started")));
        }
    }
}
