package press.parallel.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;
import press.parallel.Run;

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
    }

    @Test
    void theBooksOfAPrintedEditionAreClosedWithItsFolder() {
        assertThat(send("publish-transparency", FOLDER, run).getException()).isNull();

        assertThat(books.closed).containsExactly(FOLDER);
        assertThat(books.failed).isEmpty();
    }

    @Test
    void booksThatCannotBeClosedAreToldToWhoeverOrdered() {
        books.locked = true;

        assertThat(send("publish-transparency", FOLDER, run).getException()).isNull();

        assertThat(books.failed).containsExactly("2026-11-23-1: database is locked");
    }
}
