package press.parallel.enhancer;

import java.util.StringJoiner;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Tells tables of data from tables that only lay out a page. */
final class Tables {
    /** A cell with more text than this, in characters, is a column of prose. */
    private static final int LONGEST_CELL = 600;

    private Tables() {}

    /** Whether the table is rows of short values: at least two rows and two columns, nothing nested, no cell of running text. */
    static boolean holdsData(Element table) {
        if (table.selectFirst("table table, form, iframe, h1, h2, article, section") != null && nests(table)) {
            return false;
        }
        Elements rows = table.select("tr");
        int wide = 0;
        for (Element row : rows) {
            int cells = 0;
            for (Element cell : row.children()) {
                cells++;
                if (cell.select("p").size() > 3 || cell.text().length() > LONGEST_CELL) {
                    return false;
                }
            }
            wide += cells >= 2 ? 1 : 0;
        }
        return wide >= 2;
    }

    private static boolean nests(Element table) {
        return table.select("table").size() > 1 || table.selectFirst("form, iframe, h1, article, section") != null;
    }

    /** The table as text: a line for each row, cells apart by a space. */
    static String text(Element table) {
        StringJoiner lines = new StringJoiner("\n");
        for (Element row : table.select("caption, tr")) {
            StringJoiner line = new StringJoiner(" ");
            if (row.normalName().equals("caption")) {
                line.add(row.text());
            }
            for (Element cell : row.children()) {
                String value = cell.text();
                if (!value.isEmpty()) {
                    line.add(value);
                }
            }
            if (line.length() > 0) {
                lines.add(line.toString());
            }
        }
        return lines.toString();
    }
}
