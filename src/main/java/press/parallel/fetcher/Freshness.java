package press.parallel.fetcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import press.parallel.Reply;

/**
 * How long an answer stays good, as its server says.
 *
 * @param lifetime from now on, zero when it is stale already; at most 24 h
 * @param source the header that says so, "" when none does
 * @param maxAge as it was sent, before what the answer's age takes off; zero when there was none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9111#section-4.2">RFC 9111, 4.2: freshness</a>
 */
record Freshness(Duration lifetime, String source, Duration maxAge) {
    private static final Duration LONGEST = Duration.ofHours(24);
    static final Freshness STALE = new Freshness(Duration.ZERO, "", Duration.ZERO);

    /**
     * {@code Cache-Control} first, then {@code Expires}; what an answer has been under way in caches is taken off. A press is nobody's
     * shared cache, so {@code s-maxage} does not count; what cannot be read counts as stale, as does {@code Expires: 0}.
     *
     * @param now on the press's clock, for answers without a date of their own
     */
    static Freshness of(Reply reply, Instant now) {
        String control = reply.header("cache-control").orElse("").toLowerCase(Locale.ROOT);
        @Nullable String maxAge = null;
        for (String directive : control.split(",")) {
            String text = directive.strip();
            if (text.equals("no-cache") || text.equals("no-store")) {
                return STALE;
            }
            if (maxAge == null && text.startsWith("max-age")) {
                maxAge = text.substring("max-age".length()).replaceAll("[=\"\\s]", "");
            }
        }
        long age = Math.max(0, seconds(reply.header("age").orElse("")));
        if (maxAge != null) {
            long said = Math.max(0, seconds(maxAge));
            return lasting(said - age, "Cache-Control: max-age", said);
        }
        Instant expires = Dates.parse(reply.header("expires").orElse(""));
        if (expires == null) {
            return STALE;
        }
        Instant date = Dates.parse(reply.header("date").orElse(""));
        return lasting(Duration.between(date == null ? now : date, expires).toSeconds() - age, "Expires", 0);
    }

    private static Freshness lasting(long seconds, String source, long maxAge) {
        if (seconds <= 0) {
            return STALE;
        }
        return new Freshness(capped(seconds), source, capped(maxAge));
    }

    private static Duration capped(long seconds) {
        return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
    }

    /** Whether the answer says anything of it. */
    static boolean isSaid(Reply reply) {
        return reply.header("cache-control").isPresent()
                || reply.header("expires").isPresent();
    }

    /** What was said before and holds again, as for a 304 that says nothing of it. */
    static Freshness renewed(Duration maxAge) {
        return lasting(maxAge.toSeconds(), "Cache-Control: max-age", maxAge.toSeconds());
    }

    /** -1 when it is no number; what is too large to read is as long as may be. */
    private static long seconds(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && text.length() > 12 ? Long.MAX_VALUE / 2 : Aggregators.count(text);
    }
}
