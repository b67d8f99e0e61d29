package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FeedReport;
import press.parallel.Loss;
import press.parallel.Reply;
import press.parallel.Run;
import press.parallel.newsroom.Newsroom;

/** What is asked and filed about the feeds of the run under way. Safe for use by many threads. */
@RegisterForReflection
public final class Feeds {
    private final Runs runs;
    private final Newsroom newsroom;
    private final Duration window;

    /** @param window of freshness, for the feeds' reports */
    Feeds(Runs runs, Newsroom newsroom, Duration window) {
        this.runs = runs;
        this.newsroom = newsroom;
        this.window = window;
    }

    /** The feeds that are still to be asked in this run. */
    public List<Feed> due() {
        Ledger open = runs.ledger();
        List<Feed> due = newsroom.due(open.run, open.feeds);
        open.feedsOut(due);
        return due;
    }

    /** Files what a feed offered. */
    public FeedReport file(Run run, Feed feed, FeedContent content, Reply reply) {
        FeedReport report = newsroom.file(run, feed, content, reply.status(), reply.millis(), window);
        runs.ledgerOf(run).ifPresent(open -> open.feedDone(report.url()));
        return report;
    }

    /** Notes a feed that could not be had. */
    void lost(Exchange exchange, FeedReport report, Loss loss) {
        runs.ledgerOf(exchange).ifPresent(open -> {
            newsroom.lose(open.run, loss);
            open.feedDone(report.url());
        });
    }
}
