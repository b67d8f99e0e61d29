package press.parallel.fetcher;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads one {@code <item>} or {@code <entry>}, and the feed's own head. For each thing wanted there is a list of the elements that
 * may hold it, best first; the first that really does wins, wherever it stands in the file.
 */
final class XmlEntry {
    static final int MAX_CATEGORIES = 50;
    private static final String[] TITLE = {"title", "atom:title", "dc:title", "media:title", "itunes:title", "a"};
    private static final String[] ID = {"guid", "id", "atom:id", "dc:identifier"};
    private static final String[] PUBLISHED = {
        "pubdate",
        "published",
        "atom:published",
        "issued",
        "dcterms:issued",
        "dc:date",
        "created",
        "dcterms:created",
        "date"
    };
    private static final String[] UPDATED = {"updated", "atom:updated", "modified", "dcterms:modified", "lastbuilddate"
    };
    private static final String[] SUMMARY = {
        "description",
        "summary",
        "atom:summary",
        "abstract",
        "dc:description",
        "itunes:summary",
        "itunes:subtitle",
        "media:description"
    };
    /** Those of them of which one may be the text and the other its lead. */
    private static final Set<String> LEADS = Set.of("description", "summary", "atom:summary", "itunes:summary");

    private static final String[] CONTENT = {
        "content:encoded", "content", "atom:content", "xhtml:body", "body", "xhtml:div", "fullitem"
    };
    private static final String[] AUTHOR = {"author", "dc:creator", "atom:author", "itunes:author", "dc:author"};

