package press.parallel.press;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.parallel.Copy;
import press.parallel.PictureCopy;
import press.parallel.PictureFile;
import press.parallel.RunSheet;
import press.parallel.Story;
import press.parallel.StoryPicture;
import press.parallel.WantedPicture;

/**
 * What the aggregator holds of one edition: the run sheet once it is known, and the copy that has come in. Immutable; one more costs the
 * same however many there are.
 */
public final class Gathering {
    static final Gathering EMPTY = new Gathering(null, null, 0, Map.of());

    private final @Nullable RunSheet sheet;
    private final @Nullable Pile copies;
    private final int height;
    private final Map<URI, PictureCopy> pictures;

    /** The copy that came last, on those that came before. */
    private record Pile(Copy top, @Nullable Pile below) {}

    private Gathering(@Nullable RunSheet sheet, @Nullable Pile copies, int height, Map<URI, PictureCopy> pictures) {
        this.sheet = sheet;
        this.copies = copies;
        this.height = height;
        this.pictures = pictures;
    }

    /** Null until it is known. */
    public @Nullable RunSheet sheet() {
        return sheet;
    }

    /** This with one more message: a {@link RunSheet}, a {@link Copy} or a {@link PictureCopy}. */
    Gathering with(@Nullable Object message) {
        if (message instanceof RunSheet known) {
            return new Gathering(known, copies, height, pictures);
        }
        if (message instanceof Copy copy) {
            return new Gathering(sheet, new Pile(copy, copies), height + 1, pictures);
        }
        if (message instanceof PictureCopy picture) {
            Map<URI, PictureCopy> more = new HashMap<>(pictures);
            more.put(picture.address(), picture);
            return new Gathering(sheet, copies, height, Map.copyOf(more));
        }
        throw new IllegalArgumentException(
                "assemble-edition: expected a run sheet, a story's copy or a picture, but found "
                        + (message == null ? "nothing" : message.getClass().getName()));
    }

    /** By key of the story; of several the one that came last. */
    public Map<String, Copy> copies() {
        Map<String, Copy> byKey = new LinkedHashMap<>();
        for (Pile pile = copies; pile != null; pile = pile.below()) {
            byKey.putIfAbsent(pile.top().story().entry().key(), pile.top());
        }
        return byKey;
    }

    /** Pictures that were had or are lost, by address. */
    public Map<URI, PictureCopy> pictures() {
        return pictures;
    }

    /** Whether every story of the run sheet has its text or its loss. Looks through the copies only when there are enough of them. */
    public boolean allIn() {
        if (sheet == null || height < sheet.stories().size()) {
            return false;
        }
        Map<String, Copy> in = copies();
        return sheet.stories().stream().map(story -> story.entry().key()).allMatch(in::containsKey);
    }

    /**
     * The copy of the stories on the run sheet, in its order, with the pictures that were had; text that was fetched ahead and then not
     * chosen is left out.
     *
     * @param wanted the pictures of a story, by its key
     */
    List<Copy> inOrder(Function<String, List<WantedPicture>> wanted) {
        Map<String, Copy> in = copies();
        List<Copy> chosen = new ArrayList<>();
        for (Story story : sheet == null ? List.<Story>of() : sheet.stories()) {
            Copy copy = in.get(story.entry().key());
            if (copy != null) {
                chosen.add(new Copy(
                        story,
                        copy.article(),
                        copy.loss(),
                        had(wanted.apply(story.entry().key()))));
            }
        }
        return chosen;
    }

    private List<StoryPicture> had(List<WantedPicture> wanted) {
        List<StoryPicture> had = new ArrayList<>();
        for (WantedPicture one : wanted) {
            PictureCopy copy = pictures.get(one.picture().address());
            PictureFile file = copy == null ? null : copy.file();
            if (file != null) {
                had.add(new StoryPicture(one.picture(), file, one.lead()));
            }
        }
        return had;
    }
}
