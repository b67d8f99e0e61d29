package press.parallel.enhancer;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Tells tables of data from tables that only lay out a page. */
final class Tables {
    /** A cell with more text than this, in characters, is a column of prose. */
    private static final int LONGEST_CELL = 600;

    /** Rows that are looked at: the rest is like them. */
    private static final int SAMPLE = 200;

    /** What no table of data has inside. */
    private static final Set<String> LAYOUT = Set.of("table", "form", "iframe", "h1", "article", "section");

    private Tables() {}

    /** Whether the table is rows of short values: at least two rows of two columns, nothing nested, no cell of running text. */
    static boolean holdsData(Element table) {
        // Ends at the first table inside: otherwise the innermost one would be walked once for each around it.
        if (table.stream().skip(1).anyMatch(inside -> LAYOUT.contains(inside.normalName()))) {
            return false;
        }
        int wide = 0;
        int looked = 0;
        for (Element row : table.select("tr")) {
            for (Element cell : row.children()) {
                if (cell.select("p").size() > 3 || cell.text().length() > LONGEST_CELL) {
                    return false;
                }
            }
            wide += row.childrenSize() >= 2 ? 1 : 0;
            if (++looked == SAMPLE) {
                break;
            }
        }
        return wide >= 2;
    }
}
