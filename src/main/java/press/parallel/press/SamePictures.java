package press.parallel.press;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import press.parallel.Picture;

/**
 * Tells whether two addresses of one page show one picture: sites give the first picture in another size, or from another host, than
 * the same picture inside the text.
 */
final class SamePictures {
    /** What sites hang on a name for the size: {@code -1024x576}, {@code _640w}, {@code @2x}, {@code -scaled}. */
    private static final Pattern SIZE = Pattern.compile("([-_@](\\d{2,4}x\\d{2,4}|\\d{2,4}[wh]?|\\dx|scaled))+$");

    private static final Pattern SUFFIX = Pattern.compile("(\\.(jpe?g|png|gif|webp|avif))+$");

    /** Shorter names, such as {@code 5000} or {@code original}, are given to many pictures. */
    private static final int TELLING_NAME = 12;

    /** Longer ones are not taken apart. */
    private static final int LONGEST_NAME = 250;

    private static final int TELLING_CAPTION = 30;

    private SamePictures() {}

    static boolean alike(Picture lead, Picture other) {
        if (lead.address().equals(other.address()) || path(lead.address()).equals(path(other.address()))) {
            return true;
        }
        String name = name(lead.address());
        return name.length() >= TELLING_NAME && name.equals(name(other.address()))
                || lead.caption().length() >= TELLING_CAPTION && lead.caption().equals(other.caption());
    }

    /** Host and path; of an address that names its picture in the query, all of it. */
    private static String path(URI address) {
        String path = String.valueOf(address.getRawPath());
        boolean named = name(address).length() >= 5;
        return address.getRawAuthority() + path + (named ? "" : "?" + address.getRawQuery());
    }

    private static String name(URI address) {
        String path = String.valueOf(address.getRawPath());
        String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (file.length() > LONGEST_NAME) {
            return file;
        }
        return SIZE.matcher(SUFFIX.matcher(file).replaceFirst("")).replaceFirst("");
    }
}
