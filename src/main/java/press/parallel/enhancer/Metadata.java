package press.parallel.enhancer;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
    private static final int LONGEST_AUTHOR = 200;
    private static final String[] SEPARATORS = {
        " | ", " – ", " — ", " - ", " :: ", " · ", " • ", " » ", " « ", "｜", " : "
    };
    private static final String[] BY = {"by ", "von ", "por ", "par ", "di ", "door ", "av ", "af "};

    /** Reads what {@code page} says. */
    static Metadata of(Document page, Marks marks, LinkedData data) {
        Map<String, String> meta = metas(marks);
        String site = first(
                meta.getOrDefault("og:site_name", ""),
                data.text("publisher"),
                meta.getOrDefault("application-name", ""));
        Element canonical = marks.first(mark -> mark.is("link") && mark.says("rel", "canonical") && mark.has("href"));
        String own = first(canonical == null ? "" : canonical.attr("href"), meta.getOrDefault("og:url", ""));
        return new Metadata(
                title(page, marks, data, meta, site),
                author(marks, data, meta),
                published(marks, data, meta),
                image(page, marks, data, meta),
                language(page, data, meta),
                site,
                Links.address(own, page.baseUri()));
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

    private static String title(Document page, Marks marks, LinkedData data, Map<String, String> meta, String site) {
        Element named = marks.first(mark -> mark.says("itemprop", "headline") && !mark.is("meta"));
        Element heading = onlyHeading(marks);
        String shown = heading == null ? "" : heading.text();
        String found = first(
                data.text("headline"),
                withoutSite(meta.getOrDefault("og:title", ""), site, shown),
                withoutSite(meta.getOrDefault("twitter:title", ""), site, shown),
                named == null ? "" : named.text(),
                shown,
                withoutSite(page.title(), site, ""));
        return found.length() > LONGEST_TITLE ? found.substring(0, LONGEST_TITLE) : found;
    }

    /** The page's one h1; where there are several, the first inside an article. */
    private static @Nullable Element onlyHeading(Marks marks) {
        Element inside = marks.first(mark -> mark.is("h1") && mark.inStory());
        return inside != null ? inside : marks.first(mark -> mark.is("h1"));
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

    private static String author(Marks marks, LinkedData data, Map<String, String> meta) {
        Element named = marks.first(mark -> mark.ofAuthor() && mark.says("itemprop", "name"));
        named = named == null
                ? marks.first(mark ->
                        mark.is("a") && (mark.ofAuthor() || mark.tellsOf("author") || mark.says("rel", "author")))
                : named;
        named = named == null ? marks.first(mark -> mark.tellsOf("author") && !mark.is("meta")) : named;
        String found = first(
                data.names("author"),
                person(meta.getOrDefault("author", "")),
                person(meta.getOrDefault("article:author", "")),
                person(meta.getOrDefault("parsely-author", "")),
                person(meta.getOrDefault("dc.creator", "")),
                named == null ? "" : person(first(named.text(), named.attr("content"))));
        return found.length() > LONGEST_AUTHOR ? "" : found;
    }

    /** A byline as a name; "" for an address. */
    private static String person(String byline) {
        String name = byline.strip();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http") || lower.startsWith("@") || name.length() > LONGEST_AUTHOR) {
            return "";
        }
        for (String by : BY) {
            if (lower.startsWith(by)) {
                return name.substring(by.length()).strip();
            }
        }
        return name;
    }

    private static @Nullable Instant published(Marks marks, LinkedData data, Map<String, String> meta) {
        Element time = marks.first(mark -> mark.says("itemprop", "datePublished")
                || (mark.is("time") && (mark.has("pubdate") || mark.has("datetime"))));
        String[] said = {
            data.text("datePublished"),
            meta.getOrDefault("article:published_time", ""),
            meta.getOrDefault("datepublished", ""),
            meta.getOrDefault("og:published_time", ""),
            meta.getOrDefault("parsely-pub-date", ""),
            meta.getOrDefault("pubdate", ""),
            meta.getOrDefault("publish-date", ""),
            meta.getOrDefault("dc.date.issued", ""),
            meta.getOrDefault("dc.date", ""),
            meta.getOrDefault("date", ""),
            data.text("dateCreated"),
            time == null ? "" : first(time.attr("datetime"), time.attr("content"), time.text())
        };
        for (String one : said) {
            Instant read = Dates.read(one);
            if (read != null) {
                return read;
            }
        }
        return null;
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
