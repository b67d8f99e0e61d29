package press.parallel.editor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.parallel.Decision;
import press.parallel.Feed;
import press.parallel.FiledEntry;
import press.parallel.RunSheet;
import press.parallel.Section;
import press.parallel.Story;

/**
 * Chooses the day's stories: newest first in each section, each story once, whatever the number of feeds that tell it.
 *
 * <p>The same entries give the same run sheet in whatever order they arrive. Without state, so any number of threads may use one.
 * The time grows with the number of entries: 100,000 take a few seconds.
 */
@RegisterForReflection
public final class Editor {
    private final List<Section> sections;
    private final Duration window;
    private final SectionFinder finder;

    /**
     * @param sections of the paper, in print order
     * @param window how old a story may be
     */
    public Editor(List<Section> sections, Duration window) {
        this.sections = List.copyOf(sections);
        this.window = window;
        this.finder = new SectionFinder(this.sections);
    }

    /**
     * Chooses what to print. Of several entries for one story the one that comes first in the paper leads, with the largest
     * statistics of all; the others stand in its {@code alsoIn}.
     *
     * @param entries what lies in the newsroom: one for each feed that carries an entry
     * @param now the present, from the press's clock
     * @return the stories in print order, and one decision for each key
     */
    public RunSheet choose(List<FiledEntry> entries, Instant now) {
        Instant oldest = now.minus(window);
        List<Weighed> weighed =
                entries.stream().map(this::weigh).sorted(Weighed.PRINT_ORDER).toList();
        List<Weighed> fresh =
                weighed.stream().filter(entry -> !entry.date().isBefore(oldest)).toList();
        List<Story> stories = new ArrayList<>();
        Map<String, Decision> decisions = new LinkedHashMap<>();
        if (sections.isEmpty()) {
            fresh.forEach(entry -> decide(decisions, entry, "no section"));
        } else {
            layOut(fresh, stories, decisions);
        }
        weighed.forEach(entry -> decide(decisions, entry, "too old"));
        return new RunSheet(stories, List.copyOf(decisions.values()), entries.size(), fresh.size());
    }

    /**
     * Chooses ahead, while feeds are still out: the stories that will most likely be printed whatever those bring, so that their texts can
     * be fetched meanwhile. A section keeps back as many places as its feeds that are still out would fill if they were as fruitful as
     * those that are in; a section none of whose feeds is out keeps no place back.
     *
     * @param entries as for {@link #choose}
     * @param stillOut feeds without an answer; one without section counts for every section
     * @param now the present, from the press's clock
     * @return in print order; ranks are those of the choice without the feeds still out
     */
    public List<Story> certain(List<FiledEntry> entries, List<Feed> stillOut, Instant now) {
        List<Story> chosen = choose(entries, now).stories();
        if (stillOut.isEmpty()) {
            return chosen;
        }
        Set<String> out = new HashSet<>();
        stillOut.forEach(feed -> out.add(feed.address().toString()));
        Map<Integer, Set<String>> in = new LinkedHashMap<>();
        for (FiledEntry filed : entries) {
            if (!out.contains(filed.feed())) {
                in.computeIfAbsent(finder.place(filed), place -> new HashSet<>())
                        .add(filed.feed());
            }
        }
        List<Story> certain = new ArrayList<>();
        for (int place = 0; place < sections.size(); place++) {
            Section section = sections.get(place);
            List<Story> here = chosen.stream()
                    .filter(story -> story.section().equals(section.id()))
                    .toList();
            long feedsOut =
                    stillOut.stream().filter(feed -> mayFill(section, feed)).count();
            long keptBack = keptBack(
                    feedsOut, here.size(), in.getOrDefault(place, Set.of()).size());
            certain.addAll(here.subList(0, (int) Math.min(here.size(), Math.max(0, section.size() - keptBack))));
        }
        return certain;
    }

    private boolean mayFill(Section section, Feed feed) {
        return feed.section().equals(section.id())
                || sections.stream().noneMatch(known -> known.id().equals(feed.section()));
    }

    /** Feeds out times stories for each feed that is in, rounded; every place when no feed is in to judge by. */
    private static long keptBack(long feedsOut, long stories, long feedsIn) {
        if (feedsOut == 0) {
            return 0;
        }
        return feedsIn == 0 ? Integer.MAX_VALUE : (2 * feedsOut * stories + feedsIn) / (2 * feedsIn);
    }

    private Weighed weigh(FiledEntry filed) {
        return new Weighed(
                filed,
                finder.place(filed),
                filed.date(),
                Score.of(filed.entry()).total());
    }

    /** Fills the sections with stories and says of each fresh entry what became of it. */
    private void layOut(List<Weighed> fresh, List<Story> stories, Map<String, Decision> decisions) {
        List<List<Candidate>> pages = sections.stream()
                .<List<Candidate>>map(section -> new ArrayList<>())
                .toList();
        for (List<Weighed> story : SameStories.of(fresh)) {
            Candidate candidate = Candidate.of(story, sections);
            pages.get(candidate.leader().section()).add(candidate);
        }
        for (int place = 0; place < sections.size(); place++) {
            Section section = sections.get(place);
            int rank = 0;
            List<Candidate> page = pages.get(place);
            page.sort(Comparator.comparing(Candidate::leader, Weighed.NEWEST_FIRST));
            for (Candidate candidate : page) {
                String verdict = "printed";
                if (candidate.leader().score() < section.minScore()) {
                    verdict = "below the floor";
                } else if (rank >= section.size()) {
                    verdict = "over the size";
                } else {
                    rank++;
                    stories.add(candidate.story(section, rank));
                }
                decide(decisions, candidate, section, verdict, "printed".equals(verdict) ? rank : 0);
            }
        }
    }

    private void decide(
            Map<String, Decision> decisions, Candidate candidate, Section section, String verdict, int rank) {
        String key = candidate.leader().key();
        decisions.put(key, new Decision(key, section.id(), candidate.leader().score(), verdict, rank, ""));
        for (Weighed other : candidate.others()) {
            decisions.putIfAbsent(
                    other.key(),
                    new Decision(other.key(), sections.get(other.section()).id(), other.score(), "merged", 0, key));
        }
    }

    private void decide(Map<String, Decision> decisions, Weighed entry, String verdict) {
        String section = sections.isEmpty() ? "" : sections.get(entry.section()).id();
        decisions.putIfAbsent(entry.key(), new Decision(entry.key(), section, entry.score(), verdict, 0, ""));
    }
}
