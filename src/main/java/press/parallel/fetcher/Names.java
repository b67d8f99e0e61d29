package press.parallel.fetcher;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Calls every element of a feed by one short name, {@code pubdate}, {@code dc:date}, {@code media:thumbnail}, however its
 * namespace is written: other prefix, http or https, with or without the last slash, or never declared at all. Names are in lower
 * case. Elements of the feed's own format have no prefix.
 */
final class Names {
    /** Namespace without scheme and without slash or hash at the end, in lower case, to the prefix it usually has. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("www.w3.org/2005/atom", "atom"),
            Map.entry("purl.org/atom/ns", "atom"),
            Map.entry("purl.org/pie", "atom"),
            Map.entry("purl.org/rss/1.0", "rss"),
            Map.entry("my.netscape.com/rdf/simple/0.9", "rss"),
            Map.entry("channel.netscape.com/rdf/simple/0.9", "rss"),
            Map.entry("purl.org/net/rss1.1", "rss"),
            Map.entry("backend.userland.com/rss", "rss"),
            Map.entry("backend.userland.com/rss2", "rss"),
            Map.entry("blogs.law.harvard.edu/tech/rss", "rss"),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
            Map.entry("purl.org/dc/elements/1.1", "dc"),
            Map.entry("purl.org/dc/elements/1.0", "dc"),
            Map.entry("purl.org/dc/terms", "dcterms"),
            Map.entry("purl.org/rss/1.0/modules/content", "content"),
            Map.entry("purl.org/rss/1.0/modules/slash", "slash"),
            Map.entry("purl.org/rss/1.0/modules/syndication", "sy"),
            Map.entry("purl.org/syndication/thread/1.0", "thr"),
            Map.entry("search.yahoo.com/mrss", "media"),
            Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("www.w3.org/1999/xhtml", "xhtml"));

    private final String own;
    private final String ownNamespace;
    /** Of a root whose namespace nobody knows, since it was misspelt or never declared; "" when it has none. */
    private final String ownPrefix;

    /** Prefixes of the root in lower case, for elements that write theirs in another. */
    private final Map<String, String> declared = new HashMap<>();

    private final Map<Tag, String> known = new IdentityHashMap<>();

    /** @param root of the feed */
    Names(Element root) {
        for (Attribute attribute : root.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            String usual = name.startsWith("xmlns:") ? usual(attribute.getValue()) : null;
            if (usual != null) {
                declared.put(name.substring("xmlns:".length()), usual);
            }
        }
        String prefix = prefix(root);
        own = prefix.equals("atom") ? "atom" : "rss";
        ownNamespace = root.tag().namespace();
        ownPrefix = PREFIXES.containsValue(prefix) ? "" : prefix;
    }

    private String name(Element element) {
        String local = local(element);
        boolean bare = element.tag().prefix().isEmpty();
        String prefix = prefix(element);
        boolean ours = prefix.equals(own)
                || bare && (prefix.isEmpty() || element.tag().namespace().equals(ownNamespace))
                || !bare && prefix.equals(ownPrefix);
        return ours ? local : prefix + ":" + local;
    }

    /** The name without its prefix, in lower case. */
    static String local(Element element) {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }

    /** Feeds have a handful of names for thousands of elements. */
    String of(Element element) {
        return known.computeIfAbsent(element.tag(), tag -> name(element));
    }

    private String prefix(Element element) {
        String prefix = element.tag().prefix().toLowerCase(Locale.ROOT);
        String usual = usual(element.tag().namespace());
        return usual != null ? usual : declared.getOrDefault(prefix, prefix);
    }

    private static @Nullable String usual(String uri) {
        String namespace = uri.toLowerCase(Locale.ROOT);
        int start = namespace.startsWith("http://") ? 7 : namespace.startsWith("https://") ? 8 : 0;
        int end = namespace.length();
        while (end > start && (namespace.charAt(end - 1) == '/' || namespace.charAt(end - 1) == '#')) {
            end--;
        }
        return PREFIXES.get(namespace.substring(start, end));
    }
}
