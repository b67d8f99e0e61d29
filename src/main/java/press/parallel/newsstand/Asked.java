package press.parallel.newsstand;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request.
 *
 * @param method upper-case, such as {@code GET}
 * @param target as it stood in the request line
 * @param headers by lower-case name; of several the last
 */
record Asked(String method, String target, boolean http11, Map<String, String> headers) {
    /** No honest head is longer. */
    private static final int LONGEST_HEAD = 64 * 1024;

    /**
     * Reads up to the empty line after the headers, and a body of known length away.
     *
     * @return null when the connection was closed before a request began
     * @throws IOException if the head ends early, is no HTTP or longer than 64 KiB
     */
    static @Nullable Asked read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(512);
        int lineFeeds = 0;
        while (lineFeeds < 2) {
            int next = in.read();
            if (next < 0) {
                if (head.size() == 0) {
                    return null;
                }
                throw new IOException("request head: expected an empty line, but the connection was closed");
            }
            if (next == '\n') {
                lineFeeds++;
            } else if (next != '\r') {
                lineFeeds = 0;
            }
            head.write(next);
            if (head.size() > LONGEST_HEAD) {
                throw new IOException("request head: expected at most " + LONGEST_HEAD + " bytes");
            }
        }
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r?\n");
        String[] first = lines[0].split(" ");
        if (first.length != 3 || !first[2].startsWith("HTTP/1.")) {
            throw new IOException("request line: expected 'METHOD target HTTP/1.1', but found '" + lines[0] + "'");
        }
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        in.skipNBytes(length(headers.getOrDefault("content-length", "0")));
        return new Asked(first[0].toUpperCase(Locale.ROOT), first[1], first[2].endsWith("1.1"), Map.copyOf(headers));
    }

    private static long length(String value) throws IOException {
        if (!value.matches("\\d{1,9}")) {
            throw new IOException("Content-Length: expected a number of bytes, but found '" + value + "'");
        }
        return Long.parseLong(value);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean keepAlive() {
        String wish = (header("connection") + " " + header("proxy-connection")).toLowerCase(Locale.ROOT);
        return http11 ? !wish.contains("close") : wish.contains("keep-alive");
    }

    /**
     * The address asked for, host in lower case and path never empty: the target itself as a proxy gets it, else the {@code Host} header and
     * the target; null when that is no http or https address.
     */
    @Nullable
    URI address() {
        String text = target.startsWith("/") ? "http://" + header("host") + target : target;
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                return null;
            }
            String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            return URI.create(scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + path + query);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
