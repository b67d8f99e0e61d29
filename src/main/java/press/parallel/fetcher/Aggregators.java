package press.parallel.fetcher;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What link aggregators write into a description instead of a text: hnrss gives "Article URL", "Comments URL", "Points" and
 * "# Comments", one paragraph each. The numbers become statistics, the rest is no summary.
 *
 * @see <a href="https://hnrss.github.io/">hnrss</a>
 */
final class Aggregators {
    private Aggregators() {}

    /** Takes points, comments and the discussion's address out of {@code html} into {@code draft}; returns what is left to read. */
    static String summary(String html, Draft draft) {
        if (!html.contains("Points:") && !html.contains("Comments URL:")) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html);
        int lines = 0;
        for (Element line : document.body().select("> p")) {
            lines += take(line, draft) ? 1 : 0;
        }
        if (lines < 2) {
            return html;
        }
        document.body().select("> hr").remove();
        document.outputSettings().prettyPrint(false);
        return document.body().html().strip();
    }

    private static boolean take(Element line, Draft draft) {
        String text = line.text().strip().toLowerCase(Locale.ROOT);
        int colon = text.indexOf(':');
        String label = colon < 0 ? "" : text.substring(0, colon);
        long count = Math.max(0, count(text.substring(colon + 1).strip()));
        switch (label) {
            case "points" -> draft.points = count;
            case "# comments", "comments" -> draft.comments = count;
            case "comments url" -> draft.commentsLink = Links.absolute(text(line));
            case "article url" -> {}
            default -> {
                return false;
            }
        }
        line.remove();
        return true;
    }

    private static String text(Element line) {
        Element anchor = line.selectFirst("a[href]");
        return anchor != null
                ? anchor.attr("href")
                : line.text().substring(line.text().indexOf(':') + 1);
    }

    /** The number that {@code text} is, at least 0; -1 when it is none. */
    static long count(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(text) : -1;
    }
}
