package press.parallel;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A picture as handed to the printer: what was fetched, or the reason why it is missing. */
public record PictureCopy(
        URI address, @Nullable PictureFile file, @Nullable Loss loss) {}
