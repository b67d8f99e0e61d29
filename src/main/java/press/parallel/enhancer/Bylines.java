package press.parallel.enhancer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import press.parallel.enhancer.Nearby.Piece;

/**
 * Finds the names of authors near a headline or below a text: in what is named so, after a word for "by", beside a date.
 */
final class Bylines {

    /** A line with more characters is no byline, unless its name is a link. */
    private static final int LONGEST_LINE = 140;

    /** Signs of the first paragraph, and of the last, in which a correspondent is named in brackets. */
    private static final int OPENING = 40;

    private static final int LONGEST_LAST = 60;

    /** Characters of a Korean name and the word for what its bearer is. */
    private static final int LONGEST_KOREAN = 8;

    /** Pictures and line breaks in the element of a name. */
    private static final int MOST_BESIDE = 5;

    /** Lines between a name and its date. */
    private static final int MOST_LINES = 5;

    private final Nearby nearby;
    private final String language;
    private final Set<String> known;

    /** @param known names of the site, its section and the like: no names of authors */
    Bylines(Nearby nearby, String language, List<String> known) {
        this.nearby = nearby;
        this.language = language;
        this.known = new LinkedHashSet<>();
        known.forEach(one -> this.known.add(Edges.letters(one)));
    }

    /** The names that the page shows, joined with commas, "" when none is sure. */
    String shown() {
        String found = byStructure();
        found = found.isEmpty() ? byWords() : found;
        return found.isEmpty() ? besideDates() : found;
    }

    /** The names below a text: where it stands as such, or after a word for it. */
    String below() {
        String found = byStructure();
        return found.isEmpty() ? byWords() : found;
    }

    private String byStructure() {
        List<Piece> pieces = nearby.pieces();
        Set<String> names = new LinkedHashSet<>();
        int line = -1;
        for (Piece piece : pieces) {
            @Nullable Element box = nearby.author(piece);
            if (box == null) {
                if (!names.isEmpty() && !Names.isJoint(piece.text())) {
                    break;
                }
                continue;
            }
            if (!names.isEmpty() && (startsRole(piece) || piece.line() > line + 3)) {
                break;
            }
            List<String> found = names(piece.text(), names.isEmpty());
            if (found.isEmpty() && !names.isEmpty() && !Names.isJoint(piece.text()) && !Names.isLabel(piece.text())) {
                break;
            }
            names.addAll(found);
            line = found.isEmpty() ? line : piece.line();
        }
        return Names.join(names);
    }

    private boolean startsRole(Piece piece) {
        return !piece.isLink()
                && !piece.text().isEmpty()
                && ",،、(".indexOf(piece.text().charAt(0)) >= 0
                && !Names.isJoint(piece.text());
    }

