package press.parallel.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpResponseInterceptor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Brings response headers through camel-http byte for byte. It would turn several lines of one name into a Java list, and a value in
 * brackets, say an ETag {@code [a, b]}, too; neither can be put together again. Stateless.
 */
final class WholeHeaders implements HttpResponseInterceptor {
    /** Stands before a value that Camel would take apart. Headers are read a sign a byte, so none can contain it. */
    private static final char SHIELD = '\uE000';

    /** Of the headers that the press reads, those that may be spread over lines (RFC 9110, 5.3); of the others the first counts. */
    private static final Set<String> LISTS = Set.of("cache-control");

    @Override
    public void process(HttpResponse response, @Nullable EntityDetails entity, HttpContext context) {
        for (String name : OutgoingHeaders.IN) {
            Header[] lines = response.getHeaders(name);
            if (lines.length > 0) {
                String value = Arrays.stream(lines)
                        .limit(LISTS.contains(name) ? lines.length : 1)
                        .map(line -> Objects.requireNonNullElse(line.getValue(), ""))
                        .collect(Collectors.joining(", "));
                response.removeHeaders(name);
                response.addHeader(name, value.startsWith("[") ? SHIELD + value : value);
            }
        }
    }

    /** The value as it was sent, from a header of Camel's message. */
    static String value(Object header) {
        String text = header.toString();
        return !text.isEmpty() && text.charAt(0) == SHIELD ? text.substring(1) : text;
    }
}
