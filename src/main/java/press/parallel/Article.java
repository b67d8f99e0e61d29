package press.parallel;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The full text of a story.
 *
 * @param key key of the entry it belongs to
 * @param link address that the text was read from, after redirects
 * @param title the page's own headline, "" when not found
 * @param author "" when not found
 * @param published null when the page does not say
 * @param image lead picture, null when there is none
 * @param language BCP 47 tag, "" when unknown
 * @param text plain text, paragraphs separated by a blank line
 * @param html the text as clean HTML: no scripts, no styles, links absolute and http(s) only
 * @param words number of words in {@code text}
 */
public record Article(
        String key,
        URI link,
        String title,
        String author,
        @Nullable Instant published,
        @Nullable URI image,
        String language,
        String text,
        String html,
        int words) {}
