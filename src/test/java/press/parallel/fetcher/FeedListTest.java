package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.Feed;
import press.parallel.Section;
import press.parallel.Share;

class FeedListTest {
    private static final List<String> SECTIONS = List.of("news", "tech");

    @TempDir
    Path folder;

    private final FeedList list = new FeedList();

    @Test
    void sectionsGiveTheirFeedsInOrderAndEachOnce() {
        List<Feed> feeds = list.of(List.of(
                section("news", "http://a.example/", " http://b.example/x "),
                section("tech", "http://a.example/", "http://c.example/")));

        assertThat(feeds)
                .containsExactly(
                        new Feed(URI.create("http://a.example/"), "news", 0),
                        new Feed(URI.create("http://b.example/x"), "news", 1),
                        new Feed(URI.create("http://c.example/"), "tech", 2));
    }

    @Test
    void everyBadAddressOfTheSettingsIsNamed() {
        assertThatThrownBy(() -> list.of(List.of(section("news", "a.example", "ftp://b.example/"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "press.section.news.feeds: expected an absolute http or https address, but found 'a.example'; skipped\n"
                                + "press.section.news.feeds: expected an absolute http or https address, but found 'ftp://b.example/'; skipped");
    }

    @Test
    void aTextHasOneAddressALineAndPerhapsASection() throws IOException {
        Path file = write(
                "feeds.txt",
                "\ufeff# my feeds\n\nhttp://a.example/#top   TECH # a comment\nhttp://b.example/\r\nhttp://a.example/#top\n");
        FeedList.Listed listed = list.read(file, SECTIONS);

        assertThat(listed.problems()).isEmpty();
        assertThat(listed.feeds())
                .containsExactly(
                        new Feed(URI.create("http://a.example/#top"), "tech", 0),
                        new Feed(URI.create("http://b.example/"), "", 1));
    }

    @Test
    void everyBadLineIsNamedAndTheRestIsRead() throws IOException {
        Path file = write("feeds.txt", "nonsense\nhttp://a.example/ sport\nhttp://b.example/ news\n");
        FeedList.Listed listed = list.read(file, SECTIONS);

        assertThat(listed.feeds()).extracting(Feed::section).containsExactly("", "news");
        assertThat(listed.problems())
                .containsExactly(
                        file + ":1: expected an absolute http or https address, but found 'nonsense'; skipped",
                        file
                                + ":2: expected a section of press.sections (news, tech) after the address, but found 'sport'; sections' keywords"
                                + " decide for this feed");
    }

    @Test
    void foldersOfOpmlAreSections() throws IOException {
        Path file = write("feeds.opml", """
                <?xml version="1.0"?>
                <opml version="2.0"><head><title>Tom & Jerry's feeds</title></head><body>
                <outline text="Tech"><outline text="Deep"><outline type="rss" xmlUrl="http://a.example/?x=1&y=2"/></outline></outline>
                <outline title="The World"><outline xmlurl="http://b.example/"/></outline>
                <outline text="Other"><outline xmlUrl="http://c.example/"/><outline xmlUrl="http://a.example/?x=1&amp;y=2"/>
                <outline xmlUrl="file:///etc/passwd"/></outline>
                <outline text="only a folder"/>
                </body></opml>
                """);
        FeedList.Listed listed = list.readFor(file, List.of(section("news"), section("tech")));

        assertThat(listed.feeds())
                .containsExactly(
                        new Feed(URI.create("http://a.example/?x=1&y=2"), "tech", 0),
                        new Feed(URI.create("http://b.example/"), "news", 1),
                        new Feed(URI.create("http://c.example/"), "", 2));
        assertThat(listed.problems())
                .containsExactly(file
                        + ":6: expected an absolute http or https address, but found 'file:///etc/passwd'; skipped");
        assertThat(list.read(file, SECTIONS).feeds()).extracting(Feed::section).containsExactly("tech", "", "");
    }

    @Test
    void whatIsReadWrittenAndReadAgainIsTheSame() throws IOException {
        Path file = write("feeds.opml", """
                <?xml version="1.0"?>
                <OPML version="1.1"><head><title>x</title></head><body>
                <outline text="Tech"><outline text="A &amp; B's &lt;blog&gt;" xmlUrl="http://a.example/?x=1&amp;y=2" htmlUrl="http://a.example/"/>
                <outline title="Deep"><outline title="only a title" type="rss" url="http://b.example/"/><outline xmlUrl="http://c.example/"/></outline>
                <outline text="back" xmlUrl="http://d.example/"/></outline>
                <outline text=""><outline text="" xmlUrl="http://e.example/"/></outline>
                <outline text="The World"><outline text="again" XMLURL="http://a.example/?x=1&amp;y=2"/><outline text="Ünïcode 日本" xmlUrl="http://f.example/ü"/></outline>
                <outline text="broken" xmlUrl="http://[bad/"/><outline text="a page" type="link" url="http://g.example/"/>
                </body></OPML>
                """);
        List<Section> sections = List.of(section("news"), section("tech"));
        FeedList.Listed first = list.readFor(file, sections);
        FeedList.Listed second =
                list.readFor(write("again.opml", OpmlWriter.write("Mine & yours", first.outlines())), sections);

        assertThat(second.feeds()).isEqualTo(first.feeds()).hasSize(6);
        assertThat(first.feeds()).extracting(Feed::section).containsExactly("tech", "tech", "tech", "tech", "", "news");
        assertThat(first.problems())
                .containsExactly(
                        file + ":8: expected an absolute http or https address, but found 'http://[bad/'; skipped");
        assertThat(first.repeats())
                .containsExactly(file + ":7: 'http://a.example/?x=1&y=2' was listed before; dropped");
        assertThat(second.problems()).isEmpty();
        assertThat(second.repeats()).isEmpty();
        // A name must be there: the address where there was none.
        assertThat(second.outlines())
                .usingRecursiveComparison()
                .ignoringFields("text")
                .isEqualTo(first.outlines());
        assertThat(second.outlines())
                .extracting(FeedList.Outline::text)
                .containsExactly(
                        "A & B's <blog>",
                        "only a title",
                        "http://c.example/",
                        "back",
                        "http://e.example/",
                        "Ünïcode 日本");
        assertThat(OpmlWriter.write("Mine & yours", second.outlines()))
                .isEqualTo(OpmlWriter.write("Mine & yours", first.outlines()));
    }

    @Test
    void sectionsAreWrittenAsFolders() throws IOException {
        List<Section> sections = List.of(section("news", "http://a.example/"), section("tech", "http://b.example/"));
        FeedList.Listed listed = list.read(sections);
        Path file = write("feeds.opml", OpmlWriter.write("Paper", listed.outlines()));

        assertThat(file)
                .content()
                .contains("  <outline text=\"The World\">\n    <outline type=\"rss\" text=\"http://a.example/\"");
        assertThat(list.readFor(file, sections).feeds()).isEqualTo(listed.feeds());
    }

    @Test
    void whatIsNoListSaysSo() throws IOException {
        FeedList.Listed listed = list.read(write("feeds.opml", "<html><body>x</body></html>"), SECTIONS);
        assertThat(listed.feeds()).isEmpty();
        assertThat(listed.problems())
                .singleElement()
                .asString()
                .contains("expected OPML")
                .endsWith("but found <html>");
    }

    @Test
    void aMissingFileIsOneSentence() {
        Path missing = folder.resolve("none.opml");
        assertThatThrownBy(() -> list.read(missing, SECTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("press.feeds.file: expected a readable feed list at '" + missing + "', but there is none");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Section section(String id, String... feeds) {
        return new Section(
                id, id.equals("news") ? "The World" : "Technology", List.of(feeds), List.of(), 10, Share.ALL, 0);
    }
}
