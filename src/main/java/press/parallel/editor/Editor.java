package press.parallel.editor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.parallel.Assessment;
import press.parallel.Decision;
import press.parallel.Desk;
import press.parallel.Entry;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FiledEntry;
import press.parallel.RunSheet;
import press.parallel.Section;
import press.parallel.Statistics;
import press.parallel.Story;
import press.parallel.Verdict;

/**
 * Chooses the day's stories: the best of each section, each story once, whatever the number of feeds that tell it.
 *
 * <p>The same desk and hour give the same run sheet, in whatever order the entries arrive. Without state, so any number of threads may use
 * one. The time grows with the number of entries.
 */
@RegisterForReflection
public final class Editor {
    /** Newest first; of one moment the key decides, then the feed. */
    private static final Comparator<FiledEntry> OLD_ORDER = Comparator.comparing(
                    FiledEntry::date, Comparator.reverseOrder())
            .thenComparing(filed -> filed.entry().key())
            .thenComparing(FiledEntry::feed)
            .thenComparing(filed -> filed.entry().title());

    private final Rules rules;
    private final List<Section> sections;
    private final Function<URI, String> domainOf;
    private final Assessor assessor;

    /**
     * By what the editor chooses.
     *
     * @param sections of the paper, in print order
     * @param policies in the order they are explained
     * @param minSources different domains that a section has at least, where there are so many
     */
    public record Rules(List<Section> sections, Weights weights, List<Policy> policies, Repeat repeat, int minSources) {
        public Rules {
            sections = List.copyOf(sections);
            policies = List.copyOf(policies);
        }
    }

    /** @param domainOf registrable domain of an address */
    public Editor(Rules rules, Function<URI, String> domainOf) {
        this.rules = rules;
        this.sections = rules.sections();
        this.domainOf = domainOf;
        this.assessor = new Assessor(sections, rules.weights(), rules.policies());
    }

    /** Fingerprint of what an assessment depends on besides the entry and its feed. */
    public String rules() {
        return assessor.rules();
    }

    // ---------------------------------------------------------------- what entries are worth by themselves

    /**
     * Assesses what a feed offers: the entries that are new, whose statistics have changed, or that were assessed by other rules.
     *
     * @param known entries of this feed that are filed already, with the largest statistics that it ever gave; their texts are not read
     * @return by key, only what changes
     */
    public Map<String, Assessment> assess(Feed feed, FeedContent content, List<FiledEntry> known) {
        Map<String, FiledEntry> filed = new HashMap<>();
        known.forEach(entry -> filed.put(entry.entry().key(), entry));
        Map<String, Entry> all = new LinkedHashMap<>();
        known.forEach(entry -> all.put(entry.entry().key(), entry.entry()));
        content.entries().forEach(entry -> all.merge(entry.key(), entry, Editor::larger));
        Statistics statistics = Statistics.of(all.values());
        Map<String, Assessment> assessed = new LinkedHashMap<>();
        for (Entry entry : content.entries()) {
            Entry now = larger(entry, all.getOrDefault(entry.key(), entry));
            if (!assessed.containsKey(entry.key()) && !stands(filed.get(entry.key()), now)) {
                assessed.put(
                        entry.key(),
                        assessor.assess(now, feed.address().toString(), content.title(), feed.section(), statistics));
            }
        }
        return assessed;
    }

    private boolean stands(@Nullable FiledEntry before, Entry now) {
        return before != null
                && isCurrent(before)
                && before.entry().points() == now.points()
                && before.entry().comments() == now.comments();
    }

    private boolean isCurrent(FiledEntry filed) {
        return filed.isAssessedBy(rules());
    }

    /** The second one, with the larger statistics of both. */
    private static Entry larger(Entry one, Entry other) {
        return other.withStatistics(Math.max(one.points(), other.points()), Math.max(one.comments(), other.comments()));
    }

    /** Fresh entries whose assessment was made by other rules, assessed anew. */
    public List<FiledEntry> assessAgain(Desk desk) {
        return desk.fresh().stream()
                .filter(filed -> !isCurrent(filed))
                .map(filed -> assessed(filed, desk))
                .toList();
    }

    private FiledEntry assessed(FiledEntry filed, Desk desk) {
        if (isCurrent(filed)) {
            return filed;
        }
        Statistics statistics = desk.statistics().getOrDefault(filed.feed(), Statistics.NONE);
        return filed.with(assessor.assess(filed.entry(), filed.feed(), filed.feedTitle(), filed.section(), statistics));
    }

    /** The policies by name, and what each says, so that it can be told since when it says so. */
    public Map<String, String> policies() {
        Map<String, String> policies = new LinkedHashMap<>();
        rules.policies().forEach(policy -> policies.put(policy.name(), policy.toString()));
        return policies;
    }

    /** Names of the policies that fit a fresh entry. */
    public Set<String> matched(Desk desk) {
        Set<String> matched = new HashSet<>();
        desk.fresh().forEach(filed -> matched.addAll(filed.assessment().policies()));
        return matched;
    }

    // ---------------------------------------------------------------- the choice

