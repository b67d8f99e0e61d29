package press.parallel.press;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.parallel.Decision;
import press.parallel.Holdings;
import press.parallel.PastEdition;
import press.parallel.Settings;
import press.parallel.cli.Preview;
import press.parallel.cli.WhyAnswer;
import press.parallel.editor.Editor;
import press.parallel.editor.Reasons;
import press.parallel.fetcher.CanonicalLink;
import press.parallel.newsroom.Newsroom;
import press.parallel.newsroom.RunLock;

/**
 * Answers questions from what the newsroom holds, beside a press that may be at work on it. Starts nothing; where there is no newsroom yet it
 * makes none, and every answer is empty.
 */
@Singleton
@Unremovable
final class Inquiries {
    private static final int MOST_NEAREST = 3;

    private final Settings settings;
    private final Paper paper;
    private final Newsroom newsroom;
    private final Editor editor;
    private final InstantSource clock;

    Inquiries(Settings settings, Paper paper, Newsroom newsroom, Editor editor, InstantSource clock) {
        this.settings = settings;
        this.paper = paper;
        this.newsroom = newsroom;
        this.editor = editor;
        this.clock = clock;
    }

    String place() {
        return newsroom.place();
    }

    private Duration window() {
        return settings.editor().window();
    }

    // ---------------------------------------------------------------- why

    /** @param id of the edition, null for the newest that was printed */
    Optional<WhyAnswer> why(String asked, @Nullable String id) {
        if (!newsroom.exists()) {
            return Optional.empty();
        }
        Optional<PastEdition> found = id == null ? newsroom.newestPrinted() : newsroom.edition(id.strip());
        if (found.isEmpty()) {
            return Optional.of(
                    without(asked, null, id == null ? "no edition was printed yet; `print` makes one" : unknown(id)));
        }
        PastEdition edition = found.get();
        List<Decision> decisions = newsroom.decisions(edition.id());
        StoryFinder finder = new StoryFinder(decisions);
        List<Decision> hits = finder.find(asked);
        if (hits.size() == 1) {
            return Optional.of(new WhyAnswer(
                    asked,
                    edition,
                    new Reasons(paper.rules(), window())
                            .of(hits.get(0), edition.started(), decisions, newsroom::decisions),
                    List.of(),
                    List.of(),
                    ""));
        }
        if (hits.size() > 1) {
            return Optional.of(new WhyAnswer(
                    asked,
                    edition,
                    null,
                    hits,
                    List.of(),
                    hits.size() + " entries of edition " + edition.id() + " fit '" + asked
                            + "'; name one by its link, or by more of its title"));
        }
        return Optional.of(new WhyAnswer(
                asked, edition, null, List.of(), finder.nearest(asked, MOST_NEAREST), none(asked, edition, decisions)));
    }

    private static WhyAnswer without(String asked, @Nullable PastEdition edition, String problem) {
        return new WhyAnswer(asked, edition, null, List.of(), List.of(), problem);
    }

    private String unknown(String id) {
        List<PastEdition> newest = newsroom.editions(MOST_NEAREST);
        return "expected the id of an edition of this paper, but found '" + id + "'"
                + (newest.isEmpty()
                        ? "; there is none yet"
                        : "; the newest are "
                                + newest.stream().map(PastEdition::id).collect(Collectors.joining(", "))
                                + ", and `runs` lists more");
    }

    private String none(String asked, PastEdition edition, List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return "edition " + edition.id() + (edition.state().equals("printed") ? "" : " (" + edition.state() + ")")
                    + " has no decisions that are kept; those on stories that were not printed are forgotten after 30 days";
        }
        boolean since = CanonicalLink.ofWritten(asked)
                .flatMap(newsroom::firstSeen)
                .filter(seen -> seen.isAfter(edition.started()))
                .isPresent();
        return "none of the " + decisions.size() + " entries of edition " + edition.id() + " fits '" + asked + "'; "
                + (since
                        ? "it came in later, so the next edition decides on it"
                        : "either no feed offered it then, or it was not printed and is forgotten by now (after 30 days);"
                                + " look for words of its title, or in another edition (--edition, `runs` lists them)");
    }

    // ---------------------------------------------------------------- the newsroom

    Optional<List<PastEdition>> editions(int limit) {
        return newsroom.exists() ? Optional.of(newsroom.editions(limit)) : Optional.empty();
    }

    Optional<Holdings> holdings() {
        return newsroom.exists() ? Optional.of(newsroom.holdings(window())) : Optional.empty();
    }

    /** Waits for another press that is at work there, unless it is only to be told what would be forgotten. */
    Optional<Map<String, Integer>> prune(boolean dryRun) {
        if (!newsroom.exists()) {
            return Optional.empty();
        }
        if (dryRun) {
            return Optional.of(newsroom.prunable());
        }
        try (RunLock lock = newsroom.lock(Runs.PATIENCE)) {
            return Optional.of(newsroom.prune());
        }
    }

    // ---------------------------------------------------------------- the settings

    Optional<Preview> preview() {
        return newsroom.exists()
                ? Optional.of(new DryRun(newsroom, editor, paper.sections(), paper.feeds(), window(), clock).run())
                : Optional.empty();
    }

    /** What cannot be meant in the settings of the choice, one line each. */
    List<String> problems() {
        List<String> idle = List.of();
        List<String> problems = new ArrayList<>();
        try {
            if (newsroom.exists()) {
                idle = newsroom.idlePolicies(editor.policies(), Sense.IDLE);
            }
        } catch (IllegalStateException damaged) {
            problems.add(String.valueOf(damaged.getMessage()));
        }
        problems.addAll(0, new Sense(settings, paper, SettingPlaces.ofThePress()).problems(idle));
        return problems;
    }
}
