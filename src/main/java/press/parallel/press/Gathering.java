package press.parallel.press;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.parallel.Copy;
import press.parallel.RunSheet;
import press.parallel.Story;

/**
 * What the aggregator holds of one edition: the run sheet once it is known, and the copy that has come in. Immutable; one more costs the
 * same however many there are.
 */
public final class Gathering {
    static final Gathering EMPTY = new Gathering(null, null, 0);

    private final @Nullable RunSheet sheet;
    private final @Nullable Pile copies;
    private final int height;

    /** The copy that came last, on those that came before. */
    private record Pile(Copy top, @Nullable Pile below) {}

    private Gathering(@Nullable RunSheet sheet, @Nullable Pile copies, int height) {
        this.sheet = sheet;
        this.copies = copies;
        this.height = height;
    }

    /** Null until it is known. */
    public @Nullable RunSheet sheet() {
        return sheet;
    }

    /** This with one more message: a {@link RunSheet} or a {@link Copy}. */
    Gathering with(@Nullable Object message) {
        if (message instanceof RunSheet known) {
            return new Gathering(known, copies, height);
        }
        if (message instanceof Copy copy) {
            return new Gathering(sheet, new Pile(copy, copies), height + 1);
        }
        throw new IllegalArgumentException("assemble-edition: expected a run sheet or a story's copy, but found "
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

    /** Looks through the copies only when there are enough of them. */
    boolean allIn() {
        if (sheet == null || height < sheet.stories().size()) {
            return false;
        }
        Map<String, Copy> in = copies();
        return sheet.stories().stream().map(story -> story.entry().key()).allMatch(in::containsKey);
    }

    /** The copy of the stories on the run sheet, in its order; text that was fetched ahead and then not chosen is left out. */
    List<Copy> inOrder() {
        Map<String, Copy> in = copies();
        List<Copy> chosen = new ArrayList<>();
        for (Story story : sheet == null ? List.<Story>of() : sheet.stories()) {
            Copy copy = in.get(story.entry().key());
            if (copy != null) {
                chosen.add(new Copy(story, copy.article(), copy.loss()));
            }
        }
        return chosen;
    }
}
