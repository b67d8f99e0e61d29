package press.parallel.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a sorted list that does the same. */
class HeapTest {
    private static final Comparator<Item> BY_RANK =
            Comparator.comparingLong((Item item) -> item.rank).thenComparingInt(item -> item.number);

    private static final class Item {
        final int number;
        long rank;
        int place = -1;

        Item(int number) {
            this.number = number;
        }
    }

    private final Heap<Item> heap =
            new Heap<>(new Heap.Order<>(BY_RANK, item -> item.place, (item, place) -> item.place = place));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverComesLeavesAndChangesTheFirstAreTheFirst(long seed) {
        Random random = new Random(seed);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            items.add(new Item(i));
        }
        List<Item> in = new ArrayList<>();
        for (int step = 0; step < 5_000; step++) {
            Item item = items.get(random.nextInt(items.size()));
            if (random.nextInt(3) > 0) {
                item.rank = random.nextInt(100);
                heap.put(item);
                in.remove(item);
                in.add(item);
            } else {
                heap.remove(item);
                in.remove(item);
                assertThat(item.place).isEqualTo(-1);
            }
            in.sort(BY_RANK);
            assertThat(heap.size()).isEqualTo(in.size());
            assertThat(heap.first()).isSameAs(in.isEmpty() ? null : in.get(0));
            assertThat(heap.first(5)).isEqualTo(in.subList(0, Math.min(5, in.size())));
        }
        assertThat(heap.all()).containsExactlyInAnyOrderElementsOf(in);
    }
}
