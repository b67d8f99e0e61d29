package press.parallel.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import press.parallel.Entry;
import press.parallel.FiledEntry;

/** Pairs of entries of which people said whether they are one story, see src/test/resources/same-stories/README.md. */
final class LabelledPairs {
    private LabelledPairs() {}

    /**
     * @param same whether it is one story
     * @param found whether the press says so
     */
    record Pair(String id, boolean same, String kind, String language, Weighed one, Weighed other, boolean found) {
        @Override
        public String toString() {
            return "%s %s %s, %s: '%s' / '%s'"
                    .formatted(
                            id,
                            same ? "two stories of one" : "one story of two",
                            kind,
                            language,
                            one.entry().title(),
                            other.entry().title());
        }
    }

    /** What came out of some pairs. */
    record Figures(int same, int found, int right) {
        static Figures of(List<Pair> pairs) {
            return new Figures(
                    (int) pairs.stream().filter(Pair::same).count(),
                    (int) pairs.stream().filter(Pair::found).count(),
                    (int) pairs.stream()
                            .filter(pair -> pair.same() && pair.found())
                            .count());
        }

        /** Of the pairs taken for one story, how many are; 1 when none was. */
        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        /** Of the pairs that are one story, how many were found; 1 when there are none. */
        double recall() {
            return same == 0 ? 1 : (double) right / same;
        }

        @Override
        public String toString() {
            String precise = found == 0 ? "" : String.format(Locale.ROOT, "precision %.3f  ", precision());
            return precise + (same == 0 ? "" : String.format(Locale.ROOT, "recall %.3f", recall()));
        }
    }

    static List<Pair> wrong(List<Pair> pairs) {
        return pairs.stream().filter(pair -> pair.same() != pair.found()).toList();
    }

    /** All pairs of a file in same-stories/, each asked about alone. */
    static List<Pair> read(String file) {
        ObjectMapper json = new ObjectMapper();
        List<Pair> pairs = new ArrayList<>();
        try (InputStream in = LabelledPairs.class.getResourceAsStream("/same-stories/" + file)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                JsonNode pair = json.readTree(line);
                String id = pair.get("id").asText();
                Weighed one = weighed(id + "-one", pair.get("one"));
                Weighed other = weighed(id + "-other", pair.get("other"));
                pairs.add(new Pair(
                        id,
                        pair.get("same").asBoolean(),
                        pair.get("kind").asText(),
                        pair.get("language").asText(),
                        one,
                        other,
                        SameStories.same(one, other)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pairs;
    }

    /** The same pairs, asked about in one batch with all others of the file. */
    static List<Pair> together(List<Pair> alone) {
        List<Weighed> all = new ArrayList<>();
        alone.forEach(pair -> all.addAll(List.of(pair.one(), pair.other())));
        all.sort(Weighed.PRINT_ORDER);
        List<List<Weighed>> stories = SameStories.of(all);
        return alone.stream()
                .map(pair -> new Pair(
                        pair.id(),
                        pair.same(),
                        pair.kind(),
                        pair.language(),
                        pair.one(),
                        pair.other(),
                        stories.stream().anyMatch(story -> story.contains(pair.one()) && story.contains(pair.other()))))
                .sorted(Comparator.comparing(Pair::id))
                .toList();
    }

    private static Weighed weighed(String key, JsonNode entry) {
        Instant published = Instant.parse(entry.get("published").asText());
        FiledEntry filed = new FiledEntry(
                new Entry(
                        key,
                        URI.create(entry.get("link").asText()),
                        null,
                        key,
                        entry.get("title").asText(),
                        "",
                        published,
                        null,
                        entry.get("summary").asText(),
                        "",
                        List.of(),
                        0,
                        0,
                        null,
                        null,
                        false,
                        0),
                "https://" + key + ".example/feed",
                entry.get("feed").asText(),
                "news",
                published);
        return new Weighed(filed, 0, published, 0, 1000);
    }
}
