package press.parallel.press;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.parallel.Reply;
import press.parallel.politeness.RetryAfter;

/** A page's or a picture's own Retry-After: it rests, its domain goes on. RFC 9110, 15.6.4. */
final class Unavailable {
    private static final int SERVICE_UNAVAILABLE = 503;

    private Unavailable() {}

    /** Until when what {@code reply} brought is not to be asked again; 1970 when it does not say. */
    static Instant until(@Nullable Reply reply, Instant now) {
        if (reply == null || reply.status() != SERVICE_UNAVAILABLE) {
            return Instant.EPOCH;
        }
        return RetryAfter.parse(
                        reply.header("retry-after").orElse(null),
                        reply.header("date").orElse(null),
                        now)
                .map(now::plus)
                .orElse(Instant.EPOCH);
    }
}
