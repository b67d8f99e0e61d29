package press.parallel;

import java.util.Locale;

/** Sizes in plain words. */
public final class Bytes {
    private static final double STEP = 1000;

    private Bytes() {}

    /** Such as {@code 812 bytes}, {@code 4.1 kB}, {@code 412 kB}, {@code 1.3 MB}; a kB is 1,000 bytes. */
    public static String of(long bytes) {
        if (bytes < STEP) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        double size = bytes / STEP;
        for (String unit : new String[] {"kB", "MB", "GB"}) {
            // 999.5 would be written as 1000.
            if (size < STEP - 0.5) {
                return String.format(Locale.ROOT, size < 9.95 ? "%.1f %s" : "%.0f %s", size, unit);
            }
            size /= STEP;
        }
        return String.format(Locale.ROOT, "%.1f TB", size);
    }
}
