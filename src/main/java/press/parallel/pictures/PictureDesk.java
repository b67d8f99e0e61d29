package press.parallel.pictures;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import press.parallel.FetchedPicture;
import press.parallel.LossException;
import press.parallel.PictureFile;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.Run;
import press.parallel.WantedPicture;

/**
 * Asks for the pictures of stories and looks at what came: by its content, never by its name or by what the server calls it. No state,
 * safe for use by many threads.
 */
@RegisterForReflection
public final class PictureDesk {
    private static final String ACCEPT = "image/avif,image/webp,image/jpeg,image/png,image/gif";

    /** Logos, buttons and the pixels that count readers are smaller. */
    private static final int LEAST_WIDTH = 120;

    private static final int LEAST_HEIGHT = 80;

    /** Unpacked, four bytes a pixel, this is what a browser can be asked to hold. */
    private static final long MOST_PIXELS = 40_000_000;

    /** The request for a picture: after the texts of its domain, leads before those inside texts, in the order of the paper. */
    public Request request(WantedPicture wanted, Run run) {
        int place = wanted.story().rank();
        return new Request(
                        wanted.picture().address(),
                        Request.Purpose.IMAGE,
                        ACCEPT,
                        run.edition(),
                        wanted.lead() ? place : AFTER_LEADS + place,
                        0,
                        run.deadline())
                .withPriority(Request.MINOR);
    }

    private static final int AFTER_LEADS = 1_000_000;

    /**
     * The picture that {@code reply} brought.
     *
     * @throws LossException when it is no picture that can be printed
     */
    public FetchedPicture read(Reply reply, WantedPicture wanted) {
        URI address = wanted.picture().address();
        if (!reply.ok()) {
            throw loss(address, "a picture", "the server answered " + reply.status(), reply.status());
        }
        if (reply.body().length == 0) {
            throw loss(address, "a picture", "the answer was empty", reply.status());
        }
        PictureHeader header = PictureHeader.read(reply.body())
                .orElseThrow(() -> loss(
                        address,
                        "a JPEG, PNG, GIF, WebP or AVIF picture",
                        "found " + PictureHeader.kind(reply.body()),
                        reply.status()));
        String size = header.width() + " x " + header.height() + " pixels";
        if (header.width() < LEAST_WIDTH || header.height() < LEAST_HEIGHT) {
            throw loss(
                    address,
                    "a picture of " + LEAST_WIDTH + " x " + LEAST_HEIGHT + " pixels or more",
                    "found one of " + size,
                    reply.status());
        }
        if ((long) header.width() * header.height() > MOST_PIXELS) {
            throw loss(
                    address,
                    "a picture of " + MOST_PIXELS / 1_000_000 + " megapixels or less",
                    "found one of " + size,
                    reply.status());
        }
        return new FetchedPicture(
                new PictureFile(address, header.type(), header.width(), header.height()), reply.body());
    }

    private static LossException loss(URI address, String expected, String found, int status) {
        return new LossException(
                "picture '" + address + "': expected " + expected + ", but " + found
                        + "; its story is printed without it",
                status);
    }
}
