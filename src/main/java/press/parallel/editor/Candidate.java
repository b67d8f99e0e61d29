package press.parallel.editor;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.parallel.Entry;
import press.parallel.FiledEntry;
import press.parallel.Section;
import press.parallel.Story;

/**
 * One story that wants to be printed.
 *
 * @param leader the entry whose words are printed, with the statistics of the whole story
 * @param others who else tells it, in print order
 * @param score what all of them are worth together; its total is also the leader's
 */
record Candidate(Weighed leader, List<Weighed> others, Score score) {
    /**
     * The first in print order leads whose section would print the story; the first of all when none would. Statistics are the largest of
     * all, and a discussion that only another entry knows is linked too.
     */
    static Candidate of(List<Weighed> story, List<Section> sections) {
        long points =
                story.stream().mapToLong(one -> one.entry().points()).max().orElse(0);
        long comments =
                story.stream().mapToLong(one -> one.entry().comments()).max().orElse(0);
        Score score = Score.of(points, comments);
        Weighed first = story.stream()
                .filter(one -> score.total() >= sections.get(one.section()).minScore())
                .findFirst()
                .orElse(story.get(0));
        List<Weighed> others = story.stream().filter(one -> one != first).toList();
        URI discussion = first.entry().commentsLink();
        if (discussion == null) {
            discussion = others.stream()
                    .map(other -> other.entry().commentsLink())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        FiledEntry filed = first.filed();
        Entry entry = with(first.entry(), discussion, points, comments);
        FiledEntry whole = new FiledEntry(entry, filed.feed(), filed.feedTitle(), filed.section(), filed.firstSeen());
        return new Candidate(new Weighed(whole, first.section(), first.date(), score.total()), others, score);
    }

    /** The story at its place in the paper; {@code alsoIn} names the other feeds by their titles. */
    Story story(Section section, int rank) {
        Map<String, Story.AlsoIn> alsoIn = new LinkedHashMap<>();
        for (Weighed other : others) {
            Entry entry = other.entry();
            alsoIn.putIfAbsent(
                    other.filed().feed() + " " + entry.link(),
                    new Story.AlsoIn(other.filed().feedTitle(), entry.title(), entry.link()));
        }
        return new Story(
                leader.filed(), section.id(), rank, score.total(), score.breakdown(), List.copyOf(alsoIn.values()));
    }

    private static Entry with(Entry entry, @Nullable URI commentsLink, long points, long comments) {
        return new Entry(
                entry.key(),
                entry.link(),
                commentsLink,
                entry.id(),
                entry.title(),
                entry.author(),
                entry.published(),
                entry.updated(),
                entry.summary(),
                entry.content(),
                entry.categories(),
                points,
                comments,
                entry.enclosure(),
                entry.image(),
                entry.complete(),
                entry.position());
    }
}
