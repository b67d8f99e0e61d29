package press.parallel.fetcher;

import java.net.URI;
import java.util.Locale;
import org.jsoup.nodes.Document;
import press.parallel.LossException;

/** Says what an answer is that should have been a feed, and where the page's own feeds are. */
final class NotAFeed {
    private static final int SHOWN = 60;
    /** Signs in which a web page shows that it is one. */
    private static final int OPENING = 100_000;

    private NotAFeed() {}

    /** @param found name of the document's first element, "" when it has none */
    static LossException because(String text, URI address, String found) {
        String start = SafeHtml.oneLine(text.substring(0, Math.min(text.length(), 400)));
        if (start.isEmpty()) {
            return new LossException(
                    "feed '" + address + "': expected <rss>, <feed> or <rdf:RDF>, but the answer was empty");
        }
        if (found.equalsIgnoreCase("opml")) {
            return new LossException(
                    "feed '" + address + "': expected <rss>, <feed> or <rdf:RDF>, but found <opml>, a list of feeds;"
                            + " name it in press.feeds.file to read all of them");
        }
        if (isWebPage(text)) {
            return new LossException(webPage(text, address));
        }
        if (found.equals("rss") || found.equals("rdf:rdf")) {
            return new LossException("feed '" + address + "': expected a <channel> and <item>s, but found <" + found
                    + "> without either");
        }
        if (!found.isEmpty()) {
            return new LossException(
                    "feed '" + address + "': expected <rss>, <feed> or <rdf:RDF>, but found <" + found + ">");
        }
        String shown = start.length() > SHOWN ? start.substring(0, SHOWN) + "\u2026" : start;
        return new LossException(
                "feed '" + address + "': expected <rss>, <feed> or <rdf:RDF>, but found '" + shown + "'");
    }

    static boolean isWebPage(String text) {
        String lower = text.substring(0, Math.min(text.length(), OPENING)).toLowerCase(Locale.ROOT);
        return lower.contains("<html") || lower.contains("<!doctype html") || lower.contains("<body");
    }

    private static String webPage(String text, URI address) {
        Document page = SafeHtml.parse(text, address.toString());
        String title = SafeHtml.oneLine(page.title());
        return "feed '" + address + "': expected <rss>, <feed> or <rdf:RDF>, but found <html>"
                + (title.isEmpty() ? "" : ", a web page called '" + title + "'")
                + AdvertisedFeeds.advice(AdvertisedFeeds.of(page, address));
    }
}
