package press.parallel.fetcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import press.parallel.Feed;
import press.parallel.Section;

/**
 * The list of feeds to poll: from the sections of the settings, or from a file, OPML or text. The first mention of an address
 * counts, later ones are dropped. Stateless, so that any number of threads may share one.
 *
 * @see <a href="http://opml.org/spec2.opml#subscriptionLists">OPML 2.0, subscription lists</a>
 */
public final class FeedList {
    private static final int MAX_DEPTH = 64;

    /**
     * What a list said.
     *
     * @param feeds in the list's order, indexed from 0
     * @param problems one line each: what, where, expected, found
     * @param outlines the same feeds as {@link OpmlWriter} writes them
     * @param repeats one line for each address that was listed before and is dropped
     */
    public record Listed(List<Feed> feeds, List<String> problems, List<Outline> outlines, List<String> repeats) {
        public Listed {
            feeds = List.copyOf(feeds);
            problems = List.copyOf(problems);
            outlines = List.copyOf(outlines);
            repeats = List.copyOf(repeats);
        }
    }

    /**
     * A feed as OPML knows it.
     *
     * @param text what the list calls it, "" when it has no name there
     * @param page address of its web page as it was written, "" when none
     * @param folders around it, the outermost first
     */
    public record Outline(URI address, String text, String page, List<String> folders) {
        public Outline {
            folders = List.copyOf(folders);
        }
    }

    /**
     * The feeds that the sections list.
     *
     * @throws IllegalArgumentException when an address is none; the message has one line for each
     */
    public List<Feed> of(List<Section> sections) {
        Listed listed = read(sections);
        if (!listed.problems().isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", listed.problems()));
        }
        return listed.feeds();
    }

    /** The same, with the problems beside the feeds that are good. */
    public Listed read(List<Section> sections) {
        Collector found = new Collector();
        for (Section section : sections) {
            for (String address : section.feeds()) {
                found.add(
                        "press.section." + section.id() + ".feeds",
                        address,
                        section.id(),
                        "",
                        "",
                        List.of(section.title()));
            }
        }
        return found.listed();
    }

    /**
     * The feeds of a file.
     *
     * @param file OPML; or text with one address a line, optionally a section's id after it, and comments after {@code #}
     * @param sectionIds ids of the paper's sections; an OPML folder counts for a section when it is called by its id, in any case
     * @throws IllegalArgumentException with a sentence for the user when the file cannot be read
     */
    public Listed read(Path file, List<String> sectionIds) {
        Map<String, String> titles = new LinkedHashMap<>();
        sectionIds.forEach(id -> titles.put(id, id));
        return read(file, titles);
    }

    /** The feeds of the file where there is one, else those that the sections list. */
    public Listed read(Optional<Path> file, List<Section> sections) {
        return file.isPresent() ? readFor(file.get(), sections) : read(sections);
    }

    /** The same; an OPML folder may be called by a section's id or by its title. */
    public Listed readFor(Path file, List<Section> sections) {
        Map<String, String> titles = new LinkedHashMap<>();
        sections.forEach(section -> titles.put(section.id(), section.title()));
        return read(file, titles);
    }

