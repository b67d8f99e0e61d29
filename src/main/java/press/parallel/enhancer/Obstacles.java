package press.parallel.enhancer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * Tells pages that are no article from short articles. What a page says of itself for machines counts first; words, in many languages,
 * count only where there is little text, and only where they are a page's own voice: its title, its headings, its short lines.
 *
 * @see <a href="https://developers.google.com/search/docs/appearance/structured-data/paywalled-content">Structured data for
 *     subscription and paywalled content</a>
 */
final class Obstacles {
    /** A page with so many words of its own has its text, whatever it says besides. */
    private static final int WHOLE = 350;

    /** A page that calls itself closed, with fewer words, shows a teaser. */
    private static final int TEASER = 300;

    /** Pages with more words are not taken for a notice. */
    private static final int NOTICE = 160;

    private static final int FEW = 60;
    private static final int HARDLY_ANY = 25;

    /** Text in this many words behind a wall is there after all, and only hidden. */
    private static final int BEHIND_THE_WALL = 150;

    /** Characters of the page that are looked through for a notice. */
    private static final int SAMPLE = 20_000;

    private static final int LONGEST_LINE = 160;

    /** Elements around the last line in which a box that sells the rest is looked for. */
    private static final int AROUND = 4;

    /** Boxes by their name that are looked at. */
    private static final int MOST = 500;

    /** Characters in a box that sells the rest of the text. */
    private static final int LONGEST_BOX = 1500;

    /** Words in class names of such boxes, in lower case, that other boxes have too. */
    private static final Set<String> WALLS = Set.of(
            "subscribe",
            "subscriber",
            "subscribers",
            "subscription",
            "premium",
            "meter",
            "gate",
            "abo",
            "piano",
            "pay");

    /** A class, an id, or one inside the other. More costs as much time as the page likes. */
    private static final Pattern PLAIN_SELECTOR = Pattern.compile("[\\w.#-]{1,100}(?: (?:> )?[\\w.#-]{1,100})?");

    private Obstacles() {}

    /**
     * What stands between the reader and the text, null when nothing does.
     *
     * @param blocks what was found of the text
     */
    static @Nullable Obstacle of(Document page, LinkedData data, Metadata about, List<Block> blocks, int words) {
        if (words >= WHOLE) {
            return null;
        }
        if (isClosed(page, data, words) || (words < TEASER && hasWall(page, blocks))) {
            return Obstacle.PAYWALL;
        }
        if (words >= NOTICE) {
            return null;
        }
        String headline = headline(page, about);
        if (Notices.NOT_FOUND.in(headline) || (words < FEW && Notices.TERSE_NOT_FOUND.in(headline))) {
            return Obstacle.NOT_FOUND;
        }
        return ofLittleText(page, data, headline, own(blocks), words);
    }

    /**
     * @param own what was found of the text, in lower case. Only where that is hardly any, the page's other lines count: banners and forms
     *     stand around articles too
     */
    private static @Nullable Obstacle ofLittleText(
            Document page, LinkedData data, String headline, String own, int words) {
        boolean few = words < FEW;
        String voice = words < HARDLY_ANY ? sample(page) : own;
        if (few && isVideo(page, data, words)) {
            return Obstacle.VIDEO;
        }
        boolean challenged = Notices.CHALLENGE.in(headline);
        if (few ? challenged || Notices.CHALLENGE.in(voice) : challenged && Notices.CHALLENGE.in(own)) {
            return Obstacle.CHALLENGE;
        }
        int consents = Notices.CONSENT.hits(voice);
        boolean cookies = own.contains("cookie") && (Notices.CONSENT.in(headline) || (few && consents >= 1));
        if (cookies || consents >= 3 || (consents >= 1 && words < HARDLY_ANY)) {
            return Obstacle.CONSENT;
        }
        if (few && (isShell(page) || Notices.SCRIPT.in(words < HARDLY_ANY ? voice + noScript(page) : voice))) {
            return Obstacle.SCRIPT;
        }
        if (few && Notices.NOT_FOUND.in(voice)) {
            return Obstacle.NOT_FOUND;
        }
        boolean asks = page.selectFirst("form input[type=password]") != null;
        return asks && (words < HARDLY_ANY || Notices.LOGIN.in(headline)) ? Obstacle.LOGIN : null;
    }

    private static String own(List<Block> blocks) {
        StringBuilder own = new StringBuilder();
        for (Block block : blocks) {
            own.append(block.text().toLowerCase(Locale.ROOT)).append('\n');
        }
        return own.toString();
    }

    // ---------------------------------------------------------------- walls

