package press.parallel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decisions about invented entries, every verdict among them: a full section with stories on both sides of its edge, one that only its floor
 * kept short, and one that nothing came in for. Names have no digits, so that a number on the page is a number of the press.
 */
public final class SampleRows {
    public static final Instant PRINTED_AT = Instant.parse("2026-11-22T06:00:41Z");

    public static final List<Section> SECTIONS = List.of(
            new Section("news", "News", List.of(), List.of("chip"), 10, new Share(1, 3), 1000),
            new Section("tech", "Technology", List.of(), List.of("chip"), 10, Share.ALL, 1200),
            new Section("garden", "Garden", List.of(), List.of(), 4, Share.ALL, 1000));

    private static final int FEEDS = 19;

    private SampleRows() {}

    public static List<Decision> rows() {
        List<Decision> rows = new ArrayList<>();
        for (int rank = 1; rank <= 10; rank++) {
            rows.add(row(rows.size(), "news", 2600 - 37 * rank - rank % 3, Verdict.PRINTED, rank));
            for (int other = rank; other % 4 == 0; other++) {
                rows.add(row(rows.size(), "news", 1700, Verdict.MERGED, 0));
            }
        }
        for (int i = 0; i < 6; i++) {
            rows.add(row(rows.size(), "news", 2244 - 60 * (i / 2), Verdict.OVER_THE_SHARE, 0));
        }
        for (int i = 0; i < 61; i++) {
            rows.add(row(rows.size(), "news", 2184 - 13 * i, Verdict.OVER_THE_SIZE, 0));
        }
        rows.add(row(rows.size(), "news", 777, Verdict.BELOW_THE_FLOOR, 0));
        rows.add(row(rows.size(), "news", -300, Verdict.BURIED, 0));
        rows.add(row(rows.size(), "news", -4000, Verdict.BURIED, 0));
        rows.add(row(rows.size(), "tech", 1900, Verdict.PRINTED, 1));
        rows.add(row(rows.size(), "tech", 1201, Verdict.PRINTED, 2));
        for (int i = 0; i < 5; i++) {
            rows.add(row(rows.size(), "tech", 1199 - i, Verdict.BELOW_THE_FLOOR, 0));
        }
        for (int i = 0; i < 8; i++) {
            rows.add(row(rows.size(), "tech", 1650, Verdict.PRINTED_BEFORE, 0));
        }
        rows.add(row(rows.size(), "", 1000, Verdict.NO_SECTION, 0));
        for (int i = 0; i < 1103; i++) {
            rows.add(row(rows.size(), "tech", 0, Verdict.TOO_OLD, 0));
        }
        return List.copyOf(rows);
    }

    /** The stories that the printed ones of these rows are, in print order. */
    public static List<Story> stories(List<Decision> rows) {
        return rows.stream()
                .filter(row -> row.verdict() == Verdict.PRINTED)
                .map(row -> new Story(
                        new FiledEntry(entry(row), row.feed(), row.feedTitle(), row.section(), row.date()),
                        row.section(),
                        row.rank(),
                        row.score(),
                        row.parts(),
                        row.words(),
                        row.rank() % 4 == 0
                                ? List.of(
                                        new Story.AlsoIn("The Elsewhere", row.title(), row.link()),
                                        new Story.AlsoIn("Evening & Sons", row.title(), row.link()))
                                : List.of()))
                .toList();
    }

    private static Entry entry(Decision row) {
        return new Entry(
                row.key(),
                row.link(),
                null,
                "",
                row.title(),
                "",
                row.date(),
                null,
                "",
                "<p>" + "Words of a story. ".repeat(40 + 90 * row.rank()) + "</p>",
                List.of(),
                0,
                0,
                null,
                null,
                true,
                0);
    }

    private static Decision row(int i, String section, long sum, Verdict verdict, int rank) {
        int feed = (int) (Math.sqrt(i * 7919L % 361));
        String host = letters(feed % 7) + ".example";
        return new Decision(
                "key " + i,
                "Story " + letters(i),
                URI.create("https://" + host + "/" + i),
                "https://feed" + feed + ".example/rss",
                // Two feeds of one name are two feeds.
                feed == 5 ? "Feed e" : "Feed " + letters(feed % FEEDS),
                feed % 7 == 6 ? "" : host,
                PRINTED_AT.minus(Duration.ofMinutes(7L * i + i % 2)),
                section,
                i % 3 == 0 ? List.of("chip ×2", "software") : List.of(),
                Math.max(0, sum),
                parts(i, sum, verdict),
                verdict,
                rank,
                verdict == Verdict.MERGED ? "key 1" : "");
    }

    private static Map<String, Long> parts(int i, long sum, Verdict verdict) {
        if (verdict == Verdict.TOO_OLD) {
            return Map.of();
        }
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("base", 1000L);
        parts.put(i % 2 == 0 ? "static source" : "points", 400L + i);
        if (sum < 0 || i % 4 == 1) {
            parts.put("policy celebrities", Math.min(-250L, sum - 2000));
        }
        parts.put(
                "freshness",
                sum - parts.values().stream().mapToLong(Long::longValue).sum());
        return parts;
    }

    /** A number in letters, from a. */
    private static String letters(int number) {
        return (number < 26 ? "" : letters(number / 26 - 1)) + (char) ('a' + number % 26);
    }
}
