package press.parallel.enhancer;

import java.util.ArrayList;
import java.util.List;
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
     */
    record Mark(Element element, @Nullable Element article, boolean inStory, boolean ofAuthor) {
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
        private final List<Mark> found = new ArrayList<>();
        private final List<Element> articles = new ArrayList<>();
        private int mains;
        private int authors;

        @Override
        public void head(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            boolean inStory = mains + articles.size() > 0;
            boolean ofAuthor = authors > 0;
            String name = element.normalName();
            boolean telling = switch (name) {
                case "article" -> {
                    articles.add(element);
                    yield false;
                }
                case "main" -> {
                    mains++;
                    yield true;
                }
                case "meta", "link", "script", "h1", "time", "blockquote" -> true;
                case "a" -> ofAuthor;
                default -> false;
            };
            if (element.attributesSize() > 0) {
                Attributes attributes = element.attributes();
                authors += isProperty(element, "author") ? 1 : 0;
                telling = telling
                        || attributes.hasKey("itemprop")
                        || attributes.hasKey("rel")
                        || attributes.hasKey("role");
            }
            if (telling) {
                Element article = articles.isEmpty() ? null : articles.get(articles.size() - 1);
                found.add(new Mark(element, article, inStory, ofAuthor));
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            switch (element.normalName()) {
                case "article" -> articles.remove(articles.size() - 1);
                case "main" -> mains--;
                default -> {}
            }
            authors -= element.attributesSize() > 0 && isProperty(element, "author") ? 1 : 0;
        }
    }
}
