package press.parallel.editor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.parallel.Decision;
import press.parallel.Section;
import press.parallel.Share;
import press.parallel.Verdict;
import press.parallel.Why;

/**
 * Says what became of an entry, and what it would have taken to get in: from the decisions of its edition alone, measured by the rules of
 * today. Immutable.
 */
public final class Reasons {
    private static final String ALSO_IN = "also in ";

    /** Best first, as {@link Choice} has them as far as the decisions tell. */
    private static final Comparator<Decision> BEST_FIRST = Comparator.comparing(
                    Decision::sum, Comparator.reverseOrder())
            .thenComparing(Decision::date, Comparator.reverseOrder())
            .thenComparing(Decision::key);

    private final Editor.Rules rules;
    private final Duration window;

    /**
     * @param rules of today
     * @param window of freshness
     */
    public Reasons(Editor.Rules rules, Duration window) {
        this.rules = rules;
        this.window = window;
    }

    /** What became of one entry, with the edition around it. For one question. */
    private record Case(Decision story, Instant chosen, List<Decision> all, Function<String, List<Decision>> earlier) {
        /** Those who competed for the section's places, best first: good enough, and of a story that was not printed before. */
        List<Decision> eligible() {
            return all.stream()
                    .filter(other -> other.section().equals(story.section()))
                    .filter(other -> other.verdict() == Verdict.PRINTED
                            || other.verdict() == Verdict.OVER_THE_SIZE
                            || other.verdict() == Verdict.OVER_THE_SHARE)
                    .sorted(BEST_FIRST)
                    .toList();
        }

        List<Decision> printed() {
            return eligible().stream()
                    .filter(other -> other.verdict() == Verdict.PRINTED)
                    .toList();
        }

        List<Decision> printedOfItsDomain() {
            return printed().stream()
                    .filter(other -> other.domain().equals(story.domain()))
                    .toList();
        }

        @Nullable
        Decision row(String key) {
            return all.stream()
                    .filter(other -> other.key().equals(key))
                    .findFirst()
                    .orElse(null);
        }

        Case of(Decision other) {
            return new Case(other, chosen, all, earlier);
        }
    }

    /**
     * @param story one of the decisions
     * @param chosen when the edition was chosen
     * @param decisions all of the edition
     * @param earlier the decisions of an earlier edition, by its id; empty when they are forgotten
     */
    public Why of(Decision story, Instant chosen, List<Decision> decisions, Function<String, List<Decision>> earlier) {
        Case asked = new Case(story, chosen, decisions, earlier);
        Decision leader = story.verdict() == Verdict.MERGED ? asked.row(story.detail()) : null;
        List<String> facts = new ArrayList<>();
        long needed = facts(asked, leader, facts);
        return new Why(story, title(story.section()), became(asked), needed, facts, leader);
    }

    // ---------------------------------------------------------------- what became of it

    private String became(Case asked) {
        Decision story = asked.story;
        String section = title(story.section());
        return switch (story.verdict()) {
            case PRINTED ->
                "printed as number " + story.rank() + " of " + asked.printed().size() + " in " + section;
            case MERGED -> {
                Decision leader = asked.row(story.detail());
                yield leader == null
                        ? "merged into '" + story.detail() + "', which tells the same story"
                        : "merged into '" + leader.title() + "' (" + leader.link() + "), which was "
                                + became(asked.of(leader));
            }
            case PRINTED_BEFORE -> {
                Decision before = before(asked);
                yield "printed before, in edition " + story.detail()
                        + (before == null || before.rank() == 0
                                ? ""
                                : " as number " + before.rank() + " in " + title(before.section()));
            }
            case OVER_THE_SIZE ->
                "over the size: " + place(asked) + " best for "
                        + places(asked.printed().size()) + " in " + section;
            case OVER_THE_SHARE ->
                "over the source's share: " + place(asked) + " best for "
                        + places(asked.printed().size()) + " in " + section + ", but " + story.domain() + " had its "
                        + asked.printedOfItsDomain().size() + " without it";
            case BELOW_THE_FLOOR -> "below the floor: " + section + " asks for points that it did not have";
            case BURIED -> "buried: policies took more from it than it had";
            case TOO_OLD -> "too old: it lay outside the freshness window";
            case NO_SECTION -> "not weighed: the paper had no sections";
        };
    }

