package press.parallel.enhancer;

import java.net.URI;
import java.util.Iterator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/** Parses pages with jsoup, in time and memory that grow with the page only. No state, safe for use by many threads. */
final class PageParser {
    /** Elements nested deeper are set beside their parents: no walk runs out of stack, and no real page comes near. */
    private static final int DEEPEST = 400;

    /** Pages with fewer characters are too short to do harm and are parsed as they are. */
    private static final int LONG = 500_000;

    /**
     * Elements that are read of a long page; what follows is not. Large pages have some thousands, the HTML standard on one page has
     * 300,000. Characters alone are no measure: unclosed inline markup is set anew in each paragraph, so that three make ten elements.
     */
    private static final int MOST_ELEMENTS = 500_000;

    /** A long page ends before a tag with a longer name, in characters: the parser's time for it grows with the square of that. */
    private static final int LONGEST_NAME = 100_000;

    private PageParser() {}

    /** The page that {@code html} makes, as browsers would read it. */
    static Document parse(String html, URI address) {
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        return html.length() < LONG
                ? parser.parseInput(html, address.toString())
                : start(parser, html.substring(0, sound(html)), address);
    }

    private static Document start(Parser parser, String html, URI address) {
        try (StreamParser stream = new StreamParser(parser).parse(html, address.toString())) {
            Iterator<Element> elements = stream.iterator();
            for (int left = MOST_ELEMENTS; left > 0 && elements.hasNext(); left--) {
                elements.next();
            }
            return stream.document();
        }
    }

    /** Where a tag begins whose name does not end, else the length of {@code html}. */
    private static int sound(String html) {
        int tag = -1;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c <= ' ' || c == '>' || (c == '/' && tag != i - 1)) {
                tag = -1;
            } else if (tag < 0 && c == '<') {
                tag = i;
            } else if (tag >= 0 && i - tag > LONGEST_NAME) {
                return tag;
            }
        }
        return html.length();
    }
}
