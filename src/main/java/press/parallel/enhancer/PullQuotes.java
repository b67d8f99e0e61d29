package press.parallel.enhancer;

import java.util.ArrayList;
import java.util.List;

/** Drops quotations that a page sets large beside the text that says the same. */
final class PullQuotes {
    /** Shorter ones, in letters, may come twice by accident. */
    private static final int SHORTEST = 20;

    private static final int LONGEST = 500;

    /** Quotations that are looked at; a page with more is made of quotations. */
    private static final int MOST = 40;

    /** Most characters of the name beneath a quotation. */
    private static final int LONGEST_NAME = 60;

    private PullQuotes() {}

    /** Marks in {@code keep} the quotations whose words stand in another block too, with the names beneath them. */
    static void drop(List<Block> blocks, boolean[] keep) {
        List<Integer> quotes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < keep.length; i++) {
            Block block = blocks.get(i);
            if (keep[i] && block.quoted()) {
                quotes.add(i);
            } else if (keep[i] && !block.is(Block.Kind.HEADING)) {
                text.append(Edges.letters(block.text())).append('\n');
            }
        }
        if (quotes.isEmpty() || quotes.size() > MOST) {
            return;
        }
        for (int i : quotes) {
            Block quote = blocks.get(i);
            String words = quote.text().length() > LONGEST ? "" : Edges.letters(quote.text());
            if (words.length() >= SHORTEST && text.indexOf(words) >= 0) {
                keep[i] = false;
                boolean named = i + 1 < keep.length
                        && blocks.get(i + 1).quoted()
                        && blocks.get(i + 1).size() <= LONGEST_NAME;
                if (named) {
                    keep[i + 1] = false;
                }
            }
        }
    }
}
