package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedFilesTest {
    private static final String ATOM = "<feed><title>F</title><link href='/'/><entry><title>T</title><link href='one'/>"
            + "<published>2026-11-22T08:15:00+01:00</published><link rel='replies' href='talk'/></entry></feed>";

    @TempDir
    Path folder;

    private final FeedFiles files = new FeedFiles();

    @Test
    void aFileIsToldUnderItsNameWithEveryField() throws IOException {
        Path file = Files.writeString(folder.resolve("a.xml"), ATOM);
        JsonNode answer = files.read(List.of(file), URI.create("http://e.com/dir/feed"), "");

        assertThat(answer).hasToString("""
                        {"a.xml":{"ok":true,"feed":{"title":"F","link":"http://e.com/"},"entries":[{"title":"T","link":"http://e.com/dir/one",\
                        "id":"http://e.com/dir/one","published":"2026-11-22T07:15:00Z","updated":null,"summary":"","content":"",\
                        "comments":"http://e.com/dir/talk","enclosure":null,"author":""}]}}""");
    }

    @Test
    void whatCannotBeReadIsToldInItsPlace() throws IOException {
        Path good = Files.writeString(folder.resolve("good.xml"), ATOM);
        Path page = Files.writeString(folder.resolve("page.html"), "<html></html>");
        Path missing = folder.resolve("missing.xml");
        JsonNode answer = files.read(List.of(page, missing, good), null, "");

        assertThat(answer.path("page.html").path("ok").asBoolean()).isFalse();
        assertThat(answer.path("page.html").path("error").asText()).contains("but found <html>");
        assertThat(answer.path("missing.xml").path("error").asText())
                .isEqualTo("file '" + missing + "': expected a readable file, but there is none");
        assertThat(answer.path("good.xml").path("entries")).hasSize(1);
    }

    @Test
    void aManifestSaysWhereFilesCameFromAndHowTheyWereServed() throws IOException {
        Files.write(
                folder.resolve("ru.xml"),
                "<rss><channel><title>Привет</title><link>/x</link></channel></rss>"
                        .getBytes(Charset.forName("windows-1251")));
        Path manifest = Files.writeString(
                folder.resolve("manifest.json"),
                "{\"ru.xml\": {\"url\": \"http://ru.example/feed\", \"content_type\": \"text/xml; charset=windows-1251\", \"class\": 1},"
                        + " \"none.xml\": {}}");
        JsonNode answer = files.manifest(manifest);

        assertThat(answer.path("ru.xml").path("feed"))
                .hasToString("{\"title\":\"Привет\",\"link\":\"http://ru.example/x\"}");
        assertThat(answer.path("none.xml").path("ok").asBoolean()).isFalse();
    }

    @Test
    void aManifestThatIsNoneIsOneSentence() throws IOException {
        Path list = Files.writeString(folder.resolve("list.json"), "[]");
        Path damaged = Files.writeString(folder.resolve("damaged.json"), "{\n\"a\": ");
        assertThatThrownBy(() -> files.manifest(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("but found a list");
        assertThatThrownBy(() -> files.manifest(damaged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged at line 2");
        assertThatThrownBy(() -> files.manifest(folder.resolve("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("expected a readable file, but there is none");
    }
}
