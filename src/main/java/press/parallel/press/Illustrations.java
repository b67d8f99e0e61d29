package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import press.parallel.Copy;
import press.parallel.FetchedPicture;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.PictureCopy;
import press.parallel.PictureFile;
import press.parallel.Reply;
import press.parallel.Run;
import press.parallel.RunSheet;
import press.parallel.WantedPicture;
import press.parallel.newsroom.Newsroom;

/** What is asked and filed about the pictures of the run under way. Safe for use by many threads. */
@RegisterForReflection
public final class Illustrations {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Runs runs;
    private final Newsroom newsroom;
    private final InstantSource clock;
    private final Duration retryAfter;

    /** @param retryAfter before a picture that could not be had is asked again */
    Illustrations(Runs runs, Newsroom newsroom, InstantSource clock, Duration retryAfter) {
        this.runs = runs;
        this.newsroom = newsroom;
        this.clock = clock;
        this.retryAfter = retryAfter;
    }

    /**
     * The pictures that can be settled by the run sheet or the copy in the body: those of stories that are printed and whose text is
     * known. From now on the edition waits for them, as long as it waits for pictures.
     */
    public List<WantedPicture> wanted(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        Optional<PicturePlan> plan = runs.ledgerOf(exchange).map(open -> open.pictures);
        if (plan.isEmpty()) {
            return List.of();
        }
        if (body instanceof RunSheet sheet) {
            return plan.get().chosen(sheet);
        }
        return body instanceof Copy copy ? plan.get().in(copy) : List.of();
    }

    /** The picture in the body when it need not be fetched: known, or missed a short while ago; else null. */
    public @Nullable PictureCopy known(Exchange exchange) {
        WantedPicture wanted = exchange.getMessage().getBody(WantedPicture.class);
        URI address = wanted.picture().address();
        Optional<PictureFile> file = newsroom.picture(address);
        if (file.isPresent()) {
            return new PictureCopy(address, file.get(), null);
        }
        return newsroom.pictureFailure(address, retryAfter)
                .map(reason -> {
                    Loss loss = loss(wanted, reason);
                    newsroom.lose(exchange.getVariable("run", Run.class), loss);
                    return new PictureCopy(address, null, loss);
                })
                .orElse(null);
    }

    /** Keeps a picture; its bytes stay in the newsroom until they are printed. */
    public PictureCopy keep(Exchange exchange) {
        FetchedPicture picture = exchange.getMessage().getBody(FetchedPicture.class);
        newsroom.keep(picture);
        return new PictureCopy(picture.file().address(), picture.file(), null);
    }

    /** Notes a picture that could not be had. */
    void lost(Exchange exchange, Loss loss, Throwable why) {
        int status = why instanceof LossException known ? known.httpStatus() : 0;
        boolean askedTooSoon = status == TOO_MANY_REQUESTS || why instanceof LossException known && known.late();
        if (!askedTooSoon) {
            newsroom.pictureFailed(
                    URI.create(loss.link()),
                    loss.reason(),
                    status,
                    Unavailable.until(exchange.getVariable("picture-reply", Reply.class), clock.instant()));
        }
        runs.ledgerOf(exchange).ifPresent(open -> newsroom.lose(open.run, loss));
    }

    /** A picture is known to its readers by its story. */
    static Loss loss(WantedPicture wanted, String reason) {
        return new Loss(
                "picture",
                wanted.story().entry().title(),
                wanted.picture().address().toString(),
                reason);
    }
}
