package press.parallel.web;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Which headers cross the border: a short list goes out, a short list comes in. Camel would send every header of a message, and take
 * in whatever a stranger sends.
 */
@RegisterForReflection
public final class OutgoingHeaders implements HeaderFilterStrategy {
    private static final Set<String> OUT = Set.of(
            "accept",
            "accept-language",
            "if-none-match",
            "if-modified-since",
            Limits.TIME_LIMIT.toLowerCase(Locale.ROOT),
            Limits.BODY_LIMIT.toLowerCase(Locale.ROOT),
            Limits.PICTURE_LIMIT.toLowerCase(Locale.ROOT));
    /** Response headers that the press reads. */
    static final Set<String> IN = Set.of(
            "content-type",
            "content-location",
            "location",
            "etag",
            "last-modified",
            "retry-after",
            "cache-control",
            "expires",
            "date",
            "age",
            "x-ratelimit-remaining",
            "x-ratelimit-reset",
            "x-ratelimit-limit",
            "ratelimit-remaining",
            "ratelimit-reset",
            "ratelimit-limit");

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !OUT.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !IN.contains(name.toLowerCase(Locale.ROOT));
    }
}
