package press.parallel.enhancer;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the page that continues a story. {@code rel=next} alone is not believed, for many sites say it of the next story: the address
 * has to be the story's own with the next page's number in it.
 */
final class NextPage {
    /** Links in page lists that are looked at. */
    private static final int MOST = 200;

    /** Names that page numbers have in queries. */
    private static final Set<String> PARAMETERS =
            Set.of("page", "p", "pg", "pn", "pagina", "seite", "paged", "pagenumber");

    /** What may stand between a story's address and the number of its page: {@code /2}, {@code /page/2}, {@code -2}, {@code ,p2}. */
    private static final Pattern MARK = Pattern.compile("/|/page[/-]|/p|/seite[/-]?|[-_,.](?:page|p|seite)[-_]?");

    /** The same before {@code .html}; without it, {@code -2} is a story of the same name. */
    private static final Pattern MARK_BEFORE_EXTENSION = Pattern.compile("[-_,.]|" + MARK.pattern());

    private NextPage() {}

    /**
     * @param first address of the story's first page
     * @param number of the page that is wanted, from 2
     * @param rule what the reader says of the site, null for nothing
     * @return null when the story ends here
     */
    static @Nullable URI of(Document page, Marks marks, URI first, int number, SiteRules.@Nullable Rule rule) {
        if (rule != null && !rule.nextPage().isEmpty()) {
            Element link = page.selectFirst(rule.nextPage());
            Element anchor = link == null || link.hasAttr("href") ? link : link.selectFirst("[href]");
            return anchor == null ? null : onSite(anchor, page, first);
        }
        List<Marks.Mark> links = new ArrayList<>(
                marks.all(mark -> (mark.is("link") || mark.is("a")) && mark.says("rel", "next") && mark.has("href")));
        links.addAll(
                marks.all(mark -> mark.is("a") && (mark.inPages() || mark.isNamed("page-number")) && mark.has("href")));
        for (Marks.Mark mark : links.size() > MOST ? links.subList(0, MOST) : links) {
            Element link = mark.element();
            @Nullable URI address = onSite(link, page, first);
            if (address != null && isPage(first, address, number)) {
                return address;
            }
        }
        return null;
    }

    /** Where {@code link} leads, without its fragment; null when that is another host. */
    private static @Nullable URI onSite(Element link, Document page, URI first) {
        @Nullable URI address = Links.address(link.attr("href"), page.baseUri());
        if (address == null || address.getHost() == null || !address.getHost().equalsIgnoreCase(first.getHost())) {
            return null;
        }
        String whole = address.toString();
        int fragment = whole.indexOf('#');
        return fragment < 0 ? address : URI.create(whole.substring(0, fragment));
    }

    /** Whether {@code address} is that of {@code first} with {@code number} as the number of a page in it. */
    static boolean isPage(URI first, URI address, int number) {
        String path = path(first);
        String other = path(address);
        String query = query(first);
        String otherQuery = query(address);
        if (path.equals(other)) {
            return isNumbered(query, otherQuery, number);
        }
        if (!query.equals(otherQuery)) {
            return false;
        }
        int end = extension(path);
        String name = path.substring(0, end);
        if (!other.startsWith(name) || !other.endsWith(path.substring(end))) {
            return false;
        }
        String inserted =
                other.substring(name.length(), Math.max(name.length(), other.length() - (path.length() - end)));
        String digits = Integer.toString(number);
        return inserted.endsWith(digits)
                && (end < path.length() ? MARK_BEFORE_EXTENSION : MARK)
                        .matcher(inserted.substring(0, inserted.length() - digits.length()))
                        .matches();
    }

    /** Without what feeds hang on their links to count readers. */
    private static String query(URI address) {
        StringBuilder query = new StringBuilder();
        String whole = address.getRawQuery() == null ? "" : address.getRawQuery();
        for (String parameter : whole.split("&", 100)) {
            String name = parameter.toLowerCase(Locale.ROOT);
            if (!name.startsWith("utm_")
                    && !name.startsWith("at_")
                    && !name.startsWith("fbclid=")
                    && !name.startsWith("cmp=")) {
                query.append(query.length() == 0 ? "" : "&").append(parameter);
            }
        }
        return query.toString();
    }

    /** Whether the second query is the first with a page number; some sites count from 0, so that the second page is 1. */
    private static boolean isNumbered(String query, String other, int number) {
        String rest = "";
        int found = -1;
        for (String parameter : other.split("&", 100)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            if (PARAMETERS.contains(name.toLowerCase(Locale.ROOT))
                    && !("&" + query + "&").contains("&" + parameter + "&")) {
                found = value.length() < 4 && value.matches("\\d+") ? Integer.parseInt(value) : -1;
            } else {
                rest = rest.isEmpty() ? parameter : rest + "&" + parameter;
            }
        }
        return (found == number || found == number - 1)
                && found > 0
                && withoutFirst(query).equals(rest);
    }

    /** A query without the number of a first page. */
    private static String withoutFirst(String query) {
        StringBuilder rest = new StringBuilder();
        for (String parameter : query.split("&", 100)) {
            int equals = parameter.indexOf('=');
            boolean numbered = equals > 0
                    && PARAMETERS.contains(parameter.substring(0, equals).toLowerCase(Locale.ROOT))
                    && (parameter.endsWith("=1") || parameter.endsWith("=0"));
            if (!numbered) {
                rest.append(rest.length() == 0 ? "" : "&").append(parameter);
            }
        }
        return rest.toString();
    }

    /** Without a slash at its end. */
    private static String path(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Where {@code .html} and its kind begins, else the end. */
    private static int extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') && path.length() - dot <= 6 ? dot : path.length();
    }
}
