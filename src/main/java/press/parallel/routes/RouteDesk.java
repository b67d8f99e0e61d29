package press.parallel.routes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.parallel.routes.RouteSet.Placed;

/**
 * Gives the route files to Camel and takes edits of them over while the press runs: rehearse, then swap.
 *
 * <p>An edit counts when two looks at the folder, 300 ms apart, agree; all files changed by then are one unit. It is read, checked
 * and rehearsed as a whole; if anything is wrong the old routes go on and one line of the log says where and what. Else only the
 * routes that say something else than before are swapped, as soon as none of them has a run inside. A route that begins with
 * {@code polite:} does not wait for the end of the run: its consumer gives out nothing more, what is under way ends, the new
 * route goes on with what waits.
 *
 * <p>Safe for use by many threads; one of them works at a time.
 */
public final class RouteDesk implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RouteDesk.class);
    /** Two looks and a swap stay far below the two seconds that an edit may take. */
    private static final long LOOK_MILLIS = 300;
    /** How often a held line is looked at: slots that stand still cost the run time. */
    private static final long HELD_LOOK_MILLIS = 10;

    private final CamelContext context;
    private final RouteFiles files;
    private final LongSupplier nanos;
    private final RouteReader reader;
    private final Rehearsal rehearsal;
    private final Stage stage;

    /** What runs now. */
    private final Map<String, Placed> live = new LinkedHashMap<>();
    /** The texts that what runs was made of. */
    private SortedMap<String, RouteText> applied = new TreeMap<>();
    /** The texts of the look before. */
    private SortedMap<String, RouteText> seen = new TreeMap<>();
    /** The texts that were last found good or bad. */
    private SortedMap<String, RouteText> judged = new TreeMap<>();

    private @Nullable Edit edit;
    private boolean folderStood;
    private @Nullable String lastTrouble;
    private @Nullable ScheduledExecutorService watcher;

    /** @param context Camel, started or not; its source locations are switched on, for the lines in messages */
    public RouteDesk(CamelContext context, RouteFiles files) {
        this(context, files, System::nanoTime);
    }

    RouteDesk(CamelContext context, RouteFiles files, LongSupplier nanos) {
        context.setSourceLocationEnabled(true);
        this.context = context;
        this.files = files;
        this.nanos = nanos;
        this.reader = new RouteReader(context);
        this.rehearsal = new Rehearsal(context);
        this.stage = new Stage(context);
    }

    /**
     * Gives all routes to Camel, policies first. They start with the context or, if it runs already, at once.
     *
     * @throws RouteProblemsException if anything is wrong with any file; then Camel has been given nothing
     */
    public synchronized void load() {
        SortedMap<String, RouteText> texts = new TreeMap<>();
        List<RouteProblem> problems = new ArrayList<>();
        RouteSet set = readFolder(texts, problems);
        if (problems.isEmpty()) {
            try {
                stage.swap(Map.of(), set.routes());
            } catch (Exception e) {
                problems.add(Rehearsal.problem(set.routes(), e));
            }
        }
        if (!problems.isEmpty()) {
            throw new RouteProblemsException(problems);
        }
        reader.install(set.policies());
        live.putAll(set.routes());
        applied = texts;
        seen = texts;
        judged = texts;
        folderStood = files.onDisk();
    }

    /**
     * Reads, checks and rehearses all files as {@link #load} does, and gives nothing to Camel.
     *
     * @return one line per problem: file, line, what was expected, what was found; empty when all is well
     */
    public synchronized List<String> check() {
        List<RouteProblem> problems = new ArrayList<>();
        readFolder(new TreeMap<>(), problems);
        return problems.stream().map(RouteProblem::toString).toList();
    }

    /** Looks at the folder from now on, every 300 ms, on a daemon thread, until {@link #close}. */
    public synchronized void watch() {
        if (watcher == null) {
            ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "press-routes");
                thread.setDaemon(true);
                return thread;
            });
            looks.scheduleWithFixedDelay(this::lookAndAttend, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
            watcher = looks;
        }
    }

    /** Ends the looking. The routes run on as they are; an edit that still waits is taken at the next start. */
    @Override
    public synchronized void close() {
        giveUpEdit();
        if (watcher != null) {
            watcher.shutdownNow();
            watcher = null;
        }
    }

    private void lookAndAttend() {
        try {
            look();
            for (long held = 0; held < LOOK_MILLIS && holding(); held += HELD_LOOK_MILLIS) {
                TimeUnit.MILLISECONDS.sleep(HELD_LOOK_MILLIS);
                advance();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            trouble("the route files could not be looked at, the routes go on: " + e);
        }
    }

    /** One look at the folder, and a step on with an edit that waits. */
    synchronized void look() {
        if (context.isStopping() || context.isStopped()) {
            return;
        }
        try {
            if (folderStood && !files.onDisk()) {
                trouble(files.folder() + ": expected the folder of the route files, but found none; the routes go on");
            } else {
                SortedMap<String, RouteText> now = files.read();
                boolean settled = now.equals(seen);
                seen = now;
                if (settled && !changed(judged, now).isEmpty()) {
                    judged = now;
                    judge(now);
                }
            }
        } catch (IOException e) {
            // a file that goes away or is locked while it is read will be seen as it is at the next look
            LOG.debugf("%s: not read: %s", files.folder(), e);
        }
        advance();
    }

    private synchronized boolean holding() {
        return edit != null && edit.holding();
    }

    /** Goes as far with the waiting edit as the routes allow now. */
    private synchronized void advance() {
        if (edit != null) {
            switch (edit.advance(live)) {
                case DONE -> finish(edit.texts(), edit.target());
                case FAILED -> edit = null;
                case WAITING, HOLDING -> {}
            }
        }
    }

    private void finish(SortedMap<String, RouteText> texts, RouteSet set) {
        reader.install(set.policies());
        applied = texts;
        edit = null;
    }

    private void giveUpEdit() {
        if (edit != null) {
            edit.release();
            edit = null;
        }
    }

    private void judge(SortedMap<String, RouteText> texts) {
        giveUpEdit();
        folderStood |= files.onDisk();
        lastTrouble = null;
        List<String> labels = changed(applied, texts);
        String changed = labels.isEmpty() ? files.folder().toString() : String.join(", ", labels);
        List<RouteProblem> problems = new ArrayList<>();
        RouteSet target = read(texts, live, problems);
        if (!problems.isEmpty()) {
            String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more that 'check' names)";
            LOG.warnf("%s%s; the old routes go on, correct it and save again", problems.get(0), more);
            return;
        }
        List<Set<String>> parts = parts(texts, target);
        if (parts.isEmpty()) {
            LOG.infof("%s: saved; the routes say nothing new", changed);
            finish(texts, target);
        } else {
            edit = new Edit(stage, nanos, changed, texts, target, parts);
        }
    }

    /**
     * Routes that can hold their line go first and at once, unless they and the routes that run now do not fit together; the rest
     * follows as one, since its routes may name each other.
     */
    private List<Set<String>> parts(SortedMap<String, RouteText> texts, RouteSet target) {
        Set<String> rest = target.touched(live);
        Set<String> lines = new LinkedHashSet<>(rest);
        lines.removeIf(id -> !stage.holdsItsLine(id));
        List<Set<String>> parts = new ArrayList<>();
        if (!lines.isEmpty()) {
            Map<String, Placed> mixed = new LinkedHashMap<>(live);
            mixed.keySet().removeAll(lines);
            mixed.putAll(RouteSet.only(target.routes(), lines));
            if (links(texts).problems(mixed).isEmpty()) {
                parts.add(lines);
                rest.removeAll(lines);
            }
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    /** Labels of the files that are new, say something else, or are gone. */
    private static List<String> changed(SortedMap<String, RouteText> before, SortedMap<String, RouteText> after) {
        List<String> labels = new ArrayList<>();
        for (RouteText file : after.values()) {
            RouteText old = before.get(file.name());
            if (old == null || !old.text().equals(file.text())) {
                labels.add(file.label());
            }
        }
        for (RouteText file : before.values()) {
            if (!after.containsKey(file.name())) {
                labels.add(file.label() + " (deleted)");
            }
        }
        return labels;
    }

    private RouteSet readFolder(SortedMap<String, RouteText> texts, List<RouteProblem> problems) {
        try {
            texts.putAll(files.read());
        } catch (IOException e) {
            problems.add(RouteProblem.expected(files.folder().toString(), 0, "files that can be read", e.toString()));
            return RouteSet.none();
        }
        context.build();
        return read(texts, Map.of(), problems);
    }

    /** Reads and checks all, and rehearses what says something else than the routes {@code known} to be good. */
    private RouteSet read(SortedMap<String, RouteText> texts, Map<String, Placed> known, List<RouteProblem> problems) {
        if (texts.isEmpty()) {
            problems.add(RouteProblem.expected(
                    files.folder().toString(), 0, "route files (*.camel.yaml) there or inside the program", "none"));
            return RouteSet.none();
        }
        RouteSet set = reader.read(texts.values(), problems);
        if (problems.isEmpty()) {
            RouteSet.only(set.routes(), set.touched(known))
                    .values()
                    .forEach(route -> rehearsal.problem(route).ifPresent(problems::add));
            problems.addAll(links(texts).problems(set.routes()));
        }
        return set;
    }

    private RouteLinks links(SortedMap<String, RouteText> texts) {
        Set<String> own = new LinkedHashSet<>();
        live.values().forEach(route -> own.add(route.file().location()));
        texts.values().forEach(file -> own.add(file.location()));
        List<RouteDefinition> others =
                context.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinitions().stream()
                        .filter(route -> route.getResource() == null
                                || !own.contains(route.getResource().getLocation()))
                        .toList();
        return new RouteLinks(context, others);
    }

    /** Says once what would otherwise be said at every look. */
    private void trouble(String sentence) {
        if (!Objects.equals(sentence, lastTrouble)) {
            lastTrouble = sentence;
            LOG.warn(sentence);
        }
    }
}
