package press.parallel.enhancer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;

/**
 * What a page says about its article in JSON-LD. Broken blocks are passed over; work is bounded by the number of objects read.
 *
 * @see <a href="https://schema.org/Article">schema.org, Article</a>
 */
final class LinkedData {
    private static final int MOST_OBJECTS = 5000;

    /** Authors and the like that are read. */
    private static final int MOST_NAMES = 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private final JsonNode article;
    private final JsonNode closed;
    private final boolean video;

    private LinkedData(JsonNode article, JsonNode closed, boolean video) {
        this.article = article;
        this.closed = closed;
        this.video = video;
    }

    /** The first object of an article kind that has a headline or a text; without one, everything read from it is empty. */
    static LinkedData of(Marks marks) {
        Finding finding = new Finding();
        for (Marks.Mark mark : marks.all(one -> one.is("script") && one.says("type", "application/ld+json"))) {
            try {
                finding.look(JSON.readTree(json(mark.element().data())));
            } catch (JsonProcessingException broken) {
                // the next block may be whole
            }
            if (!finding.article.isMissingNode()) {
                break;
            }
        }
        return new LinkedData(finding.article, finding.closed, finding.video);
    }

    /** Whether the page says that its text is not free for all. */
    boolean isClosed() {
        return !closed.isMissingNode();
    }

    /** CSS selectors of the parts that are not free for all. */
    List<String> closedParts() {
        List<String> parts = new ArrayList<>();
        JsonNode has = closed.path("hasPart");
        for (JsonNode part : has.isArray() ? has : List.of(has)) {
            String selector = part.path("cssSelector").asText("");
            if (!selector.isBlank() && parts.size() < 10) {
                parts.add(selector);
            }
        }
        return parts;
    }

    /** Whether the page is about a video and no article. */
    boolean isVideo() {
        return video && article.isMissingNode();
    }

    /** A property as plain text, "" when it is not said. */
    String text(String property) {
        return plain(name(article.path(property)));
    }

    /** All names of a property that may hold persons or organisations, joined with commas. */
    String names(String property) {
        JsonNode value = article.path(property);
        List<String> names = new ArrayList<>();
        int left = MOST_NAMES;
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            String name = left-- > 0 ? plain(name(one)) : "";
            if (!name.isEmpty() && !names.contains(name)) {
                names.add(name);
            }
        }
        return String.join(", ", names);
    }

    /** The address in a property that holds an address or an object with {@code url}, "" when it is not said. */
    String address(String property) {
        JsonNode value = article.path(property);
        value = value.isArray() ? value.path(0) : value;
        return value.isTextual()
                ? value.asText()
                : value.path("url").asText(value.path("@id").asText(""));
    }

    /** The article's text with its paragraphs, "" when it is not said. Markup inside is taken out. */
    String body() {
        String body = article.path("articleBody").asText("");
        return body.indexOf('<') >= 0 && body.indexOf('>') > 0
                ? Jsoup.parseBodyFragment(body).body().wholeText()
                : body;
    }

    /** The JSON inside a script, without the comment or CDATA marks that some pages put around it. */
    private static String json(String data) {
        String json = data.strip();
        if (json.startsWith("[") || json.startsWith("{")) {
            return json;
        }
        int from = json.indexOf('{');
        int to = json.lastIndexOf('}');
        return from < 0 || to < from ? "" : json.substring(from, to + 1);
    }

    /** Walks through the objects of a page, the outer ones first, until it has an article. */
    private static final class Finding {
        private int left = MOST_OBJECTS;
        private JsonNode article = MissingNode.getInstance();
        private JsonNode closed = MissingNode.getInstance();
        private boolean video;

        void look(JsonNode root) {
            Deque<JsonNode> open = new ArrayDeque<>();
            open.add(root);
            while (!open.isEmpty() && left-- > 0 && article.isMissingNode()) {
                JsonNode node = open.removeFirst();
                note(node);
                node.forEach(child -> {
                    if (child.isContainerNode()) {
                        open.add(child);
                    }
                });
            }
        }

        private void note(JsonNode node) {
            JsonNode free = node.path("isAccessibleForFree");
            if (closed.isMissingNode()
                    && free.asText("").toLowerCase(Locale.ROOT).endsWith("false")) {
                closed = node;
            }
            video = video || node.path("@type").asText("").equals("VideoObject");
            if (node.isObject() && isArticle(node.path("@type")) && (node.has("headline") || node.has("articleBody"))) {
                article = node;
            }
        }
    }

    private static boolean isArticle(JsonNode type) {
        for (JsonNode one : type.isArray() ? type : List.of(type)) {
            String name = one.asText("").toLowerCase(Locale.ROOT);
            if (name.endsWith("article")
                    || name.endsWith("posting")
                    || name.endsWith("report")
                    || name.endsWith("review")) {
                return true;
            }
        }
        return false;
    }

    private static String name(JsonNode value) {
        JsonNode one = value.isArray() ? value.path(0) : value;
        return one.isValueNode()
                ? one.asText("")
                : one.path("name").asText(one.path("@value").asText(""));
    }

    private static String plain(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0
                ? text.strip()
                : Jsoup.parseBodyFragment(text).text().strip();
    }
}
