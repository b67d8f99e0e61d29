package press.parallel.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.localweb.Arrival;
import press.parallel.localweb.LocalWeb;

/** {@code serve} reads feeds all day, and prints at its hour from what it has. */
class CollectIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Enough for the program to start and to ask every feed. */
    private static final Duration UNTIL_THE_HOUR = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void eachFeedIsAskedOnceBeforeTheHourAndNotAgainForTheEdition() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ZonedDateTime hour = ZonedDateTime.now(ZoneOffset.UTC).plus(UNTIL_THE_HOUR);
        try (LocalWeb web = LocalWeb.open()) {
            Files.write(
                    folder.resolve("application.properties"),
                    List.of(
                            "press.sections = news",
                            "press.section.news.feeds = http://a.example/feed, http://www.b.example/feed,"
                                    + " http://c.example/broken, http://b.example/feed",
                            "press.time-zone = UTC",
                            "press.edition.cron = "
                                    + DateTimeFormatter.ofPattern("s m H * * ?").format(hour),
                            "press.politeness.interval = 300ms",
                            "press.editor.window = 36500d",
                            "press.newsroom.keep = 36500d",
                            "press.web.proxy = " + web.proxy(),
                            "press.web.proxy-tunnel = false",
                            "press.serve.port = " + port));
            try (PressProcess press = PressProcess.start(folder, "-Dpress.fetcher.look=200ms", "serve")) {
                await("every feed was asked")
                        .atMost(PATIENCE)
                        .until(() -> feedsAsked(web).size() >= 4);
                assertThat(folder.resolve("editions")).doesNotExist();
                Path printed = folder.resolve("editions/latest/edition.json");
                await("the edition").atMost(PATIENCE).until(() -> press.err().contains("printed "));

                JsonNode edition = new ObjectMapper().readTree(printed.toFile());
                assertThat(edition.path("feeds").findValuesAsText("status"))
                        .as(edition.path("feeds").toPrettyString())
                        .containsExactly("early", "early", "late", "early");
                assertThat(edition.path("feeds").get(0).path("entries").asInt()).isEqualTo(2);
                assertThat(edition.path("losses").findValuesAsText("reason"))
                        .anyMatch(reason -> reason.matches(
                                "feed 'http://c\\.example/broken' rests for another .* \\(500, 1 failure\\);"
                                        + " left out of this edition"));
                assertThat(feedsAsked(web))
                        .as(web.arrivals().toString())
                        .containsExactlyInAnyOrder(
                                "a.example/feed", "www.b.example/feed", "b.example/feed", "c.example/broken");
                press.stop();
                press.exitStatus();
                assertThat(press.err()).doesNotContain("Exception", "\tat ");
            }
        }
    }

    private static List<String> feedsAsked(LocalWeb web) {
        return web
                .arrivals(arrival ->
                        arrival.path().equals("/feed") || arrival.path().equals("/broken"))
                .stream()
                .map((Arrival arrival) -> arrival.host() + arrival.path())
                .toList();
    }
}
