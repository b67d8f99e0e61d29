package press.parallel.fetcher;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** A feed's HTML without anything that acts: no scripts, handlers, frames, forms or styles; links absolute, http(s) only. */
final class SafeHtml {
    private static final Safelist SAFE = Safelist.relaxed()
            .addTags("abbr", "del", "figcaption", "figure", "hr", "ins", "kbd", "mark", "s", "samp", "time", "var")
            .addProtocols("a", "href", "http", "https", "mailto")
            .removeProtocols("a", "href", "ftp");
    private static final Document.OutputSettings COMPACT = new Document.OutputSettings().prettyPrint(false);

    /** Elements whose inside is no text to read. */
    private static final Set<String> ACTIVE =
            Set.of("script", "style", "iframe", "object", "applet", "form", "svg", "math", "button");

    private static final int MAX_DEPTH = 100;
    /** Longest HTML of one entry in characters, a thick book; the rest is cut off. */
    static final int MAX_LENGTH = 1_000_000;
    /** Longest title in characters; the rest is cut off. */
    private static final int MAX_TITLE = 1000;

    private SafeHtml() {}

    /** @param base address that relative links start from */
    static String clean(String html, URI base) {
        if (html.indexOf('<') < 0) {
            // A text without tags: only its references are to be put right.
            return ofText(html.indexOf('&') < 0 ? html : Entities.unescape(html));
        }
        String plain = html.length() > MAX_LENGTH ? null : PlainHtml.clean(html);
        return plain == null ? cleanTree(html, base) : plain;
    }

    /** The same by way of a tree, which knows every rule of HTML. */
    static String cleanTree(String html, URI base) {
        Document safe = new Cleaner(SAFE).clean(parse(html, base.toString()));
        return safe.outputSettings(COMPACT).body().html().strip();
    }

    /** Nesting and length are capped, so that hostile markup costs no more than much markup. */
    static Document parse(String html, String base) {
        String text = html.length() > MAX_LENGTH ? html.substring(0, MAX_LENGTH) : html;
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(text, base);
    }

    /** HTML that shows {@code text} as it is; blank lines part paragraphs where there are several. */
    static String ofText(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        boolean several = false;
        boolean blank = false;
        for (String line : text.strip().split("\n", -1)) {
            if (line.isBlank()) {
                blank = true;
                continue;
            }
            several |= blank;
            out.append(blank ? "</p>\n<p>" : out.length() > 0 ? "\n" : "")
                    .append(Entities.escape(line.strip(), COMPACT));
            blank = false;
        }
        return several ? "<p>" + out + "</p>" : out.toString();
    }

    /** What a reader sees of {@code html}, in one line. */
    static String text(String html) {
        return html.indexOf('<') < 0
                ? oneLine(Entities.unescape(html))
                : oneLine(parse(html, "").text());
    }

    /**
     * HTML source without marks that are none: of CDATA that was escaped, and of escaping a whole text once too often. A text that
     * merely speaks of tags has other words around them.
     */
    static String source(String raw) {
        String text = raw.strip();
        if (text.contains("<![CDATA[")) {
            text = text.replace("<![CDATA[", "").replace("]]>", "").strip();
        }
        if (text.startsWith("&lt;") && text.endsWith("&gt;") && text.indexOf('<') < 0) {
            String once = Entities.unescape(text);
            return hasTags(once) ? once : text;
        }
        return text;
    }

    /**
     * A title that is said to be plain text. Tags that it merely names stay; with attributes, or around a script, they are markup in
     * the wrong place.
     */
    static String plainTitle(String raw) {
        String text = raw.strip();
        String cut = text.length() > MAX_TITLE ? text.substring(0, MAX_TITLE) : text;
        return isMarkup(cut) ? text(cut) : oneLine(cut);
    }

    private static boolean isMarkup(String text) {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            int end = at + 1;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            int close = text.indexOf('>', end);
            String name = text.substring(at + 1, end).toLowerCase(Locale.ROOT);
            if (close >= 0 && Tag.isKnownTag(name)) {
                boolean attributes = text.substring(end, close).indexOf('=') >= 0;
                boolean around =
                        ACTIVE.contains(name) && text.toLowerCase(Locale.ROOT).indexOf("</" + name, close) >= 0;
                if (attributes || around) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * A title as plain text. RSS never said whether titles are HTML: it is read as such only where it holds a tag that HTML knows,
     * so that "3 < 4" and "the <blink> tag" keep their signs.
     */
    static String title(String raw) {
        String text = source(raw);
        String cut = text.length() > MAX_TITLE ? text.substring(0, MAX_TITLE) : text;
        return hasTags(cut) ? text(cut) : oneLine(Entities.unescape(cut));
    }

    /** Whether {@code text} holds at least one tag of HTML. */
    static boolean hasTags(String text) {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            int start = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
            int end = start;
            while (end < text.length() && end - start < 12 && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            boolean closes = end < text.length()
                    && (text.charAt(end) == '>' || text.charAt(end) == '/' || Character.isWhitespace(text.charAt(end)));
            if (closes
                    && end > start
                    && Tag.isKnownTag(text.substring(start, end).toLowerCase(Locale.ROOT))) {
                return text.indexOf('>', end) >= 0;
            }
        }
        return false;
    }

    /** White space of any kind and length becomes one space. */
    static String oneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                space = out.length() > 0;
            } else {
                if (space) {
                    out.append(' ');
                    space = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }
}
