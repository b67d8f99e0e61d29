package press.parallel.fetcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import press.parallel.FeedContent;
import press.parallel.Reply;

/** Feeds of our own under {@code src/test/resources/feeds}, each named after its oddity. */
final class Fixtures {
    static final URI ADDRESS = URI.create("http://feeds.example/dir/feed.xml");

    private Fixtures() {}

    static byte[] bytes(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/feeds/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FeedContent file(String name) {
        return new FeedReader().read(bytes(name), ADDRESS, "");
    }

    static FeedContent text(String text) {
        return new FeedReader().read(text.getBytes(StandardCharsets.UTF_8), ADDRESS, "");
    }

    /** A feed with one item of that inside. */
    static FeedContent item(String inside) {
        return text("<rss version='2.0'><channel><title>Feed</title><link>http://site.example/</link><item>" + inside
                + "</item></channel></rss>");
    }

    static Reply reply(int status, byte[] body, String... headers) {
        Map<String, String> map = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        return new Reply(ADDRESS, status, map, body, 5);
    }
}
