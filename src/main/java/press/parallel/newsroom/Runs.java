package press.parallel.newsroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import press.parallel.Edition;
import press.parallel.PastEdition;
import press.parallel.Run;

/** Table {@code edition}: the life of a run, from {@code open} to {@code printed}, {@code failed} or {@code abandoned}. */
final class Runs {
    /** A killed run that is older belongs to another paper. */
    static final Duration TOO_OLD = Duration.ofHours(12);

    private final Newsroom.Paper paper;

    Runs(Newsroom.Paper paper) {
        this.paper = paper;
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
            return new Run(
                    taken.id, taken.day, taken.number, founded(handle, taken.day), taken.started, fetchEnd, end, true);
        }
        LocalDate today = LocalDate.ofInstant(now, paper.zone());
        int number = 1
                + handle.createQuery("select coalesce(max(number), 0) from edition where paper = :paper and day = :day")
                        .bind("paper", paper.id())
                        .bind("day", today.toString())
                        .mapTo(Integer.class)
                        .one();
        Run run = new Run(
                id(today, number),
                today,
                number,
                founded(handle, today),
                Instant.ofEpochMilli(now.toEpochMilli()),
                fetchEnd,
                end,
                false);
        handle.createUpdate("""
                        insert into edition (id, paper, day, number, state, started)
                        values (:id, :paper, :day, :number, 'open', :started)""")
                .bind("id", run.edition())
                .bind("paper", paper.id())
                .bind("day", today.toString())
                .bind("number", number)
                .bind("started", run.started().toEpochMilli())
                .execute();
        return run;
    }

    /** The folder's name; with the paper's before it, but for the paper that is printed when no other is named. */
    private String id(LocalDate day, int number) {
        String folder = day + "-" + number;
        return paper.id().equals(Newsroom.Paper.DAILY) ? folder : paper.id() + "/" + folder;
    }

    /** As the paper says, else the day of its first edition, which may be this one. */
    private LocalDate founded(Handle handle, LocalDate today) {
        return paper.founded()
                .orElseGet(() -> handle.createQuery(
                                "select coalesce(min(day), :today) from edition where paper = :paper and state = 'printed'")
                        .bind("paper", paper.id())
                        .bind("today", today.toString())
                        .map((row, context) -> LocalDate.parse(row.getString(1)))
                        .one());
    }

    /** Runs that never ended, newest first. */
    private List<Killed> killed(Handle handle) {
        return handle.createQuery("""
                        select id, day, number, started from edition
                        where state = 'open' and paper = :paper order by started desc, number desc""")
                .bind("paper", paper.id())
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

    /** Newest first, of this paper. */
    List<PastEdition> newest(Handle handle, int limit) {
        return handle.createQuery("""
                        select * from edition where paper = :paper order by started desc, number desc limit :limit""")
                .bind("paper", paper.id())
                .bind("limit", limit)
                .map((row, context) -> past(row))
                .list();
    }

    /** The newest that was printed. */
    Optional<PastEdition> newestPrinted(Handle handle) {
        return handle.createQuery("""
                        select * from edition where paper = :paper and state = 'printed'
                        order by started desc, number desc limit 1""")
                .bind("paper", paper.id())
                .map((row, context) -> past(row))
                .findOne();
    }

    /** @param id as the newsroom has it, or the folder's name alone */
    Optional<PastEdition> find(Handle handle, String id) {
        return handle.createQuery("select * from edition where paper = :paper and id in (:id, :ofPaper)")
                .bind("paper", paper.id())
                .bind("id", id)
                .bind("ofPaper", paper.id() + "/" + id)
                .map((row, context) -> past(row))
                .findOne();
    }

    private static PastEdition past(ResultSet row) throws SQLException {
        return new PastEdition(
                row.getString("id"),
                Instant.ofEpochMilli(row.getLong("started")),
                Columns.instant(row, "ended"),
                row.getString("state"),
                row.getString("reason"),
                number(row, "scanned"),
                number(row, "fresh"),
                number(row, "published"),
                share(row, "anti_feed"),
                number(row, "requests"),
                number(row, "waits"),
                number(row, "refused"),
                share(row, "total_seconds"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : Integer.valueOf(number);
    }

    private static @Nullable Double share(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : Double.valueOf(number);
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
