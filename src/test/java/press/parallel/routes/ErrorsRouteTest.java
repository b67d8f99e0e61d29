package press.parallel.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.parallel.Copy;
import press.parallel.FeedReport;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.Run;
import press.parallel.Story;

/** routes/errors.camel.yaml: what each of the named policies does with a route that fails. */
class ErrorsRouteTest extends RouteTestSupport {
    private final Run run = Nouns.run("2026-11-23-1");
    private final Story story = Nouns.story("https://a.example/1");
    private final Books books = new Books(story);
    private final Trouble trouble = new Trouble();

    ErrorsRouteTest() {
        super("errors", "assemble-edition");
    }

    /** Stands in for the runs, the losses and the newsroom. */
    public static final class Books {
        private final Story story;
        final List<String> reported = new CopyOnWriteArrayList<>();
        final List<String> failed = new CopyOnWriteArrayList<>();
        final List<Throwable> caught = new CopyOnWriteArrayList<>();

        Books(Story story) {
            this.story = story;
        }

        public void feed(Exchange exchange) {
            caught.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
            exchange.getMessage().setBody(new FeedReport("https://a.example/rss", "", "failed", "out", 0, 0, 0, 0));
        }

        public void report(Run run, FeedReport report) {
            reported.add(run.edition() + " " + report.url());
        }

        public void story(Exchange exchange) {
            caught.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
            exchange.getMessage().setBody(new Copy(story, null, new Loss("story", "", "https://a.example/1", "out")));
        }

        public void failed(Exchange exchange) {
            failed.add(exchange.getVariable("run", Run.class).edition());
        }
    }

    /** A step that fails in the way it is told to. */
    public static final class Trouble {
        volatile int times;
        volatile String kind = "LossException";

        public void make() throws Throwable {
            times++;
            throw switch (kind) {
                case "LossException" -> new LossException("out");
                case "IOException" -> new java.io.IOException("out");
                case "NullPointerException" -> new NullPointerException("out");
                case "StackOverflowError" -> new StackOverflowError("out");
                default -> new AssertionError(kind);
            };
        }
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind("runs", books);
        registry.bind("losses", books);
        registry.bind("newsroom", books);
        registry.bind("trouble", trouble);
    }

    @Override
    protected RoutesBuilder[] createRouteBuilders() throws Exception {
        List<RoutesBuilder> builders = new ArrayList<>(Arrays.asList(super.createRouteBuilders()));
        builders.add(new RouteBuilder() {
            @Override
            public void configure() {
                for (String policy :
                        List.of("lose-one-feed", "lose-one-story", "lose-the-edition", "tell-the-caller")) {
                    from("direct:" + policy)
                            .routeId(policy)
                            .routeConfigurationId(policy)
                            .bean("trouble", "make");
                }
                from("direct:asking")
                        .routeId("asking")
                        .routeConfigurationId("lose-one-story")
                        .to("direct:tell-the-caller");
            }
        });
        return builders.toArray(RoutesBuilder[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LossException", "IOException", "NullPointerException", "StackOverflowError"})
    void whateverHappensToAFeedIsReportedAndCostsNoMore(String kind) {
        trouble.kind = kind;

        assertThat(send("lose-one-feed", null, run).getException()).isNull();

        assertThat(books.reported).containsExactly("2026-11-23-1 https://a.example/rss");
        assertThat(trouble.times).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LossException", "IOException", "NullPointerException", "StackOverflowError"})
    void whateverHappensToAStoryItIsStillHandedToTheEdition(String kind) throws Exception {
        trouble.kind = kind;
        neighbour("assemble-edition").expectedMessageCount(1);
        neighbour("assemble-edition").message(0).body().isInstanceOf(Copy.class);

        assertThat(send("lose-one-story", null, run).getException()).isNull();

        neighbour("assemble-edition").assertIsSatisfied();
        assertThat(trouble.times).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LossException", "IOException", "StackOverflowError"})
    void anEditionThatFailsIsToldToWhoeverOrderedIt(String kind) {
        trouble.kind = kind;

        assertThat(send("lose-the-edition", null, run).getException()).isNull();

        assertThat(books.failed).containsExactly("2026-11-23-1");
    }

    @Test
    void aFailureThatIsTheCallersReachesTheCaller() {
        assertThat(send("tell-the-caller", null, run).getException())
                .isInstanceOf(LossException.class)
                .hasMessage("out");
        assertThat(books.caught).isEmpty();
        assertThat(trouble.times).isEqualTo(1);
    }

    @Test
    void theCallersPolicyDecidesWhatAFailureFurtherInCosts() throws Exception {
        neighbour("assemble-edition").expectedMessageCount(1);

        assertThat(send("asking", null, run).getException()).isNull();

        neighbour("assemble-edition").assertIsSatisfied();
        assertThat(books.caught).singleElement().isInstanceOf(LossException.class);
    }
}