    private static boolean isClosed(Document page, LinkedData data, int words) {
        boolean said = data.isClosed() || tier(page).equals("locked");
        if (!said || words >= TEASER) {
            return false;
        }
        for (String selector : data.closedParts()) {
            int found = 0;
            @Nullable Element last = null;
            for (Element part : parts(page, selector)) {
                if (last != null && Body.isWithin(last, part)) {
                    continue;
                }
                last = part;
                found += Words.count(part.text());
                if (found >= Math.max(BEHIND_THE_WALL, words / 2)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Element> parts(Document page, String selector) {
        try {
            return PLAIN_SELECTOR.matcher(selector.strip()).matches() ? page.select(selector) : List.of();
        } catch (SelectorParseException | IllegalArgumentException broken) {
            return List.of();
        }
    }

    private static String tier(Document page) {
        Element tier = page.selectFirst("meta[property=article:content_tier], meta[name=article:content_tier]");
        return tier == null ? "" : tier.attr("content").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the page breaks off before a box that sells the rest. */
    private static boolean hasWall(Document page, List<Block> blocks) {
        int last = blocks.size();
        for (Block block : blocks.subList(Math.max(0, last - 4), last)) {
            if (length(block.text()) <= LONGEST_LINE
                    && Notices.WALL.in(block.text().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        int looked = 0;
        Element around = around(page, blocks);
        for (Element element : page.getAllElements()) {
            if (isWallByName(element, around) && ++looked <= MOST && Box.isSizeOf(element)) {
                String text = element.text();
                if (text.length() > 5
                        && text.length() < LONGEST_BOX
                        && Notices.WALL.in(text.toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Characters, those of scripts without spaces counted as the letters that say as much. */
    private static int length(String line) {
        return line.length() + 2 * Words.ideographs(line);
    }

    /** What is close around the end of the text; offers in the page's head, menu or foot say nothing about it. */
    private static Element around(Document page, List<Block> blocks) {
        if (blocks.isEmpty()) {
            return page;
        }
        Element around = blocks.get(blocks.size() - 1).source();
        for (int i = 0; i < AROUND; i++) {
            Element parent = around.parent();
            if (parent == null || parent.normalName().equals("body")) {
                return around;
            }
            around = parent;
        }
        return around;
    }

    /** Whether it is called a wall, or, close to the end of the text, something that may be one. */
    private static boolean isWallByName(Element element, Element around) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String names = (element.attr("class") + " " + element.id()).toLowerCase(Locale.ROOT);
        if (names.contains("paywall") || names.contains("regwall")) {
            return true;
        }
        for (String word : names.split("[^a-z]+", 100)) {
            if (WALLS.contains(word)) {
                return isBeside(around, element);
            }
        }
        return false;
    }

    /** Whether {@code element} stands in {@code around} or in what follows it at once. */
    private static boolean isBeside(Element around, Element element) {
        if (Body.isWithin(around, element)) {
            return true;
        }
        Element next = around.nextElementSibling();
        return next != null
                && !next.normalName().equals("footer")
                && !next.normalName().equals("aside")
                && Body.isWithin(next, element);
    }

    // ---------------------------------------------------------------- notices

    private static String headline(Document page, Metadata about) {
        Element heading = page.selectFirst("h1");
        return (page.title() + "\n" + about.title() + "\n" + (heading == null ? "" : heading.text()))
                .toLowerCase(Locale.ROOT);
    }

    private static String sample(Document page) {
        StringBuilder text = new StringBuilder();
        for (Element element : page.getAllElements()) {
            String own = element.ownText();
            boolean seen = !element.normalName().equals("title")
                    && !element.normalName().equals("noscript");
            if (seen && !own.isEmpty() && element.closest("noscript") == null) {
                text.append(own.substring(0, Math.min(SAMPLE, own.length())).toLowerCase(Locale.ROOT))
                        .append('\n');
            }
            if (text.length() > SAMPLE) {
                break;
            }
        }
        return text.toString();
    }

    private static String noScript(Document page) {
        return page.select("noscript").text().toLowerCase(Locale.ROOT);
    }

    /** A player alone may stand on top of a brief; it counts where there is hardly any text. */
    private static boolean isVideo(Document page, LinkedData data, int words) {
        if (data.isVideo()) {
            return true;
        }
        Element type = page.selectFirst("meta[property=og:type]");
        return (type != null && type.attr("content").toLowerCase(Locale.ROOT).startsWith("video"))
                || words < HARDLY_ANY + 10
                        && page.selectFirst(
                                        "body video, body [class*=video-player], body [id*=video-player], body [class*=jwplayer]")
                                != null;
    }

    /** Whether there is a place for scripts to write to, and nothing in it. */
    private static boolean isShell(Document page) {
        Element root = page.selectFirst(
                "body > #root, body > #app, body > #__next, body > #__nuxt, body > app-root, body > [data-reactroot]");
        return root != null && Words.count(root.text()) < 20 && page.selectFirst("script") != null;
    }
}
