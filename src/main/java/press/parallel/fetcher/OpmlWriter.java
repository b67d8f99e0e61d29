package press.parallel.fetcher;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Entities;
import press.parallel.fetcher.FeedList.Outline;

/**
 * Writes a feed list as OPML 2.0, folders inside folders, for other readers and for {@link FeedList} to read again: what was read is
 * what is written, addresses, names, folders and order. Feeds that follow one another in a folder stand in one outline.
 *
 * @see <a href="http://opml.org/spec2.opml#subscriptionLists">OPML 2.0, subscription lists</a>
 */
public final class OpmlWriter {
    private final StringBuilder out = new StringBuilder(4096);

    private OpmlWriter() {}

    /** @param title of the list */
    public static String write(String title, List<Outline> feeds) {
        return new OpmlWriter().list(title, feeds);
    }

    private String list(String title, List<Outline> feeds) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head>\n  <title>");
        out.append(escaped(title)).append("</title>\n</head>\n<body>\n");
        List<String> open = new ArrayList<>();
        for (Outline feed : feeds) {
            close(open, common(open, feed.folders()));
            for (String folder :
                    feed.folders().subList(open.size(), feed.folders().size())) {
                line(open.size(), "<outline text=\"" + escaped(folder) + "\">");
                open.add(folder);
            }
            // "text" must be there: OPML 2.0.
            String text = feed.text().isEmpty() ? feed.address().toString() : feed.text();
            line(
                    open.size(),
                    "<outline type=\"rss\" text=\"" + escaped(text) + "\" xmlUrl=\""
                            + escaped(feed.address().toString()) + "\""
                            + (feed.page().isEmpty() ? "" : " htmlUrl=\"" + escaped(feed.page()) + "\"") + "/>");
        }
        close(open, 0);
        return out.append("</body>\n</opml>\n").toString();
    }

    private static int common(List<String> one, List<String> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) && one.get(length).equals(other.get(length))) {
            length++;
        }
        return length;
    }

    private void close(List<String> open, int kept) {
        while (open.size() > kept) {
            open.remove(open.size() - 1);
            line(open.size(), "</outline>");
        }
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth + 1)).append(text).append('\n');
    }

    private static String escaped(String text) {
        return Entities.escape(SafeHtml.oneLine(text))
                .replace("&nbsp;", "&#160;")
                .replace("\"", "&quot;");
    }
}
