package press.parallel.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import press.parallel.Section;

/**
 * Finds the section an entry belongs to: the one that lists its feed, unless the keywords of another stand at least {@value #ENOUGH} times in
 * its title, categories and lead, and more often than its own. Without such a section the most hits decide, of equals the earlier section;
 * without any hit it is the last section. Immutable.
 */
final class SectionFinder {
    /** So many hits say more about an entry than the feed it came by. */
    private static final int ENOUGH = 3;

    /**
     * A section with the reason for it.
     *
     * @param place in the paper, from 0; -1 when the paper has no sections
     * @param words keywords of that section that stand in the entry, with how often
     */
    record Found(int place, List<String> words) {}

    private final Map<String, Integer> places = new HashMap<>();
    private final List<Phrases> keywords;

    SectionFinder(List<Section> sections) {
        for (int place = 0; place < sections.size(); place++) {
            places.putIfAbsent(sections.get(place).id(), place);
        }
        keywords = sections.stream()
                .map(section -> new Phrases(section.keywords()))
                .toList();
    }

    /** Place of the section with this id, -1 when there is none. */
    int place(String id) {
        return places.getOrDefault(id, -1);
    }

    /** @param section id of the section that lists the feed, or any other text when none does */
    Found find(Reading reading, String section) {
        int listed = place(section);
        int best = keywords.size() - 1;
        int most = 0;
        int own = 0;
        Map<String, Integer> bestWords = Map.of();
        Map<String, Integer> ownWords = Map.of();
        for (int place = 0; place < keywords.size(); place++) {
            if (keywords.get(place).isEmpty()) {
                continue;
            }
            Map<String, Integer> hits = keywords.get(place).hits(reading.text());
            int sum = hits.values().stream().mapToInt(Integer::intValue).sum();
            if (place == listed) {
                own = sum;
                ownWords = hits;
            }
            if (sum > most) {
                most = sum;
                best = place;
                bestWords = hits;
            }
        }
        boolean stays = listed >= 0 && (most < ENOUGH || most <= own);
        return stays ? new Found(listed, told(ownWords)) : new Found(best, told(bestWords));
    }

    private static List<String> told(Map<String, Integer> hits) {
        return hits.entrySet().stream()
                .map(hit -> hit.getValue() == 1 ? hit.getKey() : hit.getKey() + " ×" + hit.getValue())
                .toList();
    }
}