    private static String places(int size) {
        return size + (size == 1 ? " place" : " places");
    }

    /** Its place among all that competed for the section, in words. */
    private static String place(Case asked) {
        int place = 1 + asked.eligible().indexOf(asked.story);
        int last = place % 10;
        boolean teen = place % 100 >= 11 && place % 100 <= 13;
        return place + (teen || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd");
    }

    private String title(String section) {
        return rules.sections().stream()
                .filter(known -> known.id().equals(section))
                .map(Section::title)
                .findFirst()
                .orElse(section);
    }

    // ---------------------------------------------------------------- what it would have taken

    /** @return points needed */
    private long facts(Case asked, @Nullable Decision leader, List<String> facts) {
        if (asked.story.parts().isEmpty() && isWeighed(asked.story.verdict())) {
            facts.add("how its score came about is not known: an earlier version of the press chose this edition");
            return 0;
        }
        return switch (asked.story.verdict()) {
            case PRINTED -> {
                margin(asked, facts);
                yield 0L;
            }
            case MERGED -> {
                merged(asked.story, leader, facts);
                yield 0L;
            }
            case PRINTED_BEFORE -> growth(asked, facts);
            case TOO_OLD -> {
                Duration age = Duration.between(asked.story.date(), asked.chosen);
                Duration late = age.minus(window);
                facts.add("it was " + span(age) + " old when the edition was chosen; press.editor.window is "
                        + span(window)
                        + (late.isNegative()
                                ? ": by the settings of now it would be fresh enough"
                                : ", so it came " + span(late) + " too late"));
                yield 0L;
            }
            case NO_SECTION -> {
                facts.add(
                        rules.sections().isEmpty()
                                ? "name some in press.sections"
                                : "by the settings of now it would be weighed");
                yield 0L;
            }
            case OVER_THE_SIZE, OVER_THE_SHARE, BELOW_THE_FLOOR, BURIED -> shortage(asked, facts);
        };
    }

    private static boolean isWeighed(Verdict verdict) {
        return verdict != Verdict.TOO_OLD && verdict != Verdict.NO_SECTION;
    }

    private void margin(Case asked, List<String> facts) {
        asked.eligible().stream()
                .filter(other -> other.verdict() == Verdict.OVER_THE_SIZE)
                .findFirst()
                .ifPresentOrElse(
                        out -> facts.add("the first story that found no place, '" + out.title() + "', has "
                                + points(out.sum()) + ": "
                                + (asked.story.sum() >= out.sum()
                                        ? points(asked.story.sum() - out.sum()) + " fewer"
                                        : "more, but of a source that is in already (press.editor.min-sources = "
                                                + rules.minSources() + ")")),
                        () -> facts.add(
                                "no story of its section that was good enough was left out for want of a place"));
        long others = asked.all.stream()
                .filter(other ->
                        other.verdict() == Verdict.MERGED && other.detail().equals(asked.story.key()))
                .count();
        if (others > 0) {
            facts.add(others + (others == 1 ? " other entry tells" : " other entries tell") + " the same story");
        }
    }

    private static void merged(Decision story, @Nullable Decision leader, List<String> facts) {
        if (leader == null) {
            return;
        }
        long own = leader.parts().entrySet().stream()
                .filter(part -> !part.getKey().startsWith(ALSO_IN))
                .mapToLong(Map.Entry::getValue)
                .sum();
        facts.add("of the entries that tell one story the best leads: that one has " + points(own)
                + " by itself, this one " + points(story.sum()));
        facts.add("what it could have added, it did: a story gains with each other feed that tells it");
    }

    private long growth(Case asked, List<String> facts) {
        Decision before = before(asked);
        if (rules.repeat().units() <= 0) {
            facts.add("by the settings of now it may stand again (press.editor.repeat = always)");
            return 0;
        }
        if (Double.isInfinite(rules.repeat().units())) {
            facts.add("no story is printed twice (press.editor.repeat = never)");
            return 0;
        }
        long asks = Weights.inPoints(rules.repeat().units());
        if (before == null || before.parts().isEmpty()) {
            facts.add(
                    "to stand again it must have grown by " + points(asks)
                            + " since, freshness and policies left out (press.editor.repeat); by how much it had, the newsroom no longer knows");
            return 0;
        }
        long was = Decision.standing(before.parts());
        long is = Decision.standing(asked.story.parts());
        long needed = Math.max(0, asks - (is - was));
        facts.add("it stood at " + points(was) + " then and at " + points(is)
                + " now, freshness and policies left out; to stand again it must have grown by " + points(asks)
                + " (press.editor.repeat)"
                + (needed == 0
                        ? ": by the settings of now it may"
                        : ", so it needed " + more(needed) + growing(asked.story, needed)));
        return needed;
    }

    /** Its story in the edition that printed it, whichever entry led it there; of several the one that stood highest. */
    private static @Nullable Decision before(Case asked) {
        Set<String> keys = new HashSet<>();
        keys.add(asked.story.key());
        asked.all.stream()
                .filter(other ->
                        other.verdict() == Verdict.MERGED && other.detail().equals(asked.story.key()))
                .forEach(other -> keys.add(other.key()));
        List<Decision> then = asked.earlier.apply(asked.story.detail());
        Set<String> leaders = then.stream()
                .filter(other -> keys.contains(other.key()))
                .map(other -> other.verdict() == Verdict.MERGED ? other.detail() : other.key())
                .collect(Collectors.toSet());
        return then.stream()
                .filter(other -> other.verdict() == Verdict.PRINTED && leaders.contains(other.key()))
                .max(Comparator.comparing(other -> Decision.standing(other.parts())))
                .orElse(null);
    }

    /** What kept it out, each hurdle a fact; and the points over the highest. */
    private long shortage(Case asked, List<String> facts) {
        Decision story = asked.story;
        Section section = rules.sections().stream()
                .filter(known -> known.id().equals(story.section()))
                .findFirst()
                .orElse(null);
        if (section == null) {
            facts.add("its section '" + story.section() + "' is no longer in the paper (press.sections)");
            return 0;
        }
        long needed = 0;
        if (story.verdict() == Verdict.BURIED) {
            facts.add(penalties(story));
        }
        long toFloor = section.minScore() - story.sum();
        if (toFloor > 0) {
            facts.add("the section asks for " + points(section.minScore()) + " (press.section." + section.id()
                    + ".min-score), it had " + points(story.sum()));
            needed = toFloor;
        }
        List<Decision> printed = asked.printed();
        List<Decision> ofDomain = asked.printedOfItsDomain();
        List<Decision> eligible = asked.eligible();
        int domains = (int) eligible.stream().map(Decision::domain).distinct().count();
        boolean share = story.verdict() == Verdict.OVER_THE_SHARE
                || ofDomain.size() >= section.share().most(section.size(), domains);
        if (share && !ofDomain.isEmpty()) {
            Decision last = ofDomain.get(ofDomain.size() - 1);
            facts.add("of the " + places(printed.size()) + ", " + ofDomain.size() + " went to " + story.domain() + " ("
                    + shareKey(section) + "), the last with " + points(last.sum()) + ": " + titles(ofDomain));
            needed = Math.max(needed, over(last, story));
        }
        if (printed.size() >= section.size() && story.verdict() != Verdict.OVER_THE_SHARE) {
            needed = Math.max(needed, full(story, printed, facts));
        }
        if (needed > 0) {
            facts.add("it needed " + more(needed) + means(asked, needed));
        } else {
            facts.add("by the settings of now it would be good enough; `check --dry-run` chooses again");
        }
        return needed;
    }

    /** The section was full: by how much it missed the last place. */
    private long full(Decision story, List<Decision> printed, List<String> facts) {
        Decision last = printed.get(printed.size() - 1);
        if (last.sum() >= story.sum()) {
            facts.add("the last story in, '" + last.title() + "', has " + points(last.sum()));
            return over(last, story);
        }
        // The last places went to sources that had none yet.
        List<Decision> better = printed.stream()
                .filter(other -> BEST_FIRST.compare(other, story) < 0)
                .toList();
        facts.add("the last place went to '" + last.title() + "' of " + last.domain() + " with " + points(last.sum())
                + ", so that the section has " + rules.minSources() + " sources (press.editor.min-sources)");
        return better.isEmpty() ? 0 : over(better.get(better.size() - 1), story);
    }

    /** Points that put it before the other for certain; at equal points the newer goes first. */
    private static long over(Decision other, Decision story) {
        return Math.max(1, other.sum() - story.sum() + 1);
    }

    private static String penalties(Decision story) {
        List<String> took = new ArrayList<>();
        long all = 0;
        for (Map.Entry<String, Long> part : story.parts().entrySet()) {
            if (part.getKey().startsWith(Decision.POLICY) && part.getValue() < 0) {
                took.add(
                        "'" + part.getKey().substring(Decision.POLICY.length()) + "' took " + points(-part.getValue()));
                all -= part.getValue();
            }
        }
        return "policy " + String.join(", ", took) + "; without that it had " + points(story.sum() + all);
    }

    private static String titles(List<Decision> stories) {
        return stories.stream().map(story -> "'" + story.title() + "'").collect(Collectors.joining(", "));
    }

    private static String shareKey(Section section) {
        Share share = section.share();
        return "max-per-source = " + share.part() + (share.of() == 0 ? "" : "/" + share.of());
    }

    /** What alone would have brought so many points, as a clause that follows; a policy always would. */
    private String means(Case asked, long needed) {
        List<String> means = new ArrayList<>();
        told(needed, means);
        newer(asked, needed, means);
        rising(asked.story, needed, means);
        means.add("a policy with boost " + units(needed));
        return either(means);
    }

    /** The same for a story that has to grow: neither the hour nor a policy counts. */
    private String growing(Decision story, long needed) {
        List<String> means = new ArrayList<>();
        told(needed, means);
        rising(story, needed, means);
        return either(means);
    }

    private static String either(List<String> means) {
        return means.isEmpty() ? "" : ": " + String.join(", or ", means);
    }

    private void told(long needed, List<String> means) {
        long feed = Weights.inPoints(rules.weights().alsoIn());
        if (feed > 0) {
            long feeds = (needed + feed - 1) / feed;
            means.add(
                    feeds == 1
                            ? "one more feed that tells it (" + points(feed) + ")"
                            : feeds + " more feeds that tell it (" + points(feed) + " each)");
        }
    }

    private void rising(Decision story, long needed, List<String> means) {
        Weights weights = rules.weights();
        higher(story, "place in feed", Weights.inPoints(weights.place()), needed, means);
        higher(story, "points", Weights.inPoints(weights.points()), needed, means);
        higher(story, "comments", Weights.inPoints(weights.comments()), needed, means);
    }

    private void newer(Case asked, long needed, List<String> means) {
        Weights weights = rules.weights();
        long most = Weights.inPoints(weights.freshness());
        long wanted = asked.story.parts().getOrDefault(Decision.FRESHNESS, 0L) + needed;
        if (wanted > most) {
            return;
        }
        double halves = Math.log(most / (double) wanted) / Math.log(2);
        Duration age = Duration.ofMillis((long) (halves * weights.halfLife().toMillis()));
        Duration was = Duration.between(asked.story.date(), asked.chosen);
        if (age.compareTo(was) < 0 && age.toMinutes() > 0) {
            means.add(
                    span(age).equals(span(was))
                            ? "being " + (was.minus(age).toMinutes() + 1) + " min newer when it was chosen"
                            : "being " + span(age) + " old when it was chosen instead of " + span(was));
        }
    }

    private static void higher(Decision story, String part, long most, long needed, List<String> means) {
        boolean isPlace = part.equals("place in feed");
        boolean isDynamic = !story.parts().containsKey("static source");
        long left = most - story.parts().getOrDefault(part, 0L);
        if (left >= needed && (isPlace || isDynamic)) {
            means.add(
                    isPlace
                            ? "a place nearer to the top of its feed (up to " + points(left) + " more)"
                            : "more " + part + " than the others of its feed (up to " + points(left) + " more)");
        }
    }

    /** Points in boost units, rounded up to a tenth, which is what settings are written in. */
    private static String units(long points) {
        long tenths = (points * 10 + Weights.UNIT - 1) / Weights.UNIT;
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : String.valueOf(tenths / 10.0);
    }

    private static String more(long needed) {
        return points(needed) + (needed == 1 ? " point more" : " points more");
    }

    private static String points(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Such as {@code 40 min}, {@code 5.5 h} or {@code 73 h}. */
    private static String span(Duration span) {
        double hours = span.toMillis() / 3_600_000.0;
        if (hours < 1) {
            return Math.max(0, span.toMinutes()) + " min";
        }
        double rounded = hours < 10 ? Math.floor(hours * 10) / 10 : Math.floor(hours);
        return (rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded)) + " h";
    }
}
