package press.parallel.printer;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;
import press.parallel.Edition.PrintedPicture;

/**
 * Text from strangers, made safe to stand in the paper: words and their structure, links to http, https and mail addresses,
 * nothing that runs, nothing that loads from the net.
 *
 * <p>The outcome is a row of blocks (paragraphs, lists, quotations, tables ...); loose text is put into paragraphs. Headings become
 * {@code h4}, as they stand beneath a story's own headline.
 *
 * @param html the blocks, each tag closed
 * @param text the same as plain text, blocks separated by a blank line
 * @param words number of words in {@code text}
 */
record SafeHtml(String html, String text, int words) {
    private static final SafeHtml NOTHING = new SafeHtml("", "", 0);

    /** Dropped with all that is in them, as their content is no text to read. */
    private static final String DROPPED =
            "script, style, template, noscript, noframes, noembed, iframe, frameset, object, embed,"
                    + " applet, svg, math, canvas, audio, video, picture, img, map, button, input, select, textarea,"
                    + " datalist, dialog, link, meta, base, title, xmp, plaintext, [hidden]";

    /** Stands for a picture of the edition while strangers' own pictures are taken out; no stranger's tag of this name comes so far. */
    private static final String PICTURE = "press-picture";

    /** What may hold a picture; inside anything smaller it is moved behind it. */
    private static final Set<String> HOLDERS =
            Set.of("body", "div", "section", "article", "main", "header", "footer", "aside");

    private static final Pattern ADDRESSES = Pattern.compile("(?i)(data-)?[a-z-]*(src|srcset|original|url)");
    /** Of a candidate, with a comma behind it when no white space follows. */
    private static final Pattern DESCRIPTOR = Pattern.compile("^[0-9.]+[wx],?");

    private static final int LONGEST_SET = 10_000;

    /** Boxes without a meaning in the paper; kept as {@code div} until their content is laid out in blocks. */
    private static final String BOXES =
            "section, article, main, header, footer, aside, nav, figure, figcaption, address, center,"
                    + " details, summary, fieldset, legend, form, hgroup, search";

    private static final Set<String> WITHOUT_WORDS = Set.of("hr", PICTURE);

    /** What only holds something else, or has lost the list that it stood in. */
    private static final Set<String> LOOSE = Set.of("div", "li", "dt", "dd");

