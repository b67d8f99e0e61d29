package press.parallel.editor;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;

/**
 * The words of one batch as numbers, each with its beginning, its rarity and the sides it takes. Words are kept as 64-bit hashes, so that
 * a batch of 100,000 entries keeps no strings: two of a million words meet with a probability of 3 in 100 million.
 *
 * <p>Languages inflect at the end of words (Russian, Polish, Turkish, Korean, Hindi) more than elsewhere, so two words count as one when
 * they begin alike and end in few other letters, see {@link #alike}. Words of one {@link #stem} are neighbours of which that is asked.
 */
final class Vocabulary {
    static final byte PLAIN = 0;
    static final byte COMMON = 1;
    static final byte NUMBER = 2;
    /** A pair of Han signs, three of Thai: not a word, so its ends say nothing. */
    static final byte SIGNS = 3;
    /** One sign alone. */
    static final byte SIGN = 4;

    /** As many documents is what we believe in before the batch speaks: with 1000 entries both count the same. */
    private static final double BELIEVED = 1000;

    /** In how many of these a word stands, by what it looks like: long words are rarer than short ones (Zipf). */
    private static final double COMMON_IN = 500;

    private static final double[] IN_BY_LENGTH = {30, 30, 30, 30, 12, 10, 5, 4, 2};
    private static final double NUMBER_IN = 4;
    private static final double SHORT_NUMBER_IN = 20;
    private static final double SIGNS_IN = 3;
    private static final double SIGN_IN = 50;
    private static final double NAME_IN = 2;
    /** A name tells events apart better than another word as rare. */
    private static final double NAME_COUNTS = 1.5;

    /** Of the longer word, so much must be common to both, and no more letters than that may follow. */
    private static final double BEGINNING = 0.6;

    private static final int ENDING = 4;
    private static final int TAIL = 7;

    private int size;
    private int stems;
    private int[] slots = filled(1 << 12);
    private int[] stemSlots = filled(1 << 12);
    private long[] keys = new long[1 << 11];
    private long[] stemKeys = new long[1 << 11];
    private int[] stem = new int[1 << 11];
    private long[] tail = new long[1 << 11];
    private byte[] kind = new byte[1 << 11];
    private byte[] length = new byte[1 << 11];
    private int[] sides = new int[1 << 11];
    private short[] concept = new short[1 << 11];
    private int[] capitals = new int[1 << 11];
    private int[] smalls = new int[1 << 11];
    private int[] entries = new int[1 << 11];
    private boolean[] name = new boolean[0];
    private float[] weight = new float[0];

    /** The number of a word, folded. */
    int of(String word, byte givenKind) {
        long key = hash(word, 0, word.length());
        int slot = find(slots, keys, key);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        if (size == keys.length) {
            grow();
            slot = find(slots, keys, key);
        }
        slots[slot] = size;
        keys[size] = key;
        kind[size] = givenKind == PLAIN ? kindOf(word) : givenKind;
        sides[size] = kind[size] == COMMON ? Turns.of(word) & Turns.NEGATION : Turns.of(word);
        concept[size] = kind[size] == COMMON || kind[size] == NUMBER ? Concepts.NONE : Concepts.of(word);
        learnBeginning(word);
        return size++;
    }

    private static byte kindOf(String word) {
        if (word.codePoints().anyMatch(Character::isDigit)) {
            return NUMBER;
        }
        return CommonWords.contains(word) ? COMMON : PLAIN;
    }

    private void learnBeginning(String word) {
        int from = kind[size] == PLAIN ? articleLength(word) : 0;
        int most = kind[size] == PLAIN ? beginningOf(word.codePointAt(from)) : word.length();
        int end = from;
        int taken = 0;
        while (end < word.length() && taken < most) {
            end += Character.charCount(word.codePointAt(end));
            taken++;
        }
        stem[size] = stemOf(hash(word, from, end) + kind[size] / 2);
        long packed = 0;
        int rest = 0;
        for (int i = end; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            if (rest < TAIL) {
                packed |= (mix(word.codePointAt(i)) & 0xFF) << (8 * rest);
            }
            rest++;
        }
        tail[size] = packed | (long) Math.min(rest, Byte.MAX_VALUE) << 56;
        length[size] = (byte) Math.min(taken + rest, Byte.MAX_VALUE);
    }

    /** Arabic writes article, "and", "to", "in" and "like" into the word. */
    private static int articleLength(String word) {
        if (word.charAt(0) < 0x0620 || word.charAt(0) > 0x064A) {
            return 0;
        }
        int from = "وفبكل".indexOf(word.charAt(0)) >= 0 && word.length() > 5 ? 1 : 0;
        if (word.startsWith("ال", from) && word.length() - from > 4) {
            return from + 2;
        }
        return word.startsWith("لل") && word.length() > 4 ? 2 : word.startsWith("و") ? from : 0;
    }

    /** How many letters begin a word, by script: a Korean syllable is two or three letters, Arabic writes no short vowels. */
    private static int beginningOf(int sign) {
        if (sign < 0x0590) {
            return 4;
        }
        return UnicodeScript.of(sign) == UnicodeScript.HANGUL ? 2 : 3;
    }

