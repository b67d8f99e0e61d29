package press.parallel.fetcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.StringJoiner;

/**
 * JSON Feed 1.0 and 1.1.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class JsonFeed {
    private JsonFeed() {}

    /** Versions are written in many ways; what makes it a feed is that it has items. */
    static boolean is(JsonNode document) {
        return document.path("items").isArray()
                && (document.path("version").asText("").contains("jsonfeed")
                        || document.has("title")
                        || document.has("home_page_url"));
    }

    static Draft.OfFeed read(JsonNode document, URI address) {
        Draft.OfFeed feed = new Draft.OfFeed();
        feed.title = SafeHtml.title(JsonFeeds.text(document, "title"));
        feed.link = JsonFeeds.link(document, address, "home_page_url");
        for (JsonNode item : JsonFeeds.list(document, "items")) {
            if (item.isObject()) {
                feed.entries.add(entry(item, document, address));
            }
        }
        return feed;
    }

    private static Draft entry(JsonNode item, JsonNode document, URI address) {
        Draft draft = new Draft();
        draft.id = JsonFeeds.text(item, "id").strip();
        draft.title = SafeHtml.title(JsonFeeds.text(item, "title"));
        draft.link = JsonFeeds.link(item, address, "url", "external_url");
        if (draft.link == null) {
            draft.link = Links.absolute(draft.id);
        }
        String html = JsonFeeds.text(item, "content_html");
        draft.content = html.isBlank()
                ? SafeHtml.ofText(JsonFeeds.text(item, "content_text"))
                : Aggregators.summary(
                        SafeHtml.clean(SafeHtml.source(html), draft.link == null ? address : draft.link), draft);
        draft.summary = SafeHtml.ofText(JsonFeeds.text(item, "summary"));
        draft.author = author(item).isEmpty() ? author(document) : author(item);
        draft.published = JsonFeeds.date(item, "date_published");
        draft.updated = JsonFeeds.date(item, "date_modified");
        draft.image = JsonFeeds.link(item, address, "image", "banner_image");
        for (JsonNode attachment : JsonFeeds.list(item, "attachments")) {
            draft.enclosure = draft.enclosure != null ? draft.enclosure : JsonFeeds.link(attachment, address, "url");
        }
        for (JsonNode tag : JsonFeeds.list(item, "tags")) {
            if (!tag.asText("").isBlank() && draft.categories.size() < XmlEntry.MAX_CATEGORIES) {
                draft.categories.add(SafeHtml.oneLine(tag.asText()));
            }
        }
        return draft;
    }

    /** {@code authors} of 1.1, else {@code author} of 1.0. */
    private static String author(JsonNode node) {
        StringJoiner names = new StringJoiner(", ");
        for (JsonNode author : JsonFeeds.list(node, "authors")) {
            String name = SafeHtml.oneLine(JsonFeeds.text(author, "name"));
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names.length() > 0 ? names.toString() : SafeHtml.oneLine(JsonFeeds.text(node.path("author"), "name"));
    }
}
