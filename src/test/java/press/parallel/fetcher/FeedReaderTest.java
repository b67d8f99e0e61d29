package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.parallel.Entry;
import press.parallel.FeedContent;
import press.parallel.LossException;

class FeedReaderTest {
    @Test
    void readsAnRssFeedInWhichEverythingIsOdd() {
        FeedContent feed = Fixtures.file("rss-with-every-odd-field.xml");

        assertThat(feed.title()).isEqualTo("Little Snoring Herald");
        assertThat(feed.link()).isEqualTo(URI.create("http://odd.example/"));
        assertThat(feed.entries()).hasSize(4);
        Entry first = feed.entries().get(0);
        assertThat(first.title()).isEqualTo("Tom & Jerry – why 3 < 4 © &file;");
        assertThat(first.link()).isEqualTo(URI.create("http://feeds.example/a%20b/%C3%BC?x=1&copy=2&y=%5B3%5D"));
        assertThat(first.id()).isEqualTo("g-1");
        assertThat(first.author()).isEqualTo("Ann Other");
        assertThat(first.published()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(first.categories()).containsExactly("Cats", "Mice");
        assertThat(first.commentsLink()).isEqualTo(URI.create("http://odd.example/talk"));
        assertThat(first.comments()).isEqualTo(12);
        assertThat(first.summary()).isEqualTo("Unescaped <b>bold<br>text</b> <i>and escaped</i>");
        assertThat(first.content()).isEqualTo("<p>Whole <a href=\"http://feeds.example/dir/rest\">text</a></p>");
        assertThat(first.enclosure()).isEqualTo(URI.create("http://odd.example/v.mp4"));
        assertThat(first.image()).isEqualTo(URI.create("http://feeds.example/t.jpg"));
    }

    @Test
    void anEntryWithoutALinkIsStillAnEntry() {
        FeedContent feed = Fixtures.file("rss-with-every-odd-field.xml");

        assertThat(feed.entries().get(1).link()).isEqualTo(URI.create("http://odd.example/only-a-guid"));
        assertThat(feed.entries().get(1).title()).isEqualTo("No title but words");
        assertThat(feed.entries().get(2).link()).isEqualTo(URI.create("http://odd.example/s.mp3"));
        assertThat(feed.entries().get(3).link().toString()).startsWith("http://odd.example/#");
        assertThat(feed.entries()).extracting(Entry::key).doesNotHaveDuplicates();
        assertThat(feed.entries()).extracting(Entry::position).containsExactly(0, 1, 2, 3);
    }

    @Test
    void readsAtomWithAPrefixAndNestedBases() {
        FeedContent feed = Fixtures.file("atom-xhtml-with-nested-base.xml");

        assertThat(feed.title()).isEqualTo("Fish & Chips");
        assertThat(feed.link()).isEqualTo(URI.create("http://base.example/news/"));
        Entry entry = feed.entries().get(0);
        assertThat(entry.title()).isEqualTo("The <blink> tag");
        assertThat(entry.id()).isEqualTo("tag:base.example,2026:1");
        assertThat(entry.key()).isEqualTo("https://base.example/news/one");
        assertThat(entry.author()).isEqualTo("Ann, Bob");
        assertThat(entry.published()).isEqualTo(Instant.parse("2026-11-22T07:15:00Z"));
        assertThat(entry.updated()).isEqualTo(Instant.parse("2026-11-22T09:15:00Z"));
        assertThat(entry.commentsLink()).isEqualTo(URI.create("http://base.example/news/one#comments"));
        assertThat(entry.comments()).isEqualTo(7);
        assertThat(entry.enclosure()).isEqualTo(URI.create("http://base.example/sound/one.mp3"));
        assertThat(entry.categories()).containsExactly("Food");
        assertThat(entry.content())
                .isEqualTo("<p>Big<br>fish <img src=\"http://base.example/news/pictures/cod.jpg\" alt=\"cod\"></p>");
    }

    @Test
    void hnrssGivesNumbersInsteadOfASummary() {
        FeedContent feed = Fixtures.file("hnrss-points-and-comments.xml");

        Entry story = feed.entries().get(0);
        assertThat(story.link()).isEqualTo(URI.create("https://workshop.example/lathe"));
        assertThat(story.commentsLink()).isEqualTo(URI.create("https://news.ycombinator.com/item?id=41"));
        assertThat(story.points()).isEqualTo(123);
        assertThat(story.comments()).isEqualTo(45);
        assertThat(story.summary()).isEmpty();
        assertThat(story.author()).isEqualTo("turner");
        Entry question = feed.entries().get(1);
        assertThat(question.points()).isEqualTo(7);
        assertThat(question.summary()).isEqualTo("<p>I have three planks.</p>");
    }

    @Test
    void aDescriptionThatMerelySpeaksOfPointsIsKept() {
        Entry entry = Fixtures.item("<title>t</title><description>&lt;p&gt;Points: 3&lt;/p&gt;</description>")
                .entries()
                .get(0);
        assertThat(entry.summary()).isEqualTo("<p>Points: 3</p>");
        assertThat(entry.points()).isZero();
    }

    @Test
    void aFeedThatBreaksOffKeepsItsWholeEntries() {
        assertThat(Fixtures.file("cut-inside-last-item.xml").entries())
                .extracting(Entry::title)
                .containsExactly("Whole");
    }

    @Test
    void itemsThatNobodyClosedAreAllThere() {
        FeedContent feed = Fixtures.text("<rss><channel><item><title>A</title><link>http://e.com/1</link>"
                + "<item><title>B</title><link>http://e.com/2</link></channel></rss>");
        assertThat(feed.entries()).extracting(Entry::title).containsExactly("A", "B");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>F</title></channel><item rdf:about='http://e.com/1'><title>T</title></item></rdf:RDF>
                    <rdf:RDF xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>F</title></channel><item><title>T</title><link>http://e.com/1</link></item></rdf:RDF>
                    <rss version='0.91'><channel><title>F</title><item><title>T</title><link>http://e.com/1</link></item></channel></rss>
                    <rss xmlns='http://backend.userland.com/rss2'><channel><title>F</title><item><title>T</title><guid>http://e.com/1</guid></item></channel></rss>
                    <Channel xmlns='http://purl.org/net/rss1.1#'><title>F</title><items><item><title>T</title><link>http://e.com/1</link></item></items></Channel>
                    <feed version='0.3' xmlns='http://purl.org/atom/ns#'><title mode='escaped' type='text/html'>F</title><entry><title>T</title><link rel='alternate' href='http://e.com/1'/></entry></feed>
                    <feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>F</title><entry><title mode='base64'>VA==</title><id>http://e.com/1</id></entry></feed>
                    <feed><title>F</title><entry><title type='xhtml'><div>T</div></title><content src='http://e.com/1'/></entry></feed>
                    <CHANNEL HREF='http://e.com/'><TITLE>F</TITLE><ITEM HREF='http://e.com/1'><TITLE>T</TITLE></ITEM></CHANNEL>
                    """)
    void readsEveryKindOfFeed(String document) {
        FeedContent feed = Fixtures.text(document);
        assertThat(feed.title()).isEqualTo("F");
        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.entries().get(0).title()).isEqualTo("T");
        assertThat(feed.entries().get(0).link()).isEqualTo(URI.create("http://e.com/1"));
    }

    @Test
    void aTitleThatNobodyClosedDoesNotSwallowTheRest() {
        Entry entry = Fixtures.item(
                        "<title>T<link>http://e.com/1</link><pubDate>2026-11-22</pubDate><description>D</description>")
                .entries()
                .get(0);
        assertThat(entry.title()).isEqualTo("T");
        assertThat(entry.link()).isEqualTo(URI.create("http://e.com/1"));
        assertThat(entry.published()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(entry.summary()).isEqualTo("D");
    }

    @Test
    void anAddressBehindAnEmptyLinkElementIsTheLink() {
        Entry entry = Fixtures.item("<title>T</title><link/>http://e.com/1 <guid>2</guid>")
                .entries()
                .get(0);
        assertThat(entry.link()).isEqualTo(URI.create("http://e.com/1"));
    }

    @Test
    void aLinkWrappedInHtmlIsStillALink() {
        Entry entry = Fixtures.item("<title>T</title><link><a href='x'>http://e.com/1</a></link>")
                .entries()
                .get(0);
        assertThat(entry.link()).isEqualTo(URI.create("http://e.com/1"));
    }

    @Test
    void aGuidThatSaysItIsNoLinkIsNone() {
        Entry entry = Fixtures.item("<title>T</title><guid isPermaLink='false'>http://e.com/1</guid>")
                .entries()
                .get(0);
        assertThat(entry.id()).isEqualTo("http://e.com/1");
        assertThat(entry.link().toString()).startsWith("http://site.example/#");
    }

    @Test
    void episodesThatAllPointHomeStayDifferent() {
        FeedContent feed = Fixtures.text("<rss><channel><item><link>http://e.com</link><guid>1</guid></item>"
                + "<item><link>http://e.com</link><guid>2</guid></item></channel></rss>");
        assertThat(feed.entries()).extracting(Entry::key).doesNotHaveDuplicates();
        assertThat(feed.entries()).extracting(Entry::link).containsOnly(URI.create("http://e.com"));
    }

    @Test
    void entitiesOfTheDocumentAreNeitherLoadedNorExpandedTwice() {
        FeedContent feed = Fixtures.text(
                "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>"
                        + "<rss><channel><title>&a; &b; &c;</title><item/></channel></rss>");
        assertThat(feed.title()).isEqualTo("ha &a;&a; &c;");
    }

    @Test
    void aWebPageIsNamedAsSuchWithTheFeedsItAdvertises() {
        assertThatThrownBy(() -> Fixtures.file("web-page-advertising-feeds.html"))
                .isInstanceOf(LossException.class)
                .hasMessage(
                        "feed 'http://feeds.example/dir/feed.xml': expected <rss>, <feed> or <rdf:RDF>, but found <html>,"
                                + " a web page called 'Our Village'; put the feed that it advertises on the list instead:"
                                + " http://feeds.example/feed.xml (RSS); it also has https://other.example/atom (Atom)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                      | but the answer was empty
                    hello world                             | but found 'hello world'
                    <?xml version='1.0'?><urlset/>          | but found <urlset>
                    <opml><body/></opml>                    | press.feeds.file
                    <rss/>                                  | but found <rss> without either
                    <html><body>Just a moment</body></html> | it advertises no feed
                    {"a": 1}                                | but found an object with 'a'
                    {"a": [                                 | breaks off or is damaged at line 1
                    []                                      | an empty list
                    """)
    void whatIsNoFeedIsNamed(String document, String told) {
        assertThatThrownBy(() -> Fixtures.text(document))
                .isInstanceOf(LossException.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "&lt;b&gt;&lt;p&gt;",
                "&",
                "<",
                "<![CDATA[",
                "<!--",
                "<!DOCTYPE x [",
                "</x>",
                "<item>",
                "<p a='"
            })
    void hostileTextCostsNoMoreThanMuchText(String piece) {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(java.time.Duration.ofSeconds(30), () -> {
            FeedContent feed = Fixtures.text(
                    "<rss><channel><title>F</title><item><title>T</title><description>" + piece.repeat(100_000));
            assertThat(feed.title()).isEqualTo("F");
        });
    }

    @Test
    void aFloodOfEntriesIsCut() {
        assertThat(Fixtures.text("<rss><channel>" + "<item><title>x</title></item>".repeat(5000) + "</channel></rss>")
                        .entries())
                .hasSize(2000);
    }
}
