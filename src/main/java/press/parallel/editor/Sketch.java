package press.parallel.editor;

/**
 * Draws words of a telling so that two tellings draw the same word the more often, the more they have in common: MinHash (Broder, <i>On the
 * resemblance and containment of documents</i>, 1997) for words of different weight. Each draw lets every word run for a random time,
 * {@code -ln(u) / weight} with {@code u} from the word's own hash, and takes the fastest; two tellings draw the same word with the
 * probability that Moulton and Jiang (2018) call the Jaccard index of probability distributions. Rare words and names are drawn
 * most, common words never.
 *
 * <p>Draws are put together to bands (Leskovec, Rajaraman, Ullman, <i>Mining of Massive Datasets</i>, chapter 3.4): 16 bands of two draws from the
 * title, 56 of two and 24 of one from title and lead. Tellings of likeness s agree in {@code 56 s^2 + 24 s} of the latter on average, and
 * three are needed to be checked (see {@link SameStories}): at s = 0.1 that finds 57 of 100, at 0.15 87, at 0.2 97, at 0.3 all. Short bands are
 * needed because two reporters of one event share little; what they let through by chance, the exact check sorts out.
 */
final class Sketch {
    /** Bands of two draws from the title, of two from title and lead, of one from title and lead. */
    private static final int TITLE_PAIRS = 16;

    private static final int PAIRS = 56;
    private static final int SINGLES = 24;

    /** Chances to be found. */
    static final int BANDS = TITLE_PAIRS + PAIRS + SINGLES;

    /** The title says it in fewer words than the lead. */
    private static final float TITLE_COUNTS = 2;

    /** {@code -ln} of the middles of 65,536 equal parts of 0 to 1. */
    private static final float[] MINUS_LN = new float[1 << 16];

    static {
        for (int i = 0; i < MINUS_LN.length; i++) {
            MINUS_LN[i] = (float) -Math.log((i + 0.5) / MINUS_LN.length);
        }
    }

    private final Vocabulary words;
    private long[] stems = new long[256];
    private float[] slowness = new float[256];
    private int size;

    Sketch(Vocabulary words) {
        this.words = words;
    }

    /** One key for each band; 0 where there is nothing to draw from. */
    long[] of(Telling telling) {
        long[] keys = new long[BANDS];
        load(telling, true);
        for (int band = 0; band < TITLE_PAIRS; band++) {
            keys[band] = key(band, 2);
        }
        load(telling, false);
        for (int band = TITLE_PAIRS; band < BANDS; band++) {
            keys[band] = key(band, band < TITLE_PAIRS + PAIRS ? 2 : 1);
        }
        return keys;
    }

    private void load(Telling telling, boolean onlyTitle) {
        int length = telling.all().length;
        if (stems.length < length) {
            stems = new long[length * 2];
            slowness = new float[length * 2];
        }
        size = 0;
        for (int i = 0; i < length; i++) {
            int word = telling.all()[i];
            boolean inTitle = (telling.places()[i] & Telling.TITLE) != 0;
            float weight = words.weight(word);
            if (weight > 0 && (inTitle || !onlyTitle) && !words.isCommon(word)) {
                stems[size] = words.stemKey(word);
                // The third power sets rare words further apart from others.
                slowness[size++] = 1 / (weight * weight * weight * (inTitle ? TITLE_COUNTS : 1));
            }
        }
    }

    private long key(int band, int rows) {
        if (size == 0) {
            return 0;
        }
        long key = band + 1;
        for (int row = 0; row < rows; row++) {
            long draw = Vocabulary.mix(band * 2 + row + 1);
            float fastest = Float.MAX_VALUE;
            long first = 0;
            for (int i = 0; i < size; i++) {
                long random = Vocabulary.mix(stems[i] ^ draw);
                float time = MINUS_LN[(int) (random >>> 48)] * slowness[i];
                if (time < fastest || (time == fastest && stems[i] < first)) {
                    fastest = time;
                    first = stems[i];
                }
            }
            key = Vocabulary.mix(key ^ first) + row;
        }
        return key;
    }
}
