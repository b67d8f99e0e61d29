package press.parallel;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * One request that a desk wants made. It is one hop: a redirect is answered with a new request.
 *
 * @param address absolute http or https address, without fragment
 * @param accept value of the Accept header
 * @param headers further request headers (validators), may be empty
 * @param group what is cancelled together, the edition's id
 * @param index order inside its domain's line; lower goes first among equals
 * @param expectedMillis how long it took last time, 0 when unknown; the slowest of a domain goes first
 * @param deadline after it the request is not sent, and an answer that is still running is cut off
 * @param hops redirects followed so far
 */
public record Request(
        URI address,
        String accept,
        Map<String, String> headers,
        String group,
        int index,
        long expectedMillis,
        Instant deadline,
        int hops) {
    public Request {
        headers = Map.copyOf(headers);
    }

    /** The request that follows a redirect to {@code location}. */
    public Request to(URI location) {
        return new Request(location, accept, headers, group, index, expectedMillis, deadline, hops + 1);
    }
}
