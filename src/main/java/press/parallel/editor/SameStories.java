package press.parallel.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings together entries that tell the same story: equal keys, equal headlines, and headlines that are nearly equal to the one
 * that leads (see {@link Headline}). Nearness is always measured from the leader, so that no chain of small changes joins two stories.
 *
 * <p>Every comparison is a look into a hash map: the time grows with the number of entries, not with its square. An entry that is
 * a whole text by itself (a Reddit self post) is one story with its own key only: "Daily discussion" is another talk in each place.
 *
 * <p>For one run, by one thread.
 */
final class SameStories {
    private final List<List<Weighed>> stories = new ArrayList<>();
    private final Map<String, Integer> byLine = new HashMap<>();
    private final Map<String, Integer> byLeadingLine = new HashMap<>();
    private final Map<String, Integer> byPart = new HashMap<>();
    private final Map<String, List<Moved>> byBag = new HashMap<>();

    private record Moved(Headline headline, int story) {}

    private SameStories() {}

    /**
     * @param inPrintOrder entries by {@link Weighed#PRINT_ORDER}
     * @return each story's entries in print order; the stories stand in print order of their first entries
     */
    static List<List<Weighed>> of(List<Weighed> inPrintOrder) {
        Map<String, List<Weighed>> byKey = new LinkedHashMap<>();
        inPrintOrder.forEach(weighed ->
                byKey.computeIfAbsent(weighed.key(), key -> new ArrayList<>()).add(weighed));
        SameStories same = new SameStories();
        byKey.values().forEach(same::add);
        same.stories.forEach(story -> story.sort(Weighed.PRINT_ORDER));
        return same.stories;
    }

    private void add(List<Weighed> sameKey) {
        Set<Headline> headlines = new HashSet<>();
        for (Weighed weighed : sameKey) {
            Headline headline = Headline.of(weighed.filed());
            if (headline.tells() && !weighed.entry().complete()) {
                headlines.add(headline);
            }
        }
        // The earliest story wins where an entry is like several.
        TreeSet<Integer> known = new TreeSet<>();
        headlines.forEach(headline -> find(headline, known));
        boolean leads = known.isEmpty();
        int story = leads ? stories.size() : known.first();
        if (leads) {
            stories.add(new ArrayList<>());
        }
        stories.get(story).addAll(sameKey);
        headlines.forEach(headline -> remember(headline, story, leads));
    }

    private void find(Headline headline, Set<Integer> known) {
        String line = headline.line();
        Integer equal = byLine.get(line);
        if (equal != null) {
            known.add(equal);
        }
        if (!headline.comparable()) {
            return;
        }
        Integer longer = byPart.get(line);
        if (longer != null) {
            known.add(longer);
        }
        for (String part : headline.parts()) {
            Integer shorter = byLeadingLine.get(part);
            if (shorter != null) {
                known.add(shorter);
            }
        }
        byBag.getOrDefault(headline.bag(), List.of()).stream()
                .filter(moved -> headline.isMoved(moved.headline()))
                .forEach(moved -> known.add(moved.story()));
    }

    private void remember(Headline headline, int story, boolean leads) {
        byLine.putIfAbsent(headline.line(), story);
        if (leads && headline.comparable()) {
            byLeadingLine.putIfAbsent(headline.line(), story);
            headline.parts().forEach(part -> byPart.putIfAbsent(part, story));
            byBag.computeIfAbsent(headline.bag(), bag -> new ArrayList<>(1)).add(new Moved(headline, story));
        }
    }
}
