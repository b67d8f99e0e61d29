package press.parallel.editor;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import press.parallel.Decision;
import press.parallel.Entry;
import press.parallel.FiledEntry;
import press.parallel.Section;
import press.parallel.Story;

/**
 * One story that wants to be printed.
 *
 * @param leader the best entry, whose words are printed
 * @param others who else tells it, best first
 * @param domain registrable domain of the leader's link
 * @param parts of the score: the leader's, and what the other feeds add
 * @param sum what they add up to; may be below zero
 */
record Candidate(Weighed leader, List<Weighed> others, String domain, Map<String, Long> parts, long sum) {
    /**
     * @param story best first
     * @param domainOf registrable domain of an address
     */
    static Candidate of(List<Weighed> story, Weights weights, Function<URI, String> domainOf) {
        Weighed leader = story.get(0);
        List<Weighed> others = story.subList(1, story.size());
        long feeds = others.stream()
                .map(other -> other.filed().feed())
                .filter(feed -> !feed.equals(leader.filed().feed()))
                .distinct()
                .count();
        Map<String, Long> parts = leader.parts();
        long alsoIn = feeds * Weights.inPoints(weights.alsoIn());
        if (alsoIn != 0) {
            parts.put("also in " + feeds + (feeds == 1 ? " feed" : " feeds"), alsoIn);
        }
        return new Candidate(leader, others, domainOf.apply(leader.entry().link()), parts, leader.sum() + alsoIn);
    }

    /** The score: the sum, or 0. */
    long score() {
        return Math.max(0, sum);
    }

    /** See {@link Decision#standing(Map)}. */
    long standing() {
        return Decision.standing(parts);
    }

    /** Every entry, the leader first. */
    List<Weighed> all() {
        List<Weighed> all = new ArrayList<>();
        all.add(leader);
        all.addAll(others);
        return all;
    }

    /**
     * The story at its place in the paper; {@code alsoIn} names the other feeds by their titles. Statistics are the largest of all, and a
     * discussion that only another entry knows is linked too.
     */
    Story story(Section section, int rank) {
        Map<String, Story.AlsoIn> alsoIn = new LinkedHashMap<>();
        for (Weighed other : others) {
            Entry entry = other.entry();
            alsoIn.putIfAbsent(
                    other.filed().feed() + " " + entry.link(),
                    new Story.AlsoIn(other.filed().feedTitle(), entry.title(), entry.link()));
        }
        long points =
                all().stream().mapToLong(one -> one.entry().points()).max().orElse(0);
        long comments =
                all().stream().mapToLong(one -> one.entry().comments()).max().orElse(0);
        URI discussion = all().stream()
                .map(one -> one.entry().commentsLink())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        FiledEntry filed = leader.filed();
        return new Story(
                new FiledEntry(
                        leader.entry()
                                .withStatistics(points, comments)
                                .withCompany(discussion, leader.entry().image()),
                        filed.feed(),
                        filed.feedTitle(),
                        filed.section(),
                        filed.firstSeen(),
                        filed.assessment()),
                section.id(),
                rank,
                score(),
                parts,
                filed.assessment().words(),
                List.copyOf(alsoIn.values()));
    }
}
