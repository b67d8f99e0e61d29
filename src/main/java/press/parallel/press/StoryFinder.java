package press.parallel.press;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import press.parallel.Decision;
import press.parallel.Verdict;
import press.parallel.fetcher.CanonicalLink;

/** Finds the story that a person means among the decisions of an edition: by its address, else by its title. */
final class StoryFinder {
    /** Titles that share less of their letters are not alike. */
    private static final double ALIKE = 0.25;

    private final List<Decision> decisions;

    StoryFinder(List<Decision> decisions) {
        this.decisions = decisions;
    }

    /**
     * By its address, however it is written; else by its whole title; else by the words in it, all of them. Case does not count. Entries that
     * are merged into one that is found too are not named beside it.
     */
    List<Decision> find(String asked) {
        List<Decision> hits = byLink(asked);
        String title = plain(asked);
        if (hits.isEmpty() && !title.isEmpty()) {
            hits = decisions.stream()
                    .filter(row -> plain(row.title()).equals(title))
                    .toList();
        }
        if (hits.isEmpty() && !title.isEmpty()) {
            String[] words = title.split(" ");
            hits = decisions.stream()
                    .filter(row -> hasAll(plain(row.title()), words))
                    .toList();
        }
        return leading(hits);
    }

    private List<Decision> byLink(String asked) {
        String key = CanonicalLink.ofWritten(asked).orElse("");
        return decisions.stream()
                .filter(row -> row.key().equals(key)
                        || row.link().toString().equals(asked.strip())
                        || !key.isEmpty()
                                && CanonicalLink.ofWritten(row.link().toString())
                                        .filter(key::equals)
                                        .isPresent())
                .toList();
    }

    private static boolean hasAll(String title, String[] words) {
        for (String word : words) {
            if (!title.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private List<Decision> leading(List<Decision> hits) {
        Set<String> keys = new HashSet<>();
        hits.forEach(hit -> keys.add(hit.key()));
        return hits.stream()
                .filter(hit -> hit.verdict() != Verdict.MERGED || !keys.contains(hit.detail()))
                .toList();
    }

    /** Those whose titles are most like what was asked, or like the words at the end of an address; none when none is alike. */
    List<Decision> nearest(String asked, int most) {
        Set<String> wanted = pieces(plain(slug(asked)));
        Map<Decision, Double> likeness = new LinkedHashMap<>();
        for (Decision row : decisions) {
            double like = alike(wanted, pieces(plain(row.title())));
            if (like >= ALIKE) {
                likeness.put(row, like);
            }
        }
        List<Decision> nearest = new ArrayList<>(likeness.keySet());
        nearest.sort(Comparator.comparing((Decision row) -> -likeness.getOrDefault(row, 0.0))
                .thenComparing(Decision::title));
        return leading(nearest.subList(0, Math.min(most, nearest.size())));
    }

    /** The last part of an address that has letters, or the text itself. */
    private static String slug(String asked) {
        String key = CanonicalLink.ofWritten(asked).orElse("");
        if (key.isEmpty()) {
            return asked;
        }
        String[] parts = key.substring("https://".length()).split("[/?]", -1);
        for (int i = parts.length - 1; i > 0; i--) {
            if (parts[i].matches(".*\\p{L}{3}.*")) {
                return parts[i];
            }
        }
        return asked;
    }

    /** Letters and digits in lower case, a blank between words. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static Set<String> pieces(String text) {
        Set<String> pieces = new HashSet<>();
        String padded = " " + text + " ";
        for (int i = 0; i + 3 <= padded.length(); i++) {
            pieces.add(padded.substring(i, i + 3));
        }
        return pieces;
    }

    /** Share of the pieces of three letters that both have, of twice those that they have together. */
    private static double alike(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long both = one.stream().filter(other::contains).count();
        return 2.0 * both / (one.size() + other.size());
    }
}
