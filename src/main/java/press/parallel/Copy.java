package press.parallel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story as handed to the printer ("copy" in newsroom usage): with its full text, or with the reason it has none and is printed
 * with the feed's own words.
 *
 * @param pictures those that were had, the lead first
 */
public record Copy(
        Story story, @Nullable Article article, @Nullable Loss loss, List<StoryPicture> pictures) {
    public Copy {
        pictures = List.copyOf(pictures);
    }

    /** Without pictures, or before they are in. */
    public Copy(Story story, @Nullable Article article, @Nullable Loss loss) {
        this(story, article, loss, List.of());
    }

    /** The text that is printed; null when the feed's words are. */
    public @Nullable Article text() {
        return loss == null ? article : null;
    }

    /** The picture above the text: the page's own is larger than what feeds bring. Null when neither names one. */
    public @Nullable Picture lead() {
        Article text = text();
        if (text != null && text.image() != null) {
            return text.image();
        }
        return story.entry().image() == null ? null : Picture.at(story.entry().image());
    }
}
