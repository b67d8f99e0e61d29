package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.apache.camel.Exchange;
import press.parallel.Copy;
import press.parallel.Feed;
import press.parallel.FeedReport;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.Story;
import press.parallel.auditor.Auditor;
import press.parallel.politeness.PoliteCancelledException;

/** Puts into words what a failure costs, for the error policies of the routes. Stateless. */
@RegisterForReflection
public final class Losses {
    private final Auditor auditor;
    private final Feeds feeds;
    private final Texts texts;

    Losses(Auditor auditor, Feeds feeds, Texts texts) {
        this.auditor = auditor;
        this.feeds = feeds;
        this.texts = texts;
    }

    /** The report on a feed that could not be had; it becomes the body. */
    public void feed(Exchange exchange) {
        Feed feed = exchange.getVariable("feed", Feed.class);
        Throwable why = why(exchange);
        FeedReport report = auditor.failed(feed, why, 0);
        feeds.lost(exchange, report, auditor.lossOfFeed(feed, why));
        exchange.getMessage().setBody(report);
    }

    /** The copy of a story whose page could not be had; it becomes the body. */
    public void story(Exchange exchange) {
        Story story = exchange.getVariable("story", Story.class);
        Throwable why = why(exchange);
        Loss loss = auditor.lossOfStory(story, why);
        texts.lost(exchange, story, loss, why);
        exchange.getMessage().setBody(new Copy(story, null, loss));
    }

    private static Throwable why(Exchange exchange) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        for (Throwable cause = caught; cause != null; cause = cause.getCause()) {
            if (cause instanceof LossException) {
                return cause;
            }
            if (cause instanceof PoliteCancelledException cancelled) {
                return LossException.late(
                        cancelled.domain() + " was still waiting for its turn when the edition had to be printed;"
                                + " the next run asks it again");
            }
        }
        return caught == null ? new IllegalStateException("unknown failure") : caught;
    }
}
