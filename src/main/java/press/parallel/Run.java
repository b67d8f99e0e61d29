package press.parallel;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One run of the press, from feed list to printed paper.
 *
 * @param edition id and folder name, {@code <date>-<number>}
 * @param date in the press's time zone
 * @param number from 1, counts the editions of that date
 * @param started when it began; a run that is taken up again after a crash keeps its first start
 * @param fetchDeadline feeds that are not in by then are left out and named
 * @param deadline stories whose text is not in by then are printed with the feed's words
 * @param resumed the run before was killed and this one goes on where it was
 */
public record Run(
        String edition,
        LocalDate date,
        int number,
        Instant started,
        Instant fetchDeadline,
        Instant deadline,
        boolean resumed) {}
