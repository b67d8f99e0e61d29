package press.parallel.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.parallel.Copy;
import press.parallel.Loss;
import press.parallel.PictureCopy;
import press.parallel.Run;
import press.parallel.RunSheet;
import press.parallel.Story;
import press.parallel.press.Assembly;
import press.parallel.press.Gathering;

/** routes/printer.camel.yaml: stories and their run sheet are gathered and printed, once. */
class PrinterRouteTest extends RouteTestSupport {
    private static final long FAR = 60_000;

    private final Run run = Nouns.run("2026-11-23-1");
    private final List<Story> stories = Nouns.stories("https://a.example/1", "https://b.example/2");
    private final RunSheet sheet = Nouns.sheet(stories);
    private final Books books = new Books();
    private final Machine machine = new Machine();
    private MockEndpoint published;

    PrinterRouteTest() {
        super("printer", "publish-transparency", "open-the-glass-box", "fetch-pictures");
    }

    /** Stands in for the runs: an edition is open until it is composed. */
    public static final class Books {
        final List<Gathering> composed = new CopyOnWriteArrayList<>();
        final List<String> failed = new CopyOnWriteArrayList<>();
        volatile boolean open = true;
        volatile long millisLeft = FAR;
        final Set<URI> pictures = ConcurrentHashMap.newKeySet();

        public boolean stillOpen(Exchange exchange) {
            return open && exchange.getVariable("run", Run.class) != null;
        }

        public boolean allIn(Exchange exchange) {
            Gathering whole = exchange.getMessage().getBody(Gathering.class);
            return whole.allIn() && whole.pictures().keySet().containsAll(pictures);
        }

        public long millisLeft() {
            return millisLeft;
        }

        public Gathering compose(Exchange exchange) {
            open = false;
            Gathering whole = exchange.getMessage().getBody(Gathering.class);
            composed.add(whole);
            return whole;
        }

        public void failed(Exchange exchange) {
            failed.add(exchange.getVariable("run", Run.class).edition() + ": "
                    + exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)
                            .getMessage());
        }
    }

    /** Stands in for the printer. */
    public static final class Machine {
        volatile boolean jammed;

        public Path print(Gathering edition, RunSheet chosen) {
            if (jammed) {
                throw new IllegalStateException("no room left on the disk");
            }
            return Path.of("editions", "2026-11-23-1");
        }
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind("runs", books);
        registry.bind("assembly", new Assembly());
        registry.bind("printer", machine);
    }

    @BeforeEach
    void nextDoor() {
        published = neighbour("publish-transparency");
    }

    private void assemble(Object message) {
        assertThat(send("assemble-edition", message, run).getException()).isNull();
    }

    private static Copy copy(Story story) {
        return new Copy(story, Nouns.article(story), null);
    }

    private Set<String> printed() {
        assertThat(books.composed).hasSize(1);
        return books.composed.get(0).copies().keySet();
    }

    @Test
    void theEditionIsPrintedAsSoonAsItsLastStoryIsIn() throws Exception {
        assemble(sheet);
        assemble(copy(stories.get(0)));
        published.expectedBodiesReceived(Path.of("editions", "2026-11-23-1"));

        assemble(copy(stories.get(1)));

        published.assertIsSatisfied();
        assertThat(printed()).containsExactlyInAnyOrder("https://a.example/1", "https://b.example/2");
    }

    @Test
    void theRunSheetMayComeAfterStoriesThatWereFetchedAhead() throws Exception {
        assemble(copy(stories.get(1)));
        assemble(copy(stories.get(0)));
        published.expectedMessageCount(1);

        assemble(sheet);

        published.assertIsSatisfied();
        assertThat(books.composed.get(0).sheet()).isEqualTo(sheet);
        assertThat(printed()).hasSize(2);
    }

    @Test
    void storiesFetchedAheadThatWereNotChosenDoNotCountAsTheOnesThatWere() throws Exception {
        assemble(copy(Nouns.story("https://c.example/not-chosen")));
        assemble(sheet);
        assemble(copy(stories.get(0)));
        published.expectedMessageCount(1);

        assemble(copy(stories.get(1)));

        published.assertIsSatisfied();
        assertThat(printed()).contains("https://a.example/1", "https://b.example/2");
    }

    @Test
    void aPictureThatWasAskedForIsWaitedForUntilItIsInOrLost() throws Exception {
        URI address = URI.create("https://p.example/1.png");
        books.pictures.add(address);
        neighbour("fetch-pictures").expectedMessageCount(4);
        assemble(sheet);
        stories.forEach(story -> assemble(copy(story)));
        assertThat(books.composed).isEmpty();
        published.expectedMessageCount(1);

        assemble(new PictureCopy(address, null, new Loss("picture", "", address.toString(), "404")));

        published.assertIsSatisfied();
        neighbour("fetch-pictures").assertIsSatisfied();
    }

    @Test
    void aPictureThatDoesNotComeCostsNoText() throws Exception {
        books.pictures.add(URI.create("https://p.example/1.png"));
        books.millisLeft = 100;
        published.expectedMessageCount(1);

        assemble(sheet);
        stories.forEach(story -> assemble(copy(story)));

        published.assertIsSatisfied();
        assertThat(printed()).hasSize(2);
    }

    @Test
    void aStoryThatWasLostCountsAsIn() throws Exception {
        published.expectedMessageCount(1);

        assemble(sheet);
        assemble(copy(stories.get(0)));
        assemble(new Copy(stories.get(1), null, new Loss("story", "", "https://b.example/2", "404")));

        published.assertIsSatisfied();
    }

    @Test
    void atTheDeadlineItIsPrintedWithWhatIsIn() throws Exception {
        books.millisLeft = 100;
        published.expectedMessageCount(1);

        assemble(sheet);
        assemble(copy(stories.get(0)));

        published.assertIsSatisfied();
        assertThat(printed()).containsExactly("https://a.example/1");
    }

    @Test
    void whatComesAfterTheEditionWasComposedIsPassedOver() throws Exception {
        AdviceWith.adviceWith(
                context,
                "assemble-edition",
                route -> route.weaveById("edition").before().to("mock:gathered"));
        neighbour("gathered").expectedMessageCount(2);
        books.millisLeft = 100;
        published.expectedMessageCount(1);
        assemble(sheet);
        assemble(copy(stories.get(0)));
        published.assertIsSatisfied();

        assemble(copy(stories.get(1)));
        assemble(sheet);

        neighbour("gathered").assertIsSatisfied();
        assertThat(printed()).containsExactly("https://a.example/1");
    }

    @Test
    void theSameStoryTwiceIsOneStory() throws Exception {
        published.expectedMessageCount(1);

        assemble(sheet);
        assemble(copy(stories.get(0)));
        assemble(copy(stories.get(0)));
        assemble(copy(stories.get(1)));

        published.assertIsSatisfied();
        assertThat(printed()).hasSize(2);
    }

    @Test
    void anEditionThatCannotBePrintedIsToldToWhoeverOrderedIt() throws Exception {
        machine.jammed = true;
        published.expectedMessageCount(0);

        assemble(sheet);
        stories.forEach(story -> assemble(copy(story)));

        await().atMost(Duration.ofSeconds(10)).until(() -> !books.failed.isEmpty());
        assertThat(books.failed).containsExactly("2026-11-23-1: no room left on the disk");
        published.assertIsSatisfied();
    }
}
