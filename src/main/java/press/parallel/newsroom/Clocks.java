package press.parallel.newsroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code domain}: when each domain was last sent a request, over all processes. A tick costs the caller a map entry; the
 * ticks that gather while the writer is busy are written as one.
 *
 * <p>Safe for use by many threads. A tick leaves the map only after it was committed, so that a failed write is made good by the
 * next.
 */
final class Clocks {
    private static final Logger LOG = Logger.getLogger(Clocks.class);

    private final Map<String, DomainClock> ticks = new ConcurrentHashMap<>();
    private final AtomicBoolean handedIn = new AtomicBoolean();
    private final Writer writer;

    Clocks(Writer writer) {
        this.writer = writer;
    }

    /** Returns at once. After the newsroom was closed it does nothing. */
    void tick(String domain, DomainClock tick) {
        ticks.merge(domain, tick, DomainClock::and);
        if (handedIn.compareAndSet(false, true)) {
            try {
                var unused =
                        writer.later("the clocks of the domains", this::write).whenComplete(this::written);
            } catch (IllegalStateException closed) {
                LOG.debugf("%s: the newsroom is closed, its clock is not kept", domain);
            }
        }
    }

    private Map<String, DomainClock> write(Handle handle) {
        // What comes from here on is handed in anew: it may have missed this copy.
        handedIn.set(false);
        Map<String, DomainClock> now = Map.copyOf(ticks);
        PreparedBatch batch = handle.prepareBatch("""
                insert into domain (domain, last_sent, not_before, source, why, strikes, struck_until)
                values (:domain, :lastSent, :notBefore, :source, :why, :strikes, :struckUntil)
                on conflict (domain) do update set
                    last_sent = case when domain.last_sent is null or excluded.last_sent > domain.last_sent
                                     then excluded.last_sent else domain.last_sent end,
                    source = case when domain.not_before is null or excluded.not_before > domain.not_before
                                  then excluded.source else domain.source end,
                    why = case when domain.not_before is null or excluded.not_before > domain.not_before
                               then excluded.why else domain.why end,
                    strikes = case when excluded.struck_until is not null then excluded.strikes else domain.strikes end,
                    struck_until = coalesce(excluded.struck_until, domain.struck_until),
                    not_before = case when domain.not_before is null or excluded.not_before > domain.not_before
                                      then excluded.not_before else domain.not_before end""");
        now.forEach((domain, clock) -> {
            DomainClock.Pause pause = clock.pause();
            batch.bind("domain", domain)
                    .bind("lastSent", Columns.millis(clock.lastSent()))
                    .bind("notBefore", pause == null ? null : Columns.millis(pause.until()))
                    .bind("source", pause == null ? "" : pause.source())
                    .bind("why", pause == null ? "" : pause.why())
                    .bind("strikes", pause == null ? 0 : pause.strikes())
                    .bind("struckUntil", pause == null ? null : Columns.millis(pause.struckUntil()))
                    .add();
        });
        if (!now.isEmpty()) {
            batch.execute();
        }
        return now;
    }

    private void written(@Nullable Map<String, DomainClock> kept, @Nullable Throwable failure) {
        if (kept != null) {
            kept.forEach(ticks::remove);
        } else if (failure != null) {
            LOG.warnf(
                    "the clocks of %d domains could not be written: %s; they are kept in memory and written with the next request",
                    ticks.size(), failure.getMessage());
        }
    }

    /** As written; ask through the writer to see every tick made before. */
    static Map<String, DomainClock> read(Handle handle) {
        Map<String, DomainClock> clocks = new HashMap<>();
        handle.createQuery("select * from domain")
                .map((row, context) -> Map.entry(
                        row.getString("domain"), new DomainClock(Columns.instant(row, "last_sent"), pause(row))))
                .forEach(clock -> clocks.put(clock.getKey(), clock.getValue()));
        return Map.copyOf(clocks);
    }

    private static DomainClock.@Nullable Pause pause(ResultSet row) throws SQLException {
        Instant until = Columns.instant(row, "not_before");
        return until == null
                ? null
                : new DomainClock.Pause(
                        until,
                        row.getString("source"),
                        row.getString("why"),
                        row.getInt("strikes"),
                        Columns.instant(row, "struck_until"));
    }

    /** Forgets domains that nothing was sent to, and that paused nothing, since {@code cutoff}. */
    static int prune(Handle handle, Instant cutoff) {
        return handle.createUpdate(
                        "delete from domain where coalesce(last_sent, 0) < :cutoff and coalesce(not_before, 0) < :cutoff")
                .bind("cutoff", cutoff.toEpochMilli())
                .execute();
    }
}
