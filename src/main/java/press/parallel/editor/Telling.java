package press.parallel.editor;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import press.parallel.FiledEntry;

/**
 * How one entry tells its story: the words of its title and its lead, as numbers of a {@link Vocabulary}.
 *
 * @param millis when, in milliseconds since 1970
 * @param tells whether the title alone says enough, see {@link Headline#tells}
 * @param number where its site keeps it, see {@link ArticleNumber}; 0 when unknown
 * @param line hash of the title's words, equal for equal headlines
 * @param bag hash of the title's words, equal for equal words in whatever order
 * @param text hash of all words in their order, equal for equal texts
 * @param title words of the title in their order
 * @param lead words of the lead in their order
 * @param all every word once, words of one stem side by side
 * @param places of each in {@code all}: {@link #TITLE}, {@link #LEAD} or both
 */
record Telling(
        long millis,
        boolean tells,
        long number,
        long line,
        long bag,
        long text,
        int[] title,
        int[] lead,
        int[] all,
        byte[] places) {
    static final Telling NONE = new Telling(0, false, 0, 0, 0, 0, new int[0], new int[0], new int[0], new byte[0]);

    static final byte TITLE = 1;
    static final byte LEAD = 2;

    /** Words of a lead that count; of scripts without spaces, pairs of signs. */
    private static final int LEAD_WORDS = 60;

    private static final int LEAD_SIGNS = 120;
    private static final int TITLE_WORDS = 60;
    private static final int MOST_NUMBER = (1 << 30) - 1;

    /** A title in which more words than these begin with capitals (out of 10) is written in capitals: they name nothing. */
    private static final int CAPITALISED = 6;

    static Telling of(FiledEntry filed, long millis, Vocabulary words) {
        String title = Headline.titleOf(filed);
        Cutter cutter = new Cutter(words);
        String lead = Headline.clean(Lead.of(filed.entry()));
        boolean names = !CommonWords.isGerman(lead.isEmpty() ? title : lead);
        cutter.cut(Headline.clean(title), names && !isCapitalised(title), TITLE_WORDS, TITLE_WORDS);
        int[] inTitle = cutter.taken();
        Headline headline = Headline.of(filed);
        cutter.cut(lead, names, LEAD_WORDS, LEAD_SIGNS);
        int[] inLead = cutter.taken();

        long[] sorted = new long[inTitle.length + inLead.length];
        String ofLine = headline.line();
        long line = Vocabulary.hash(ofLine, 0, ofLine.length());
        long bag = 0;
        int n = 0;
        for (int word : inTitle) {
            bag += Vocabulary.mix(word + 1);
            sorted[n++] = place(words, word, TITLE);
        }
        long text = line;
        for (int word : inLead) {
            text = Vocabulary.mix(text + word + 1);
            sorted[n++] = place(words, word, LEAD);
        }
        Arrays.sort(sorted);
        int[] all = new int[n];
        byte[] places = new byte[n];
        int size = 0;
        for (long one : sorted) {
            int word = (int) (one >>> 2) & MOST_NUMBER;
            if (size == 0 || all[size - 1] != word) {
                if (size == 0 || words.stem(all[size - 1]) != words.stem(word)) {
                    words.counted(words.stem(word));
                }
                all[size++] = word;
            }
            places[size - 1] |= (byte) (one & 3);
        }
        return new Telling(
                millis,
                headline.tells(),
                ArticleNumber.of(filed.entry().link()),
                line,
                bag,
                text,
                inTitle,
                inLead,
                Arrays.copyOf(all, size),
                Arrays.copyOf(places, size));
    }

    private static long place(Vocabulary words, int word, byte place) {
        return (long) words.stem(word) << 32 | (long) word << 2 | place;
    }

    /** Whether capitals in it tell nothing: "Man Arrested After Shooting". */
    private static boolean isCapitalised(String title) {
        int large = 0;
        int all = 0;
        String[] parts = title.split("\\s+", -1);
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].length() >= 4 && Character.isLetter(parts[i].charAt(0))) {
                all++;
                large += Character.isUpperCase(parts[i].charAt(0)) ? 1 : 0;
            }
        }
        return large * 10 > all * CAPITALISED;
    }

    /** Cuts a text into words; runs of scripts without spaces into pairs of signs (Han) or three (Thai and its like). */
    private static final class Cutter {
        /** Letters that may follow a number. */
        private static final int UNIT = 3;

        private final Vocabulary words;
        private int[] taken = new int[64];
        private int size;
        private int spaced;
        private int unspaced;

        Cutter(Vocabulary words) {
            this.words = words;
        }

        int[] taken() {
            return Arrays.copyOf(taken, size);
        }

        void cut(String clean, boolean capitalsCount, int mostWords, int mostSigns) {
            size = 0;
            spaced = 0;
            unspaced = 0;
            boolean begins = true;
            int from = 0;
            for (int i = 0; i <= clean.length(); i++) {
                if (i == clean.length() || clean.charAt(i) == ' ' || clean.charAt(i) == '\n') {
                    if (i > from) {
                        cutWord(clean.substring(from, i), capitalsCount, begins);
                        begins = false;
                    }
                    begins |= i < clean.length() && clean.charAt(i) == '\n';
                    from = i + 1;
                    if (spaced >= mostWords || unspaced >= mostSigns) {
                        return;
                    }
                }
            }
        }

        private void cutWord(String raw, boolean capitalsCount, boolean begins) {
            int from = 0;
            UnicodeScript before = script(raw.codePointAt(0));
            for (int i = 0; i < raw.length(); ) {
                int sign = raw.codePointAt(i);
                UnicodeScript script = script(sign);
                if (script != before) {
                    run(raw.substring(from, i), before, capitalsCount, begins);
                    from = i;
                    before = script;
                }
                i += Character.charCount(sign);
            }
            run(raw.substring(from), before, capitalsCount, begins);
        }

        /** Scripts without spaces by name; all others, digits too, are UNKNOWN. */
        private static UnicodeScript script(int sign) {
            if (!Letters.isUnspaced(sign)) {
                return UnicodeScript.UNKNOWN;
            }
            UnicodeScript script = UnicodeScript.of(sign);
            return script == UnicodeScript.COMMON ? UnicodeScript.KATAKANA : script;
        }

        private void run(String run, UnicodeScript script, boolean capitalsCount, boolean begins) {
            switch (script) {
                case UNKNOWN -> word(run, capitalsCount, begins);
                case KATAKANA -> {
                    take(words.of(Headline.lower(run), Vocabulary.PLAIN));
                    unspaced += run.length();
                }
                // What Japanese inflects with.
                case HIRAGANA -> unspaced += run.length() / 2;
                case HAN -> grams(run, 2);
                default -> grams(run, 3);
            }
        }

        private void word(String whole, boolean capitalsCount, boolean begins) {
            String raw = withoutUnit(whole);
            int word = words.of(NumberWords.digits(Headline.lower(raw)), Vocabulary.PLAIN);
            take(word);
            spaced++;
            int first = raw.codePointAt(0);
            boolean capital = Character.isUpperCase(first);
            boolean shouted = capital && raw.length() > 1 && Character.isUpperCase(raw.codePointBefore(raw.length()));
            if (capitalsCount && (shouted || !begins) && (capital || Character.isLowerCase(first))) {
                words.seen(word, capital);
            }
        }

        /** The number of "5.4bn", "140km" and "15th". */
        private static String withoutUnit(String raw) {
            int digits = 0;
            while (digits < raw.length() && (Character.isDigit(raw.charAt(digits)) || raw.charAt(digits) == '.')) {
                digits++;
            }
            boolean unit = digits > 0 && raw.length() - digits <= UNIT;
            return unit && raw.chars().skip(digits).allMatch(Character::isLetter) ? raw.substring(0, digits) : raw;
        }

        private void grams(String run, int length) {
            int[] signs = run.codePoints().toArray();
            unspaced += signs.length;
            if (signs.length < length) {
                take(words.of(run, signs.length == 1 ? Vocabulary.SIGN : Vocabulary.SIGNS));
            }
            for (int i = 0; i + length <= signs.length; i++) {
                take(words.of(new String(signs, i, length), Vocabulary.SIGNS));
            }
        }

        private void take(int word) {
            if (size == taken.length) {
                taken = Arrays.copyOf(taken, size * 2);
            }
            taken[size++] = word;
        }
    }
}