    /**
     * Chooses what to print. Of several entries for one story the best leads; the others stand in its {@code alsoIn}.
     *
     * @param now the present, from the press's clock
     * @return the stories in print order, and one decision for each key
     */
    public RunSheet choose(Desk desk, Instant now) {
        List<Weighed> weighed = desk.fresh().stream()
                .map(filed -> weigh(assessed(filed, desk), now))
                .sorted(Weighed.PRINT_ORDER)
                .toList();
        List<Story> stories = new ArrayList<>();
        Map<String, Decision> decisions = new LinkedHashMap<>();
        if (sections.isEmpty()) {
            weighed.forEach(one -> decisions.putIfAbsent(one.key(), decision(one, Verdict.NO_SECTION, "")));
        } else {
            layOut(weighed, desk.printed(), stories, decisions);
        }
        desk.old().stream()
                .sorted(OLD_ORDER)
                .forEach(filed -> decisions.putIfAbsent(filed.entry().key(), tooOld(filed)));
        return new RunSheet(stories, List.copyOf(decisions.values()), desk.scanned(), desk.freshEntries());
    }

    /**
     * Chooses ahead, while feeds are still out: the stories that will most likely be printed whatever those bring, so that their texts can
     * be fetched meanwhile. A section keeps back as many places as its feeds that are still out would fill if they were as fruitful as
     * those that are in; a section none of whose feeds is out keeps no place back.
     *
     * @param desk as for {@link #choose}
     * @param stillOut feeds without an answer; one without section counts for every section
     * @param now the present, from the press's clock
     * @return in print order; ranks are those of the choice without the feeds still out
     */
    public List<Story> certain(Desk desk, List<Feed> stillOut, Instant now) {
        List<Story> chosen = choose(desk, now).stories();
        if (stillOut.isEmpty()) {
            return chosen;
        }
        Set<String> out = new HashSet<>();
        stillOut.forEach(feed -> out.add(feed.address().toString()));
        Map<String, Set<String>> in = new HashMap<>();
        for (FiledEntry filed : desk.fresh()) {
            if (!out.contains(filed.feed())) {
                in.computeIfAbsent(filed.assessment().section(), id -> new HashSet<>())
                        .add(filed.feed());
            }
        }
        List<Story> certain = new ArrayList<>();
        for (Section section : sections) {
            List<Story> here = chosen.stream()
                    .filter(story -> story.section().equals(section.id()))
                    .toList();
            long feedsOut =
                    stillOut.stream().filter(feed -> mayFill(section, feed)).count();
            long keptBack = keptBack(
                    feedsOut,
                    here.size(),
                    in.getOrDefault(section.id(), Set.of()).size());
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

    private Weighed weigh(FiledEntry filed, Instant now) {
        return Weighed.of(filed, assessor.finder().place(filed.assessment().section()), rules.weights(), now);
    }

    /** Fills the sections with stories and says of each fresh entry what became of it. */
    private void layOut(
            List<Weighed> weighed,
            Map<String, Desk.Before> printed,
            List<Story> stories,
            Map<String, Decision> decisions) {
        List<List<Candidate>> pages = sections.stream()
                .<List<Candidate>>map(section -> new ArrayList<>())
                .toList();
        for (List<Weighed> story : SameStories.of(weighed)) {
            Candidate candidate = Candidate.of(story, rules.weights(), domainOf);
            Desk.Before before = before(candidate, printed);
            if (before != null && !rules.repeat().allows(before, candidate.standing())) {
                decide(decisions, candidate, Verdict.PRINTED_BEFORE, 0, before.edition());
            } else {
                pages.get(candidate.leader().section()).add(candidate);
            }
        }
        for (int place = 0; place < sections.size(); place++) {
            Section section = sections.get(place);
            int rank = 0;
            for (Choice.Decided each : new Choice(section, rules.minSources()).of(pages.get(place))) {
                boolean isPrinted = each.verdict() == Verdict.PRINTED;
                if (isPrinted) {
                    rank++;
                    stories.add(each.candidate().story(section, rank));
                }
                decide(decisions, each.candidate(), each.verdict(), isPrinted ? rank : 0, "");
            }
        }
    }

    /** The edition that printed this story, whichever entry led it there; of several the one where it stood highest. */
    private static Desk.@Nullable Before before(Candidate candidate, Map<String, Desk.Before> printed) {
        Desk.Before highest = null;
        for (Weighed one : candidate.all()) {
            Desk.Before before = printed.get(one.key());
            if (before != null && (highest == null || before.standing() > highest.standing())) {
                highest = before;
            }
        }
        return highest;
    }

    // ---------------------------------------------------------------- the rows of the glass box

    private void decide(
            Map<String, Decision> decisions, Candidate candidate, Verdict verdict, int rank, String detail) {
        String key = candidate.leader().key();
        decisions.put(
                key, row(candidate.leader().filed(), candidate.score(), candidate.parts(), verdict, rank, detail));
        for (Weighed other : candidate.others()) {
            decisions.putIfAbsent(other.key(), decision(other, Verdict.MERGED, key));
        }
    }

    private Decision decision(Weighed one, Verdict verdict, String detail) {
        return row(one.filed(), Math.max(0, one.sum()), one.parts(), verdict, 0, detail);
    }

    private Decision tooOld(FiledEntry filed) {
        return row(filed, 0, Map.of(), Verdict.TOO_OLD, 0, "");
    }

    private Decision row(
            FiledEntry filed, long score, Map<String, Long> parts, Verdict verdict, int rank, String detail) {
        Entry entry = filed.entry();
        return new Decision(
                entry.key(),
                entry.title(),
                entry.link(),
                filed.feed(),
                filed.feedTitle(),
                domainOf.apply(entry.link()),
                filed.date(),
                filed.assessment().section(),
                filed.assessment().words(),
                score,
                parts,
                verdict,
                rank,
                detail);
    }
}
