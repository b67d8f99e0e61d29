package press.parallel.jar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full text, from the feed to the printed paper: stories of several pages, walls, empty pages and help for a site. */
class FullTextIT {
    private static final long INTERVAL_MILLIS = 200;
    private static final String SITE = "http://www.courier.example";

    @TempDir
    Path folder;

    /** Asked addresses with the nanoseconds of their arrival, in order. */
    private final Map<String, Long> arrivals = Collections.synchronizedMap(new LinkedHashMap<>());

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        if (!asked.getPath().equals("/robots.txt")) {
            arrivals.put(asked.toString(), System.nanoTime());
        }
        String page = pages.get(asked.toString());
        byte[] body = (page == null ? "" : page).getBytes(UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", asked.getPath().equals("/feed") ? "application/rss+xml" : "text/html");
        exchange.sendResponseHeaders(page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String paragraphs(String of, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.append("<p>")
                    .append(of)
                    .append(" told paragraph ")
                    .append(i)
                    .append(
                            " of what the inspector found in the cables of the bridge over the river on Monday, and why it stays closed.</p>");
        }
        return text.toString();
    }

    private void page(String path, String head, String body) {
        pages.put(SITE + path, "<html><head>" + head + "</head><body>" + body + "</body></html>");
    }

    private void feed(String... titles) {
        String now = ZonedDateTime.now(ZoneOffset.UTC).minusHours(1).format(DateTimeFormatter.RFC_1123_DATE_TIME);
        StringBuilder feed = new StringBuilder("<rss version='2.0'><channel><title>The Courier</title>");
        for (String title : titles) {
            feed.append("<item><title>The ")
                    .append(title)
                    .append(" story</title><link>")
                    .append(SITE)
                    .append('/');
            feed.append(title)
                    .append("</link><description>The feed's own words on ")
                    .append(title);
            feed.append(".</description><pubDate>").append(now).append("</pubDate></item>");
        }
        pages.put(SITE + "/feed", feed.append("</channel></rss>").toString());
    }

    private void settings(String... more) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "press.sections = news",
                "press.section.news.title = News",
                "press.section.news.feeds = " + SITE + "/feed",
                "press.section.news.max-per-source = 20",
                "press.editor.repeat = always",
                "press.web.proxy = http://127.0.0.1:" + server.getAddress().getPort(),
                "press.politeness.interval = " + INTERVAL_MILLIS + "ms",
                // Wide, for the server's own threads may read a request late where tests share two cores.
                "press.politeness.margin = 100ms"));
        lines.addAll(List.of(more));
        Files.write(folder.resolve("application.properties"), lines);
    }

    private Map<String, JsonNode> print() throws Exception {
        try (PressProcess press = PressProcess.start(folder, "print")) {
            assertThat(press.exitStatus()).as(press.err()).isZero();
        }
        Map<String, JsonNode> stories = new LinkedHashMap<>();
        for (JsonNode section : edition().path("sections")) {
            section.path("stories")
                    .forEach(story ->
                            stories.put(URI.create(story.path("link").asText()).getPath(), story));
        }
        return stories;
    }

    private JsonNode edition() throws IOException {
        return new ObjectMapper().readTree(Files.readString(folder.resolve("editions/latest/edition.json")));
    }

    private String lossOf(String path) throws IOException {
        for (JsonNode loss : edition().path("losses")) {
            if (loss.path("link").asText().equals(SITE + path)) {
                return loss.path("reason").asText();
            }
        }
        return "";
    }

    @Test
    void whatAPageHoldsBackIsToldAndWhatItContinuesIsFollowedInTurn() throws Exception {
        feed("long", "wall", "empty", "cut", "gone");
        page("/long", "<link rel=next href=/long/2>", "<article>" + paragraphs("The first page", 3) + "</article>");
        page("/long/2", "<link rel=next href=/long/3>", "<article>" + paragraphs("The second page", 3) + "</article>");
        page("/long/3", "", "<article>" + paragraphs("The third page", 3) + "</article>");
        page(
                "/wall",
                "",
                "<article>" + paragraphs("The teaser", 2)
                        + "</article><div class=paywall>Subscribe to continue reading</div>");
        page("/empty", "<link rel=canonical href=/whole>", "<div id=root></div><script src=a.js></script>");
        page("/whole", "", "<article>" + paragraphs("The canonical page", 3) + "</article>");
        page(
                "/cut",
                "<link rel=next href=/cut/2>",
                "<article>" + paragraphs("The page before the gap", 3) + "</article>");
        settings();

        Map<String, JsonNode> stories = print();

        assertThat(stories.get("/long").path("text").asText())
                .containsSubsequence(
                        "The first page told paragraph 3", "The second page", "The third page told paragraph 3");
        assertThat(stories.get("/empty").path("text").asText()).startsWith("The canonical page");
        assertThat(stories.get("/wall").path("complete").asBoolean()).isFalse();
        assertThat(stories.get("/wall").path("text").asText()).isEqualTo("The feed's own words on wall.");
        assertThat(lossOf("/wall")).contains("page is for subscribers").contains("printed with the feed's");
        assertThat(stories.get("/cut").path("complete").asBoolean()).isTrue();
        assertThat(lossOf("/cut")).contains("page 2 of its text could not be had", "404");
        assertThat(lossOf("/gone")).contains("404");
        assertThat(Files.readString(folder.resolve("editions/latest/index.html")))
                .contains("Not the full text:", "page is for subscribers", "The feed's own words on wall.");

        List<Long> times = new ArrayList<>(arrivals.values());
        assertThat(times).hasSize(10);
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isGreaterThanOrEqualTo(INTERVAL_MILLIS * 1_000_000);
        }
    }

    @Test
    void aReaderCanHelpWithASite() throws Exception {
        feed("poem");
        page(
                "/poem",
                "",
                "<div class=poem><p>Still</p><p>still</p><p class=note>A note of the editor's.</p><p>and still again, "
                        + "so still ".repeat(30) + "</p><p class=go><a href=/poem-goes-on>on</a></p></div><article>"
                        + paragraphs("The committee", 4) + "</article>");
        page("/poem-goes-on", "", "<div class=poem><p>and then a boat came in, with all its lamps lit.</p></div>");
        settings(
                "press.enhancer.domain.\"courier.example\".select = div.poem",
                "press.enhancer.domain.\"courier.example\".remove = .note, .go",
                "press.enhancer.domain.\"courier.example\".next-page = .go a");

        assertThat(print().get("/poem").path("text").asText())
                .startsWith("Still\n\nstill\n\nand still again")
                .endsWith("and then a boat came in, with all its lamps lit.")
                .doesNotContain("editor", "committee");

        try (PressProcess press = PressProcess.start(folder, "article", SITE + "/poem")) {
            assertThat(press.exitStatus()).as(press.err()).isZero();
            JsonNode shown = new ObjectMapper().readTree(press.out()).path(SITE + "/poem");
            assertThat(shown.path("articleBody").asText()).startsWith("Still").endsWith("with all its lamps lit.");
            assertThat(shown.path("direction").asText()).isEqualTo("ltr");
        }
    }

    @Test
    void aSelectorThatCannotBeReadIsAProblemOfTheSettings() throws Exception {
        settings("press.enhancer.domain.\"courier.example\".select = div[");

        try (PressProcess press = PressProcess.start(folder, "check")) {
            assertThat(press.exitStatus()).isEqualTo(2);
            assertThat(press.err())
                    .contains("press.enhancer.domain.\"courier.example\".select (application.properties")
                    .contains("expected a CSS selector such as 'div.story > p', but found 'div['");
        }
    }
}
