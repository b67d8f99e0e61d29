package press.parallel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import press.parallel.newsstand.Arrival;
import press.parallel.newsstand.Arrival.Kind;

/**
 * Draws a report as SVG: a panel for each run, a lane for each domain, a bar for each request, on one scale of seconds. Where a domain is
 * spaced, the wait between two turns is a lighter band.
 */
public final class Timeline {
    /** Lanes of one panel; of more domains the busiest are shown. */
    private static final int MOST_LANES = 60;

    private static final int LEFT = 190;
    private static final int RIGHT = 24;
    private static final int WIDTH = 1280;
    private static final int LANE = 15;
    private static final int BAR = 11;
    private static final int HEAD = 66;
    private static final int PANEL_HEAD = 34;
    private static final int PANEL_FOOT = 38;
    private static final int TICKS = 12;
    private static final String REFUSED = "#c1121f";
    private static final String STYLE = """
            text { font: 11px system-ui, sans-serif; fill: #222 }
            .title { font-size: 18px; font-weight: 600 }
            .panel { font-size: 13px; font-weight: 600 }
            .quiet { fill: #666 }
            .wait { fill: #cfe0ee }
            .feed { fill: #0b66a8 }
            .article { fill: #e08a00 }
            .robots { fill: #8a8a8a }
            .refused { fill: %1$s; stroke: %1$s }
            .line { stroke: #e3e3e3 }
            .axis { stroke: #999 }
            """.formatted(REFUSED);

    private final BenchReport report;
    private final StringBuilder svg = new StringBuilder();
    private final double scale;
    private final double longest;

    private Timeline(BenchReport report) {
        this.report = report;
        this.longest =
                report.runs().stream().mapToDouble(Measured::totalSeconds).max().orElse(1);
        this.scale = (WIDTH - LEFT - RIGHT) / Math.max(0.001, longest);
    }

    /** A document of its own, for a browser. */
    public static String svg(BenchReport report) {
        return new Timeline(report).draw();
    }

    private String draw() {
        int y = HEAD;
        for (Measured run : report.runs()) {
            y = panel(run, y);
        }
        String head = """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img">
                <title>%3$s</title>
                <style>
                %4$s</style>
                <rect width="%1$d" height="%2$d" fill="#fff"/>
                """.formatted(WIDTH, y, escape(title()), STYLE);
        return head + "<text class=\"title\" x=\"16\" y=\"28\">" + escape(title()) + "</text>\n" + legend() + svg
                + "</svg>\n";
    }

    private String title() {
        return "Who was asked when: " + report.words();
    }

    private String legend() {
        StringBuilder legend = new StringBuilder();
        int x = 16;
        for (String[] entry : new String[][] {
            {"feed", "feed"},
            {"article", "article"},
            {"robots", "robots.txt"},
            {"refused", "refused (429)"},
            {"wait", "the domain's interval between two turns"}
        }) {
            if (entry[0].equals("refused")) {
                legend.append(cross(x + 7, 45));
            } else {
                legend.append("<rect class=\"%s\" x=\"%d\" y=\"40\" width=\"14\" height=\"%d\"/>%n"
                        .formatted(entry[0], x, BAR));
            }
            legend.append("<text x=\"%d\" y=\"50\">%s</text>%n".formatted(x + 20, entry[1]));
            x += 44 + 6 * entry[1].length();
        }
        return legend.toString();
    }

