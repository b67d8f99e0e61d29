package press.parallel.fetcher;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.parallel.Hints;

/**
 * An entry under construction: what any format's reader found, before {@link Drafts} makes an {@link press.parallel.Entry} of it.
 * Filled and read by one thread. Texts are "" and numbers 0 when the feed has none; addresses are absolute; {@code summary} and
 * {@code content} are safe HTML.
 */
final class Draft {
    String id = "";
    String title = "";
    String author = "";
    String summary = "";
    String content = "";

    @Nullable
    URI link;

    @Nullable
    URI commentsLink;

    @Nullable
    URI enclosure;

    @Nullable
    URI image;

    @Nullable
    Instant published;

    @Nullable
    Instant updated;

    long points;
    long comments;
    boolean complete;
    final List<String> categories = new ArrayList<>();

    /** A whole feed under construction. */
    static final class OfFeed {
        String title = "";

        @Nullable
        URI link;

        Hints hints = Hints.NONE;

        /** What the reader of the paper should know of it, in plain words. */
        final List<String> notes = new ArrayList<>();

        final List<Draft> entries = new ArrayList<>();
    }
}
