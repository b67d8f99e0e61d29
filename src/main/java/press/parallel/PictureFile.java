package press.parallel;

import java.net.URI;

/**
 * A picture that was fetched and looked at; its bytes lie in the newsroom.
 *
 * @param address that it is known by, as the page names it; redirects may have led elsewhere
 * @param type by its content
 * @param width in pixels, as it is shown
 * @param height in pixels, as it is shown
 */
public record PictureFile(URI address, PictureType type, int width, int height) {}
