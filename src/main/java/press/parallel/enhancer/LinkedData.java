package press.parallel.enhancer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final JsonNode work;
    private final JsonNode root;
    private final JsonNode closed;
    private final boolean video;

    private LinkedData(Finding finding) {
        this.article = finding.article;
        this.work = finding.article.isMissingNode() ? finding.work : finding.article;
        this.root = finding.root;
        this.closed = finding.closed;
        this.video = finding.video;
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
        return new LinkedData(finding);
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

    /** The authors of the article, or of the recipe, review or question that the page is about instead, joined with commas. */
    String authors() {
        Set<String> names = new LinkedHashSet<>();
        JsonNode value = work.path("author");
        value = value.has("@list") ? value.path("@list") : value;
        int left = MOST_NAMES;
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            if (left-- == 0) {
                break;
            }
            JsonNode name = one.path("name");
            if (name.isArray()) {
                name.forEach(part -> names.add(plain(part.asText(""))));
            } else {
                String said = plain(name(one));
                names.add(said.isEmpty() ? plain(referred(one.path("@id").asText(""))) : said);
            }
        }
        return names.stream().filter(name -> !name.isEmpty()).limit(MOST_NAMES).collect(Collectors.joining(", "));
    }

    /** When that was published, as it is said; "" when it is not. */
    String published() {
        String said = plain(name(work.path("datePublished")));
        return said.isEmpty() ? plain(name(work.path("dateCreated"))) : said;
    }

    /** The name of what stands elsewhere in the same block and is referred to by {@code id}, "" when it is not there. */
    private String referred(String id) {
        if (id.isEmpty()) {
            return "";
        }
        Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
        for (int left = MOST_OBJECTS; left > 0 && !open.isEmpty(); left--) {
            JsonNode node = open.removeFirst();
            if (node.has("name") && node.path("@id").asText("").equals(id)) {
                return name(node);
            }
            node.forEach(child -> {
                if (child.isContainerNode()) {
                    open.add(child);
                }
            });
        }
        return "";
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
        private JsonNode work = MissingNode.getInstance();
        private JsonNode root = MissingNode.getInstance();
        private JsonNode closed = MissingNode.getInstance();
        private boolean video;

        void look(JsonNode block) {
            root = block;
            Deque<JsonNode> open = new ArrayDeque<>();
            open.add(block);
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
            if (work.isMissingNode() && isWork(node)) {
                work = node;
            }
        }

        /** Whether a page may be about it although it is no article. Reviews that readers wrote of what a page sells do not say of what. */
        private static boolean isWork(JsonNode node) {
            return node.has("author")
                    && switch (node.path("@type").asText("")) {
                        case "Recipe", "HowTo", "Question", "WebPage" -> true;
                        case "Review" -> node.has("itemReviewed");
                        default -> false;
                    };
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
