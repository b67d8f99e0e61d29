package press.parallel.fetcher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * JSON as a tree, as far as it can be read: of a document that breaks off the whole entries stay, of one with too many the newest.
 * Comments, single quotes, commas too many and bare control signs are forgiven. Jackson's own limits hold: 1000 levels, 20 MB for
 * one text.
 *
 * @param total entries that were whole
 * @param broken where reading had to end, null when the document is sound
 */
record JsonTree(JsonNode root, int total, @Nullable JsonLocation broken) {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** Lists of entries, in JSON Feed and in Reddit's listings. */
    private static final Set<String> ENTRIES = Set.of("items", "children");
    /** Levels at which they stand. */
    private static final int DEEPEST = 4;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static JsonTree read(String text, int most) {
        return new Builder(most).read(text);
    }

    private static final class Builder {
        private final int most;
        private final Deque<ContainerNode<?>> open = new ArrayDeque<>();
        private JsonNode root = MissingNode.getInstance();
        private String name = "";
        private @Nullable ArrayNode entries;
        /** Level of the entries' list. */
        private int level;

        private int total;

        Builder(int most) {
            this.most = most;
        }

        JsonTree read(String text) {
            JsonLocation broken = null;
            try (JsonParser parser = FACTORY.createParser(text.strip())) {
                try {
                    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                        take(token, parser);
                    }
                } catch (JsonProcessingException e) {
                    broken = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e); // a text in memory
            }
            ArrayNode list = entries;
            if (list != null && open.size() > level && open.stream().anyMatch(node -> node == list)) {
                list.remove(list.size() - 1);
            }
            prune();
            return new JsonTree(root, total, broken);
        }

        private void take(JsonToken token, JsonParser parser) throws IOException {
            switch (token) {
                case START_OBJECT -> open(NODES.objectNode());
                case START_ARRAY -> {
                    ArrayNode list = NODES.arrayNode();
                    open(list);
                    if (entries == null && ENTRIES.contains(name) && open.size() <= DEEPEST) {
                        entries = list;
                        level = open.size();
                    }
                }
                case END_OBJECT, END_ARRAY -> close();
                case FIELD_NAME -> name = parser.currentName();
                case VALUE_STRING -> add(NODES.textNode(parser.getText()));
                case VALUE_NUMBER_INT ->
                    add(
                            parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                                    ? NODES.numberNode(parser.getDoubleValue())
                                    : NODES.numberNode(parser.getLongValue()));
                case VALUE_NUMBER_FLOAT -> add(NODES.numberNode(parser.getDoubleValue()));
                case VALUE_TRUE, VALUE_FALSE -> add(NODES.booleanNode(token == JsonToken.VALUE_TRUE));
                default -> add(NODES.nullNode());
            }
        }

        private void open(ContainerNode<?> node) {
            add(node);
            open.push(node);
        }

        private void add(JsonNode node) {
            ContainerNode<?> parent = open.peek();
            if (parent instanceof ObjectNode object) {
                object.set(name, node);
            } else if (parent instanceof ArrayNode list) {
                list.add(node);
            } else if (root.isMissingNode()) {
                root = node;
            }
        }

        private void close() {
            open.pop();
            ArrayNode list = entries;
            if (list != null && open.size() == level && open.peek() == list) {
                total++;
                if (list.size() >= 2L * most + 64) {
                    prune();
                }
            }
        }

        /** Keeps the newest, in their old order. Entries without a date count as new. */
        private void prune() {
            ArrayNode list = entries;
            if (list == null || list.size() <= most) {
                return;
            }
            Instant[] dates = new Instant[list.size()];
            for (int i = 0; i < dates.length; i++) {
                dates[i] = date(list.get(i));
            }
            List<JsonNode> kept = new ArrayList<>(most);
            IntStream.range(0, dates.length)
                    .boxed()
                    .sorted(Comparator.<Integer, Instant>comparing(i -> dates[i])
                            .reversed()
                            .thenComparing(i -> i))
                    .limit(most)
                    .sorted()
                    .forEach(i -> kept.add(list.get(i)));
            list.removeAll();
            list.addAll(kept);
        }

        private static Instant date(JsonNode entry) {
            JsonNode fields = entry.path("data").isObject() ? entry.path("data") : entry;
            for (String wanted : List.of("date_published", "date_modified", "created_utc")) {
                Instant date = JsonFeeds.date(fields, wanted);
                if (date != null) {
                    return date;
                }
            }
            return Instant.MAX;
        }
    }
}