    private int stemOf(long key) {
        int slot = find(stemSlots, stemKeys, key);
        if (stemSlots[slot] < 0) {
            if (stems == stemKeys.length) {
                stemKeys = Arrays.copyOf(stemKeys, stems * 2);
                entries = Arrays.copyOf(entries, stems * 2);
                stemSlots = rehashed(stemKeys, stems);
                slot = find(stemSlots, stemKeys, key);
            }
            stemSlots[slot] = stems;
            stemKeys[stems] = key;
            stems++;
        }
        return stemSlots[slot];
    }

    /** Notes one more place where a word stands with a capital or small first letter, not at a sentence's beginning. */
    void seen(int word, boolean capital) {
        (capital ? capitals : smalls)[word]++;
    }

    /** Notes one more entry with this stem. */
    void counted(int stemNumber) {
        entries[stemNumber]++;
    }

    /** To be called once, when all entries are known; before that no word has a weight, and none is a name. */
    void weigh(int allEntries) {
        weight = new float[size];
        name = new boolean[size];
        double rarest = Math.log((allEntries + BELIEVED) / (1 + NAME_IN));
        for (int word = 0; word < size; word++) {
            name[word] = capitals[word] > smalls[word] && (kind[word] == PLAIN || kind[word] == COMMON);
            double in = name[word] ? NAME_IN : believedIn(word);
            double idf = Math.log((allEntries + BELIEVED) / (entries[stem[word]] + in)) / rarest;
            weight[word] = (float) (Math.max(0, idf) * (name[word] ? NAME_COUNTS : 1));
        }
    }

    private double believedIn(int word) {
        return switch (kind[word]) {
            case COMMON -> COMMON_IN;
            case NUMBER -> length[word] <= 1 ? SHORT_NUMBER_IN : NUMBER_IN;
            case SIGNS -> SIGNS_IN;
            case SIGN -> SIGN_IN;
            default -> IN_BY_LENGTH[Math.min(length[word], IN_BY_LENGTH.length - 1)];
        };
    }

    /** Whether it stands with a capital where others do not; "Var" and "New" are common only in small letters. */
    boolean isName(int word) {
        return name[word];
    }

    boolean isNumber(int word) {
        return kind[word] == NUMBER;
    }

    boolean isCommon(int word) {
        return kind[word] == COMMON && !isName(word);
    }

    int sides(int word) {
        return sides[word];
    }

    /** See {@link Concepts}; a name stands for nothing else. */
    short concept(int word) {
        return isName(word) ? Concepts.NONE : concept[word];
    }

    int stem(int word) {
        return stem[word];
    }

    /** A hash of the stem that does not depend on the batch. */
    long stemKey(int word) {
        return stemKeys[stem[word]];
    }

    /** 0 for a word that stands everywhere to 1 for the rarest, 1.5 for a rare name. */
    float weight(int word) {
        return weight[word];
    }

    /** Whether two words of one stem are one word, inflected. */
    boolean alike(int one, int other) {
        if (one == other) {
            return true;
        }
        if (kind[one] != PLAIN || kind[other] != PLAIN) {
            return false;
        }
        int oneRest = (int) (tail[one] >>> 56);
        int otherRest = (int) (tail[other] >>> 56);
        int common = Math.min(
                Math.min(TAIL, Math.min(oneRest, otherRest)), Long.numberOfTrailingZeros(tail[one] ^ tail[other]) / 8);
        if (common == TAIL) {
            return true;
        }
        int longest = Math.max(length[one], length[other]);
        int rest = Math.max(oneRest, otherRest) - common;
        return rest <= ENDING && longest - rest >= BEGINNING * longest;
    }

    private void grow() {
        int more = size * 2;
        keys = Arrays.copyOf(keys, more);
        stem = Arrays.copyOf(stem, more);
        tail = Arrays.copyOf(tail, more);
        kind = Arrays.copyOf(kind, more);
        length = Arrays.copyOf(length, more);
        sides = Arrays.copyOf(sides, more);
        concept = Arrays.copyOf(concept, more);
        capitals = Arrays.copyOf(capitals, more);
        smalls = Arrays.copyOf(smalls, more);
        slots = rehashed(keys, size);
    }

    private static int find(int[] slots, long[] keys, long key) {
        int slot = (int) mix(key) & (slots.length - 1);
        while (slots[slot] >= 0 && keys[slots[slot]] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static int[] rehashed(long[] keys, int size) {
        int[] slots = filled(keys.length * 2);
        for (int i = 0; i < size; i++) {
            slots[find(slots, keys, keys[i])] = i;
        }
        return slots;
    }

    private static int[] filled(int size) {
        int[] slots = new int[size];
        Arrays.fill(slots, -1);
        return slots;
    }

    /** FNV-1a over the chars, then {@link #mix}. */
    static long hash(CharSequence text, int from, int to) {
        long hash = 0xCBF29CE484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit of the outcome depends on every bit. */
    static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
