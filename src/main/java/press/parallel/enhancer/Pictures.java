package press.parallel.enhancer;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import press.parallel.Picture;

/**
 * Finds the pictures of a story on its page: the rendition that fits a paper's column, whatever way the page loads it, with its words.
 * Icons, logos, portraits of users and the pixels that count readers are no pictures.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/images.html#srcset-attributes">HTML, srcset attributes</a>
 */
final class Pictures {
    /** Width in pixels that is wanted: a column on a fine screen. The next larger rendition is taken, else the largest. */
    private static final int WANTED = 1200;

    /** Pictures that are narrower or lower, in pixels, as the page says, are ornaments. */
    private static final int SMALLEST = 80;

    /** Pictures taken of one figure. */
    private static final int MOST = 20;

    /** Images of one figure that are looked at: the same picture may be there many times. */
    private static final int MOST_IMAGES = 100;

    private static final int AROUND = 4;

    /** Nodes beside a picture that may be its caption or its sources. */
    private static final int MOST_BESIDE = 60;

    private static final int LONGEST_NAME = 400;
    private static final int LONGEST_WORDS = 1000;

    /** Where scripts find the address that they load when the picture comes into view. */
    private static final String[] LAZY = {"data-src", "data-original", "data-lazy-src", "data-hi-res-src", "data-url"};

    private static final String[] SETS = {"srcset", "data-srcset", "data-lazy-srcset"};

    /** A comma may stand inside an address; between two candidates it is followed by white space, or follows the descriptor. */
    private static final Pattern BETWEEN = Pattern.compile(",(?:(?<=\\s\\d{1,6}[wx],)|\\s)");

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private static final Set<String> NO_PICTURES = Set.of(
            "logo",
            "logos",
            "icon",
            "icons",
            "favicon",
            "sprite",
            "avatar",
            "avatars",
            "gravatar",
            "emoji",
            "smiley",
            "smilies",
            "pixel",
            "spacer",
            "blank",
            "placeholder",
            "tracking",
            "tracker",
            "beacon",
            "transparent");

    private Pictures() {}

    /** The pictures inside {@code figure}, each once. */
    static List<Picture> in(Element figure) {
        Set<URI> seen = new LinkedHashSet<>();
        List<Picture> found = new ArrayList<>();
        Elements images = figure.getElementsByTag("img");
        for (Element image : images.subList(0, Math.min(MOST_IMAGES, images.size()))) {
            // Behind a noscript stands what a script would load: the same picture again.
            Picture picture = !found.isEmpty() && image.closest("noscript") != null ? null : of(image);
            if (picture != null && seen.add(picture.address())) {
                found.add(picture);
            }
            if (found.size() == MOST) {
                break;
            }
        }
        return found;
    }

    /** The picture that {@code image} shows, null when it is none. */
    static @Nullable Picture of(Element image) {
        int width = pixels(image.attr("width"));
        int height = pixels(image.attr("height"));
        if ((width > 0 && width < SMALLEST) || (height > 0 && height < SMALLEST) || isOrnament(image.className())) {
            return null;
        }
        @Nullable URI address = address(image);
        return address == null || isOrnament(name(address))
                ? null
                : new Picture(address, words(image.attr("alt")), caption(image), width, height);
    }

    /**
     * The story's first picture: the one that the page names for it, with its words where it stands in the text too, else the first
     * in the text.
     */
    static @Nullable Picture lead(@Nullable Picture named, List<Picture> inText) {
        if (named == null) {
            return inText.isEmpty() ? null : inText.get(0);
        }
        for (Picture shown : inText) {
            if (name(shown.address()).equals(name(named.address()))) {
                String alt = named.alt().isEmpty() ? shown.alt() : named.alt();
                return new Picture(named.address(), alt, shown.caption(), shown.width(), shown.height());
            }
        }
        return named;
    }

    /** Whether the file's own name says that it is no picture of anything. */
    static boolean isOrnament(URI address) {
        return isOrnament(name(address));
    }

    private static @Nullable URI address(Element image) {
        String base = image.baseUri();
        for (String candidate : candidates(image)) {
            @Nullable URI address = candidate.startsWith("data:") ? null : Links.address(candidate, base);
            if (address != null && !name(address).endsWith(".svg")) {
                return address;
            }
        }
        return null;
    }

    /** Addresses, the best first. */
    private static List<String> candidates(Element image) {
        List<String> candidates = new ArrayList<>();
        for (String set : SETS) {
            add(best(image.attr(set)), candidates);
        }
        Element picture = image.parent();
        if (picture != null && picture.normalName().equals("picture")) {
            for (Element source : children(picture)) {
                for (String set : SETS) {
                    if (!source.attr("type").contains("svg")) {
                        add(best(source.attr(set)), candidates);
                    }
                }
            }
        }
        for (String lazy : LAZY) {
            add(image.attr(lazy), candidates);
        }
        add(image.attr("src"), candidates);
        return candidates;
    }

    private static void add(String candidate, List<String> candidates) {
        if (!candidate.isBlank()) {
            candidates.add(candidate.strip());
        }
    }

    /** The address in a {@code srcset} of the rendition that is nearest to what is wanted, "" when there is none. */
    static String best(String srcset) {
        String best = "";
        double bestWidth = 0;
        if (srcset.isBlank() || srcset.length() > 10_000) {
            return "";
        }
        for (String candidate : BETWEEN.split(srcset, 40)) {
            String[] parts = SPACE.split(candidate.strip(), 3);
            double width = parts.length < 2 ? WANTED / 2.0 : width(parts[1]);
            boolean better = bestWidth < WANTED ? width > bestWidth : width >= WANTED && width < bestWidth;
            if (!parts[0].isEmpty() && better) {
                best = parts[0];
                bestWidth = width;
            }
        }
        return best;
    }

    /** A width descriptor in pixels; a density as the width it stands for in a column of half the width wanted. */
    private static double width(String descriptor) {
        try {
            double value = Double.parseDouble(descriptor.substring(0, descriptor.length() - 1));
            return descriptor.endsWith("x") ? value * WANTED / 2 : value;
        } catch (NumberFormatException odd) {
            return 1;
        }
    }

    private static String caption(Element image) {
        Element around = image.parent();
        for (int i = 0; i < AROUND && around != null; i++) {
            if (around.normalName().equals("figure")) {
                @Nullable Element caption = Box.isSizeOf(around) ? around.selectFirst("figcaption") : null;
                return caption == null ? "" : words(caption.text());
            }
            for (Element child : children(around)) {
                if (isCaption(child)) {
                    return Box.isSizeOf(child) ? words(child.text()) : "";
                }
            }
            around = around.parent();
        }
        return "";
    }

    private static boolean isCaption(Element element) {
        String names = element.attr("class");
        return names.length() <= LONGEST_NAME && names.contains("caption");
    }

    /** The first children, as far as they may belong to a picture. */
    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_BESIDE, element.childNodeSize()); i++) {
            if (element.childNode(i) instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static String words(String text) {
        String words = text.strip();
        return words.length() > LONGEST_WORDS ? "" : words;
    }

    private static int pixels(String size) {
        String digits = size.strip().replace("px", "");
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return Integer.parseInt(digits);
    }

    /** The last part of the path in lower case. */
    private static String name(URI address) {
        @Nullable String path = address.getRawPath();
        return path == null ? "" : path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isOrnament(String names) {
        if (names.isEmpty() || names.length() > 500) {
            return false;
        }
        for (String word : NO_LETTERS.split(names.toLowerCase(Locale.ROOT))) {
            if (NO_PICTURES.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
