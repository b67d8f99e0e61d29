package press.parallel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One run of the press, from feed list to printed paper.
 *
 * @param edition id: folder name, {@code <date>-<number>}, with {@code <paper>/} before it when it is not the daily one
 * @param date in the press's time zone
 * @param number from 1, counts the editions of that date
 * @param founded first day of the paper
 * @param started when it began; a run that is taken up again after a crash keeps its first start
 * @param fetchDeadline feeds that are not in by then are left out and named
 * @param deadline stories whose text is not in by then are printed with the feed's words
 * @param resumed the run before was killed and this one goes on where it was
 */
public record Run(
        String edition,
        LocalDate date,
        int number,
        LocalDate founded,
        Instant started,
        Instant fetchDeadline,
        Instant deadline,
        boolean resumed) {
    /** Days that the paper has come out for, this one included; 1 on its first. */
    public long issue() {
        return Math.max(1, 1 + ChronoUnit.DAYS.between(founded, date));
    }

    /** Years that the paper has come out for, this one included. */
    public int volume() {
        return (int) Math.max(1, 1 + ChronoUnit.YEARS.between(founded, date));
    }
}
