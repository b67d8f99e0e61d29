package press.parallel;

/**
 * Something the edition had to do without.
 *
 * @param what {@code feed} or {@code story}
 * @param title what a reader knows it by
 * @param link its address
 * @param reason in plain words: what happened and what the press did instead
 */
public record Loss(String what, String title, String link, String reason) {}
