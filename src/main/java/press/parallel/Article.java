package press.parallel;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The full text of a story.
 *
 * @param key key of the entry it belongs to
 * @param link address that the text was read from, after redirects
 * @param canonical address that the page calls its own, null when it does not say
 * @param site name of the publication, "" when not said
 * @param title the page's own headline, "" when not found
 * @param author "" when not found
 * @param published null when the page does not say
 * @param image lead picture, null when there is none
 * @param pictures those inside the text, in order; {@code html} has them in their places
 * @param language BCP 47 tag, "" when unknown
 * @param direction {@code rtl} or {@code ltr}, as most of its letters are written
 * @param text plain text, paragraphs separated by a blank line; without the captions of pictures
 * @param html the text as clean HTML: no scripts, no styles, links and pictures absolute and http(s) only
 * @param words number of words in {@code text}
 */
public record Article(
        String key,
        URI link,
        @Nullable URI canonical,
        String site,
        String title,
        String author,
        @Nullable Instant published,
        @Nullable Picture image,
        List<Picture> pictures,
        String language,
        String direction,
        String text,
        String html,
        int words) {
    public Article {
        pictures = List.copyOf(pictures);
    }
}
