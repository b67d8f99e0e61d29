package press.parallel.enhancer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The few elements by which a page tells what it is about and where its text is, in page order. They are found in one walk, so that no
 * question about them has to walk the page again. Made for one page.
 */
final class Marks {
    /**
     * One such element.
     *
     * @param article the innermost {@code article} around it, itself included; null outside articles
     * @param inStory whether an {@code article} or a {@code main} stands around it
     * @param ofAuthor whether an element that names an author in {@code itemprop} stands around it
     * @param inPages whether an element that by its class is a list of pages stands around it
     * @param aside whether it stands in a menu, beside the story, or among comments
     */
    record Mark(
            Element element,
            @Nullable Element article,
            boolean inStory,
            boolean ofAuthor,
            boolean inPages,
            boolean aside) {
        boolean is(String name) {
            return element.normalName().equals(name);
        }

        boolean has(String attribute) {
            return element.hasAttr(attribute);
        }

        /** Whether the attribute has this value, case and space around it aside. */
        boolean says(String attribute, String value) {
            return element.attr(attribute).trim().equalsIgnoreCase(value);
        }

        /** Whether {@code part} stands in the names of its class, case aside. */
        boolean isNamed(String part) {
            return element.className().toLowerCase(Locale.ROOT).contains(part);
        }

        /** Whether its class says that it is a title, or its letters are large as those of one. */
        boolean isTitle() {
            return !aside && !has("itemprop") && (isNamed("tit") || isNamed("headline") || is("font"));
        }

        /** Whether the element is a property of this name, or of a name that holds it: {@code authorName}. */
        boolean tellsOf(String property) {
            return isProperty(element, property);
        }
    }

    private final List<Mark> marks;
    private final List<Mark> titled;
    private final List<Mark> labels;

    private Marks(Finder finder) {
        this.marks = finder.found;
        this.titled = finder.titled;
        this.labels = finder.labels;
    }

    /** Reads {@code page} in one walk. */
    static Marks of(Document page) {
        Finder finder = new Finder();
        page.traverse(finder);
        return new Marks(finder);
    }

    /** The first that is wanted, null when there is none. */
    @Nullable
    Element first(Predicate<Mark> wanted) {
        for (Mark mark : marks) {
            if (wanted.test(mark)) {
                return mark.element();
            }
        }
        return null;
    }

    /** All that are wanted. */
    List<Mark> all(Predicate<Mark> wanted) {
        return marks.stream().filter(wanted).toList();
    }

    /** Those whose text is a part of what the page calls its title, at most some. */
    List<Mark> titled() {
        return titled;
    }

    /** Heads of rows and terms that are explained, at most some. */
    List<Mark> labels() {
        return labels;
    }

    private static boolean isProperty(Element element, String property) {
        return element.attr("itemprop").contains(property);
    }

    private static final class Finder implements NodeVisitor {
        /** Document, html and body: what their classes say is about everything on the page. */
        private static final int DEPTH_OF_BODY = 2;

        private static final int NOWHERE = -1;
        private static final int SHORTEST_TITLE = 6;
        private static final int LONGEST_TITLE = 400;
        private static final int MOST_TITLES = 30;
        private static final int MOST_LABELS = 60;
        private static final int MOST_NAMED = 200;

        private final List<Mark> found = new ArrayList<>();
        private final List<Mark> titled = new ArrayList<>();
        private final List<Mark> labels = new ArrayList<>();
        private final Deque<Element> articles = new ArrayDeque<>();

        /** What the page says that its title is, one in a line. */
        private String title = "";

        private int named;

        /** Depths of the outermost elements of a kind that stand around, {@link #NOWHERE} outside of them. */
        private int story = NOWHERE;

        private int author = NOWHERE;
        private int pages = NOWHERE;
        private int aside = NOWHERE;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                note(text);
            }
            if (!(node instanceof Element element)) {
                return;
            }
            String name = element.normalName();
            boolean link = name.equals("a");
            boolean telling = switch (name) {
                case "meta", "link", "script", "h1", "time", "blockquote", "main" -> true;
                default -> link && (author >= 0 || pages >= 0);
            };
            boolean authored = false;
            boolean paged = false;
            boolean besides = switch (name) {
                case "nav", "aside", "footer" -> true;
                default -> false;
            };
            if (element.attributesSize() > 0) {
                Attributes attributes = element.attributes();
                authored = isProperty(element, "author");
                String names = attributes.get("class").toLowerCase(Locale.ROOT);
                paged = names.contains("pag") && isPageList(names);
                telling = telling
                        || attributes.hasKey("itemprop")
                        || attributes.hasKey("rel")
                        || attributes.hasKey("role")
                        || (link && names.contains("page-number"))
                        || (name.equals("font") && isLarge(attributes.get("size")))
                        || ((names.contains("tit") || names.contains("headline")) && named++ < MOST_NAMED);
                besides = besides || (depth > DEPTH_OF_BODY && isBeside(names));
            }
            if (title.length() < LONGEST_TITLE) {
                noteTitle(element, name);
            }
            if (name.equals("article")) {
                articles.push(element);
            }
            if (telling) {
                found.add(mark(element));
            }
            if ((name.equals("th") || name.equals("dt")) && labels.size() < MOST_LABELS) {
                labels.add(mark(element));
            }
            story = story < 0 && (name.equals("article") || name.equals("main")) ? depth : story;
            author = author < 0 && authored ? depth : author;
            pages = pages < 0 && paged ? depth : pages;
            aside = aside < 0 && besides ? depth : aside;
        }

        private Mark mark(Element element) {
            return new Mark(element, articles.peek(), story >= 0, author >= 0, pages >= 0, aside >= 0);
        }

        private void noteTitle(Element element, String name) {
            if (name.equals("title")) {
                addTitle(element.text());
            } else if (name.equals("meta")
                    && (element.attr("property").equals("og:title")
                            || element.attr("name").equals("og:title"))) {
                addTitle(element.attr("content"));
            }
        }

        private void addTitle(String said) {
            if (said.length() < LONGEST_TITLE) {
                title = title + said + "\n";
            }
        }

        /** A piece of text that the title holds as well. */
        private void note(TextNode text) {
            String said = text.getWholeText();
            if (said.length() < SHORTEST_TITLE || titled.size() >= MOST_TITLES || title.isEmpty() || aside >= 0) {
                return;
            }
            int from = 0;
            int to = said.length();
            while (from < to && said.charAt(from) <= ' ') {
                from++;
            }
            while (to > from && said.charAt(to - 1) <= ' ') {
                to--;
            }
            Element parent = text.parent();
            if (to - from >= SHORTEST_TITLE
                    && to - from < title.length()
                    && parent != null
                    && !parent.normalName().equals("title")
                    && title.contains(said.substring(from, to))) {
                titled.add(mark(parent));
            }
        }

        private static boolean isLarge(String size) {
            return size.equals("5") || size.equals("6") || size.equals("7") || size.startsWith("+");
        }

        private static boolean isBeside(String names) {
            return names.contains("comment") || names.contains("related") || names.contains("sidebar");
        }

        private static boolean isPageList(String names) {
            return names.contains("pagin") || names.contains("pager") || names.contains("page-link");
        }

        @Override
        public void tail(Node node, int depth) {
            if (node.equals(articles.peek())) {
                articles.pop();
            }
            story = depth == story ? NOWHERE : story;
            author = depth == author ? NOWHERE : author;
            pages = depth == pages ? NOWHERE : pages;
            aside = depth == aside ? NOWHERE : aside;
        }
    }
}
