package press.parallel.fetcher;

import crawlercommons.domains.EffectiveTldFinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import press.parallel.Feed;
import press.parallel.LossException;
import press.parallel.Reply;

/** Says in plain words why a server gave no feed, and what the reader of the paper can do about it. */
final class Refusals {
    /** Seconds; a longer wait is a mistake, and not obeyed in full. */
    private static final long LONGEST = 86_400;

    private final InstantSource clock;

    Refusals(InstantSource clock) {
        this.clock = clock;
    }

    /** @param reply with a status other than 2xx */
    LossException of(Reply reply, Feed feed) {
        int status = reply.status();
        String name = "feed '" + feed.address() + "'";
        return new LossException(sentence(reply, name) + "; left out of this edition" + advice(status), status);
    }

    private String sentence(Reply reply, String name) {
        int status = reply.status();
        String domain = domain(reply);
        return switch (status) {
            case 404 -> name + ": expected a feed, but " + domain + " has nothing at this address (404)";
            case 410 -> name + ": " + domain + " has closed this feed for good (410)";
            case 401 -> name + ": " + domain + " wants a name and a password (401)";
            case 403 -> name + ": " + domain + " refuses anonymous readers or this press (403)";
            case 429 -> domain + " asked to wait" + wait(reply) + "; " + name;
            case 503 ->
                domain + " is busy or under repair"
                        + (wait(reply).isBlank() ? " (503)" : ", asked to wait" + wait(reply)) + "; " + name;
            default -> {
                if (status >= 500) {
                    yield name + ": the server of " + domain + " failed (" + status + ")";
                }
                boolean moved = status >= 300 && status < 400 && status != 304;
                String found = moved ? "was sent on without a usable address" : "found another answer";
                yield name + ": expected a feed (200), but " + found + " (" + status + ")";
            }
        };
    }

    private static String advice(int status) {
        return switch (status) {
            case 404 -> "; look for its new address";
            case 410 -> "; take it off the feed list";
            case 401, 403 -> "; see whether the address opens in a browser";
            default -> "";
        };
    }

    private String wait(Reply reply) {
        Duration asked = reply.header("retry-after").map(this::retryAfter).orElse(null);
        String status = " (" + reply.status();
        if (asked == null) {
            return reply.status() == 429 ? ", without saying how long" + status + ")" : "";
        }
        return " " + asked.toSeconds() + " s" + status + ", Retry-After)";
    }

    /** Seconds or a date: RFC 9110, 10.2.3. */
    private @Nullable Duration retryAfter(String value) {
        String text = value.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(text.length() > 9 ? LONGEST : Math.min(LONGEST, Long.parseLong(text)));
        }
        Instant until = Dates.parse(value);
        Instant now = clock.instant();
        return until == null ? null : until.isBefore(now) ? Duration.ZERO : Duration.between(now, until);
    }

    private static String domain(Reply reply) {
        String host = String.valueOf(reply.address().getHost());
        String domain = EffectiveTldFinder.getAssignedDomain(host, true, true);
        return domain == null ? host : domain;
    }
}
