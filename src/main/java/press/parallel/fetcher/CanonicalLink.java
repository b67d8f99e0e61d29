package press.parallel.fetcher;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The one name of a page that goes by many: an entry's key in the newsroom.
 *
 * <p>http and https, with and without {@code www.}, are twins; the default port, the fragment (except a hashbang, which is a page
 * of its own), a slash at the end and parameters that only tell where a reader came from are dropped. The rest stays as it is, in
 * its order: a key is compared, never fetched.
 */
public final class CanonicalLink {
    /** Parameters that say who sent the reader. Names in lower case. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "mkt_tok",
            "_ga",
            "_gl",
            "ref_src",
            "ref_url",
            "cmpid",
            "ncid",
            "smid",
            "ito",
            "xtor",
            "spm",
            "ocid",
            "soc_src",
            "guccounter",
            "wt_mc",
            "wt.mc_id",
            "rss",
            "ftag",
            "sr_share",
            "__twitter_impression");

    private static final Set<String> TRACKING_PREFIXES =
            Set.of("utm_", "mc_", "pk_", "mtm_", "piwik_", "hsa_", "_hs", "vero_", "oly_", "ns_", "at_", "guce_");

    /** Parameters that mean something on many sites and only name the feed when they say so. */
    private static final Set<String> SOURCE =
            Set.of("ref", "source", "src", "from", "partner", "campaign", "cid", "cmp", "via", "feed");

    private static final Set<String> FEED_WORDS =
            Set.of("rss", "rss2", "feed", "atom", "rssfeed", "rss-feed", "rss_feed");

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
        String path = link.getRawPath() == null ? "" : link.getRawPath();
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        String fragment = link.getRawFragment();
        return "https://"
                + (host.startsWith("www.") ? host.substring("www.".length()) : host)
                + (usual ? "" : ":" + port)
                + path.substring(0, end)
                + query(link.getRawQuery() == null ? "" : link.getRawQuery())
                + (fragment != null && fragment.startsWith("!") ? "#" + fragment : "");
    }

    private static String query(String query) {
        StringJoiner kept = new StringJoiner("&", "?", "").setEmptyValue("");
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = (equals < 0 ? pair : pair.substring(0, equals)).toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "" : pair.substring(equals + 1).toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !isTracking(name, value)) {
                kept.add(pair);
            }
        }
        return kept.toString();
    }

    private static boolean isTracking(String name, String value) {
        return TRACKING.contains(name)
                || SOURCE.contains(name) && FEED_WORDS.contains(value)
                || TRACKING_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
