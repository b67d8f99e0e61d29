package press.parallel.fetcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FeedState;
import press.parallel.Hints;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.Run;

class FetcherTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private final Fetcher fetcher = new Fetcher(InstantSource.fixed(NOW), 2000);
    private final Feed feed = new Feed(URI.create("https://old.reddit.com/r/nfl.json"), "sports", 3, 812);

    @Test
    void asksForFeedsBeforeTheRunsFetchDeadline() {
        Run run = new Run(
                "2026-11-22-1",
                LocalDate.of(2026, 11, 22),
                1,
                LocalDate.of(2026, 11, 22),
                NOW,
                NOW.plusSeconds(90),
                NOW.plusSeconds(120),
                false);
        Request request = fetcher.request(feed, run);

        assertThat(request.address()).isEqualTo(feed.address());
        assertThat(request.accept())
                .startsWith("application/atom+xml, application/rss+xml, application/feed+json")
                .endsWith("*/*;q=0.1");
        assertThat(request.purpose()).isEqualTo(Request.Purpose.FEED);
        assertThat(request.validators()).isNull();
        assertThat(request.group()).isEqualTo("2026-11-22-1");
        assertThat(request.index()).isEqualTo(3);
        assertThat(request.expectedMillis()).isEqualTo(812);
        assertThat(request.deadline()).isEqualTo(NOW.plusSeconds(90));
        assertThat(request.hops()).isZero();
    }

    @Test
    void whoeverIsDueForLongestIsAskedFirst() {
        Run run = new Run(
                "2026-11-22-1",
                LocalDate.of(2026, 11, 22),
                1,
                LocalDate.of(2026, 11, 22),
                NOW,
                NOW.plusSeconds(90),
                NOW.plusSeconds(120),
                false);
        FeedState read =
                new FeedState(null, null, Instant.EPOCH, NOW, "", false, 0, 0, Duration.ZERO, Hints.NONE, null);
        FeedState readLater = new FeedState(
                null, null, Instant.EPOCH, NOW.plusSeconds(1800), "", false, 0, 0, Duration.ZERO, Hints.NONE, null);
        int never = fetcher.request(feed, run).priority();
        int before = fetcher.request(new Feed(feed.address(), "sports", 3, 812, read), run)
                .priority();
        int lately = fetcher.request(new Feed(feed.address(), "sports", 3, 812, readLater), run)
                .priority();

        assertThat(never).isLessThan(before);
        assertThat(before).isLessThan(lately);
    }

    @Test
    void aGoodReplyPasses() {
        Reply reply = Fixtures.reply(200, "<rss/>".getBytes(UTF_8));
        assertThat(fetcher.checked(reply, feed)).isSameAs(reply);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    404 |                               | feed 'https://old.reddit.com/r/nfl.json': expected a feed, but reddit.com has nothing at this address (404); left out of this edition; look for its new address
                    410 |                               | feed 'https://old.reddit.com/r/nfl.json': reddit.com has closed this feed for good (410); left out of this edition; take it off the feed list
                    401 |                               | feed 'https://old.reddit.com/r/nfl.json': reddit.com wants a name and a password (401); left out of this edition; see whether the address opens in a browser
                    403 |                               | feed 'https://old.reddit.com/r/nfl.json': reddit.com refuses anonymous readers or this press (403); left out of this edition; see whether the address opens in a browser
                    429 | 90                            | reddit.com asked to wait 90 s (429, Retry-After); feed 'https://old.reddit.com/r/nfl.json'; left out of this edition
                    429 | Sun, 22 Nov 2026 08:02:00 GMT | reddit.com asked to wait 120 s (429, Retry-After); feed 'https://old.reddit.com/r/nfl.json'; left out of this edition
                    429 |                               | reddit.com asked to wait, without saying how long (429); feed 'https://old.reddit.com/r/nfl.json'; left out of this edition
                    503 | 60                            | reddit.com is busy or under repair, asked to wait 60 s (503, Retry-After); feed 'https://old.reddit.com/r/nfl.json'; left out of this edition
                    503 | soon                          | reddit.com is busy or under repair (503); feed 'https://old.reddit.com/r/nfl.json'; left out of this edition
                    500 |                               | feed 'https://old.reddit.com/r/nfl.json': the server of reddit.com failed (500); left out of this edition
                    302 |                               | feed 'https://old.reddit.com/r/nfl.json': expected a feed (200), but was sent on without a usable address (302); left out of this edition
                    418 |                               | feed 'https://old.reddit.com/r/nfl.json': expected a feed (200), but found another answer (418); left out of this edition
                    """)
    void aRefusalIsToldInPlainWords(int status, String retryAfter, String sentence) {
        Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("retry-after", retryAfter);
        Reply reply = new Reply(feed.address(), status, headers, new byte[0], 5);

        assertThatThrownBy(() -> fetcher.checked(reply, feed))
                .isInstanceOfSatisfying(
                        LossException.class, e -> assertThat(e.httpStatus()).isEqualTo(status))
                .hasMessage(sentence);
    }

    @Test
    void anEmptyAnswerIsALoss() {
        assertThatThrownBy(() -> fetcher.checked(Fixtures.reply(200, "\ufeff \r\n".getBytes(UTF_8)), feed))
                .isInstanceOf(LossException.class)
                .hasMessageContaining("the answer was empty (200, 6 bytes)");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"a\":1}', true",
        "'  [1]', true",
        "'\ufeff{', true",
        "'<rss>{', false",
        "'', false",
        "'hello {', false"
    })
    void knowsJsonByItsFirstSign(String body, boolean json) {
        assertThat(fetcher.isJson(Fixtures.reply(200, body.getBytes(UTF_8), "content-type", "text/html")))
                .isEqualTo(json);
    }

    @Test
    void theRoutesWayGivesTheSameAsTheReader() throws Exception {
        Reply reply = Fixtures.reply(200, Fixtures.bytes("hnrss-points-and-comments.xml"));
        String canonical = fetcher.canonical(reply, feed);
        FeedContent content = fetcher.entries(org.apache.camel.dataformat.rss.RssConverter.xmlToFeed(canonical), reply);
        assertThat(content).isEqualTo(Fixtures.file("hnrss-points-and-comments.xml"));
    }

    @Test
    void jsonGoesItsOwnWay() {
        Reply reply = Fixtures.reply(200, Fixtures.bytes("reddit-link-self-pinned-and-ad.json"));
        assertThat(fetcher.json(reply, feed).entries()).hasSize(2);
    }

    @Test
    void aLossNamesTheFeedAsListedAndWhereItLed() {
        Reply reply = Fixtures.reply(200, "<html><title>Log in</title></html>".getBytes(UTF_8));
        assertThatThrownBy(() -> fetcher.canonical(reply, feed))
                .isInstanceOfSatisfying(
                        LossException.class, e -> assertThat(e.httpStatus()).isEqualTo(200))
                .hasMessage(
                        "feed 'https://old.reddit.com/r/nfl.json' (led to 'http://feeds.example/dir/feed.xml'): expected <rss>, <feed>"
                                + " or <rdf:RDF>, but found <html>, a web page called 'Log in'; it advertises no feed; left out of this edition");
    }
}
