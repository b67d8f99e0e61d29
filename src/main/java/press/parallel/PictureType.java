package press.parallel;

import java.util.Locale;

/** The kinds of pictures that are printed; all of them are understood by every browser of today. */
public enum PictureType {
    JPEG("jpg"),
    PNG("png"),
    GIF("gif"),
    WEBP("webp"),
    AVIF("avif");

    private final String extension;

    PictureType(String extension) {
        this.extension = extension;
    }

    /** How names of such files end, without the dot. */
    public String extension() {
        return extension;
    }

    /** As in a Content-Type header. */
    public String mediaType() {
        return "image/" + name().toLowerCase(Locale.ROOT);
    }
}
