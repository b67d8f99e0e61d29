package press.parallel.fetcher;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The feeds that a web page offers: what it advertises in its head, in its own order, comments last; where it advertises none, the links in
 * its text that look like one.
 *
 * @see <a href="https://www.rssboard.org/rss-autodiscovery">RSS Autodiscovery</a>
 */
final class AdvertisedFeeds {
    private static final int MAX_FEEDS = 50;
    private static final List<String> COMMENTS =
            List.of("comment", "kommentar", "comentari", "commenti", "reacties", "комментари", "/replies");
    private static final List<String> ENDINGS = List.of(
            "/feed",
            "/rss",
            "/atom",
            ".rss",
            ".atom",
            ".rdf",
            "/rss.xml",
            "/atom.xml",
            "/feed.xml",
            "/index.xml",
            "/feed.json");

    /**
     * One of them.
     *
     * @param title as the page calls it, "" when it does not
     * @param format {@code RSS}, {@code Atom} or {@code JSON Feed}, "" when the page does not say
     * @param comments it brings what readers say, not what the site writes
     */
    record Advertised(URI address, String title, String format, boolean comments) {}

    private AdvertisedFeeds() {}

    /** @return the one to take first */
    static List<Advertised> of(Document page, URI address) {
        Element base = page.selectFirst("base[href]");
        URI start = base == null ? null : Links.resolve(address, base.attr("href"));
        List<Advertised> feeds = new ArrayList<>();
        for (Element link : page.select("link[href]")) {
            String relation = " " + link.attr("rel").toLowerCase(Locale.ROOT).strip() + " ";
            String format = format(link.attr("type").toLowerCase(Locale.ROOT));
            if (relation.contains(" feed ") || relation.contains(" alternate ") && !format.isEmpty()) {
                add(feeds, link, link.attr("title"), format, start == null ? address : start);
            }
        }
        if (feeds.isEmpty()) {
            for (Element link : page.select("a[href]")) {
                String format = format(link.attr("type").toLowerCase(Locale.ROOT));
                if (!format.isEmpty() || looksLikeFeed(link.attr("href"))) {
                    add(feeds, link, link.text(), format, start == null ? address : start);
                }
            }
        }
        feeds.sort(Comparator.comparing(Advertised::comments));
        return feeds;
    }

    private static void add(List<Advertised> feeds, Element link, String title, String format, URI base) {
        URI found = Links.resolve(base, link.attr("href"));
        if (found != null
                && feeds.size() < MAX_FEEDS
                && feeds.stream().noneMatch(feed -> feed.address().equals(found))) {
            String named = SafeHtml.oneLine(title);
            feeds.add(
                    new Advertised(found, named, format, isAboutComments(named) || isAboutComments(found.toString())));
        }
    }

    private static boolean isAboutComments(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return COMMENTS.stream().anyMatch(lower::contains);
    }

    private static boolean looksLikeFeed(String href) {
        String path = href.toLowerCase(Locale.ROOT).replaceFirst("[?#].*", "").replaceFirst("/+$", "");
        return ENDINGS.stream().anyMatch(path::endsWith);
    }

    private static String format(String type) {
        return type.contains("atom")
                ? "Atom"
                : type.contains("rss") || type.contains("rdf") ? "RSS" : type.contains("feed+json") ? "JSON Feed" : "";
    }

    /** The sentence's end: what to put on the list. */
    static String advice(List<Advertised> feeds) {
        if (feeds.isEmpty()) {
            return "; it advertises no feed";
        }
        StringBuilder others = new StringBuilder();
        for (Advertised feed : feeds.subList(1, Math.min(feeds.size(), 5))) {
            others.append(others.length() == 0 ? "; it also has " : ", ").append(feed.address());
            String what = feed.comments() ? "comments" : feed.format();
            others.append(what.isEmpty() ? "" : " (" + what + ")");
        }
        return "; put the feed that it advertises on the list instead: "
                + feeds.get(0).address()
                + (feeds.get(0).format().isEmpty() ? "" : " (" + feeds.get(0).format() + ")") + others;
    }

    /** As {@link #of}, from an answer that was no feed; none when it is no web page either. */
    static List<Advertised> in(byte[] body, URI address, @Nullable String contentType) {
        String text = Charsets.decode(body, contentType == null ? "" : contentType);
        return NotAFeed.isWebPage(text) ? of(SafeHtml.parse(text, address.toString()), address) : List.of();
    }
}
