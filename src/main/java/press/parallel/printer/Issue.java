package press.parallel.printer;

import java.time.LocalDate;

/**
 * An edition that lies in the output folder, as the archive page shows it.
 *
 * @param id folder name, {@code <date>-<number>}
 * @param number of that date, from 1
 * @param volume year of the paper, 0 when the edition does not say
 * @param issue day of the paper, 0 when the edition does not say
 * @param stories number of stories printed
 * @param lead headline of its first story, "" when it printed none
 */
public record Issue(String id, LocalDate date, int number, int volume, long issue, int stories, String lead) {}
