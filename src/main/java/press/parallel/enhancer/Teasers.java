package press.parallel.enhancer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds teasers of other stories by their structure: three or more neighbours of one kind, each a linked headline with a line or two
 * of text. Longer ones, or ones that make up much of the text, are the entries of a listing article and stay.
 */
final class Teasers {
    private static final int SERIES = 3;

    /** Most characters in a teaser without spaces, on average. */
    private static final int LONGEST = 110;

    /** Most of the text that can be teasers. */
    private static final double SHARE = 0.4;

    private record Kind(Element parent, String className) {}

    private Teasers() {}

    /** The boxes of teasers: elements that directly hold the elements of their blocks. */
    static Set<Element> find(List<Block> blocks) {
        Map<Element, Integer> sizes = new HashMap<>();
        Map<Kind, List<Element>> boxes = new HashMap<>();
        Set<Element> known = new HashSet<>();
        for (Block block : blocks) {
            Element box = block.source().parent();
            if (box == null || box.parent() == null) {
                continue;
            }
            sizes.merge(box, block.size(), Integer::sum);
            if (block.linkDensity() > 0.8 && known.add(box) && !box.className().isEmpty()) {
                boxes.computeIfAbsent(new Kind(box.parent(), box.className()), none -> new ArrayList<>())
                        .add(box);
            }
        }
        int all = blocks.stream().mapToInt(Block::size).sum();
        Set<Element> teasers = new HashSet<>();
        for (List<Element> alike : boxes.values()) {
            int total =
                    alike.stream().mapToInt(box -> sizes.getOrDefault(box, 0)).sum();
            if (alike.size() >= SERIES && total <= LONGEST * alike.size() && total < SHARE * all) {
                teasers.addAll(alike);
            }
        }
        return teasers;
    }
}
