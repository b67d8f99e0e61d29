package press.parallel.fetcher;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import press.parallel.FeedContent;
import press.parallel.LossException;

/**
 * From the bytes of one answer to entries, without Camel and without the web: what the routes do, for the {@code feed} command on
 * files. Stateless, so that any number of threads may share one.
 */
public final class FeedReader {
    private final int maxEntries;

    /** Reads as many entries of one feed as {@code press.fetcher.max-entries} says by default: 2000. */
    public FeedReader() {
        this(XmlFeed.MAX_ENTRIES);
    }

    /** @param maxEntries the newest that are read of one feed */
    public FeedReader(int maxEntries) {
        this.maxEntries = maxEntries;
    }

    /**
     * @param body the answer, inflated, of any size
     * @param address where it came from, the start of its relative links
     * @param contentType value of Content-Type, "" when there was none
     * @throws LossException when it is no feed; the message says what it is instead
     */
    public FeedContent read(byte[] body, URI address, String contentType) {
        String text = Charsets.decode(body, contentType);
        if (JsonFeeds.looksLikeJson(text)) {
            return Drafts.finish(JsonFeeds.read(text, address, maxEntries), address);
        }
        String canonical = CanonicalAtom.write(XmlFeed.read(text, address, maxEntries), address);
        return Drafts.finish(CanonicalAtom.read(synd(canonical)), address);
    }

    /** What Camel's {@code unmarshal: rss} makes of canonical text. */
    static SyndFeed synd(String canonical) {
        SyndFeedInput input = new SyndFeedInput();
        input.setAllowDoctypes(false);
        input.setXmlHealerOn(false); // what we wrote needs no healing
        try {
            return input.build(new StringReader(canonical));
        } catch (FeedException e) {
            throw new IllegalStateException("the press's own Atom text was refused by Rome: " + e.getMessage(), e);
        }
    }
}
