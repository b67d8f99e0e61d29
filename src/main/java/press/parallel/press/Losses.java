package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.camel.Exchange;
import press.parallel.Copy;
import press.parallel.Feed;
import press.parallel.FeedReport;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.PictureCopy;
import press.parallel.Story;
import press.parallel.WantedPicture;
import press.parallel.auditor.Auditor;
import press.parallel.politeness.PoliteCancelledException;

/** Puts into words what a failure costs, for the error policies of the routes. Safe for use by many threads. */
@RegisterForReflection
public final class Losses {
    private final Auditor auditor;
    private final Feeds feeds;
    private final Texts texts;
    private final Illustrations illustrations;
    private final InstantSource clock;

    Losses(Auditor auditor, Feeds feeds, Texts texts, Illustrations illustrations, InstantSource clock) {
        this.auditor = auditor;
        this.feeds = feeds;
        this.texts = texts;
        this.illustrations = illustrations;
        this.clock = clock;
    }

    /** The report on a feed that could not be had; it becomes the body. */
    public void feed(Exchange exchange) {
        Feed feed = exchange.getVariable("feed", Feed.class);
        Throwable why = why(exchange);
        FeedReport report = auditor.failed(feed, why, 0);
        feeds.lost(exchange, feed, report, auditor.lossOfFeed(feed, why), why, late(exchange));
        exchange.getMessage().setBody(report);
    }

    /** The copy of a story whose page could not be had; it becomes the body. */
    public void story(Exchange exchange) {
        Story story = exchange.getVariable("story", Story.class);
        Throwable why = why(exchange);
        Loss loss = auditor.lossOfStory(story, why);
        texts.lost(exchange, story, loss, why, late(exchange));
        exchange.getMessage().setBody(new Copy(story, null, loss));
    }

    /** The picture that could not be had; it becomes the body. */
    public void picture(Exchange exchange) {
        WantedPicture wanted = exchange.getVariable("picture", WantedPicture.class);
        Throwable why = why(exchange);
        URI address = wanted.picture().address();
        Loss loss = Illustrations.loss(wanted, auditor.reasonOfPicture(address, why));
        illustrations.lost(exchange, loss, why);
        exchange.getMessage().setBody(new PictureCopy(address, null, loss));
    }

    private Throwable why(Exchange exchange) {
        Throwable caught = caught(exchange);
        for (Throwable cause = caught; cause != null; cause = cause.getCause()) {
            if (cause instanceof LossException) {
                return cause;
            }
        }
        return late(exchange)
                .<Throwable>map(late -> LossException.late(late.because() + "; its turn did not come before the edition"
                        + " had to be printed, the next run asks it again"))
                .orElse(caught);
    }

    /** The domain that was waited for in vain. */
    private Optional<Late> late(Exchange exchange) {
        for (Throwable cause = caught(exchange); cause != null; cause = cause.getCause()) {
            if (cause instanceof PoliteCancelledException cancelled) {
                return Optional.of(Late.of(cancelled, clock.instant()));
            }
        }
        return Optional.empty();
    }

    private static Throwable caught(Exchange exchange) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return caught == null ? new IllegalStateException("unknown failure") : caught;
    }
}
