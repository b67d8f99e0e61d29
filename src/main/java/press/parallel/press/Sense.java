package press.parallel.press;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import press.parallel.Feed;
import press.parallel.Section;
import press.parallel.Settings;
import press.parallel.editor.Policy;
import press.parallel.fetcher.CanonicalLink;

/**
 * Settings of the choice that are well written and still cannot do what they are for: sections that nothing reaches, floors that nothing
 * reaches, policies that fit nothing. Needs the whole paper to tell, so it comes after the rules for single settings.
 */
final class Sense {
    /** A policy that fitted nothing for so long is told. */
    static final Duration IDLE = Duration.ofDays(30);

    private final Settings settings;
    private final Paper paper;
    private final List<Feed> feeds;
    private final UnaryOperator<String> where;

    /** @param where a setting stands */
    Sense(Settings settings, Paper paper, UnaryOperator<String> where) {
        this.settings = settings;
        this.paper = paper;
        this.feeds = Paper.listed(settings, paper.sections()).feeds();
        this.where = where;
    }

    /**
     * One line each.
     *
     * @param idle names of policies that fitted nothing in {@link #IDLE}
     */
    List<String> problems(List<String> idle) {
        List<String> problems = new ArrayList<>();
        for (Section section : paper.sections()) {
            reach(section, problems);
            floor(section, problems);
        }
        for (Policy policy : paper.rules().policies()) {
            feeds(policy, problems);
            if (idle.contains(policy.name())) {
                String key = key(policy, "boost");
                problems.add(
                        key + " (" + where.apply(key) + "): expected a policy that fits an entry now and then, but '"
                                + policy.name() + "' found none in " + IDLE.toDays()
                                + " days; look at its phrases, feeds, domains, authors and lengths, or remove it");
            }
        }
        return problems;
    }

    private static String key(Policy policy, String what) {
        return "press.policy." + (policy.name().contains(".") ? "\"" + policy.name() + "\"" : policy.name()) + "."
                + what;
    }

    private void reach(Section section, List<String> problems) {
        List<Section> all = paper.sections();
        boolean listed = feeds.stream().anyMatch(feed -> feed.section().equals(section.id()));
        boolean takesTheRest = section.equals(all.get(all.size() - 1))
                && feeds.stream().anyMatch(feed -> feed.section().isEmpty());
        if (listed || takesTheRest || !section.keywords().isEmpty()) {
            return;
        }
        String key = "press.section." + section.id() + ".keywords";
        problems.add(key + " (" + where.apply(key) + "): expected a way into section '" + section.id()
                + "', but found no feed that is listed for it and no keywords; "
                + settings.feeds()
                        .file()
                        .map(file -> "name it behind an address in '" + file + "', give it keywords")
                        .orElse("give it feeds or keywords")
                + ", or take it out of press.sections");
    }

    private void floor(Section section, List<String> problems) {
        double boosts = paper.rules().policies().stream()
                .mapToDouble(Policy::boost)
                .filter(boost -> boost > 0)
                .sum();
        long highest = paper.rules().weights().highest(feeds.size()) + Math.round(boosts * 100);
        if (section.minScore() > highest) {
            String key = "press.section." + section.id() + ".min-score";
            problems.add(key + " (" + where.apply(key) + "): expected at most " + highest
                    + ", which the best story of " + feeds.size() + (feeds.size() == 1 ? " feed" : " feeds")
                    + " and every policy could have, but found '" + section.minScore()
                    + "'; lower it, or nothing is ever printed there");
        }
    }

    /** What looks like an address must be one of the feed list; anything else may be the title of a feed. */
    private void feeds(Policy policy, List<String> problems) {
        Set<String> known = new HashSet<>();
        feeds.forEach(feed -> known.add(feed.address().toString()));
        for (String name : policy.feeds()) {
            if (looksLikeAnAddress(name) && !known.contains(name)) {
                String key = key(policy, "feeds");
                problems.add(key + " (" + where.apply(key)
                        + "): expected the address of a listed feed, or a feed's title, but '" + name
                        + "' is in no feed list; " + nearest(name));
            }
        }
    }

    private static boolean looksLikeAnAddress(String name) {
        return name.contains("://")
                || name.toLowerCase(Locale.ROOT).startsWith("www.")
                || name.contains("/") && CanonicalLink.ofWritten(name).isPresent();
    }

    /** The listed address that means the same page, however it is written. */
    private String nearest(String name) {
        String key = CanonicalLink.ofWritten(name).orElse("");
        return feeds.stream()
                .map(Feed::address)
                .filter(address -> CanonicalLink.ofWritten(address.toString())
                        .filter(key::equals)
                        .isPresent())
                .map(URI::toString)
                .findFirst()
                .map(near -> "write it as it is listed, '" + near + "'")
                .orElse("add it to the list, correct it or remove it");
    }
}
