package press.parallel.enhancer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Addresses on a page: absolute, http or https, of bounded length. */
final class Links {
    /** Longer addresses are data, not places. RFC 9110, 4.1 asks for at least 8000 octets. */
    private static final int LONGEST = 8000;

    private Links() {}

    /** What attribute {@code name} points to, or "" when it is no http or https address. */
    static String absolute(Element element, String name) {
        String value = element.attr(name);
        return value.isEmpty() || value.length() > LONGEST || value.charAt(0) == '#' ? "" : web(element.absUrl(name));
    }

    /** {@code reference} as an address, relative to {@code base}; null when it is none. */
    static @Nullable URI address(String reference, String base) {
        if (reference.isBlank() || reference.length() > LONGEST) {
            return null;
        }
        String found = web(StringUtil.resolve(base, reference.strip()));
        try {
            return found.isEmpty() ? null : new URI(found);
        } catch (URISyntaxException odd) {
            return null;
        }
    }

    private static String web(String address) {
        String start = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://") ? address : "";
    }
}
