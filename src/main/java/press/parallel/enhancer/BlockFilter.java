package press.parallel.enhancer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import press.parallel.Picture;

/**
 * Drops blocks inside the article that are not of it: lines of links, lists of links, the repeated headline, the same paragraph
 * twice, headings with nothing beneath. Works on structure first; words only where structure cannot tell.
 */
final class BlockFilter {
    /** A paragraph of so much weight, in characters, is body text. */
    private static final double FULL = 60;

    /** A short line is furniture when it comes so often. */
    private static final int SERIES = 3;

    private static final int LONGEST_BYLINE = 120;

    /** Most characters before the link in "Read also: a headline". */
    private static final int LONGEST_LABEL = 30;

    private BlockFilter() {}

    /** The blocks to print, in order. */
    static List<Block> filter(List<Block> blocks, Metadata about) {
        boolean[] keep = new boolean[blocks.size()];
        Map<Element, int[]> lists = lists(blocks);
        Map<String, Integer> patterns = patterns(blocks);
        Set<Element> teasers = Teasers.find(blocks);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < keep.length; i++) {
            Block block = blocks.get(i);
            keep[i] = !links(block, lists)
                    && (block.size() < 40 || block.is(Block.Kind.TABLE) || seen.add(block.text()))
                    && (block.picture() == null
                            || seen.add(block.picture().address().toString()))
                    && !caption(block)
                    && !teasers.contains(block.source().parent())
                    && !StockLines.matches(block)
                    && patterns.getOrDefault(pattern(block), 0) < SERIES;
        }
        dropTop(blocks, keep, about);
        dropBottom(blocks, keep);
        dropLastPictures(blocks, keep);
        List<Block> kept = new ArrayList<>();
        for (int i = 0; i < keep.length; i++) {
            if (keep[i] && !(blocks.get(i).is(Block.Kind.HEADING) && empty(blocks, keep, i))) {
                kept.add(blocks.get(i));
            }
        }
        return kept;
    }

    /** Above the first full paragraph: the headline repeated and what stands before it, first-rank headings, dates and names. */
    private static void dropTop(List<Block> blocks, boolean[] keep, Metadata about) {
        int first = 0;
        while (first < keep.length && !(keep[first] && blocks.get(first).weight() >= FULL)) {
            first++;
        }
        if (first == keep.length) {
            return;
        }
        int headline = -1;
        for (int i = 0; i < first; i++) {
            Block block = blocks.get(i);
            if (block.source().normalName().equals("h1") || same(block.text(), about.title())) {
                headline = i;
            }
        }
        for (int i = 0; i < first; i++) {
            keep[i] = keep[i] && i > headline && !byline(blocks.get(i), about);
        }
    }

    private static boolean caption(Block block) {
        return block.underPicture()
                && block.is(Block.Kind.PARAGRAPH)
                && block.text().length() < 150
                && !Words.endsSentence(block.text())
                && !block.quoted();
    }

    private static boolean byline(Block block, Metadata about) {
        boolean line = block.is(Block.Kind.PARAGRAPH) || block.is(Block.Kind.ITEM);
        if (!line || block.text().length() > LONGEST_BYLINE) {
            return false;
        }
        boolean year = false;
        String text = block.text();
        for (int i = 0; i + 4 <= text.length() && !year; i++) {
            year = (text.startsWith("20", i) || text.startsWith("19", i))
                    && Character.isDigit(text.charAt(i + 2))
                    && Character.isDigit(text.charAt(i + 3));
        }
        boolean author = !about.author().isEmpty()
                && text.length() < about.author().length() + 40
                && text.contains(about.author());
        return author || (year && !Words.endsSentence(text));
    }

    /** Below the last full paragraph: a list that leads elsewhere, item by item, and how to reach the author. */
    private static void dropBottom(List<Block> blocks, boolean[] keep) {
        for (int i = keep.length - 1; i >= 0; i--) {
            Block block = blocks.get(i);
            if (!keep[i] || block.is(Block.Kind.HEADING) || block.is(Block.Kind.PICTURE)) {
                continue;
            }
            boolean elsewhere = block.list() != null && block.linkDensity() > 0.25;
            boolean contact = block.text().length() < 260 && block.text().indexOf('@') >= 0 && !block.quoted();
            if (!elsewhere && !contact) {
                return;
            }
            keep[i] = false;
        }
    }

    /** Pictures without words below the last text show the way to other stories. */
    private static void dropLastPictures(List<Block> blocks, boolean[] keep) {
        for (int i = keep.length - 1; i >= 0; i--) {
            @Nullable Picture picture = blocks.get(i).picture();
            if (keep[i] && (picture == null || !picture.caption().isEmpty())) {
                return;
            }
            keep[i] = false;
        }
    }

    /** How often each short line occurs when its digits are left out: "Image 1 of 5" and its kind. */
    private static Map<String, Integer> patterns(List<Block> blocks) {
        Map<String, Integer> patterns = new HashMap<>();
        for (Block block : blocks) {
            String pattern = pattern(block);
            if (!pattern.isEmpty()) {
                patterns.merge(pattern, 1, Integer::sum);
            }
        }
        return patterns;
    }

    private static String pattern(Block block) {
        if (block.size() > 20
                || block.text().chars().noneMatch(Character::isLetterOrDigit)
                || !block.is(Block.Kind.PARAGRAPH)
                || Words.endsSentence(block.text())) {
            return "";
        }
        return block.text()
                .chars()
                .filter(c -> !Character.isDigit(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Characters outside and inside links of each list as a whole. */
    private static Map<Element, int[]> lists(List<Block> blocks) {
        Map<Element, int[]> lists = new HashMap<>();
        for (Block block : blocks) {
            if (block.list() != null) {
                int[] sums = lists.computeIfAbsent(block.list(), none -> new int[2]);
                sums[0] += block.chars();
                sums[1] += block.linkChars();
            }
        }
        return lists;
    }

    private static boolean links(Block block, Map<Element, int[]> lists) {
        if (block.list() != null) {
            int[] sums = lists.getOrDefault(block.list(), new int[2]);
            return sums[1] > 0.6 * (sums[0] + sums[1]);
        }
        return switch (block.kind()) {
            case HEADING -> false;
            case TABLE -> block.linkDensity() > 0.7;
            case LISTING -> false;
            default -> block.linkDensity() > 0.8 || (block.linkDensity() > 0.4 && labelled(block));
        };
    }

    /** "Read also: a headline", whatever the language: a short label, a colon, and a link to the end. */
    private static boolean labelled(Block block) {
        if (block.label() < 0 || block.label() > LONGEST_LABEL) {
            return false;
        }
        int colon = Math.max(block.text().indexOf(':'), block.text().indexOf('：'));
        return colon > 0 && colon < LONGEST_LABEL + 10;
    }

    private static boolean same(String one, String other) {
        return !other.isEmpty() && one.length() < 400 && letters(one).equals(letters(other));
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing but dropped blocks stands between this heading and the next one of its rank, or the end. */
    private static boolean empty(List<Block> blocks, boolean[] keep, int heading) {
        int level = blocks.get(heading).level();
        boolean dropped = false;
        for (int i = heading + 1; i < keep.length; i++) {
            Block next = blocks.get(i);
            if (next.is(Block.Kind.PICTURE)) {
                continue;
            }
            if (next.is(Block.Kind.HEADING)) {
                if (next.level() <= level) {
                    return dropped;
                }
            } else if (keep[i]) {
                return false;
            } else {
                dropped = true;
            }
        }
        return true;
    }
}
