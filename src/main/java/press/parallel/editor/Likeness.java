package press.parallel.editor;

import java.util.Arrays;

/**
 * The exact check: whether two tellings are of one event. What counts is not how much of the two texts is equal (templates are nearly
 * equal, two reporters of one fire are not), but whether the one says in its text what the other says in its title.
 *
 * <p>Words count by their {@link Vocabulary#weight}; inflected words and words of one {@link Concepts concept} are found too. Where
 * both have a lead and other titles, evidence is added up and must exceed {@link #NEEDED}. The weights were fitted by logistic regression to
 * labelled pairs and rounded; all have the sign one expects. Where titles are equal they are no evidence, and the leads decide; where a
 * lead is missing, the title must stand nearly whole in the other.
 *
 * <p>For one batch, by one thread.
 */
final class Likeness {
    /** Further apart nothing is one story: an event is news for two days, what is told later is about its consequences. */
    private static final long LAPSE_MILLIS = 48 * 60 * 60 * 1000L;

    private static final double HOUR_MILLIS = 60 * 60 * 1000;

    /** The least evidence; 1.8 is where a pair is as likely right as wrong, the rest buys precision. */
    private static final double NEEDED = 2.0;

    /** Of the title that is better covered: how much of its words, names aside, is found in the other, from 0 to 1. */
    private static final double TITLE_COVERED = 1.8;
    /** Of the title that is worse covered: how much of its names is found in the other, from 0 to 1. */
    private static final double NAMES_COVERED = 0.3;
    /** Words found in both titles, names and numbers aside, up to a weight of 4. */
    private static final double IN_BOTH_TITLES = 0.6 / 4;
    /** Words of one title found in the other's lead only, names and numbers aside, up to a weight of 4: the strongest sign. */
    private static final double IN_TITLE_AND_LEAD = 3.4 / 4;

    private static final double MOST_WORDS = 4;
    /** Names found in both, up to a weight of 6. Many events have one name. */
    private static final double NAMES = 0.5 / 6;

    private static final double MOST_NAMES = 6;
    /** Numbers found in both, up to a weight of 2. */
    private static final double NUMBERS = 1.6 / 2;

    private static final double MOST_NUMBERS = 2;
    /** For each hour after the first, up to 24: one event is told by all within hours, its consequences are told the day after. */
    private static final double HOURS = -2.8 / 24;

    private static final double MOST_HOURS = 24;
    /** What stands in one place of two titles told in the same order, up to a weight of 3, times the order beyond {@link #ORDERED}. */
    private static final double EXCHANGED = -3.4;

    private static final double MOST_EXCHANGED = 3;
    private static final double ORDERED = 0.3;
    /** The same for leads; those of different hands have half their words in one order by chance. */
    private static final double LEADS_ORDERED = 0.6;
    /** Words and names of both titles that the other does not have at all, up to a weight of 3. */
    private static final double WORDS_MISSING = -0.5 / 3;

    private static final double NAMES_MISSING = -0.8 / 3;
    private static final double MOST_MISSING = 3;
    /** One title says yes, the other no, see {@link Turns}. */
    private static final double OPPOSED = -1.6;

    /** Titles of which so much is in the other title are equal, up to "Watch:" and spelling. */
    private static final double EQUAL_TITLES = 0.9;
    /** Leads below equal titles must share so much: two weather forecasts share a fifth, cuts of one wire text two thirds. */
    private static final double LEADS_ALIKE = 0.45;
    /** A lead of less weight, two words or so beside those of the title, says nothing. */
    private static final double LEAST_LEAD = 1.5;

    /** A title without lead must be found to this part in the other's text, and weigh so much. */
    private static final double REPOST_COVERED = 0.6;

    private static final double REPOST_LEAST = 1.5;
    /** A long title, of which so much is found, may add more of its own. */
    private static final double REPOST_MUCH = 4;

    private static final double REPOST_MUCH_COVERED = 0.45;
    /** What may be exchanged in it, see {@link #EXCHANGED}. */
    private static final double REPOST_EXCHANGED = 0.6;
    /** Of two titles without leads the shorter must be in the longer, and be so much of it. */
    private static final double SHORTER = 0.95;

    private static final double LONGER = 0.7;

    /** More than anything else: one page of one site, whatever its title is now. */
    private static final double ONE_ARTICLE = 10;

