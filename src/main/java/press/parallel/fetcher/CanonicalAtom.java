package press.parallel.fetcher;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;
import press.parallel.Hints;

/**
 * The one form in which feeds reach Rome: well-formed Atom 1.0 without DOCTYPE, all in ASCII so that no charset on the way can harm
 * it, dates in UTC, links absolute. What Atom has no place for stands in elements of the namespace {@value #NAMESPACE}, which
 * Rome hands on as foreign markup. What {@link #write} wrote, {@link #read} reads back; HTML is cleaned here once more, because an
 * edited route may bring a feed that was never written here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287#section-6">RFC 4287, 6: foreign markup</a>
 */
final class CanonicalAtom {
    static final String NAMESPACE = "urn:parallel-press:entry";

    private static final URI NOWHERE = URI.create("");

    private final StringBuilder out = new StringBuilder(4096);

    private CanonicalAtom() {}

    static String write(Draft.OfFeed feed, URI address) {
        return new CanonicalAtom().feed(feed, address);
    }

    private String feed(Draft.OfFeed feed, URI address) {
        out.append(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:press=\"");
        out.append(NAMESPACE).append("\">\n");
        element("id", address);
        element("title", feed.title);
        link("alternate", feed.link);
        element("press:hints", feed.hints.line());
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
        return date == null ? null : DateTimeFormatter.ISO_INSTANT.format(date.truncatedTo(ChronoUnit.SECONDS));
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
            out.append('<').append(name).append(" type=\"html\">");
            text(value);
            out.append("</").append(name).append(">\n");
        }
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
        for (int i = 0; i < value.length(); ) {
            int sign = value.codePointAt(i);
            i += Character.charCount(sign);
            if (sign == '\n' || sign >= 0x20 && sign < 0x7f && "<>&\"".indexOf(sign) < 0) {
                out.append((char) sign);
            } else if (sign >= 0x20 && sign < 0xd800
                    || sign == '\t'
                    || sign == '\r'
                    || sign >= 0xe000 && sign != 0xfffe && sign != 0xffff) {
                out.append("&#").append(sign).append(';');
            }
        }
    }

    /** The drafts that {@link #write} was given, as far as Rome carries them. */
    static Draft.OfFeed read(SyndFeed feed) {
        Draft.OfFeed draft = new Draft.OfFeed();
        draft.title = SafeHtml.oneLine(or(feed.getTitle()));
        draft.link = Links.absolute(feed.getLink());
        for (Element own : feed.getForeignMarkup()) {
            if (own.getNamespaceURI().equals(NAMESPACE) && own.getName().equals("hints")) {
                draft.hints = Hints.parse(own.getText().strip());
            }
        }
        feed.getEntries().stream()
                .limit(XmlFeed.MAX_ENTRIES)
                .map(CanonicalAtom::entry)
                .forEach(draft.entries::add);
        return draft;
    }

    private static Draft entry(SyndEntry entry) {
        Draft draft = new Draft();
        draft.id = or(entry.getUri());
        draft.title = SafeHtml.oneLine(or(entry.getTitle()));
        draft.author = SafeHtml.oneLine(or(entry.getAuthor()));
        draft.link = Links.absolute(entry.getLink());
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
        draft.summary = SafeHtml.clean(value(entry.getDescription()), base);
        draft.content = entry.getContents().isEmpty()
                ? ""
                : SafeHtml.clean(value(entry.getContents().get(0)), base);
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
