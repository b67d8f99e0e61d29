package press.parallel.fetcher;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The one name of a page that goes by many: an entry's key in the newsroom.
 *
 * <p>http and https, with and without {@code www.}, and AMP are twins; the default port, a session, a slash or {@code index.html} at the
 * end, and parameters that only tell where a reader came from are dropped, as is the fragment, except one that is a page of its own
 * ({@code #!}, {@code #/}). Percent-encoding is written in one way and parameters stand in the order of their names. Whatever may
 * tell one article from another stays: two pages under one name would cost a story, one page under two names costs a line.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-6.2">RFC 3986, 6.2: addresses that mean the same</a>
 */
public final class CanonicalLink {
    /** Parameters that say who sent the reader. Names in lower case. */
    private static final Set<String> TRACKING = Set.of(
            ("fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id igshid igsh mkt_tok _ga _gl epik"
                            + " ref_src ref_url cmpid ncid smid ito xtor spm ocid soc_src soc_trk guccounter wt_mc wt_zmc wt.mc_id rss ftag sr_share"
                            + " __twitter_impression fb_ref fb_source fb_action_ids fb_action_types s_cid icid intcid intcmp ex_cid"
                            + " mc_cid mc_eid mc_tc pk_campaign pk_kwd pk_keyword pk_source pk_medium pk_content pk_cid pk_vid"
                            + " ns_mchannel ns_source ns_campaign ns_linkname ns_fee vero_id vero_conv oly_enc_id oly_anon_id")
                    .split(" ", -1));

    private static final Set<String> TRACKING_PREFIXES =
            Set.of("utm_", "mtm_", "piwik_", "matomo_", "hsa_", "_hs", "at_", "guce_");

    /** Parameters that mean something on many sites and only name the feed when they say so. */
    private static final Set<String> SOURCE =
            Set.of("ref", "source", "src", "from", "partner", "campaign", "cid", "cmp", "via", "feed", "mod", "origin");

    private static final Set<String> FEED_WORDS =
            Set.of("rss", "rss2", "feed", "atom", "rssfeed", "rss-feed", "rss_feed");

    private static final List<String> INDEX = List.of("/index.html", "/index.htm", "/index.php");

    private CanonicalLink() {}

    /**
     * The key of a page whose address a person wrote, with or without the scheme.
     *
     * @return empty when it is no address
     */
    public static Optional<String> ofWritten(String text) {
        String address = text.strip();
        if (address.chars().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        boolean bare = address.matches("(?i)[\\p{L}0-9_-]+(\\.[\\p{L}0-9_-]+)+(:[0-9]+)?([/?#].*)?");
        return Optional.ofNullable(Links.absolute(bare ? "https://" + address : address))
                .map(CanonicalLink::of);
    }

    /** @param link absolute http or https address */
    static String of(URI link) {
        // Host names with an underscore are none to java.net.URI; sites use them all the same.
        String authority = String.valueOf(link.getRawAuthority());
        String host = (link.getHost() == null ? authority : link.getHost()).toLowerCase(Locale.ROOT);
        int port = link.getPort();
        boolean usual = port < 0
                || port == 80 && "http".equals(link.getScheme())
                || port == 443 && "https".equals(link.getScheme());
        String fragment = link.getRawFragment() == null ? "" : link.getRawFragment();
        boolean page = fragment.startsWith("!") || fragment.startsWith("/");
        return "https://"
                + host(host)
                + (usual ? "" : ":" + port)
                + path(encoded(link.getRawPath() == null ? "" : link.getRawPath()))
                + query(encoded(link.getRawQuery() == null ? "" : link.getRawQuery()))
                + (page ? "#" + fragment : "");
    }

    private static String host(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String bare = name.startsWith("www.") ? name.substring("www.".length()) : name;
        // amp.dev is a site, amp.paper.example a twin.
        return bare.startsWith("amp.") && bare.indexOf('.', "amp.".length()) > 0
                ? host(bare.substring("amp.".length()))
                : bare;
    }

    private static String path(String path) {
        String page = withoutSession(path);
        for (String index : INDEX) {
            page = page.endsWith(index) ? page.substring(0, page.length() - index.length()) : page;
        }
        page = withoutSlashes(page);
        if (page.endsWith("/amp")) {
            String before = withoutSlashes(page.substring(0, page.length() - "/amp".length()));
            String slug = before.substring(before.lastIndexOf('/') + 1);
            // Only behind what looks like an article: there are pages about amplifiers.
            return slug.indexOf('-') > 0 || slug.chars().anyMatch(c -> c >= '0' && c <= '9') ? before : page;
        }
        return page;
    }

    private static String withoutSession(String path) {
        int session = path.toLowerCase(Locale.ROOT).indexOf(";jsessionid=");
        return session < 0 ? path : path.substring(0, session);
    }

    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String query(String query) {
        List<String> kept = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            String name = name(pair);
            String value = pair.length() > name.length() ? pair.substring(name.length() + 1) : "";
            if (!name.isEmpty() && !isTracking(name, value.toLowerCase(Locale.ROOT))) {
                kept.add(pair);
            }
        }
        kept.sort(Comparator.comparing(CanonicalLink::name));
        return kept.isEmpty() ? "" : "?" + String.join("&", kept);
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return (equals < 0 ? pair : pair.substring(0, equals)).toLowerCase(Locale.ROOT);
    }

    private static boolean isTracking(String name, String value) {
        return TRACKING.contains(name)
                || SOURCE.contains(name) && isFeed(value)
                || name.equals("amp") && (value.isEmpty() || value.equals("1") || value.equals("true"))
                || name.equals("outputtype") && value.equals("amp")
                || TRACKING_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** {@code rss}, and {@code rss-world} or {@code rss----7f2---4}. */
    private static boolean isFeed(String value) {
        int end = 0;
        while (end < value.length() && Character.isLetterOrDigit(value.charAt(end))) {
            end++;
        }
        return FEED_WORDS.contains(value) || FEED_WORDS.contains(value.substring(0, end)) && !value.startsWith("feed");
    }

    /** Two digits in capitals, and only where they are needed. */
    private static String encoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            int sign = high * 16 + low;
            if (low < 0) {
                out.append(c);
            } else if (isUnreserved(sign)) {
                out.append((char) sign);
                i += 2;
            } else {
                out.append(text.substring(i, i + 3).toUpperCase(Locale.ROOT));
                i += 2;
            }
        }
        return out.toString();
    }

    private static boolean isUnreserved(int sign) {
        return sign < 128 && (Character.isLetterOrDigit(sign) || "-._~".indexOf(sign) >= 0);
    }
}
