package press.parallel.editor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.parallel.editor.LabelledPairs.Figures;
import press.parallel.editor.LabelledPairs.Pair;

/** How often two entries are rightly taken for one story, on pairs labelled by people. */
class SameStoriesQualityTest {
    private static final double LEAST_PRECISION = 0.95;
    private static final double LEAST_RECALL = 0.85;

    private final List<Pair> known = LabelledPairs.read("pairs-a.jsonl");
    private final List<Pair> heldOut = LabelledPairs.read("pairs-b.jsonl");

    @Test
    void nineteenOfTwentyJoinedPairsAreOneStoryAndSeventeenOfTwentyAreFound() {
        List<Pair> all = new ArrayList<>(known);
        all.addAll(heldOut);
        Figures figures = Figures.of(all);

        assertThat(all).hasSizeGreaterThanOrEqualTo(200);
        assertThat(figures.precision()).as(() -> report(all)).isGreaterThanOrEqualTo(LEAST_PRECISION);
        assertThat(figures.recall()).as(() -> report(all)).isGreaterThanOrEqualTo(LEAST_RECALL);
    }

    private String report(List<Pair> all) {
        return "all %s; a %s; b %s; wrong:\n%s\n"
                .formatted(
                        Figures.of(all),
                        Figures.of(known),
                        Figures.of(heldOut),
                        LabelledPairs.wrong(all).stream().map(Pair::toString).collect(joining("\n")));
    }
}
