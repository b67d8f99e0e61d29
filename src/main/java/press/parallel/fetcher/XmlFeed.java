package press.parallel.fetcher;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import press.parallel.LossException;

/**
 * Reads RSS 0.9x, 1.0, 1.1 and 2.0, Atom 0.3 and 1.0, and CDF, however damaged: what can be recognised is taken, nothing is loaded
 * from elsewhere. Time and memory grow with the text: depth, number of entries and length of texts are capped.
 */
final class XmlFeed {
    /** Entries read of one feed where no setting says otherwise; more than any front page needs. */
    static final int MAX_ENTRIES = 2000;

    private static final int MAX_DEPTH = 128;
    /** Opening and closing ones; two thousand entries have some fifty thousand. */
    private static final int MAX_TAGS = 400_000;

    private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "channel");
    private static final Set<String> ENTRIES = Set.of("item", "entry");
    /** Elements whose inside is a text, even when it holds something called "entry". */
    private static final Set<String> TEXTS =
            Set.of("content", "summary", "description", "encoded", "body", "title", "fullitem");

    private XmlFeed() {}

    /**
     * @param text of the whole answer, decoded
     * @param address of the document, where relative links start
     * @param most entries that are read, the newest
     * @throws LossException when it holds no feed; the sentence says what it holds instead
     */
    static Draft.OfFeed read(String text, URI address, int most) {
        Newest newest = Newest.of(XmlRepair.repair(text), most);
        String repaired = capped(newest.text());
        Element root = root(parse(repaired), text, address);
        List<Element> items = items(root, most);
        if (items.size() > 1 && items.get(1).parents().contains(items.get(0))) {
            // Where no entry is ever closed they would nest until the depth cap eats them.
            repaired = closeEntries(repaired);
            root = root(parse(repaired), text, address);
            items = items(root, most);
        }
        XmlEntry reader = new XmlEntry(new Names(root), Names.local(root).equals("feed"), address);
        Element channel = channel(root);
        if (channel == null && items.isEmpty()) {
            throw NotAFeed.because(text, address, root.tagName());
        }
        Draft.OfFeed feed = reader.channel(channel == null ? root : channel);
        if (items.size() > 1 && isCut(repaired, root, items.get(items.size() - 1))) {
            items.remove(items.size() - 1);
        }
        for (Element item : items) {
            feed.entries.add(reader.entry(item));
        }
        if (newest.total() > most) {
            feed.notes.add(tooMany(newest.total(), most));
        }
        return feed;
    }

    /** What lies beyond the last tag that is read counts as cut off: each tag costs more than its letters. */
    private static String capped(String text) {
        if (text.length() < MAX_TAGS) {
            return text;
        }
        int tags = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            if (++tags > MAX_TAGS) {
                return text.substring(0, at);
            }
        }
        return text;
    }

    static String tooMany(int total, int most) {
        return String.format(
                Locale.ROOT, "of its %,d entries the newest %,d were read (press.fetcher.max-entries)", total, most);
    }

    /** Names are in lower case from here on, so that {@code </Title>} closes {@code <title>}. */
    private static Document parse(String text) {
        return Parser.xmlParser()
                .settings(ParseSettings.htmlDefault)
                .setMaxDepth(MAX_DEPTH)
                .parseInput(text, "");
    }

    /** Where no entry is ever closed, each ends where the next begins. */
    private static String closeEntries(String text) {
        String closed = text;
        for (String name : ENTRIES) {
            if (last(closed, "</" + name) < 0 && last(closed, "<" + name) >= 0) {
                closed = closed.replace("<" + name + ">", "</" + name + "><" + name + ">")
                        .replace("<" + name + " ", "</" + name + "><" + name + " ");
            }
        }
        return closed;
    }

    private static Element root(Document document, String text, URI address) {
        Element root = root(document);
        if (root == null) {
            throw NotAFeed.because(text, address, firstName(document));
        }
        return root;
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

    /** Entries anywhere in the feed, and those that follow it because it was closed too early. */
    private static List<Element> items(Element root, int most) {
        List<Element> items = new ArrayList<>();
        collect(root, items, most);
        for (Element next = root.nextElementSibling(); next != null; next = next.nextElementSibling()) {
            if (ENTRIES.contains(Names.local(next)) && items.size() < most) {
                items.add(next);
            }
        }
        return items;
    }

    private static void collect(Element root, List<Element> items, int most) {
        root.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (!(node instanceof Element element) || depth == 0) {
                    return FilterResult.CONTINUE;
                }
                String name = Names.local(element);
                if (ENTRIES.contains(name)) {
                    items.add(element);
                    return items.size() >= most ? FilterResult.STOP : FilterResult.CONTINUE;
                }
                return TEXTS.contains(name) ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
            }
        });
    }

    /** Whether the text ends inside its last entry: half a link is worse than none. */
    private static boolean isCut(String text, Element root, Element last) {
        int open = last(text, "<" + last.tagName());
        return open >= 0 && last(text, "</" + last.tagName()) < open && last(text, "</" + root.tagName()) < open;
    }

    /** As {@link String#lastIndexOf(String)}, for whole names in any case. */
    private static int last(String text, String tag) {
        for (int at = text.length() - tag.length() - 1; at >= 0; at--) {
            if (text.charAt(at) == '<'
                    && text.regionMatches(true, at, tag, 0, tag.length())
                    && !Character.isLetterOrDigit(text.charAt(at + tag.length()))) {
                return at;
            }
        }
        return -1;
    }
}
