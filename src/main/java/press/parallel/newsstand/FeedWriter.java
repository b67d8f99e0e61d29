package press.parallel.newsstand;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import press.parallel.Feed;

/** Writes what a feed's address serves, in the dialect of the real one. */
final class FeedWriter {
    /** The dialects. A site that collects links has no articles of its own. */
    enum Dialect {
        RSS,
        ATOM,
        HNRSS,
        REDDIT;

        private static final Set<String> ATOM_SITES = Set.of("theverge.com", "polygon.com");

        static Dialect of(URI feed) {
            String host = "." + feed.getHost().toLowerCase(Locale.ROOT);
            String path = feed.getPath().toLowerCase(Locale.ROOT);
            if (host.endsWith(".reddit.com") && path.endsWith(".json")) {
                return REDDIT;
            }
            if (host.endsWith(".hnrss.org")) {
                return HNRSS;
            }
            boolean atom = path.contains("atom") || ATOM_SITES.stream().anyMatch(site -> host.endsWith("." + site));
            return atom ? ATOM : RSS;
        }

        boolean collects() {
            return this == HNRSS || this == REDDIT;
        }

        String contentType() {
            return switch (this) {
                case ATOM -> "application/atom+xml; charset=utf-8";
                case REDDIT -> "application/json; charset=UTF-8";
                default -> "application/rss+xml; charset=utf-8";
            };
        }
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FeedWriter() {}

    static String write(Feed feed, Wire wire) {
        return switch (Dialect.of(feed.address())) {
            case RSS -> rss(feed, wire.of(feed), wire.now());
            case ATOM -> atom(feed, wire.of(feed), wire.now());
            case HNRSS -> hnrss(feed, wire.pickedBy(feed), wire);
            case REDDIT -> reddit(feed, wire);
        };
    }

    private static String rss(Feed feed, List<Report> reports, Instant now) {
        StringBuilder xml = openRss(feed, now);
        boolean tracked = Seed.share(feed.address().getHost(), "tracked") < 0.3;
        for (Report report : reports) {
            xml.append("<item>\n<title>").append(escape(report.headline())).append("</title>\n<link>");
            xml.append(escape(report.link() + (tracked ? "?utm_source=rss&utm_medium=feed" : "")));
            xml.append("</link>\n<guid isPermaLink=\"true\">")
                    .append(escape(report.link().toString()));
            xml.append("</guid>\n<dc:creator>").append(escape(report.author())).append("</dc:creator>\n");
            xml.append("<category>").append(report.theme().file()).append("</category>\n<pubDate>");
            xml.append(rfc1123(report.published())).append("</pubDate>\n<description>");
            xml.append(escape("<p>" + escape(report.summary()) + "</p>")).append("</description>\n</item>\n");
        }
        return xml.append("</channel>\n</rss>\n").toString();
    }

