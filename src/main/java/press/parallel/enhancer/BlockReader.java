package press.parallel.enhancer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import press.parallel.Picture;

/**
 * Reads a page in one walk into its blocks of text, in order. Boilerplate is passed over; elements that never hold text are not
 * entered. The walk does not recurse, and work and memory grow with the page only. One reader reads one page, on one thread.
 */
final class BlockReader implements NodeFilter {
    /** Deeper inline markup is read as plain text, so that nesting cannot multiply the output. */
    private static final int INLINE_DEPTH = 8;

    /** Most characters of HTML in one block: a page of ampersands alone would be five times as long as HTML. */
    private static final int LONGEST_HTML = 32_000_000;

    private static final int LONGEST_REFERENCE = 12;

    private static final Set<String> SILENT = names("""
            script style noscript template svg iframe object embed video audio canvas picture img map head link meta
            button select textarea input option datalist dialog nav figcaption progress meter title frameset applet
            """);
    private static final Set<String> BLOCKS = names("""
            address article aside blockquote body caption center dd details dir div dl dt fieldset figure footer form h1
            h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p pre section summary table tbody td tfoot th thead tr
            ul
            """);
    private static final Map<String, String> INLINE = Map.ofEntries(
            Map.entry("em", "em"),
            Map.entry("i", "em"),
            Map.entry("strong", "strong"),
            Map.entry("b", "strong"),
            Map.entry("code", "code"),
            Map.entry("tt", "code"),
            Map.entry("kbd", "kbd"),
            Map.entry("samp", "samp"),
            Map.entry("var", "var"),
            Map.entry("sub", "sub"),
            Map.entry("sup", "sup"),
            Map.entry("q", "q"),
            Map.entry("cite", "cite"),
            Map.entry("del", "del"),
            Map.entry("s", "del"),
            Map.entry("strike", "del"),
            Map.entry("ins", "ins"),
            Map.entry("abbr", "abbr"),
            Map.entry("a", "a"));

    private record Inline(Element element, String open, String close) {}

    private static final Set<String> FIGURE_OF_TEXT = Set.of("table", "pre", "blockquote", "p", "li");

    private static final Set<String> PICTURES = Set.of("img", "picture", "figure", "video", "iframe", "svg");

    private static final Pattern IMAGE_FILE =
            Pattern.compile("\\.(jpe?g|png|gif|webp|avif)($|[?#])", Pattern.CASE_INSENSITIVE);

    /** What holds a picture with its caption, where the page has no figures. */
    private static final Pattern PICTURED = Pattern.compile("caption|thumbnail", Pattern.CASE_INSENSITIVE);

    private static final int MOST_PICTURES = 1000;

    private final Boilerplate boilerplate;
    private final List<Block> blocks = new ArrayList<>();
    private final Deque<Element> lists = new ArrayDeque<>();
    private final List<Inline> inline = new ArrayList<>();
    private int written;
    private int links;
    private int quotes;
    private int pictures;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private int chars;
    private int linkChars;
    private int firstLink = -1;
    private int afterLink;
    private int breaks;
    private boolean space;
    private Element source;
    private boolean underPicture;

    private BlockReader(Element body, Boilerplate boilerplate) {
        this.source = body;
        this.boilerplate = boilerplate;
    }

