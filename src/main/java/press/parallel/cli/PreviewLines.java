package press.parallel.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import press.parallel.cli.Preview.Change;
import press.parallel.cli.Preview.Changes;

/** What {@code check --dry-run} prints. */
final class PreviewLines {
    private final Preview preview;
    private final ZoneId zone;

    PreviewLines(Preview preview, ZoneId zone) {
        this.preview = preview;
        this.zone = zone;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int stories =
                preview.today().stream().mapToInt(part -> part.stories().size()).sum();
        lines.add("");
        lines.add("printed now, " + Figures.moment(preview.at(), zone) + ", from what the newsroom holds: "
                + Figures.count(stories, "story", "stories") + " of "
                + Figures.count(preview.fresh(), "fresh entry", "fresh entries"));
        for (Preview.Part part : preview.today()) {
            lines.add("");
            lines.add(part.title() + (part.stories().isEmpty() ? ": nothing" : ""));
            part.stories()
                    .forEach(story -> lines.add(row(story.rank() + "", Figures.number(story.score()))
                            + story.title() + " (" + story.feed()
                            + (story.alsoIn() == 0
                                    ? ""
                                    : " and " + Figures.count(story.alsoIn(), "other entry", "other entries"))
                            + ")"));
        }
        lines.add("");
        Preview.Again again = preview.again();
        if (again == null) {
            lines.add("no edition was printed yet, so there is none to choose again");
        } else {
            again(again, lines);
        }
        return lines;
    }

    private static String row(String first, String second) {
        return String.format(Locale.ROOT, "%4s  %7s  ", first, second);
    }

    private static void again(Preview.Again again, List<String> lines) {
        String left = again.unknown() == 0
                ? ""
                : " (" + Figures.count(again.unknown(), "entry", "entries")
                        + " forgotten or of feeds no longer listed)";
        if (again.isSame()) {
            lines.add("edition " + again.edition() + ", chosen again by the settings of now: nothing changes" + left);
            return;
        }
        lines.add("edition " + again.edition() + ", chosen again by the settings of now" + left + ":");
        for (Changes section : again.sections()) {
            lines.add("");
            if (section.isEmpty()) {
                lines.add(section.title() + ": nothing changes");
                continue;
            }
            lines.add(section.title());
            section.in().forEach(change -> lines.add(line("in", change, "was " + change.was() + scores(change))));
            section.out().forEach(change -> lines.add(line("out", change, "now " + change.is() + scores(change))));
            section.moved().forEach(change -> lines.add(line("moves", change, "to " + change.is() + scores(change))));
            section.scores()
                    .forEach(change ->
                            lines.add(line("stays", change, scores(change).substring(2))));
        }
    }

    private static String line(String what, Change change, String how) {
        return String.format(Locale.ROOT, "%7s  ", what) + change.title() + " (" + change.feed() + "): " + how;
    }

    /** The score, or both where it changes, as a clause that follows; "" when there is none. */
    private static String scores(Change change) {
        Long before = change.before();
        Long after = change.after();
        if (before == null || after == null || before.equals(after)) {
            Long known = after == null ? before : after;
            return known == null ? "" : ", " + Figures.number(known);
        }
        return ", " + Figures.number(before) + " -> " + Figures.number(after)
                + (change.parts().isEmpty() ? "" : " (" + String.join(", ", change.parts()) + ")");
    }
}
