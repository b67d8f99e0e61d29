package press.parallel.editor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import press.parallel.Assessment;
import press.parallel.Decision;
import press.parallel.Entry;
import press.parallel.Section;
import press.parallel.Statistics;

/**
 * Says what an entry is worth by itself: its section, and the parts of its score that neither the hour nor other feeds change. Immutable.
 *
 * <p>Points and comments count by their rank among those of the same feed: the best of a forum of millions and the best of a small one are
 * worth the same, and an average one is worth as much as any entry of a feed without statistics.
 */
final class Assessor {
    private final SectionFinder finder;
    private final List<Section> sections;
    private final Weights weights;
    private final List<Opinion> opinions;
    private final String rules;

    /** A policy with its phrases made ready. */
    private record Opinion(Policy policy, Phrases phrases, Phrases authors) {}

    Assessor(List<Section> sections, Weights weights, List<Policy> policies) {
        this.sections = List.copyOf(sections);
        this.finder = new SectionFinder(sections);
        this.weights = weights;
        this.opinions = policies.stream()
                .map(policy -> new Opinion(policy, new Phrases(policy.phrases()), new Phrases(policy.authors())))
                .toList();
        this.rules = fingerprint(sections, weights, policies);
    }

    /** Changes with everything that an assessment depends on, besides the entry and its feed's statistics. */
    String rules() {
        return rules;
    }

    SectionFinder finder() {
        return finder;
    }

    /**
     * @param feed address of the feed
     * @param feedTitle its name
     * @param section id of the section that lists it
     * @param statistics of the feed's entries
     */
    Assessment assess(Entry entry, String feed, String feedTitle, String section, Statistics statistics) {
        Reading reading = new Reading(entry);
        SectionFinder.Found found = finder.find(reading, section);
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("base", Weights.inPoints(weights.base()));
        if (statistics.isDynamic()) {
            parts.put("points", Weights.inPoints(weights.points() * statistics.pointsRank(entry.points())));
            parts.put("comments", Weights.inPoints(weights.comments() * statistics.commentsRank(entry.comments())));
        } else {
            parts.put("static source", Weights.inPoints(weights.staticBoost()));
        }
        parts.put(
                "place in feed",
                Weights.inPoints(weights.place() * Math.pow(0.5, entry.position() / (double) Weights.PLACES)));
        List<String> matched = new ArrayList<>();
        for (Opinion opinion : opinions) {
            if (fits(opinion, reading, feed, feedTitle)) {
                matched.add(opinion.policy.name());
                parts.put(Decision.POLICY + opinion.policy.name(), Weights.inPoints(opinion.policy.boost()));
            }
        }
        parts.values().removeIf(value -> value == 0);
        String id = found.place() < 0 ? "" : sections.get(found.place()).id();
        return new Assessment(Assessment.rules(rules, section), id, found.words(), parts, matched);
    }

    private static boolean fits(Opinion opinion, Reading reading, String feed, String feedTitle) {
        Policy policy = opinion.policy;
        if (!policy.phrases().isEmpty() && !opinion.phrases.standIn(reading.text())) {
            return false;
        }
        if (!policy.feeds().isEmpty()
                && policy.feeds().stream().noneMatch(name -> name.equals(feed) || name.equalsIgnoreCase(feedTitle))) {
            return false;
        }
        if (!policy.domains().isEmpty()
                && policy.domains().stream().noneMatch(domain -> isAt(reading.entry(), domain))) {
            return false;
        }
        if (!policy.authors().isEmpty()
                && !opinion.authors.standIn(
                        Phrases.Text.of(List.of(reading.entry().author())))) {
            return false;
        }
        if (policy.shorterThan() < 0 && policy.longerThan() < 0) {
            return true;
        }
        int words = reading.words();
        return (policy.shorterThan() < 0 || words < policy.shorterThan())
                && (policy.longerThan() < 0 || words > policy.longerThan());
    }

    private static boolean isAt(Entry entry, String domain) {
        String host = entry.link().getHost();
        if (host == null) {
            return false;
        }
        String there = host.toLowerCase(Locale.ROOT);
        String wanted = domain.toLowerCase(Locale.ROOT);
        return there.equals(wanted) || there.endsWith("." + wanted);
    }

    private static String fingerprint(List<Section> sections, Weights weights, List<Policy> policies) {
        StringBuilder all = new StringBuilder().append(weights);
        sections.forEach(section -> all.append('\n').append(section.id()).append(section.keywords()));
        policies.forEach(policy -> all.append('\n').append(policy));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
