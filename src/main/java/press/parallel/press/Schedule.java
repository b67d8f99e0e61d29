package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.parallel.Edition.Numbers;
import press.parallel.LossException;
import press.parallel.Printed;

/** Orders the edition that is due, and says in the log, one line each, what became of it. Safe for use by many threads. */
@RegisterForReflection
public final class Schedule {
    private static final Logger LOG = Logger.getLogger(Schedule.class);
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.UK);

    private final Timetable timetable;
    private final Runs runs;
    private final InstantSource clock;

    Schedule(Timetable timetable, Runs runs, InstantSource clock) {
        this.timetable = timetable;
        this.runs = runs;
        this.clock = clock;
    }

    /** Whether a run is to begin now; false while another is under way. */
    public synchronized boolean begin() {
        if (runs.busy()) {
            LOG.infof("an edition was due, but one is being printed; this one is skipped%s", next());
            return false;
        }
        var unused = runs.order(null, false).whenComplete(this::tell);
        return true;
    }

    private void tell(@Nullable Printed printed, @Nullable Throwable failure) {
        if (printed != null) {
            LOG.info(sentence(printed) + next());
        } else if (failure != null) {
            LOG.warn(reason(failure) + next());
        }
    }

    private static String sentence(Printed printed) {
        Numbers numbers = printed.edition().numbers();
        return String.format(
                Locale.ROOT,
                "printed %s: %d stories of %d scanned, %d feeds, %d lost, %d requests, %d refused, %.1f s",
                printed.folder().resolve("index.html"),
                numbers.published(),
                numbers.scanned(),
                printed.edition().feeds().size(),
                printed.edition().losses().stream()
                        .filter(loss -> !loss.what().equals("picture"))
                        .count(),
                numbers.requests(),
                numbers.refused(),
                numbers.totalSeconds());
    }

    private static String reason(Throwable failure) {
        Throwable told =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String words = told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage();
        return told instanceof LossException ? words : "the edition that was due could not be printed: " + words;
    }

    private String next() {
        return timetable
                .next(clock.instant())
                .map(due -> "; next edition " + DUE.format(due))
                .orElse("; no other is scheduled");
    }
}
