package press.parallel.press;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.parallel.Decision;
import press.parallel.Desk;
import press.parallel.Feed;
import press.parallel.FiledEntry;
import press.parallel.PastEdition;
import press.parallel.RunSheet;
import press.parallel.Section;
import press.parallel.Verdict;
import press.parallel.cli.Preview;
import press.parallel.cli.Preview.Change;
import press.parallel.editor.Editor;
import press.parallel.newsroom.Newsroom;

/**
 * Chooses without printing: today's paper from what the newsroom holds, and the newest edition again by the settings of now. Asks nobody and
 * writes nothing.
 *
 * <p>Points, comments and places are those of now, for the newsroom keeps no older ones; where they make the difference, the parts of a score
 * that are told show it.
 */
final class DryRun {
    private final Newsroom newsroom;
    private final Editor editor;
    private final List<Section> sections;
    private final Supplier<List<Feed>> feeds;
    private final Duration window;
    private final InstantSource clock;

    DryRun(
            Newsroom newsroom,
            Editor editor,
            List<Section> sections,
            Supplier<List<Feed>> feeds,
            Duration window,
            InstantSource clock) {
        this.newsroom = newsroom;
        this.editor = editor;
        this.sections = List.copyOf(sections);
        this.feeds = feeds;
        this.window = window;
        this.clock = clock;
    }

    Preview run() {
        Instant now = clock.instant();
        List<Feed> listed = feeds.get();
        RunSheet sheet = editor.choose(newsroom.desk("", now, window, listed, editor.rules()), now);
        return new Preview(
                now,
                sheet.scanned(),
                sheet.fresh(),
                sections.stream().map(section -> part(section, sheet)).toList(),
                newsroom.newestPrinted().map(edition -> again(edition, listed)).orElse(null));
    }

    private static Preview.Part part(Section section, RunSheet sheet) {
        return new Preview.Part(
                section.id(),
                section.title(),
                sheet.stories().stream()
                        .filter(story -> story.section().equals(section.id()))
                        .map(story -> new Preview.Pick(
                                story.rank(),
                                story.entry().title(),
                                story.entry().link(),
                                story.filed().feedTitle(),
                                story.score(),
                                story.scoreBreakdown(),
                                story.alsoIn().size()))
                        .toList());
    }

    private Preview.Again again(PastEdition edition, List<Feed> listed) {
        Map<String, Decision> then = byKey(newsroom.decisions(edition.id()));
        Desk all = newsroom.desk(edition.id(), edition.started(), window, listed, editor.rules());
        Desk desk = new Desk(among(all.fresh(), then), among(all.old(), then), all.printed(), all.statistics());
        Map<String, Decision> now = byKey(editor.choose(desk, edition.started()).decisions());
        int unknown = (int) then.values().stream()
                .filter(row -> row.verdict() != Verdict.TOO_OLD)
                .filter(row -> !now.containsKey(row.key()) && !isOld(row, edition))
                .count();
        return new Preview.Again(
                edition.id(), then.size(), unknown, new Comparison(then, now, row -> missing(row, edition)).sections());
    }

    private static Map<String, Decision> byKey(List<Decision> decisions) {
        Map<String, Decision> byKey = new LinkedHashMap<>();
        decisions.forEach(row -> byKey.put(row.key(), row));
        return byKey;
    }

    /** Without what came in after the edition. */
    private static List<FiledEntry> among(List<FiledEntry> entries, Map<String, Decision> then) {
        return entries.stream()
                .filter(filed -> then.containsKey(filed.entry().key()))
                .toList();
    }

    private boolean isOld(Decision row, PastEdition edition) {
        return row.date().isBefore(edition.started().minus(window));
    }

    private String missing(Decision row, PastEdition edition) {
        return isOld(row, edition)
                ? Verdict.TOO_OLD.words()
                : "not known: its feed is no longer listed, or it is forgotten";
    }

    /** What became of a story that is not chosen from any more. */
    private interface Missing {
        String words(Decision row);
    }