    private static StringBuilder openRss(Feed feed, Instant now) {
        String host = feed.address().getHost();
        return new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"")
                .append(
                        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n<title>")
                .append(escape(title(feed)))
                .append("</title>\n<link>https://")
                .append(escape(host))
                .append("/</link>\n<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"")
                .append(escape(feed.address().toString()))
                .append(
                        "\"/>\n<description>Invented stories for a trial print.</description>\n<language>en</language>\n<lastBuildDate>")
                .append(rfc1123(now))
                .append("</lastBuildDate>\n<ttl>30</ttl>\n");
    }

    private static String atom(Feed feed, List<Report> reports, Instant now) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n<title>")
                .append(escape(title(feed)))
                .append("</title>\n<id>")
                .append(escape(feed.address().toString()))
                .append("</id>\n<updated>")
                .append(now)
                .append("</updated>\n<link rel=\"self\" href=\"")
                .append(escape(feed.address().toString()))
                .append("\"/>\n");
        for (Report report : reports) {
            xml.append("<entry>\n<author><name>")
                    .append(escape(report.author()))
                    .append("</name></author>\n");
            xml.append("<title type=\"html\">")
                    .append(escape(escape(report.headline())))
                    .append("</title>\n");
            xml.append("<link rel=\"alternate\" type=\"text/html\" href=\"")
                    .append(escape(report.link().toString()));
            xml.append("\"/>\n<id>").append(escape(report.link().toString())).append("</id>\n<published>");
            xml.append(
                    report.published().atOffset(ZoneOffset.ofHours(-5)).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
            xml.append("</published>\n<updated>").append(report.published());
            xml.append("</updated>\n<summary type=\"html\">").append(escape("<p>" + escape(report.summary()) + "</p>"));
            xml.append("</summary>\n</entry>\n");
        }
        return xml.append("</feed>\n").toString();
    }

    private static String hnrss(Feed feed, List<Report> reports, Wire wire) {
        StringBuilder xml = openRss(feed, wire.now());
        for (Report report : reports) {
            Random dice = Seed.random(feed.address(), report.link());
            String comments = "https://news.ycombinator.com/item?id=" + (49_000_000 + dice.nextInt(900_000));
            int points = popularity(dice) / 6 + 5;
            String description =
                    "<p>Article URL: <a href=\"%1$s\">%1$s</a></p>\n<p>Comments URL: <a href=\"%2$s\">%2$s</a></p>\n"
                                    .formatted(report.link(), comments)
                            + "<p>Points: %d</p>\n<p># Comments: %d</p>\n"
                                    .formatted(points, points * dice.nextInt(90) / 100);
            xml.append("<item>\n<title>").append(escape(report.headline())).append("</title>\n<description>");
            xml.append(escape(description)).append("</description>\n<pubDate>");
            xml.append(rfc1123(later(report.published(), dice, wire.now()))).append("</pubDate>\n<link>");
            xml.append(escape(report.link().toString())).append("</link>\n<dc:creator>");
            xml.append(nickname(dice)).append("</dc:creator>\n<comments>").append(comments);
            xml.append("</comments>\n<guid isPermaLink=\"false\">")
                    .append(comments)
                    .append("</guid>\n</item>\n");
        }
        return xml.append("</channel>\n</rss>\n").toString();
    }

    private static String reddit(Feed feed, Wire wire) {
        String room = feed.address().getPath().replaceFirst("^/r/", "").replaceFirst("\\.json$", "");
        List<ObjectNode> posts = new ArrayList<>();
        for (Report report : wire.pickedBy(feed)) {
            Random dice = Seed.random(feed.address(), report.link());
            ObjectNode post = post(room, report.headline(), dice, later(report.published(), dice, wire.now()));
            post.put("url", report.link().toString()).put("domain", report.site());
            post.put("is_self", false).put("selftext", "").putNull("selftext_html");
            posts.add(post);
        }
        posts.add(question(feed, room, wire));
        posts.sort(
                Comparator.comparingInt((ObjectNode post) -> post.path("score").asInt())
                        .reversed());
        ArrayNode children = JSON.arrayNode();
        for (ObjectNode post : posts) {
            children.addObject().put("kind", "t3").set("data", post);
        }
        ObjectNode listing = JSON.objectNode().put("kind", "Listing");
        listing.putObject("data")
                .put("modhash", "")
                .put("dist", posts.size())
                .put("after", posts.get(posts.size() - 1).path("name").asText())
                .set("children", children);
        return listing.toString();
    }

    /** A post that brings its own text. Neighbouring rooms ask different questions. */
    private static ObjectNode question(Feed feed, String room, Wire wire) {
        Grammar.Plot plot = wire.grammar().questions().get(0);
        Random dice = Seed.random(wire.day(), feed.address(), "question");
        Telling telling = new Telling(wire.grammar(), plot, new Telling.Facts(dice.nextLong(), 0), dice.nextLong());
        List<String> titles = plot.lines('H');
        String title =
                telling.tell(titles.get(Math.floorMod(feed.index() + wire.day().getDayOfYear(), titles.size())));
        List<String> text = plot.lines('P').stream().map(telling::tell).toList();
        ObjectNode post = post(room, title, dice, wire.now().minusSeconds(1800 + dice.nextInt(30_000)));
        StringBuilder html = new StringBuilder("<!-- SC_OFF --><div class=\"md\">");
        text.forEach(paragraph -> html.append("<p>").append(escape(paragraph)).append("</p>\n\n"));
        html.append("</div><!-- SC_ON -->");
        return post.put("url", post.path("permalink").asText().replaceFirst("^", "https://old.reddit.com"))
                .put("domain", "self." + room)
                .put("is_self", true)
                .put("selftext", String.join("\n\n", text))
                .put("selftext_html", escape(html.toString()));
    }

    private static ObjectNode post(String room, String title, Random dice, Instant created) {
        String id = Long.toString(36L * 36 * 36 * 36 * 36 * 36 + dice.nextInt(1_500_000_000), 36);
        int score = popularity(dice);
        return JSON.objectNode()
                .put("id", id)
                .put("name", "t3_" + id)
                .put("subreddit", room)
                .put("title", title)
                .put("author", nickname(dice))
                .put("created_utc", (double) created.getEpochSecond())
                .put("score", score)
                .put("ups", score)
                .put("upvote_ratio", 0.97)
                .put("num_comments", 3 + score * (5 + dice.nextInt(30)) / 100)
                .put(
                        "permalink",
                        "/r/" + room + "/comments/" + id + "/"
                                + Wire.slug(title).replace('-', '_') + "/")
                .put("stickied", false)
                .put("over_18", false)
                .put("thumbnail", "default");
    }

    /** Most get little, few get much: 30 to 4,000. */
    private static int popularity(Random dice) {
        return (int) Math.round(30 * Math.pow(133, dice.nextDouble() * dice.nextDouble()));
    }

    private static String nickname(Random dice) {
        List<String> first = List.of("quiet", "second", "mossy", "tin", "late", "paper", "north", "plain");
        List<String> second = List.of("kettle", "heron", "ladder", "biscuit", "tram", "lantern", "comma", "marmot");
        return first.get(dice.nextInt(first.size())) + "_" + second.get(dice.nextInt(second.size()))
                + dice.nextInt(100);
    }

    private static Instant later(Instant published, Random dice, Instant now) {
        Instant later = published.plusSeconds(60 + dice.nextInt(3600));
        return later.isBefore(now) ? later : now.minusSeconds(30);
    }

    private static String title(Feed feed) {
        return feed.address().getHost().replaceFirst("^(www|feeds?|rss)\\.", "") + " (newsstand)";
    }

    private static String rfc1123(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
