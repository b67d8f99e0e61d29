package press.parallel.newsstand;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import press.parallel.Feed;
import press.parallel.newsstand.FeedWriter.Dialect;

@Timeout(60)
class NewsstandTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final Duration PACE = Duration.ofMillis(200);

    private List<Feed> feeds;
    private Newsstand newsstand;

    @BeforeEach
    void open() throws Exception {
        feeds = DefaultPaper.feeds();
        newsstand = Newsstand.open(feeds, InstantSource.fixed(NOW), Options.quick(40, PACE));
    }

    @AfterEach
    void close() {
        newsstand.close();
    }

    /** A head and its body, asked as proxies are. */
    private record Said(int status, String head, String body) {}

    private Said ask(String method, String target, String... headers) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", newsstand.proxy().getPort())) {
            socket.setSoTimeout(20_000);
            String head = method + " " + target + " HTTP/1.1\r\nHost: any\r\nConnection: close\r\n"
                    + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            return new Said(Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4));
        }
    }

    @Test
    void everyFeedOfTheDefaultPaperIsServedInItsDialectWithFreshDates() throws Exception {
        newsstand.close();
        newsstand = Newsstand.open(feeds, InstantSource.fixed(NOW), Options.quick(40, Duration.ZERO));
        for (Feed feed : feeds) {
            Said said = ask("GET", feed.address().toString());
            assertThat(said.status()).as(feed.address().toString()).isEqualTo(200);
            if (Dialect.of(feed.address()) == Dialect.REDDIT) {
                JsonNode posts =
                        new ObjectMapper().readTree(said.body()).path("data").path("children");
                assertThat(posts).hasSizeBetween(12, 25);
                List<Boolean> self = new ArrayList<>();
                for (JsonNode post : posts) {
                    JsonNode data = post.path("data");
                    self.add(data.path("is_self").asBoolean());
                    assertThat(Instant.ofEpochSecond(data.path("created_utc").asLong()))
                            .isBetween(NOW.minus(Duration.ofDays(4)), NOW);
                    assertThat(URI.create(data.path("url").asText()).getHost()).isNotBlank();
                }
                assertThat(self).containsOnlyOnce(true);
            } else {
                SyndFeed parsed = new SyndFeedInput().build(new StringReader(said.body()));
                assertThat(parsed.getFeedType())
                        .isEqualTo(Dialect.of(feed.address()) == Dialect.ATOM ? "atom_1.0" : "rss_2.0");
                assertThat(parsed.getEntries()).hasSizeBetween(12, 25);
                for (SyndEntry entry : parsed.getEntries()) {
                    assertThat(entry.getPublishedDate().toInstant()).isBetween(NOW.minus(Duration.ofDays(4)), NOW);
                    assertThat(entry.getTitle()).isNotBlank();
                }
            }
        }
        assertThat(newsstand.tally().requests()).isEqualTo(26);
        assertThat(newsstand.tally().refused()).isZero();
    }

    @Test
    void hnrssTellsPointsAndComments() throws Exception {
        SyndFeed feed = new SyndFeedInput()
                .build(new StringReader(
                        ask("GET", "https://hnrss.org/frontpage").body()));
        assertThat(feed.getEntries().get(0).getDescription().getValue())
                .containsPattern("<p>Points: \\d+</p>")
                .containsPattern("<p># Comments: \\d+</p>");
        assertThat(feed.getEntries().get(0).getComments()).startsWith("https://news.ycombinator.com/item?id=");
    }

    @Test
    void whatAFeedLinksToCanBeReadThereAlsoByJsoupAsAProxy() throws Exception {
        for (String address : List.of(
                "https://rss.nytimes.com/services/xml/rss/nyt/HomePage.xml",
                "https://feeds.bbci.co.uk/news/world/rss.xml",
                "https://www.theverge.com/rss/index.xml",
                "https://variety.com/feed",
                "https://hnrss.org/frontpage")) {
            SyndFeed feed = new SyndFeedInput()
                    .build(new StringReader(ask("GET", address).body()));
            SyndEntry entry = feed.getEntries().get(0);
            Said said = ask("GET", entry.getLink());
            Document page = Jsoup.parse(said.body(), entry.getLink());
            assertThat(said.status()).isEqualTo(200);
            assertThat(page.title()).startsWith(entry.getTitle());
            assertThat(page.select("script[type=application/ld+json]")).hasSize(1);
            assertThat(new ObjectMapper()
                            .readTree(page.select("script[type=application/ld+json]")
                                    .html())
                            .path("headline")
                            .asText())
                    .isEqualTo(entry.getTitle());
            assertThat(page.select("p").size()).isGreaterThan(7);
        }
        Connection.Response plain = Jsoup.connect("http://hnrss.org/frontpage")
                .proxy("127.0.0.1", newsstand.proxy().getPort())
                .ignoreContentType(true)
                .execute();
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.body()).contains("<rss");
    }

    @Test
    void aSecondRequestToRedditTooSoonIsRefusedAlsoAtAnotherOfItsHosts() throws Exception {
        Said first = ask("GET", "https://old.reddit.com/r/nfl.json");
        Said second = ask("GET", "https://www.reddit.com/anything");
        Said third = ask("GET", "https://old.reddit.com/r/nba.json");
        Said elsewhere = ask("GET", "https://www.wired.com/feed/rss");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.head()).contains("Retry-After: 1");
        assertThat(second.body()).contains("reddit.com: expected 200 ms or more");
        assertThat(third.status()).isEqualTo(429);
        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(newsstand.tally().refused()).isEqualTo(2);
        assertThat(newsstand.tally().smallestGaps()).containsOnlyKeys("reddit.com");
        assertThat(newsstand.summary())
                .matches("4 requests, 2 refused, at most 1 at once, reddit\\.com never closer than 0\\.\\d\\d s");
    }

    @Test
    void robotsTxtIsThereForEveryHostAndMovesNoClock() throws Exception {
        ask("GET", "https://old.reddit.com/r/nfl.json");
        Said robots = ask("GET", "https://old.reddit.com/robots.txt");
        assertThat(robots.status()).isEqualTo(200);
        assertThat(robots.body()).isEqualTo("User-agent: *\nDisallow:\n");
        assertThat(ask("GET", "https://nowhere.example/robots.txt").status()).isEqualTo(200);

        Tally tally = newsstand.tally();
        assertThat(tally.requests()).isOne();
        assertThat(tally.robots()).isEqualTo(2);
        assertThat(tally.refused()).isZero();
        assertThat(tally.smallestGaps()).isEmpty();
        assertThat(newsstand.arrivals())
                .extracting(Arrival::kind)
                .containsExactly(Arrival.Kind.FEED, Arrival.Kind.ROBOTS, Arrival.Kind.ROBOTS);
    }

    @Test
    void aRefusalTakesAsLongAsTheAnswerWouldHave() throws Exception {
        ask("GET", "https://old.reddit.com/r/nfl.json");
        ask("GET", "https://old.reddit.com/r/nba.json");
        Arrival refused = newsstand.arrivals().get(1);
        long planned = Latencies.ofFeeds(feeds).get(URI.create("https://old.reddit.com/r/nba.json"));
        assertThat(refused.refused()).isTrue();
        assertThat(refused.millis()).isGreaterThanOrEqualTo(planned / 40);
    }

    @Test
    void aNewBookKnowsNobody() throws Exception {
        ask("GET", "https://old.reddit.com/r/nfl.json");
        assertThat(newsstand.isQuiet()).isTrue();
        newsstand.forget();
        assertThat(newsstand.arrivals()).isEmpty();
        assertThat(ask("GET", "https://old.reddit.com/r/nba.json").status()).isEqualTo(200);
        assertThat(newsstand.tally().requests()).isOne();
    }

    @Test
    void thousandsOfSmallFeedsAreServedOnDemand() throws Exception {
        newsstand.close();
        List<Feed> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(new Feed(URI.create("https://d" + i % 2_000 + ".example/feeds/" + i + ".xml"), "news", i));
        }
        URI leader = many.get(4_321).address();
        newsstand = Newsstand.open(
                many,
                InstantSource.fixed(NOW),
                new Options(40, Map.of(), Duration.ZERO),
                new Wide(5, Map.of(leader, 2), true));
        SyndFeed feed = new SyndFeedInput()
                .build(new StringReader(ask("GET", leader.toString()).body()));
        assertThat(feed.getEntries()).hasSize(5);
        assertThat(feed.getEntries().subList(0, 2))
                .allMatch(entry -> entry.getPublishedDate().toInstant().isAfter(NOW.minus(Duration.ofMinutes(15))));
        assertThat(feed.getEntries().subList(2, 5))
                .allMatch(entry -> entry.getPublishedDate().toInstant().isBefore(NOW.minus(Duration.ofHours(30))));
        SyndEntry entry = feed.getEntries().get(0);
        Document page = Jsoup.parse(ask("GET", entry.getLink()).body(), entry.getLink());
        assertThat(page.title()).startsWith(entry.getTitle());
        assertThat(page.select("p").size()).isGreaterThan(7);
        assertThat(ask("GET", "https://d1.example/feeds/2.xml").status()).isEqualTo(404);
        assertThat(ask("GET", "https://d1.example/stories/5000-0/x").status()).isEqualTo(404);
        assertThat(newsstand.arrivals().get(0).kind()).isEqualTo(Arrival.Kind.FEED);
        assertThat(newsstand.arrivals().get(1).kind()).isEqualTo(Arrival.Kind.ARTICLE);
    }

    @Test
    void everyDomainCanBeStrict() throws Exception {
        newsstand.close();
        newsstand = Newsstand.open(
                feeds, InstantSource.fixed(NOW), Options.usual().strictEverywhere(Duration.ofSeconds(30)));
        ask("GET", "https://www.bbc.co.uk/a");
        assertThat(ask("GET", "https://feeds.bbc.co.uk/b").status()).isEqualTo(429);
        assertThat(ask("GET", "https://www.other.co.uk/b").status()).isEqualTo(404);
    }

    @Test
    void thirtyRequestsAtOnceTakeAsLongAsTheSlowestOfThem() throws Exception {
        newsstand.close();
        newsstand = Newsstand.open(feeds, InstantSource.fixed(NOW), Options.quick(4, PACE));
        List<URI> wanted = feeds.stream()
                .map(Feed::address)
                .filter(address -> !Dialect.of(address).collects())
                .toList();
        ExecutorService readers = Executors.newFixedThreadPool(30);
        try {
            List<Callable<Said>> tasks = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String target = wanted.get(i % wanted.size()).toString();
                tasks.add(() -> ask("GET", target));
            }
            for (Future<Said> answer : readers.invokeAll(tasks)) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        } finally {
            readers.shutdownNow();
        }
        assertThat(newsstand.tally().maxInFlight()).isGreaterThan(20);
        var planned = Latencies.ofFeeds(feeds);
        assertThat(newsstand.arrivals()).hasSize(30).allSatisfy(arrival -> {
            URI address = wanted.stream()
                    .filter(one -> one.getHost().equals(arrival.host()))
                    .findFirst()
                    .orElseThrow();
            assertThat(arrival.millis()).isBetween(planned.get(address) / 4, planned.get(address) / 4 + 150);
        });
    }

    @Test
    void whatIsNotThereIs404AndOtherWishesAreDeclinedInASentence() throws Exception {
        assertThat(ask("GET", "https://www.wired.com/gone").status()).isEqualTo(404);
        assertThat(ask("GET", "https://nowhere.example/").body()).contains("<h1>Page not found</h1>");
        assertThat(ask("GET", "http://nowhere.example").status()).isEqualTo(404);
        assertThat(ask("POST", "https://www.wired.com/feed/rss").status()).isEqualTo(405);
        assertThat(ask("GET", "ftp://www.wired.com/feed").status()).isEqualTo(400);
        Said tunnel = ask("CONNECT", "www.wired.com:443");
        assertThat(tunnel.status()).isEqualTo(501);
        assertThat(tunnel.body()).contains("press.web.proxy-tunnel = false");
        assertThat(newsstand.arrivals().get(5).host()).isEqualTo("www.wired.com");
    }

    @Test
    void whoHasTheFeedIsToldThatItHasNotChanged() throws Exception {
        Said first = ask("GET", "https://www.wired.com/feed/rss");
        String etag = first.head().replaceFirst("(?s).*ETag: (\\S+).*", "$1");
        Said second = ask("GET", "https://www.wired.com/feed/rss", "If-None-Match: " + etag);
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(ask("HEAD", "https://www.wired.com/feed/rss").body()).isEmpty();
    }

    @Test
    void oneConnectionServesManyRequests() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", newsstand.proxy().getPort())) {
            socket.setSoTimeout(20_000);
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream()
                        .write("HEAD https://www.wired.com/feed/rss HTTP/1.1\r\nHost: x\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                StringBuilder head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0) {
                    head.append((char) socket.getInputStream().read());
                }
                assertThat(head).startsWith("HTTP/1.1 200 OK");
            }
        }
        assertThat(newsstand.tally().requests()).isEqualTo(3);
    }

    @Test
    void sentencesRoundGapsDownAndNameTheClosestOfMany() {
        var gaps = new java.util.TreeMap<String, Duration>();
        gaps.put("reddit.com", Duration.ofMillis(2_019));
        assertThat(new Tally(62, 0, 10, gaps, 5))
                .hasToString("62 requests, 0 refused, at most 10 at once, reddit.com never closer than 2.01 s");
        for (String domain : List.of("a.example", "b.example", "c.example")) {
            gaps.put(domain, Duration.ofMillis(3_000));
        }
        assertThat(new Tally(1, 0, 1, gaps, 0))
                .hasToString("1 request, 0 refused, at most 1 at once, no domain closer than 2.01 s (reddit.com)");
    }
}
