package press.parallel.newsstand;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import press.parallel.Feed;

/**
 * Plays the web for a feed list, so that a paper can be printed without internet: feeds in their real dialects, invented articles to scrape,
 * the latencies of the real sites and their strictness.
 *
 * <p>It is an HTTP forward proxy on 127.0.0.1 for http and https addresses alike; whoever uses it must ask https addresses of it directly
 * ({@code GET https://… HTTP/1.1}), since it opens no tunnels. Safe for use by many threads.
 *
 * <p>{@code /robots.txt} is there for every host and forbids nothing; who asks for it is not counted for the domain's pace.
 *
 * <p>The stories depend on the feed list and the day (UTC) alone, so a second run on the same day finds what it knows; their times follow the
 * clock at opening.
 */
public final class Newsstand implements AutoCloseable {
    private final Doorman doorman;
    private final Counter counter;

    private Newsstand(Shelf shelf, InstantSource clock, Options options) {
        this.doorman = new Doorman(options, clock);
        this.counter = new Counter(shelf, doorman, options.speed());
    }

    /**
     * Prints the day's stories and opens on a free port.
     *
     * @param feeds what is played; the dialect follows from the address, the theme from the section
     * @throws java.io.UncheckedIOException if no port of 127.0.0.1 can be had
     */
    public static Newsstand open(List<Feed> feeds, InstantSource clock, Options options) {
        return new Newsstand(new FullShelf(feeds, clock.instant()), clock, options);
    }

    /** The same with a {@link Wide} web, for feed lists of thousands. */
    public static Newsstand open(List<Feed> feeds, InstantSource clock, Options options, Wide wide) {
        return new Newsstand(new WideShelf(feeds, clock.instant(), wide), clock, options);
    }

    /** Such as {@code http://127.0.0.1:41234}, for {@code press.web.proxy} with {@code press.web.proxy-tunnel = false}. */
    public URI proxy() {
        return URI.create("http://127.0.0.1:" + counter.port());
    }

    /** Begins a new book and knows nobody any more. Only when nobody is being served. */
    public void forget() {
        doorman.forget();
    }

    /** Whether nobody is being served. */
    public boolean isQuiet() {
        return doorman.isQuiet();
    }

    /** The requests that were answered since the book was begun, in the order of their coming. */
    public List<Arrival> arrivals() {
        return doorman.arrivals();
    }

    public Tally tally() {
        return doorman.tally();
    }

    /** One line such as {@code 62 requests, 0 refused, at most 10 at once, reddit.com never closer than 2.02 s}. */
    public String summary() {
        return tally().toString();
    }

    @Override
    public void close() {
        counter.close();
    }
}
