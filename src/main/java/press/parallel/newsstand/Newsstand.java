package press.parallel.newsstand;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import press.parallel.Feed;
import press.parallel.newsstand.FeedWriter.Dialect;

/**
 * Plays the web for a feed list, so that a paper can be printed without internet: feeds in their real dialects, invented articles to scrape,
 * the latencies of the real sites and their strictness.
 *
 * <p>It is an HTTP forward proxy on 127.0.0.1 for http and https addresses alike; whoever uses it must ask https addresses of it directly
 * ({@code GET https://… HTTP/1.1}), since it opens no tunnels. Safe for use by many threads.
 *
 * <p>The stories depend on the feed list and the day (UTC) alone, so a second run on the same day finds what it knows; their times follow the
 * clock at opening.
 */
public final class Newsstand implements AutoCloseable {
    private final Doorman doorman;
    private final Counter counter;
    private final Map<String, Answer> feeds = new HashMap<>();
    private final Map<String, Report> articles = new HashMap<>();
    private final Map<String, List<Report>> bySite = new HashMap<>();

    private Newsstand(List<Feed> list, InstantSource clock, Options options) {
        stock(list, clock.instant());
        this.doorman = new Doorman(options, clock);
        this.counter = new Counter(this::find, doorman, options.speed());
    }

    /**
     * Prints the day's stories and opens on a free port.
     *
     * @param feeds what is played; the dialect follows from the address, the theme from the section
     * @throws java.io.UncheckedIOException if no port of 127.0.0.1 can be had
     */
    public static Newsstand open(List<Feed> feeds, InstantSource clock, Options options) {
        return new Newsstand(feeds, clock, options);
    }

    /** Such as {@code http://127.0.0.1:41234}, for {@code press.web.proxy} with {@code press.web.proxy-tunnel = false}. */
    public URI proxy() {
        return URI.create("http://127.0.0.1:" + counter.port());
    }

    /** The requests that were answered, in the order of their coming. */
    public List<Arrival> arrivals() {
        return doorman.arrivals();
    }

    public Tally tally() {
        return doorman.tally();
    }

    /** One line such as {@code 62 requests, 0 refused, at most 10 at once, reddit.com never closer than 2.02 s}. */
    public String summary() {
        return tally().toString();
    }

    @Override
    public void close() {
        counter.close();
    }

    private void stock(List<Feed> list, Instant now) {
        Map<Theme, List<Feed>> publishers = new EnumMap<>(Theme.class);
        for (Feed feed : list) {
            List<Feed> ofTheme = publishers.computeIfAbsent(Theme.of(feed), theme -> new ArrayList<>());
            if (!Dialect.of(feed.address()).collects()) {
                ofTheme.add(feed);
            }
        }
        Map<Theme, Wire> wires = new EnumMap<>(Theme.class);
        publishers.forEach((theme, ofTheme) -> wires.put(theme, new Wire(theme, ofTheme, now)));
        for (Wire wire : wires.values()) {
            for (Report report : wire.all()) {
                articles.put(key(report.link()), report);
                bySite.computeIfAbsent(report.publisher(), site -> new ArrayList<>())
                        .add(report);
            }
        }
        Map<URI, Long> millis = Latencies.ofFeeds(list);
        for (Feed feed : list) {
            Wire wire = wires.get(Theme.of(feed));
            Long latency = millis.get(feed.address());
            if (wire != null && latency != null) {
                String text = FeedWriter.write(feed, wire);
                String etag = "\"" + Long.toHexString(Seed.of(text)) + "\"";
                feeds.put(
                        key(feed.address()),
                        Answer.of(200, Dialect.of(feed.address()).contentType(), text, latency)
                                .with("ETag", etag)
                                .with("Cache-Control", "max-age=0"));
            }
        }
    }

    /** Addresses are known with their query, else without: sites put up with additions such as {@code ?utm_source}. */
    private Answer find(Asked asked, URI address) {
        String key = key(address);
        String plain = key.replaceFirst("\\?.*", "");
        Answer feed = feeds.getOrDefault(key, feeds.get(plain));
        if (feed != null) {
            String etag = feed.headers().get("ETag");
            return asked.header("if-none-match").equals(etag) ? feed.withoutBody(304) : feed;
        }
        Report report = articles.get(plain);
        if (report != null) {
            String page = PageWriter.write(report, neighbours(report));
            return Answer.of(200, "text/html; charset=utf-8", page, Latencies.ofArticle(report.link()));
        }
        return notFound(address);
    }

    private List<Report> neighbours(Report report) {
        List<Report> site = bySite.getOrDefault(report.publisher(), List.of());
        int place = site.indexOf(report);
        List<Report> neighbours = new ArrayList<>();
        for (int i = 1; i <= Math.min(5, site.size() - 1); i++) {
            neighbours.add(site.get((place + i) % site.size()));
        }
        return neighbours;
    }

    private static Answer notFound(URI address) {
        String page =
                "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Page not found</title></head>\n<body><h1>Page not found</h1>\n<p>"
                        + FeedWriter.escape(address.toString()) + " is not at this newsstand.</p></body></html>\n";
        return new Answer(
                404,
                Map.of("Content-Type", "text/html; charset=utf-8"),
                page.getBytes(StandardCharsets.UTF_8),
                Latencies.NOTHING);
    }

    private static String key(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return address.getHost().toLowerCase(Locale.ROOT) + path + query;
    }
}
