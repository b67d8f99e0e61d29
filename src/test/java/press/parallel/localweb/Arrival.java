package press.parallel.localweb;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request as the local web saw it.
 *
 * @param nanos {@link System#nanoTime()} when the request line had arrived
 * @param method such as {@code GET}
 * @param host lower-case host asked for, without port
 * @param path without query
 * @param query raw, or ""
 * @param headers by lower-case name; of several the last
 * @param inFlight requests being served at that moment, this one included
 */
public record Arrival(
        long nanos, String method, String host, String path, String query, Map<String, String> headers, int inFlight) {
    /** A header, or "" when it was not sent. */
    public String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }

    /** A decoded query parameter, or {@code otherwise}. */
    public String parameter(String name, String otherwise) {
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return otherwise;
    }
}
