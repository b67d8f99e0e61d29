package press.parallel.printer;

import java.util.List;

/**
 * An edition in the words and pieces that the template sets: numbers and dates are written out, texts are folded, addresses are http
 * or https, or "". Public only because templates are compiled elsewhere.
 *
 * @param date long form, such as "Sunday, 22 November 2026"
 * @param line what the paper holds, in one line
 * @param desks sections that have stories
 * @param feeds what became of every feed
 * @param made how, in some sentences
 * @param rests sentences without a full stop, on domains that wanted to be left alone
 * @param losses what the edition had to do without
 */
public record FrontPage(
        String title,
        String date,
        String isoDate,
        int number,
        String line,
        List<Desk> desks,
        String made,
        List<String> rests,
        List<Figure> figures,
        List<FeedLine> feeds,
        List<LossLine> losses,
        String printedAt) {

    /** A section. */
    public record Desk(String id, String title, int stories, List<Piece> pieces) {}

    /**
     * A story.
     *
     * @param place CSS class that says how large it is set
     * @param language BCP 47 tag, "" when unknown
     * @param link the original, "" when it cannot be linked safely
     * @param open HTML always seen
     * @param teaser plain text instead of {@code open}
     * @param folded HTML in the fold, "" without a fold
     * @param lack why there is no full text, "" when there is
     * @param talk points and comments in words, "" when there are none
     */
    public record Piece(
            String id,
            String place,
            String title,
            String language,
            String link,
            String commentsLink,
            String feed,
            String author,
            String time,
            String isoTime,
            String reading,
            String open,
            String teaser,
            String folded,
            String lack,
            String talk,
            List<Also> alsoIn,
            String score,
            List<Part> parts,
            String domain) {}

    /** The same story in another feed. */
    public record Also(String feed, String title, String link) {}

    /** A part of a score. */
    public record Part(String name, String value) {}

    /** A number with its name. */
    public record Figure(String value, String name) {}

    /** @param status as in edition.json, for the look; {@code words} for the reader */
    public record FeedLine(
            String title, String link, String status, String words, String entries, String fresh, String took) {}

    /** Something that is missing. */
    public record LossLine(String what, String title, String link, String reason) {}
}
