package press.parallel.politeness;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Learns from the answers of a domain how long it wants to be left alone: {@code Retry-After} on a 429, a spent rate limit, or, where a 429
 * says nothing, a pause that doubles each time. A 503 says nothing about a domain, only about what was asked for.
 *
 * <p>Safe for use by many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6585#section-4">RFC 6585, 4: 429 Too Many Requests</a>
 */
public final class Lessons {
    public static final String RETRY_AFTER = "Retry-After";
    public static final String RATE_LIMIT = "rate limit";
    public static final String BACKOFF = "429";

    /** RFC 6585 leaves the wait to the server; without a word of it one stays away this long, then twice as long. */
    private static final Duration UNSAID = Duration.ofSeconds(60);

    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(30);
    private static final int MOST_DOUBLINGS = 11;
    private static final double JITTER = 0.1;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}(?:\\.[0-9]{1,9})?");

    private static final String REMAINING = "ratelimit-remaining";

    /** Numbers above are seconds since 1970, far above milliseconds. */
    private static final double EPOCH = 1e9;

    private static final double EPOCH_MILLIS = 1e12;

    private final Map<String, Strikes> strikes = new ConcurrentHashMap<>();
    private final Map<String, Integer> sinceRest = new ConcurrentHashMap<>();
    private final DoubleSupplier chance;

    /** @param chance draws from 0 to below 1, for jitter */
    public Lessons(DoubleSupplier chance) {
        this.chance = chance;
    }

    /**
     * A domain wants to be left alone.
     *
     * @param span from now on
     * @param source {@value #RETRY_AFTER}, {@value #RATE_LIMIT} or {@value #BACKOFF}
     * @param why the rest of a sentence that begins with the domain
     */
    public record Rest(Duration span, String source, String why) {}

    /**
     * Times in a row that a domain refused without saying for how long.
     *
     * @param until end of the last pause for it
     */
    public record Strikes(int count, Instant until) {}

    /**
     * What one answer teaches.
     *
     * @param header value of a response header by its lower-case name, null when it was not sent
     * @param now on the wall clock
     * @return how long to leave the domain alone; empty when it asks for nothing
     */
    public Optional<Rest> learn(String domain, int status, Function<String, @Nullable String> header, Instant now) {
        // Only answers that speak of the limit count against it; a robots.txt does not.
        boolean counted = !Double.isNaN(number(header, REMAINING));
        Rest rest = counted ? rateLimit(sinceRest.merge(domain, 1, Integer::sum), header, now) : null;
        if (status == 429) {
            Optional<Duration> told = RetryAfter.parse(header.apply("retry-after"), header.apply("date"), now);
            Rest refused = told.isPresent()
                    ? new Rest(told.get(), RETRY_AFTER, "asked to wait " + Spans.of(told.get()) + " (429)")
                    : rest == null ? strike(domain, now) : rest;
            rest = rest == null || refused.span().compareTo(rest.span()) > 0 ? refused : rest;
        }
        if (rest != null) {
            sinceRest.remove(domain);
        }
        return Optional.ofNullable(rest);
    }

    private Rest strike(String domain, Instant now) {
        Strikes after = strikes.merge(
                domain,
                new Strikes(1, now.plus(UNSAID)),
                (before, first) -> Duration.between(before.until(), now).compareTo(FORGIVEN_AFTER) > 0
                        ? first
                        : new Strikes(before.count() + 1, now.plus(pause(before.count() + 1))));
        Duration pause = pause(after.count());
        Duration jitter = Duration.ofMillis(Math.round(pause.toMillis() * JITTER * chance.getAsDouble()));
        return new Rest(
                pause.plus(jitter), BACKOFF, "asked to wait without saying how long (429), so " + Spans.of(pause));
    }

    private static Duration pause(int count) {
        Duration pause = UNSAID.multipliedBy(1L << Math.min(MOST_DOUBLINGS, count - 1));
        return pause.compareTo(RetryAfter.LONGEST) > 0 ? RetryAfter.LONGEST : pause;
    }

    /** {@code X-RateLimit-Remaining} and {@code -Reset}, with or without the X, as Reddit, GitHub and others send them. */
    private static @Nullable Rest rateLimit(int answers, Function<String, @Nullable String> header, Instant now) {
        double remaining = number(header, REMAINING);
        double reset = number(header, "ratelimit-reset");
        if (!(remaining < 1) || !(reset > 0)) {
            return null;
        }
        double millis = reset >= EPOCH_MILLIS
                ? reset - now.toEpochMilli()
                : reset >= EPOCH ? reset * 1000 - now.toEpochMilli() : reset * 1000;
        if (millis <= 0) {
            return null;
        }
        Duration span = Duration.ofMillis((long) Math.ceil(Math.min(millis, RetryAfter.LONGEST.toMillis())));
        double limit = number(header, "ratelimit-limit");
        long granted = limit >= 1 ? (long) limit : answers;
        return new Rest(
                span,
                RATE_LIMIT,
                "allows " + (granted == 1 ? "one request " : granted + " requests ") + Spans.each(span));
    }

    /** Not a number when the header was not sent or cannot be read. */
    private static double number(Function<String, @Nullable String> header, String name) {
        String value = header.apply("x-" + name);
        String text = value == null ? header.apply(name) : value;
        return text != null && NUMBER.matcher(text.strip()).matches() ? Double.parseDouble(text.strip()) : Double.NaN;
    }

    /** Knows nothing of any domain any more. */
    public void forget() {
        strikes.clear();
        sinceRest.clear();
    }

    /** How often {@code domain} has refused without saying for how long; empty when it has not, or is forgiven. */
    public Optional<Strikes> strikes(String domain) {
        return Optional.ofNullable(strikes.get(domain));
    }

    /** Takes over what an earlier process learnt. */
    public void restore(String domain, Strikes known) {
        strikes.merge(domain, known, (here, then) -> here.until().isAfter(then.until()) ? here : then);
    }
}
