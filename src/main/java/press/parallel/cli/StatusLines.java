package press.parallel.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import press.parallel.Bytes;
import press.parallel.Edition;
import press.parallel.Holdings;
import press.parallel.Holdings.FeedRest;
import press.parallel.TextTable;

/** What {@code status} and {@code prune} print. */
final class StatusLines {
    /** More of one kind are only counted. */
    private static final int MOST = 10;

    private final Holdings held;
    private final ZoneId zone;

    StatusLines(Holdings held, ZoneId zone) {
        this.held = held;
        this.zone = zone;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("newsroom '" + held.place() + "' (" + held.kind() + ", " + Bytes.of(held.bytes()) + ")");
        for (Holdings.PaperKept paper : held.papers()) {
            Instant last = paper.lastRun();
            Duration keep = paper.keep();
            lines.add(
                    "paper '" + paper.id() + "': " + Figures.count(paper.printed(), "edition", "editions") + " printed"
                            + (last == null ? "" : ", last " + moment(last))
                            + (keep == null ? "" : "; needs entries for " + span(keep) + " after they were last seen"));
        }
        Instant oldest = held.oldest();
        lines.add("entries: " + Figures.number(held.fresh()) + " fresh of " + Figures.number(held.entries()) + " kept"
                + (oldest == null ? "" : ", the oldest first seen " + moment(oldest)));
        lines.add("texts: " + Figures.number(held.texts()) + " · editions: " + Figures.number(held.editions()));
        feeds(lines);
        domains(lines);
        int total = total(held.prunable());
        lines.add(
                total == 0
                        ? "`prune` would forget nothing now"
                        : "`prune` would forget now: "
                                + String.join(
                                        ", ",
                                        held.prunable().entrySet().stream()
                                                .filter(kind -> kind.getValue() > 0)
                                                .map(kind -> Figures.number(kind.getValue()) + " " + kind.getKey())
                                                .toList()));
        return lines;
    }

    private void feeds(List<String> lines) {
        List<FeedRest> failing =
                held.resting().stream().filter(feed -> feed.failures() > 0).toList();
        List<FeedRest> resting =
                held.resting().stream().filter(feed -> feed.failures() == 0).toList();
        lines.add("feeds: " + Figures.number(held.feeds()) + " known, " + failing.size() + " failing, " + resting.size()
                + " not to be asked yet, " + held.gone().size() + " gone");
        some(
                failing,
                lines,
                feed -> "  failing: '" + feed.title() + "' " + feed.feed() + ", "
                        + Figures.count(feed.failures(), "time", "times") + because(feed.reason()) + next(feed));
        Map<String, List<FeedRest>> reasons = resting.stream()
                .collect(Collectors.groupingBy(FeedRest::reason, LinkedHashMap::new, Collectors.toList()));
        reasons.forEach((reason, feeds) -> lines.add("  not yet: " + Figures.count(feeds.size(), "feed", "feeds")
                + because(reason) + next(feeds.get(0)) + (feeds.size() == 1 ? "" : " at the earliest")));
        some(
                held.gone(),
                lines,
                feed -> "  gone: '" + feed.title() + "' " + feed.feed() + "; take it off the feed list");
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }

    private String next(FeedRest feed) {
        Instant until = feed.until();
        return until == null ? "" : "; again from " + moment(until);
    }

    private void domains(List<String> lines) {
        lines.add("domains: " + held.domains().size() + (held.domains().size() == 1 ? " rests" : " rest"));
        some(
                held.domains(),
                lines,
                (Edition.Rest rest) -> "  " + rest.domain() + " " + rest.reason() + ", until " + moment(rest.until()));
    }

    private static <T> void some(List<T> all, List<String> lines, Function<T, String> line) {
        all.stream().limit(MOST).map(line).forEach(lines::add);
        if (all.size() > MOST) {
            lines.add("  and " + (all.size() - MOST) + " more (--json lists all)");
        }
    }

    private String moment(Instant instant) {
        return Figures.moment(instant, zone);
    }

    private static String span(Duration span) {
        return span.toHours() % 24 == 0 ? span.toDays() + " d" : span.toHours() + " h";
    }

    // ---------------------------------------------------------------- prune

    /** A line for each kind, and the sum. */
    static List<String> pruned(Map<String, Integer> kinds, boolean dryRun) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(dryRun ? "would forget" : "forgot", "what"));
        kinds.forEach((kind, count) -> rows.add(List.of(count, kind)));
        rows.add(List.of(total(kinds), "in all"));
        return TextTable.of(rows).lines().toList();
    }

    static int total(Map<String, Integer> kinds) {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }
}
