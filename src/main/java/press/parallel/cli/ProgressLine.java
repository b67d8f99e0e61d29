package press.parallel.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import press.parallel.Progress;

/**
 * Where a run stands, in one line:
 * {@code fetching 19/26 · waiting reddit.com 4, nytimes.com 2 · 10 in flight · articles 0/36 · 3.2 s}.
 */
final class ProgressLine {
    private static final int MOST_DOMAINS = 4;

    private ProgressLine() {}

    /** At most {@code width} signs long: domains with short lines are counted together first, then the end is cut. */
    static String render(Progress progress, int width) {
        for (int domains = MOST_DOMAINS; domains > 0; domains--) {
            String waiting = waiting(progress.waiting(), domains);
            for (boolean inFlight : new boolean[] {true, false}) {
                String line = render(progress, waiting, inFlight);
                if (line.length() <= width) {
                    return line;
                }
            }
        }
        String line = render(progress, waiting(progress.waiting(), 0), true);
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }

    private static String render(Progress progress, String waiting, boolean inFlight) {
        String feeds = progress.feedsDone() + "/" + progress.feedsAll();
        String articles = progress.articlesDone() + "/" + progress.articlesAll();
        List<String> parts = new ArrayList<>();
        parts.add(
                switch (progress.stage()) {
                    case "fetching" -> "fetching " + feeds;
                    case "enhancing" -> "enhancing " + articles;
                    default -> progress.stage();
                });
        if (!waiting.isEmpty()) {
            parts.add(waiting);
        }
        if (inFlight && progress.inFlight() > 0) {
            parts.add(progress.inFlight() + " in flight");
        }
        if (!progress.stage().equals("fetching")) {
            parts.add("feeds " + feeds);
        }
        if (!progress.stage().equals("enhancing")) {
            parts.add("articles " + articles);
        }
        parts.add(seconds(progress.elapsed()));
        return Console.clean(String.join(" · ", parts));
    }

    /** The longest lines first; those beyond {@code most} are counted together. */
    private static String waiting(Map<String, Integer> waiting, int most) {
        List<Map.Entry<String, Integer>> lines = waiting.entrySet().stream()
                .filter(line -> line.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        if (lines.isEmpty()) {
            return "";
        }
        List<String> names = new ArrayList<>();
        lines.stream().limit(most).forEach(line -> names.add(line.getKey() + " " + line.getValue()));
        int rest = lines.stream().skip(most).mapToInt(Map.Entry::getValue).sum();
        if (rest > 0) {
            names.add((names.isEmpty() ? "" : "others ") + rest);
        }
        return "waiting " + String.join(", ", names);
    }

    /** {@code 3.2 s}, and {@code 2 min 5 s} from one minute on. */
    static String seconds(Duration elapsed) {
        return elapsed.toMinutes() > 0
                ? elapsed.toMinutes() + " min " + elapsed.toSecondsPart() + " s"
                : String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }
}
