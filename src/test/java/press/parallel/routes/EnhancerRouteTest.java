package press.parallel.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.parallel.Article;
import press.parallel.Copy;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.Request;
import press.parallel.Run;
import press.parallel.Story;
import press.parallel.enhancer.ArticleReader;
import press.parallel.enhancer.Assignment;
import press.parallel.enhancer.Enhancer;

/** routes/enhancer.camel.yaml: from the run sheet to stories with their text. */
class EnhancerRouteTest extends RouteTestSupport {
    private static final String PAGE = """
            <html><body><article><h1>Bridge</h1>
            <p>The bridge over the river was opened on Monday after nine years of work and two changes of plan.</p>
            <p>Ferries that carried people across for a century made their last trip in the evening, full to the rail.</p>
            <p>The town council says that the toll will stay low enough for those who cross it every single day.</p>
            </article></body></html>""";

    private final Run run = Nouns.run("2026-11-23-1");
    private final Books books = new Books(run);

    EnhancerRouteTest() {
        super("enhancer", "ask-the-web", "assemble-edition");
    }

    @Override
    protected void bindToRegistry(Registry registry) throws Exception {
        registry.bind("runs", books);
        registry.bind("texts", books);
        registry.bind("losses", books);
        registry.bind("enhancer", new Enhancer(new ArticleReader(), 20));
    }

    /** Stands in for the runs, the texts and the losses. */
    public static final class Books {
        private final Run run;
        final Set<String> claimed = ConcurrentHashMap.newKeySet();
        final Map<String, Copy> known = new ConcurrentHashMap<>();
        final List<Article> kept = new CopyOnWriteArrayList<>();
        final List<String> cut = new CopyOnWriteArrayList<>();
        volatile List<Story> ahead = List.of();

        Books(Run run) {
            this.run = run;
        }

        public boolean claim(Exchange exchange) {
            return exchange.getVariable("run", Run.class).equals(run)
                    && claimed.add(
                            exchange.getMessage().getBody(Story.class).entry().key());
        }

        public Copy known(Exchange exchange) {
            return known.get(exchange.getMessage().getBody(Story.class).entry().key());
        }

        public Copy keep(Exchange exchange) {
            Article article = exchange.getMessage().getBody(Article.class);
            kept.add(article);
            Assignment pages = exchange.getVariable("pages", Assignment.class);
            if (pages.isCut()) {
                cut.add(pages.cut());
            }
            return new Copy(exchange.getVariable("story", Story.class), article, null);
        }

        public List<Story> ahead() {
            return ahead;
        }

        public Run current() {
            return run;
        }

        public void story(Exchange exchange) {
            Story story = exchange.getVariable("story", Story.class);
            Throwable why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
            exchange.getMessage()
                    .setBody(new Copy(
                            story,
                            null,
                            new Loss("story", "", story.entry().link().toString(), String.valueOf(why.getMessage()))));
        }
    }

    @BeforeEach
    void theWebAnswers() throws Exception {
        AdviceWith.adviceWith(context, "enhance-ahead", route -> route.replaceFromWith("direct:look-ahead"));
        play("ask-the-web", EnhancerRouteTest::answer);
    }

    private static void answer(Exchange exchange) {
        Request request = exchange.getMessage().getBody(Request.class);
        boolean gone = request.address().getPath().equals("/gone");
        exchange.getMessage()
                .setBody(Nouns.reply(request.address(), gone ? 404 : 200, "text/html", gone ? "<p>no</p>" : PAGE));
    }

    private void enhance(List<Story> stories) {
        assertThat(send("enhance-stories", Nouns.sheet(stories), run).getException())
                .isNull();
    }

    private List<Copy> handedOn() {
        return neighbour("assemble-edition").getExchanges().stream()
                .map(exchange -> exchange.getIn().getBody(Copy.class))
                .toList();
    }

    @Test
    void everyStoryGoesOnWithTheTextOfItsPage() {
        enhance(Nouns.stories("https://a.example/1", "https://b.example/2"));

        assertThat(handedOn())
                .hasSize(2)
                .allSatisfy(copy ->
                        assertThat(copy.article().text()).startsWith("The bridge over the river was opened on Monday"));
        assertThat(books.kept)
                .extracting(Article::key)
                .containsExactlyInAnyOrder("https://a.example/1", "https://b.example/2");
    }

    @Test
    void aKnownStoryIsNotFetched() throws Exception {
        Story story = Nouns.story("https://a.example/1");
        books.known.put(story.entry().key(), new Copy(story, Nouns.article(story), null));
        neighbour("ask-the-web").expectedMessageCount(0);

        enhance(List.of(story));

        neighbour("ask-the-web").assertIsSatisfied();
        assertThat(handedOn()).extracting(copy -> copy.article().text()).containsExactly("Whole.");
        assertThat(books.kept).isEmpty();
    }

    @Test
    void aStoryThatIsBeingFetchedAheadIsPassedOver() throws Exception {
        books.claimed.add("https://a.example/1");

        enhance(Nouns.stories("https://a.example/1", "https://a.example/2"));

        assertThat(handedOn()).extracting(copy -> copy.story().entry().key()).containsExactly("https://a.example/2");
        assertThat(neighbour("ask-the-web").getReceivedCounter()).isEqualTo(1);
    }

