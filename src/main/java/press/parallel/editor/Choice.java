package press.parallel.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import press.parallel.Section;
import press.parallel.Verdict;

/**
 * Fills one section: the best stories that reach its floor, no more than its size, of one domain no more than its share, and of so many
 * domains at least as the rules want, where there are so many. For one choice, by one thread.
 */
final class Choice {
    private final Section section;
    private final int minSources;
    /** By identity: a candidate's own hash reads every text of its story. */
    private final Map<Candidate, Verdict> verdicts = new IdentityHashMap<>();

    /** What became of a candidate. */
    record Decided(Candidate candidate, Verdict verdict) {}

    /** @param minSources different domains at least */
    Choice(Section section, int minSources) {
        this.section = section;
        this.minSources = minSources;
    }

    /**
     * @param candidates of this section that are not decided yet
     * @return what became of each, best first
     */
    List<Decided> of(List<Candidate> candidates) {
        List<Candidate> eligible = new ArrayList<>();
        Set<String> domains = new LinkedHashSet<>();
        List<Candidate> bestFirst = candidates.stream().sorted(BEST_FIRST).toList();
        for (Candidate candidate : bestFirst) {
            if (candidate.sum() < 0) {
                verdicts.put(candidate, Verdict.BURIED);
            } else if (candidate.score() < section.minScore()) {
                verdicts.put(candidate, Verdict.BELOW_THE_FLOOR);
            } else {
                verdicts.put(candidate, Verdict.OVER_THE_SIZE);
                eligible.add(candidate);
                domains.add(candidate.domain());
            }
        }
        fill(eligible, section.share().most(section.size(), domains.size()));
        vary(eligible, Math.min(minSources, domains.size()));
        return bestFirst.stream()
                .map(candidate -> new Decided(candidate, Objects.requireNonNull(verdicts.get(candidate))))
                .toList();
    }

    /** Of one score the leaders decide, so that the order never depends on chance. */
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(
                    Candidate::sum, Comparator.reverseOrder())
            .thenComparing(Candidate::leader, Weighed.PRINT_ORDER);

    private void fill(List<Candidate> eligible, int most) {
        Map<String, Integer> ofDomain = new HashMap<>();
        int printed = 0;
        for (Candidate candidate : eligible) {
            if (printed == section.size()) {
                return;
            }
            if (ofDomain.merge(candidate.domain(), 1, Integer::sum) > most) {
                verdicts.put(candidate, Verdict.OVER_THE_SHARE);
            } else {
                verdicts.put(candidate, Verdict.PRINTED);
                printed++;
            }
        }
    }

    /** While too few domains are in, the last story of one that has several gives way to the best of one that has none. */
    private void vary(List<Candidate> eligible, int wanted) {
        while (true) {
            Map<String, Integer> in = new HashMap<>();
            eligible.stream()
                    .filter(candidate -> verdicts.get(candidate) == Verdict.PRINTED)
                    .forEach(candidate -> in.merge(candidate.domain(), 1, Integer::sum));
            if (in.size() >= Math.min(wanted, section.size())) {
                return;
            }
            Candidate newcomer = eligible.stream()
                    .filter(candidate -> !in.containsKey(candidate.domain()))
                    .findFirst()
                    .orElse(null);
            Candidate leaving = null;
            for (Candidate candidate : eligible) {
                if (verdicts.get(candidate) == Verdict.PRINTED && in.getOrDefault(candidate.domain(), 0) > 1) {
                    leaving = candidate;
                }
            }
            if (newcomer == null || leaving == null) {
                return;
            }
            verdicts.put(leaving, Verdict.OVER_THE_SHARE);
            verdicts.put(newcomer, Verdict.PRINTED);
        }
    }
}