    /** Two choices from the same entries, side by side. For one comparison, by one thread. */
    private final class Comparison {
        private final Map<String, Decision> then;
        private final Map<String, Decision> now;
        private final Missing missing;
        private final Set<String> counted = new HashSet<>();
        private final Map<String, List<Change>> in = new HashMap<>();
        private final Map<String, List<Change>> out = new HashMap<>();
        private final Map<String, List<Change>> moved = new HashMap<>();
        private final Map<String, List<Change>> scores = new HashMap<>();

        Comparison(Map<String, Decision> then, Map<String, Decision> now, Missing missing) {
            this.then = then;
            this.now = now;
            this.missing = missing;
        }

        List<Preview.Changes> sections() {
            now.values().stream().filter(Comparison::isPrinted).forEach(this::compare);
            then.values().stream()
                    .filter(row -> isPrinted(row) && !counted.contains(row.key()))
                    .forEach(this::goesOut);
            Set<String> ids = new LinkedHashSet<>();
            sections.forEach(section -> ids.add(section.id()));
            then.values().stream().filter(Comparison::isPrinted).forEach(row -> ids.add(row.section()));
            return ids.stream()
                    .map(id -> new Preview.Changes(
                            id,
                            title(id),
                            in.getOrDefault(id, List.of()),
                            out.getOrDefault(id, List.of()),
                            moved.getOrDefault(id, List.of()),
                            scores.getOrDefault(id, List.of())))
                    .toList();
        }

        private static boolean isPrinted(@Nullable Decision row) {
            return row != null && row.verdict() == Verdict.PRINTED;
        }

        private void compare(Decision is) {
            Decision was = then(is);
            counted.add(was.key());
            if (!isPrinted(was)) {
                put(in, is.section(), change(was, is, was.verdict().words(), Verdict.PRINTED.words()));
            } else if (!was.section().equals(is.section())) {
                put(moved, was.section(), change(was, is, title(was.section()), title(is.section())));
            } else if (was.score() != is.score()) {
                put(scores, is.section(), change(was, is, Verdict.PRINTED.words(), Verdict.PRINTED.words()));
            }
        }

        /** The row of then; that of the entry that led the story then, where that one is merged now. */
        private Decision then(Decision is) {
            Decision own = Objects.requireNonNull(then.get(is.key()));
            if (own.verdict() == Verdict.MERGED) {
                Decision led = then.get(own.detail());
                if (led != null && isPrinted(led) && !isPrinted(now.get(led.key()))) {
                    return led;
                }
            }
            return own;
        }

        private void goesOut(Decision was) {
            Decision is = now.get(was.key());
            put(
                    out,
                    was.section(),
                    change(
                            was,
                            is,
                            Verdict.PRINTED.words(),
                            is == null ? missing.words(was) : is.verdict().words()));
        }

        private static void put(Map<String, List<Change>> changes, String section, Change change) {
            changes.computeIfAbsent(section, id -> new ArrayList<>()).add(change);
        }

        private static Change change(Decision was, @Nullable Decision is, String before, String after) {
            Decision shown = is == null ? was : is;
            return new Change(
                    shown.title(),
                    shown.link(),
                    shown.feedTitle(),
                    before,
                    after,
                    was.parts().isEmpty() ? null : Long.valueOf(was.score()),
                    is == null || is.parts().isEmpty() ? null : Long.valueOf(is.score()),
                    is == null || was.parts().isEmpty() || is.parts().isEmpty()
                            ? List.of()
                            : differences(was.parts(), is.parts()));
        }

        private static List<String> differences(Map<String, Long> before, Map<String, Long> after) {
            return Stream.concat(before.keySet().stream(), after.keySet().stream())
                    .distinct()
                    .filter(part -> !Objects.equals(before.get(part), after.get(part)))
                    .map(part -> part + " " + before.getOrDefault(part, 0L) + " -> " + after.getOrDefault(part, 0L))
                    .toList();
        }
    }

    private String title(String id) {
        return sections.stream()
                .filter(section -> section.id().equals(id))
                .map(Section::title)
                .findFirst()
                .orElse(id);
    }
}
