package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import java.net.URI;
import java.time.Instant;
import org.apache.camel.dataformat.rss.RssConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class CanonicalAtomTest {
    private final Draft.OfFeed feed = new Draft.OfFeed();
    private final Draft entry = new Draft();

    CanonicalAtomTest() {
        feed.title = "Zürich & <b> \ud83d\ude80";
        feed.link = URI.create("http://e.com/?a=1&b=2");
        feed.entries.add(entry);
        entry.id = "tag:e.com,2026:\"1\"";
        entry.title = "A <blink> & \u0001B \ud800";
        entry.author = "Ann, Bob";
        entry.link = URI.create("http://e.com/1?a=1&b=2");
        entry.commentsLink = URI.create("http://e.com/talk");
        entry.enclosure = URI.create("http://e.com/s.mp3");
        entry.image = URI.create("http://e.com/i.png");
        entry.published = Instant.parse("2026-11-22T08:15:00Z");
        entry.updated = Instant.parse("2026-11-22T09:15:00.9Z");
        entry.summary = "<p>short &amp; sweet</p>";
        entry.content = "<p>long]]> &lt;b&gt; &amp;#233; é \ud83d\ude80 \u041f&nbsp;</p>\n<pre>  x\n  y</pre>";
        entry.points = 123;
        entry.comments = 45;
        entry.complete = true;
        entry.categories.add("a & b");
    }

    @Test
    void whatIsWrittenComesBackThroughCamelsDataFormat() throws Exception {
        String text = CanonicalAtom.write(feed, URI.create("http://e.com/feed"));
        SyndFeed synd = RssConverter.xmlToFeed(text);
        Draft.OfFeed back = CanonicalAtom.read(synd);

        assertThat(back.title).isEqualTo(feed.title);
        assertThat(back.link).isEqualTo(feed.link);
        Draft read = back.entries.get(0);
        assertThat(read.title).isEqualTo("A <blink> & B");
        assertThat(read.updated).isEqualTo(Instant.parse("2026-11-22T09:15:00Z"));
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("title", "updated")
                .isEqualTo(entry);
    }

    @Test
    void theDataFormatReadsOurTextAndAnyOther() throws Exception {
        RomeFormat format = new RomeFormat();
        DefaultExchange exchange = new DefaultExchange(new DefaultCamelContext());
        String ours = CanonicalAtom.write(feed, URI.create("http://e.com/feed"));
        String theirs =
                "<rss version='2.0'><channel><title>Caf&eacute;</title><link>http://e.com/</link><description/></channel></rss>";

        assertThat(CanonicalAtom.read((SyndFeed) format.unmarshal(exchange, ours))
                        .entries
                        .get(0)
                        .content)
                .isEqualTo(entry.content);
        assertThat(((SyndFeed) format.unmarshal(exchange, (Object) theirs)).getTitle())
                .isEqualTo("Café");
    }

    @Test
    void aSealOfAnotherProgramIsNone() throws Exception {
        entry.summary = "<p>short</p>";
        String text = CanonicalAtom.write(feed, URI.create("http://e.com/feed"));
        String forged =
                text.replaceFirst("<press:seal>.", "<press:seal>x").replace("<p>short", "<script>x()</script><p>short");
        assertThat(CanonicalAtom.read(RssConverter.xmlToFeed(forged)).entries.get(0).summary)
                .isEqualTo("<p>short</p>");
    }

    @Test
    void whatIsAbsentStaysAbsent() {
        Draft.OfFeed bare = new Draft.OfFeed();
        Draft only = new Draft();
        only.link = URI.create("http://e.com/1");
        bare.entries.add(only);
        Draft.OfFeed back =
                CanonicalAtom.read(FeedReader.synd(CanonicalAtom.write(bare, URI.create("http://e.com/feed"))));

        assertThat(back.link).isNull();
        assertThat(back.entries.get(0)).usingRecursiveComparison().isEqualTo(only);
    }

    @Test
    void onlyPublishedIsNotTakenForUpdatedNorTheOtherWayRound() {
        entry.updated = null;
        assertThat(CanonicalAtom.read(FeedReader.synd(CanonicalAtom.write(feed, feed.link)))
                        .entries
                        .get(0)
                        .updated)
                .isNull();
        entry.updated = entry.published;
        entry.published = null;
        assertThat(CanonicalAtom.read(FeedReader.synd(CanonicalAtom.write(feed, feed.link)))
                        .entries
                        .get(0)
                        .published)
                .isNull();
    }

    @Test
    void aFeedThatCameAnotherWayIsSafeToo() throws Exception {
        SyndFeed raw = RssConverter.xmlToFeed(
                "<rss version='2.0'><channel><title>F</title><link>http://e.com/</link><description/>"
                        + "<item><title>T</title><link>http://e.com/1</link><description>&lt;p onclick='x()'&gt;Hi&lt;script&gt;x()&lt;/script&gt;"
                        + "&lt;/p&gt;</description></item></channel></rss>");
        assertThat(CanonicalAtom.read(raw).entries.get(0).summary).isEqualTo("<p>Hi</p>");
    }

    @Test
    void theTextIsAsciiSoThatNoCharsetOnTheWayCanHarmIt() {
        assertThat(CanonicalAtom.write(feed, URI.create("http://e.com/feed"))).matches("\\p{ASCII}*");
    }
}
