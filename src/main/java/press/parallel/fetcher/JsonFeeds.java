package press.parallel.fetcher;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import press.parallel.LossException;

/** Feeds written in JSON: decides which kind a document is and hands it to that kind's reader. */
final class JsonFeeds {
    private JsonFeeds() {}

    /** Whether {@code text} opens like JSON; the content type is no help, servers call feeds anything. */
    static boolean looksLikeJson(String text) {
        int open = start(text, 0);
        int next = start(text, open + 1);
        char first = open < text.length() ? text.charAt(open) : ' ';
        char second = next < text.length() ? text.charAt(next) : first == '{' ? '}' : ']';
        // "[Warning] ..." before the declaration of an XML feed opens nothing.
        return first == '{' && "\"'}/".indexOf(second) >= 0 || first == '[' && !Character.isLetter(second);
    }

    private static int start(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\ufeff' || text.charAt(at) == 0)) {
            at++;
        }
        return at;
    }

    /**
     * @param most entries that are read, the newest
     * @throws LossException when it is not JSON, or JSON of another kind
     */
    static Draft.OfFeed read(String text, URI address, int most) {
        JsonTree tree = JsonTree.read(text, most);
        JsonLocation broken = tree.broken();
        if (broken != null && tree.total() == 0) {
            throw new LossException("feed '" + address + "': expected JSON, but it breaks off or is damaged"
                    + (broken.getLineNr() < 1
                            ? ""
                            : " at line " + broken.getLineNr() + ", column " + broken.getColumnNr()));
        }
        Draft.OfFeed feed = feed(tree.root(), address);
        if (tree.total() > most) {
            feed.notes.add(XmlFeed.tooMany(tree.total(), most));
        }
        return feed;
    }

    private static Draft.OfFeed feed(JsonNode root, URI address) {
        // The page of one Reddit post is a list: the post, then the comments.
        JsonNode document = root.isArray() && root.size() > 0 ? root.get(0) : root;
        if (RedditListing.is(document)) {
            return RedditListing.read(document, address);
        }
        if (JsonFeed.is(document)) {
            return JsonFeed.read(document, address);
        }
        throw new LossException("feed '" + address
                + "': expected a JSON Feed ('version', 'items') or a Reddit listing ('kind', 'data')," + " but found "
                + shape(document));
    }

    private static String shape(JsonNode node) {
        if (!node.isObject() || node.isEmpty()) {
            return node.isArray() ? "an empty list" : node.isObject() ? "an empty object" : "one plain value";
        }
        StringJoiner keys = new StringJoiner("', '", "an object with '", "'");
        Iterator<String> names = node.fieldNames();
        for (int i = 0; i < 5 && names.hasNext(); i++) {
            keys.add(SafeHtml.oneLine(names.next()));
        }
        return keys.toString();
    }

    /** Text or number at {@code name} as text, "" when there is none. */
    static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }

    /** The first of {@code names} that is an address. */
    static @Nullable URI link(JsonNode node, URI base, String... names) {
        for (String name : names) {
            URI link = Links.resolve(base, text(node, name));
            if (link != null) {
                return link;
            }
        }
        return null;
    }

    static @Nullable Instant date(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNumber() ? Dates.ofNumber(value.asLong()) : Dates.parse(value.asText(""));
    }

    /** The elements of a list at {@code name}; none when it is no list. */
    static List<JsonNode> list(JsonNode node, String name) {
        List<JsonNode> found = new ArrayList<>();
        if (node.path(name).isArray()) {
            node.path(name).forEach(found::add);
        }
        return found;
    }
}
