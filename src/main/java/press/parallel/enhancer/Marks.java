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
     */
    record Mark(Element element, @Nullable Element article, boolean inStory, boolean ofAuthor, boolean inPages) {
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

        /** Whether the element is a property of this name, or of a name that holds it: {@code authorName}. */
        boolean tellsOf(String property) {
            return isProperty(element, property);
        }
    }

    private final List<Mark> marks;

    private Marks(List<Mark> marks) {
        this.marks = marks;
    }

    /** Reads {@code page} in one walk. */
    static Marks of(Document page) {
        Finder finder = new Finder();
        page.traverse(finder);
        return new Marks(finder.found);
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

    private static boolean isProperty(Element element, String property) {
        return element.attr("itemprop").contains(property);
    }

    private static final class Finder implements NodeVisitor {
        private static final int NOWHERE = -1;

        private final List<Mark> found = new ArrayList<>();
        private final Deque<Element> articles = new ArrayDeque<>();

        /** Depths of the outermost elements of a kind that stand around, {@link #NOWHERE} outside of them. */
        private int story = NOWHERE;

        private int author = NOWHERE;
        private int pages = NOWHERE;

        @Override
        public void head(Node node, int depth) {
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
            if (element.attributesSize() > 0) {
                Attributes attributes = element.attributes();
                authored = isProperty(element, "author");
                String names = attributes.get("class").toLowerCase(Locale.ROOT);
                paged = names.contains("pag") && isPageList(names);
                telling = telling
                        || attributes.hasKey("itemprop")
                        || attributes.hasKey("rel")
                        || attributes.hasKey("role")
                        || (link && names.contains("page-number"));
            }
            if (name.equals("article")) {
                articles.push(element);
            }
            if (telling) {
                found.add(new Mark(element, articles.peek(), story >= 0, author >= 0, pages >= 0));
            }
            story = story < 0 && (name.equals("article") || name.equals("main")) ? depth : story;
            author = author < 0 && authored ? depth : author;
            pages = pages < 0 && paged ? depth : pages;
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
        }
    }
}
