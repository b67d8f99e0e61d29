package press.parallel.newsstand;

import java.net.URI;
import java.util.Locale;

/** What a newsstand has to give. Called by many threads. */
interface Shelf {
    /** Whether a feed stands at this address, known or refused at the door. */
    boolean hasFeed(URI address);

    Answer find(Asked asked, URI address);

    /** How an address is known: host and path, with its query when it has one. */
    static String key(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return address.getHost().toLowerCase(Locale.ROOT) + path + query;
    }
}
