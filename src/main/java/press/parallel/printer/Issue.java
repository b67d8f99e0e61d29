package press.parallel.printer;

import java.time.LocalDate;

/**
 * An edition that lies in the output folder, as the archive page shows it.
 *
 * @param id folder name, {@code <date>-<number>}
 * @param number of that date, from 1
 * @param stories number of stories printed
 * @param lead headline of its first story, "" when it printed none
 */
public record Issue(String id, LocalDate date, int number, int stories, String lead) {}
