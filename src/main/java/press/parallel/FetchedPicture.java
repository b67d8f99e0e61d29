package press.parallel;

/** A picture on its way from the web to the newsroom. The bytes are not copied; nobody changes them. */
public record FetchedPicture(PictureFile file, byte[] bytes) {}
