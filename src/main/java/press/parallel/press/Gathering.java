package press.parallel.press;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.parallel.Copy;
import press.parallel.RunSheet;
import press.parallel.Story;

/** What the aggregator holds of one edition: the run sheet once it is known, and the copy that has come in. Immutable. */
public record Gathering(@Nullable RunSheet sheet, Map<String, Copy> copies) {
    static final Gathering EMPTY = new Gathering(null, Map.of());

    public Gathering {
        copies = Map.copyOf(copies);
    }

    /** This with one more message: a {@link RunSheet} or a {@link Copy}. */
    Gathering with(@Nullable Object message) {
        if (message instanceof RunSheet known) {
            return new Gathering(known, copies);
        }
        if (message instanceof Copy copy) {
            Map<String, Copy> more = new LinkedHashMap<>(copies);
            more.put(copy.story().entry().key(), copy);
            return new Gathering(sheet, more);
        }
        throw new IllegalArgumentException("assemble-edition: expected a run sheet or a story's copy, but found "
                + (message == null ? "nothing" : message.getClass().getName()));
    }

    boolean allIn() {
        return sheet != null
                && sheet.stories().stream().map(story -> story.entry().key()).allMatch(copies::containsKey);
    }

    /** The copy of the stories on the run sheet, in its order; text that was fetched ahead and then not chosen is left out. */
    List<Copy> inOrder() {
        List<Copy> chosen = new ArrayList<>();
        for (Story story : sheet == null ? List.<Story>of() : sheet.stories()) {
            Copy copy = copies.get(story.entry().key());
            if (copy != null) {
                chosen.add(new Copy(story, copy.article(), copy.loss()));
            }
        }
        return chosen;
    }
}