    private String byWords() {
        List<Piece> pieces = nearby.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            String text = piece.text();
            if (text.endsWith(" 기자") && text.length() <= LONGEST_KOREAN) {
                return text;
            }
            String rest = Names.afterBy(text);
            rest = rest == null ? afterDate(text) : rest;
            if (rest == null) {
                continue;
            }
            Set<String> names = new LinkedHashSet<>();
            int next = i + 1;
            if (rest.isEmpty()) {
                if (next == pieces.size() || pieces.get(next).line() > piece.line() + 2 || isRunning(i)) {
                    continue;
                }
                boolean apart = !pieces.get(next).element().equals(piece.element());
                names.addAll(names(pieces.get(next).text(), apart && !isRunning(next)));
                next++;
            } else if (text.length() <= LONGEST_LINE && !isRunning(i)) {
                names.addAll(names(rest, isWhole(rest)));
            }
            for (; !names.isEmpty() && next < pieces.size() && pieces.get(next).line() == piece.line(); next++) {
                Piece more = pieces.get(next);
                if (!Names.isJoint(more.text())
                        && !(more.isLink() && Names.isJoint(pieces.get(next - 1).text()))) {
                    break;
                }
                names.addAll(names(more.text(), false));
            }
            if (!names.isEmpty()) {
                return Names.join(names);
            }
        }
        return "";
    }

    /** What follows a date and a word for "by", null when there is no such. */
    private @Nullable String afterDate(String text) {
        ShownDates.@Nullable Found date = text.length() > 2 * LONGEST_LINE ? null : ShownDates.find(text, language);
        if (date == null || date.to() >= text.length()) {
            return null;
        }
        String rest = text.substring(date.to()).strip();
        while (!rest.isEmpty() && ",.|·•-–—»".indexOf(rest.charAt(0)) >= 0) {
            rest = rest.substring(1).strip();
        }
        return Names.afterBy(rest);
    }

    /** Whether the line of piece {@code i} is too long for a byline, and the piece itself stands in running text. */
    private boolean isRunning(int i) {
        List<Piece> pieces = nearby.pieces();
        int sum = 0;
        int first = i;
        while (first > 0 && pieces.get(first - 1).line() == pieces.get(i).line()) {
            first--;
        }
        for (int j = first;
                j < pieces.size() && pieces.get(j).line() == pieces.get(i).line();
                j++) {
            sum += pieces.get(j).text().length();
        }
        return sum > LONGEST_LINE && first < i - 1;
    }

    private List<String> names(String byline, boolean sure) {
        return Names.names(byline, sure).stream()
                .filter(name -> !known.contains(Edges.letters(name)))
                .toList();
    }

    private static boolean isWhole(String rest) {
        return rest.indexOf(' ') < 0 && !rest.isEmpty() && !Words.endsSentence(rest);
    }

    /** A name that stands by itself right before or after a date, but for a sign or an address between them. */
    private String besideDates() {
        List<Piece> pieces = nearby.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (isAlone(piece)
                    && (isDated(i, 1) || isDated(i, -1) || isRoleNext(i))
                    && Names.isPerson(piece.text())
                    && !known.contains(Edges.letters(piece.text()))
                    && !isSection(piece)) {
                return piece.text();
            }
            String within = piece.text().length() > LONGEST_LINE / 2 ? "" : inLine(piece.text());
            if (!within.isEmpty() && !known.contains(Edges.letters(within))) {
                return within;
            }
        }
        return "";
    }

    /** "Ada Lindqvist · 4 March 2026", "Ada Lindqvist, Health Correspondent". */
    private String inLine(String line) {
        List<String> parts = Names.split(line, "·•∙|—–");
        for (int i = 0; i < parts.size(); i++) {
            boolean dated = ShownDates.find(i + 1 < parts.size() ? parts.get(i + 1) : "", language) != null
                    || ShownDates.find(i > 0 ? parts.get(i - 1) : "", language) != null;
            List<String> role = Names.split(parts.get(i), ",");
            String name = role.get(0).strip();
            if (Names.isPerson(name) && (role.size() == 1 ? dated : role.size() == 2 && Names.isRole(role.get(1)))) {
                return name;
            }
        }
        return "";
    }

    /** Whether the next piece in a direction is a date; one that is a sign or an address is passed. */
    private boolean isDated(int piece, int direction) {
        List<Piece> pieces = nearby.pieces();
        int i = piece + direction;
        i += isIn(i) && (pieces.get(i).text().length() == 1 || isAddress(pieces.get(i))) ? direction : 0;
        return isIn(i)
                && Math.abs(pieces.get(i).line() - pieces.get(piece).line()) <= MOST_LINES
                && pieces.get(i).text().length() < LONGEST_LINE / 2
                && ShownDates.find(pieces.get(i).text(), language) != null;
    }

    private boolean isRoleNext(int i) {
        Piece next = isIn(i + 1) ? nearby.pieces().get(i + 1) : nearby.pieces().get(i);
        return next.line() == nearby.pieces().get(i).line()
                && next.text().startsWith("(")
                && next.text().length() < LONGEST_LAST
                && Names.isRole(next.text());
    }

    /** Whether nothing else stands in its element. */
    private static boolean isAlone(Piece piece) {
        return piece.element().childNodeSize() <= MOST_BESIDE
                && piece.element().children().stream().allMatch(one -> one.childNodeSize() == 0)
                && piece.element().textNodes().stream()
                                .filter(text -> !text.isBlank())
                                .count()
                        == 1;
    }

    private boolean isIn(int i) {
        return i >= 0 && i < nearby.pieces().size();
    }

    private static boolean isAddress(Piece piece) {
        return piece.text().indexOf('@') > 0 || piece.element().attr("href").startsWith("mailto:");
    }

    /** Whether it is a link to anything but a person. */
    private static boolean isSection(Piece piece) {
        if (!piece.isLink()) {
            return piece.element().normalName().startsWith("h");
        }
        String to = piece.element().attr("href").toLowerCase(Locale.ROOT);
        return !(to.equals("#")
                || to.contains("auth")
                || to.contains("aut")
                || to.contains("/@")
                || to.contains("people")
                || to.contains("profile")
                || to.contains("user")
                || to.contains("staff")
                || to.contains("journalist")
                || to.contains("redaktion")
                || to.contains("writer")
                || to.contains("contributor"));
    }

    /** Who is named in brackets at the beginning or the end of the text, as papers without a byline do it. */
    static String inText(List<Block> blocks) {
        if (blocks.isEmpty()) {
            return "";
        }
        String first = blocks.stream()
                .filter(block -> block.is(Block.Kind.PARAGRAPH))
                .map(Block::text)
                .findFirst()
                .orElse("");
        String opening = first.substring(0, Math.min(OPENING, first.length()));
        for (String reporter : new String[] {"记者", "記者"}) {
            int at = opening.indexOf(reporter);
            if (at > 0 && "(（ 　報报".indexOf(opening.charAt(at - 1)) >= 0) {
                return Names.han(opening.substring(at + reporter.length()));
            }
        }
        return bracketed(blocks.get(blocks.size() - 1).text());
    }

    /** The last brackets of a short last line, or of a last paragraph in a script of ideographs. */
    private static String bracketed(String last) {
        String line = last.strip();
        if (line.length() < 4) {
            return "";
        }
        char close = line.charAt(line.length() - 1);
        int kind = ")）】]］".indexOf(close);
        int open = kind < 0 ? -1 : line.lastIndexOf("(（【[［".charAt(kind));
        if (open < 0 || line.length() - open > LONGEST_LAST) {
            return "";
        }
        String inside = line.substring(open + 1, line.length() - 1).strip();
        if (open > 0 && (close != '】' && close != '）') && close != ')') {
            return "";
        }
        if (Words.ideographs(inside) == inside.length() && inside.length() >= 2 && inside.length() <= 5) {
            return Names.han(inside);
        }
        return open == 0 && Names.isPerson(inside) ? inside : "";
    }
}
