package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import press.parallel.Edition;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.newsroom.DomainClock;
import press.parallel.newsroom.Newsroom;
import press.parallel.newsroom.RobotsFile;
import press.parallel.politeness.Lessons;
import press.parallel.politeness.Manners;
import press.parallel.politeness.PoliteHeaders;
import press.parallel.politeness.PoliteLine;
import press.parallel.politeness.RegistrableDomain;
import press.parallel.politeness.Robots;
import press.parallel.web.Web;

/**
 * Stands at the polite line on behalf of the press: says which domain a request belongs to, how long it took last time and until when
 * it is wanted, tells the line what a domain answered, and the newsroom what that taught. Safe for use by many threads.
 */
@RegisterForReflection
public final class Turns {
    private static final String ENTERED = "press-entered";
    private static final int TOO_MANY_REQUESTS = 429;

    private final PoliteLine line;
    private final RegistrableDomain domains;
    private final Manners manners;
    private final Pace pace;
    private final Lessons lessons;
    private final Robots robots;
    private final Newsroom newsroom;
    private final InstantSource clock;
    private final Duration floor;
    private final Meters meters;
    /** Domain to its last pause; those that are over are cleared away when a run begins. */
    private final Map<String, Edition.Rest> rests = new ConcurrentHashMap<>();

    private final AtomicInteger robotsAsked = new AtomicInteger();

    Turns(
            PoliteLine line,
            RegistrableDomain domains,
            Manners manners,
            Pace pace,
            Lessons lessons,
            Robots robots,
            Newsroom newsroom,
            InstantSource clock,
            Duration floor,
            Meters meters) {
        this.line = line;
        this.domains = domains;
        this.manners = manners;
        this.pace = pace;
        this.lessons = lessons;
        this.robots = robots;
        this.newsroom = newsroom;
        this.clock = clock;
        this.floor = floor;
        this.meters = meters;
    }

    /** Brings to the line what earlier runs and other processes learnt: clocks, pauses, Crawl-delays. */
    void remember() {
        for (RobotsFile slow : newsroom.slowHosts(Robots.KEPT)) {
            robots.restore(slow.domain(), slow.host(), slow.crawlDelay());
        }
        Map<String, Instant> lastSent = new HashMap<>();
        Instant now = clock.instant();
        rests.values().removeIf(rest -> !rest.until().isAfter(now));
        newsroom.clocks().forEach((domain, kept) -> {
            if (kept.lastSent() != null) {
                lastSent.put(domain, kept.lastSent());
            }
            DomainClock.Pause pause = kept.pause();
            if (pause != null) {
                if (pause.until().isAfter(now)) {
                    line.pause(domain, Duration.between(now, pause.until()), pause.source(), pause.why());
                    rests.put(domain, new Edition.Rest(domain, pause.why(), pause.until()));
                }
                if (pause.struckUntil() != null) {
                    lessons.restore(domain, new Lessons.Strikes(pause.strikes(), pause.struckUntil()));
                }
            }
        });
        line.restore(lastSent);
    }

    /** Knows nothing of any domain any more. */
    void forget() {
        line.forget();
        lessons.forget();
        robots.forget();
        rests.clear();
    }

    /** Domains that wanted to be left alone after {@code since}, and why. */
    List<Edition.Rest> rests(Instant since) {
        return rests.values().stream()
                .filter(rest -> rest.until().isAfter(since))
                .sorted(Comparator.comparing(Edition.Rest::domain))
                .toList();
    }

    /** Files robots.txt that were asked for since the press started. */
    int robotsAsked() {
        return robotsAsked.get();
    }

    /** Writes the headers that the line and the throttle look at. */
    public void enter(Exchange exchange) {
        Message message = exchange.getMessage();
        Request request = message.getBody(Request.class);
        message.setHeader(PoliteHeaders.DOMAIN, domains.of(request.address()));
        message.setHeader(PoliteHeaders.PRIORITY, request.priority());
        message.setHeader(PoliteHeaders.INDEX, (long) request.index());
        message.setHeader(PoliteHeaders.EXPECTED_MILLIS, request.expectedMillis());
        message.setHeader(PoliteHeaders.GROUP, request.group());
        message.setHeader(PoliteHeaders.DEADLINE, request.deadline().toEpochMilli());
        message.setHeader(PoliteHeaders.MINOR, request.priority() == Request.MINOR);
        message.setHeader(PoliteHeaders.TURNLESS, request.purpose() == Request.Purpose.ROBOTS);
        exchange.setProperty(ENTERED, clock.millis());
    }

    /** Whether this request is spaced at all; others go round the throttle. */
    public boolean paced(Exchange exchange) {
        return !exchange.getMessage().getHeader(PoliteHeaders.TURNLESS, false, Boolean.class)
                && !manners.interval(domain(exchange)).isZero();
    }

    /**
     * Requests that the throttle lets through in one period: as many as can fall into it when they are one interval apart. Rounded
     * up, for three requests 300 ms apart need less than a second; rounded down, the fourth would find the throttle shut.
     */
    public long permits(Exchange exchange) {
        long interval = Math.max(1, manners.interval(domain(exchange)).toMillis());
        return Math.max(1, (floor.toMillis() + interval - 1) / interval);
    }

    /** Notes the answer, and keeps the press away from the whole domain for as long as it asks. */
    public void observe(Exchange exchange) {
        Message message = exchange.getMessage();
        String domain = domain(exchange);
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        line.answered(domain, status);
        meters.answered(domain, status, inLine(exchange));
        Request asked = exchange.getProperty(Web.REQUEST, Request.class);
        if (asked != null && asked.purpose() == Request.Purpose.ROBOTS && asked.hops() == 0) {
            robotsAsked.incrementAndGet();
        }
        if (!pace.isPolite()) {
            return;
        }
        Instant now = clock.instant();
        lessons.learn(domain, status, name -> header(message, name), now).ifPresent(rest -> {
            line.pause(domain, rest.span(), rest.source(), rest.why());
            rests.put(domain, new Edition.Rest(domain, rest.why(), now.plus(rest.span())));
            Lessons.@Nullable Strikes struck = lessons.strikes(domain).orElse(null);
            newsroom.pause(
                    domain,
                    new DomainClock.Pause(
                            now.plus(rest.span()),
                            rest.source(),
                            rest.why(),
                            struck == null ? 0 : struck.count(),
                            struck == null ? null : struck.until()));
        });
    }

    /** From the line's door to the request's beginning. */
    private static Duration inLine(Exchange exchange) {
        Long entered = exchange.getProperty(ENTERED, Long.class);
        Long begun = exchange.getProperty(Web.BEGUN, Long.class);
        return entered == null || begun == null ? Duration.ZERO : Duration.ofMillis(Math.max(0, begun - entered));
    }

    private static @Nullable String header(Message message, String name) {
        return message.getHeader(name, String.class);
    }

    /** A request that was refused for now (429) goes back into the line, once: it waits there until its domain's pause is over. */
    public void again(Exchange exchange) {
        Request asked = exchange.getProperty(Web.REQUEST, Request.class);
        if (asked != null
                && pace.isPolite()
                && asked.tries() == 0
                && exchange.getMessage().getBody() instanceof Reply reply
                && reply.status() == TOO_MANY_REQUESTS) {
            exchange.getMessage().setBody(asked.again());
        }
    }

    private static String domain(Exchange exchange) {
        return exchange.getMessage().getHeader(PoliteHeaders.DOMAIN, String.class);
    }
}
