package press.parallel.newsstand;

import static press.parallel.newsstand.FeedWriter.escape;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.parallel.Feed;

/**
 * The feeds of a {@link Wide} web. A feed is put together from ready parts in some microseconds, a page from the plots of its theme; only the
 * feed list is kept.
 */
final class WideShelf implements Shelf {
    private static final Pattern STORY = Pattern.compile("/stories/(\\d{1,9})-(\\d{1,9})/[a-z-]*");
    private static final List<String> SYLLABLES = List.of(
            "ka", "ve", "lor", "min", "tas", "ro", "bel", "du", "sen", "ga", "rim", "po", "wick", "ly", "har", "to");
    private static final List<String> BEGINNINGS = List.of(
            "Council of %s buys back",
            "Harbour crew from %s repairs",
            "School choir of %s opens",
            "Volunteers in %s restore",
            "Engineers at %s test",
            "Night market of %s moves to",
            "Readers in %s name",
            "Rain over %s closes");
    private static final List<String> ENDINGS = List.of(
            "the old %s bridge",
            "a library in %s",
            "the %s tram depot",
            "an orchard near %s",
            "the clock tower of %s",
            "seven boats from %s",
            "a workshop in %s",
            "the last mill of %s");
    private static final String DESCRIPTION = escape(
            "<p>What was planned for years took an afternoon, and most of the town came to see it. The full report tells how.</p>");
    private static final int FASTEST_MILLIS = 50;
    private static final int SLOWEST_MILLIS = 300;
    private static final Duration NEWEST = Duration.ofMinutes(10);
    /** Where entries begin that do not lead. */
    private static final Duration BEHIND = Duration.ofHours(30);

    private static final int DRAWN_MINUTES = 30 * 60;

    private final List<Feed> list;
    private final Map<String, Feed> byKey = new HashMap<>();
    private final Map<URI, Long> millis;
    private final Map<Theme, Grammar> grammars = new EnumMap<>(Theme.class);
    private final Wide wide;
    private final Instant now;

    WideShelf(List<Feed> list, Instant now, Wide wide) {
        this.list = List.copyOf(list);
        this.wide = wide;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.millis = wide.quick() ? Map.of() : Latencies.ofFeeds(list);
        for (Feed feed : list) {
            byKey.put(Shelf.key(feed.address()), feed);
            grammars.computeIfAbsent(Theme.of(feed), Grammar::of);
        }
    }

    @Override
    public boolean hasFeed(URI address) {
        return byKey.containsKey(Shelf.key(address));
    }

    @Override
    public Answer find(Asked asked, URI address) {
        Feed feed = byKey.get(Shelf.key(address));
        if (feed != null) {
            return write(feed).unlessKnown(asked);
        }
        Matcher story = STORY.matcher(address.getRawPath());
        if (story.matches()) {
            long place = Long.parseLong(story.group(1));
            long entry = Long.parseLong(story.group(2));
            if (place < list.size() && entry < wide.entries()) {
                return page(list.get((int) place), (int) entry);
            }
        }
        return FullShelf.notFound(address);
    }

    private long millis(URI address) {
        if (wide.quick()) {
            return FASTEST_MILLIS + Math.round((SLOWEST_MILLIS - FASTEST_MILLIS) * Seed.share("quick", address));
        }
        Long ofFeed = millis.get(address);
        return ofFeed != null ? ofFeed : Latencies.ofArticle(address);
    }

    private Answer write(Feed feed) {
        StringBuilder xml = new StringBuilder(600 + 700 * wide.entries())
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">\n<channel>\n<title>")
                .append(escape(feed.address().getHost() + feed.address().getPath()))
                .append("</title>\n<link>https://")
                .append(feed.address().getHost())
                .append("/</link>\n<description>Invented stories to measure with.</description>\n");
        for (int entry = 0; entry < wide.entries(); entry++) {
            String headline = headline(feed, entry);
            URI link = link(feed, entry, headline);
            xml.append("<item>\n<title>").append(headline).append("</title>\n<link>");
            xml.append(link).append("</link>\n<guid>").append(link).append("</guid>\n<pubDate>");
            xml.append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    published(feed, entry).atOffset(ZoneOffset.UTC)));
            xml.append("</pubDate>\n<description>").append(DESCRIPTION).append("</description>\n</item>\n");
        }
        byte[] body = xml.append("</channel>\n</rss>\n").toString().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of(
                "Content-Type", "application/rss+xml; charset=utf-8",
                "Cache-Control", "max-age=0",
                "ETag", "\"" + Long.toHexString(Seed.of(feed.address(), now)) + "\"");
        return new Answer(200, headers, body, null, millis(feed.address()));
    }

    private Answer page(Feed feed, int entry) {
        Report report = report(feed, entry);
        List<Report> others = new ArrayList<>();
        for (int other = 0; other < Math.min(5, wide.entries()); other++) {
            if (other != entry) {
                others.add(report(feed, other));
            }
        }
        return Answer.of(200, "text/html; charset=utf-8", PageWriter.write(report, others), millis(report.link()));
    }

    private Report report(Feed feed, int entry) {
        Theme theme = Theme.of(feed);
        Grammar grammar = grammars.computeIfAbsent(theme, Grammar::of);
        String headline = headline(feed, entry);
        Random dice = Seed.random("report", feed.address(), entry);
        return new Report(
                theme,
                grammar,
                grammar.plots().get(dice.nextInt(grammar.plots().size())),
                new Telling.Facts(dice.nextLong(), 0),
                link(feed, entry, headline),
                headline,
                name(dice) + " " + name(dice),
                published(feed, entry));
    }

    private Instant published(Feed feed, int entry) {
        int leading = wide.leading().getOrDefault(feed.address(), 0);
        Duration age;
        if (wide.leading().isEmpty()) {
            age = NEWEST.plusSeconds(Math.round(60.0 * DRAWN_MINUTES * Seed.share("age", feed.address(), entry)));
        } else {
            age = (entry < leading ? NEWEST : BEHIND).plusMinutes(entry).plusSeconds(feed.index() % 60);
        }
        return now.minus(age);
    }

    private static URI link(Feed feed, int entry, String headline) {
        return URI.create("https://" + feed.address().getHost() + "/stories/" + feed.index() + "-" + entry + "/"
                + Wire.slug(headline));
    }

    /** No two are alike: each has two names of its own. */
    private static String headline(Feed feed, int entry) {
        Random dice = Seed.random("headline", feed.address(), entry);
        String beginning = BEGINNINGS.get(dice.nextInt(BEGINNINGS.size()));
        String ending = ENDINGS.get(dice.nextInt(ENDINGS.size()));
        return beginning.replace("%s", name(dice)) + " " + ending.replace("%s", name(dice));
    }

    private static String name(Random dice) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            name.append(SYLLABLES.get(dice.nextInt(SYLLABLES.size())));
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }
}
