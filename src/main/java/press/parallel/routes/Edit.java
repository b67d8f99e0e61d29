package press.parallel.routes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import press.parallel.routes.RouteSet.Placed;

/**
 * A good edit on its way to the stage, part by part. A part is swapped as one, when none of its routes has anything inside; the
 * lines of those that can hold theirs are held for that, the others are waited for.
 *
 * <p>Not safe for many threads.
 */
final class Edit {
    enum State {
        /** A run is inside one of the routes. */
        WAITING,
        /** A line is held until what is under way has ended: look again soon. */
        HOLDING,
        DONE,
        /** A new route did not start; the old routes of that part run again, and what came after it is given up. */
        FAILED
    }

    private static final Logger LOG = Logger.getLogger(RouteDesk.class);
    /** What was given out the moment before the hold may not have arrived inside yet: quiet counts when it is seen twice. */
    private static final int QUIET_LOOKS = 2;

    /**
     * A line is held at most this long for one slow request, so that the others need not wait for it; then it goes on as long
     * before it is held again.
     */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Stage stage;
    private final LongSupplier nanos;
    private final String changed;
    private final SortedMap<String, RouteText> texts;
    private final RouteSet target;
    private final List<Set<String>> parts = new ArrayList<>();

    private final Set<String> held = new LinkedHashSet<>();
    private long heldSince;
    private boolean resting;
    private long restingSince;
    private int quietLooks;
    private boolean toldWaiting;
    private boolean toldHolding;
    private boolean toldResting;

    /**
     * @param nanos the time, in nanoseconds, as System.nanoTime has it
     * @param changed the files that were saved, for the log
     * @param texts all files as they are with the edit
     * @param parts ids of routes to swap together, in this order
     */
    Edit(
            Stage stage,
            LongSupplier nanos,
            String changed,
            SortedMap<String, RouteText> texts,
            RouteSet target,
            List<Set<String>> parts) {
        this.stage = stage;
        this.nanos = nanos;
        this.changed = changed;
        this.texts = texts;
        this.target = target;
        this.parts.addAll(parts);
    }

    SortedMap<String, RouteText> texts() {
        return texts;
    }

    RouteSet target() {
        return target;
    }

    boolean holding() {
        return !held.isEmpty();
    }

    /**
     * Goes as far as the routes allow now.
     *
     * @param live what runs, by id; kept up to date
     */
    State advance(Map<String, Placed> live) {
        while (!parts.isEmpty()) {
            Set<String> part = parts.get(0);
            if (!ready(part)) {
                return holding() ? State.HOLDING : State.WAITING;
            }
            Map<String, Placed> before = RouteSet.only(live, part);
            Map<String, Placed> after = RouteSet.only(target.routes(), part);
            try {
                long begun = nanos.getAsLong();
                if (!stage.swap(before, after)) {
                    release();
                    return State.WAITING;
                }
                tellSwapped(before, after, millisSince(begun));
            } catch (Exception e) {
                held.clear();
                LOG.warnf("%s; the old routes go on, correct it and save again", Rehearsal.problem(after, e));
                return State.FAILED;
            }
            held.clear();
            live.keySet().removeAll(part);
            live.putAll(after);
            parts.remove(0);
        }
        return State.DONE;
    }

    /** Gives the edit up: held lines go on. */
    void release() {
        held.forEach(stage::release);
        held.clear();
    }

    /** Whether a part may be swapped now; begins to hold the lines that can be held once nothing else is in the way. */
    private boolean ready(Set<String> part) {
        Set<String> lines = where(part, stage::holdsItsLine);
        Set<String> busy = where(part, id -> !lines.contains(id) && (!stage.idle(id) || stage.crowded(id)));
        if (!busy.isEmpty()) {
            release();
            if (!toldWaiting) {
                toldWaiting = true;
                LOG.infof("%s: saved; waits until no run is inside %s", changed, String.join(", ", busy));
            }
            return false;
        }
        if (lines.isEmpty()) {
            return true;
        }
        if (resting && nanos.getAsLong() - restingSince < PATIENCE_NANOS) {
            return false;
        }
        hold(lines);
        Set<String> inside = where(lines, id -> !stage.idle(id));
        if (inside.isEmpty()) {
            quietLooks++;
            return quietLooks >= QUIET_LOOKS;
        }
        quietLooks = 0;
        if (nanos.getAsLong() - heldSince >= PATIENCE_NANOS) {
            rest(inside);
        } else if (!toldHolding) {
            toldHolding = true;
            LOG.infof(
                    "%s: saved; %s gives out nothing new until the %d under way have ended",
                    changed,
                    String.join(", ", inside),
                    inside.stream().mapToInt(stage::inside).sum());
        }
        return false;
    }

    private void rest(Set<String> slow) {
        release();
        resting = true;
        restingSince = nanos.getAsLong();
        if (!toldResting) {
            toldResting = true;
            LOG.infof(
                    "%s: saved; what is under way in %s takes long, so its line goes on and is held again later",
                    changed, String.join(", ", slow));
        }
    }

    private void hold(Set<String> lines) {
        resting = false;
        if (held.isEmpty()) {
            heldSince = nanos.getAsLong();
            quietLooks = 0;
        }
        lines.forEach(stage::hold);
        held.addAll(lines);
    }

    private void tellSwapped(Map<String, Placed> before, Map<String, Placed> after, long millis) {
        Map<String, Set<String>> story = new LinkedHashMap<>();
        story.put("swapped", where(after.keySet(), before::containsKey));
        story.put("added", where(after.keySet(), id -> !before.containsKey(id)));
        story.put("removed", where(before.keySet(), id -> !after.containsKey(id)));
        String done = story.entrySet().stream()
                .filter(verb -> !verb.getValue().isEmpty())
                .map(verb -> verb.getKey() + " " + String.join(", ", verb.getValue()))
                .collect(Collectors.joining("; "));
        String line = holding() ? "; the line was held for " + millisSince(heldSince) + " ms" : "";
        LOG.infof("%s: %s in %d ms%s", changed, done, millis, line);
    }

    private static Set<String> where(Set<String> ids, Predicate<String> wanted) {
        return ids.stream().filter(wanted).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - begun);
    }
}
