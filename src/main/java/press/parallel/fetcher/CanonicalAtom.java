package press.parallel.fetcher;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;
import press.parallel.Hints;

/**
 * The one form in which feeds reach Rome: well-formed Atom 1.0 without DOCTYPE, all in ASCII so that no charset on the way can harm
 * it, dates in UTC, links absolute. What Atom has no place for stands in elements of the namespace {@value #NAMESPACE}, which
 * Rome hands on as foreign markup. What {@link #write} wrote, {@link #read} reads back; HTML of a feed without this program's seal is cleaned here,
 * because an edited route may bring a feed that was never written here.
 *
 * <p>HTML stands in CDATA sections, its letters beyond ASCII as references of HTML: parsers hand on a section in one piece, and text with
 * a reference in XML in as many as it has references, which took half of Rome's time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287#section-6">RFC 4287, 6: foreign markup</a>
 */
final class CanonicalAtom {
    static final String NAMESPACE = "urn:parallel-press:entry";

    /** Signs before it. */
    private static final int SEAL_WITHIN = 300;

    private static final URI NOWHERE = URI.create("");

    /** The form that Rome tries first; each that fails before takes as long as reading the rest of the entry. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The signs that HTML of ours has by their names. */
    private static final Map<Integer, String> NAMED =
            Map.of(0x22, "&quot;", 0x26, "&amp;", 0x3c, "&lt;", 0x3e, "&gt;", 0xa0, "&nbsp;");

    /** Known to this process only, so that no feed can pretend to have been cleaned. */
    private static @Nullable String seal;

    private final StringBuilder out = new StringBuilder(4096);

    private CanonicalAtom() {}

    /** Made when it is first needed: a constant would be the same in every copy of a native executable. */
    private static synchronized String seal() {
        if (seal == null) {
            seal = UUID.randomUUID().toString();
        }
        return seal;
    }

    /** Whether {@code text} was written by this very program. */
    static boolean isSealed(String text) {
        int at = text.indexOf("<press:seal>");
        return at >= 0 && at < SEAL_WITHIN && text.startsWith(seal(), at + "<press:seal>".length());
    }

    static String write(Draft.OfFeed feed, URI address) {
        return new CanonicalAtom().feed(feed, address);
    }

    private String feed(Draft.OfFeed feed, URI address) {
        out.append(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:press=\"");
        out.append(NAMESPACE).append("\">\n");
        element("press:seal", seal());
        element("id", address);
        element("title", feed.title);
        link("alternate", feed.link);
        element("press:hints", feed.hints.line());
        feed.notes.forEach(note -> element("press:note", note));
        for (Draft entry : feed.entries) {
            out.append("<entry>\n");
            element("id", entry.id);
            element("title", entry.title);
            link("alternate", entry.link);
            link("replies", entry.commentsLink);
            link("enclosure", entry.enclosure);
            if (!entry.author.isEmpty()) {
                out.append("<author>");
                element("name", entry.author);
                out.append("</author>\n");
            }
            element("published", date(entry.published));
            element("updated", date(entry.updated));
            html("summary", entry.summary);
            html("content", entry.content);
            for (String category : entry.categories) {
                out.append("<category term=\"");
                text(category);
                out.append("\"/>\n");
            }
            element("press:anonymous", entry.id.isEmpty() ? "true" : null);
            element("press:image", entry.image);
            element("press:points", entry.points == 0 ? null : entry.points);
            element("press:comments", entry.comments == 0 ? null : entry.comments);
            element("press:complete", entry.complete ? "true" : null);
            out.append("</entry>\n");
        }
        return out.append("</feed>\n").toString();
    }

    private static @Nullable String date(@Nullable Instant date) {
        return date == null ? null : DATE.format(date.truncatedTo(ChronoUnit.SECONDS));
    }

