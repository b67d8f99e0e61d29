package press.parallel.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import press.parallel.TextTable;

/** What {@code feed} tells, for people: each feed with its entries, a line each. */
final class FeedTable {
    /** A terminal is about so wide; longer titles are cut. */
    private static final int TITLE = 70;

    private FeedTable() {}

    /** @param answer as {@code feed} prints it */
    static List<String> lines(ObjectNode answer) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> feed : answer.properties()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(Console.clean(feed.getKey()));
            if (feed.getValue().path("ok").asBoolean()) {
                tell(feed.getValue(), lines);
            } else {
                lines.add(
                        "  could not be read: " + feed.getValue().path("error").asText());
                offer(feed.getValue(), lines);
            }
        }
        return lines;
    }

    /** The feeds that a web page advertises, the one that is best taken first. */
    private static void offer(JsonNode page, List<String> lines) {
        String take = page.path("take").asText();
        for (JsonNode feed : page.path("feeds")) {
            String url = Console.clean(feed.path("url").asText());
            String title = Console.clean(feed.path("title").asText());
            lines.add((url.equals(take) ? "  take " : "    or ") + url + " ("
                    + feed.path("format").asText()
                    + (title.isBlank() ? "" : ", '" + title + "'")
                    + (feed.path("comments").asBoolean() ? ", comments" : "") + ")");
        }
    }

    private static void tell(JsonNode feed, List<String> lines) {
        JsonNode entries = feed.path("entries");
        lines.add("  " + named(feed.path("feed").path("title").asText(), "without a title") + " · "
                + named(feed.path("feed").path("link").asText(""), "without a page") + " · " + entries.size()
                + (entries.size() == 1 ? " entry" : " entries"));
        feed.path("notes").forEach(note -> lines.add("  " + Console.clean(note.asText())));
        if (entries.isEmpty()) {
            return;
        }
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("published (UTC)", "title", "author", "text", "link"));
        for (JsonNode entry : entries) {
            int signs = Math.max(
                    text(entry, "summary").length(), text(entry, "content").length());
            rows.add(List.of(
                    published(entry),
                    cut(named(text(entry, "title"), "(no title)")),
                    text(entry, "author"),
                    signs,
                    text(entry, "link")));
        }
        TextTable.of(rows).lines().map("  "::concat).forEach(lines::add);
    }

    /** To the minute; "" when the feed does not say. */
    private static String published(JsonNode entry) {
        String said = text(entry, "published").isEmpty() ? text(entry, "updated") : text(entry, "published");
        return said.length() < 16 ? said : said.substring(0, 16).replace('T', ' ');
    }

    private static String text(JsonNode entry, String name) {
        return entry.path(name).isTextual() ? Console.clean(entry.path(name).asText()) : "";
    }

    private static String named(String text, String otherwise) {
        return text.isBlank() || text.equals("null") ? otherwise : Console.clean(text);
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, TITLE - 1)) + "…";
    }
}
