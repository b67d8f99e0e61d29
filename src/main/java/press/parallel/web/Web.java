package press.parallel.web;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.Validators;

/**
 * Turns requests into messages for camel-http and its answers into replies, or into the next request where the answer is a redirect.
 * Stateless; safe for use by many threads.
 */
@RegisterForReflection
public final class Web {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);
    /** More of a robots.txt need not be read (RFC 9309, 2.5). */
    private static final long ROBOTS_BYTES = 500 * 1024;

    private static final int HIGHEST_PORT = 65_535;
    /** Exchange property: the request that was last prepared. */
    public static final String REQUEST = "press-request";

    /** Property: when the request was about to be sent, milliseconds on the press's clock. */
    public static final String BEGUN = "press-begun";

    private final WebClient client;
    private final InstantSource clock;
    private final int maxRedirects;
    private final long imageBytes;

    /**
     * @param maxRedirects hops followed for one address before it counts as lost
     * @param imageBytes a larger picture is refused
     */
    public Web(WebClient client, InstantSource clock, int maxRedirects, long imageBytes) {
        this.client = client;
        this.clock = clock;
        this.maxRedirects = maxRedirects;
        this.imageBytes = imageBytes;
    }

    /** Whether the exchange still carries a {@link Request}, so that it has to go to the web (again). */
    public boolean unanswered(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof Request;
    }

    /**
     * Checks the address and notes the request, before it enters the line.
     *
     * @throws LossException if the address is not http(s) or, behind a proxy, a private one by its name
     */
    public void prepare(Exchange exchange) {
        Message message = exchange.getMessage();
        Request request = message.getBody(Request.class);
        checked(request.address());
        message.removeHeaders("*", "domain", "CamelPolite*");
        exchange.setProperty(REQUEST, request);
    }

    /** Writes the message that camel-http sends, at the moment it may go. */
    public void write(Exchange exchange) {
        Message message = exchange.getMessage();
        Request request = exchange.getProperty(REQUEST, Request.class);
        Validators known = request.validators();
        if (known != null && known.address().equals(request.address())) {
            setUnlessEmpty(message, "If-None-Match", known.etag());
            setUnlessEmpty(message, "If-Modified-Since", known.lastModified());
        }
        if (request.purpose() == Request.Purpose.ROBOTS) {
            message.setHeader(Limits.BODY_LIMIT, ROBOTS_BYTES);
        }
        if (request.purpose() == Request.Purpose.IMAGE) {
            message.setHeader(Limits.PICTURE_LIMIT, imageBytes);
        }
        message.setHeader("Accept", request.accept());
        message.setHeader(Limits.TIME_LIMIT, request.deadline().toEpochMilli() - clock.millis());
        message.setHeader(
                Exchange.HTTP_URI, Addresses.withoutFragment(request.address()).toASCIIString());
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setBody(null);
        exchange.setProperty(BEGUN, clock.millis());
    }

    private static void setUnlessEmpty(Message message, String name, String value) {
        if (!value.isEmpty()) {
            message.setHeader(name, value);
        }
    }

    /**
     * Reads what camel-http brought back: the body becomes a {@link Reply}, or the {@link Request} of the next hop.
     *
     * @throws LossException when a redirect leads nowhere
     */
    public void read(Exchange exchange) {
        Message message = exchange.getMessage();
        Request request = exchange.getProperty(REQUEST, Request.class);
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        Map<String, String> headers = new HashMap<>();
        message.getHeaders().forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (value != null && OutgoingHeaders.IN.contains(lower)) {
                headers.put(lower, WholeHeaders.value(value));
            }
        });
        byte[] body = message.getBody(byte[].class);
        long millis = clock.millis() - exchange.getProperty(BEGUN, clock.millis(), Long.class);
        Reply reply = new Reply(
                request.address(),
                status,
                headers,
                body == null ? new byte[0] : body,
                Math.max(0, millis),
                request.movedTo());
        message.removeHeaders("*");
        message.setBody(
                REDIRECTS.contains(status) && reply.header("location").isPresent() ? next(request, reply) : reply);
    }

    private Request next(Request request, Reply reply) {
        String location = reply.header("location").orElseThrow();
        if (request.hops() >= maxRedirects) {
            throw new LossException(
                    "'" + request.address() + "' was still redirected after " + maxRedirects
                            + " hops (press.web.max-redirects); it may redirect to itself",
                    reply.status());
        }
        try {
            URI bare = Addresses.withoutFragment(Addresses.resolve(request.address(), location));
            checked(bare);
            return request.to(bare, FOR_GOOD.contains(reply.status()));
        } catch (IllegalArgumentException e) {
            throw new LossException(
                    "'" + request.address() + "' redirects to '" + location + "', which is not an http address",
                    reply.status());
        }
    }

    private void checked(URI address) {
        String scheme = address.getScheme();
        if (address.getHost() == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
            throw new LossException("'" + address + "': expected an absolute http or https address; it was not asked");
        }
        if (address.getPort() > HIGHEST_PORT) {
            throw new LossException(
                    "'" + address + "': expected an address with a port up to " + HIGHEST_PORT + "; it was not asked");
        }
        if (address.getRawUserInfo() != null) {
            throw new LossException("'" + address.getHost()
                    + "': expected an address without user name and password; it was not asked");
        }
        client.checkAddress(address);
    }
}
