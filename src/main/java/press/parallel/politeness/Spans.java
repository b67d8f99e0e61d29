package press.parallel.politeness;

import java.time.Duration;

/** Spans of time in plain words. */
public final class Spans {
    private static final double NEARLY = 0.5;

    private Spans() {}

    /** Such as {@code 300 ms}, {@code 48 s}, {@code 2 min}, {@code 3 min 20 s}, {@code 5 h 10 min}; rounded up. */
    public static String of(Duration span) {
        long millis = Math.max(0, span.toMillis());
        if (millis < 1000 && millis > 0) {
            return millis + " ms";
        }
        long seconds = (millis + 999) / 1000;
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        long minutes = (seconds + 59) / 60;
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    /** Such as {@code a minute}, {@code an hour}, {@code a day}, {@code in 20 s}: the rhythm behind a wait of {@code span}, which may be the rest of a longer one. */
    public static String each(Duration span) {
        double seconds = span.toMillis() / 1000.0;
        if (isNearly(seconds, 1)) {
            return "a second";
        }
        if (isNearly(seconds, 60)) {
            return "a minute";
        }
        if (isNearly(seconds, 3600)) {
            return "an hour";
        }
        return isNearly(seconds, 86_400) ? "a day" : "in " + of(span);
    }

    private static boolean isNearly(double seconds, double unit) {
        return seconds <= unit * 1.02 && seconds >= unit * NEARLY;
    }
}
