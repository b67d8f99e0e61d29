package press.parallel.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings together entries that tell the same story: equal keys, and tellings of one event within 48 hours, in whatever words. The
 * earliest in print order leads. Nearness is always measured from the leader, so that no chain of small changes joins two stories;
 * only an entry whose headline or page is the very one of a member follows that member.
 *
 * <p>Three steps. {@link Telling} makes words of title and lead. {@link Sketch} and {@link Shelves} find for each entry the few earlier leaders
 * that may tell the same: MinHash with banding (Broder 1997; Leskovec, Rajaraman, Ullman, <i>Mining of Massive Datasets</i>, chapter 3),
 * words drawn by rarity. {@link Likeness} checks those exactly. Two entries alone and two of 100,000 go the same way; only the rarity of
 * words is known better in a crowd.
 *
 * <p>Each entry costs the same: 96 shelves of at most 16 places are looked at, and at most 16 leaders checked, however many entries
 * there are and however alike. What that costs is said at {@link Shelves}. Ten times as many entries take ten to twelve times as long, and
 * 100,000 need 320 MiB of heap, half of it for the entries themselves.
 *
 * <p>On 400 labelled pairs in fourteen languages 96 % of the pairs it joins are one story, and it finds 86 % of those that are (on the
 * half that it was not fitted to: 96 % and 82 %). What it gets wrong is told in src/docs/decisions/same-story.md.
 *
 * <p>An entry that is a whole text by itself (a Reddit self post) is one story with its own key only: "Daily discussion" is another
 * talk in each place.
 *
 * <p>For one run, by one thread.
 */
final class SameStories {
    /** Print order, and where that leaves two equal, their words: the outcome may not depend on the order of arrival. */
    private static final Comparator<Weighed> ORDER = Weighed.PRINT_ORDER
            .thenComparing(weighed -> weighed.entry().summary())
            .thenComparing(weighed -> weighed.entry().content())
            .thenComparing(weighed -> weighed.entry().link());

    /** A key is told in so many ways at most; feeds that carry one link mostly agree. */
    private static final int WAYS = 4;

    /** The exact check is made with so many of those that were found, the ones found most often. */
    private static final int CHECKED = 16;

    /** What the finds of one telling must be worth, see {@link Shelves#ALONE}: less is two words shared by chance. */
    private static final int LEAST_HITS = 10;

    /** Tellings of all keys in print order; the ways of one key stand together. */
    private final List<Telling> tellings = new ArrayList<>();

    private final Vocabulary words = new Vocabulary();
    private final List<List<Weighed>> stories = new ArrayList<>();
    /** By number of telling. */
    private int[] storyOf = new int[0];

    private int[] hits = new int[0];
    private int[] leaderOf = new int[0];
    private final int[] checked = new int[CHECKED];

    private SameStories() {}

    /**
     * @param inPrintOrder entries by {@link Weighed#PRINT_ORDER}
     * @return each story's entries in print order; the stories stand in print order of their first entries
     */
    static List<List<Weighed>> of(List<Weighed> inPrintOrder) {
        Map<String, List<Weighed>> byKey = new LinkedHashMap<>();
        inPrintOrder.stream()
                .sorted(ORDER)
                .forEach(weighed -> byKey.computeIfAbsent(weighed.key(), key -> new ArrayList<>(1))
                        .add(weighed));
        SameStories same = new SameStories();
        same.bringTogether(List.copyOf(byKey.values()));
        same.stories.forEach(story -> story.sort(ORDER));
        return same.stories;
    }

    /** Whether two entries alone would be one story. */
    static boolean same(Weighed one, Weighed other) {
        return of(List.of(one, other)).size() == 1;
    }

    private void bringTogether(List<List<Weighed>> keys) {
        int[] first = new int[keys.size() + 1];
        for (int key = 0; key < keys.size(); key++) {
            tell(keys.get(key));
            first[key + 1] = tellings.size();
        }
        words.weigh(tellings.size());
        storyOf = new int[tellings.size()];
        hits = new int[tellings.size()];
        leaderOf = new int[keys.size()];
        Search search = new Search();
        for (int key = 0; key < keys.size(); key++) {
            search.place(keys.get(key), first[key], first[key + 1]);
        }
    }

