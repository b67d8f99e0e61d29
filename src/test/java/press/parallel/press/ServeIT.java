package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.parallel.Feed;
import press.parallel.newsstand.Newsstand;
import press.parallel.newsstand.Options;

/** The packaged program as it serves: it prints every second that it can, from a small web of its own, until it is told to end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServeIT {
    private static final List<String> FEEDS = List.of(
            "https://feeds.bbci.co.uk/news/world/rss.xml",
            "https://www.theverge.com/rss/index.xml",
            "https://old.reddit.com/r/technology.json");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
    private Newsstand newsstand;
    private Process press;
    private int port;
    private Path folder;

    @BeforeAll
    void serve(@TempDir Path own) throws Exception {
        folder = own;
        List<Feed> feeds = Stream.of(0, 1, 2)
                .map(i -> new Feed(URI.create(FEEDS.get(i)), "tech", i))
                .toList();
        newsstand = Newsstand.open(feeds, Clock.systemUTC(), Options.quick(1, Duration.ofMillis(200)));
        port = freePort();
        Files.writeString(folder.resolve("application.properties"), """
                press.title = The Test Press
                press.time-zone = Asia/Kolkata
                press.sections = tech
                press.section.tech.title = Technology
                press.section.tech.feeds = %s
                press.section.tech.size = 5
                press.politeness.interval = 300ms
                press.fetcher.poll-floor = 0s
                press.edition.cron = * * * * * ?
                press.web.proxy = %s
                press.web.proxy-tunnel = false
                press.serve.port = %d
                """.formatted(
                        String.join(", ", FEEDS), newsstand.proxy(), port));
        Path routes = Files.createDirectory(folder.resolve("routes"));
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = Path.of(System.getProperty("press.jar")).toAbsolutePath().toString();
        press = new ProcessBuilder(java, "-jar", jar, "serve")
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        await("the first edition").atMost(PATIENCE).until(() -> said().contains("printed "));
    }

    @AfterAll
    void end() {
        press.destroyForcibly();
        newsstand.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("err.txt"));
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
        if (headers.length > 0) {
            asked.headers(headers);
        }
        return client.send(asked.build(), BodyHandlers.ofString());
    }

    private JsonNode console(String id) throws IOException, InterruptedException {
        return JSON.readTree(
                get("/q/camel/dev-console/" + id, "Accept", "application/json").body());
    }

    /** Status line and all, of a request as it stands. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theFirstLineSaysAddressNextEditionAndZone() throws Exception {
        assertThat(said().lines().filter(line -> line.startsWith("serving")))
                .singleElement()
                .asString()
                .matches("serving on http://127\\.0\\.0\\.1:" + port + "/, editions in 'editions';"
                        + " next edition \\w{3} \\d+ \\w+ [\\d:]{8} \\(Asia/Kolkata\\); Ctrl-C ends it");
    }

    @Test
    void everyEditionIsOneLineOfTheLogAndSoIsOneThatIsSkipped() throws Exception {
        assertThat(said().lines())
                .anyMatch(
                        line -> line.matches(
                                "[\\d:]{8} INFO  printed editions/\\d{4}-\\d{2}-\\d{2}-1/index\\.html:"
                                        + " 5 stories of \\d+ scanned, 3 feeds, 0 lost, \\d+ requests, 0 refused, [\\d.]+ s; next edition .*"))
                .anyMatch(line -> line.contains("an edition was due, but one is being printed; this one is skipped"));
    }

    @Test
    void theArchiveLeadsToTheEditions() throws Exception {
        HttpResponse<String> archive = get("/");
        assertThat(archive.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(archive.body()).contains("The Test Press");
        String link = archive.body().replaceFirst("(?s).*href=\"(editions/[0-9-]+-1/index\\.html)\".*", "$1");
        HttpResponse<String> page = get("/" + link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).startsWith("<!DOCTYPE html>");
        HttpResponse<String> json = get("/" + link.replace("index.html", "edition.json"));
        assertThat(json.headers().firstValue("content-type")).contains("application/json");
        assertThat(JSON.readTree(json.body()).path("number").asInt()).isEqualTo(1);
    }

    @Test
    void picturesBesideAnEditionAreServedAsWhatTheyAreAndNothingElseThere() throws Exception {
        JsonNode edition = JSON.readTree(get("/editions/latest/edition.json").body());
        List<String> files = edition.findValuesAsText("file");
        assertThat(files).isNotEmpty();
        HttpResponse<String> picture = get("/editions/latest/" + files.get(0));
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("content-type")).contains("image/png");
        assertThat(picture.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(get("/editions/latest/images/").statusCode()).isEqualTo(404);
        assertThat(get("/editions/latest/images/../edition.json.png").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theLatestEditionIsNeverAnOldCopy() throws Exception {
        HttpResponse<String> latest = get("/editions/latest/");
        assertThat(latest.statusCode()).isEqualTo(200);
        assertThat(latest.headers().firstValue("cache-control")).contains("no-store");
        assertThat(get("/editions/latest").headers().firstValue("location")).contains("/editions/latest/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/editions/.lock",
                "/editions/latest/.hidden",
                "/editions/../application.properties",
                "/editions/latest/../../application.properties",
                "/editions/%2e%2e/application.properties",
                "/editions/..%2fapplication.properties",
                "/editions/latest/..%5c..%5capplication.properties",
                "/editions//etc/passwd",
                "/editions/1999-01-01-1/index.html",
                "/application.properties"
            })
    void whatIsNoEditionsFileIsNotThere(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 404 ")
                .contains("the list of editions is at /")
                .doesNotContain("press.title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/editions/latest/", "/q/health", "/q/metrics", "/q/camel/dev-console/route", "/none"})
    void aForeignNameIsRefusedWhateverItAsksFor(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: evil.example:" + port + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421 ")
                .contains("this press answers to 127.0.0.1, localhost and [::1]");
    }

    @Test
    void healthAndMetricsSpeakOfCamelToo() throws Exception {
        HttpResponse<String> health = get("/q/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("camel-routes", "\"sqlite\": \"UP\"");
        assertThat(get("/q/metrics").body()).contains("routeId=\"fetch-politely\"");
    }

    @ParameterizedTest
    @CsvSource({
        "route,           fetch-politely",
        "route-structure, throttle",
        "inflight,        Inflight",
        "thread-pool,     PoliteConsumer",
        "health,          UP",
        "politeness,      reddit.com"
    })
    void theDevConsoleShows(String id, String shown) throws Exception {
        assertThat(get("/q/camel/dev-console").body()).contains(id);
        HttpResponse<String> text = get("/q/camel/dev-console/" + id);
        assertThat(text.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
        assertThat(text.body()).contains(shown);
        assertThat(console(id).isObject()).isTrue();
    }

    @Test
    void politenessIsToldInNumbers() throws Exception {
        JsonNode told = console("politeness");
        assertThat(told.path("sent").asLong()).isPositive();
        assertThat(told.path("refused").asLong()).isZero();
        assertThat(told.path("domains"))
                .filteredOn(domain -> domain.path("domain").asText().equals("reddit.com"))
                .singleElement()
                .satisfies(reddit -> {
                    assertThat(reddit.path("intervalMillis").asLong()).isEqualTo(300);
                    assertThat(reddit.path("sent").asLong()).isPositive();
                    assertThat(reddit.path("intervalSource").asText()).isEqualTo("setting");
                    assertThat(reddit.path("lastStatus").asInt()).isEqualTo(200);
                    assertThat(reddit.path("why").asText()).isEmpty();
                });
    }

    @Test
    void theTableOfPolitenessNamesItsColumnsAndUnits() throws Exception {
        String table = get("/q/camel/dev-console/politeness").body();
        assertThat(table.lines().findFirst().orElseThrow())
                .matches("\\d+ waiting, \\d+ of 10 slots busy; since the start \\d+ sent, \\d+ had to wait, 0 refused");
        assertThat(table)
                .containsPattern("(?m)^domain +interval +interval from +waiting +in flight +next turn +turn set by"
                        + " +last status +sent +refusals +why$");
        assertThat(table).containsPattern("(?m)^reddit\\.com +300 ms +setting +\\d+ +\\d+ +(now|in \\d+ ms) ");
    }

    @Test
    void theNumbersOfThePressAreMetersToo() throws Exception {
        String metrics = get("/q/metrics").body();
        assertThat(metrics)
                .containsPattern("(?m)^press_requests_total\\{.*domain=\"reddit\\.com\".*status=\"200\".*} [1-9]")
                .containsPattern("(?m)^press_requests_sent_total(\\{.*})? [1-9]")
                .containsPattern("(?m)^press_requests_waited_total(\\{.*})? ")
                .containsPattern("(?m)^press_requests_refused_total(\\{.*})? 0")
                .containsPattern("(?m)^press_line_wait_seconds_count(\\{.*})? [1-9]")
                .containsPattern("(?m)^press_line_waiting(\\{.*})? ")
                .containsPattern("(?m)^press_slots_busy(\\{.*})? ")
                .containsPattern("(?m)^press_slots(\\{.*})? 10")
                .containsPattern("(?m)^press_bytes_saved_total(\\{.*})? ")
                .containsPattern("(?m)^press_feeds\\{.*status=\"early\".*} ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send",
                "receive",
                "properties",
                "system-properties",
                "jvm",
                "variables",
                "browse",
                "reload",
                "none"
            })
    void consolesThatActOrTellSecretsAreNotThere(String id) throws Exception {
        assertThat(get("/q/camel/dev-console/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void theDevConsoleOnlyLooks() throws Exception {
        get("/q/camel/dev-console/route?action=stop&command=stop&filter=pick-stories");
        assertThat(console("route").path("routes"))
                .filteredOn(route -> route.path("routeId").asText().equals("pick-stories"))
                .singleElement()
                .satisfies(route -> assertThat(route.path("state").asText()).isEqualTo("Started"));
    }

    @Test
    void anEditedRouteIsSeenInTheConsoleWhileItPrints() throws Exception {
        Path file = folder.resolve("routes/politeness.camel.yaml");
        String before = Files.readString(file);
        String after = before.replaceFirst("(id: fetch-politely\\s+description: ).*", "$1Edited while it runs");
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
        await("the edited route")
                .atMost(PATIENCE)
                .until(() -> get("/q/camel/dev-console/route").body().contains("Edited while it runs"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void toldToEndItEndsInAFewSecondsWithOneLine() throws Exception {
        await("a run under way")
                .atMost(PATIENCE)
                .until(() -> console("politeness").path("inFlight").asInt() > 0);
        press.destroy();
        assertThat(press.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said().lines().skip(1))
                .last()
                .isEqualTo("stopped; what was fetched is kept, `print` goes on from there");
        assertThat(said()).doesNotContain("WARN", "ERROR", "\tat ");
    }
}
