package press.parallel.fetcher;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The value of an element as HTML source or as plain text, by the rules of its format: RSS escapes HTML or forgets to, Atom says
 * which by {@code type}, Atom 0.3 by {@code mode}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287#section-3.1">RFC 4287, 3.1 text constructs and 4.1.3 content</a>
 */
final class Markup {
    private static final Set<String> VOID =
            Set.of("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private Markup() {}

    /** HTML source of an RSS value: escaped HTML, CDATA, or elements that nobody escaped. */
    static String html(Element element) {
        return element.firstElementChild() == null
                ? SafeHtml.source(element.wholeText())
                : inner(element, false).strip();
    }

    /** HTML source of an Atom value. */
    static String atomHtml(Element element) {
        String type = element.attr("type").toLowerCase(Locale.ROOT).strip();
        String mode = element.attr("mode").toLowerCase(Locale.ROOT).strip();
        if (type.equals("xhtml") || type.equals("application/xhtml+xml") || element.firstElementChild() != null) {
            boolean escaped = type.equals("html") || mode.equals("escaped");
            return inner(onlyDiv(element), !escaped).strip();
        }
        String text = element.wholeText().strip();
        if (mode.equals("base64") || isBinary(type)) {
            text = base64(text);
        }
        boolean html = type.contains("html")
                || type.isEmpty() && SafeHtml.hasTags(text)
                || isBinary(type) && SafeHtml.hasTags(text);
        return html ? SafeHtml.source(text) : SafeHtml.ofText(text);
    }

    /** Plain text of an Atom value: only where it is said to be HTML are tags and references read as such. */
    static String atomText(Element element) {
        String type = element.attr("type").toLowerCase(Locale.ROOT).strip();
        boolean plain =
                (type.isEmpty() || type.startsWith("text") && !type.contains("html")) && !element.hasAttr("mode");
        return plain && element.firstElementChild() == null
                ? SafeHtml.plainTitle(element.wholeText())
                : SafeHtml.plainTitle(SafeHtml.text(atomHtml(element)));
    }

    /** The wrapper that XHTML content must have; it carries no meaning but may carry {@code xml:base}. */
    static Element onlyDiv(Element element) {
        Element first = element.firstElementChild();
        return first != null
                        && element.childrenSize() == 1
                        && element.ownText().isBlank()
                        && Names.local(first).equals("div")
                ? first
                : element;
    }

    private static boolean isBinary(String type) {
        return type.contains("/") && !type.startsWith("text/") && !type.endsWith("+xml") && !type.endsWith("/xml");
    }

    private static String base64(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * @param strict XHTML: text is text. Otherwise the feed's writer forgot to escape some tags, and the texts between them are
     *     pieces of HTML source.
     */
    private static String inner(Element element, boolean strict) {
        StringBuilder out = new StringBuilder();
        element.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    String whole = text.getWholeText();
                    boolean source = !strict && depth == 1;
                    out.append(source ? whole : Entities.escape(whole));
                } else if (node instanceof Element child && depth > 0) {
                    out.append('<').append(Names.local(child));
                    for (Attribute attribute : child.attributes()) {
                        if (attribute.getKey().indexOf(':') < 0) {
                            out.append(' ').append(attribute.getKey()).append("=\"");
                            out.append(Entities.escape(attribute.getValue())).append('"');
                        }
                    }
                    out.append('>');
                }
                return out.length() > SafeHtml.MAX_LENGTH ? FilterResult.STOP : FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                if (node instanceof Element child && depth > 0 && !VOID.contains(Names.local(child))) {
                    out.append("</").append(Names.local(child)).append('>');
                }
                return FilterResult.CONTINUE;
            }
        });
        return out.toString();
    }
}