    /** @return where the next panel begins */
    private int panel(Measured run, int top) {
        List<Measured.OfDomain> domains = run.domains();
        List<Measured.OfDomain> shown = domains.subList(0, Math.min(MOST_LANES, domains.size()));
        Map<String, List<Arrival>> byDomain = run.byDomain();
        String left = shown.size() == domains.size()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; the %d busiest of %,d domains, %,d left out",
                        shown.size(),
                        domains.size(),
                        domains.size() - shown.size());
        text(
                "panel",
                16,
                top + 20,
                String.format(
                        Locale.ROOT,
                        "%s: %.1f s, %,d requests, %d refused%s",
                        run.mode().heading(),
                        run.totalSeconds(),
                        run.requests(),
                        run.refused(),
                        left));
        int lanes = top + PANEL_HEAD;
        int bottom = lanes + shown.size() * LANE;
        axis(lanes, bottom);
        int y = lanes;
        for (Measured.OfDomain domain : shown) {
            lane(run, domain, byDomain.getOrDefault(domain.domain(), List.of()), y);
            y += LANE;
        }
        return bottom + PANEL_FOOT;
    }

    private void axis(int top, int bottom) {
        double step = step();
        for (int i = 0; i * step <= longest; i++) {
            double x = x(i * step);
            svg.append("<line class=\"line\" x1=\"%1$s\" y1=\"%2$d\" x2=\"%1$s\" y2=\"%3$d\"/>%n"
                    .formatted(number(x), top, bottom));
            svg.append("<text class=\"quiet\" x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s s</text>%n"
                    .formatted(number(x), bottom + 14, number(i * step)));
        }
        svg.append("<line class=\"axis\" x1=\"%d\" y1=\"%2$d\" x2=\"%3$d\" y2=\"%2$d\"/>%n"
                .formatted(LEFT, bottom, WIDTH - RIGHT));
    }

    /** 1, 2 or 5 times a power of ten, so that the axis has at most a dozen ticks. */
    private double step() {
        double step = 0.01;
        double[] next = {2, 2.5, 2};
        for (int i = 0; longest / step > TICKS; i++) {
            step *= next[i % next.length];
        }
        return step;
    }

    private void lane(Measured run, Measured.OfDomain domain, List<Arrival> arrivals, int y) {
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
                .formatted(LEFT - 34, y + 11, escape(domain.domain())));
        svg.append("<text class=\"quiet\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%d</text>%n"
                .formatted(LEFT - 8, y + 11, domain.requests()));
        if (run.mode() == Mode.POLITE && domain.intervalSeconds() > 0) {
            waits(run, domain, arrivals, y);
        }
        List<Integer> tracks = tracks(arrivals);
        int all = tracks.stream().mapToInt(track -> track + 1).max().orElse(1);
        for (int i = 0; i < arrivals.size(); i++) {
            double height = (double) BAR / all;
            bar(run, arrivals.get(i), y + 2 + tracks.get(i) * height, height);
        }
    }

    /** A band from the end of each request to the moment when the next turn comes. */
    private void waits(Measured run, Measured.OfDomain domain, List<Arrival> arrivals, int y) {
        Arrival before = null;
        for (Arrival arrival : arrivals) {
            if (arrival.kind() == Kind.ROBOTS) {
                continue;
            }
            if (before != null) {
                double from = run.since(before.endNanos());
                double to = Math.min(run.since(arrival.nanos()), run.since(before.nanos()) + domain.intervalSeconds());
                if (to > from) {
                    svg.append("<rect class=\"wait\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"/>%n"
                            .formatted(number(x(from)), y + 4, number(x(to) - x(from)), BAR - 4));
                }
            }
            before = arrival;
        }
    }

    /** Requests of one domain that were under way together lie under one another. */
    private static List<Integer> tracks(List<Arrival> arrivals) {
        List<Long> ends = new ArrayList<>();
        List<Integer> tracks = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            int track = 0;
            while (track < ends.size() && ends.get(track) > arrival.nanos()) {
                track++;
            }
            if (track == ends.size()) {
                ends.add(arrival.endNanos());
            } else {
                ends.set(track, arrival.endNanos());
            }
            tracks.add(track);
        }
        return tracks;
    }

    private void bar(Measured run, Arrival arrival, double y, double height) {
        double from = run.since(arrival.nanos());
        double to = run.since(arrival.endNanos());
        svg.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s><title>%s</title></rect>%n"
                .formatted(
                        arrival.kind().name().toLowerCase(Locale.ROOT),
                        number(x(from)),
                        number(y),
                        number(Math.max(1, x(to) - x(from))),
                        number(height - (height > 4 ? 0 : 0.4)),
                        arrival.refused() ? " opacity=\"0.35\"" : "",
                        escape(String.format(
                                Locale.ROOT,
                                "%s%s, %d, %.2f to %.2f s",
                                arrival.host(),
                                arrival.path(),
                                arrival.status(),
                                from,
                                to))));
        if (arrival.refused()) {
            svg.append(cross(x(from) + 3, y + height / 2));
        }
    }

    private static String cross(double x, double y) {
        double arm = 3;
        return "<path class=\"refused\" stroke-width=\"1.8\" d=\"M%1$s %2$s L%3$s %4$s M%1$s %4$s L%3$s %2$s\"/>%n"
                .formatted(number(x - arm), number(y - arm), number(x + arm), number(y + arm));
    }

    private void text(String style, int x, int y, String text) {
        svg.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n".formatted(style, x, y, escape(text)));
    }

    private double x(double seconds) {
        return LEFT + seconds * scale;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
