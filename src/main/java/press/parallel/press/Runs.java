package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.parallel.Desk;
import press.parallel.Edition;
import press.parallel.Feed;
import press.parallel.FeedReport;
import press.parallel.FiledEntry;
import press.parallel.Images;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.Printed;
import press.parallel.Progress;
import press.parallel.Run;
import press.parallel.RunSheet;
import press.parallel.Story;
import press.parallel.Verdict;
import press.parallel.WantedPicture;
import press.parallel.editor.Editor;
import press.parallel.newsroom.Newsroom;
import press.parallel.newsroom.RunLock;
import press.parallel.politeness.PoliteLine;
import press.parallel.printer.Composer;

/**
 * The run that is under way, from its order to the printed paper. One run at a time; its state is lost with the process, but
 * everything it needs to go on lies in the newsroom. What is asked and filed in between stands in {@link Feeds} and {@link Texts}.
 * Safe for use by many threads.
 */
@RegisterForReflection
public final class Runs {
    private static final Logger LOG = Logger.getLogger(Runs.class);
    private static final Duration GRACE = Duration.ofSeconds(1);

    /**
     * A press that serves is at work on the newsroom for some seconds at a time, to collect feeds; another paper for as long as its own
     * deadline allows, which is taken to be like this one's.
     */
    static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Plan plan;
    private final Newsroom newsroom;
    private final Editor editor;
    private final Composer composer;
    private final PoliteLine line;
    private final Turns turns;
    private final Collection collection;
    private final InstantSource clock;
    private final Meters meters;
    private @Nullable Ledger ledger;
    private @Nullable Order order;
    private boolean halted;

    /**
     * What is printed and within which bounds.
     *
     * @param feeds the feed list
     * @param fetchShare share of the deadline that feeds may use, 0 to 1
     * @param window of freshness
     * @param pictures which an edition has
     */
    public record Plan(
            Supplier<List<Feed>> feeds, Duration deadline, double fetchShare, Duration window, Pictures pictures) {}

    /**
     * Which pictures an edition has.
     *
     * @param most of all stories together
     * @param patience how long a paper whose texts are all in waits for those that are still out
     */
    public record Pictures(Images images, int most, Duration patience) {
        static final Pictures NONE = new Pictures(Images.NONE, 0, Duration.ZERO);
    }

    /** Somebody who waits for the paper. */
    private record Order(Duration deadline, boolean byHand, CompletableFuture<Printed> printed) {}

