package press.parallel.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;
import press.parallel.Decision;
import press.parallel.Edition;
import press.parallel.GlassBox;
import press.parallel.Run;
import press.parallel.RunSheet;
import press.parallel.Verdict;
import press.parallel.auditor.Accounts;

/** routes/auditor.camel.yaml: the books of a run are closed. */
class AuditorRouteTest extends RouteTestSupport {
    private static final Path FOLDER = Path.of("editions", "2026-11-23-1");

    private final Run run = Nouns.run("2026-11-23-1");
    private final Books books = new Books();

    AuditorRouteTest() {
        super("auditor");
    }

    /** Stands in for the runs. */
    public static final class Books {
        final List<Path> closed = new CopyOnWriteArrayList<>();
        final List<String> failed = new CopyOnWriteArrayList<>();
        volatile boolean locked;

        public void printed(Exchange exchange) {
            if (locked) {
                throw new IllegalStateException("database is locked");
            }
            closed.add(exchange.getMessage().getBody(Path.class));
        }

        public void failed(Exchange exchange) {
            failed.add(exchange.getVariable("run", Run.class).edition() + ": "
                    + exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)
                            .getMessage());
        }
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind("runs", books);
        registry.bind("accounts", new Accounts(List.of()));
    }

    @Test
    void theBooksOfAPrintedEditionAreClosedWithItsFolder() {
        assertThat(send("publish-transparency", FOLDER, run).getException()).isNull();

        assertThat(books.closed).containsExactly(FOLDER);
        assertThat(books.failed).isEmpty();
    }

    @Test
    void theGlassBoxIsAddedUpFromTheRunSheetBesideTheEdition() throws Exception {
        RunSheet sheet = new RunSheet(
                List.of(),
                List.of(new Decision(
                        "a",
                        "A",
                        URI.create("https://a.example/a"),
                        "https://a.example/rss",
                        "A",
                        "a.example",
                        Instant.EPOCH,
                        "news",
                        List.of(),
                        1000,
                        Map.of("base", 1000L),
                        Verdict.PRINTED,
                        1,
                        "")),
                1,
                1);
        Exchange exchange = context.getEndpoint("direct:open-the-glass-box").createExchange();
        exchange.setVariable("sheet", sheet);
        exchange.getMessage().setBody(Nouns.edition());
        template.send("direct:open-the-glass-box", exchange);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(Edition.class).glassBox().vitals())
                .isEqualTo(new GlassBox.Vitals(1, 1, 1, 0));
    }

    @Test
    void booksThatCannotBeClosedAreToldToWhoeverOrdered() {
        books.locked = true;

        assertThat(send("publish-transparency", FOLDER, run).getException()).isNull();

        assertThat(books.failed).containsExactly("2026-11-23-1: database is locked");
    }
}
