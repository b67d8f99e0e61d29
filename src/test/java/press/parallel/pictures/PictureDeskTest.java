package press.parallel.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import press.parallel.Entry;
import press.parallel.FiledEntry;
import press.parallel.LossException;
import press.parallel.Picture;
import press.parallel.PictureFile;
import press.parallel.PictureType;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.Run;
import press.parallel.SamplePictures;
import press.parallel.Story;
import press.parallel.WantedPicture;

class PictureDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final URI ADDRESS = URI.create("https://pictures.example/harbour.jpg");
    private static final Run RUN = new Run(
            "2026-11-22-1",
            LocalDate.parse("2026-11-22"),
            1,
            LocalDate.parse("2026-11-22"),
            NOW,
            NOW.plusSeconds(90),
            NOW.plusSeconds(120),
            false);

    private final PictureDesk desk = new PictureDesk();

    private static WantedPicture wanted(boolean lead) {
        URI link = URI.create("https://courier.example/a");
        Entry entry = new Entry(
                link.toString(), link, null, "", "A", "", null, null, "", "", List.of(), 0, 0, null, null, false, 0);
        Story story = new Story(
                new FiledEntry(entry, "https://courier.example/rss", "Courier", "news", NOW),
                "news",
                3,
                1000,
                Map.of(),
                List.of(),
                List.of());
        return new WantedPicture(story, Picture.at(ADDRESS), lead);
    }

    private PictureFile read(int status, byte[] body) {
        Reply reply = new Reply(ADDRESS, status, Map.of("content-type", "image/svg+xml"), body, 1);
        return desk.read(reply, wanted(true)).file();
    }

    private void isRefused(int status, byte[] body, String why) {
        assertThatThrownBy(() -> read(status, body))
                .isInstanceOf(LossException.class)
                .hasMessage("picture 'https://pictures.example/harbour.jpg': expected " + why
                        + "; its story is printed without it");
    }

    @Test
    void isAskedForAfterTextsAndLeadsBeforeTheOthersUntilTheDeadline() {
        Request lead = desk.request(wanted(true), RUN);
        assertThat(lead.address()).isEqualTo(ADDRESS);
        assertThat(lead.purpose()).isEqualTo(Request.Purpose.IMAGE);
        assertThat(lead.accept()).isEqualTo("image/avif,image/webp,image/jpeg,image/png,image/gif");
        assertThat(lead.priority()).isEqualTo(Request.MINOR);
        assertThat(lead.group()).isEqualTo("2026-11-22-1");
        assertThat(lead.deadline()).isEqualTo(RUN.deadline());
        assertThat(lead.index()).isLessThan(desk.request(wanted(false), RUN).index());
    }

    @Test
    void isTakenForWhatItsBytesSayWhateverItIsCalled() {
        assertThat(read(200, SamplePictures.png(120, 80)))
                .isEqualTo(new PictureFile(ADDRESS, PictureType.PNG, 120, 80));
    }

    @Test
    void thatCannotBePrintedIsRefusedInWords() {
        isRefused(404, SamplePictures.png(800, 600), "a picture, but the server answered 404");
        isRefused(200, new byte[0], "a picture, but the answer was empty");
        isRefused(
                200,
                SamplePictures.svg(),
                "a JPEG, PNG, GIF, WebP or AVIF picture, but found a drawing in SVG, which could run scripts");
        isRefused(
                200,
                SamplePictures.png(119, 400),
                "a picture of 120 x 80 pixels or more, but found one of 119 x 400 pixels");
        isRefused(
                200,
                SamplePictures.gif(60_000, 60_000),
                "a picture of 40 megapixels or less, but found one of 60000 x 60000 pixels");
    }
}
