package press.parallel.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.spi.Registry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.Entry;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FeedReport;
import press.parallel.FeedState;
import press.parallel.Hints;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.Run;
import press.parallel.Validators;
import press.parallel.fetcher.Fetcher;
import press.parallel.fetcher.RomeFormat;

/** routes/fetcher.camel.yaml: from the feed list to entries in the newsroom. */
class FetcherRouteTest extends RouteTestSupport {
    private static final String RSS = """
            <rss version="2.0"><channel><title>News</title><link>https://a.example/</link>
            <item><title>From RSS</title><link>https://a.example/1</link></item></channel></rss>""";
    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:a</id><updated>2026-11-23T05:00:00Z</updated>
            <entry><title>From Atom</title><id>urn:1</id><updated>2026-11-23T05:00:00Z</updated>
            <link href="https://a.example/2"/></entry></feed>""";
    private static final String JSON = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "News",
             "items": [{"id": "3", "url": "https://a.example/3", "title": "From JSON"}]}""";
    private static final String REDDIT = """
            {"kind": "Listing", "data": {"children": [{"kind": "t3", "data": {"title": "From Reddit", "id": "x", "score": 7,
             "num_comments": 2, "permalink": "/r/books/comments/x/y/", "url": "https://a.example/4", "created_utc": 1795410000}}]}}""";

    private final Run run = Nouns.run("2026-11-23-1");
    private final Books books = new Books();
    private final Map<String, Reply> web = new ConcurrentHashMap<>();

    FetcherRouteTest() {
        super("fetcher", "ask-the-web");
    }

    /** Stands in for the runs, the losses and the newsroom: remembers what is filed. */
    public static final class Books {
        volatile List<Feed> due = List.of();
        final Map<URI, FeedContent> filed = new ConcurrentHashMap<>();
        final Map<URI, Throwable> lost = new ConcurrentHashMap<>();
        final List<URI> unchanged = new CopyOnWriteArrayList<>();
        final List<FeedReport> reported = new CopyOnWriteArrayList<>();

        public List<Feed> due() {
            return due;
        }

        public FeedReport file(Run run, Feed feed, FeedContent content, Reply reply) {
            filed.put(feed.address(), content);
            return report(feed, "ok", reply.status());
        }

        public void unchanged(Run run, Feed feed, Reply reply) {
            unchanged.add(feed.address());
        }

        public void feed(Exchange exchange) {
            Feed feed = exchange.getVariable("feed", Feed.class);
            lost.put(feed.address(), exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
            exchange.getMessage().setBody(report(feed, "failed", 0));
        }

        public void report(Run run, FeedReport report) {
            reported.add(report);
        }

        private static FeedReport report(Feed feed, String status, int httpStatus) {
            return new FeedReport(feed.address().toString(), "", status, "", httpStatus, 0, 0, 0);
        }
    }

    /** Stands in for what is collected between runs. */
    public final class Between {
        public Run run() {
            return Nouns.run("collected");
        }

        public List<Feed> due() {
            List<Feed> due = books.due;
            books.due = List.of();
            return due;
        }
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind("feeds", books);
        registry.bind("collection", new Between());
        registry.bind("losses", books);
        registry.bind("newsroom", books);
        registry.bind("fetcher", new Fetcher(CLOCK, 2000));
    }

    @BeforeEach
    void theWebAnswers() {
        play("ask-the-web", exchange -> {
            Request request = exchange.getMessage().getBody(Request.class);
            Reply reply = web.get(request.address().toString());
            if (reply == null) {
                throw new java.net.ConnectException("nobody listens at " + request.address());
            }
            exchange.getMessage().setBody(reply);
        });
    }

    @Test
    void ourOwnTextIsReadWithoutHealing() {
        RomeFormat.install(context);
        assertThat(context.createDataFormat("rss")).isInstanceOf(RomeFormat.class);
        assertThat(context.createDataFormat("none")).isNull();
    }

    private void fetch(String... addresses) {
        books.due = Nouns.feeds(addresses);
        assertThat(send("fetch-feeds", null, run).getException()).isNull();
    }

