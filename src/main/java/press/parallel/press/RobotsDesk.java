package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.newsroom.Newsroom;
import press.parallel.newsroom.RobotsFile;
import press.parallel.politeness.DomainStatus;
import press.parallel.politeness.PoliteLine;
import press.parallel.politeness.RegistrableDomain;
import press.parallel.politeness.Robots;

/**
 * Sees to it that robots.txt is read before it matters: before any page of a host, and before a second request follows another of its
 * domain, since the file may ask for a longer distance. What is read once is known for a day, over all runs. Safe for use by many
 * threads.
 */
@RegisterForReflection
public final class RobotsDesk {
    private static final String WANTED_BY = "press-wanted-by";
    private static final String ACCEPT = "text/plain, */*;q=0.1";

    private static final String SENT_BEFORE = "press-sent-before";

    /** A host that did not answer at all may be back soon. */
    private static final Duration UNREACHABLE = Duration.ofHours(1);

    private final Robots robots;
    private final Newsroom newsroom;
    private final PoliteLine line;
    private final RegistrableDomain domains;
    private final Pace pace;
    private final InstantSource clock;
    /** Domain to when one of its addresses last came by here. */
    private final Map<String, Instant> cameBy = new ConcurrentHashMap<>();

    RobotsDesk(
            Robots robots,
            Newsroom newsroom,
            PoliteLine line,
            RegistrableDomain domains,
            Pace pace,
            InstantSource clock) {
        this.robots = robots;
        this.newsroom = newsroom;
        this.line = line;
        this.domains = domains;
        this.pace = pace;
        this.clock = clock;
    }

    /** Whether the request in the body has to wait for its host's robots.txt. */
    public boolean wanted(Exchange exchange) {
        Request request = exchange.getMessage().getBody(Request.class);
        boolean matters = switch (request.purpose()) {
            case ROBOTS -> false;
            case PAGE, IMAGE -> true;
            case FEED -> isFollowing(domains.of(request.address()));
        };
        return matters && pace.isPolite() && isUnknown(request.address());
    }

    /**
     * Whether another request of the domain was so short a while ago that a Crawl-delay would hold this one: sent, by an earlier process
     * too, or on its way to the line.
     */
    private boolean isFollowing(String domain) {
        Instant now = clock.instant();
        Instant before = cameBy.put(domain, now);
        boolean shortly = before != null && before.plus(Robots.LONGEST_DELAY).isAfter(now)
                || line.sinceSent(domain)
                        .filter(since -> since.compareTo(Robots.LONGEST_DELAY) <= 0)
                        .isPresent();
        return shortly
                || line.status(domain)
                        .filter(status -> status.waiting() + status.inFlight() > 0
                                || !status.untilTurn().isZero())
                        .isPresent();
    }

    /** Whether the robots.txt of the host of the request in the body is not known. */
    public boolean missing(Exchange exchange) {
        return isUnknown(exchange.getMessage().getBody(Request.class).address());
    }

    private boolean isUnknown(URI address) {
        Instant now = clock.instant();
        if (robots.isKnown(address, now)) {
            return false;
        }
        var kept = newsroom.robots(Robots.host(address), Robots.KEPT)
                .filter(file -> now.isBefore(file.fetched().plus(lasting(file.status()))));
        kept.ifPresent(file -> robots.learn(
                address,
                file.domain(),
                file.status(),
                file.body().getBytes(StandardCharsets.UTF_8),
                file.fetched().plus(lasting(file.status()))));
        return kept.isEmpty();
    }

    private static Duration lasting(int status) {
        return status == 0 ? UNREACHABLE : Robots.KEPT;
    }

    private long sent(URI address) {
        return line.status(domains.of(address)).map(DomainStatus::sent).orElse(0L);
    }

    /** Makes the request for the file of the request in the body. */
    public void request(Exchange exchange) {
        Message message = exchange.getMessage();
        Request page = message.getBody(Request.class);
        exchange.setProperty(WANTED_BY, page.address());
        exchange.setProperty(SENT_BEFORE, sent(page.address()));
        Request file = new Request(
                Robots.file(page.address()),
                Request.Purpose.ROBOTS,
                ACCEPT,
                page.group(),
                page.index(),
                0,
                page.deadline());
        message.setBody(page.priority() == Request.MINOR ? file.withPriority(Request.MINOR) : file);
    }

    /** Takes in the file, or what was answered instead of it. */
    public void learn(Exchange exchange) {
        Reply reply = exchange.getMessage().getBody(Reply.class);
        take(exchange, reply.status(), reply.ok() ? reply.body() : new byte[0]);
    }

    private void take(Exchange exchange, int status, byte[] body) {
        URI address = exchange.getProperty(WANTED_BY, URI.class);
        String domain = domains.of(address);
        Instant now = clock.instant();
        robots.learn(address, domain, status, body, now.plus(lasting(status)));
        newsroom.keep(new RobotsFile(
                Robots.host(address),
                domain,
                status,
                now,
                robots.crawlDelay(domain, address),
                new String(body, StandardCharsets.UTF_8)));
    }

    /**
     * There is no file to be had. One that redirects without end counts as none, as RFC 9309 has it (2.3.1.2); a host that does not
     * answer allows nothing (2.3.1.4), for an hour. Over all runs, if it was asked; where there was no way to it, this machine may be
     * offline, and only this process knows.
     */
    public void unreachable(Exchange exchange) {
        Throwable why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        URI address = exchange.getProperty(WANTED_BY, URI.class);
        if (why instanceof LossException loss && loss.httpStatus() >= 300 && loss.httpStatus() < 400) {
            take(exchange, loss.httpStatus(), new byte[0]);
        } else if (sent(address) > exchange.getProperty(SENT_BEFORE, 0L, Long.class)) {
            take(exchange, 0, new byte[0]);
        } else {
            robots.learn(
                    address,
                    domains.of(address),
                    0,
                    new byte[0],
                    clock.instant().plus(UNREACHABLE));
        }
    }

    /**
     * Lets a page or a picture pass when its host allows it.
     *
     * @throws LossException when robots.txt shuts programs out of it
     */
    public void check(Exchange exchange) {
        Request request = exchange.getMessage().getBody(Request.class);
        boolean matters = request.purpose() == Request.Purpose.PAGE || request.purpose() == Request.Purpose.IMAGE;
        if (!matters || robots.allows(request.address())) {
            return;
        }
        int status = robots.status(request.address());
        String host = Robots.host(request.address());
        throw new LossException(
                status >= 200 && status < 300
                        ? "robots.txt of '" + host + "' asks programs not to read '" + request.address()
                                + "'; it was not asked"
                        : "robots.txt of '" + host + "' could not be had (" + (status == 0 ? "no answer" : status)
                                + "), which shuts programs out (RFC 9309); '" + request.address() + "' was not asked");
    }
}
