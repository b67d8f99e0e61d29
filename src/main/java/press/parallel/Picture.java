package press.parallel;

import java.net.URI;

/**
 * A picture that belongs to a story, as its page names it; the picture itself is somewhere on the web.
 *
 * @param address absolute http or https address
 * @param alt what it shows, for who does not see it; "" when not said
 * @param caption what stands beneath it, plain text, "" when nothing does
 * @param width in pixels as the page says, 0 when it does not
 * @param height in pixels as the page says, 0 when it does not
 */
public record Picture(URI address, String alt, String caption, int width, int height) {
    /** A picture of which only the place is known. */
    public static Picture at(URI address) {
        return new Picture(address, "", "", 0, 0);
    }
}
