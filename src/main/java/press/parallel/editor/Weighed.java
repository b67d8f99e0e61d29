package press.parallel.editor;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import press.parallel.Decision;
import press.parallel.Entry;
import press.parallel.FiledEntry;

/**
 * An entry of one feed with all that its place depends on.
 *
 * @param filed the entry with its feed and an assessment by the rules of today
 * @param section place of its section in the paper, from 0; -1 when there is none
 * @param date when it happened, see {@link FiledEntry#date()}
 * @param freshness points for being new
 * @param sum what its parts add up to, freshness included; may be below zero
 */
record Weighed(FiledEntry filed, int section, Instant date, long freshness, long sum) {
    /** Best first; of one sum the earlier section, the newer, then the key, so that the order never depends on chance. */
    static final Comparator<Weighed> PRINT_ORDER = Comparator.comparing(Weighed::sum, Comparator.reverseOrder())
            .thenComparing(Weighed::section)
            .thenComparing(Weighed::date, Comparator.reverseOrder())
            .thenComparing(Weighed::key)
            .thenComparing(weighed -> weighed.filed().feed())
            .thenComparing(weighed -> weighed.entry().title())
            .thenComparing(weighed -> weighed.entry().position());

    static Weighed of(FiledEntry filed, int section, Weights weights, Instant now) {
        Instant date = filed.date();
        double age = Math.max(0, Duration.between(date, now).toMillis());
        long freshness = Weights.inPoints(
                weights.freshness() * Math.pow(0.5, age / weights.halfLife().toMillis()));
        long sum = filed.assessment().parts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Weighed(filed, section, date, freshness, sum + freshness);
    }

    /** The parts that add up to {@link #sum()}, in the order they are explained. */
    Map<String, Long> parts() {
        Map<String, Long> parts = new LinkedHashMap<>(filed.assessment().parts());
        if (freshness != 0) {
            parts.put(Decision.FRESHNESS, freshness);
        }
        return parts;
    }

    Entry entry() {
        return filed.entry();
    }

    String key() {
        return filed.entry().key();
    }
}
