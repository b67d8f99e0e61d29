package press.parallel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The figures for people: a column for each way, a row for each figure. */
public final class BenchTable {
    /** Spaced domains whose smallest gap is told each; of more the closest is. */
    private static final int NAMED = 8;

    private static final String NOTHING = "-";
    private final BenchReport report;
    private final List<List<String>> rows = new ArrayList<>();

    private BenchTable(BenchReport report) {
        this.report = report;
    }

    /** In lines. */
    public static List<String> lines(BenchReport report) {
        return new BenchTable(report).lines();
    }

    private List<String> lines() {
        row("", run -> run.mode().heading());
        row("fetcher", run -> seconds(run.fetchSeconds()));
        row("enhancer", run -> seconds(run.enhanceSeconds()));
        row("total", run -> seconds(run.totalSeconds()));
        report.base().ifPresent(base -> {
            times("fetcher, times faster", base, Measured::fetchSeconds);
            times("enhancer, times faster", base, Measured::enhanceSeconds);
            times("total, times faster", base, Measured::totalSeconds);
        });
        row("requests", run -> String.valueOf(run.requests()));
        if (report.runs().stream().anyMatch(run -> run.robots() > 0)) {
            row("robots.txt", run -> String.valueOf(run.robots()));
        }
        row("refused (429)", run -> String.valueOf(run.refused()));
        row("feeds read", run -> run.paper().feedsRead() + " of " + run.paper().feeds());
        row(
                "stories with full text",
                run -> run.paper().complete() + " of " + run.paper().stories());
        row("bound", run -> seconds(run.bound().seconds()));
        row("time to bound", run -> String.format(Locale.ROOT, "%.2f", run.ratio()));
        row("most in flight", run -> String.valueOf(run.mostInFlight()));
        gaps();
        row("peak heap", run -> Math.round(run.peakHeapBytes() / 1048576.0) + " MB");
        List<String> lines = new ArrayList<>();
        lines.add(report.words());
        lines.add("");
        lines.addAll(aligned());
        lines.add("");
        for (Measured run : report.runs()) {
            lines.add("bound, " + run.mode().heading() + ": " + run.bound().why());
        }
        lines.addAll(report.notes());
        return lines;
    }

    private void gaps() {
        List<String> spaced = report.runs().stream()
                .flatMap(run -> run.domains().stream())
                .filter(domain -> domain.intervalSeconds() > 0)
                .map(Measured.OfDomain::domain)
                .distinct()
                .sorted()
                .toList();
        if (spaced.size() <= NAMED) {
            spaced.forEach(name -> row("closest at " + name, run -> gap(run, name)));
        } else {
            row("closest at a spaced domain", run -> gap(run, ""));
        }
    }

    /** Smallest of one domain, or with no name of all that are spaced; rounded down, so that it is never told wider than it was. */
    private static String gap(Measured run, String name) {
        double smallest = run.domains().stream()
                .filter(domain -> domain.intervalSeconds() > 0 && (name.isEmpty() || name.equals(domain.domain())))
                .flatMapToDouble(domain -> domain.smallestGap().stream())
                .min()
                .orElse(-1);
        return smallest < 0 ? NOTHING : String.format(Locale.ROOT, "%.2f s", Math.floor(smallest * 100) / 100);
    }

    private void times(String title, Measured base, ToDoubleFunction<Measured> figure) {
        row(title, run -> {
            double own = figure.applyAsDouble(run);
            return own <= 0 ? NOTHING : String.format(Locale.ROOT, "%.1f \u00d7", figure.applyAsDouble(base) / own);
        });
    }

    private void row(String title, Function<Measured, String> cell) {
        List<String> row = new ArrayList<>();
        row.add(title);
        report.runs().forEach(run -> row.add(cell.apply(run)));
        rows.add(row);
    }

    private List<String> aligned() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String space = " ".repeat(width(column) - cell.length());
                line.append(column == 0 ? cell + space : "   " + space + cell);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 9.995 ? "%.2f s" : "%.1f s", seconds);
    }
}
