package press.parallel.cli;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code check --dry-run} found: the choice that the settings would make, without asking or writing anything.
 *
 * @param at the moment it was made for
 * @param scanned entries that lay before the editor
 * @param fresh entries inside the freshness window
 * @param today what would be printed now, in the order of the paper
 * @param again what the settings of now would change in the newest edition; null when none was printed
 */
public record Preview(
        Instant at,
        int scanned,
        int fresh,
        List<Part> today,
        @Nullable Again again) {
    public Preview {
        today = List.copyOf(today);
    }

    /** A section with its stories, best first. */
    public record Part(String id, String title, List<Pick> stories) {
        public Part {
            stories = List.copyOf(stories);
        }
    }

    /**
     * A story that would be printed.
     *
     * @param feed its feed's name
     * @param parts what adds up to the score
     * @param alsoIn how many other entries tell it
     */
    public record Pick(int rank, String title, URI link, String feed, long score, Map<String, Long> parts, int alsoIn) {
        public Pick {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }
    }

    /**
     * The newest edition, chosen again by the settings of now.
     *
     * @param edition its id
     * @param entries that lay before its editor
     * @param unknown of them, those that do not count again: they are forgotten, or their feeds are no longer listed
     * @param sections in the order of the paper, those that are gone last
     */
    public record Again(String edition, int entries, int unknown, List<Changes> sections) {
        public Again {
            sections = List.copyOf(sections);
        }

        public boolean isSame() {
            return sections.stream().allMatch(Changes::isEmpty);
        }
    }

    /**
     * What would change in a section.
     *
     * @param in stories that would come in
     * @param out stories that would go out
     * @param moved stories that would stand in another section; they are told where they stood
     * @param scores stories that stay, with another score
     */
    public record Changes(
            String id, String title, List<Change> in, List<Change> out, List<Change> moved, List<Change> scores) {
        public Changes {
            in = List.copyOf(in);
            out = List.copyOf(out);
            moved = List.copyOf(moved);
            scores = List.copyOf(scores);
        }

        boolean isEmpty() {
            return in.isEmpty() && out.isEmpty() && moved.isEmpty() && scores.isEmpty();
        }
    }

    /**
     * A story that is affected.
     *
     * @param was its verdict then, in words; for a story that moves the title of its section
     * @param is its verdict now, or that of its new section
     * @param before its score then, null when it did not lie before the editor by itself
     * @param after its score now, null when it does not any more
     * @param parts what the parts that differ were then and are now, such as {@code freshness 120 -> 240}
     */
    public record Change(
            String title,
            URI link,
            String feed,
            String was,
            String is,
            @Nullable Long before,
            @Nullable Long after,
            List<String> parts) {
        public Change {
            parts = List.copyOf(parts);
        }
    }
}
