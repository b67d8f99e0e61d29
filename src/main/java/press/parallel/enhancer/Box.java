package press.parallel.enhancer;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Tells boxes, such as figures, captions and offers, from what is too large for one, whatever the page calls it. Larger ones are not
 * read as boxes: many may be inside each other, and many questions may be asked of one, so that only their size keeps the time linear.
 */
final class Box {
    /** Most nodes in a box: elements, pieces of text and comments. The largest galleries come near. */
    private static final int MOST_NODES = 500;

    /** Most characters in a box, white space included. */
    private static final int MOST_CHARS = 20_000;

    private Box() {}

    /** Whether {@code element} has the size of a box. Takes no longer than for the largest box. */
    static boolean isSizeOf(Element element) {
        return element.childNodeSize() <= MOST_NODES
                && element.nodeStream().limit(MOST_NODES + 1L).count() <= MOST_NODES
                && element.nodeStream().mapToInt(Box::chars).sum() <= MOST_CHARS;
    }

    private static int chars(Node node) {
        return node instanceof TextNode text ? text.getWholeText().length() : 0;
    }
}
