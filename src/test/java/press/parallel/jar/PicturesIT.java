package press.parallel.jar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.SamplePictures;
import press.parallel.jar.StrictWeb.Answer;
import press.parallel.jar.StrictWeb.Visit;

/** Pictures in the paper, in the jar, against a web that is slow, hostile and strict: asserted by the server and by what lies on the disk. */
class PicturesIT {
    private static final Duration INTERVAL = Duration.ofMillis(300);
    private static final String PHOTOS = "pics.photos.net";
    private static final String SLOW = "slow.pictures.org";

    /** Each tells of something else, so that none is taken for another. */
    private static final List<String> WORDS = List.of(
            "harbour crane lifts twelve rusty anchors from the silt beside the customs pier",
            "beekeepers count winter swarms above the orchard terraces near the old monastery",
            "glassblowers reopen a furnace that was cold since the railway strike ended",
            "cyclists repaint the tunnel under the observatory with phosphorescent lichen",
            "librarians auction duplicate atlases to finance a telescope for the island school",
            "bakers swap sourdough cultures at dawn behind the abandoned velodrome");

    private final CountDownLatch slow = new CountDownLatch(1);

    @TempDir
    Path folder;

    private StrictWeb web;

    @BeforeEach
    void open() throws Exception {
        web = StrictWeb.open();
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Gazette</title>");
        List<String> leads = List.of(
                PHOTOS + "/1.png",
                PHOTOS + "/2.png",
                PHOTOS + "/3.png",
                PHOTOS + "/4.png",
                SLOW + "/5.png",
                PHOTOS + "/6.png");
        for (int i = 1; i <= WORDS.size(); i++) {
            String words = WORDS.get(i - 1);
            feed.append("<item><title>")
                    .append(words)
                    .append("</title><link>http://www.gazette.com/")
                    .append(i);
            feed.append("</link><pubDate>")
                    .append(StrictWeb.httpDate(Instant.now().minusSeconds(600L * i)));
            feed.append("</pubDate><description>").append(words).append("</description></item>");
            String page = page(words, leads.get(i - 1), i == 1);
            web.room("www.gazette.com", "/" + i, visit -> Answer.of(200).body("text/html", page));
        }
        String rss = feed.append("</channel></rss>").toString();
        web.room("www.gazette.com", "/rss", visit -> Answer.of(200).body("application/rss+xml", rss));
        web.room(PHOTOS, "/1.png", visit -> picture(SamplePictures.png(800, 450)));
        web.room(PHOTOS, "/inside.png", visit -> picture(SamplePictures.png(600, 400)));
        web.room(PHOTOS, "/2.png", visit -> picture(SamplePictures.jpeg(450, 800, 6)));
        web.room(PHOTOS, "/3.png", visit -> picture(SamplePictures.svg()));
        web.room(PHOTOS, "/4.png", visit -> picture(new byte[150_000]));
        web.room(
                PHOTOS, "/6.png", visit -> picture(SamplePictures.png(300, 300)).andThen(50_000_000));
        web.room(SLOW, "/5.png", visit -> {
            try {
                slow.await(80, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return picture(SamplePictures.png(800, 450));
        });
        Files.write(folder.resolve("feeds.txt"), List.of("http://www.gazette.com/rss news"));
        Files.write(
                folder.resolve("application.properties"),
                List.of(
                        "press.feeds.file = feeds.txt",
                        "press.web.proxy = " + web.proxy(),
                        "press.politeness.interval = " + INTERVAL.toMillis() + "ms",
                        "press.politeness.margin = 100ms",
                        "press.editor.repeat = always",
                        "press.editor.max-per-source = 10",
                        "press.printer.image-bytes = 100K",
                        "press.printer.image-wait = 3s"));
    }

    @AfterEach
    void close() throws IOException {
        slow.countDown();
        web.close();
    }

    private static Answer picture(byte[] bytes) {
        return new Answer(200, List.of("Content-Type: image/png"), bytes, 0);
    }

    private static String page(String words, String lead, boolean inside) {
        String paragraph = "<p>" + (words + ", say those who were there, and ").repeat(4) + "so it goes on.</p>";
        return "<html lang=\"en\"><head><meta property=\"og:image\" content=\"http://" + lead + "\">"
                + "<meta property=\"og:image:alt\" content=\"What was seen\"></head><body><article><h1>" + words
                + "</h1>" + paragraph
                + (inside
                        ? "<figure><img src=\"http://" + PHOTOS
                                + "/inside.png\" alt=\"Inside\"><figcaption>Seen from inside</figcaption></figure>"
                        : "")
                + paragraph + paragraph + "</article></body></html>";
    }

    private Document print(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("print", "--progress=none"));
        all.addAll(List.of(arguments));
        try (PressProcess press = PressProcess.start(folder, all.toArray(String[]::new))) {
            assertThat(press.exitStatus()).as(press.err()).isZero();
            assertThat(press.err()).doesNotContain("Exception").doesNotContain("\tat ");
            assertThat(press.out()).contains("6 stories · 6 with full text");
        }
        return Jsoup.parse(Files.readString(latest().resolve("index.html")));
    }

    private Path latest() {
        return folder.resolve("editions/latest");
    }

    private JsonNode edition() throws IOException {
        return new ObjectMapper().readTree(latest().resolve("edition.json").toFile());
    }

    private List<Visit> asked(String host) {
        return web.visits().stream()
                .filter(visit -> visit.host.equals(host) && !visit.isRobots())
                .toList();
    }

    private List<String> beside() throws IOException {
        Path images = latest().resolve("images");
        if (!Files.exists(images)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(images)) {
            return files.map(file -> "images/" + file.getFileName()).sorted().toList();
        }
    }

    private List<String> lostPictures() throws IOException {
        List<String> reasons = new ArrayList<>();
        edition().path("losses").forEach(loss -> {
            if (loss.path("what").asText().equals("picture")) {
                reasons.add(
                        loss.path("link").asText() + " " + loss.path("reason").asText());
            }
        });
        return reasons;
    }

    @Test
    void picturesCostNoTextAreSpacedAtTheServerAndRefusedByWhatTheyAre() throws Exception {
        Document paper = print();

        // Of six, two can be printed; every text is whole, and the paper did not wait for the slow one for long.
        assertThat(paper.select(".copy > figure img")).hasSize(2);
        assertThat(paper.select("img").eachAttr("src")).containsExactlyInAnyOrderElementsOf(beside());
        assertThat(paper.select(".copy > figure img"))
                .extracting(image -> image.attr("alt"), image -> image.attr("width") + "x" + image.attr("height"))
                .containsExactlyInAnyOrder(tuple("What was seen", "800x450"), tuple("What was seen", "800x450"));
        assertThat(beside())
                .hasSize(2)
                .anyMatch(name -> name.endsWith("-1.png"))
                .anyMatch(name -> name.endsWith("-1.jpg"));
        assertThat(Files.readAllBytes(latest().resolve(beside().stream()
                        .filter(name -> name.endsWith(".png"))
                        .findFirst()
                        .orElseThrow())))
                .isEqualTo(SamplePictures.png(800, 450));
        assertThat(edition().path("numbers").path("totalSeconds").asDouble()).isLessThan(60);
        assertThat(lostPictures())
                .hasSize(4)
                .anyMatch(loss -> loss.startsWith("http://pics.photos.net/3.png") && loss.contains("a drawing in SVG"))
                .anyMatch(loss -> loss.startsWith("http://pics.photos.net/4.png")
                        && loss.contains("expected a picture of 102400 bytes or less")
                        && loss.contains("150000 bytes large; it was not read"))
                .anyMatch(loss -> loss.startsWith("http://pics.photos.net/6.png") && loss.contains("it was cut off"))
                .anyMatch(
                        loss -> loss.startsWith("http://slow.pictures.org/5.png") && loss.contains("was not in when"));
        assertThat(paper.select("#lost li").eachText())
                .singleElement()
                .asString()
                .contains("4 pictures");

        // At the server: an interval apart, robots.txt first, the endless one cut off early.
        List<Visit> photos = asked(PHOTOS);
        assertThat(photos).hasSize(5);
        for (int i = 1; i < photos.size(); i++) {
            assertThat(Duration.ofNanos(photos.get(i).nanos - photos.get(i - 1).nanos))
                    .isGreaterThan(INTERVAL);
        }
        assertThat(web.visits().stream()
                        .filter(visit -> visit.host.equals(PHOTOS))
                        .findFirst())
                .get()
                .matches(Visit::isRobots);
        assertThat(photos)
                .extracting(visit -> visit.header("accept"))
                .containsOnly("image/avif,image/webp,image/jpeg,image/png,image/gif");
        assertThat(photos)
                .filteredOn(visit -> visit.target.equals("/6.png"))
                .allSatisfy(visit -> assertThat(visit.written).isLessThan(10_000_000));

        // None: nobody is asked, and the page has none.
        int before = asked(PHOTOS).size() + asked(SLOW).size();
        Document without = print("-Dpress.printer.images=none");
        assertThat(without.select("img")).isEmpty();
        assertThat(beside()).isEmpty();
        assertThat(asked(PHOTOS).size() + asked(SLOW).size()).isEqualTo(before);
        assertThat(lostPictures()).isEmpty();

        // All: the one inside the text in its place with its caption; what is known or was refused is not asked again.
        Document all = print("-Dpress.printer.images=all");
        assertThat(asked(PHOTOS)).extracting(visit -> visit.target).hasSize(6).endsWith("/inside.png");
        assertThat(all.select(".text figure")).singleElement().satisfies(figure -> {
            assertThat(figure.selectFirst("img").attr("src"))
                    .isIn(beside())
                    .asString()
                    .endsWith("-2.png");
            assertThat(figure.selectFirst("img").attr("alt")).isEqualTo("Inside");
            assertThat(figure.text()).isEqualTo("Seen from inside");
        });
        assertThat(all.select("img")).hasSize(3);
        assertThat(new String(Files.readAllBytes(latest().resolve("edition.json")), UTF_8))
                .doesNotContain("<img src=\\\"http");
    }
}
