package press.parallel.fetcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.parallel.fetcher.AdvertisedFeeds.Advertised;

class AdvertisedFeedsTest {
    private static final URI PAGE = URI.create("http://site.example/blog/post");

    @Test
    void commentsComeLastAndTheFirstOtherIsTaken() {
        assertThat(in("""
                <link rel="alternate" type="application/rss+xml" title="Post » Comments Feed" href="/blog/post/feed/">
                <link rel="ALTERNATE nofollow" type="application/atom+xml; charset=utf-8" title="All" href="atom.xml">
                <link rel=alternate type=application/rss+xml href=//other.example/rss>
                <link rel="alternate" type="application/feed+json" href="https://site.example/feed.json">
                <link rel="alternate" type="application/rss+xml" href="//other.example/rss">
                <link rel="alternate" type="application/json" href="/wp-json/1">
                <link rel="alternate" hreflang="de" href="/de">
                <link rel="stylesheet" type="application/rss+xml" href="/x">
                <link rel="feed" href="feed://site.example/all">
                <link rel="alternate" type="application/rss+xml" href="javascript:x">
                """))
                .containsExactly(
                        new Advertised(URI.create("http://site.example/blog/atom.xml"), "All", "Atom", false),
                        new Advertised(URI.create("http://other.example/rss"), "", "RSS", false),
                        new Advertised(URI.create("https://site.example/feed.json"), "", "JSON Feed", false),
                        new Advertised(URI.create("http://site.example/all"), "", "", false),
                        new Advertised(
                                URI.create("http://site.example/blog/post/feed/"),
                                "Post » Comments Feed",
                                "RSS",
                                true));
    }

    @Test
    void theBaseOfThePageCounts() {
        assertThat(in("<base href='/other/'><link rel='alternate' type='application/rss+xml' href='rss.xml'>"))
                .extracting(feed -> feed.address().toString())
                .containsExactly("http://site.example/other/rss.xml");
    }

    @Test
    void aPageThatAdvertisesNoneMayLinkToOne() {
        assertThat(
                        in(
                                "<p><a href='/about'>About</a> <a href='/index.xml'>Subscribe</a> <a href='/feed/?x=1'>Feed</a></p>"))
                .extracting(feed -> feed.address().toString())
                .containsExactly("http://site.example/index.xml", "http://site.example/feed/?x=1");
    }

    @Test
    void theAnswerSaysWhichThePressWouldTake() {
        ObjectNode answer = new FeedFiles()
                .read(
                        ("<!doctype html><html><title>Blog</title><link rel='alternate' type='application/rss+xml' title='Comments'"
                                        + " href='/c'><link rel='alternate' type='application/atom+xml' title='Posts' href='/a'>")
                                .getBytes(UTF_8),
                        PAGE,
                        "text/html");
        assertThat(answer.path("ok").asBoolean()).isFalse();
        assertThat(answer.path("take").asText()).isEqualTo("http://site.example/a");
        assertThat(answer.path("feeds")).hasSize(2);
        assertThat(answer.path("error").asText())
                .endsWith("put the feed that it advertises on the list instead: http://site.example/a (Atom);"
                        + " it also has http://site.example/c (comments)");
    }

    private static List<Advertised> in(String head) {
        return AdvertisedFeeds.in(("<html>" + head + "</html>").getBytes(UTF_8), PAGE, "text/html");
    }
}
