package press.parallel;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server said to one request.
 *
 * @param address the address that answered, after redirects
 * @param status HTTP status code
 * @param headers response headers that the press reads, names in lower case
 * @param body after inflating; never larger than {@code press.web.max-body}
 * @param millis from request sent to last byte
 * @param movedTo where permanent redirects (301, 308) led from the address first asked, before any temporary one; null when none did
 */
public record Reply(
        URI address,
        int status,
        Map<String, String> headers,
        byte[] body,
        long millis,
        @Nullable URI movedTo) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    public Reply(URI address, int status, Map<String, String> headers, byte[] body, long millis) {
        this(address, status, headers, body, millis, null);
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

    /** Nothing is new since the validators that were sent (304). */
    public boolean unchanged() {
        return status == 304;
    }

    /** The validators that came with it; null when there are none. */
    public @Nullable Validators validators() {
        Validators given = new Validators(
                address, header("etag").orElse(""), header("last-modified").orElse(""));
        return given.isEmpty() ? null : given;
    }
}