    @Test
    void aPageThatCannotBeHadCostsItsOwnStoryOnly() {
        enhance(Nouns.stories("https://a.example/gone", "https://a.example/2"));

        assertThat(handedOn()).hasSize(2);
        assertThat(handedOn())
                .filteredOn(copy -> copy.article() == null)
                .singleElement()
                .satisfies(copy -> {
                    assertThat(copy.story().entry().key()).isEqualTo("https://a.example/gone");
                    assertThat(copy.loss().reason()).contains("404");
                });
    }

    @Test
    void aRequestThatFailsCostsItsOwnStoryOnly() {
        play("ask-the-web", exchange -> {
            if (exchange.getMessage().getBody(Request.class).address().getPath().equals("/1")) {
                throw LossException.late("its turn did not come");
            }
            answer(exchange);
        });

        enhance(Nouns.stories("https://a.example/1", "https://a.example/2"));

        assertThat(handedOn())
                .filteredOn(copy -> copy.loss() != null)
                .singleElement()
                .satisfies(copy -> assertThat(copy.loss().reason()).isEqualTo("its turn did not come"));
        assertThat(handedOn()).filteredOn(copy -> copy.article() != null).hasSize(1);
    }

    @Test
    void asManyStoriesAreOutAtOnceAsThereAreSlots() throws Exception {
        int slots = Integer.parseInt(settings().getProperty("press.slots"));
        CyclicBarrier all = new CyclicBarrier(slots);
        play("ask-the-web", exchange -> {
            all.await(10, TimeUnit.SECONDS);
            answer(exchange);
        });

        enhance(Nouns.stories(IntStream.range(0, slots)
                .mapToObj(i -> "https://s" + i + ".example/")
                .toArray(String[]::new)));

        assertThat(handedOn()).filteredOn(copy -> copy.article() != null).hasSize(slots);
    }

    private static String page(int number, boolean last) {
        String more = last ? "" : "<head><link rel=next href='/long/" + (number + 1) + "'></head>";
        return "<html>" + more + "<article><p>Page " + number
                + " tells of the bridge over the river, which was opened on Monday after"
                + " nine years of work and two changes of plan by three councils.</p></article></html>";
    }

    @Test
    void aStoryOfSeveralPagesIsReadToItsEndAndKeptOnce() {
        play("ask-the-web", exchange -> {
            URI address = exchange.getMessage().getBody(Request.class).address();
            int number = address.getPath().equals("/long")
                    ? 1
                    : Integer.parseInt(address.getPath().substring(6));
            exchange.getMessage().setBody(Nouns.reply(address, 200, "text/html", page(number, number == 3)));
        });

        enhance(Nouns.stories("https://a.example/long"));

        assertThat(neighbour("ask-the-web").getReceivedCounter()).isEqualTo(3);
        assertThat(books.kept)
                .singleElement()
                .satisfies(article ->
                        assertThat(article.text()).containsSubsequence("Page 1 tells", "Page 2 tells", "Page 3 tells"));
    }

    @Test
    void aLaterPageThatFailsDoesNotCostTheStory() {
        play("ask-the-web", exchange -> {
            URI address = exchange.getMessage().getBody(Request.class).address();
            if (address.getPath().equals("/long/2")) {
                throw LossException.late("its turn did not come");
            }
            exchange.getMessage().setBody(Nouns.reply(address, 200, "text/html", page(1, false)));
        });

        enhance(Nouns.stories("https://a.example/long"));

        assertThat(handedOn())
                .singleElement()
                .satisfies(copy -> assertThat(copy.article().text()).startsWith("Page 1 tells"));
        assertThat(books.cut).singleElement().asString().contains("page 2", "its turn did not come");
    }

    @Test
    void aStoryIsAskedForUntilTheDeadlineOfTheRun() {
        enhance(Nouns.stories("https://a.example/1"));

        Request request = neighbour("ask-the-web").getExchanges().get(0).getIn().getBody(Request.class);
        assertThat(request.group()).isEqualTo(run.edition());
        assertThat(request.deadline()).isEqualTo(run.deadline());
    }

    @Test
    void lookingAheadFetchesWithoutWaitingAndForTheRunUnderWay() throws Exception {
        books.ahead = Nouns.stories("https://a.example/1", "https://a.example/2");
        CountDownLatch asked = new CountDownLatch(1);
        play("ask-the-web", exchange -> {
            if (!asked.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the look-ahead waits for its stories");
            }
            answer(exchange);
        });
        MockEndpoint assembled = neighbour("assemble-edition");
        assembled.expectedMessageCount(2);

        template.sendBody("direct:look-ahead", null);
        asked.countDown();

        assembled.assertIsSatisfied();
        assertThat(handedOn()).allSatisfy(copy -> assertThat(copy.article()).isNotNull());
        assertThat(assembled.getExchanges())
                .allSatisfy(exchange ->
                        assertThat(exchange.getVariable("run", Run.class)).isEqualTo(run));
    }

    @Test
    void withNothingAheadNobodyIsAsked() throws Exception {
        neighbour("ask-the-web").expectedMessageCount(0);

        template.sendBody("direct:look-ahead", null);

        neighbour("ask-the-web").assertIsSatisfied();
    }
}
