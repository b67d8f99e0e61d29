package press.parallel.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import press.parallel.Progress;

/**
 * Shows a run's progress until it is closed: on a terminal one line that is rewritten five times a second, elsewhere a line whenever
 * the stage changes and every two seconds.
 *
 * <p>Looks at the run from a thread of its own; what {@link #look} and {@link #close} write never mixes.
 */
final class ProgressDisplay implements AutoCloseable {
    /** Goes to the start of the terminal's line and empties it. */
    static final String CLEAR_LINE = "\r\u001b[K";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final Console console;
    private final boolean silent;
    private final boolean live;
    private final Supplier<Progress> progress;
    private final ScheduledExecutorService looker;
    private @Nullable Progress last;
    private boolean closed;

    private ProgressDisplay(Console console, ProgressMode mode, Supplier<Progress> progress) {
        this.console = console;
        this.silent = mode == ProgressMode.NONE;
        this.live = isLive(mode, console);
        this.progress = progress;
        this.looker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Whether {@code mode} rewrites a line on this console. */
    static boolean isLive(ProgressMode mode, Console console) {
        return mode == ProgressMode.AUTO && console.live();
    }

    /** A display that looks only when told, until it is started. */
    static ProgressDisplay of(ProgressMode mode, Console console, Supplier<Progress> progress) {
        return new ProgressDisplay(console, mode, progress);
    }

    /** Looks by itself from now on. */
    void start() {
        long millis = BETWEEN_LOOKS.toMillis();
        looker.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Shows where the run stands now, where that is worth a line. */
    synchronized void look() {
        if (closed || silent) {
            return;
        }
        Progress now = progress.get();
        if (live) {
            console.err().print(CLEAR_LINE + ProgressLine.render(now, console.width() - 1));
            console.err().flush();
        } else if (isWorthALine(now)) {
            last = now;
            console.say(ProgressLine.render(now, Integer.MAX_VALUE));
        }
    }

    private boolean isWorthALine(Progress now) {
        Progress before = last;
        return before == null
                || !before.stage().equals(now.stage())
                || now.elapsed().minus(before.elapsed()).compareTo(BETWEEN_LINES) >= 0;
    }

    /** Takes the live line away. Nothing is shown afterwards. */
    @Override
    public void close() {
        looker.shutdownNow();
        synchronized (this) {
            if (!closed && live) {
                console.err().print(CLEAR_LINE);
                console.err().flush();
            }
            closed = true;
        }
    }
}
