package press.parallel.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;
import press.parallel.LossException;
import press.parallel.Run;
import press.parallel.RunSheet;

/** routes/editor.camel.yaml: the day's choice. */
class EditorRouteTest extends RouteTestSupport {
    private final Run run = Nouns.run("2026-11-23-1");
    private final Chooser chooser = new Chooser();

    EditorRouteTest() {
        super("editor");
    }

    /** Stands in for the runs. */
    public static final class Chooser {
        volatile RunSheet sheet = Nouns.sheet(List.of());

        public RunSheet choose() {
            if (sheet.stories().isEmpty()) {
                throw new LossException("no edition was printed: nothing is fresh");
            }
            return sheet;
        }
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind("runs", chooser);
    }

    @Test
    void theRunSheetIsTheAnswer() {
        chooser.sheet = Nouns.sheet(Nouns.stories("https://a.example/1"));

        Exchange exchange = send("pick-stories", null, run);

        assertThat(exchange.getMessage().getBody()).isSameAs(chooser.sheet);
        assertThat(exchange.getVariable("run", Run.class)).isEqualTo(run);
    }

    @Test
    void nothingToPrintIsToldToWhoeverAsked() {
        assertThat(send("pick-stories", null, run).getException())
                .isInstanceOf(LossException.class)
                .hasMessageContaining("nothing is fresh");
    }
}
