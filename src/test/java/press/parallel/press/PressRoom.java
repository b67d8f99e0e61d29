package press.parallel.press;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteDataSource;
import press.parallel.Feed;
import press.parallel.Images;
import press.parallel.Request;
import press.parallel.Section;
import press.parallel.Share;
import press.parallel.auditor.Auditor;
import press.parallel.editor.Editor;
import press.parallel.editor.Repeat;
import press.parallel.editor.Weights;
import press.parallel.fetcher.Revisits;
import press.parallel.newsroom.Newsroom;
import press.parallel.newsroom.Store;
import press.parallel.politeness.Lessons;
import press.parallel.politeness.Manners;
import press.parallel.politeness.PoliteComponent;
import press.parallel.politeness.PoliteLine;
import press.parallel.politeness.RegistrableDomain;
import press.parallel.politeness.Robots;
import press.parallel.printer.Composer;

/**
 * The desks of package press around a newsroom and a line of their own, on a clock that tests set. Nobody serves the line: what is put there
 * waits until it is cancelled or hopeless.
 */
final class PressRoom implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    static final Duration FLOOR = Duration.ofMinutes(30);
    /** A paper whose texts are in waits so long for its pictures. */
    static final Duration PICTURES = Duration.ofSeconds(15);

    static final Duration INTERVAL = Duration.ofSeconds(2);

    private volatile Instant now = NOW;
    final InstantSource clock = () -> now;
    final DefaultCamelContext camel = new DefaultCamelContext();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Meters meters = new Meters(registry);
    final Robots robots = new Robots("ParallelPress");
    final RegistrableDomain domains = new RegistrableDomain(Map.of());
    final List<Feed> feedList;
    final Newsroom newsroom;
    final PoliteLine line;
    final Manners manners;
    final Turns turns;
    final Collection collection;
    final Runs runs;
    final Revisits revisits;
    final Feeds feeds;
    final Losses losses;
    final Illustrations illustrations;
    private final ProducerTemplate template;

    PressRoom(Path folder, String... addresses) {
        feedList = IntStream.range(0, addresses.length)
                .mapToObj(i -> new Feed(URI.create(addresses[i]), "news", i))
                .toList();
        newsroom = newsroom(folder.resolve("newsroom.db"));
        camel.getExecutorServiceManager()
                .registerThreadPoolProfile(
                        new ThreadPoolProfileBuilder("desks").poolSize(1).build());
        manners = new Manners() {
            @Override
            public Duration interval(String domain) {
                Duration asked = robots.crawlDelay(domain);
                return asked.compareTo(INTERVAL) > 0 ? asked : INTERVAL;
            }

            @Override
            public String source(String domain) {
                return robots.crawlDelay(domain).compareTo(INTERVAL) > 0 ? "robots.txt" : "setting";
            }
        };
        PoliteComponent polite = new PoliteComponent(manners, clock, "desks");
        camel.addComponent("polite", polite);
        camel.start();
        line = polite.line("web");
        turns = new Turns(
                line,
                domains,
                manners,
                new Pace(),
                new Lessons(() -> 0),
                robots,
                newsroom,
                clock,
                Duration.ofSeconds(1),
                meters);
        collection = new Collection(() -> feedList, newsroom, line, domains, turns, clock, Duration.ofSeconds(2));
        Editor editor = new Editor(
                new Editor.Rules(
                        List.of(new Section("news", "News", List.of(), List.of(), 10, Share.ALL, 0)),
                        Weights.USUAL,
                        List.of(),
                        Repeat.NEVER,
                        1),
                address -> "a.org");
        runs = new Runs(
                new Runs.Plan(
                        () -> feedList,
                        Duration.ofMinutes(2),
                        0.75,
                        Duration.ofHours(48),
                        new Runs.Pictures(Images.ALL, 5, PICTURES)),
                newsroom,
                editor,
                new Composer("daily", "Test", List.of(), clock, domains::of),
                line,
                turns,
                collection,
                clock,
                meters);
        revisits = new Revisits(clock, FLOOR, () -> 0);
        feeds = new Feeds(runs, newsroom, editor, revisits, collection, clock, Duration.ofHours(48), meters);
        illustrations = new Illustrations(runs, newsroom, clock, Duration.ofHours(6));
        losses = new Losses(new Auditor(), feeds, null, illustrations, clock);
        template = camel.createProducerTemplate();
    }

    private Newsroom newsroom(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        Runnable migrate = () -> Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/newsroom")
                .load()
                .migrate();
        return new Newsroom(
                Store.sqlite(file, source, migrate), clock, Newsroom.Paper.daily(ZoneOffset.UTC, Duration.ofDays(4)));
    }

    void later(Duration span) {
        now = now.plus(span);
    }

    Exchange message(Object body) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(body);
        return exchange;
    }

    /** Puts a request into the line; it comes back when it is cancelled. */
    CompletableFuture<Exchange> queue(String address, String group, Duration patience) {
        Exchange exchange =
                message(new Request(URI.create(address), Request.Purpose.FEED, "*/*", group, 0, 0, now.plus(patience)));
        turns.enter(exchange);
        return template.asyncSend("polite:web", exchange);
    }

    /** What such a request fails with. */
    Throwable refusal(String address, Duration patience) throws Exception {
        return queue(address, "x", patience).get(10, TimeUnit.SECONDS).getException();
    }

    @Override
    public void close() {
        camel.stop();
        newsroom.close();
    }
}
