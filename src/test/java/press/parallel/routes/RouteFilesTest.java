package press.parallel.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFilesTest {
    @TempDir
    Path place;

    Path folder;

    @BeforeEach
    void folder() throws Exception {
        folder = Files.createDirectories(place.resolve("routes"));
    }

    @Test
    void filesComeInTheOrderOfTheirNames() throws Exception {
        Files.writeString(folder.resolve("press.camel.yaml"), "b");
        Files.writeString(folder.resolve("editor.camel.yaml"), "a");

        var texts = new RouteFiles(folder).read();

        assertThat(texts.values()).extracting(RouteText::text).containsExactly("a", "b");
        assertThat(texts.get("editor.camel.yaml").label()).isEqualTo(folder + "/editor.camel.yaml");
    }

    @Test
    void whatEditorsLeaveBesideAFileIsNoRouteFile() throws Exception {
        Files.writeString(folder.resolve("press.camel.yaml"), "b");
        Files.writeString(folder.resolve("press.camel.yaml~"), "backup");
        Files.writeString(folder.resolve(".press.camel.yaml.swp"), "swap");
        Files.writeString(folder.resolve(".hidden.camel.yaml"), "hidden");
        Files.createSymbolicLink(folder.resolve(".#press.camel.yaml"), Path.of("editor@host.1234"));
        Files.createDirectory(folder.resolve("drafts.camel.yaml"));

        assertThat(new RouteFiles(folder).read()).containsOnlyKeys("press.camel.yaml");
    }

    @Test
    void withoutTheFolderThePackagedFilesAreUsed() throws Exception {
        Path jar = Files.createDirectories(place.resolve("jar/routes"));
        Files.writeString(jar.resolve("press.camel.yaml"), "packaged");
        Files.writeString(jar.resolve("other.camel.yaml"), "not a desk of the press");
        try (URLClassLoader packaged =
                new URLClassLoader(new URL[] {jar.getParent().toUri().toURL()}, null)) {
            RouteFiles files = new RouteFiles(place.resolve("missing"), packaged);

            assertThat(files.onDisk()).isFalse();
            assertThat(files.read().values())
                    .singleElement()
                    .isEqualTo(new RouteText("press.camel.yaml", "classpath:routes/press.camel.yaml", "packaged", 0));
        }
    }

    @Test
    void aFolderThatStandsIsUsedEvenWhenItIsEmpty() throws Exception {
        assertThat(new RouteFiles(folder).read()).isEmpty();
    }
}
