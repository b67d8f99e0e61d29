package press.parallel.press;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import press.parallel.Feed;
import press.parallel.Images;
import press.parallel.Section;
import press.parallel.Settings;
import press.parallel.Share;
import press.parallel.editor.Editor;
import press.parallel.editor.Phrases;
import press.parallel.editor.Policy;
import press.parallel.editor.Repeat;
import press.parallel.editor.Weights;
import press.parallel.fetcher.FeedList;

/** What the settings say of the paper, in the desks' own nouns. Immutable. */
record Paper(String title, ZoneId zone, Editor.Rules rules, Supplier<List<Feed>> feeds) {
    private static final Logger LOG = Logger.getLogger(Paper.class);

    /** @throws IllegalArgumentException when the zone or an address is wrong; `check` has told it before */
    static Paper of(Settings settings) {
        List<Section> sections =
                settings.sections().stream().map(id -> section(id, settings)).toList();
        return new Paper(
                settings.title(),
                zone(settings.timeZone()),
                rules(settings, sections),
                () -> feeds(settings, sections));
    }

    List<Section> sections() {
        return rules.sections();
    }

    /** How long entries are kept after they were last seen: twice the window at least, so that an old one does not come back as new. */
    static Duration keep(Settings settings) {
        Duration twice = settings.editor().window().multipliedBy(2);
        return settings.newsroom()
                .keep()
                .filter(keep -> keep.compareTo(twice) > 0)
                .orElse(twice);
    }

    private static Editor.Rules rules(Settings settings, List<Section> sections) {
        Settings.EditorSettings own = settings.editor();
        Weights weights = new Weights(
                Weights.USUAL.base(),
                own.staticBoost(),
                own.points(),
                own.comments(),
                own.place(),
                own.freshness(),
                own.halfLife(),
                own.alsoIn());
        List<Policy> policies = settings.policy().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(policy -> policy(policy.getKey(), policy.getValue()))
                .toList();
        Repeat repeat = Repeat.parse(own.repeat())
                .orElseThrow(() -> wrong("press.editor.repeat", Repeat.EXPECTED, own.repeat()));
        return new Editor.Rules(sections, weights, policies, repeat, own.minSources());
    }

    private static Policy policy(String name, Settings.PolicySettings own) {
        return new Policy(
                name,
                own.phrases().map(Phrases::split).orElse(List.of()),
                own.feeds().orElse(List.of()),
                own.domains().orElse(List.of()),
                own.authors().map(Phrases::split).orElse(List.of()),
                own.shorterThan().orElse(Policy.ANY_LENGTH),
                own.longerThan().orElse(Policy.ANY_LENGTH),
                own.boost());
    }

    private static Share share(String key, String text) {
        return Share.parse(text).orElseThrow(() -> wrong(key, Share.EXPECTED, text));
    }

    private static IllegalArgumentException wrong(String key, String expected, String found) {
        return new IllegalArgumentException(key + ": expected " + expected + ", but found '" + found + "'");
    }

    private static Section section(String id, Settings settings) {
        Settings.SectionSettings own = settings.section().get(id);
        if (own == null) {
            throw new IllegalArgumentException(
                    "press.sections: expected press.section." + id + ".title and .feeds, but found neither");
        }
        return new Section(
                id,
                own.title().orElse(id),
                own.feeds().orElse(List.of()),
                own.keywords().map(Phrases::split).orElse(List.of()),
                own.size(),
                own.maxPerSource()
                        .map(share -> share("press.section." + id + ".max-per-source", share))
                        .orElseGet(() -> share(
                                "press.editor.max-per-source", settings.editor().maxPerSource())),
                own.minScore());
    }

    private static List<Feed> feeds(Settings settings, List<Section> sections) {
        FeedList.Listed listed = listed(settings, sections);
        listed.problems().forEach(problem -> LOG.warn(problem));
        return listed.feeds();
    }

    /** What is wrong with the lines of the feed list file, one line each; empty when the sections list the feeds. */
    static List<String> problems(Settings settings) {
        return listed(settings, of(settings).sections()).problems();
    }

    static FeedList.Listed listed(Settings settings, List<Section> sections) {
        return new FeedList().read(settings.feeds().file(), sections);
    }

    static ZoneId zone(String name) {
        return name.equals("system") ? ZoneId.systemDefault() : ZoneId.of(name);
    }

    static double share(String percent) {
        return Double.parseDouble(percent.strip().replace("%", "").strip()) / 100;
    }

    static Runs.Pictures pictures(Settings settings) {
        Settings.PrinterSettings own = settings.printer();
        Images images = Images.parse(own.images())
                .orElseThrow(() -> new IllegalArgumentException(
                        "press.printer.images: expected " + Images.EXPECTED + ", but was " + own.images()));
        return new Runs.Pictures(images, own.imagesPerEdition(), own.imageWait());
    }

    static Set<String> allowed(Settings settings) {
        return settings.web().allow().orElse(List.of()).stream()
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    static Path output(Settings settings) {
        return settings.printer().output();
    }
}