    private void tell(List<Weighed> sameKey) {
        int from = tellings.size();
        for (Weighed weighed : sameKey) {
            if (weighed.entry().complete() || tellings.size() - from == WAYS) {
                continue;
            }
            Telling telling = Telling.of(weighed.filed(), weighed.date().toEpochMilli(), words);
            if (tellings.subList(from, tellings.size()).stream().noneMatch(known -> known.text() == telling.text())) {
                tellings.add(telling);
            }
        }
    }

    /** Goes through the keys in print order; what was placed before is found by its bands and its line. */
    private final class Search implements Shelves.Found {
        private final Shelves byBand = new Shelves((long) tellings.size() * Sketch.BANDS);
        private final Shelves byLine = new Shelves(tellings.size() * 2L);
        private final Sketch sketch = new Sketch(words);
        private final Likeness likeness = new Likeness(words);
        private int[] found = new int[256];
        private int size;
        private int step;

        void place(List<Weighed> entries, int from, int to) {
            long[][] keys = new long[to - from][];
            int best = -1;
            double most = 0;
            for (int number = from; number < to; number++) {
                Telling telling = tellings.get(number);
                keys[number - from] = sketch.of(telling);
                look(telling, keys[number - from]);
                for (int i = 0; i < size; i++) {
                    int other = found[i];
                    if (!isNear(telling, other)) {
                        continue;
                    }
                    double score = likeness.of(tellings.get(other), telling);
                    if (score > most || (score == most && best >= 0 && storyOf[other] < storyOf[best])) {
                        most = score;
                        best = other;
                    }
                }
            }
            int story = best < 0 ? stories.size() : storyOf[best];
            if (best < 0) {
                leaderOf[story] = from;
                stories.add(new ArrayList<>(entries.size()));
            }
            stories.get(story).addAll(entries);
            for (int number = from; number < to; number++) {
                storyOf[number] = story;
                Telling telling = tellings.get(number);
                if (best < 0) {
                    for (long key : keys[number - from]) {
                        byBand.put(key, number);
                    }
                }
                if (best < 0 || tellings.get(best).line() != telling.line()) {
                    byLine.put(telling.line(), number);
                }
                if (telling.number() != 0) {
                    byLine.put(telling.number(), number);
                }
            }
        }

        /** Dates must lie close to the leader's too, whoever was found by its line. */
        private boolean isNear(Telling telling, int other) {
            int leader = leaderOf[storyOf[other]];
            return likeness.isNear(telling, tellings.get(other))
                    && (leader == other || likeness.isNear(telling, tellings.get(leader)));
        }

        private void look(Telling telling, long[] keys) {
            size = 0;
            step = CHECKED;
            byLine.find(telling.line(), this);
            if (telling.number() != 0) {
                byLine.find(telling.number(), this);
            }
            step = 1;
            byBand.fetch(keys);
            for (long key : keys) {
                byBand.find(key, this);
            }
            keepMostOften();
        }

        @Override
        public void take(int number, int worth) {
            if (hits[number] == 0) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                found[size++] = number;
            }
            hits[number] += step * worth;
        }

        private void keepMostOften() {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                int number = found[i];
                if (hits[number] < LEAST_HITS) {
                    continue;
                }
                int at = kept < CHECKED ? kept++ : CHECKED;
                while (at > 0 && isBefore(number, checked[at - 1])) {
                    if (at < CHECKED) {
                        checked[at] = checked[at - 1];
                    }
                    at--;
                }
                if (at < CHECKED) {
                    checked[at] = number;
                }
            }
            for (int i = 0; i < size; i++) {
                hits[found[i]] = 0;
            }
            System.arraycopy(checked, 0, found, 0, kept);
            size = kept;
        }

        private boolean isBefore(int one, int other) {
            return hits[one] != hits[other] ? hits[one] > hits[other] : one < other;
        }
    }
}
