package press.parallel.enhancer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Drops blocks inside the article that are not of it: lines of links, lists of links, the same paragraph twice, headings with nothing
 * beneath, and what {@link Edges} and {@link PullQuotes} know. Works on structure first; words only where structure cannot tell.
 */
final class BlockFilter {
    /** A short line is furniture when it comes so often. */
    private static final int SERIES = 3;

    /** Most characters before the link in "Read also: a headline". */
    private static final int LONGEST_LABEL = 30;

    private static final String PARTING = "*_-–—~=#•·⁂❦";

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
                    && !ornament(block)
                    && patterns.getOrDefault(pattern(block), 0) < SERIES;
        }
        PullQuotes.drop(blocks, keep);
        Edges.trim(blocks, keep, about);
        List<Block> kept = new ArrayList<>();
        for (int i = 0; i < keep.length; i++) {
            if (keep[i] && !(blocks.get(i).is(Block.Kind.HEADING) && empty(blocks, keep, i))) {
                kept.add(blocks.get(i));
            }
        }
        return kept;
    }

    /** A line of signs alone, or the length of a video. Stars, dashes and low lines part a text and stay. */
    private static boolean ornament(Block block) {
        if (block.is(Block.Kind.LISTING)) {
            // The column of line numbers beside a listing.
            return block.text().chars().allMatch(c -> Character.isDigit(c) || c <= ' ');
        }
        return block.size() <= 12
                && block.picture() == null
                && !block.is(Block.Kind.TABLE)
                && block.text().chars().noneMatch(Character::isLetter)
                && (block.text().indexOf(':') > 0
                        || block.text().chars().noneMatch(c -> Character.isDigit(c) || PARTING.indexOf(c) >= 0));
    }

    private static boolean caption(Block block) {
        return block.underPicture()
                && block.is(Block.Kind.PARAGRAPH)
                && block.text().length() < 150
                && !Words.endsSentence(block.text())
                && !block.quoted();
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