    private static final Set<String> BLOCKS = Set.of(
            "li",
            "dt",
            "dd",
            "p",
            "div",
            "blockquote",
            "ul",
            "ol",
            "dl",
            "pre",
            "table",
            "hr",
            PICTURE,
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6");

    private static final Cleaner CLEANER = new Cleaner(new Safelist()
            .addTags("p", "div", "br", "hr", "blockquote", "q", "cite", "pre", "code", "kbd", "samp", "var")
            .addTags(
                    "em", "strong", "b", "i", "u", "s", "mark", "small", "sub", "sup", "abbr", "dfn", "time", "del",
                    "ins")
            .addTags(
                    "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "bdi", "bdo", "ruby", "rt",
                    "rp")
            .addTags("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "a")
            .addTags(PICTURE)
            .addAttributes(PICTURE, "n")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addEnforcedAttribute("a", "rel", "noopener nofollow")
            .addAttributes("ol", "start", "reversed")
            .addAttributes("th", "colspan", "rowspan", "scope")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("time", "datetime")
            .addAttributes("abbr", "title")
            .addAttributes(":all", "dir", "lang"));

    /**
     * Makes a piece of HTML safe; plain text is a piece of HTML too.
     *
     * @param base address that relative links are relative to
     */
    static SafeHtml of(String html, URI base) {
        return of(html, base, Map.of());
    }

    /**
     * The same with pictures in their places: those that lie beside the edition, each once, with the words that the edition has for them.
     * They count neither as text nor as words.
     *
     * @param pictures by the address where they were found; no other picture is let through
     */
    static SafeHtml of(String html, URI base, Map<URI, PrintedPicture> pictures) {
        if (html.isBlank()) {
            return NOTHING;
        }
        Document dirty = Jsoup.parseBodyFragment(html, base.toString());
        dirty.select(PICTURE).unwrap();
        List<PrintedPicture> kept = pictures.isEmpty() ? List.of() : markPictures(dirty, pictures);
        dirty.select("figure:has(img) figcaption").remove();
        dirty.select(DROPPED).remove();
        dirty.select(BOXES).tagName("div");
        Document clean = CLEANER.clean(dirty);
        clean.outputSettings().prettyPrint(false);
        clean.select("h1, h2, h3, h5, h6").tagName("h4");
        for (Element link : clean.select("a:not([href])")) {
            link.unwrap();
        }
        Element blocks = new Element("body");
        layOut(clean.body(), blocks);
        clean.body().empty().appendChildren(new ArrayList<>(blocks.childNodes()));
        String text = clean.body().children().stream()
                .map(SafeHtml::plain)
                .filter(block -> !block.isEmpty())
                .collect(Collectors.joining("\n\n"));
        for (Element mark : clean.select(PICTURE)) {
            mark.replaceWith(figure(kept.get(Integer.parseInt(mark.attr("n")))));
        }
        return new SafeHtml(clean.body().html(), text, words(text));
    }

    /** @return the pictures that were found, in the order of their marks */
    private static List<PrintedPicture> markPictures(Document dirty, Map<URI, PrintedPicture> pictures) {
        List<PrintedPicture> kept = new ArrayList<>();
        for (Element image : dirty.select("img")) {
            PrintedPicture picture = picture(image, pictures);
            if (picture != null && !kept.contains(picture)) {
                Element figure = image.closest("figure");
                Element place = figure == null ? image : figure;
                while (place.parent() != null
                        && !HOLDERS.contains(place.parent().normalName())) {
                    place = place.parent();
                }
                Element mark = new Element(PICTURE).attr("n", String.valueOf(kept.size()));
                if (figure == null) {
                    place.after(mark);
                } else {
                    place.before(mark);
                }
                kept.add(picture);
            }
        }
        return kept;
    }

    /** By any address that the page gives it, for it may name renditions of several sizes. */
    private static @Nullable PrintedPicture picture(Element image, Map<URI, PrintedPicture> pictures) {
        List<Element> named = new ArrayList<>(List.of(image));
        Element around = image.parent();
        if (around != null && around.normalName().equals("picture")) {
            named.addAll(around.children());
        }
        for (Element one : named) {
            for (Attribute attribute : one.attributes()) {
                for (String candidate : candidates(attribute)) {
                    PrintedPicture picture = pictures.get(address(image, candidate));
                    if (picture != null) {
                        return picture;
                    }
                }
            }
        }
        return null;
    }

    /** The addresses in a {@code src}, a {@code srcset}, or where scripts look for them. */
    private static List<String> candidates(Attribute attribute) {
        String value = attribute.getValue();
        if (!ADDRESSES.matcher(attribute.getKey()).matches()
                || value.length() > LONGEST_SET
                || value.startsWith("data:")) {
            return List.of();
        }
        List<String> candidates = new ArrayList<>();
        for (String part : value.strip().split("\\s+")) {
            String bare = DESCRIPTOR.matcher(part).replaceFirst("");
            candidates.add(bare.endsWith(",") ? bare.substring(0, bare.length() - 1) : bare);
        }
        return candidates;
    }

    private static URI address(Element image, String written) {
        try {
            return URI.create(StringUtil.resolve(image.baseUri(), written));
        } catch (IllegalArgumentException notOne) {
            return URI.create("");
        }
    }

    /** Its size is known before it is there, so that nothing moves on the page when it comes. */
    static Element figure(PrintedPicture picture) {
        Element figure = new Element("figure");
        figure.appendElement("img")
                .attr("src", picture.file())
                .attr("alt", picture.alt())
                .attr("width", String.valueOf(picture.width()))
                .attr("height", String.valueOf(picture.height()))
                .attr("loading", "lazy")
                .attr("decoding", "async");
        if (!picture.caption().isEmpty()) {
            figure.appendElement("figcaption").attr("dir", "auto").text(picture.caption());
        }
        return figure;
    }

    /** Moves the content of {@code from} into {@code to} as a flat row of blocks. jsoup nests at most 512 deep. */
    private static void layOut(Element from, Element to) {
        Element paragraph = new Element("p");
        for (Node node : List.copyOf(from.childNodes())) {
            if (node instanceof Element element && holdsBlocks(element)) {
                paragraph = finish(paragraph, to);
                layOut(element, to);
            } else if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                paragraph = finish(paragraph, to);
                if (LOOSE.contains(element.normalName())) {
                    element.tagName("p");
                }
                if (element.hasText() || WITHOUT_WORDS.contains(element.normalName())) {
                    to.appendChild(element);
                }
            } else if (isBreak(node) && paragraph.childNodeSize() > 0 && isBreak(paragraph.lastChild())) {
                paragraph = finish(paragraph, to);
            } else if (!(node instanceof TextNode text && text.isBlank() && isBreak(paragraph.lastChild()))) {
                paragraph.appendChild(node);
            }
        }
        finish(paragraph, to);
    }

    private static Element finish(Element paragraph, Element to) {
        for (Node last = paragraph.lastChild(); last != null && isBreak(last); last = paragraph.lastChild()) {
            last.remove();
        }
        for (Node first = paragraph.firstChild(); first != null && isBreak(first); first = paragraph.firstChild()) {
            first.remove();
        }
        if (paragraph.hasText()) {
            to.appendChild(paragraph);
        }
        return new Element("p");
    }

    /** A box, a link or an emphasis around whole blocks: the blocks matter, what is around them does not. */
    private static boolean holdsBlocks(Element element) {
        boolean own = BLOCKS.contains(element.normalName()) && !LOOSE.contains(element.normalName());
        return !own && element.stream().skip(1).anyMatch(inner -> BLOCKS.contains(inner.normalName()));
    }

    private static boolean isBreak(@Nullable Node node) {
        return node instanceof Element element && element.normalName().equals("br");
    }

    private static String plain(Element block) {
        return switch (block.normalName()) {
            case "pre" -> block.wholeText().strip();
            case "ul", "ol", "dl", "table" ->
                block.select("> li, > dt, > dd, > caption, tr").eachText().stream()
                        .collect(Collectors.joining("\n"));
            case "blockquote" -> {
                Element inside = new Element("body");
                layOut(block.clone(), inside);
                yield inside.children().stream().map(SafeHtml::plain).collect(Collectors.joining("\n\n"));
            }
            default -> block.text();
        };
    }

    /** Words as white space parts them; in scripts that write without spaces two signs count as one word. */
    static int words(String text) {
        int words = 0;
        int ideographs = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int sign = text.codePointAt(i);
            boolean unspaced = Character.isIdeographic(sign) || isKana(sign);
            if (unspaced) {
                ideographs++;
            }
            boolean part = !unspaced && !Character.isWhitespace(sign) && !Character.isSpaceChar(sign);
            if (part && !inside) {
                words++;
            }
            inside = part;
        }
        return words + (ideographs + 1) / 2;
    }

    private static boolean isKana(int sign) {
        Character.UnicodeScript script = Character.UnicodeScript.of(sign);
        return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
    }
}
