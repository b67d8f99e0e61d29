package press.parallel.enhancer;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import press.parallel.Picture;

/**
 * What a page says about its article: JSON-LD first, then OpenGraph, other meta elements, microdata, then the page as seen.
 *
 * @param title the headline without the site's name, "" when not found
 * @param author names joined with commas, "" when not found
 * @param published null when not said or not understood
 * @param image lead picture, null when there is none
 * @param language BCP 47 tag, "" when unknown
 * @param site name of the publication, "" when not said
 * @param canonical address that the page calls its own, null when not said
 */
record Metadata(
        String title,
        String author,
        @Nullable Instant published,
        @Nullable Picture image,
        String language,
        String site,
        @Nullable URI canonical) {

    /** Of what says nothing about itself. */
    static final Metadata NONE = new Metadata("", "", null, null, "", "", null);

    private static final int LONGEST_TITLE = 400;

    /** A longer piece is no date with what belongs to it. */
    private static final int LONGEST_DATED = 160;

    /** Blocks at the end of a text that may stand below its names. */
    private static final int LAST = 4;

    /** Of a date in pieces, in characters. */
    private static final int LONGEST_PART = 20;

    private static final Pattern DAY = Pattern.compile("/((?:19|20)\\d\\d)/(\\d\\d)/(\\d\\d)(?:/|$)");
    private static final String[] SEPARATORS = {
        " | ", " – ", " — ", " - ", " :: ", " · ", " • ", " » ", " « ", "｜", " : "
    };

    /**
     * Reads what {@code page} says.
     *
     * @param latest a later date is none
     */
    static Metadata of(Document page, Marks marks, LinkedData data, Instant latest) {
        Map<String, String> meta = metas(marks);
        String site = first(
                meta.getOrDefault("og:site_name", ""),
                data.text("publisher"),
                meta.getOrDefault("application-name", ""));
        Element canonical = marks.first(mark -> mark.is("link") && mark.says("rel", "canonical") && mark.has("href"));
        String own = first(canonical == null ? "" : canonical.attr("href"), meta.getOrDefault("og:url", ""));
        String language = language(page, data, meta);
        Headline headline = Headline.of(
                marks, List.of(page.title(), meta.getOrDefault("og:title", ""), data.text("headline")), site);
        String author = author(marks, data, meta, site);
        @Nullable Instant published = published(marks, data, meta, language, latest);
        boolean nameless = author.isEmpty() || author.equalsIgnoreCase(site);
        if (headline.element() != null && (nameless || published == null)) {
            Nearby nearby = Nearby.headline(headline.element());
            if (nameless) {
                String seen =
                        new Bylines(nearby, language, List.of(site, meta.getOrDefault("article:section", ""))).shown();
                author = seen.isEmpty() ? author : seen;
            }
            published = published == null ? shown(nearby, language, latest) : published;
        }
        published = published == null ? marked(marks, language, latest) : published;
        return new Metadata(
                title(page, data, meta, site, headline),
                author,
                published,
                image(page, marks, data, meta),
                language,
                site,
                Links.address(own, page.baseUri()));
    }

    private static @Nullable Instant marked(Marks marks, String language, Instant latest) {
        Element time = marks.first(mark -> !mark.aside()
                && mark.is("time")
                && (mark.has("pubdate") || mark.has("datetime"))
                && !mark.isNamed("updated")
                && !mark.isNamed("modified"));
        @Nullable Instant read = Dates.read(text(time), language);
        return read == null || read.isAfter(latest) ? null : read;
    }

    /**
     * The same with what stands around the text, and in the address, where nothing surer was said.
     *
     * @param blocks the text
     */
    Metadata with(List<Block> blocks, Marks marks, String address, Instant latest) {
        String name = author;
        @Nullable Instant date = published;
        boolean nameless = name.isEmpty() || name.equalsIgnoreCase(site);
        if (!blocks.isEmpty() && (nameless || date == null)) {
            String inText = nameless ? Bylines.inText(blocks) : "";
            Nearby nearby = Nearby.text(blocks.subList(Math.max(0, blocks.size() - LAST), blocks.size()).stream()
                    .map(Block::source)
                    .toList());
            if (nameless) {
                String seen = inText.isEmpty() ? new Bylines(nearby, language, List.of(site)).below() : inText;
                name = seen.isEmpty() ? name : seen;
            }
            date = date == null ? shown(nearby, language, latest) : date;
        }
        if (name.isEmpty()) {
            Element creator = marks.first(mark -> mark.is("meta") && mark.says("name", "twitter:creator"));
            String said = creator == null ? "" : creator.attr("content").strip();
            name = Names.isPerson(said) ? said : "";
        }
        date = date == null ? inAddress(first(canonical == null ? "" : canonical.toString(), address), latest) : date;
        return new Metadata(title, name, date, image, language, site, canonical);
    }

    /** Content of the meta elements by lower-case property, name or itemprop; the first of each counts. */
    private static Map<String, String> metas(Marks marks) {
        Map<String, String> metas = new HashMap<>();
        for (Marks.Mark mark : marks.all(one -> one.is("meta") && one.has("content"))) {
            Element meta = mark.element();
            String content = meta.attr("content").strip();
            for (String key : new String[] {"property", "name", "itemprop", "http-equiv"}) {
                String name = meta.attr(key).toLowerCase(Locale.ROOT).strip();
                if (!name.isEmpty() && !content.isEmpty() && content.length() < 10_000) {
                    metas.putIfAbsent(name, content);
                }
            }
        }
        return metas;
    }

    private static String title(
            Document page, LinkedData data, Map<String, String> meta, String site, Headline headline) {
        String shown = headline.text();
        String found = first(
                whole(data.text("headline"), shown),
                whole(withoutSite(meta.getOrDefault("og:title", ""), site, shown), shown),
                whole(withoutSite(meta.getOrDefault("twitter:title", ""), site, shown), shown),
                shown,
                withoutSite(page.title(), site, ""));
        return found.length() > LONGEST_TITLE ? found.substring(0, LONGEST_TITLE) : found;
    }

    /** The headline as shown, where {@code title} is the cut beginning of it. */
    private static String whole(String title, String shown) {
        String begun = title.endsWith("…")
                ? title.substring(0, title.length() - 1).strip()
                : title.endsWith("...") ? title.substring(0, title.length() - 3).strip() : "";
        return !begun.isEmpty() && shown.length() > begun.length() && shown.startsWith(begun) ? shown : title;
    }

    /**
     * {@code title} without the site's name at its end or start: what is {@code site}, what the headline as shown has not, or,
     * when neither is known, a last part of at most four words.
     */
    static String withoutSite(String title, String site, String shown) {
        for (String separator : SEPARATORS) {
            int last = title.lastIndexOf(separator);
            if (last <= 0) {
                continue;
            }
            String before = title.substring(0, last).strip();
            String after = title.substring(last + separator.length()).strip();
            int first = title.indexOf(separator);
            if (!shown.isEmpty() && shown.equalsIgnoreCase(title.strip())) {
                return title.strip();
            }
            if (!shown.isEmpty() && (title.endsWith(separator + shown) || title.startsWith(shown + separator))) {
                return shown;
            }
            if (after.equalsIgnoreCase(site) || before.equalsIgnoreCase(shown)) {
                return before;
            }
            if (title.substring(0, first).strip().equalsIgnoreCase(site)) {
                return title.substring(first + separator.length()).strip();
            }
            if (site.isEmpty() && shown.isEmpty() && Words.count(after) <= 4 && Words.count(before) >= 3) {
                return before;
            }
        }
        return title.strip();
    }

    private static String author(Marks marks, LinkedData data, Map<String, String> meta, String site) {
        String own = "";
        for (String said : new String[] {
            data.authors(),
            meta.getOrDefault("author", ""),
            meta.getOrDefault("article:author", ""),
            meta.getOrDefault("og:article:author", ""),
            meta.getOrDefault("parsely-author", ""),
            meta.getOrDefault("dc.creator", ""),
            meta.getOrDefault("sailthru.author", ""),
            meta.getOrDefault("cxenseparse:author", ""),
            meta.getOrDefault("byl", ""),
            property(marks)
        }) {
            String name = Names.clean(said);
            if (!name.isEmpty() && !name.equalsIgnoreCase(site)) {
                return name;
            }
            own = own.isEmpty() ? name : own;
        }
        return own;
    }

    /** What microdata or a link call the author. */
    private static String property(Marks marks) {
        Element named = marks.first(mark -> !mark.aside() && mark.ofAuthor() && mark.says("itemprop", "name"));
        named = named == null
                ? marks.first(mark -> !mark.aside()
                        && mark.is("a")
                        && (mark.ofAuthor() || mark.tellsOf("author") || mark.says("rel", "author")))
                : named;
        named = named == null
                ? marks.first(mark -> !mark.aside() && mark.tellsOf("author") && !mark.is("meta"))
                : named;
        return named == null || !Box.isSizeOf(named) ? "" : first(named.text(), named.attr("content"));
    }

    private static @Nullable Instant published(
            Marks marks, LinkedData data, Map<String, String> meta, String language, Instant latest) {
        String[] said = {
            data.published(),
            meta.getOrDefault("article:published_time", ""),
            meta.getOrDefault("datepublished", ""),
            meta.getOrDefault("og:published_time", ""),
            meta.getOrDefault("og:article:published_time", ""),
            meta.getOrDefault("parsely-pub-date", ""),
            meta.getOrDefault("sailthru.date", ""),
            meta.getOrDefault("cxenseparse:recs:publishtime", ""),
            meta.getOrDefault("pubdate", ""),
            meta.getOrDefault("publish-date", ""),
            meta.getOrDefault("dc.date.issued", ""),
            meta.getOrDefault("dc.date", ""),
            meta.getOrDefault("date", ""),
            text(marks.first(mark -> !mark.aside() && mark.says("itemprop", "datePublished")))
        };
        for (String one : said) {
            Instant read = Dates.read(one, language);
            if (read != null && !read.isAfter(latest)) {
                return read;
            }
        }
        return null;
    }

    /** The date in a marked element: for machines if it can be. */
    private static String text(@Nullable Element time) {
        return time == null || !Box.isSizeOf(time)
                ? ""
                : first(time.attr("datetime"), time.attr("content"), time.attr("title"), time.text());
    }

    private static @Nullable Instant shown(Nearby nearby, String language, Instant latest) {
        String before = "";
        List<Nearby.Piece> pieces = nearby.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            Nearby.Piece piece = pieces.get(i);
            Nearby.Kind kind = nearby.kind(piece);
            String said = piece.element().normalName().equals("time")
                    ? piece.element().attr("datetime")
                    : piece.element().normalName().equals("abbr")
                            ? piece.element().attr("title")
                            : "";
            boolean changed = kind == Nearby.Kind.CHANGED || !ShownDates.isOfPublication(before);
            @Nullable Instant read = changed || said.isEmpty() ? null : Dates.read(said, language);
            if (read == null && kind != Nearby.Kind.CHANGED && piece.text().length() <= LONGEST_DATED) {
                ShownDates.@Nullable Found found = ShownDates.find(piece.text(), language, before);
                found = found == null ? ShownDates.find(apart(pieces, i), language, before) : found;
                read = found == null ? null : found.instant();
            }
            if (read != null && !read.isAfter(latest)) {
                return read;
            }
            before = piece.text().length() < 40 ? piece.text() : "";
        }
        return null;
    }

    /** A date may stand in three pieces: large digits for the day, small ones for the year. */
    private static String apart(List<Nearby.Piece> pieces, int from) {
        StringBuilder date = new StringBuilder();
        for (int i = from; i < pieces.size() && i < from + 3; i++) {
            Nearby.Piece piece = pieces.get(i);
            if (piece.text().length() > LONGEST_PART
                    || piece.line() > pieces.get(from).line() + 4) {
                return date.toString();
            }
            date.append(piece.text()).append(' ');
        }
        return date.toString();
    }

    /** The day in an address such as {@code /2026/03/04/title}. */
    private static @Nullable Instant inAddress(String address, Instant latest) {
        Matcher day = DAY.matcher(address);
        if (!day.find()) {
            return null;
        }
        @Nullable Instant read = Dates.read(day.group(1) + "-" + day.group(2) + "-" + day.group(3), "");
        return read == null || read.isAfter(latest) ? null : read;
    }

    private static @Nullable Picture image(Document page, Marks marks, LinkedData data, Map<String, String> meta) {
        Element linked = marks.first(mark -> mark.is("link") && mark.says("rel", "image_src") && mark.has("href"));
        Element marked = marks.first(mark -> mark.is("img") && mark.says("itemprop", "image") && mark.has("src"));
        String[] said = {
            meta.getOrDefault("og:image", ""),
            meta.getOrDefault("og:image:url", ""),
            data.address("image"),
            meta.getOrDefault("twitter:image", ""),
            meta.getOrDefault("twitter:image:src", ""),
            linked == null ? "" : linked.attr("href"),
            marked == null ? "" : marked.attr("src")
        };
        for (String one : said) {
            @Nullable URI address = Links.address(one, page.baseUri());
            if (address != null && !Pictures.isOrnament(address)) {
                String alt = first(meta.getOrDefault("og:image:alt", ""), meta.getOrDefault("twitter:image:alt", ""));
                return new Picture(address, alt, "", 0, 0);
            }
        }
        return null;
    }

    private static String language(Document page, LinkedData data, Map<String, String> meta) {
        Element root = page.selectFirst("html");
        String[] said = {
            root == null ? "" : first(root.attr("lang"), root.attr("xml:lang")),
            meta.getOrDefault("content-language", ""),
            data.text("inLanguage"),
            meta.getOrDefault("og:locale", ""),
            meta.getOrDefault("language", "")
        };
        for (String one : said) {
            String tag = Locale.forLanguageTag(one.strip().replace('_', '-')).toLanguageTag();
            if (!tag.equals("und")) {
                return tag;
            }
        }
        return "";
    }

    private static String first(String... values) {
        for (String value : values) {
            if (!value.isBlank()) {
                return value.strip();
            }
        }
        return "";
    }
}
