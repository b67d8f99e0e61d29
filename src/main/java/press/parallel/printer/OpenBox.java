package press.parallel.printer;

import java.util.List;

/**
 * The glass box in the words and pieces that the template sets. Public only because templates are compiled elsewhere.
 *
 * @param vitals what went in and what came out
 * @param reckoned how the last of the vitals is reckoned
 * @param verdicts what became of the entries scanned
 * @param scanned their number, under the verdicts
 * @param sources how much each gives and takes: by feed and by domain
 * @param bubble the edge of each section
 * @param lost what is missing, in one line
 * @param losses each
 * @param asked how the web was asked, in one line
 * @param manners the same in numbers
 * @param feeds what became of each
 */
public record OpenBox(
        List<Figure> vitals,
        String reckoned,
        List<VerdictLine> verdicts,
        String scanned,
        List<SourceTable> sources,
        List<Bubble> bubble,
        String lost,
        List<LossLine> losses,
        String asked,
        List<Figure> manners,
        List<FeedLine> feeds) {

    /** A number with its name. */
    public record Figure(String value, String name) {}

    /**
     * @param style CSS class, the words with hyphens
     * @param entries the number that {@code count} writes out, as the length of the bar
     */
    public record VerdictLine(String style, String words, String meaning, int entries, String count, String share) {}

    /**
     * @param id "feeds" or "domains"
     * @param head of its first column
     * @param longest share that the longest bar stands for
     * @param stacks rows that stand open, then rows in a fold
     */
    public record SourceTable(String id, String title, String head, String longest, List<Stack> stacks) {}

    /** @param more what the fold holds, "" when the rows stand open */
    public record Stack(String more, List<SourceLine> lines) {}

    /**
     * @param inputBar length of the bar in CSS, 100% for the longest of the table
     * @param trend CSS class: "gives", "takes" or "even"
     */
    public record SourceLine(
            String name,
            String link,
            String scanned,
            String printed,
            String input,
            String output,
            String inputBar,
            String outputBar,
            String delta,
            String trend) {}

    /**
     * @param floor the section's lowest score
     * @param in the last that are in
     * @param out the first that are not, though they reach the floor
     * @param below those that do not
     */
    public record Bubble(String title, String floor, List<EdgeLine> in, List<EdgeLine> out, List<EdgeLine> below) {}

    /** @param place in the section, "" when it is out */
    public record EdgeLine(String place, String title, String link, String feed, String verdict, String score) {}

    /** @param status as in edition.json, for the look; {@code words} for the reader */
    public record FeedLine(
            String title, String link, String status, String words, String entries, String fresh, String took) {}

    /** Something that is missing. */
    public record LossLine(String what, String title, String link, String reason) {}
}