    private String offer(String address, String contentType, String body) {
        web.put(address, Nouns.reply(URI.create(address), 200, contentType, body));
        return address;
    }

    private List<String> titles(String address) {
        return books.filed.get(URI.create(address)).entries().stream()
                .map(Entry::title)
                .toList();
    }

    @Test
    void entriesOfEveryKindOfFeedAreFiled() {
        fetch(
                offer("https://a.example/rss", "application/rss+xml", RSS),
                offer("https://b.example/atom", "application/atom+xml", ATOM),
                offer("https://c.example/feed.json", "application/feed+json", JSON),
                offer("https://old.reddit.com/r/books.json", "application/json", REDDIT));

        assertThat(titles("https://a.example/rss")).containsExactly("From RSS");
        assertThat(titles("https://b.example/atom")).containsExactly("From Atom");
        assertThat(titles("https://c.example/feed.json")).containsExactly("From JSON");
        assertThat(titles("https://old.reddit.com/r/books.json")).containsExactly("From Reddit");
        assertThat(books.lost).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "application/rss+xml, xml, 1, 0",
        "application/json, json, 0, 1",
        "application/json, xml, 1, 0",
        "text/xml, json, 0, 1",
    })
    void whatTheBodyIsDecidesTheWayAndNotWhatItIsCalled(String type, String body, int xmlWays, int jsonWays)
            throws Exception {
        AdviceWith.adviceWith(context, "read-feed", route -> {
            route.weaveById("read-atom").before().to("mock:xml");
            route.weaveById("read-json").before().to("mock:json");
        });
        neighbour("xml").expectedMessageCount(xmlWays);
        neighbour("json").expectedMessageCount(jsonWays);

        fetch(offer("https://a.example/feed", type, body.equals("xml") ? RSS : JSON));

        neighbour("xml").assertIsSatisfied();
        neighbour("json").assertIsSatisfied();
        assertThat(books.filed).containsOnlyKeys(URI.create("https://a.example/feed"));
    }

    @Test
    void oneFeedThatFailsIsReportedAndTheOthersGoOn() {
        fetch(
                offer("https://a.example/rss", "application/rss+xml", RSS),
                "https://down.example/rss",
                offer("https://page.example/", "text/html", "<html><body><p>Welcome</p></body></html>"),
                offer("https://cut.example/feed.json", "application/json", JSON.substring(0, 60)),
                offer("https://b.example/atom", "application/atom+xml", ATOM));

        assertThat(books.filed)
                .containsOnlyKeys(URI.create("https://a.example/rss"), URI.create("https://b.example/atom"));
        assertThat(books.lost.get(URI.create("https://down.example/rss"))).hasMessageContaining("nobody listens");
        assertThat(books.lost.get(URI.create("https://page.example/"))).isInstanceOf(LossException.class);
        assertThat(books.lost.get(URI.create("https://cut.example/feed.json"))).isInstanceOf(LossException.class);
        assertThat(books.reported)
                .extracting(FeedReport::url)
                .containsExactlyInAnyOrder(
                        "https://down.example/rss", "https://page.example/", "https://cut.example/feed.json");
    }

    @Test
    void aRefusalIsALossWithItsStatus() {
        URI address = URI.create("https://gone.example/rss");
        web.put(address.toString(), Nouns.reply(address, 404, "text/html", "<p>gone</p>"));

        fetch(address.toString());

        assertThat(books.lost.get(address))
                .isInstanceOfSatisfying(
                        LossException.class,
                        loss -> assertThat(loss.httpStatus()).isEqualTo(404));
    }

