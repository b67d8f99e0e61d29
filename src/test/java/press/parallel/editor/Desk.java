package press.parallel.editor;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.parallel.Entry;
import press.parallel.FiledEntry;
import press.parallel.Section;

/** Entries and sections as the tests of this desk write them. */
final class Desk {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration WINDOW = Duration.ofHours(48);

    private Desk() {}

    /** An entry of a feed of section news. */
    static Draft entry(String key) {
        return new Draft(key);
    }

    static Section section(String id, int size, String... keywords) {
        return new Section(id, id, List.of(), List.of(keywords), size, 1000);
    }

    /** What differs from a plain entry of section news, an hour old. */
    static final class Draft {
        private final String key;
        private String title;
        private URI link;
        private String feed = "https://feeds.example.org/news";
        private String feedTitle = "Example Feed";
        private String section = "news";
        private @Nullable Instant published = NOW.minus(Duration.ofHours(1));
        private @Nullable Instant updated;
        private Instant firstSeen = NOW;
        private String summary = "";
        private List<String> categories = List.of();
        private long points;
        private long comments;
        private @Nullable URI commentsLink;
        private boolean complete;

        private Draft(String key) {
            this.key = key;
            this.title = key;
            this.link = URI.create("https://example.org/" + key);
        }

        Draft title(String value) {
            title = value;
            return this;
        }

        Draft link(String value) {
            link = URI.create(value);
            return this;
        }

        Draft feed(String value) {
            feed = value;
            return this;
        }

        Draft feedTitle(String value) {
            feedTitle = value;
            return this;
        }

        Draft section(String value) {
            section = value;
            return this;
        }

        Draft minutesOld(long minutes) {
            published = NOW.minus(Duration.ofMinutes(minutes));
            return this;
        }

        Draft undated(Instant seen) {
            published = null;
            updated = null;
            firstSeen = seen;
            return this;
        }

        Draft onlyUpdated(Instant at) {
            published = null;
            updated = at;
            return this;
        }

        Draft summary(String value) {
            summary = value;
            return this;
        }

        Draft categories(String... values) {
            categories = List.of(values);
            return this;
        }

        Draft stats(long pointsGiven, long commentsGiven) {
            points = pointsGiven;
            comments = commentsGiven;
            return this;
        }

        Draft discussed(String value) {
            commentsLink = URI.create(value);
            return this;
        }

        Draft selfPost() {
            complete = true;
            return this;
        }

        FiledEntry file() {
            Entry entry = new Entry(
                    key,
                    link,
                    commentsLink,
                    key,
                    title,
                    "",
                    published,
                    updated,
                    summary,
                    "",
                    categories,
                    points,
                    comments,
                    null,
                    null,
                    complete,
                    0);
            return new FiledEntry(entry, feed, feedTitle, section, firstSeen);
        }
    }
}