    /** The blocks below {@code body}, in page order. */
    static List<Block> read(Element body, Boilerplate boilerplate) {
        BlockReader reader = new BlockReader(body, boilerplate);
        NodeTraversor.filter(reader, body);
        reader.flush();
        return reader.blocks;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode run) {
            write(run.getWholeText());
        } else if (node instanceof Element element) {
            return enter(element);
        }
        return FilterResult.CONTINUE;
    }

    /** A heading that opens what stands beneath it, as questions and answers are set. */
    private static boolean isHeadingButton(Element element, String name) {
        Element around = element.parent();
        return name.equals("button")
                && around != null
                && switch (around.normalName()) {
                    case "h2", "h3", "h4", "h5", "h6", "dt", "summary" -> true;
                    default -> false;
                };
    }

    /** The raised number that leads to a note: without its link it says nothing. */
    private static boolean isReference(Element element, String name) {
        if (!name.equals("sup") || element.childrenSize() == 0) {
            return false;
        }
        Element link = element.selectFirst("a[href]");
        return link != null
                && link.attr("href").startsWith("#")
                && element.text().length() <= LONGEST_REFERENCE;
    }

    private FilterResult enter(Element element) {
        String name = element.normalName();
        if ((SILENT.contains(name) && !isHeadingButton(element, name))
                || isReference(element, name)
                || boilerplate.drops(element)) {
            if (name.equals("img")
                    || name.equals("picture")
                    || PICTURED.matcher(element.className()).find()) {
                picture(element);
            }
            if (BLOCKS.contains(name)) {
                flush();
            }
            underPicture = underPicture || PICTURES.contains(name);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("br")) {
            lineBreak();
            return FilterResult.CONTINUE;
        }
        if (!BLOCKS.contains(name)) {
            open(element, name);
            return FilterResult.CONTINUE;
        }
        flush();
        source = element;
        if (name.equals("pre")) {
            listing(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("table") && Tables.holdsData(element)) {
            table(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("figure") && isPicture(element)) {
            Pictures.in(element).forEach(picture -> show(picture, element));
            underPicture = true;
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("ul") || name.equals("ol") || name.equals("menu")) {
            lists.push(element);
        } else if (name.equals("blockquote")) {
            quotes++;
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isPicture(Element figure) {
        return Box.isSizeOf(figure)
                && figure.stream().noneMatch(inside -> FIGURE_OF_TEXT.contains(inside.normalName()));
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String name = element.normalName();
        if (BLOCKS.contains(name)) {
            flush();
            source = element.parent() == null ? source : element.parent();
            if (element.equals(lists.peek())) {
                lists.pop();
            } else if (name.equals("blockquote")) {
                quotes--;
            }
        } else {
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element, String name) {
        if (name.equals("a")) {
            links++;
        }
        String target = name.equals("a") ? Links.absolute(element, "href") : "";
        @Nullable String tag = INLINE.get(name);
        if (tag == null || inline.size() >= INLINE_DEPTH) {
            return;
        }
        if (!tag.equals("a")) {
            inline.add(new Inline(element, "<" + tag + ">", "</" + tag + ">"));
            return;
        }
        if (!target.isEmpty()) {
            inline.add(new Inline(element, "<a href=\"" + Entities.escape(target) + "\">", "</a>"));
        }
    }

    private void close(Element element) {
        if (element.normalName().equals("a")) {
            links--;
        }
        int last = inline.size() - 1;
        if (last >= 0 && inline.get(last).element().equals(element)) {
            Inline closed = inline.remove(last);
            if (written > last) {
                html.append(closed.close());
                written = last;
            }
        }
    }

    private static Set<String> names(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    private void write(String run) {
        int from = -1;
        for (int i = 0; i < run.length(); ) {
            int end = i;
            while (end < run.length() && isVisible(run.charAt(end))) {
                end++;
            }
            if (end == i) {
                space = space || isSpace(run.charAt(i));
                i++;
                continue;
            }
            if (from < 0) {
                begin();
                from = text.length();
            } else if (space) {
                text.append(' ');
            }
            space = false;
            text.append(run, i, end);
            count(end - i);
            i = end;
        }
        if (from >= 0) {
            escape(from);
        }
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000';
    }

    private static boolean isVisible(char c) {
        return !isSpace(c) && c != '\u200B' && c != '\uFEFF';
    }

    /** Sets the text written since {@code from} as HTML; of a block of ampersands not all. */
    private void escape(int from) {
        for (int i = from; i < text.length() && html.length() < LONGEST_HTML; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                default -> html.append(c);
            }
        }
    }

    /** Sets what stands between the text so far and the next character: a line break or a space, and the markup opened since. */
    private void begin() {
        if (breaks > 0) {
            text.append('\n');
            html.append("<br>");
            breaks = 0;
        } else if (space && text.length() > 0) {
            text.append(' ');
            html.append(' ');
        }
        for (; written < inline.size(); written++) {
            html.append(inline.get(written).open());
        }
    }

    private void count(int written) {
        if (links > 0) {
            firstLink = firstLink < 0 ? chars : firstLink;
            linkChars += written;
            afterLink = 0;
        } else {
            chars += written;
            afterLink += written;
        }
    }

    private void lineBreak() {
        if (text.length() == 0) {
            return;
        }
        breaks++;
        space = false;
        if (breaks >= 2) {
            flush();
        }
    }

    private void flush() {
        for (; written > 0; written--) {
            html.append(inline.get(written - 1).close());
        }
        if (chars + linkChars > 0) {
            int label = firstLink >= 0 && afterLink <= 1 ? firstLink : -1;
            String name = source.normalName();
            int level = name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))
                    ? Math.min(4, Math.max(2, name.charAt(1) - '0'))
                    : 0;
            @Nullable Element list = lists.peek();
            Block.Kind kind = level > 0 ? Block.Kind.HEADING : list != null ? Block.Kind.ITEM : Block.Kind.PARAGRAPH;
            blocks.add(new Block(
                    kind,
                    level,
                    text.toString(),
                    html.toString(),
                    chars,
                    linkChars,
                    label,
                    underPicture,
                    source,
                    list,
                    quotes > 0,
                    null));
        }
        if (chars + linkChars > 0) {
            underPicture = false;
        }
        reset();
    }

    private void listing(Element pre) {
        pre.getElementsByTag("button").remove();
        String whole = pre.wholeText().strip();
        int size = (int) whole.chars().filter(c -> c > ' ').count();
        if (size > 0) {
            blocks.add(new Block(
                    Block.Kind.LISTING,
                    0,
                    whole,
                    Entities.escape(whole),
                    size,
                    0,
                    -1,
                    false,
                    pre,
                    lists.peek(),
                    quotes > 0,
                    null));
        }
    }

    /** A picture inside running text stands before the paragraph. One that leads to another page is that page's. */
    private void picture(Element element) {
        boolean elsewhere = false;
        for (Element around = element; links > 0 && around != null; around = around.parent()) {
            if (around.normalName().equals("a")) {
                elsewhere = !IMAGE_FILE.matcher(around.attr("href")).find();
                break;
            }
        }
        if (!elsewhere) {
            Pictures.in(element).stream().limit(1).forEach(picture -> show(picture, source));
        }
    }

    private void show(Picture picture, Element around) {
        if (pictures++ < MOST_PICTURES) {
            blocks.add(Block.of(picture, around, quotes > 0));
        }
    }

    /** Rows become lines, cells are read like pages of their own and stand apart by a space. */
    private void table(Element table) {
        StringJoiner lines = new StringJoiner("\n");
        StringBuilder set = new StringBuilder("<table>");
        int plain = 0;
        int linked = 0;
        for (Element row : table.select("caption, tr")) {
            boolean caption = row.normalName().equals("caption");
            StringJoiner line = new StringJoiner(" ");
            set.append(caption ? "<caption>" : "<tr>");
            for (Element cell : caption ? List.of(row) : row.children()) {
                String tag = caption ? "" : cell.normalName().equals("th") ? "th" : "td";
                set.append(caption ? "" : "<" + tag + ">");
                String apart = "";
                for (Block block : read(cell, boilerplate)) {
                    line.add(block.text().replace('\n', ' '));
                    set.append(apart).append(block.html());
                    apart = "<br>";
                    plain += block.chars();
                    linked += block.linkChars();
                }
                set.append(caption ? "" : "</" + tag + ">");
            }
            set.append(caption ? "</caption>" : "</tr>");
            if (line.length() > 0) {
                lines.add(line.toString());
            }
        }
        if (plain + linked > 0) {
            Element list = lists.peek();
            String html = set.append("</table>").toString();
            blocks.add(new Block(
                    Block.Kind.TABLE,
                    0,
                    lines.toString(),
                    html,
                    plain,
                    linked,
                    -1,
                    false,
                    table,
                    list,
                    quotes > 0,
                    null));
        }
    }

    private void reset() {
        text.setLength(0);
        html.setLength(0);
        chars = 0;
        linkChars = 0;
        firstLink = -1;
        afterLink = 0;
        breaks = 0;
        space = false;
    }
}