    private static final int IN_TITLE = Telling.TITLE | Telling.TITLE << 2;

    private final Vocabulary words;
    private final Side one = new Side();
    private final Side other = new Side();
    private int[] common = new int[1024];

    Likeness(Vocabulary words) {
        this.words = words;
    }

    /** Whether two tellings lie close enough in time. */
    boolean isNear(Telling first, Telling second) {
        return Math.abs(first.millis() - second.millis()) <= LAPSE_MILLIS;
    }

    /** Above 0 when both tell one event; the more, the surer. */
    double of(Telling first, Telling second) {
        one.load(first);
        other.load(second);
        findWords();
        findConcepts(one, other);
        findConcepts(other, one);
        one.sum();
        other.sum();
        if (first.number() != 0 && first.number() == second.number() && one.titleFound + other.titleFound > 0) {
            return ONE_ARTICLE;
        }
        boolean equal = first.line() == second.line();
        boolean leads = one.leadWeight >= LEAST_LEAD;
        boolean otherLeads = other.leadWeight >= LEAST_LEAD;
        if (leads && otherLeads) {
            return equal || inBothTitles() >= EQUAL_TITLES ? byLeads() : byEvidence();
        }
        if (!first.tells() || !second.tells() || isOpposed()) {
            return 0;
        }
        if (equal) {
            return MOST_WORDS;
        }
        if (leads || otherLeads) {
            return byRepost(leads ? other : one, leads ? one : other);
        }
        return byTitles();
    }

    private double inBothTitles() {
        double all = one.title + other.title;
        return all == 0 ? 0 : (one.titleInTitle + other.titleInTitle) / all;
    }

    private boolean isOpposed() {
        boolean denied = ((one.titleSides ^ other.titleSides) & Turns.NEGATION) != 0;
        return denied || Turns.oppose(one.titleSides, other.titleSides);
    }

    private double byLeads() {
        double alike = (one.leadFound + other.leadFound) / (one.leadWeight + other.leadWeight);
        boolean otherNumbers = one.numbersMissing > 0 && other.numbersMissing > 0;
        return alike >= LEADS_ALIKE && !otherNumbers && !isOpposed() ? MOST_WORDS + alike : 0;
    }

    private double byEvidence() {
        double hours = Math.max(0, Math.abs(one.telling.millis() - other.telling.millis()) / HOUR_MILLIS - 1);
        double evidence = TITLE_COVERED * Math.max(one.covered(), other.covered())
                + NAMES_COVERED * Math.min(one.namesCovered(), other.namesCovered())
                + IN_BOTH_TITLES * Math.min(MOST_WORDS, (one.wordsInTitle + other.wordsInTitle) / 2)
                + IN_TITLE_AND_LEAD * Math.min(MOST_WORDS, (one.wordsAcross + other.wordsAcross) / 2)
                + NAMES * Math.min(MOST_NAMES, (one.namesFound + other.namesFound) / 2)
                + NUMBERS * Math.min(MOST_NUMBERS, Math.min(one.numbersFound, other.numbersFound))
                + HOURS * Math.min(MOST_HOURS, hours)
                + WORDS_MISSING * Math.min(MOST_MISSING, Math.min(one.wordsMissing, other.wordsMissing))
                + NAMES_MISSING * Math.min(MOST_MISSING, Math.min(one.namesMissing, other.namesMissing))
                + (Turns.oppose(one.titleSides, other.titleSides) ? OPPOSED : 0)
                - NEEDED;
        if (evidence <= 0) {
            return 0;
        }
        double inLeads = exchanged(one.telling.lead(), other.telling.lead(), LEADS_ORDERED);
        return Math.max(0, evidence + EXCHANGED * inTitles() + EXCHANGED * inLeads);
    }

    private double byRepost(Side title, Side whole) {
        boolean otherNumbers = title.numbersMissing > 0 && whole.titleNumbersMissing > 0;
        double covered = title.titleFound / Math.max(title.title, 1);
        boolean told = (title.titleFound >= REPOST_LEAST && covered >= REPOST_COVERED)
                || (title.titleFound >= REPOST_MUCH && covered >= REPOST_MUCH_COVERED);
        return told && !otherNumbers && inTitles() < REPOST_EXCHANGED ? covered : 0;
    }

