package press.parallel.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.parallel.LossException;
import press.parallel.Run;
import press.parallel.RunSheet;

/** routes/press.camel.yaml: one run from start to finish, by order and by schedule. */
class PressRouteTest extends RouteTestSupport {
    private static final List<String> DESKS =
            List.of("fetch-feeds", "pick-stories", "assemble-edition", "enhance-stories");

    private final Run run = Nouns.run("2026-11-23-1");
    private final RunSheet sheet = Nouns.sheet(Nouns.stories("https://a.example/1"));
    private final Books books = new Books(run);
    private final Hour hour = new Hour();
    private final List<String> order = new CopyOnWriteArrayList<>();

    PressRouteTest() {
        super("press", DESKS.toArray(String[]::new));
    }

    /** Stands in for the runs. */
    public static final class Books {
        private final Run run;
        final List<String> failed = new CopyOnWriteArrayList<>();
        volatile boolean underWay;

        Books(Run run) {
            this.run = run;
        }

        public Run open() {
            if (underWay) {
                throw new IllegalStateException("edition '2026-11-23-1' is being printed");
            }
            return run;
        }

        public void failed(Exchange exchange) {
            failed.add(exchange.getVariable("run") + ": "
                    + exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)
                            .getMessage());
        }
    }

    /** Stands in for the schedule. */
    public static final class Hour {
        volatile boolean printing;

        public boolean begin() {
            return !printing;
        }
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind("runs", books);
        registry.bind("schedule", hour);
    }

    @BeforeEach
    void desksWork() {
        for (String desk : DESKS) {
            play(desk, exchange -> {
                order.add(desk);
                if (desk.equals("pick-stories")) {
                    exchange.getMessage().setBody(sheet);
                }
            });
        }
    }

    @Test
    void theDesksFollowOneAnotherAndAllKnowTheRun() {
        assertThat(template.send("direct:print-edition", exchange -> {}).getException())
                .isNull();

        assertThat(order).isEqualTo(DESKS);
        for (String desk : DESKS) {
            assertThat(neighbour(desk).getExchanges())
                    .singleElement()
                    .satisfies(exchange ->
                            assertThat(exchange.getVariable("run", Run.class)).isEqualTo(run));
        }
    }

    @Test
    void theAggregatorGetsTheRunSheetBeforeTheEnhancerDoes() throws Exception {
        neighbour("assemble-edition").expectedBodiesReceived(sheet);
        neighbour("enhance-stories").expectedBodiesReceived(sheet);

        template.send("direct:print-edition", exchange -> {});

        neighbour("assemble-edition").assertIsSatisfied();
        neighbour("enhance-stories").assertIsSatisfied();
    }

    @Test
    void aRunThatCannotGoOnIsToldAndTheDesksBehindDoNotBegin() {
        play("pick-stories", exchange -> {
            throw new LossException("no edition was printed: none of the 26 feeds could be had");
        });

        assertThat(template.send("direct:print-edition", exchange -> {}).getException())
                .isNull();

        assertThat(books.failed).containsExactly(run + ": no edition was printed: none of the 26 feeds could be had");
        assertThat(order).containsExactly("fetch-feeds");
    }

    @Test
    void aRunThatCannotBeginIsToldOfNoRun() {
        books.underWay = true;

        template.send("direct:print-edition", exchange -> {});

        assertThat(books.failed).containsExactly("null: edition '2026-11-23-1' is being printed");
        assertThat(order).isEmpty();
    }

    @Test
    void withoutServeNothingIsPrintedOnSchedule() {
        assertThat(context.getRouteController().getRouteStatus("print-on-schedule"))
                .isEqualTo(ServiceStatus.Stopped);
        assertThat(context.getRouteController().getRouteStatus("print-edition")).isEqualTo(ServiceStatus.Started);
    }

    @Test
    void theScheduleOrdersTheSameRun() throws Exception {
        AdviceWith.adviceWith(context, "print-on-schedule", route -> route.replaceFromWith("direct:the-hour"));
        context.getRouteController().startRoute("print-on-schedule");

        template.sendBody("direct:the-hour", null);

        assertThat(order).isEqualTo(DESKS);
    }

    @Test
    void anHourThatComesWhileAnEditionIsBeingPrintedOrdersNothing() throws Exception {
        hour.printing = true;
        AdviceWith.adviceWith(context, "print-on-schedule", route -> route.replaceFromWith("direct:the-hour"));
        context.getRouteController().startRoute("print-on-schedule");

        template.sendBody("direct:the-hour", null);

        assertThat(order).isEmpty();
    }
}
