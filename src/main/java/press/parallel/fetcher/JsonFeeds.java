package press.parallel.fetcher;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
    /** Jackson's own limits hold: 1000 levels, 20 MB for one text. A mapper is thread-safe. */
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonFeeds() {}

    /** Whether {@code text} opens like JSON; the content type is no help, servers call feeds anything. */
    static boolean looksLikeJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && c != '\ufeff' && c != 0) {
                return c == '{' || c == '[';
            }
        }
        return false;
    }

    /** @throws LossException when it is not JSON, or JSON of another kind */
    static Draft.OfFeed read(String text, URI address) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text.strip());
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null || at.getLineNr() < 1
                    ? ""
                    : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new LossException("feed '" + address + "': expected JSON, but it breaks off or is damaged" + where);
        }
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
        return value.isNumber() ? Instant.ofEpochSecond(value.asLong()) : Dates.parse(value.asText(""));
    }

    /** The elements of a list at {@code name}, at most {@link XmlFeed#MAX_ENTRIES}; none when it is no list. */
    static List<JsonNode> list(JsonNode node, String name) {
        List<JsonNode> found = new ArrayList<>();
        if (node.path(name).isArray()) {
            for (JsonNode element : node.path(name)) {
                if (found.size() < XmlFeed.MAX_ENTRIES) {
                    found.add(element);
                }
            }
        }
        return found;
    }
}
