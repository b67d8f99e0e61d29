package press.parallel.localweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class LocalWebTest {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private LocalWeb web;

    @BeforeEach
    void open() throws IOException {
        web = LocalWeb.open();
    }

    @AfterEach
    void close() throws IOException {
        web.close();
    }

    private HttpResponse<String> ask(String room, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(web.at(room));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "/hello, 200",
        "/feed, 200",
        "/redirect?to=/hello&status=301, 301",
        "/redirect-loop, 302",
        "/slow?millis=5, 200",
        "/not-modified, 200",
        "/too-many, 429",
        "/busy, 503",
        "/gone, 410",
        "/empty, 200",
        "/big?bytes=3000, 200",
        "/nowhere, 404"
    })
    void roomsAnswerAsTheirNamesSay(String room, int status) throws Exception {
        assertThat(ask(room).statusCode()).isEqualTo(status);
        assertThat(ask(room).statusCode()).as("on the same connection").isEqualTo(status);
        assertThat(web.arrivals()).hasSize(2).allMatch(arrival -> room.startsWith(arrival.path()));
    }

    @Test
    void refusalsSayWhenToComeBackUnlessAskedNotTo() throws Exception {
        assertThat(ask("/too-many").headers().firstValue("Retry-After")).contains("2");
        assertThat(ask("/too-many?seconds=").headers().firstValue("Retry-After"))
                .isEmpty();
    }

    @Test
    void validatorsSentBackAreNotModified() throws Exception {
        String etag = ask("/not-modified").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = ask("/not-modified", "If-None-Match", etag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(ask("/not-modified", "If-None-Match", etag.substring(2)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void cutShortEndsBeforeItsLength() {
        assertThatThrownBy(() -> ask("/cut-short")).isInstanceOf(IOException.class);
    }

    @Test
    void dripGivesByteAfterByteAndEndsWithTheWeb() throws Exception {
        InputStream body = client.send(
                        HttpRequest.newBuilder(web.at("/drip?millis=1")).build(), BodyHandlers.ofInputStream())
                .body();
        assertThat(body.readNBytes(5)).hasSize(5);
        assertThat(web.arrivals()).hasSize(1);
        web.close();
        assertThat(endOf(body))
                .as("the drip ends although no length was promised")
                .isGreaterThanOrEqualTo(0);
    }

    /** Bytes until the end, however it comes; hangs, and so fails by the time limit, where there is none. */
    private static long endOf(InputStream body) {
        long bytes = 0;
        try {
            while (body.read() >= 0) {
                bytes++;
            }
        } catch (IOException e) {
            return bytes;
        }
        return bytes;
    }

    @Test
    void theBombIsSmallUntilInflated() throws Exception {
        byte[] small = client.send(HttpRequest.newBuilder(web.at("/gzip-bomb")).build(), BodyHandlers.ofByteArray())
                .body();
        assertThat(small).hasSizeLessThan(200_000);
        try (InputStream large = new GZIPInputStream(new ByteArrayInputStream(small))) {
            assertThat(large.skip(200L * 1024 * 1024)).isEqualTo(100L * 1024 * 1024);
        }
    }

    @Test
    void headersAndCookiesAreToldBack() throws Exception {
        HttpResponse<String> echo = ask("/echo-headers", "X-Wish", "tea");
        assertThat(new ObjectMapper().readTree(echo.body()).path("x-wish").asText())
                .isEqualTo("tea");
        assertThat(ask("/cookies").headers().firstValue("Set-Cookie")).contains("crumb=1; Path=/");
        assertThat(ask("/cookies", "Cookie", "crumb=1").body()).isEqualTo("cookie: crumb=1");
    }

    @Test
    void charsetsAreDeclaredInTheHeader() throws Exception {
        assertThat(ask("/charset?name=windows-1252").body()).contains("Grüße aus der Straße, déjà vu");
        assertThat(ask("/charset?name=UTF-16").body()).contains("Grüße aus der Straße, déjà vu");
    }

    @Test
    void absoluteAddressesAreServedAsByAProxy() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", web.port())) {
            socket.getOutputStream()
                    .write("GET https://News.Example/hello?a=1 HTTP/1.1\r\nHost: other\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("Hello from news.example");
        }
        assertThat(web.arrivals().get(0))
                .extracting(Arrival::host, Arrival::path, Arrival::query)
                .containsExactly("news.example", "/hello", "a=1");
        assertThat(web.proxy()).isEqualTo(URI.create("http://127.0.0.1:" + web.port()));
    }

    @Test
    void gapsAndFlightAreMeasuredAtTheServer() throws Exception {
        ask("/slow?millis=30");
        ask("/slow?millis=1");
        assertThat(web.maxInFlight()).isEqualTo(1);
        assertThat(web.gaps(arrival -> arrival.path().equals("/slow")))
                .singleElement()
                .satisfies(gap -> assertThat(gap).isBetween(Duration.ofMillis(30), Duration.ofSeconds(5)));
        web.forget();
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(client.sendAsync(
                    HttpRequest.newBuilder(web.at("/slow?millis=400")).build(), BodyHandlers.discarding()));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        assertThat(web.arrivals()).hasSize(8);
        assertThat(web.maxInFlight()).isEqualTo(8);
        assertThat(web.gaps(arrival -> arrival.path().equals("/hello"))).isEmpty();
    }
}
