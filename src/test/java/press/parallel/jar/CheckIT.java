package press.parallel.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} of the packaged press. */
class CheckIT {
    private static final int WRONG = 2;

    @TempDir
    Path folder;

    @Test
    void findsTheRoutesOfTheProgramInOrderAndMakesNoNewsroom() throws Exception {
        try (PressProcess press = PressProcess.start(folder, "check")) {
            assertThat(press.exitStatus()).isZero();
            assertThat(press.out()).isEqualToIgnoringNewLines("settings and routes are in order");
            assertThat(press.err()).isEmpty();
        }
        assertThat(folder).isDirectoryNotContaining(Files::isDirectory);
    }

    @Test
    void namesTheLineOfEachUnknownThreadPool() throws Exception {
        Path routes = Files.createDirectory(folder.resolve("routes"));
        try (var files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                Files.writeString(
                        routes.resolve(file.getFileName()),
                        Files.readString(file).replace("executorService: press", "executorService: pres"));
            }
        }
        try (PressProcess press = PressProcess.start(folder, "check")) {
            assertThat(press.exitStatus()).isEqualTo(WRONG);
            assertThat(press.err().lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line)
                            .matches("routes/(fetcher|enhancer)\\.camel\\.yaml:[0-9]+: expected .*none named 'pres'"));
        }
    }

    @Test
    void namesTheLinesOfAFeedListThatItCannotUse() throws Exception {
        Files.writeString(
                folder.resolve("list.txt"), "https://feeds.test/a news\nfeeds.test/b\nhttps://feeds.test/c nowhere\n");
        try (PressProcess press = PressProcess.start(folder, "-Dpress.feeds.file=list.txt", "check")) {
            assertThat(press.exitStatus()).isEqualTo(WRONG);
            assertThat(press.err().lines())
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line).contains("feeds.test/b"))
                    .anySatisfy(line -> assertThat(line).contains("nowhere"));
        }
    }
}
