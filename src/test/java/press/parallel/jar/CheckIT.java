package press.parallel.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void withoutANewsroomADryRunSaysSoAndMakesNone() throws Exception {
        try (PressProcess press = PressProcess.start(folder, "check", "--dry-run")) {
            assertThat(press.exitStatus()).isZero();
            assertThat(press.out()).contains("there is no newsroom at 'newsroom/newsroom.db' yet");
            assertThat(press.err()).isEmpty();
        }
        assertThat(folder).isDirectoryNotContaining(Files::isDirectory);
    }

    @Test
    void namesWhatCannotBeMeantAndWhereItStands() throws Exception {
        Files.write(
                folder.resolve("application.properties"),
                List.of("press.section.news.min-score = 20000", "press.policy.a.feeds = https://gone.test/feed"));
        try (PressProcess press = PressProcess.start(folder, "check", "-Dpress.policy.a.boost=1")) {
            assertThat(press.exitStatus()).isEqualTo(WRONG);
            assertThat(press.err().lines())
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("press.section.news.min-score (application.properties): expected at most "))
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("press.policy.a.feeds (application.properties): expected the address"));
        }
        assertThat(folder).isDirectoryNotContaining(Files::isDirectory);
    }

    @Test
    void whatStandsInAFileOfItsOwnIsToldWithItsLine() throws Exception {
        Files.writeString(folder.resolve("garden.properties"), "# Garden\npress.section.news.min-score = 20000\n");
        try (PressProcess press = PressProcess.start(folder, "check", "--settings", "garden.properties")) {
            assertThat(press.exitStatus()).isEqualTo(WRONG);
            assertThat(press.err())
                    .startsWith("press.section.news.min-score (garden.properties, line 2): expected at most");
        }
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
