package press.parallel.enhancer;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import press.parallel.Picture;

/**
 * A piece of running text as it stands on the page: what a reader sees as one paragraph, heading, list item, table or listing.
 *
 * @param kind what it is set as
 * @param level of a heading 2 to 4, else 0
 * @param text plain text, white space collapsed but for line breaks
 * @param html the same with its inline markup, escaped; of a table the whole element
 * @param chars characters of {@code text} that are neither space nor link
 * @param linkChars characters of {@code text} inside links, spaces left out
 * @param label characters before the first link when the block ends with that link, else -1
 * @param underPicture whether a picture stands between it and the block before
 * @param source nearest block element around it
 * @param list innermost list around an item, null outside lists
 * @param quoted whether it stands in a block quotation
 * @param picture what it shows when it is a picture, else null; a picture has no text
 */
record Block(
        Kind kind,
        int level,
        String text,
        String html,
        int chars,
        int linkChars,
        int label,
        boolean underPicture,
        Element source,
        @Nullable Element list,
        boolean quoted,
        @Nullable Picture picture) {

    /** How a block is set. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM,
        TABLE,
        LISTING,
        PICTURE
    }

    /** A picture in its place. */
    static Block of(Picture picture, Element source, boolean quoted) {
        return new Block(Kind.PICTURE, 0, "", "", 0, 0, -1, false, source, null, quoted, picture);
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Characters without spaces. */
    int size() {
        return chars + linkChars;
    }

    /** Share of the text inside links, 0 to 1. */
    double linkDensity() {
        return size() == 0 ? 0 : (double) linkChars / size();
    }

    /**
     * How much this block speaks for being inside the article, about its characters outside links. Sentences count in full, lists,
     * tables and lines without punctuation little, headings and links nothing. An ideograph counts as two characters.
     */
    double weight() {
        if (kind == Kind.HEADING || chars < 20 || linkDensity() > 0.5) {
            return 0;
        }
        double size = chars + Words.ideographs(text);
        return switch (kind) {
            case LISTING -> size * 0.5;
            case TABLE -> size * 0.3;
            case ITEM -> size * (linkDensity() > 0.15 ? 0.1 : Words.endsSentence(text) ? 0.6 : 0.2);
            default -> Words.endsSentence(text) ? size : size * (size > 120 ? 0.7 : 0.25);
        };
    }
}
