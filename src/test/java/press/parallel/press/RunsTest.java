package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
import press.parallel.LossException;
import press.parallel.Printed;
import press.parallel.Run;
import press.parallel.editor.Editor;
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
    private Newsroom newsroom;
    private Runs runs;

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
                ZoneOffset.UTC,
                Duration.ofDays(4));
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
        runs = new Runs(
                new Runs.Plan(List::of, Duration.ofMinutes(2), 0.75, Duration.ofHours(48)),
                newsroom,
                new Editor(List.of(), Duration.ofHours(48)),
                new Composer("Test", List.of(), CLOCK, address -> "a.org"),
                line,
                turns,
                new Collection(List::of, newsroom, line, domains, turns, CLOCK, Duration.ofSeconds(5)),
                CLOCK,
                meters);
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
