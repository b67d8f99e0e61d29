package press.parallel.newsstand;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import press.parallel.Feed;

/**
 * How long the played web takes to answer, in milliseconds; the same at every run. The numbers are those of the real one: 26 feeds in
 * 17.0 s, an article in 0.94 s on average.
 */
final class Latencies {
    private static final int FEEDS_MEASURED = 26;
    private static final int FEEDS_MILLIS = 17_000;
    private static final int FASTEST_FEED = 200;
    private static final int SLOWEST_FEED = 1_500;
    private static final int FASTEST_ARTICLE = 400;
    private static final int SLOWEST_ARTICLE = 1_480;
    private static final int FASTEST_PICTURE = 80;
    private static final int SLOWEST_PICTURE = 400;
    /** For what is not there. */
    static final long NOTHING = 60;

    private Latencies() {}

    /**
     * Deals out the feeds' milliseconds: drawn by address, many quick and a few slow ones, then bent to the exact sum.
     *
     * @return by address; in sum 17,000 for 26 feeds, in proportion for other numbers
     */
    static Map<URI, Long> ofFeeds(List<Feed> feeds) {
        List<URI> addresses = feeds.stream().map(Feed::address).distinct().toList();
        Map<URI, Long> millis = new HashMap<>();
        for (URI address : addresses) {
            double share = Seed.share("latency", address);
            millis.put(address, FASTEST_FEED + Math.round((SLOWEST_FEED - FASTEST_FEED) * share * share));
        }
        long missing = Math.round((double) FEEDS_MILLIS * addresses.size() / FEEDS_MEASURED)
                - millis.values().stream().mapToLong(Long::longValue).sum();
        long limit = missing > 0 ? SLOWEST_FEED : FASTEST_FEED;
        long room =
                millis.values().stream().mapToLong(one -> Math.abs(limit - one)).sum();
        for (URI address : addresses) {
            long mine = millis.getOrDefault(address, 0L);
            long ownRoom = Math.abs(limit - mine);
            long change = room == 0 ? 0 : Math.round((double) missing * ownRoom / room);
            millis.put(address, mine + change);
            missing -= change;
            room -= ownRoom;
        }
        return Map.copyOf(millis);
    }

    /** Evenly between 0.08 and 0.40 s, by address: pictures come from hosts made for them. */
    static long ofPicture(URI address) {
        return Math.round(FASTEST_PICTURE
                + (SLOWEST_PICTURE - FASTEST_PICTURE) * Seed.share("latency", address.getHost(), address.getPath()));
    }

    /** Evenly between 0.40 and 1.48 s, by address. */
    static long ofArticle(URI link) {
        return Math.round(FASTEST_ARTICLE
                + (SLOWEST_ARTICLE - FASTEST_ARTICLE) * Seed.share("latency", link.getHost(), link.getPath()));
    }
}
