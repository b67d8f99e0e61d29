package press.parallel.newsstand;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import press.parallel.Feed;
import press.parallel.newsstand.FeedWriter.Dialect;

/**
 * The day's stories as real sites tell them: each feed in its dialect with 12 to 24 entries, events that several publishers share, feeds that
 * collect what others print, pictures on hosts of their own. The feeds are printed at opening; for some hundred of them.
 */
final class FullShelf implements Shelf {
    private final Map<String, Answer> feeds = new HashMap<>();
    private final Map<String, Report> articles = new HashMap<>();
    private final Map<String, Plate> plates = new HashMap<>();
    private final Map<String, List<Report>> bySite = new HashMap<>();

    FullShelf(List<Feed> list, Instant now) {
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
                articles.put(Shelf.key(report.link()), report);
                Plate.lead(report).ifPresent(plate -> plates.put(Shelf.key(plate.address()), plate));
                Plate second = Plate.second(report);
                plates.put(Shelf.key(second.address()), second);
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
                        Shelf.key(feed.address()),
                        Answer.of(200, Dialect.of(feed.address()).contentType(), text, latency)
                                .with("ETag", etag)
                                .with("Cache-Control", "max-age=0")
                                .packed());
            }
        }
    }

    @Override
    public boolean hasFeed(URI address) {
        String key = Shelf.key(address);
        return feeds.containsKey(key) || feeds.containsKey(plain(key));
    }

    /** Addresses are known with their query, else without: sites put up with additions such as {@code ?utm_source}. */
    @Override
    public Answer find(Asked asked, URI address) {
        String key = Shelf.key(address);
        String plain = plain(key);
        Answer feed = feeds.getOrDefault(key, feeds.get(plain));
        if (feed != null) {
            return feed.unlessKnown(asked);
        }
        Report report = articles.get(plain);
        if (report != null) {
            String page = PageWriter.write(report, neighbours(report));
            return Answer.of(200, "text/html; charset=utf-8", page, Latencies.ofArticle(report.link()));
        }
        Plate plate = plates.get(plain);
        return plate == null ? notFound(address) : picture(plate);
    }

    private static Answer picture(Plate plate) {
        return new Answer(
                200,
                Map.of("Content-Type", "image/png"),
                Painter.png(plate),
                null,
                Latencies.ofPicture(plate.address()));
    }

    private static String plain(String key) {
        int query = key.indexOf('?');
        return query < 0 ? key : key.substring(0, query);
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

    static Answer notFound(URI address) {
        String page =
                "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Page not found</title></head>\n<body><h1>Page not found</h1>\n<p>"
                        + FeedWriter.escape(address.toString()) + " is not at this newsstand.</p></body></html>\n";
        return new Answer(
                404,
                Map.of("Content-Type", "text/html; charset=utf-8"),
                page.getBytes(StandardCharsets.UTF_8),
                null,
                Latencies.NOTHING);
    }
}
