package press.parallel.auditor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import press.parallel.Decision;
import press.parallel.Edition;
import press.parallel.GlassBox;
import press.parallel.RunSheet;
import press.parallel.Section;
import press.parallel.Verdict;

/**
 * Opens the glass box: what went into an edition, what came out, and by how much each story was in or out. Every number follows from the
 * editor's decisions alone.
 *
 * <p>Without state, safe for use by many threads.
 */
@RegisterForReflection
public final class Accounts {
    /** As many stories on either side of a section's edge are shown. */
    static final int AT_THE_EDGE = 3;

    private final List<Section> sections;

    /** @param sections in print order */
    public Accounts(List<Section> sections) {
        this.sections = List.copyOf(sections);
    }

    /** The edition with its glass box. */
    public Edition open(Edition edition, RunSheet sheet) {
        return edition.with(of(sheet.decisions()));
    }

    /**
     * What the decisions of one edition add up to.
     *
     * @param decisions in the order they were made: of equal scores the one that was weighed first comes first
     */
    public GlassBox of(List<Decision> decisions) {
        return new GlassBox(
                vitals(decisions),
                verdicts(decisions),
                sources(decisions, Decision::feed, Decision::feedTitle, Decision::feed),
                sources(decisions, Decision::domain, Decision::domain, decision -> ""),
                sections.stream().map(section -> bubble(section, decisions)).toList());
    }

    private static GlassBox.Vitals vitals(List<Decision> decisions) {
        int scanned = decisions.size();
        int fresh = (int) decisions.stream()
                .filter(decision -> decision.verdict() != Verdict.TOO_OLD)
                .count();
        int printed = (int) decisions.stream().filter(Accounts::isPrinted).count();
        return new GlassBox.Vitals(scanned, fresh, printed, scanned == 0 ? 0 : (scanned - printed) / (double) scanned);
    }

    private static boolean isPrinted(Decision decision) {
        return decision.verdict() == Verdict.PRINTED;
    }

    private static Map<String, Integer> verdicts(List<Decision> decisions) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            int count = (int) decisions.stream()
                    .filter(decision -> decision.verdict() == verdict)
                    .count();
            if (count > 0) {
                counts.put(verdict.words(), count);
            }
        }
        return counts;
    }

    /** An entry without a key, as one whose link has no domain, counts for no source, but among the entries scanned all the same. */
    private static List<GlassBox.Source> sources(
            List<Decision> decisions,
            Function<Decision, String> key,
            Function<Decision, String> name,
            Function<Decision, String> link) {
        long printed = decisions.stream().filter(Accounts::isPrinted).count();
        Map<String, List<Decision>> byKey =
                decisions.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        byKey.remove("");
        List<GlassBox.Source> sources = new ArrayList<>();
        byKey.values().forEach(own -> {
            int ownPrinted = (int) own.stream().filter(Accounts::isPrinted).count();
            double input = own.size() / (double) decisions.size();
            double output = printed == 0 ? 0 : ownPrinted / (double) printed;
            sources.add(new GlassBox.Source(
                    name.apply(own.get(0)),
                    link.apply(own.get(0)),
                    own.size(),
                    ownPrinted,
                    input,
                    output,
                    output - input));
        });
        sources.sort(Comparator.comparing(GlassBox.Source::printed, Comparator.reverseOrder())
                .thenComparing(GlassBox.Source::scanned, Comparator.reverseOrder())
                .thenComparing(GlassBox.Source::name)
                .thenComparing(GlassBox.Source::link));
        return sources;
    }

    private static GlassBox.Bubble bubble(Section section, List<Decision> decisions) {
        List<Decision> own = decisions.stream()
                .filter(decision -> decision.section().equals(section.id()))
                .toList();
        List<GlassBox.Edge> in = own.stream()
                .filter(Accounts::isPrinted)
                .sorted(Comparator.comparingInt(Decision::rank))
                .map(Accounts::edge)
                .toList();
        List<GlassBox.Edge> out = own.stream()
                .filter(decision -> decision.verdict() == Verdict.OVER_THE_SIZE
                        || decision.verdict() == Verdict.OVER_THE_SHARE
                        || decision.verdict() == Verdict.BELOW_THE_FLOOR)
                .sorted(Comparator.comparing(Decision::score, Comparator.reverseOrder()))
                .limit(AT_THE_EDGE)
                .map(Accounts::edge)
                .toList();
        return new GlassBox.Bubble(
                section.id(),
                section.title(),
                section.minScore(),
                in.subList(Math.max(0, in.size() - AT_THE_EDGE), in.size()),
                out);
    }

    private static GlassBox.Edge edge(Decision decision) {
        return new GlassBox.Edge(
                decision.title(),
                decision.link(),
                decision.feedTitle(),
                decision.score(),
                decision.verdict(),
                decision.rank());
    }
}
