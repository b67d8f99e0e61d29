package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FeedReport;
import press.parallel.FeedState;
import press.parallel.Loss;
import press.parallel.Reply;
import press.parallel.Run;
import press.parallel.editor.Editor;
import press.parallel.fetcher.Revisits;
import press.parallel.newsroom.Newsroom;
import press.parallel.politeness.RetryAfter;
import press.parallel.politeness.Spans;

/** What is asked and filed about the feeds of the run under way, or of those collected between runs. Safe for use by many threads. */
@RegisterForReflection
public final class Feeds {
    private final Runs runs;
    private final Newsroom newsroom;
    private final Editor editor;
    private final Revisits revisits;
    private final Collection collection;
    private final InstantSource clock;
    private final Duration window;
    private final Meters meters;

    /** @param window of freshness, for the feeds' reports */
    Feeds(
            Runs runs,
            Newsroom newsroom,
            Editor editor,
            Revisits revisits,
            Collection collection,
            InstantSource clock,
            Duration window,
            Meters meters) {
        this.runs = runs;
        this.newsroom = newsroom;
        this.editor = editor;
        this.revisits = revisits;
        this.collection = collection;
        this.clock = clock;
        this.window = window;
        this.meters = meters;
    }

    /** The feeds that are to be asked in this run. What may not be asked yet is reported at once, with the reason. */
    public List<Feed> due() {
        Ledger open = runs.ledger();
        Instant now = clock.instant();
        List<Feed> due = new ArrayList<>();
        List<FeedReport> early = new ArrayList<>();
        List<Loss> lost = new ArrayList<>();
        for (Feed feed : newsroom.due(open.run, open.feeds)) {
            FeedReport held = held(feed, now, open.byHand);
            if (held == null) {
                due.add(feed);
                continue;
            }
            if (held.status().equals("early")) {
                early.add(held);
            } else {
                newsroom.report(open.run, held);
            }
            if (feed.state().gone() || feed.state().failures() > 0) {
                lost.add(new Loss("feed", held.title(), held.url(), held.reason()));
            }
        }
        newsroom.reportAgain(open.run, early, window);
        lost.forEach(loss -> newsroom.lose(open.run, loss));
        open.feedsOut(due);
        return due;
    }

    /** Why a feed is not asked now; null when it may be. */
    private static @Nullable FeedReport held(Feed feed, Instant now, boolean byHand) {
        FeedState state = feed.state();
        String name = "feed '" + feed.address() + "'";
        if (state.gone()) {
            return report(
                    feed,
                    "failed",
                    name
                            + " was closed for good by its site (410) and is not asked any more; take it off the feed list",
                    410);
        }
        Instant opens = state.opens(now);
        Instant due = !byHand && state.due().isAfter(opens) ? state.due() : opens;
        boolean rests = state.notBefore().isAfter(now) || !byHand && state.due().isAfter(now);
        if (state.failures() > 0 && rests) {
            return resting(feed, Spans.of(Duration.between(now, due)), byHand);
        }
        if (opens.isAfter(now)) {
            String next = Spans.of(Duration.between(now, opens));
            return report(
                    feed,
                    "early",
                    "not asked again for another " + next + " ("
                            + (state.notBefore().isAfter(now) && !state.why().isEmpty()
                                    ? state.why()
                                    : "skipHours or skipDays of the feed")
                            + ")",
                    0);
        }
        return !byHand && state.due().isAfter(now)
                ? report(
                        feed,
                        "early",
                        "not asked again for another " + Spans.of(Duration.between(now, state.due()))
                                + " (press.fetcher.poll-floor)",
                        0)
                : null;
    }

    /**
     * A feed that failed lately. On schedule what it brought before, as it was collected, is its part in the edition; whoever orders one
     * by hand expects it to be asked.
     */
    private static FeedReport resting(Feed feed, String next, boolean byHand) {
        FeedState state = feed.state();
        boolean broughtBefore = !byHand && state.bytes() > 0;
        String why = state.why().isEmpty() ? "" : state.why() + ", ";
        return report(
                feed,
                broughtBefore ? "early" : "late",
                "feed '" + feed.address() + "' rests for another " + next + " (" + why + state.failures()
                        + (state.failures() == 1 ? " failure" : " failures in a row") + "); "
                        + (broughtBefore
                                ? "only what it brought before is in this edition"
                                : "left out of this edition"),
                0);
    }

    private static FeedReport report(Feed feed, String status, String reason, int httpStatus) {
        return new FeedReport(feed.address().toString(), feed.address().getHost(), status, reason, httpStatus, 0, 0, 0);
    }

    /** Files what a feed offered, with what each new or changed entry is worth. */
    public FeedReport file(Run run, Feed feed, FeedContent content, Reply reply) {
        FeedReport report = newsroom.file(
                run,
                feed,
                content,
                reply.status(),
                reply.millis(),
                window,
                revisits.read(feed, reply, content.hints()),
                editor.assess(feed, content, newsroom.filed(feed)));
        runs.ledgerOf(run).ifPresent(open -> open.feedDone(report.url()));
        collection.done(feed);
        return report;
    }

    /** Files a feed that has nothing new. */
    public void unchanged(Run run, Feed feed, Reply reply) {
        FeedReport report = new FeedReport(
                feed.address().toString(),
                feed.address().getHost(),
                "unchanged",
                "the feed says that nothing changed since it was last read",
                reply.status(),
                0,
                0,
                reply.millis());
        newsroom.reportAgain(run, List.of(report), window);
        newsroom.remember(feed, revisits.unchanged(feed, reply));
        meters.saved(feed.state().bytes());
        runs.ledgerOf(run).ifPresent(open -> {
            open.saved(feed.state().bytes());
            open.feedDone(report.url());
        });
        collection.done(feed);
    }

    /**
     * Notes a feed that could not be had.
     *
     * @param late set when its domain's turn did not come in time
     */
    void lost(Exchange exchange, Feed feed, FeedReport report, Loss loss, Throwable why, Optional<Late> late) {
        Reply reply = exchange.getVariable("reply", Reply.class);
        Duration retryAfter = reply == null || reply.status() != 503
                ? null
                : RetryAfter.parse(
                                reply.header("retry-after").orElse(null),
                                reply.header("date").orElse(null),
                                clock.instant())
                        .orElse(null);
        newsroom.remember(feed, revisits.failed(feed, reply, retryAfter, why));
        runs.ledgerOf(exchange).ifPresent(open -> {
            newsroom.lose(open.run, loss);
            late.ifPresent(where -> open.late(where, report.url()));
            open.feedDone(report.url());
        });
        collection.done(feed);
    }
}
