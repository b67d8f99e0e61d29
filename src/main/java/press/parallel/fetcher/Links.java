package press.parallel.fetcher;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as people write them, made into {@link URI}s: spaces, letters beyond ASCII, brackets and bare per cent signs are
 * percent-encoded, relative ones are resolved. Only http and https pass.
 *
 * @see <a href="https://url.spec.whatwg.org/#url-parsing">URL Standard: what browsers forgive</a>
 */
final class Links {
    private static final int MAX_LENGTH = 8000;

    private Links() {}

    /** The absolute http(s) address that {@code raw} means on a page at {@code base}; null when it means none. */
    static @Nullable URI resolve(@Nullable URI base, @Nullable String raw) {
        String text = raw == null ? "" : tidy(raw);
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return null;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("feed:http")) {
            text = text.substring("feed:".length());
        } else if (lower.startsWith("feed://")) {
            text = "http" + text.substring("feed".length());
        } else if (lower.startsWith("www.")) {
            text = "http://" + text;
        }
        String scheme = scheme(text);
        if (scheme.equals("http") || scheme.equals("https")) {
            return absolute(scheme, text.substring(scheme.length() + 1));
        }
        if (!scheme.isEmpty() || base == null) {
            return null;
        }
        return text.startsWith("//") && base.getScheme() != null
                ? absolute(base.getScheme(), text)
                : relative(base, text);
    }

    /** The same for an address that has to stand alone. */
    static @Nullable URI absolute(@Nullable String raw) {
        return resolve(null, raw);
    }

    /** {@code address} without the part that is never sent to a server. */
    static URI withoutFragment(URI address) {
        String whole = address.toString();
        int fragment = whole.indexOf('#');
        return fragment < 0 ? address : URI.create(whole.substring(0, fragment));
    }

    /**
     * Line breaks and tabs inside an address are typesetting; other white space stays, to be encoded. An ampersand that was escaped
     * once too often is one again; other references stay as they are, since {@code &copy=} is more often a parameter.
     */
    private static String tidy(String raw) {
        String line = raw.strip().replace("\n", "").replace("\r", "").replace("\t", "");
        return line.replace("&amp;", "&").replace("&#38;", "&").replace("&#038;", "&");
    }

    private static String scheme(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            return "";
        }
        for (int i = 0; i < colon; i++) {
            char c = text.charAt(i);
            if (!(c < 128 && Character.isLetter(c)
                    || i > 0 && (c < 128 && Character.isDigit(c) || c == '+' || c == '-' || c == '.'))) {
                return "";
            }
        }
        return text.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    private static @Nullable URI absolute(String scheme, String rest) {
        int start = 0;
        while (start < rest.length() && (rest.charAt(start) == '/' || rest.charAt(start) == '\\')) {
            start++;
        }
        int end = start;
        while (end < rest.length() && "/?#\\".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String host = host(rest.substring(start, end));
        if (host == null) {
            return null;
        }
        String tail = rest.substring(end);
        return uri(scheme + "://" + host + encode(tail.startsWith("\\") ? "/" + tail.substring(1) : tail));
    }

    /** Host and port in lower case ASCII, without user name and password; null when it is no host. */
    private static @Nullable String host(String authority) {
        String bare = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = bare.startsWith("[") ? bare.indexOf(':', Math.max(0, bare.indexOf(']'))) : bare.lastIndexOf(':');
        String name = colon < 0 ? bare : bare.substring(0, colon);
        String port = colon < 0 || colon == bare.length() - 1 ? "" : bare.substring(colon);
        if (name.isEmpty()) {
            return null;
        }
        if (name.startsWith("[")) {
            return name + port;
        }
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT) + port;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable URI relative(URI base, String text) {
        URI reference = uri(encode(text));
        if (reference == null || base.getHost() == null) {
            return null;
        }
        if (text.startsWith("#") || text.startsWith("?")) {
            // RFC 3986, 5.2.2: the path of the base stays; java.net.URI follows the older RFC 2396 and cuts it.
            String whole = base.toString();
            String cut = whole.substring(0, cutAt(whole, text.startsWith("?") ? "?#" : "#"));
            return uri(cut + reference);
        }
        URI rooted = base.getRawPath() == null || base.getRawPath().isEmpty() ? base.resolve("/") : base;
        URI resolved = rooted.resolve(reference);
        String path = String.valueOf(resolved.getRawPath());
        int above = 0;
        while (path.startsWith("/../", above)) {
            above += 3; // RFC 3986, 5.2.4: nothing lies above the root
        }
        return above == 0
                ? resolved
                : uri(resolved.toString()
                        .replaceFirst(Pattern.quote(path), Matcher.quoteReplacement(path.substring(above))));
    }

    private static int cutAt(String whole, String signs) {
        for (int i = 0; i < whole.length(); i++) {
            if (signs.indexOf(whole.charAt(i)) >= 0) {
                return i;
            }
        }
        return whole.length();
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Percent-encodes what {@link URI} refuses in path, query and fragment. */
    private static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        boolean fragment = false;
        for (int i = 0; i < text.length(); ) {
            int sign = text.codePointAt(i);
            boolean hex =
                    sign == '%' && i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2));
            boolean plain = sign < 128 && (Character.isLetterOrDigit(sign) || "-._~!$&'()*+,;=:@/?".indexOf(sign) >= 0);
            if (plain || hex || sign == '#' && !fragment) {
                out.append((char) sign);
                fragment |= sign == '#';
            } else {
                for (byte b : Character.toString(sign).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)));
                    out.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
                }
            }
            i += Character.charCount(sign);
        }
        return out.toString();
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }
}
