package press.parallel.printer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edition in the words and pieces that the template sets: numbers and dates are written out, texts are folded, addresses are http
 * or https, or "". Public only because templates are compiled elsewhere.
 *
 * @param imprint volume and number of the paper
 * @param again which edition of its day, "" for the first
 * @param date long form, such as "Sunday, 22 November 2026"
 * @param printed time of day with its zone
 * @param line what the paper holds, in one line
 * @param desks sections that have stories
 * @param made how, in some sentences
 * @param rests sentences without a full stop, on domains that wanted to be left alone
 * @param box the glass box
 */
public record FrontPage(
        String title,
        String imprint,
        String again,
        String date,
        String isoDate,
        String printed,
        String isoPrinted,
        String printedAt,
        String line,
        List<Desk> desks,
        String made,
        List<String> rests,
        OpenBox box) {

    /** A section. */
    public record Desk(String id, String title, int stories, List<Piece> pieces) {}

    /**
     * A story.
     *
     * @param place CSS class that says how large it is set
     * @param language BCP 47 tag, "" when unknown
     * @param direction value of {@code dir}: {@code rtl}, {@code ltr} or {@code auto}
     * @param link the original, "" when it cannot be linked safely
     * @param picture above the text, null when there is none
     * @param open HTML always seen
     * @param teaser plain text instead of {@code open}
     * @param folded HTML in the fold, "" without a fold
     * @param lack why there is no full text, "" when there is
     * @param talk points and comments in words, "" when there are none
     * @param time how long before the paper was printed
     * @param reason why it stands in its section
     * @param carried which other feeds tell it, "" when none does
     */
    public record Piece(
            String id,
            String place,
            String title,
            String language,
            String direction,
            String link,
            String commentsLink,
            String feed,
            String author,
            String time,
            String exactTime,
            String isoTime,
            String reading,
            @Nullable Shown picture,
            String open,
            String teaser,
            String folded,
            String lack,
            String talk,
            List<Also> alsoIn,
            String score,
            List<Part> parts,
            String reason,
            String carried,
            String domain) {}

    /**
     * A picture above a text.
     *
     * @param shape CSS classes that say how it is fitted in
     */
    public record Shown(String file, String alt, String caption, int width, int height, String shape) {}

    /** The same story in another feed. */
    public record Also(String feed, String title, String link) {}

    /**
     * A part of a score.
     *
     * @param sign before all but the first, and before one that is taken off
     * @param value without its sign
     */
    public record Part(String sign, String name, String value) {}
}
