package press.parallel.fetcher;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import press.parallel.LossException;

/**
 * Reads RSS 0.9x, 1.0, 1.1 and 2.0, Atom 0.3 and 1.0, and CDF, however damaged: what can be recognised is taken, nothing is loaded
 * from elsewhere. Time and memory grow with the text: depth, number of entries and length of texts are capped.
 */
final class XmlFeed {
    /** Entries read of one feed; more than any front page needs. */
    static final int MAX_ENTRIES = 2000;

    private static final int MAX_DEPTH = 128;
    private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "channel");
    private static final Set<String> ENTRIES = Set.of("item", "entry");
    /** Elements whose inside is a text, even when it holds something called "entry". */
    private static final Set<String> TEXTS =
            Set.of("content", "summary", "description", "encoded", "body", "title", "fullitem");

    private XmlFeed() {}

    /**
     * @param text of the whole answer, decoded
     * @param address of the document, where relative links start
     * @throws LossException when it holds no feed; the sentence says what it holds instead
     */
    static Draft.OfFeed read(String text, URI address) {
        String repaired = closeEntries(XmlRepair.repair(text));
        Document document = Parser.xmlParser().setMaxDepth(MAX_DEPTH).parseInput(repaired, "");
        Element root = root(document);
        if (root == null) {
            throw NotAFeed.because(text, address, firstName(document));
        }
        Names names = new Names(root);
        XmlEntry reader = new XmlEntry(names, Names.local(root).equals("feed"), address);
        List<Element> items = items(root);
        Element channel = channel(root);
        if (channel == null && items.isEmpty()) {
            throw NotAFeed.because(text, address, firstName(document));
        }
        Draft.OfFeed feed = reader.channel(channel == null ? root : channel);
        if (items.size() > 1 && isCut(repaired, root, items.get(items.size() - 1))) {
            items.remove(items.size() - 1);
        }
        for (Element item : items) {
            feed.entries.add(reader.entry(item));
        }
        return feed;
    }

    /** Where no entry is ever closed, each ends where the next begins; else they would nest until the depth cap eats them. */
    private static String closeEntries(String text) {
        String closed = text;
        for (String name : ENTRIES) {
            if (closed.indexOf("</" + name) < 0) {
                closed = closed.replace("<" + name + ">", "</" + name + "><" + name + ">");
            }
        }
        return closed;
    }

    private static String firstName(Document document) {
        Element first = document.firstElementChild();
        return first == null || first.tagName().length() > 40 ? "" : first.tagName();
    }

    /** The first element that opens a feed; a web page that merely mentions one has none. */
    private static @Nullable Element root(Document document) {
        Element[] found = new Element[1];
        document.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof Element element && depth > 0) {
                    String name = Names.local(element);
                    if (name.equals("html")) {
                        return FilterResult.STOP;
                    }
                    if (ROOTS.contains(name)) {
                        found[0] = element;
                        return FilterResult.STOP;
                    }
                }
                return FilterResult.CONTINUE;
            }
        });
        return found[0];
    }

    /** The element with the feed's own title; null when there is none. */
    private static @Nullable Element channel(Element root) {
        String name = Names.local(root);
        if (name.equals("feed")) {
            return root;
        }
        if (name.equals("channel")) {
            return isNamed(root) ? root : null;
        }
        for (Element child : root.children()) {
            if (Names.local(child).equals("channel")) {
                return child;
            }
        }
        return null;
    }

    /** CDF and RSS 1.1 open with the channel itself; other files do so by chance. */
    private static boolean isNamed(Element root) {
        return root.children().stream()
                .map(Names::local)
                .anyMatch(name -> name.equals("title") || name.equals("abstract"));
    }

    private static List<Element> items(Element root) {
        List<Element> items = new ArrayList<>();
        root.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (!(node instanceof Element element) || depth == 0) {
                    return FilterResult.CONTINUE;
                }
                String name = Names.local(element);
                if (ENTRIES.contains(name)) {
                    items.add(element);
                    return items.size() >= MAX_ENTRIES ? FilterResult.STOP : FilterResult.CONTINUE;
                }
                return TEXTS.contains(name) ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
            }
        });
        return items;
    }

    /** Whether the text ends inside its last entry: half a link is worse than none. */
    private static boolean isCut(String text, Element root, Element last) {
        int open = text.lastIndexOf("<" + last.tagName());
        return open >= 0
                && text.indexOf("</" + last.tagName(), open) < 0
                && text.lastIndexOf("</" + root.tagName()) < open;
    }
}
