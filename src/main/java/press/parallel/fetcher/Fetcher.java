package press.parallel.fetcher;

import com.rometools.rome.feed.synd.SyndFeed;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Supplier;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.Run;
import press.parallel.Validators;

/**
 * The fetcher's decisions, one method for each step of its route: what to ask, whether an answer will do, and what it says. Stateless
 * apart from its clock, so that any number of threads may share one.
 */
@RegisterForReflection
public final class Fetcher {
    static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9,"
                    + " application/json;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1";

    private static final long TEN_MINUTES = 600;

    /** Bytes in which a document shows what it is. */
    private static final int OPENING = 1024;

    private final Refusals refusals;
    private final int maxEntries;

    /**
     * @param clock tells how long until a date in Retry-After
     * @param maxEntries the newest that are read of one feed
     */
    public Fetcher(InstantSource clock, int maxEntries) {
        this.refusals = new Refusals(clock);
        this.maxEntries = maxEntries;
    }

    /** The request for {@code feed} in {@code run}: due before the run's fetch deadline, cancelled with its edition. */
    public Request request(Feed feed, Run run) {
        return new Request(
                        Links.withoutFragment(feed.asked()),
                        Request.Purpose.FEED,
                        ACCEPT,
                        run.edition(),
                        feed.index(),
                        feed.millis(),
                        run.fetchDeadline())
                .with(feed.state().validators())
                .withPriority(waitingSince(feed.state().due()));
    }

    /**
     * Who was due first goes first, as ten minutes of the world's time count: where a domain's turns are few, each of its feeds gets one in
     * time, not the same one in each run.
     */
    private static int waitingSince(Instant due) {
        return (int) (due.getEpochSecond() / TEN_MINUTES);
    }

    /** Whether the feed has nothing new since it was last read; an address that was sent no validators cannot know that. */
    public boolean isUnchanged(Reply reply, Feed feed) {
        Validators sent = feed.state().validators();
        return reply.unchanged() && sent != null && sent.address().equals(reply.address());
    }

    /**
     * {@code reply} when it brings something to read.
     *
     * @throws LossException when its status is not 2xx, or its body is empty; with the status
     */
    public Reply checked(Reply reply, Feed feed) {
        if (!reply.ok()) {
            throw refusals.of(reply, feed);
        }
        if (isBlank(reply.body())) {
            throw new LossException(
                    "feed '" + feed.address() + "': expected a feed, but the answer was empty (" + reply.status() + ", "
                            + reply.body().length + " bytes); left out of this edition",
                    reply.status());
        }
        return reply;
    }

    /** Whether the body opens like JSON, whatever it is called. */
    public boolean isJson(Reply reply) {
        return JsonFeeds.looksLikeJson(Charsets.decode(
                Arrays.copyOf(reply.body(), Math.min(reply.body().length, OPENING)), reply.contentType()));
    }

    /**
     * The feed as clean Atom 1.0, ready for {@code unmarshal: rss}: ASCII only, no DOCTYPE, absolute links, dates in UTC.
     *
     * @throws LossException when the answer is not a feed in XML; the message says what it is, and which feeds a web page advertises
     */
    public String canonical(Reply reply, Feed feed) {
        return naming(
                feed,
                reply,
                () -> CanonicalAtom.write(
                        XmlFeed.read(Charsets.decode(reply.body(), reply.contentType()), reply.address(), maxEntries),
                        reply.address()));
    }

    /** The entries of a feed that came by way of {@link #canonical}. */
    public FeedContent entries(SyndFeed feed, Reply reply) {
        return Drafts.finish(CanonicalAtom.read(feed), reply.address());
    }

    /**
     * The entries of a JSON Feed or a Reddit listing.
     *
     * @throws LossException when it is JSON of another kind or damaged
     */
    public FeedContent json(Reply reply, Feed feed) {
        return naming(
                feed,
                reply,
                () -> Drafts.finish(
                        JsonFeeds.read(Charsets.decode(reply.body(), reply.contentType()), reply.address(), maxEntries),
                        reply.address()));
    }

    /** Losses of reading, named by the address on the feed list rather than the one a redirect led to, and with the status. */
    private static <T> T naming(Feed feed, Reply reply, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (LossException e) {
            String listed = "feed '" + feed.address() + "'";
            String answered = "feed '" + reply.address() + "'";
            String name = listed.equals(answered) ? listed : listed + " (led to '" + reply.address() + "')";
            throw new LossException(
                    String.valueOf(e.getMessage()).replace(answered, name) + "; left out of this edition",
                    reply.status());
        }
    }

    private static boolean isBlank(byte[] body) {
        for (byte b : body) {
            boolean mark =
                    b == (byte) 0xef || b == (byte) 0xbb || b == (byte) 0xbf || b == (byte) 0xfe || b == (byte) 0xff;
            if (b > ' ' || b < 0 && !mark) {
                return false;
            }
        }
        return true;
    }
}
