package press.parallel.fetcher;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What link aggregators write into a description instead of a text: hnrss gives "Article URL", "Comments URL", "Points" and
 * "# Comments", one paragraph each. The numbers become statistics, the rest is no summary.
 *
 * @see <a href="https://hnrss.github.io/">hnrss</a>
 */
final class Aggregators {
    private static final Set<String> LABELS = Set.of("article url", "comments url", "points", "# comments");

    private Aggregators() {}

    /** Takes points, comments and the discussion's address out of {@code html} into {@code draft}; returns what is left to read. */
    static String summary(String html, Draft draft) {
        if (!html.contains("Points:") && !html.contains("Comments URL:")) {
            return html;
        }
        Document document = SafeHtml.parse(html, "");
        List<Element> lines = document.body().select("> p").stream()
                .filter(line -> LABELS.contains(label(line)))
                .toList();
        if (lines.size() < 2) {
            return html;
        }
        for (Element line : lines) {
            take(line, draft);
            line.remove();
        }
        document.body().select("> hr").remove();
        document.outputSettings().prettyPrint(false);
        return document.body().html().strip();
    }

    private static void take(Element line, Draft draft) {
        String value = line.text().substring(line.text().indexOf(':') + 1).strip();
        switch (label(line)) {
            case "points" -> draft.points = Math.max(0, count(value));
            case "# comments" -> draft.comments = Math.max(0, count(value));
            case "comments url" -> draft.commentsLink = Links.absolute(address(line, value));
            default -> {} // the article's address is the entry's link already
        }
    }

    private static String label(Element line) {
        String text = line.text();
        int colon = text.indexOf(':');
        return colon < 0 ? "" : text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    }

    private static String address(Element line, String value) {
        Element anchor = line.selectFirst("a[href]");
        return anchor != null ? anchor.attr("href") : value;
    }

    /** The number that {@code text} is, at least 0; -1 when it is none. */
    static long count(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(text) : -1;
    }
}
