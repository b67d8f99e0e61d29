package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.Copy;
import press.parallel.Edition;
import press.parallel.Entry;
import press.parallel.FetchedPicture;
import press.parallel.FiledEntry;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.PictureCopy;
import press.parallel.PictureFile;
import press.parallel.PictureType;
import press.parallel.Run;
import press.parallel.RunSheet;
import press.parallel.Story;
import press.parallel.WantedPicture;

/** What a run does about its pictures: how long it waits, what it asks again, what it says is missing. */
class IllustrationsTest {
    private static final URI ADDRESS = URI.create("https://p.example/1.jpg");
    private static final PictureFile FILE = new PictureFile(ADDRESS, PictureType.JPEG, 800, 600);

    @TempDir
    Path folder;

    private PressRoom room;
    private Run run;
    private Story story;

    @BeforeEach
    void open() {
        room = new PressRoom(folder, "https://a.example/rss");
        room.runs.order(null, true);
        run = room.runs.open();
        URI link = URI.create("https://a.example/1");
        Entry entry = new Entry(
                "1", link, null, "", "A story", "", null, null, "Short.", "", List.of(), 0, 0, null, ADDRESS, false, 0);
        story = new Story(
                new FiledEntry(entry, "https://a.example/rss", "A", "news", PressRoom.NOW),
                "news",
                1,
                1000,
                Map.of(),
                List.of(),
                List.of());
    }

    @AfterEach
    void close() {
        room.close();
    }

    private RunSheet sheet() {
        return new RunSheet(List.of(story), List.of(), 1, 1);
    }

    private Copy copy() {
        return new Copy(story, null, new Loss("story", "A story", "https://a.example/1", "gone"));
    }

    private Exchange message(Object body) {
        Exchange exchange = room.message(body);
        exchange.setVariable("run", run);
        return exchange;
    }

    private WantedPicture wanted() {
        assertThat(room.illustrations.wanted(message(sheet()))).isEmpty();
        List<WantedPicture> wanted = room.illustrations.wanted(message(copy()));
        assertThat(wanted).hasSize(1);
        return wanted.get(0);
    }

    private void lost(WantedPicture wanted, Throwable why) {
        Exchange exchange = message(null);
        exchange.setVariable("picture", wanted);
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, why);
        room.losses.picture(exchange);
        assertThat(exchange.getMessage().getBody(PictureCopy.class).address()).isEqualTo(ADDRESS);
    }

    @Test
    void aPaperWhoseTextsAreInWaitsAShortWhileForItsPicturesAndNotAgain() {
        wanted();
        Gathering texts = Gathering.EMPTY.with(sheet()).with(copy());
        assertThat(room.runs.millisLeft(message(Gathering.EMPTY.with(sheet())))).isEqualTo(121_000);
        assertThat(room.runs.allIn(message(texts))).isFalse();
        assertThat(room.runs.millisLeft(message(texts))).isEqualTo(PressRoom.PICTURES.toMillis());
        room.later(Duration.ofSeconds(9));
        assertThat(room.runs.millisLeft(message(texts))).isEqualTo(6_000);
        assertThat(room.runs.allIn(message(texts.with(new PictureCopy(ADDRESS, FILE, null)))))
                .isTrue();
    }

    @Test
    void noPictureHoldsAPaperBeyondItsDeadline() {
        wanted();
        room.later(Duration.ofSeconds(115));
        assertThat(room.runs.millisLeft(message(Gathering.EMPTY.with(sheet()).with(copy()))))
                .isEqualTo(6_000);
    }

    @Test
    void whatIsKnownIsNotAskedAndWhatWasMissedIsNotAskedAgainSoon() {
        WantedPicture wanted = wanted();
        assertThat(room.illustrations.known(message(wanted))).isNull();
        lost(wanted, new LossException("expected a picture, but found a drawing", 200));
        PictureCopy missed = room.illustrations.known(message(wanted));
        assertThat(missed.file()).isNull();
        assertThat(missed.loss().reason())
                .isEqualTo(
                        "picture 'https://p.example/1.jpg': expected a picture, but found a drawing; its story is printed"
                                + " without it");
        assertThat(room.newsroom.losses(run)).containsExactly(missed.loss());

        PictureCopy kept = room.illustrations.keep(message(new FetchedPicture(FILE, new byte[] {1})));
        assertThat(kept).isEqualTo(new PictureCopy(ADDRESS, FILE, null));
        assertThat(room.illustrations.known(message(wanted))).isEqualTo(kept);
        assertThat(room.newsroom.losses(run)).isEmpty();
    }

    @Test
    void nothingIsHeldAgainstAPictureThatWasLateOrAskedForTooSoon() {
        WantedPicture wanted = wanted();
        lost(wanted, LossException.late("its turn did not come"));
        lost(wanted, new LossException("it answered 429", 429));
        assertThat(room.illustrations.known(message(wanted))).isNull();
    }

    @Test
    void whatIsNotInIsNamedAndWhatIsInIsPrinted() {
        wanted();
        Gathering texts = Gathering.EMPTY.with(sheet()).with(copy());
        Edition without = room.runs.compose(message(texts));
        assertThat(without.losses())
                .filteredOn(loss -> loss.what().equals("picture"))
                .containsExactly(new Loss(
                        "picture",
                        "A story",
                        ADDRESS.toString(),
                        "it was not in when the edition was printed; its story is printed without it"));
        Edition with = room.runs.compose(message(texts.with(new PictureCopy(ADDRESS, FILE, null))));
        assertThat(with.sections().get(0).stories().get(0).pictures())
                .singleElement()
                .satisfies(picture -> assertThat(picture.file()).endsWith("-1.jpg"));
    }

    @Test
    void aStragglerOfAnotherRunAsksForNothing() {
        assertThat(room.illustrations.wanted(room.message(sheet()))).isEmpty();
    }
}
