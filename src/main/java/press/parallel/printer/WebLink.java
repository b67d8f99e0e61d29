package press.parallel.printer;

import java.net.URI;
import java.util.Locale;

/** Addresses that strangers gave, as far as the page may link them. */
final class WebLink {
    private WebLink() {}

    /** The address when it is http or https, else "". */
    static String safe(String link) {
        String start = link.substring(0, Math.min(8, link.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://") ? link : "";
    }

    static String safe(URI link) {
        return safe(link.toString());
    }
}