    /** Relations whose address is better than none. */
    private static final String[] LAST_LINKS = {"related", "via", "self"};

    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "gif", "webp", "avif");
    private static final Set<String> SHORT = Set.of("title", "link", "guid", "id", "pubdate", "published", "updated");

    private final Names names;
    private final boolean atom;
    private final URI address;

    /** @param atom whether names without prefix are Atom's, with its rules for texts */
    XmlEntry(Names names, boolean atom, URI address) {
        this.names = names;
        this.atom = atom;
        this.address = address;
    }

    /** Title, web page and hints of the feed, from its head. */
    Draft.OfFeed channel(Element head) {
        Map<String, List<Element>> fields = fields(head);
        Draft.OfFeed feed = new Draft.OfFeed();
        feed.title = title(fields);
        feed.link = pick(fields, "alternate");
        if (feed.link == null) {
            feed.link = Links.resolve(base(head), attribute(head, "href"));
        }
        feed.hints = HintReader.of(fields);
        return feed;
    }

    Draft entry(Element item) {
        Map<String, List<Element>> fields = fields(item);
        Draft draft = new Draft();
        draft.title = title(fields);
        draft.id = id(item, fields);
        draft.author = author(fields);
        draft.published = date(fields, PUBLISHED);
        draft.updated = date(fields, UPDATED);
        if (draft.updated == null) {
            draft.updated = Dates.parse(attribute(item, "lastmod"));
        }
        texts(fields, draft);
        draft.enclosure = pick(fields, "enclosure");
        draft.image = image(fields);
        for (Element category : list(fields, "category", "atom:category", "dc:subject")) {
            String label = category.hasAttr("label") ? category.attr("label") : category.attr("term");
            String text = SafeHtml.title(label.isBlank() ? category.wholeText() : label);
            if (!text.isEmpty() && !draft.categories.contains(text)) {
                draft.categories.add(text);
            }
            if (draft.categories.size() == MAX_CATEGORIES) {
                break;
            }
        }
        discussion(fields, draft);
        draft.link = link(item, fields);
        return draft;
    }

    /** Without a full text the longer of two summaries is the text. */
    private void texts(Map<String, List<Element>> fields, Draft draft) {
        draft.content = Aggregators.summary(html(fields, CONTENT), draft);
        draft.summary = Aggregators.summary(html(fields, SUMMARY), draft);
        if (!draft.content.isEmpty()
                || LEADS.stream().filter(fields::containsKey).count() < 2) {
            return;
        }
        for (String name : LEADS) {
            String other = html(fields, new String[] {name});
            if (other.length() != draft.summary.length()
                    && !SafeHtml.text(other).isEmpty()
                    && !SafeHtml.text(other).equals(SafeHtml.text(draft.summary))) {
                boolean longer = other.length() > draft.summary.length();
                draft.content = longer ? other : draft.summary;
                draft.summary = longer ? draft.summary : other;
                return;
            }
        }
    }

    /** Direct children by name, and what media:group and media:content hold, since they are only brackets. */
    private Map<String, List<Element>> fields(Element parent) {
        Map<String, List<Element>> fields = new HashMap<>();
        Deque<Element> brackets = new ArrayDeque<>();
        brackets.add(parent);
        while (!brackets.isEmpty()) {
            for (Node node : brackets.remove().childNodes()) {
                if (node instanceof Element child) {
                    String name = names.of(child);
                    fields.computeIfAbsent(name, k -> new ArrayList<>(1)).add(child);
                    if (name.equals("media:group") || name.equals("media:content") || isUnclosed(child)) {
                        brackets.add(child);
                    }
                }
            }
        }
        return fields;
    }

    /** Whether a short text was never closed, so that the fields after it lie inside it. */
    private static boolean isUnclosed(Element element) {
        Element child = element.firstElementChild();
        if (child == null || !SHORT.contains(Names.local(element))) {
            return false;
        }
        for (; child != null; child = child.nextElementSibling()) {
            if (SHORT.contains(Names.local(child)) || Names.local(child).equals("description")) {
                return true;
            }
        }
        return false;
    }

    /** The text of an element; fields that lie inside because it was never closed are left out. */
    private static String leaf(Element element) {
        return isUnclosed(element) ? element.ownText() : element.wholeText();
    }

    private String title(Map<String, List<Element>> fields) {
        for (String name : TITLE) {
            for (Element element : list(fields, name)) {
                boolean plain = isUnclosed(element) || !isAtom(name) && element.firstElementChild() == null;
                String text = plain
                        ? SafeHtml.title(leaf(element))
                        : isAtom(name) ? Markup.atomText(element) : SafeHtml.text(Markup.html(element));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    private String id(Element item, Map<String, List<Element>> fields) {
        for (Element element : list(fields, ID)) {
            String id = SafeHtml.source(leaf(element));
            if (!id.isEmpty()) {
                // An Atom id is an IRI: two sites may well have a path of the same name.
                URI path = id.startsWith("/") && names.of(element).endsWith("id") && isAtom(names.of(element))
                        ? Links.resolve(base(element), id)
                        : null;
                return path == null ? id : path.toString();
            }
        }
        return attribute(item, "rdf:about").strip();
    }

    /** The link, else a guid that is an address and is not said to be none, else what the entry's text was taken from. */
    private @Nullable URI link(Element item, Map<String, List<Element>> fields) {
        URI link = pick(fields, "alternate");
        for (Element guid : link == null ? list(fields, ID) : List.<Element>of()) {
            String permalink = attribute(guid, "isPermaLink").strip();
            if (link == null && !permalink.equalsIgnoreCase("false")) {
                boolean path =
                        permalink.equalsIgnoreCase("true") && leaf(guid).strip().startsWith("/");
                link = Links.resolve(path ? base(guid) : null, leaf(guid));
            }
        }
        if (link == null) {
            link = Links.absolute(attribute(item, "rdf:about"));
        }
        if (link == null) {
            link = Links.resolve(base(item), attribute(item, "href"));
        }
        for (Element content : link == null ? list(fields, "content", "atom:content") : List.<Element>of()) {
            link = Links.resolve(base(content), content.attr("src"));
        }
        for (String last : link == null ? LAST_LINKS : new String[0]) {
            link = link == null ? pick(fields, last) : link;
        }
        for (Element anchor : link == null ? list(fields, "a") : List.<Element>of()) {
            link = Links.resolve(base(anchor), attribute(anchor, "href"));
        }
        return link;
    }

    /** The best address for a relation: RSS elements first, then links with that {@code rel}, pages before other types. */
    private @Nullable URI pick(Map<String, List<Element>> fields, String relation) {
        URI other = null;
        for (Element element : list(fields, "link", "atom:link", "enclosure", "media:content")) {
            String href = switch (names.of(element)) {
                case "enclosure" -> attribute(element, "url");
                case "media:content" -> isMedia(element) ? attribute(element, "url") : "";
                default ->
                    element.hasAttr("href")
                            ? element.attr("href")
                            : leaf(element).isBlank() ? after(element) : leaf(element);
            };
            URI address = relation(element).equals(relation) ? Links.resolve(base(element), href) : null;
            String type = element.attr("type").toLowerCase(Locale.ROOT);
            if (address != null && (type.isEmpty() || type.contains("html") || relation.equals("enclosure"))) {
                return address;
            }
            other = other == null ? address : other;
        }
        return other;
    }

    /** The address behind {@code <link/>}, which software that takes RSS for HTML leaves outside. */
    private static String after(Element link) {
        return link.nextSibling() instanceof TextNode text ? text.getWholeText() : "";
    }

    private String relation(Element element) {
        String name = names.of(element);
        if (!name.endsWith("link")) {
            return "enclosure";
        }
        String rel = element.attr("rel").strip().toLowerCase(Locale.ROOT);
        if (rel.isEmpty() && name.equals("atom:link") && !element.hasAttr("href")) {
            return "";
        }
        // Relations may be written as IRIs: RFC 4287, 4.2.7.2.
        String registered = rel.substring(rel.lastIndexOf('/') + 1);
        return registered.isEmpty() ? "alternate" : registered;
    }

    private static boolean isMedia(Element content) {
        String kind = content.attr("medium") + " " + content.attr("type");
        return kind.contains("audio") || kind.contains("video");
    }

    /** Whether an address without type ends like a picture's. */
    private static boolean isPicture(String url) {
        int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
        int point = url.lastIndexOf('.', end);
        return point >= 0 && PICTURES.contains(url.substring(point + 1, end).toLowerCase(Locale.ROOT));
    }

    private @Nullable URI image(Map<String, List<Element>> fields) {
        for (Element element : list(fields, "media:thumbnail", "media:content", "itunes:image", "enclosure", "image")) {
            String name = names.of(element);
            String kind = element.attr("medium") + " " + element.attr("type");
            boolean unsure = name.equals("media:content") || name.equals("enclosure");
            if (unsure && !kind.contains("image") && !(kind.isBlank() && isPicture(attribute(element, "url")))) {
                continue;
            }
            String source = attribute(element, "url") + attribute(element, "href");
            Element inner = element.selectFirst("> url");
            URI image = Links.resolve(base(element), inner != null ? inner.wholeText() : source);
            if (image != null) {
                return image;
            }
        }
        return null;
    }

    /** Where readers talk about it and how many words they left: RSS comments, Slash, Atom threading. */
    private void discussion(Map<String, List<Element>> fields, Draft draft) {
        for (Element element : list(fields, "comments", "slash:comments", "thr:total")) {
            String text = element.wholeText().strip();
            long count = Aggregators.count(text);
            draft.comments = Math.max(draft.comments, Math.max(count, 0));
            if (count < 0 && draft.commentsLink == null) {
                draft.commentsLink = Links.resolve(base(element), text);
            }
        }
        if (draft.commentsLink == null) {
            draft.commentsLink = pick(fields, "replies");
        }
        for (Element element : list(fields, "link")) {
            draft.comments = Math.max(draft.comments, Aggregators.count(attribute(element, "thr:count")));
        }
    }

    private String author(Map<String, List<Element>> fields) {
        for (String name : AUTHOR) {
            List<String> people = new ArrayList<>();
            for (Element element : list(fields, name)) {
                String person = person(element);
                if (!person.isEmpty() && !people.contains(person)) {
                    people.add(person);
                }
            }
            if (!people.isEmpty()) {
                return String.join(", ", people);
            }
        }
        return "";
    }

    /** The name in {@code <name>}, in {@code mail@host (Name)}, or the whole. */
    private static String person(Element element) {
        for (Element child : element.children()) {
            if (Names.local(child).equals("name")) {
                return SafeHtml.title(child.wholeText());
            }
        }
        String text = element.firstElementChild() != null ? "" : SafeHtml.title(element.wholeText());
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        boolean named = text.indexOf('@') >= 0 && text.indexOf('@') < open && open + 1 < close;
        return named ? text.substring(open + 1, close).strip() : text;
    }

    private @Nullable Instant date(Map<String, List<Element>> fields, String[] wanted) {
        for (Element element : list(fields, wanted)) {
            String text = leaf(element);
            Instant date = Dates.parse(text.indexOf('&') < 0 ? text : Entities.unescape(text));
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private String html(Map<String, List<Element>> fields, String[] wanted) {
        for (String name : wanted) {
            for (Element element : bodies(fields, name)) {
                String source = isAtom(name) ? Markup.atomHtml(element) : Markup.html(element);
                String clean = SafeHtml.clean(source, base(Markup.onlyDiv(element)));
                if (!clean.isEmpty()) {
                    return clean;
                }
            }
        }
        return "";
    }

    /** The elements of that name; of Atom 0.3's alternatives in one element the HTML comes first. */
    private static List<Element> bodies(Map<String, List<Element>> fields, String name) {
        List<Element> bodies = new ArrayList<>(2);
        for (Element element : list(fields, name)) {
            if (element.attr("type").toLowerCase(Locale.ROOT).startsWith("multipart/")
                    && element.firstElementChild() != null) {
                element.children().stream()
                        .sorted(Comparator.comparing(part -> !part.attr("type").contains("html")))
                        .forEach(bodies::add);
            } else {
                bodies.add(element);
            }
        }
        return bodies;
    }

    private boolean isAtom(String name) {
        return name.startsWith("atom:") || atom && name.indexOf(':') < 0;
    }

    /** {@code xml:base} of the element and everything around it, from the document's address on. */
    private URI base(Element element) {
        Deque<String> bases = new ArrayDeque<>();
        for (Element e = element; e != null; e = e.parent()) {
            if (e.hasAttr("xml:base")) {
                bases.push(e.attr("xml:base"));
            } else if (e.hasAttr("base") && Names.local(e).equals("channel")) {
                bases.push(e.attr("base")); // CDF
            }
        }
        URI base = address;
        for (String reference : bases) {
            URI next = Links.resolve(base, reference);
            base = next == null ? base : next;
        }
        return base;
    }

    /** Attributes of CDF are in capitals. */
    private static String attribute(Element element, String name) {
        return element.attributes().getIgnoreCase(name);
    }

    private static List<Element> list(Map<String, List<Element>> fields, String... wanted) {
        List<Element> found = new ArrayList<>(2);
        for (String name : wanted) {
            found.addAll(fields.getOrDefault(name, List.of()));
        }
        return found;
    }
}
