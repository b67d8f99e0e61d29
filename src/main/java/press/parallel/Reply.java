package press.parallel;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server said to one request.
 *
 * @param address the address that answered, after redirects
 * @param status HTTP status code
 * @param headers response headers that the press reads, names in lower case
 * @param body after inflating; never larger than {@code press.web.max-body}
 * @param millis from request sent to last byte
 */
public record Reply(URI address, int status, Map<String, String> headers, byte[] body, long millis) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Value of Content-Type as the server sent it, "" when it sent none. */
    public String contentType() {
        return header("content-type").orElse("");
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }
}