    Runs(
            Plan plan,
            Newsroom newsroom,
            Editor editor,
            Composer composer,
            PoliteLine line,
            Turns turns,
            Collection collection,
            InstantSource clock,
            Meters meters) {
        this.plan = plan;
        this.newsroom = newsroom;
        this.editor = editor;
        this.composer = composer;
        this.line = line;
        this.turns = turns;
        this.collection = collection;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Says who waits for the next run.
     *
     * @param byHand a person wants it now: feeds are asked although the press itself would not do so yet
     */
    synchronized CompletableFuture<Printed> order(@Nullable Duration deadline, boolean byHand) {
        order = new Order(deadline == null ? plan.deadline() : deadline, byHand, new CompletableFuture<>());
        return order.printed();
    }

    /** Whether a run is under way here or ordered. */
    synchronized boolean busy() {
        return ledger != null || (order != null && !order.printed().isDone());
    }

    /** The press stops: what fails from now on fails because of that, and nobody is told. */
    synchronized void halt() {
        halted = true;
    }

    // ---------------------------------------------------------------- a run

    /**
     * Opens a run, or takes up the one that was killed.
     *
     * @throws IllegalStateException when a run is under way, in this process or in another
     */
    public Run open() {
        refuseASecond();
        collection.hold();
        try {
            // Not under the monitor: who wants to know how far it is, or to stop it, does not wait for another press.
            return opened(newsroom.lock(patience()));
        } catch (RuntimeException e) {
            if (underWay().isEmpty()) {
                collection.free();
            }
            throw e;
        }
    }

    private synchronized Duration patience() {
        return (order == null ? plan.deadline() : order.deadline()).plus(PATIENCE);
    }

    private synchronized void refuseASecond() {
        if (ledger != null) {
            throw new IllegalStateException("edition '" + ledger.run.edition()
                    + "' is being printed; a second one was not begun. Wait until it is done");
        }
    }

    private synchronized Run opened(RunLock lock) {
        try {
            refuseASecond();
            Order from = order == null ? new Order(plan.deadline(), false, new CompletableFuture<>()) : order;
            turns.remember();
            Run run = newsroom.open(from.deadline(), plan.fetchShare());
            ledger = new Ledger(
                    run,
                    plan.feeds().get(),
                    lock,
                    from.byHand(),
                    from.printed(),
                    new PicturePlan(plan.pictures().images(), plan.pictures().most()),
                    line.totals(),
                    turns.robotsAsked(),
                    clock.instant());
            return run;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    synchronized Ledger ledger() {
        if (ledger == null) {
            throw new IllegalStateException(
                    "expected a run under way, but found none; routes are started by print-edition");
        }
        return ledger;
    }

    synchronized Optional<Ledger> underWay() {
        return Optional.ofNullable(ledger);
    }

    /** The books of the run that this message belongs to; empty when it is a straggler of a run that is closed. */
    Optional<Ledger> ledgerOf(Exchange exchange) {
        return ledgerOf(exchange.getVariable("run", Run.class));
    }

    Optional<Ledger> ledgerOf(@Nullable Run run) {
        return underWay().filter(open -> open.run.equals(run));
    }

    /** The run under way. */
    public Run current() {
        return ledger().run;
    }

    // ---------------------------------------------------------------- choice

    /**
     * The run sheet of this run: made once, kept in the newsroom.
     *
     * @throws LossException when there is nothing to print
     */
    public RunSheet choose() {
        Ledger open = ledger();
        open.stage("choosing", clock.instant());
        List<FeedReport> reports = newsroom.reports(open.run);
        List<Loss> losses = newsroom.losses(open.run);
        if (!reports.isEmpty()
                && reports.stream().allMatch(report -> report.status().equals("late"))
                && desk(open).fresh().isEmpty()) {
            throw new LossException("none of the " + reports.size()
                    + (reports.size() == 1 ? " feed" : " feeds")
                    + " was in before the deadline; give it longer (--deadline, press.edition.deadline)");
        }
        if (!reports.isEmpty()
                && reports.stream().allMatch(report -> isOut(report.status()))
                && reports.stream().anyMatch(report -> report.status().equals("failed"))) {
            throw new LossException("none of the " + reports.size()
                    + (reports.size() == 1 ? " feed" : " feeds")
                    + " could be had, so there is nothing to print. The first: "
                    + losses.stream().map(Loss::reason).findFirst().orElse("no reason known")
                    + ". Look at the network, or at press.web.proxy");
        }
        RunSheet sheet = newsroom.runSheet(open.run).orElseGet(() -> chosen(open));
        if (sheet.stories().isEmpty()) {
            // Nothing is printed, but `why` can tell for each entry what kept it out.
            newsroom.keep(open.run, sheet);
            throw new LossException(nothing(sheet));
        }
        open.chosen(sheet, newsroom.keepLater(open.run, sheet), clock.instant());
        return sheet;
    }

    private Desk desk(Ledger open) {
        return newsroom.desk(open.run, plan.window(), open.feeds, editor.rules());
    }

    private RunSheet chosen(Ledger open) {
        Desk desk = desk(open);
        List<FiledEntry> again = editor.assessAgain(desk);
        if (!again.isEmpty()) {
            newsroom.keepLater(again);
            desk = desk.with(again);
        }
        newsroom.noteLater(editor.policies(), editor.matched(desk));
        return editor.choose(desk, open.run.started());
    }

    private static String nothing(RunSheet sheet) {
        long before = sheet.decisions().stream()
                .filter(decision -> decision.verdict() == Verdict.PRINTED_BEFORE)
                .count();
        return before > 0
                ? "of " + sheet.fresh() + " fresh entries, " + before
                        + " tell stories that an earlier edition printed, and no other is good enough; wait for news, or see"
                        + " press.editor.repeat"
                : "of " + sheet.scanned()
                        + " entries scanned, none is fresh enough and good enough (press.editor.window, min-score of the sections)";
    }

    private static boolean isOut(String status) {
        return status.equals("late") || status.equals("failed");
    }

    // ---------------------------------------------------------------- the paper

    /** Whether the edition of this message is still open for more. */
    public boolean stillOpen(Exchange exchange) {
        return ledgerOf(exchange).map(Ledger::isGathering).orElse(false);
    }

    /** Whether every story of the run sheet has its text or its loss, and every picture that was asked for is in or lost. */
    public boolean allIn(Exchange exchange) {
        Gathering whole = exchange.getMessage().getBody(Gathering.class);
        return whole.allIn()
                && ledgerOf(exchange)
                        .map(open -> {
                            open.textsIn(clock.instant());
                            return open.pictures.isAmong(whole.pictures().keySet());
                        })
                        .orElse(true);
    }

    /**
     * Until the aggregator prints with what it has: a moment after the deadline, for what is cut off then still comes in; when all texts
     * are in, as long as it waits for pictures.
     */
    public long millisLeft(Exchange exchange) {
        boolean texts = exchange.getMessage().getBody() instanceof Gathering whole && whole.allIn();
        return underWay()
                .map(open -> {
                    Instant now = clock.instant();
                    Instant last = open.run.deadline().plus(GRACE);
                    Instant pictures =
                            texts ? open.textsIn(now).plus(plan.pictures().patience()) : last;
                    return Duration.between(now, pictures.isBefore(last) ? pictures : last)
                            .toMillis();
                })
                .map(left -> Math.max(1, left))
                .orElse(1L);
    }

    /**
     * Puts the edition together from what was gathered.
     *
     * @throws LossException when its run is closed: it failed after stories had been fetched ahead
     */
    public Edition compose(Exchange exchange) {
        Gathering gathering = exchange.getMessage().getBody(Gathering.class);
        Ledger open = ledgerOf(exchange)
                .orElseThrow(() -> new LossException("the run of these stories is closed; nothing of them is printed"));
        open.printing(clock.instant());
        open.untilKept();
        RunSheet sheet = gathering.sheet();
        if (sheet == null) {
            throw new LossException("the choice was not made before the deadline (press.edition.deadline)");
        }
        Set<String> in = gathering.copies().keySet();
        for (Story story : sheet.stories()) {
            if (!in.contains(story.entry().key())) {
                newsroom.lose(
                        open.run,
                        new Loss(
                                "story",
                                story.entry().title(),
                                story.entry().link().toString(),
                                "its text was not in when the edition had to be printed; printed with the feed's words"));
            }
        }
        for (WantedPicture picture : open.pictures.missing(gathering.pictures().keySet())) {
            newsroom.lose(
                    open.run,
                    Illustrations.loss(
                            picture, "it was not in when the edition was printed; its story is printed without it"));
        }
        Edition.Numbers numbers = open.numbers(sheet, line.totals(), turns.robotsAsked(), clock.instant());
        Set<String> printed = sheet.stories().stream()
                .map(story -> story.entry().link().toString())
                .collect(Collectors.toSet());
        List<FeedReport> reports = newsroom.reports(open.run);
        List<Loss> losses = new ArrayList<>(newsroom.losses(open.run));
        losses.removeIf(loss -> loss.what().equals("story") && !printed.contains(loss.link()));
        Edition edition = composer.compose(
                open.run,
                sheet,
                gathering.inOrder(open.pictures::of),
                reports,
                told(losses, reports, open.late()),
                turns.rests(open.began()),
                numbers);
        open.composed(edition);
        return edition;
    }

    /** Losses for the reader: the late feeds of one domain have one reason and are one loss. */
    private List<Loss> told(List<Loss> losses, List<FeedReport> reports, List<Ledger.LateFeeds> late) {
        Set<String> stillLate = reports.stream()
                .filter(report -> report.status().equals("late"))
                .map(FeedReport::url)
                .collect(Collectors.toSet());
        List<Loss> told = new ArrayList<>();
        Set<String> together = new HashSet<>();
        for (Ledger.LateFeeds domain : late) {
            List<String> feeds =
                    domain.feeds().stream().filter(stillLate::contains).toList();
            if (!feeds.isEmpty()) {
                together.addAll(feeds);
                Late where = domain.where();
                told.add(new Loss(
                        "feed", where.domain(), "", where.sentence(feeds.size(), "feed", "feeds", clock.instant())));
            }
        }
        losses.stream()
                .filter(loss -> !loss.what().equals("feed") || !together.contains(loss.link()))
                .forEach(told::add);
        return told;
    }

    /** Closes the books of an edition that lies in its folder. */
    public void printed(Exchange exchange) {
        Path folder = exchange.getMessage().getBody(Path.class);
        Ledger open = ledger();
        Edition edition = open.edition();
        newsroom.printed(open.run, edition.numbers());
        meters.printed(edition.feeds());
        try {
            newsroom.prune();
        } catch (IllegalStateException notCleared) {
            LOG.warn("the paper is printed, but old entries could not be cleared away: " + notCleared.getMessage());
        }
        try {
            close(open);
        } finally {
            open.ordered.complete(new Printed(edition, folder));
        }
    }

    /** Closes the books of an edition that could not be printed. A straggler of a run that is closed already costs nothing. */
    public void failed(Exchange exchange) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Throwable why = caught == null ? new IllegalStateException("the edition could not be printed") : caught;
        Order waiting;
        synchronized (this) {
            if (halted) {
                return;
            }
            waiting = order;
        }
        if (exchange.getVariable("run", Run.class) != null) {
            ledgerOf(exchange).ifPresent(open -> fail(open, why));
        } else if (waiting != null) {
            waiting.printed().completeExceptionally(why);
        }
    }

    /** The run ends even when the newsroom cannot be told: that is the graver news then. */
    private void fail(Ledger open, Throwable why) {
        Throwable told = why;
        try {
            if (why instanceof LossException) {
                newsroom.abandon(open.run, String.valueOf(why.getMessage()));
            }
        } catch (IllegalStateException notWritten) {
            told = notWritten;
        }
        try {
            close(open);
        } finally {
            open.ordered.completeExceptionally(told);
        }
    }

    private void close(Ledger open) {
        open.stage("done", clock.instant());
        line.cancel(open.run.edition(), "its edition is closed");
        synchronized (this) {
            ledger = null;
            order = null;
            last = open;
        }
        try {
            open.lock.close();
        } finally {
            collection.free();
        }
    }

    private @Nullable Ledger last;

    /** Where the run under way stands, or the last one. */
    public synchronized Progress progress() {
        Ledger shown = ledger != null ? ledger : last;
        return shown == null ? Progress.NONE : shown.progress(line, clock.instant());
    }
}