    private void element(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            out.append('<').append(name).append('>');
            text(value.toString());
            out.append("</").append(name).append(">\n");
        }
    }

    private void html(String name, String value) {
        if (!value.isEmpty()) {
            out.append('<').append(name).append(" type=\"html\"><![CDATA[");
            int from = 0;
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                boolean plain = c >= 0x20 && c < 0x7f || c == '\n' || c == '\t';
                if (!plain || c == '>' && value.startsWith("]]", i - 2)) {
                    out.append(value, from, i);
                    from = i + 1;
                    if (c == '>') {
                        out.append("]]><![CDATA[>");
                    } else if (Character.isHighSurrogate(c) && from < value.length()) {
                        out.append("&#").append(value.codePointAt(i)).append(';');
                        i++;
                        from++;
                    } else if (c >= 0xa0 && c < 0xd800 || c >= 0xe000 && c < 0xfffe) {
                        out.append("&#").append((int) c).append(';');
                    }
                }
            }
            out.append(value, from, value.length()).append("]]></").append(name).append(">\n");
        }
    }

    /** The letters beyond ASCII that {@link #html} wrote as references, and the names that Rome made into numbers on the way. */
    private static String letters(String html) {
        int at = html.indexOf("&#");
        if (at < 0) {
            return html;
        }
        StringBuilder text = new StringBuilder(html.length());
        int from = 0;
        for (; at >= 0; at = html.indexOf("&#", from)) {
            int end = html.indexOf(';', at);
            int sign = end < 0 ? -1 : (int) Aggregators.count(html.substring(at + 2, Math.min(end, at + 10)));
            text.append(html, from, at);
            String name = NAMED.getOrDefault(sign, "");
            if (!name.isEmpty()) {
                text.append(name);
                from = end + 1;
            } else if (sign >= 0xa0 && Character.isValidCodePoint(sign)) {
                text.appendCodePoint(sign);
                from = end + 1;
            } else {
                text.append("&#");
                from = at + 2;
            }
        }
        return text.append(html, from, html.length()).toString();
    }

    private void link(String relation, @Nullable URI address) {
        if (address != null) {
            out.append("<link rel=\"").append(relation).append("\" href=\"");
            text(address.toString());
            out.append("\"/>\n");
        }
    }

    /** ASCII as it is, markup and everything else by number; signs that XML 1.0 forbids are left out. */
    private void text(String value) {
        int from = 0;
        for (int i = 0; i < value.length(); ) {
            int sign = value.codePointAt(i);
            int end = i + Character.charCount(sign);
            if (sign < 0x20 && sign != '\n' || sign >= 0x7f || "<>&\"".indexOf(sign) >= 0) {
                out.append(value, from, i);
                from = end;
                boolean allowed = sign >= 0x20 && sign < 0xd800
                        || sign == '\t'
                        || sign == '\r'
                        || sign >= 0xe000 && sign != 0xfffe && sign != 0xffff;
                if (allowed) {
                    out.append("&#").append(sign).append(';');
                }
            }
            i = end;
        }
        out.append(value, from, value.length());
    }

    /** The drafts that {@link #write} was given, as far as Rome carries them. */
    static Draft.OfFeed read(SyndFeed feed) {
        Draft.OfFeed draft = new Draft.OfFeed();
        draft.title = SafeHtml.oneLine(or(feed.getTitle()));
        draft.link = Links.absolute(feed.getLink());
        boolean sealed = false;
        for (Element own : feed.getForeignMarkup()) {
            if (own.getNamespaceURI().equals(NAMESPACE)) {
                String text = own.getText().strip();
                switch (own.getName()) {
                    case "seal" -> sealed = text.equals(seal());
                    case "hints" -> draft.hints = Hints.parse(text);
                    case "note" -> draft.notes.add(text);
                    default -> {} // nothing that we write
                }
            }
        }
        for (SyndEntry entry : feed.getEntries()) {
            draft.entries.add(entry(entry, sealed));
        }
        return draft;
    }

    private static Draft entry(SyndEntry entry, boolean sealed) {
        Draft draft = new Draft();
        draft.id = or(entry.getUri());
        draft.title = sealed ? or(entry.getTitle()).strip() : SafeHtml.oneLine(or(entry.getTitle()));
        draft.author = sealed ? or(entry.getAuthor()) : SafeHtml.oneLine(or(entry.getAuthor()));
        draft.link = sealed && entry.getLink() != null ? URI.create(entry.getLink()) : Links.absolute(entry.getLink());
        for (SyndLink link : entry.getLinks()) {
            if ("replies".equals(link.getRel())) {
                draft.commentsLink = Links.absolute(link.getHref());
            }
        }
        if (draft.commentsLink == null) {
            draft.commentsLink = Links.absolute(entry.getComments());
        }
        if (!entry.getEnclosures().isEmpty()) {
            draft.enclosure = Links.absolute(entry.getEnclosures().get(0).getUrl());
        }
        draft.published = instant(entry.getPublishedDate());
        draft.updated = instant(entry.getUpdatedDate());
        URI base = draft.link == null ? NOWHERE : draft.link;
        String summary = value(entry.getDescription());
        String content =
                entry.getContents().isEmpty() ? "" : value(entry.getContents().get(0));
        draft.summary = sealed ? letters(summary) : SafeHtml.clean(summary, base);
        draft.content = sealed ? letters(content) : SafeHtml.clean(content, base);
        for (SyndCategory category : entry.getCategories()) {
            draft.categories.add(or(category.getName()));
        }
        for (Element own : entry.getForeignMarkup()) {
            if (own.getNamespaceURI().equals(NAMESPACE)) {
                own(own.getName(), own.getText().strip(), draft);
            }
        }
        return draft;
    }

    private static void own(String name, String text, Draft draft) {
        switch (name) {
            case "anonymous" -> draft.id = ""; // Rome puts the link where there is no id
            case "image" -> draft.image = Links.absolute(text);
            case "points" -> draft.points = Math.max(0, Aggregators.count(text));
            case "comments" -> draft.comments = Math.max(0, Aggregators.count(text));
            case "complete" -> draft.complete = text.equals("true");
            default -> {} // nothing that we write
        }
    }

    private static String value(@Nullable SyndContent content) {
        return content == null ? "" : or(content.getValue());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
