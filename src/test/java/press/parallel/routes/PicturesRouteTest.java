package press.parallel.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.parallel.FetchedPicture;
import press.parallel.Loss;
import press.parallel.Picture;
import press.parallel.PictureCopy;
import press.parallel.PictureFile;
import press.parallel.PictureType;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.Run;
import press.parallel.SamplePictures;
import press.parallel.Story;
import press.parallel.WantedPicture;
import press.parallel.pictures.PictureDesk;

/** routes/pictures.camel.yaml: pictures are sent for without waiting, and each comes in or is lost by itself. */
class PicturesRouteTest extends RouteTestSupport {
    private final Run run = Nouns.run("2026-11-23-1");
    private final Story story = Nouns.story("https://a.example/1");
    private final Books books = new Books();

    PicturesRouteTest() {
        super("pictures", "ask-the-web", "assemble-edition");
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind("illustrations", books);
        registry.bind("losses", books);
        registry.bind("pictureDesk", new PictureDesk());
    }

    /** Stands in for what is filed of pictures, and for the losses. */
    public static final class Books {
        volatile List<WantedPicture> wanted = List.of();
        final Map<URI, PictureCopy> known = new ConcurrentHashMap<>();
        final List<FetchedPicture> kept = new CopyOnWriteArrayList<>();

        public List<WantedPicture> wanted(Exchange exchange) {
            return wanted;
        }

        public PictureCopy known(Exchange exchange) {
            return known.get(
                    exchange.getMessage().getBody(WantedPicture.class).picture().address());
        }

        public PictureCopy keep(Exchange exchange) {
            FetchedPicture picture = exchange.getMessage().getBody(FetchedPicture.class);
            kept.add(picture);
            return new PictureCopy(picture.file().address(), picture.file(), null);
        }

        public void picture(Exchange exchange) {
            URI address = exchange.getVariable("picture", WantedPicture.class)
                    .picture()
                    .address();
            String why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)
                    .getMessage();
            exchange.getMessage()
                    .setBody(new PictureCopy(address, null, new Loss("picture", "", address.toString(), why)));
        }
    }

    @BeforeEach
    void theWebAnswers() {
        play("ask-the-web", exchange -> {
            Request request = exchange.getMessage().getBody(Request.class);
            byte[] body =
                    request.address().getPath().endsWith("svg") ? SamplePictures.svg() : SamplePictures.png(640, 360);
            exchange.getMessage().setBody(new Reply(request.address(), 200, Map.of(), body, 1));
        });
    }

    private void want(String... addresses) {
        books.wanted = List.of(addresses).stream()
                .map(address -> new WantedPicture(story, Picture.at(URI.create(address)), true))
                .toList();
    }

    private List<PictureCopy> handedOn(int number) throws InterruptedException {
        MockEndpoint assembled = neighbour("assemble-edition");
        assembled.expectedMessageCount(number);
        assembled.assertIsSatisfied();
        return assembled.getExchanges().stream()
                .map(exchange -> exchange.getIn().getBody(PictureCopy.class))
                .toList();
    }

    @Test
    void theMessageGoesOnAtOnceWithItsOwnBody() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        play("ask-the-web", exchange -> {
            if (!answered.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the message waited for its pictures");
            }
            URI address = exchange.getMessage().getBody(Request.class).address();
            exchange.getMessage().setBody(new Reply(address, 200, Map.of(), SamplePictures.png(640, 360), 1));
        });
        want("https://p.example/1.png", "https://p.example/2.png");

        Exchange gone = send("fetch-pictures", "the copy", run);

        assertThat(gone.getException()).isNull();
        assertThat(gone.getMessage().getBody()).isEqualTo("the copy");
        answered.countDown();
        assertThat(handedOn(2)).allSatisfy(copy -> assertThat(copy.file()).isNotNull());
        assertThat(books.kept).hasSize(2);
    }

    @Test
    void aKnownPictureIsNotFetched() throws Exception {
        URI address = URI.create("https://p.example/1.png");
        PictureCopy known = new PictureCopy(address, new PictureFile(address, PictureType.AVIF, 300, 200), null);
        books.known.put(address, known);
        neighbour("ask-the-web").expectedMessageCount(0);
        want(address.toString());

        send("fetch-pictures", "the copy", run);

        assertThat(handedOn(1)).containsExactly(known);
        neighbour("ask-the-web").assertIsSatisfied();
    }

    @Test
    void whatIsNoPictureCostsItselfOnly() throws Exception {
        want("https://p.example/drawing.svg", "https://p.example/2.png");

        send("fetch-pictures", "the copy", run);

        List<PictureCopy> copies = handedOn(2);
        assertThat(copies)
                .filteredOn(copy -> copy.loss() != null)
                .singleElement()
                .satisfies(copy -> assertThat(copy.loss().reason()).contains("a drawing in SVG"));
        assertThat(copies).filteredOn(copy -> copy.file() != null).hasSize(1);
        assertThat(neighbour("assemble-edition").getExchanges())
                .allSatisfy(exchange ->
                        assertThat(exchange.getVariable("run", Run.class)).isEqualTo(run));
        assertThat(books.kept).hasSize(1);
    }

    @Test
    void aMessageWithoutPicturesIsLetThrough() {
        neighbour("assemble-edition").expectedMessageCount(0);
        assertThat(send("fetch-pictures", "the copy", run).getMessage().getBody())
                .isEqualTo("the copy");
    }
}