    private double byTitles() {
        double least = Math.min(one.title, other.title);
        double most = Math.max(one.title, other.title);
        double found = Math.max(one.titleFound / Math.max(one.title, 1), other.titleFound / Math.max(other.title, 1));
        boolean whole = found >= SHORTER && least >= LONGER * most;
        boolean named = one.namesMissing + other.namesMissing + one.numbersMissing + other.numbersMissing == 0;
        return whole && named && isOrdered() ? found : 0;
    }

    /** Of two titles of the same words only one part may stand in another place: "Celtics beat Lakers", "Lakers beat Celtics". */
    private boolean isOrdered() {
        if (one.telling.bag() != other.telling.bag()) {
            return true;
        }
        int[] moved = one.telling.title();
        int parted = 0;
        for (int i = 1; i < moved.length; i++) {
            parted += areNeighbours(moved[i - 1], moved[i], other.telling.title()) ? 0 : 1;
        }
        return parted <= 1;
    }

    private static boolean areNeighbours(int word, int next, int[] title) {
        for (int i = 1; i < title.length; i++) {
            if (title[i - 1] == word && title[i] == next) {
                return true;
            }
        }
        return false;
    }

    private double inTitles() {
        return exchanged(one.telling.title(), other.telling.title(), ORDERED);
    }

