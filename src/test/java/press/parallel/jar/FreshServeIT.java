package press.parallel.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} on its very first start, in an empty folder. */
class FreshServeIT {
    @TempDir
    Path folder;

    @Test
    void itIsHealthyBeforeTheFirstEdition() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.write(
                folder.resolve("application.properties"),
                List.of("press.serve.port = " + port, "press.edition.cron = off"));
        try (PressProcess press = PressProcess.start(folder, "serve")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> press.err().contains("serving on"));
            HttpResponse<String> health = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
            press.stop();
            press.exitStatus();
            assertThat(press.err().strip().lines()).as(press.err()).hasSize(2);
        }
    }
}
