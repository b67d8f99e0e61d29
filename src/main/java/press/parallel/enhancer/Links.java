package press.parallel.enhancer;

import java.net.URI;
import java.net.URISyntaxException;
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
        return value.isEmpty() || value.charAt(0) == '#' ? "" : absolute(value, element.baseUri());
    }

    private static String absolute(String reference, String base) {
        if (reference.length() > LONGEST || isElsewhere(reference)) {
            return "";
        }
        String whole = reference.startsWith("/") ? origin(base) + reference : reference;
        return isPlain(whole) ? whole : web(StringUtil.resolve(base, reference));
    }

    /** Whether the reference has a scheme that is none of the web's: {@code mailto}, {@code javascript}. RFC 3986, 3.1. */
    private static boolean isElsewhere(String reference) {
        int end = 0;
        while (end < reference.length() && isScheme(reference.charAt(end))) {
            end++;
        }
        return end < reference.length()
                && reference.charAt(end) == ':'
                && Character.isLetter(reference.charAt(0))
                && !reference.regionMatches(true, 0, "http", 0, 4)
                && !reference.regionMatches(true, 0, "url:", 0, 4);
    }

    private static boolean isScheme(char c) {
        return isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** What stands before the path of {@code base}. */
    private static String origin(String base) {
        int path = base.indexOf('/', base.indexOf("://") + 3);
        return path < 0 ? base : base.substring(0, path);
    }

    /** Whether nothing in the address is to be resolved, as in nearly all: a host name, and a path without spaces and dot segments. */
    private static boolean isPlain(String address) {
        int at = address.startsWith("http://") ? 7 : address.startsWith("https://") ? 8 : address.length();
        int host = at;
        while (at < address.length()
                && (isLetterOrDigit(address.charAt(at)) || "-.".indexOf(address.charAt(at)) >= 0)) {
            at++;
        }
        if (at == host || at == address.length() || address.charAt(at) != '/' || address.startsWith("//", at)) {
            return false;
        }
        for (; at < address.length(); at++) {
            if (address.charAt(at) <= ' ' || address.startsWith("/.", at)) {
                return false;
            }
        }
        return true;
    }

    /** {@code reference} as an address, relative to {@code base}; null when it is none. */
    static @Nullable URI address(String reference, String base) {
        if (reference.isBlank() || reference.length() > LONGEST) {
            return null;
        }
        String found = absolute(reference.strip(), base);
        try {
            return found.isEmpty() ? null : new URI(found);
        } catch (URISyntaxException odd) {
            return null;
        }
    }

    private static String web(String address) {
        return isWeb(address) ? address : "";
    }

    /** Whether {@code address} is absolute and of http or https. */
    static boolean isWeb(String address) {
        return address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8);
    }
}