    /**
     * Weight of what stands in one place of two titles or leads that are otherwise told in the same order: "Arsenal beat [Chelsea] 2-1", "Arsenal
     * beat [Everton] 2-1". Of each place the lighter side counts, and only
     * what the other telling does not have at all: words that one title adds or puts elsewhere are no exchange.
     */
    private double exchanged(int[] a, int[] b, double least) {
        int row = b.length + 1;
        align(a, b, row);
        double ordered = (double) common[0] / Math.max(1, Math.min(a.length, b.length)) - least;
        if (ordered <= 0) {
            return 0;
        }
        double all = 0;
        double left = 0;
        double right = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            if (i < a.length && j < b.length && isOne(a[i], b[j])) {
                all += Math.min(left, right);
                left = 0;
                right = 0;
                i++;
                j++;
            } else if (j == b.length || (i < a.length && common[(i + 1) * row + j] >= common[i * row + j + 1])) {
                left += one.missingWeight(a[i++]);
            } else {
                right += other.missingWeight(b[j++]);
            }
        }
        return ordered * Math.min(MOST_EXCHANGED, all + Math.min(left, right));
    }

    /** Longest common subsequences of all ends of both titles. */
    private void align(int[] a, int[] b, int row) {
        if (common.length < (a.length + 1) * row) {
            common = new int[(a.length + 1) * row * 2];
        }
        Arrays.fill(common, a.length * row, (a.length + 1) * row, 0);
        for (int i = a.length - 1; i >= 0; i--) {
            common[i * row + b.length] = 0;
            for (int j = b.length - 1; j >= 0; j--) {
                common[i * row + j] = isOne(a[i], b[j])
                        ? common[(i + 1) * row + j + 1] + 1
                        : Math.max(common[(i + 1) * row + j], common[i * row + j + 1]);
            }
        }
    }

    private boolean isOne(int word, int with) {
        return words.stem(word) == words.stem(with) && words.alike(word, with);
    }

    /** Notes where each word of the one stands in the other; both have words of one stem side by side, in the same order. */
    private void findWords() {
        int[] a = one.telling.all();
        int[] b = other.telling.all();
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            int stem = words.stem(a[i]);
            int with = words.stem(b[j]);
            if (stem < with) {
                i++;
            } else if (stem > with) {
                j++;
            } else {
                int endA = endOfStem(a, i);
                int endB = endOfStem(b, j);
                for (; i < endA; i++) {
                    for (int k = j; k < endB; k++) {
                        if (words.alike(a[i], b[k])) {
                            one.found[i] |= other.telling.places()[k];
                            other.found[k] |= one.telling.places()[i];
                        }
                    }
                }
                j = endB;
            }
        }
    }

    private int endOfStem(int[] all, int from) {
        int to = from + 1;
        while (to < all.length && words.stem(all[to]) == words.stem(all[from])) {
            to++;
        }
        return to;
    }

    /** Words that are not found themselves may be by their concept. */
    private void findConcepts(Side side, Side in) {
        int[] all = side.telling.all();
        for (int i = 0; i < all.length; i++) {
            if (side.found[i] == 0) {
                side.found[i] |= (byte) (in.concepts[words.concept(all[i])] << 2);
            }
        }
    }

    /** One of the two, and how much of it is found in the other, by weight. Common words count nothing. */
    private final class Side {
        private Telling telling = Telling.NONE;
        /** Where each word stands in the other: two bits for itself, two for its concept. */
        private byte[] found = new byte[256];

        private final byte[] concepts = new byte[Concepts.count() + 1];
        private int titleSides;
        private double title;
        private double titleFound;
        private double titleInTitle;
        private double leadWeight;
        private double leadFound;
        private double plain;
        private double plainFound;
        private double numbers;
        private double numbersInTitle;
        private double names;
        private double namesInTitle;
        private double namesFound;
        private double numbersFound;
        private double numbersMissing;
        private double wordsInTitle;
        private double wordsAcross;
        private double wordsMissing;
        private double namesMissing;
        private double titleNumbersMissing;

        void load(Telling told) {
            telling = told;
            int[] all = told.all();
            if (found.length < all.length) {
                found = new byte[all.length * 2];
            }
            Arrays.fill(found, 0, all.length, (byte) 0);
            Arrays.fill(concepts, (byte) 0);
            for (int i = 0; i < all.length; i++) {
                concepts[words.concept(all[i])] |= told.places()[i];
            }
            concepts[Concepts.NONE] = 0;
        }

        void sum() {
            titleSides = 0;
            title = 0;
            titleFound = 0;
            titleInTitle = 0;
            leadWeight = 0;
            leadFound = 0;
            plain = 0;
            plainFound = 0;
            numbers = 0;
            numbersInTitle = 0;
            names = 0;
            namesInTitle = 0;
            namesFound = 0;
            numbersFound = 0;
            numbersMissing = 0;
            wordsInTitle = 0;
            wordsAcross = 0;
            for (int i = 0; i < telling.all().length; i++) {
                int word = telling.all()[i];
                boolean inTitle = (telling.places()[i] & Telling.TITLE) != 0;
                titleSides |= inTitle ? words.sides(word) : 0;
                if (!words.isCommon(word)) {
                    add(word, words.weight(word), inTitle, found[i]);
                }
            }
            wordsMissing = plain - plainFound;
            namesMissing = names - namesInTitle;
            titleNumbersMissing = numbers - numbersInTitle;
        }

        private void add(int word, double weight, boolean inTitle, byte where) {
            double hit = where == 0 ? 0 : weight;
            boolean hitTitle = (where & IN_TITLE) != 0;
            if (inTitle) {
                title += weight;
                titleFound += hit;
                titleInTitle += hitTitle ? weight : 0;
            } else {
                leadWeight += weight;
                leadFound += hit;
            }
            if (words.isName(word)) {
                names += inTitle ? weight : 0;
                namesInTitle += inTitle ? hit : 0;
                namesFound += hit;
            } else if (words.isNumber(word)) {
                numbers += inTitle ? weight : 0;
                numbersInTitle += inTitle ? hit : 0;
                numbersFound += hit;
                numbersMissing += weight - hit;
            } else if (inTitle) {
                plain += weight;
                plainFound += hit;
                wordsInTitle += hitTitle ? weight : 0;
                wordsAcross += hitTitle ? 0 : hit;
            } else {
                wordsAcross += hitTitle ? weight : 0;
            }
        }

        /** Weight of a word of which the other telling knows nothing, else 0; a word that takes a side must be known in the title. */
        double missingWeight(int word) {
            if (words.isCommon(word)) {
                return 0;
            }
            int[] all = telling.all();
            for (int i = 0; i < all.length; i++) {
                if (all[i] == word) {
                    boolean known = words.sides(word) == 0 ? found[i] != 0 : (found[i] & IN_TITLE) != 0;
                    return known ? 0 : words.weight(word);
                }
            }
            return 0;
        }

        /** Of few words a part says little: this is drawn towards a half. */
        double covered() {
            return (plainFound + numbersInTitle + 0.3) / (plain + numbers + 0.6);
        }

        double namesCovered() {
            return (namesInTitle + 0.3) / (names + 0.6);
        }
    }
}
