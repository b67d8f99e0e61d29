package press.parallel.routes;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import press.parallel.Article;
import press.parallel.Edition;
import press.parallel.Entry;
import press.parallel.Feed;
import press.parallel.FiledEntry;
import press.parallel.GlassBox;
import press.parallel.Reply;
import press.parallel.Run;
import press.parallel.RunSheet;
import press.parallel.Story;

/** The least that a route needs of the press's nouns. */
final class Nouns {
    private Nouns() {}

    static Run run(String edition) {
        return new Run(
                edition,
                LocalDate.of(2026, 11, 23),
                1,
                LocalDate.of(2026, 11, 23),
                RouteTestSupport.NOW,
                RouteTestSupport.NOW.plus(Duration.ofSeconds(90)),
                RouteTestSupport.NOW.plus(Duration.ofSeconds(120)),
                false);
    }

    static List<Feed> feeds(String... addresses) {
        return IntStream.range(0, addresses.length)
                .mapToObj(i -> new Feed(URI.create(addresses[i]), "news", i))
                .toList();
    }

    static Story story(String link) {
        URI address = URI.create(link);
        Entry entry = new Entry(
                link,
                address,
                null,
                "",
                "About " + link,
                "",
                null,
                null,
                "Short.",
                "",
                List.of(),
                0,
                0,
                null,
                null,
                false,
                0);
        return new Story(
                new FiledEntry(entry, "https://feed.example/rss", "Feed", "news", RouteTestSupport.NOW),
                "news",
                1,
                1000,
                Map.of(),
                List.of(),
                List.of());
    }

    static List<Story> stories(String... links) {
        return List.of(links).stream().map(Nouns::story).toList();
    }

    static RunSheet sheet(List<Story> stories) {
        return new RunSheet(stories, List.of(), stories.size(), stories.size());
    }

    /** Without stories. */
    static Edition edition() {
        return new Edition(
                "The Paper",
                "daily",
                1,
                1,
                1,
                LocalDate.of(2026, 11, 23),
                RouteTestSupport.NOW,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Edition.Numbers(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                GlassBox.EMPTY);
    }

    static Article article(Story story) {
        return new Article(
                story.entry().key(),
                story.entry().link(),
                null,
                "",
                "",
                "",
                null,
                null,
                List.of(),
                "en",
                "ltr",
                "Whole.",
                "<p>Whole.</p>",
                1);
    }

    static Reply reply(URI address, int status, String contentType, String body) {
        return new Reply(
                address, status, Map.of("content-type", contentType), body.getBytes(StandardCharsets.UTF_8), 100);
    }
}
