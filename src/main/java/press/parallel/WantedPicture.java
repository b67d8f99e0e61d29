package press.parallel;

/**
 * A picture that a story on the run sheet is to be printed with.
 *
 * @param lead it stands above the text, not inside it
 */
public record WantedPicture(Story story, Picture picture, boolean lead) {}
