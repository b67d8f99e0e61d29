package press.parallel.editor;

/**
 * Where tellings wait to be found again by one of their keys: a table of shelves with 16 places each. A key knows its shelf; a new
 * telling pushes the oldest off a full one. So a hot key (10,000 entries of one template) costs no more than any other. What it costs
 * is that of such a crowd only the last 16, the nearest in print order, are found by this key; what sets a telling apart from the crowd
 * is rare and drawn most, and finds it by other keys.
 *
 * <p>Memory is bounded too: one or two places of 4 bytes for each key put in.
 */
final class Shelves {
    /** Four bytes each: with its sixteen places a shelf fills one line of the processor's cache. */
    private static final int PLACES = 16;

    /** What it is worth to be found by a key that few have. */
    static final int ALONE = 4;

    private static final int FEW = 4;
    private static final int MANY = 8;

    private static final int NUMBER_BITS = 24;
    private static final int NUMBER = (1 << NUMBER_BITS) - 1;
    private static final int MOST_SHELVES = 1 << 26;

    /**
     * A telling's number plus one, so that 0 is an empty place, below 8 bits of its key: one of 256 strangers on the shelf is taken for a
     * friend.
     */
    private final int[] places;

    private final int mask;

    /** Nobody reads it; without it the fetching would be left out. */
    @SuppressWarnings("unused")
    private int fetched;

    /** @param keys how many will be put in at most */
    Shelves(long keys) {
        long shelves = Math.min(MOST_SHELVES, Math.max(1, keys * 2 / PLACES));
        int size = (int) Long.highestOneBit(shelves);
        places = new int[size * PLACES];
        mask = size - 1;
    }

    /** @param number from 0 to 16,777,214 */
    void put(long key, int number) {
        int from = shelf(key);
        System.arraycopy(places, from, places, from + 1, PLACES - 1);
        places[from] = (int) key << NUMBER_BITS | (number + 1);
    }

    /**
     * Looks at every shelf once without taking anything: the processor fetches them from memory side by side, where one find after the other
     * would wait for each.
     */
    void fetch(long[] keys) {
        int sum = 0;
        for (long key : keys) {
            sum += places[shelf(key)];
        }
        fetched = sum;
    }

    /**
     * Gives {@code found} what was put in with this key, the latest first, with what the find is worth: {@link #ALONE} where few have this
     * key, less where many do.
     */
    void find(long key, Found found) {
        int from = shelf(key);
        int tag = (int) key << NUMBER_BITS;
        int to = from;
        int alike = 0;
        while (to < from + PLACES && places[to] != 0) {
            alike += (places[to] & ~NUMBER) == tag ? 1 : 0;
            to++;
        }
        int worth = alike <= FEW ? ALONE : alike <= MANY ? ALONE / 2 : ALONE / 4;
        for (int i = from; i < to; i++) {
            if ((places[i] & ~NUMBER) == tag) {
                found.take((places[i] & NUMBER) - 1, worth);
            }
        }
    }

    private int shelf(long key) {
        return ((int) (key >>> 8) & mask) * PLACES;
    }

    interface Found {
        void take(int number, int worth);
    }
}
