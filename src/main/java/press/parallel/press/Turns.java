package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import press.parallel.Request;
import press.parallel.newsroom.Newsroom;
import press.parallel.politeness.Manners;
import press.parallel.politeness.PoliteHeaders;
import press.parallel.politeness.PoliteLine;
import press.parallel.politeness.RegistrableDomain;

/**
 * Stands at the polite line on behalf of the press: says which domain a request belongs to, how long it took last time and until when
 * it is wanted, and tells the line what a domain answered. Safe for use by many threads.
 */
@RegisterForReflection
public final class Turns {
    /** RFC 6585 leaves the wait to the server; without a word of it the press stays away this long. */
    private static final Duration UNSAID = Duration.ofSeconds(60);

    /** The form of today and the two old ones that must still be understood (RFC 9110, 5.6.7). */
    private static final List<DateTimeFormatter> HTTP_DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.US),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC));

    private static final Duration LONGEST = Duration.ofHours(24);

    private final PoliteLine line;
    private final RegistrableDomain domains;
    private final Manners manners;
    private final Newsroom newsroom;
    private final InstantSource clock;
    private final Duration floor;

    Turns(
            PoliteLine line,
            RegistrableDomain domains,
            Manners manners,
            Newsroom newsroom,
            InstantSource clock,
            Duration floor) {
        this.line = line;
        this.domains = domains;
        this.manners = manners;
        this.newsroom = newsroom;
        this.clock = clock;
        this.floor = floor;
    }

    /** Writes the headers that the line and the throttle look at. */
    public void enter(Exchange exchange) {
        Message message = exchange.getMessage();
        Request request = message.getBody(Request.class);
        message.setHeader(PoliteHeaders.DOMAIN, domains.of(request.address()));
        message.setHeader(PoliteHeaders.INDEX, (long) request.index());
        message.setHeader(PoliteHeaders.EXPECTED_MILLIS, request.expectedMillis());
        message.setHeader(PoliteHeaders.GROUP, request.group());
        message.setHeader(PoliteHeaders.DEADLINE, request.deadline().toEpochMilli());
    }

    /** Whether requests to this domain are spaced at all; others go round the throttle. */
    public boolean paced(Exchange exchange) {
        return !manners.interval(domain(exchange)).isZero();
    }

    /**
     * Requests that the throttle lets through in one period: as many as can fall into it when they are one interval apart. Rounded
     * up, for three requests 300 ms apart need less than a second; rounded down, the fourth would find the throttle shut.
     */
    public long permits(Exchange exchange) {
        long interval = Math.max(1, manners.interval(domain(exchange)).toMillis());
        return Math.max(1, (floor.toMillis() + interval - 1) / interval);
    }

    /** Notes the answer; 429 keeps the press away from the whole domain for as long as it asks. */
    public void observe(Exchange exchange) {
        Message message = exchange.getMessage();
        String domain = domain(exchange);
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        line.answered(domain, status);
        if (status == 429 && manners.obeysRefusals()) {
            Duration wait =
                    retryAfter(message.getHeader("Retry-After", String.class)).orElse(UNSAID);
            Duration capped = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
            line.pause(domain, capped, "Retry-After", "429, asked to wait " + capped.toSeconds() + " s");
            newsroom.pause(domain, clock.instant().plus(capped));
        }
    }

    private static String domain(Exchange exchange) {
        return exchange.getMessage().getHeader(PoliteHeaders.DOMAIN, String.class);
    }

    /** Seconds or an HTTP date; empty when it is neither or lies in the past (RFC 9110, 10.2.3). */
    Optional<Duration> retryAfter(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        String text = value.strip();
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(text.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(text)));
        }
        return HTTP_DATES.stream()
                .flatMap(form -> instant(text, form).stream())
                .map(until -> Duration.between(clock.instant(), until))
                .filter(wait -> !wait.isNegative())
                .findFirst();
    }

    private static Optional<Instant> instant(String text, DateTimeFormatter form) {
        try {
            return Optional.of(ZonedDateTime.parse(text, form).toInstant());
        } catch (DateTimeParseException otherForm) {
            return Optional.empty();
        }
    }
}
