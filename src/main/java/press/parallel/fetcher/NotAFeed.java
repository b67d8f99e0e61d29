package press.parallel.fetcher;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import press.parallel.LossException;

/** Says what an answer is that should have been a feed, and where the page's own feeds are. */
final class NotAFeed {
    private static final int SHOWN = 60;
    private static final int MAX_ADVERTISED = 5;

    private NotAFeed() {}

    /** @param found name of the document's first element, "" when it has none */
    static LossException because(String text, URI address, String found) {
        String start = SafeHtml.oneLine(text.substring(0, Math.min(text.length(), 400)));
        String lower = text.toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            return new LossException(
                    "feed '" + address + "': expected <rss>, <feed> or <rdf:RDF>, but the answer was empty");
        }
        if (found.equalsIgnoreCase("opml")) {
            return new LossException(
                    "feed '" + address + "': expected <rss>, <feed> or <rdf:RDF>, but found <opml>, a list of feeds;"
                            + " name it in press.feeds.file to read all of them");
        }
        if (lower.contains("<html") || lower.contains("<!doctype html") || lower.contains("<body")) {
            return new LossException(webPage(text, address));
        }
        if (found.equals("rss") || found.equals("rdf:RDF")) {
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

    private static String webPage(String text, URI address) {
        Document page = Jsoup.parse(text, address.toString());
        List<String> feeds = new ArrayList<>();
        for (Element link : page.select("link[rel~=(?i)\\balternate\\b][href]")) {
            String type = link.attr("type").toLowerCase(Locale.ROOT);
            boolean feed =
                    type.contains("rss") || type.contains("atom") || type.contains("feed+json") || type.contains("rdf");
            URI found = feed ? Links.resolve(address, link.attr("href")) : null;
            if (found != null && feeds.size() < MAX_ADVERTISED && !feeds.contains(found.toString())) {
                feeds.add(found.toString());
            }
        }
        String title = SafeHtml.oneLine(page.title());
        return "feed '" + address + "': expected <rss>, <feed> or <rdf:RDF>, but found <html>"
                + (title.isEmpty() ? "" : ", a web page called '" + title + "'")
                + (feeds.isEmpty()
                        ? "; it advertises no feed"
                        : "; put the feed that it advertises on the list instead: " + String.join(", ", feeds));
    }
}
