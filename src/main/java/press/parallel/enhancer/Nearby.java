package press.parallel.enhancer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The few lines that stand around a headline, or right below a text: who wrote it and when is said there. */
final class Nearby {
    private static final int MOST_NODES = 700;
    private static final int MOST_PIECES = 70;
    private static final int MOST_BEFORE = 6;

    /** A line of so many characters is running text; a lead or two may stand before the names. */
    private static final int RUNNING = 110;

    private static final int MOST_RUNNING = 2;

    /** How far around a piece names are read. */
    private static final int AROUND = 5;

    private static final int LONGEST_PIECE = 300;
    private static final int LONGEST_NAMES = 300;

    private static final Set<String> PASSED = Set.of(
            "nav",
            "script",
            "style",
            "form",
            "button",
            "select",
            "svg",
            "figure",
            "aside",
            "footer",
            "iframe",
            "noscript",
            "template",
            "video",
            "audio",
            "textarea",
            "object");

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "blockquote",
            "br",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "figcaption",
            "header",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "td",
            "th",
            "tr",
            "ul");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4");

    /** A link with more characters below a text is a headline. */
    private static final int LONGEST_LINK = 40;

    private static final Set<String> ELSEWHERE = words("""
            comment comments commentlist related recommended recommendations newsletter share sharing social breadcrumb breadcrumbs
            disqus outbrain taboola teaser teasers popular mostread sidebar kommentare commentaires comentarios
            """);

    private static final Set<String> AUTHOR = words("""
            byline bylines byname author authors authorname autor autora autores autori autorzy autorem auteur auteurs auteure autore writer
            writers reporter reporters journalist journalists journaliste periodista redakteur redakteurin redaktor redacteur redactor redattore verfasser skribent
            forfatter kirjoittaja toimittaja yazar yazarlar muhabir penulis wartawan tacgia szerzo firma firmas firme signature
            signature contributor contributors creator createdby postedby publishedby writtenby submittedby by auth vcard username nickname
            journo hcard correspondent columnist reportero editor editors
            """);

    private static final Set<String> NO_AUTHOR = words("""
            image images img photo photos foto fotos bild picture pic credit credits caption avatar bio biography about description desc
            social follow share related role position job count date time tag tags email mail twitter thumb thumbnail quote
            topic category section source link links button label intro excerpt date datum fecha city place location ort lugar
            """);

    private static final Set<String> DATE = words("""
            date dates datetime time timestamp published publish publication pubdate posted postedon datum fecha data dato datestamp dateline
            created createdat dt tarih tanggal waktu info meta publi publie
            """);

    private static final Set<String> CHANGED =
            words("updated update modified lastmod lastmodified modificado aktualisiert");

    /** Of a foot that is the story's and not the page's. */
    private static final Set<String> STORY = words("entry article post story");

    /** What names say of a piece. */
    enum Kind {
        AUTHOR,
        DATE,
        CHANGED,
        OTHER
    }

    /**
     * A piece of text within one element.
     *
     * @param line number of the line that it is in
     */
    record Piece(String text, Element element, int line) {
        boolean isLink() {
            return element.normalName().equals("a");
        }
    }

    private final Set<Element> outside;
    private final List<Piece> pieces = new ArrayList<>();
    private final Set<Element> ends = new HashSet<>();
    private int line;

    private Nearby(Set<Element> outside) {
        this.outside = outside;
    }

    /** What follows the headline, up to the text; then what stands right before it. */
    static Nearby headline(Element headline) {
        Nearby nearby = new Nearby(around(headline));
        nearby.read(headline, true);
        nearby.line++;
        nearby.readBefore(headline);
        return nearby;
    }

    /**
     * What follows the text, up to the next heading or teaser.
     *
     * @param ends the last elements of the text; names may stand between them
     */
    static Nearby text(List<Element> ends) {
        Nearby nearby = new Nearby(around(ends.get(0)));
        nearby.ends.addAll(ends);
        nearby.read(ends.get(0), false);
        return nearby;
    }

    List<Piece> pieces() {
        return pieces;
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }

    private static Set<Element> around(Element element) {
        Set<Element> around = new HashSet<>();
        for (Element one = element.parent(); one != null; one = one.parent()) {
            around.add(one);
        }
        return around;
    }

    /** Whether another story may begin with {@code node}: a heading, or a link with a headline in it. */
    private boolean isOther(Node node) {
        @Nullable
        Element one =
                node instanceof Element element ? element : node.parent() instanceof Element parent ? parent : null;
        if (one == null) {
            return false;
        }
        boolean other = node instanceof TextNode text
                ? one.normalName().equals("a") && text.getWholeText().length() > LONGEST_LINK
                : HEADINGS.contains(one.normalName());
        if (!other || author(new Piece("", one, line)) != null) {
            return false;
        }
        for (int left = AROUND; left > 0 && one != null; left--) {
            if (ends.contains(one)) {
                return false;
            }
            one = one.parent();
        }
        return true;
    }

    private void read(Element from, boolean upToText) {
        int running = 0;
        int inLine = 0;
        int at = line;
        Node node = after(from);
        line++;
        for (int left = MOST_NODES; node != null && left > 0 && pieces.size() < MOST_PIECES; left--) {
            boolean pass = false;
            if (!upToText && isOther(node)) {
                return;
            }
            if (node instanceof TextNode text) {
                inLine = line == at ? inLine : 0;
                at = line;
                inLine += add(text);
                if (inLine >= RUNNING) {
                    inLine = Integer.MIN_VALUE / 2;
                    if (upToText && ++running >= MOST_RUNNING) {
                        return;
                    }
                }
            } else if (node instanceof Element element) {
                pass = isPassed(element);
                line += BLOCKS.contains(element.normalName()) ? 1 : 0;
            }
            node = pass || node.childNodeSize() == 0 ? after(node) : node.childNode(0);
        }
    }

    /** The node after {@code node} and all in it; a line ends with a block. */
    private @Nullable Node after(Node node) {
        Node one = node;
        while (one != null && one.nextSibling() == null) {
            one = one.parent();
            line += one instanceof Element element && BLOCKS.contains(element.normalName()) ? 1 : 0;
        }
        return one == null ? null : one.nextSibling();
    }

    /** The last pieces before the headline, in page order. */
    private void readBefore(Element headline) {
        List<TextNode> texts = new ArrayList<>();
        Node node = before(headline);
        for (int left = MOST_NODES / 10; node != null && left > 0 && texts.size() < MOST_BEFORE; left--) {
            if (node instanceof TextNode text) {
                if (!text.isBlank()) {
                    texts.add(0, text);
                }
            } else if (node instanceof Element element) {
                if (element.normalName().equals("nav") || element.normalName().equals("ul")) {
                    break;
                }
                if (!isPassed(element) && element.childNodeSize() > 0) {
                    node = element.childNode(element.childNodeSize() - 1);
                    continue;
                }
            }
            node = before(node);
        }
        for (TextNode text : texts) {
            line++;
            add(text);
        }
    }

    private static @Nullable Node before(Node node) {
        Node one = node;
        while (one != null && one.previousSibling() == null) {
            one = one.parent();
        }
        return one == null ? null : one.previousSibling();
    }

    /** Characters of running text added. */
    private int add(TextNode text) {
        String said = text.getWholeText();
        Element parent = text.parent();
        if (said.isBlank() || parent == null) {
            return 0;
        }
        boolean whole = said.length() <= LONGEST_PIECE;
        String plain = whole ? text.text().replace('\u00A0', ' ').strip() : said.substring(0, LONGEST_PIECE);
        pieces.add(new Piece(plain, parent, line));
        return plain.length() + Words.ideographs(plain);
    }

    private boolean isPassed(Element element) {
        if (PASSED.contains(element.normalName())) {
            return !element.normalName().equals("footer") || !hasWord(start(element, "class"), STORY);
        }
        return element.attributesSize() > 0
                && (element.hasAttr("hidden")
                        || hasWord(start(element, "class"), ELSEWHERE)
                        || hasWord(start(element, "id"), ELSEWHERE));
    }

    /** What the names of the elements around {@code piece} say that it is, the nearest first. */
    Kind kind(Piece piece) {
        Element box = author(piece);
        if (box != null) {
            return Kind.AUTHOR;
        }
        @Nullable Element one = piece.element();
        for (int left = AROUND; left > 0 && one != null && !outside.contains(one); left--) {
            String names = names(one);
            if (hasWord(names, CHANGED)) {
                return Kind.CHANGED;
            }
            if (one.normalName().equals("time") || hasWord(names, DATE)) {
                return Kind.DATE;
            }
            one = one.parent();
        }
        return Kind.OTHER;
    }

    /** The element around {@code piece} that by its name is of an author; null when there is none. */
    @Nullable
    Element author(Piece piece) {
        @Nullable Element one = piece.element();
        for (int left = AROUND; left > 0 && one != null && !outside.contains(one); left--) {
            if (one.attributesSize() > 0) {
                String names = names(one);
                if (one.attr("rel").contains("author") || leadsToAuthor(one) || hasWord(names, AUTHOR)) {
                    return hasWord(names, NO_AUTHOR) ? null : one;
                }
                if (hasWord(names, NO_AUTHOR)) {
                    return null;
                }
            }
            one = one.parent();
        }
        return null;
    }

    /** Whether it is a link to what a site has of an author. */
    private static boolean leadsToAuthor(Element element) {
        String to = element.normalName().equals("a") ? start(element, "href").toLowerCase(Locale.ROOT) : "";
        return to.contains("/author/")
                || to.contains("/autor/")
                || to.contains("/auteur/")
                || to.contains("/autore/")
                || to.contains("/authors/")
                || to.contains("/autores/")
                || to.contains("/auteurs/");
    }

    private static String names(Element element) {
        return element.attributesSize() == 0
                ? ""
                : start(element, "class")
                        + ' '
                        + start(element, "id")
                        + ' '
                        + start(element, "itemprop")
                        + ' '
                        + start(element, "data-testid")
                        + ' '
                        + start(element, "data-qa");
    }

    private static String start(Element element, String attribute) {
        String value = element.attr(attribute);
        return value.length() <= LONGEST_NAMES ? value : value.substring(0, LONGEST_NAMES);
    }

    /** Whether one of {@code words} stands in the names, or two neighbours of one name make it. */
    private static boolean hasWord(String names, Set<String> words) {
        String last = "";
        int end = names.length();
        int from = 0;
        for (int i = 0; i <= end; i++) {
            char c = i < end ? names.charAt(i) : ' ';
            boolean hump =
                    i > from && i < end && Character.isUpperCase(c) && Character.isLowerCase(names.charAt(i - 1));
            if (Character.isLetter(c) && !hump) {
                continue;
            }
            if (i > from) {
                String word = names.substring(from, i).toLowerCase(Locale.ROOT);
                if (words.contains(word) || words.contains(last + word)) {
                    return true;
                }
                last = word;
            }
            if (Character.isWhitespace(c)) {
                last = "";
            }
            from = hump ? i : i + 1;
        }
        return false;
    }
}
