package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import press.parallel.Decision;
import press.parallel.Entry;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FeedReport;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.Printed;
import press.parallel.Reply;
import press.parallel.Run;
import press.parallel.Verdict;
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

/** The books of runs that follow each other in one process, as with {@code serve}. */
class RunsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T06:00:00Z"));

    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private static final Feed FEED = new Feed(URI.create("https://a.example/feed"), "", 0);

    private Newsroom newsroom;
    private Runs runs;
    private Collection collection;
    private Feeds feeds;

    @BeforeEach
    void open() {
        SQLiteDataSource source = new SQLiteDataSource();
        Path file = folder.resolve("newsroom.db");
        source.setUrl("jdbc:sqlite:" + file);
        newsroom = new Newsroom(
                Store.sqlite(
                        file,
                        source,
                        () -> Flyway.configure()
                                .dataSource(source)
                                .locations("classpath:db/newsroom")
                                .load()
                                .migrate()),
                CLOCK,
                Newsroom.Paper.daily(ZoneOffset.UTC, Duration.ofDays(4)));
        camel.getExecutorServiceManager()
                .registerThreadPoolProfile(
                        new ThreadPoolProfileBuilder("desks").poolSize(1).build());
        Manners manners = domain -> Duration.ZERO;
        PoliteComponent polite = new PoliteComponent(manners, CLOCK, "desks");
        camel.addComponent("polite", polite);
        camel.start();
        PoliteLine line = polite.line("web");
        RegistrableDomain domains = new RegistrableDomain(Map.of());
        Meters meters = new Meters(new SimpleMeterRegistry());
        Turns turns = new Turns(
                line,
                domains,
                manners,
                new Pace(),
                new Lessons(() -> 0),
                new Robots("ParallelPress"),
                newsroom,
                CLOCK,
                Duration.ofSeconds(1),
                meters);
        collection = new Collection(() -> List.of(FEED), newsroom, line, domains, turns, CLOCK, Duration.ofSeconds(5));
        Editor editor =
                new Editor(new Editor.Rules(List.of(), Weights.USUAL, List.of(), Repeat.NEVER, 1), address -> "a.org");
        runs = new Runs(
                new Runs.Plan(
                        () -> List.of(FEED), Duration.ofMinutes(2), 0.75, Duration.ofHours(48), Runs.Pictures.NONE),
                newsroom,
                editor,
                new Composer("daily", "Test", List.of(), CLOCK, address -> "a.org"),
                line,
                turns,
                collection,
                CLOCK,
                meters);
        Revisits revisits = new Revisits(CLOCK, Duration.ofMinutes(30), () -> 0);
        feeds = new Feeds(runs, newsroom, editor, revisits, collection, CLOCK, Duration.ofHours(48), meters);
    }

    @AfterEach
    void close() {
        camel.stop();
        newsroom.close();
    }

    private Exchange message(Run run, Object body) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.setVariable("run", run);
        exchange.getMessage().setBody(body);
        return exchange;
    }

    private Exchange failure(Run run, Throwable why) {
        Exchange exchange = message(run, null);
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, why);
        return exchange;
    }

    @Test
    void storiesFetchedAheadForARunThatFailedDoNotDisturbTheNextOne() {
        CompletableFuture<Printed> first = runs.order(null, true);
        Run failed = runs.open();
        runs.failed(failure(failed, new LossException("nothing to print")));
        assertThat(first).isCompletedExceptionally();

        CompletableFuture<Printed> second = runs.order(null, true);
        Run next = runs.open();
        // The aggregator's group of the first run comes to its deadline now.
        Exchange leftBehind = message(failed, Gathering.EMPTY);
        assertThatThrownBy(() -> runs.compose(leftBehind)).isInstanceOf(LossException.class);
        runs.failed(failure(failed, new LossException("the run of these stories is closed")));

        assertThat(second).isNotDone();
        assertThat(runs.stillOpen(message(next, null))).isTrue();
        assertThat(runs.progress().stage()).isEqualTo("fetching");
    }

    @Test
    void aFeedThatCouldNotBeReachedLatelyIsNamedInAnEditionOnScheduleAndItsStoriesCount() {
        Run collected = collection.run();
        assertThat(collection.due()).containsExactly(FEED);
        Reply reply = new Reply(FEED.address(), 200, Map.of("etag", "\"1\""), new byte[9], 1);
        feeds.file(collected, FEED, new FeedContent("A", null, List.of()), reply);
        Feed known = newsroom.known(List.of(FEED)).get(0);
        feeds.lost(
                message(collected, null),
                known,
                new FeedReport(FEED.address().toString(), "a.example", "failed", "unreachable", 0, 0, 0, 0),
                new Loss("feed", "a.example", FEED.address().toString(), "unreachable"),
                new ConnectException("unreachable"),
                Optional.empty());
        assertThat(collection.due()).isEmpty();

        CompletableFuture<Printed> ordered = runs.order(null, false);
        Run run = runs.open();
        assertThat(feeds.due()).isEmpty();
        assertThat(ordered).isNotDone();
        assertThat(newsroom.reports(run)).singleElement().satisfies(report -> {
            assertThat(report.status()).isEqualTo("early");
            assertThat(report.reason())
                    .isEqualTo(
                            "feed 'https://a.example/feed' rests for another 30 min (1 failure); only what it brought"
                                    + " before is in this edition");
        });
        assertThat(newsroom.losses(run)).extracting(Loss::link).containsExactly("https://a.example/feed");
    }

    @Test
    void whyNothingWasPrintedCanBeAskedAfterwards() {
        Run run = runs.open();
        URI link = URI.create("https://a.example/1");
        Entry entry = new Entry(
                link.toString(), link, null, "", "One", "", null, null, "", "", List.of(), 0, 0, null, null, false, 0);
        Reply reply = new Reply(FEED.address(), 200, Map.of(), new byte[9], 1);
        feeds.file(run, FEED, new FeedContent("A", null, List.of(entry)), reply);

        assertThatThrownBy(runs::choose).isInstanceOf(LossException.class).hasMessageContaining("1 entries");

        assertThat(newsroom.decisions(run.edition()))
                .extracting(Decision::title, Decision::verdict)
                .containsExactly(tuple("One", Verdict.NO_SECTION));
    }

    @Test
    void whileARunIsUnderWayNothingIsCollectedAndASecondOneChangesNothingOfThat() {
        runs.open();
        assertThatThrownBy(runs::open).hasMessageContaining("is being printed");
        assertThat(collection.due()).isEmpty();
        assertThat(runs.progress().stage()).isEqualTo("fetching");
    }

    @Test
    void whoAsksHowFarItIsDoesNotWaitForAnotherPress() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.resolve("newsroom.db.lock").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.inputReader().readLine()).isEqualTo("held");
            CompletableFuture<Run> opened = CompletableFuture.supplyAsync(runs::open);
            newsroom.reports(collection.run());
            CompletableFuture.supplyAsync(runs::progress).get(5, TimeUnit.SECONDS);
            CompletableFuture.runAsync(runs::halt).get(5, TimeUnit.SECONDS);
            assertThat(opened).isNotDone();
            process.getOutputStream().close();
            assertThat(opened.get(20, TimeUnit.SECONDS)).isEqualTo(runs.current());
        } finally {
            process.destroyForcibly();
        }
    }

    /** Another press that is at work, until its input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws Exception {
            try (FileChannel file =
                            FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.lock(Long.MAX_VALUE - 1, 1, false)) {
                System.out.println(lock.isValid() ? "held" : "not held");
                while (System.in.read() >= 0) {
                    // Until it ends.
                }
            }
        }
    }

    @Test
    void aRunEndsEvenWhenTheNewsroomCanNoLongerBeWritten() {
        CompletableFuture<Printed> ordered = runs.order(null, true);
        Run run = runs.open();
        newsroom.close();
        runs.failed(failure(run, new LossException("nothing to print")));
        assertThat(ordered).isCompletedExceptionally();
        assertThat(runs.busy()).isFalse();
        assertThatThrownBy(ordered::join).hasMessageContaining("closed");
    }
}
