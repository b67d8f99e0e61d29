package press.parallel;

/**
 * A picture that a story is printed with.
 *
 * @param picture what its page says of it
 * @param file what it is
 * @param lead it stands above the text, not inside it
 */
public record StoryPicture(Picture picture, PictureFile file, boolean lead) {}
