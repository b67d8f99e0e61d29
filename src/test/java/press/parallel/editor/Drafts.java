package press.parallel.editor;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.parallel.Desk;
import press.parallel.Entry;
import press.parallel.FiledEntry;
import press.parallel.Section;
import press.parallel.Share;
import press.parallel.Statistics;

/** Entries and sections as the tests of this desk write them. */
final class Drafts {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration WINDOW = Duration.ofHours(48);

    private Drafts() {}

    /** An entry of a feed of section news. */
    static Draft entry(String key) {
        return new Draft(key);
    }

    static Section section(String id, int size, String... keywords) {
        return new Section(id, id, List.of(), List.of(keywords), size, Share.ALL, 1000);
    }

    /** A paper of these sections without policies, which prints no story twice. */
    static Editor editor(Section... sections) {
        return editor(List.of(), Repeat.NEVER, 1, sections);
    }

    static Editor editor(List<Policy> policies, Repeat repeat, int minSources, Section... sections) {
        return new Editor(
                new Editor.Rules(List.of(sections), Weights.USUAL, policies, repeat, minSources), Drafts::domain);
    }

    /** The last two labels of the host. */
    static String domain(URI link) {
        String[] labels = link.getHost().split("\\.");
        return labels[labels.length - 2] + "." + labels[labels.length - 1];
    }

    /** What lies before the editor when these entries were filed; what is outside the window is old. */
    static Desk desk(List<FiledEntry> entries) {
        return desk(entries, Map.of());
    }

    static Desk desk(List<FiledEntry> entries, Map<String, Desk.Before> printed) {
        Map<Boolean, List<FiledEntry>> byAge = entries.stream()
                .collect(Collectors.partitioningBy(filed -> !filed.date().isBefore(NOW.minus(WINDOW))));
        Map<String, Statistics> statistics = entries.stream()
                .collect(Collectors.groupingBy(
                        FiledEntry::feed,
                        Collectors.collectingAndThen(
                                Collectors.mapping(FiledEntry::entry, Collectors.toList()), Statistics::of)));
        return new Desk(byAge.get(true), byAge.get(false), printed, statistics);
    }

    /** The same, assessed as it would be when filed. */
    static Desk assessed(Editor editor, List<FiledEntry> entries) {
        Desk desk = desk(entries);
        return desk.with(editor.assessAgain(desk));
    }

    static Desk desk(Draft... drafts) {
        return desk(Stream.of(drafts).map(Draft::file).toList());
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
        private int position;
        private String author = "";

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

        /** Place in its feed, from 0. */
        Draft place(int value) {
            position = value;
            return this;
        }

        Draft author(String value) {
            author = value;
            return this;
        }

        Draft hoursOld(long hours) {
            return minutesOld(hours * 60);
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
                    author,
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
                    position);
            return new FiledEntry(entry, feed, feedTitle, section, firstSeen);
        }
    }
}
