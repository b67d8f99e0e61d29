package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleFilesTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private List<String> read(Path... paths) throws IOException {
        return new ArticleFiles(new ArticleReader()).read(List.of(paths), null, output);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(output.toByteArray());
    }

    private Path plain(String name, String page) throws IOException {
        return Files.write(folder.resolve(name), Pages.bytes(page));
    }

    private Path zipped(String name, String page) throws IOException {
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            gzip.write(Pages.bytes(page));
        }
        return folder.resolve(name);
    }

    @Test
    void aFolderIsReadInTheOrderOfItsNames() throws IOException {
        zipped("b.html.gz", "script-rendered");
        plain("a.html", "plain-article");
        Files.writeString(folder.resolve("notes.txt"), "no page");

        assertThat(read(folder)).isEmpty();

        List<String> ids = new ArrayList<>();
        json().fieldNames().forEachRemaining(ids::add);
        assertThat(ids).containsExactly("a", "b");
    }

    @Test
    void anArticleIsWrittenWithWhatThePageSays() throws IOException {
        read(zipped("story.v2.html.gz", "script-rendered"));

        JsonNode article = json().path("story.v2");
        assertThat(article.path("articleBody").asText()).startsWith("A cyclist").contains("\n\n");
        assertThat(article.path("title").asText()).isEqualTo("Pearl found in a bicycle bell");
        assertThat(article.path("author").asText()).isEqualTo("Io Marsh, Bo Reed");
        assertThat(article.path("published").asText()).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(article.path("image").asText()).isEqualTo("https://shell.example/pearl.png");
        assertThat(article.path("language").asText()).isEqualTo("en");
    }

    @Test
    void whatThePageDoesNotSayIsNull() throws IOException {
        read(plain("bare.html", "layout-table"));

        assertThat(json().path("bare").path("published").isNull()).isTrue();
        assertThat(json().path("bare").path("image").isNull()).isTrue();
    }

    @Test
    void aFileThatCannotBeReadIsToldAndTheOthersGoOn() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.html.gz"), "not gzip at all");
        Path missing = folder.resolve("missing.html");

        List<String> problems = read(missing, broken, plain("good.html", "plain-article"));

        assertThat(problems)
                .containsExactly(
                        "file '" + missing + "': could not be read (there is no such file); left out",
                        "file '" + broken + "': could not be read (Not in GZIP format); left out");
        assertThat(json().has("good")).isTrue();
        assertThat(json().size()).isEqualTo(1);
    }

    @Test
    void twoFilesOfOneNameAreToldApart() throws IOException {
        Path first = plain("a.html", "plain-article");
        Path second = zipped("a.html.gz", "script-rendered");

        List<String> problems = read(first, second);

        assertThat(problems)
                .containsExactly(
                        "file '" + second + "': expected a name of its own, but 'a' was read before; left out");
        assertThat(json().path("a").path("title").asText()).startsWith("Harbour bridge");
    }

    @Test
    void theOutputStaysOpen() throws IOException {
        boolean[] closed = new boolean[1];
        OutputStream watched = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        new ArticleFiles(new ArticleReader()).read(List.of(plain("a.html", "plain-article")), null, watched);

        assertThat(closed[0]).isFalse();
    }
}
