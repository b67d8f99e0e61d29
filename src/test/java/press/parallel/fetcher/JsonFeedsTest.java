package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import press.parallel.Entry;
import press.parallel.FeedContent;

class JsonFeedsTest {
    @Nested
    class AListingOfReddit {
        private final FeedContent feed = new FeedReader()
                .read(
                        Fixtures.bytes("reddit-link-self-pinned-and-ad.json"),
                        URI.create("https://old.reddit.com/r/books.json?limit=25"),
                        "application/json; charset=UTF-8");

        @Test
        void isCalledAfterItsSubreddit() {
            assertThat(feed.title()).isEqualTo("r/books");
            assertThat(feed.link()).isEqualTo(URI.create("https://old.reddit.com/r/books/"));
        }

        @Test
        void leavesPinnedPostsAndAdvertisementsOut() {
            assertThat(feed.entries()).extracting(Entry::id).containsExactly("t3_a", "t3_b");
        }

        @Test
        void offersTheLinkedArticleWithRedditAsItsDiscussion() {
            Entry entry = feed.entries().get(0);
            assertThat(entry.title()).isEqualTo("Ink & Paper reopens");
            assertThat(entry.link()).isEqualTo(URI.create("https://gazette.example/ink?page=1&view=full"));
            assertThat(entry.commentsLink())
                    .isEqualTo(URI.create("https://old.reddit.com/r/books/comments/a/ink_paper_reopens/"));
            assertThat(entry.points()).isEqualTo(1234);
            assertThat(entry.comments()).isEqualTo(56);
            assertThat(entry.published()).isEqualTo(Instant.ofEpochSecond(1795334400));
            assertThat(entry.updated()).isNull();
            assertThat(entry.image()).isEqualTo(URI.create("https://pictures.example/ink.jpg?s=1&t=2"));
            assertThat(entry.categories()).containsExactly("News");
            assertThat(entry.complete()).isFalse();
            assertThat(entry.content()).isEmpty();
        }

        @Test
        void takesASelfPostWholeAndSafe() {
            Entry entry = feed.entries().get(1);
            assertThat(entry.complete()).isTrue();
            assertThat(entry.link()).isEqualTo(URI.create("https://old.reddit.com/r/books/comments/b/what/"));
            assertThat(entry.commentsLink()).isEqualTo(entry.link());
            assertThat(entry.content()).isEqualTo("<div><p>I finished <strong>two</strong> &amp; a half.</p></div>");
            assertThat(entry.updated()).isEqualTo(Instant.ofEpochSecond(1795338000));
        }
    }

    @Test
    void readsJsonFeed() {
        FeedContent feed = Fixtures.text("""
                \ufeff {"version": "https://jsonfeed.org/version/1.1", "title": "F", "home_page_url": "http://e.com/",
                 "authors": [{"name": "Ann"}, {"name": "Bob"}],
                 "items": [
                  {"id": 17, "external_url": "http://e.com/a", "title": "T", "content_text": "Plain <text>",
                   "date_published": "2023-11-14T17:13:20-05:00", "tags": ["x"], "summary": "S",
                   "attachments": [{"url": "/s.mp3"}], "image": "i.png"},
                  {"id": "http://e.com/b", "url": "", "content_html": "<p onclick=x>Hi <a href='y'>b</a>", "author": {"name": "Cy"}},
                  {}, 3, null]}
                """);
        assertThat(feed.title()).isEqualTo("F");
        assertThat(feed.link()).isEqualTo(URI.create("http://e.com/"));
        assertThat(feed.entries()).hasSize(2);
        Entry first = feed.entries().get(0);
        assertThat(first.id()).isEqualTo("17");
        assertThat(first.link()).isEqualTo(URI.create("http://e.com/a"));
        assertThat(first.content()).isEqualTo("Plain &lt;text&gt;");
        assertThat(first.summary()).isEqualTo("S");
        assertThat(first.author()).isEqualTo("Ann, Bob");
        assertThat(first.published()).isEqualTo(Instant.parse("2023-11-14T22:13:20Z"));
        assertThat(first.enclosure()).isEqualTo(URI.create("http://feeds.example/s.mp3"));
        assertThat(first.image()).isEqualTo(URI.create("http://feeds.example/dir/i.png"));
        assertThat(first.categories()).containsExactly("x");
        Entry second = feed.entries().get(1);
        assertThat(second.link()).isEqualTo(URI.create("http://e.com/b"));
        assertThat(second.content()).isEqualTo("<p>Hi <a href=\"http://e.com/y\">b</a></p>");
        assertThat(second.author()).isEqualTo("Cy");
    }

    @Test
    void jsonInAnotherCharsetIsRead() {
        byte[] body = "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"Zürich\",\"items\":[]}"
                .getBytes(StandardCharsets.UTF_16);
        assertThat(new FeedReader().read(body, Fixtures.ADDRESS, "").title()).isEqualTo("Zürich");
    }
}
