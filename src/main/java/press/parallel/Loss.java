package press.parallel;

/**
 * Something the edition had to do without.
 *
 * @param what {@code feed}, {@code story} or {@code picture}
 * @param title what a reader knows it by; of a picture, its story's
 * @param link its address
 * @param reason in plain words: what happened and what the press did instead
 */
public record Loss(String what, String title, String link, String reason) {}
