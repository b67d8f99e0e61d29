package press.parallel.enhancer;

import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;
import press.parallel.Picture;

/**
 * Sets blocks as plain text and as clean HTML: paragraphs, headings h2 to h4, lists, quotations, tables, listings, figures and inline markup.
 * Whatever passed the reading, jsoup's {@link Safelist} has the last word: no scripts, styles or handlers, links and pictures http(s)
 * only. No state, safe for use by many threads.
 */
final class Typesetter {
    private static final Safelist SAFE = new WebAddresses()
            .addTags(
                    "a",
                    "abbr",
                    "b",
                    "blockquote",
                    "br",
                    "cite",
                    "code",
                    "del",
                    "em",
                    "figcaption",
                    "figure",
                    "h2",
                    "h3",
                    "h4",
                    "i",
                    "img",
                    "ins",
                    "kbd",
                    "li",
                    "ol",
                    "p",
                    "pre",
                    "q",
                    "samp",
                    "strong",
                    "sub",
                    "sup",
                    "ul",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "td",
                    "th")
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan");

    private static final Document.OutputSettings PLAIN = new Document.OutputSettings().prettyPrint(false);

    private Typesetter() {}

    /** Lets addresses of the web pass as they are: they are absolute already, and the Safelist would resolve each once more. */
    private static final class WebAddresses extends Safelist {
        @Override
        public boolean isSafeAttribute(String tag, Element element, Attribute attribute) {
            boolean address =
                    attribute.getKey().equals("href") || attribute.getKey().equals("src");
            return super.isSafeAttribute(tag, element, attribute) && (!address || Links.isWeb(attribute.getValue()));
        }
    }

    /** Paragraphs apart by a blank line, items and rows on lines of their own. */
    static String text(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        @Nullable Element list = null;
        for (Block block : blocks) {
            if (block.is(Block.Kind.PICTURE)) {
                continue;
            }
            if (text.length() > 0) {
                text.append(list != null && list.equals(block.list()) ? "\n" : "\n\n");
            }
            text.append(block.text());
            list = block.list();
        }
        return text.toString();
    }

    /** The same as HTML. */
    static String html(List<Block> blocks) {
        StringBuilder html = new StringBuilder();
        @Nullable Element list = null;
        boolean quoted = false;
        for (Block block : blocks) {
            boolean same = Objects.equals(list, block.list()) && quoted == block.quoted();
            if (list != null && !same) {
                html.append(ordered(list) ? "</ol>" : "</ul>");
            }
            if (quoted != block.quoted()) {
                html.append(quoted ? "</blockquote>" : "<blockquote>");
            }
            list = same ? list : null;
            quoted = block.quoted();
            if (block.list() != null && list == null) {
                list = block.list();
                html.append(ordered(list) ? "<ol>" : "<ul>");
            }
            set(block, html);
        }
        if (list != null) {
            html.append(ordered(list) ? "</ol>" : "</ul>");
        }
        html.append(quoted ? "</blockquote>" : "");
        return clean(html.toString());
    }

    private static boolean ordered(Element list) {
        return list.normalName().equals("ol");
    }

    private static void set(Block block, StringBuilder html) {
        String tag = block.list() != null ? "li" : block.is(Block.Kind.HEADING) ? "h" + block.level() : "p";
        switch (block.kind()) {
            case TABLE -> html.append(wrap(block, block.html()));
            case PICTURE -> picture(Objects.requireNonNull(block.picture()), html);
            case LISTING -> html.append(wrap(block, "<pre>" + block.html() + "</pre>"));
            default ->
                html.append('<')
                        .append(tag)
                        .append('>')
                        .append(block.html())
                        .append("</")
                        .append(tag)
                        .append('>');
        }
    }

    private static void picture(Picture picture, StringBuilder html) {
        html.append("<figure><img src=\"")
                .append(Entities.escape(picture.address().toString()));
        html.append("\" alt=\"").append(Entities.escape(picture.alt())).append('"');
        if (picture.width() > 0 && picture.height() > 0) {
            html.append(" width=\"").append(picture.width()).append('"');
            html.append(" height=\"").append(picture.height()).append('"');
        }
        html.append('>');
        if (!picture.caption().isEmpty()) {
            html.append("<figcaption>")
                    .append(Entities.escape(picture.caption()))
                    .append("</figcaption>");
        }
        html.append("</figure>");
    }

    private static String wrap(Block block, String html) {
        return block.list() != null ? "<li>" + html + "</li>" : html;
    }

    private static String clean(String html) {
        return Jsoup.clean(html, "", SAFE, PLAIN);
    }
}