    private static Listed read(Path file, Map<String, String> titles) {
        String text;
        try {
            text = Charsets.decode(Files.readAllBytes(file), "");
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "press.feeds.file: expected a readable feed list at '" + file + "', but " + Unreadable.reason(e),
                    e);
        }
        Collector found = new Collector();
        if (text.stripLeading().startsWith("<")) {
            opml(file, text, titles, found);
        } else {
            lines(file, text, titles, found);
        }
        return found.listed();
    }

    private static void lines(Path file, String text, Map<String, String> titles, Collector found) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = withoutComment(lines.get(i)).strip();
            if (line.isEmpty()) {
                continue;
            }
            String where = file + ":" + (i + 1);
            int space = 0;
            while (space < line.length() && !Character.isWhitespace(line.charAt(space))) {
                space++;
            }
            String named = line.substring(space).strip();
            String section = section(titles, named);
            if (section.isEmpty() && !named.isEmpty()) {
                found.problem(where + ": expected a section of press.sections (" + String.join(", ", titles.keySet())
                        + ") after the address, but found '" + named + "'; sections' keywords decide for this feed");
            }
            found.add(
                    where,
                    line.substring(0, space),
                    section,
                    "",
                    "",
                    section.isEmpty() ? List.of() : List.of(titles.getOrDefault(section, section)));
        }
    }

    /** A hash opens a comment at the start of a line or after a space; inside an address it is a fragment. */
    private static String withoutComment(String line) {
        for (int i = line.indexOf('#'); i >= 0; i = line.indexOf('#', i + 1)) {
            if (i == 0 || Character.isWhitespace(line.charAt(i - 1))) {
                return line.substring(0, i);
            }
        }
        return line;
    }

    private static void opml(Path file, String text, Map<String, String> titles, Collector found) {
        Document document = Parser.xmlParser()
                .settings(ParseSettings.htmlDefault)
                .setMaxDepth(MAX_DEPTH)
                .setTrackPosition(true)
                .parseInput(text, "");
        int[] outlines = new int[1];
        document.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof Element outline && Names.local(outline).equals("outline")) {
                    outlines[0]++;
                    String address = address(outline);
                    if (!address.isBlank()) {
                        Range range = outline.sourceRange();
                        String where =
                                file + (range.isTracked() ? ":" + range.start().lineNumber() : "");
                        found.add(
                                where,
                                address,
                                folder(outline, titles),
                                text(outline),
                                outline.attr("htmlurl").strip(),
                                folders(outline));
                    }
                }
                return FilterResult.CONTINUE;
            }
        });
        if (outlines[0] == 0) {
            found.problem(file + ": expected OPML with <outline xmlUrl=\"\u2026\">, or one address a line, but found "
                    + "<" + firstName(document) + ">");
        }
    }

    /** Some write {@code url} where they mean {@code xmlUrl}; of type "link" that is a web page. */
    private static String address(Element outline) {
        String address = outline.attr("xmlurl");
        boolean feed = outline.attr("type").strip().toLowerCase(Locale.ROOT).matches("rss|atom|rdf|feed");
        return address.isBlank() && feed ? outline.attr("url") : address;
    }

    private static String text(Element outline) {
        String text = SafeHtml.oneLine(outline.attr("text"));
        return text.isEmpty() ? SafeHtml.oneLine(outline.attr("title")) : text;
    }

    private static List<String> folders(Element outline) {
        List<String> folders = new ArrayList<>();
        for (Element folder = outline.parent(); folder != null; folder = folder.parent()) {
            if (Names.local(folder).equals("outline") && !text(folder).isEmpty()) {
                folders.add(0, text(folder));
            }
        }
        return folders;
    }

    private static String firstName(Document document) {
        Element first = document.firstElementChild();
        return first == null ? "" : first.tagName();
    }

    /** Section of the nearest folder around the outline that is called like one, else "". */
    private static String folder(Element outline, Map<String, String> titles) {
        for (Element folder = outline.parent(); folder != null; folder = folder.parent()) {
            for (String name : new String[] {"title", "text"}) {
                String section = section(titles, folder.attr(name));
                if (!section.isEmpty()) {
                    return section;
                }
            }
        }
        return section(titles, outline.attr("category"));
    }

    private static String section(Map<String, String> titles, String named) {
        String wanted = named.strip().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> title : titles.entrySet()) {
            boolean called = wanted.equals(title.getKey().toLowerCase(Locale.ROOT))
                    || wanted.equals(title.getValue().toLowerCase(Locale.ROOT));
            if (called && !wanted.isEmpty()) {
                return title.getKey();
            }
        }
        return "";
    }

    /** Keeps order and first mentions. */
    private static final class Collector {
        private final Map<URI, Feed> feeds = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();
        private final List<Outline> outlines = new ArrayList<>();
        private final List<String> repeats = new ArrayList<>();

        void add(String where, String raw, String section, String text, String page, List<String> folders) {
            URI address = Links.absolute(raw);
            if (address == null || address.getHost() == null) {
                problem(where + ": expected an absolute http or https address, but found '" + SafeHtml.oneLine(raw)
                        + "'; skipped");
                return;
            }
            if (feeds.containsKey(address)) {
                repeats.add(where + ": '" + address + "' was listed before; dropped");
                return;
            }
            feeds.put(address, new Feed(address, section, feeds.size()));
            outlines.add(new Outline(address, text, page, folders));
        }

        void problem(String line) {
            problems.add(line);
        }

        Listed listed() {
            return new Listed(new ArrayList<>(feeds.values()), problems, outlines, repeats);
        }
    }
}
