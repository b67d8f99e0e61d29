package press.parallel.politeness;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the robots.txt files read so far say: which pages programs may read, and how far apart a domain wants its requests.
 *
 * <p>A host without the file, or that refuses it (4xx), allows everything; one that cannot give it (5xx, or no answer) allows nothing. What is
 * known is known for a day. Safe for use by many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309: Robots Exclusion Protocol</a>
 */
public final class Robots {
    /** More of a file is not read (RFC 9309, 2.5). */
    public static final int MOST_BYTES = 500 * 1024;

    /** RFC 9309, 2.4. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** A longer Crawl-delay would shut a site out rather than slow us down. */
    public static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    /** Files that are out of date for so long are forgotten, or a press that serves for months keeps every site it ever read. */
    private static final Duration CLEARED_EVERY = Duration.ofHours(1);

    private static final int MOST_WARNINGS = 5;
    private static final String FILE = "/robots.txt";

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    /** By domain and host; few ask for any. */
    private final Map<String, Map<String, Duration>> delays = new ConcurrentHashMap<>();

    private volatile Instant nextClearing = Instant.MIN;
    private final List<String> agent;
    private final SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, MOST_WARNINGS);

    private record Known(BaseRobotRules rules, int status, Instant until) {}

    /** @param product token of the User-Agent, such as {@code ParallelPress} */
    public Robots(String product) {
        this.agent = List.of(product.toLowerCase(Locale.ROOT));
    }

    /** The host of an address with its port, where that is not the usual one: each has a file of its own. */
    public static String host(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        int port = address.getPort();
        boolean usual = port < 0 || port == ("https".equalsIgnoreCase(address.getScheme()) ? 443 : 80);
        return usual ? host : host + ":" + port;
    }

    /** Where the file of an address's host lies. */
    public static URI file(URI address) {
        return URI.create(address.getScheme() + "://" + address.getRawAuthority() + FILE);
    }

    public boolean isKnown(URI address, Instant now) {
        if (now.isAfter(nextClearing)) {
            nextClearing = now.plus(CLEARED_EVERY);
            known.values().removeIf(file -> file.until().isBefore(now.minus(CLEARED_EVERY)));
        }
        Known file = known.get(host(address));
        return file != null && now.isBefore(file.until());
    }

    /**
     * Takes in what a host answered.
     *
     * @param domain that the host belongs to
     * @param status of the answer, after redirects; 0: there was none
     * @param body what was read of it
     * @param until when it has to be read again
     */
    public void learn(URI address, String domain, int status, byte[] body, Instant until) {
        BaseRobotRules rules = rules(address, status, body);
        known.put(host(address), new Known(rules, status, until));
        if (!isUnreachable(status)) {
            setDelay(domain, host(address), delay(rules));
        }
    }

    /** Then nothing is said; a delay that was asked for before holds on. */
    private static boolean isUnreachable(int status) {
        return status == 0 || status == 429 || status >= 500;
    }

    private void setDelay(String domain, String host, Duration delay) {
        delays.compute(domain, (name, before) -> {
            Map<String, Duration> after = before == null ? new HashMap<>() : new HashMap<>(before);
            if (delay.isZero()) {
                after.remove(host);
            } else {
                after.put(host, delay);
            }
            return after.isEmpty() ? null : Map.copyOf(after);
        });
    }

    private BaseRobotRules rules(URI address, int status, byte[] body) {
        boolean file = status >= 200 && status < 300;
        byte[] text = file
                ? body
                : ("User-agent: *\nDisallow:" + (isUnreachable(status) ? " /" : "") + "\n")
                        .getBytes(StandardCharsets.US_ASCII);
        return parser.parseContent(file(address).toString(), text, "text/plain", agent);
    }

    private static Duration delay(BaseRobotRules rules) {
        long millis = rules.getCrawlDelay();
        if (millis <= 0) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofMillis(millis);
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    /** Whether programs may read the page, by what is known; what is not known is allowed. */
    public boolean allows(URI page) {
        Known file = known.get(host(page));
        return file == null || file.rules().isAllowed(page.toString());
    }

    /** Status of the answer that the rules of the address's host come from, 0 when there was none. */
    public int status(URI address) {
        Known file = known.get(host(address));
        return file == null ? 0 : file.status();
    }

    /** The longest Crawl-delay of the domain's hosts, at most 30 s; zero when none asks for one. */
    public Duration crawlDelay(String domain) {
        Map<String, Duration> hosts = delays.get(domain);
        return hosts == null ? Duration.ZERO : Collections.max(hosts.values());
    }

    /** The Crawl-delay of the address's own host, at most 30 s; zero when it asks for none. */
    public Duration crawlDelay(String domain, URI address) {
        return delays.getOrDefault(domain, Map.of()).getOrDefault(host(address), Duration.ZERO);
    }

    /** Knows no file any more. */
    public void forget() {
        known.clear();
        delays.clear();
    }

    /** Takes over a delay that an earlier process learnt. */
    public void restore(String domain, String host, Duration delay) {
        setDelay(domain, host, delay);
    }
}
