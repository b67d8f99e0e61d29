package press.parallel.enhancer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element that holds the article: first where the page says so itself (microdata, content classes, {@code article},
 * {@code main}), each believed only with its share of the page's text, else the smallest element that holds most of it.
 */
final class MainContent {
    private static final int TIERS = 4;

    /** Share of the page's weight from which a landmark is believed, by tier. */
    private static final double[] BELIEVED = {0.25, 0.4, 0.4, 0.5};

    /** A landmark with less weight, in characters, is believed only when the page has nothing else. */
    private static final int ENOUGH = 100;

    private static final double MOST = 0.7;

    private static final String[] PARTS = """
            articlebody articlecontent articletext articlecopy storybody storycontent storytext storycopy postbody
            postcontent posttext entrycontent entrybody entrytext newsbody newscontent newstext newsdetail contentbody
            bodycontent bodytext bodycopy textbody richtext artbody cuerponoticia textonoticia artikeltext artikelbody
            artikelinhalt articleview pagecontent maincontent blogcontent singlecontent contentarticle articlemain
            fieldnamebody postarticle articledetail blogpost
            """.strip().split("\\s+");

    private final Element body;
    private final Map<Element, double[]> weights = new HashMap<>();
    private final List<List<Element>> landmarks = new ArrayList<>();

    private MainContent(Element body, List<Block> blocks) {
        this.body = body;
        for (int i = 0; i < TIERS; i++) {
            landmarks.add(new ArrayList<>());
        }
        for (Block block : blocks) {
            add(block.source(), block.weight());
        }
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {}

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    sum(element);
                }
            }
        });
    }

    /** The element to print from; {@code body} itself when nothing better is found. */
    static Element of(Element body, List<Block> blocks) {
        MainContent content = new MainContent(body, blocks);
        return content.narrow(content.choose());
    }

    private void add(Element element, double weight) {
        if (weight > 0) {
            weights.computeIfAbsent(element, none -> new double[1])[0] += weight;
        }
    }

    private void sum(Element element) {
        double weight = weight(element);
        if (weight == 0 || element.equals(body)) {
            return;
        }
        Element parent = element.parent();
        if (parent != null) {
            add(parent, weight);
        }
        int tier = tier(element);
        if (tier >= 0) {
            landmarks.get(tier).add(element);
        }
    }

    private double weight(Element element) {
        double[] found = weights.get(element);
        return found == null ? 0 : found[0];
    }

    private Element choose() {
        double all = weight(body);
        for (int tier = 0; tier < TIERS; tier++) {
            @Nullable Element best = best(landmarks.get(tier));
            if (best != null && weight(best) >= BELIEVED[tier] * all && weight(best) >= Math.min(ENOUGH, 0.8 * all)) {
                return best;
            }
        }
        return smallest(body, MOST * all);
    }

    /** The first of the heavy ones: on an endless page the next story comes after this one. Parts of one body are taken together. */
    private @Nullable Element best(List<Element> found) {
        double heaviest = found.stream().mapToDouble(this::weight).max().orElse(0);
        for (Element element : found) {
            if (weight(element) >= 0.6 * heaviest) {
                return whole(element, found);
            }
        }
        return null;
    }

    /** The element around all parts of a body that was split over several elements of one kind. */
    private Element whole(Element part, List<Element> found) {
        double parts = 0;
        String kind = part.className();
        for (Element other : found) {
            if (other.normalName().equals(part.normalName())
                    && other.className().equals(kind)) {
                parts += weight(other);
            }
        }
        Element around = part;
        while (!around.equals(body) && weight(around) < 0.98 * parts) {
            Element parent = around.parent();
            if (parent == null) {
                return part;
            }
            around = parent;
        }
        boolean alone = weight(around) <= 1.3 * parts && weight(around) >= 0.98 * parts;
        return !around.equals(part) && alone && isOneStory(around) ? around : part;
    }

    private static boolean isOneStory(Element element) {
        return element.select("h1").size() <= 1 && element.select("article").size() <= 1;
    }

    private Element narrow(Element root) {
        return smallest(root, 0.97 * weight(root));
    }

    private Element smallest(Element from, double enough) {
        Element smallest = from;
        for (boolean deeper = enough > 0; deeper; ) {
            deeper = false;
            for (Element child : smallest.children()) {
                if (weight(child) >= enough) {
                    smallest = child;
                    deeper = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static int tier(Element element) {
        String name = element.normalName();
        if (element.attr("itemprop").toLowerCase(Locale.ROOT).contains("articlebody")) {
            return 0;
        }
        if (name.equals("article")) {
            return 2;
        }
        if (name.equals("main") || element.attr("role").equals("main")) {
            return 3;
        }
        return named(element.attr("class")) || named(element.id()) ? 1 : -1;
    }

    private static boolean named(String names) {
        if (names.isEmpty() || names.length() > 400) {
            return false;
        }
        StringBuilder plain = new StringBuilder(names.length());
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(Character.toLowerCase(c));
            } else if (Character.isWhitespace(c)) {
                plain.append(' ');
            }
        }
        String read = plain.toString();
        for (String part : PARTS) {
            if (read.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