    @Test
    void aFeedThatHasNothingNewIsFiledAsUnchangedWithoutBeingRead() {
        URI address = URI.create("https://a.example/rss");
        web.put(address.toString(), Nouns.reply(address, 304, "", ""));
        FeedState known = new FeedState(
                null,
                new Validators(address, "\"1\"", ""),
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                false,
                0,
                0,
                Duration.ZERO,
                Hints.NONE,
                null);
        books.due = List.of(new Feed(address, "news", 0, 0, known));
        assertThat(send("fetch-feeds", null, run).getException()).isNull();

        assertThat(books.unchanged).containsExactly(address);
        assertThat(books.lost).isEmpty();
        assertThat(neighbour("ask-the-web")
                        .getExchanges()
                        .get(0)
                        .getIn()
                        .getBody(Request.class)
                        .validators())
                .isEqualTo(known.validators());
    }

    @Test
    void a304OfAnAddressThatWasSentNoValidatorsIsALoss() {
        URI address = URI.create("https://a.example/rss");
        web.put(address.toString(), Nouns.reply(address, 304, "", ""));
        FeedState known = new FeedState(
                null,
                new Validators(URI.create("https://b.example/rss"), "\"1\"", ""),
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                false,
                0,
                0,
                Duration.ZERO,
                Hints.NONE,
                null);
        books.due = List.of(new Feed(address, "news", 0, 0, known));
        send("fetch-feeds", null, run);

        assertThat(books.unchanged).isEmpty();
        assertThat(books.lost).containsOnlyKeys(address);
    }

    @Test
    void a304ThatNobodyAskedForIsALoss() {
        URI address = URI.create("https://a.example/rss");
        web.put(address.toString(), Nouns.reply(address, 304, "", ""));

        fetch(address.toString());

        assertThat(books.unchanged).isEmpty();
        assertThat(books.lost).containsOnlyKeys(address);
    }

    @Test
    void asManyFeedsAreOutAtOnceAsThereAreSlots() throws Exception {
        int slots = Integer.parseInt(settings().getProperty("press.slots"));
        CyclicBarrier all = new CyclicBarrier(slots);
        play("ask-the-web", exchange -> {
            all.await(10, TimeUnit.SECONDS);
            Request request = exchange.getMessage().getBody(Request.class);
            exchange.getMessage().setBody(Nouns.reply(request.address(), 200, "application/rss+xml", RSS));
        });

        fetch(IntStream.range(0, slots)
                .mapToObj(i -> "https://f" + i + ".example/rss")
                .toArray(String[]::new));

        assertThat(books.filed).hasSize(slots);
    }

    @Test
    void eachRequestSaysWhereItStandsAndUntilWhenItIsWanted() {
        fetch(
                offer("https://a.example/rss", "application/rss+xml", RSS),
                offer("https://b.example/atom", "application/atom+xml", ATOM));

        assertThat(neighbour("ask-the-web").getExchanges())
                .extracting(exchange -> exchange.getIn().getBody(Request.class))
                .allSatisfy(request -> {
                    assertThat(request.group()).isEqualTo(run.edition());
                    assertThat(request.deadline()).isEqualTo(run.fetchDeadline());
                })
                .extracting(Request::index)
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void betweenRunsWhatIsDueIsAskedInTheNameOfNoEdition() throws Exception {
        books.due = Nouns.feeds(offer("https://a.example/rss", "application/rss+xml", RSS), "https://down.example/rss");
        neighbour("ask-the-web").expectedMessageCount(2);
        context.getRouteController().startRoute("collect-feeds");

        neighbour("ask-the-web").assertIsSatisfied();
        assertThat(neighbour("ask-the-web").getExchanges())
                .allSatisfy(exchange -> assertThat(
                                exchange.getIn().getBody(Request.class).group())
                        .isEqualTo("collected"));
        Awaitility.await().atMost(java.time.Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(books.filed).containsOnlyKeys(URI.create("https://a.example/rss"));
            assertThat(books.lost).containsOnlyKeys(URI.create("https://down.example/rss"));
        });
    }

    @Override
    void change(java.util.Properties settings) {
        settings.setProperty("press.fetcher.look", "10ms");
    }

    @Test
    void whenNoFeedIsDueNobodyIsAsked() throws Exception {
        neighbour("ask-the-web").expectedMessageCount(0);

        fetch();

        neighbour("ask-the-web").assertIsSatisfied();
    }
}
