package press.parallel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code feeds}: the list is shown or written without starting anything. */
class FeedListingTest {
    @TempDir
    Path folder;

    private void settings(String... lines) throws IOException {
        Files.write(folder.resolve("application.properties"), List.of(lines));
    }

    @Test
    void theListOfTheSectionsIsShown() throws IOException {
        settings(
                "press.sections = news, rest",
                "press.section.news.feeds = https://a.example/rss, https://b.example/rss",
                "press.section.rest.feeds = https://c.example/rss");
        TestCall call = new TestCall(folder).run("feeds");

        assertThat(call.status()).isZero();
        assertThat(call.launched()).isNull();
        assertThat(call.out().lines())
                .containsExactly(
                        "section  feed",
                        "news     https://a.example/rss",
                        "news     https://b.example/rss",
                        "rest     https://c.example/rss");
    }

    @Test
    void whatIsExportedIsReadAgainAsTheSameList() throws IOException {
        settings(
                "press.sections = news, rest",
                "press.section.news.title = News & Views",
                "press.section.news.feeds = https://a.example/rss?x=1&y=2, https://b.example/rss",
                "press.section.rest.feeds = https://c.example/rss");
        String shown = new TestCall(folder).run("feeds").out();
        TestCall export = new TestCall(folder).run("feeds", "--export", "mine.opml");
        assertThat(export.status()).as(export.err()).isZero();
        assertThat(export.out()).isEqualTo("3 feeds written to " + folder.resolve("mine.opml") + "\n");

        TestCall again = new TestCall(folder).run("feeds", "-Dpress.feeds.file=mine.opml");
        assertThat(again.out()).isEqualTo(shown);
        new TestCall(folder).run("feeds", "-Dpress.feeds.file=mine.opml", "--export", "again.opml");
        assertThat(folder.resolve("again.opml")).hasSameTextualContentAs(folder.resolve("mine.opml"));
    }

    @Test
    void whatIsWrongWithALineIsToldAndTheOthersAreListed() throws IOException {
        Files.writeString(folder.resolve("list.txt"), "https://a.example/rss\nnot an address\nhttps://a.example/rss\n");
        TestCall call = new TestCall(folder).run("feeds", "-Dpress.feeds.file=list.txt");

        assertThat(call.status()).isZero();
        assertThat(call.out().lines()).containsExactly("section     feed", "(keywords)  https://a.example/rss");
        assertThat(call.err()).contains("list.txt:2", "list.txt:3");
    }

    @Test
    void aFeedIsShownAsATableWithItsColumns() throws IOException {
        Files.writeString(folder.resolve("a.xml"), "here");
        TestCall call = new TestCall(folder)
                .files((files, manifest, url, type) -> new ObjectMapper()
                        .readValue(
                                "{\"a.xml\": {\"ok\": true, \"feed\": {\"title\": \"A\\u001b[31m\"}, \"entries\":"
                                        + " [{\"title\": \"One\", \"link\": \"https://a.example/1\"}]}}",
                                ObjectNode.class))
                .run("feed", "--table", folder.resolve("a.xml").toString());

        assertThat(call.status()).as(call.err()).isZero();
        assertThat(call.out().lines())
                .containsExactly(
                        "a.xml",
                        "  A [31m · without a page · 1 entry",
                        "  published (UTC)  title  author  text  link",
                        "                   One               0  https://a.example/1");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws IOException {
        settings("press.sections = news", "press.section.news.feeds = https://a.example/rss");
        TestCall call = new TestCall(folder).run("feeds", "--export", "nowhere/mine.opml");

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err())
                .startsWith("feeds --export '" + folder.resolve("nowhere/mine.opml")
                        + "': expected a file that can be written, but found: ");
    }
}
