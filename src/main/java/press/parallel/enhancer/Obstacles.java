package press.parallel.enhancer;

import java.util.List;
import java.util.Locale;
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

    private static final int LONGEST_LINE = 240;

    /** Boxes by their name that are looked at. */
    private static final int MOST = 500;

    /** Characters in a box that sells the rest of the text. */
    private static final int LONGEST_BOX = 1500;

    /** Parts of class names of such boxes, in lower case. */
    private static final String[] WALLS = {"paywall", "subscri", "premium", "regwall", "meter", "gate", "abo", "piano"};

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
        if (Notices.CHALLENGE.in(headline)) {
            return Obstacle.CHALLENGE;
        }
        return ofLittleText(page, data, headline, words);
    }

    private static @Nullable Obstacle ofLittleText(Document page, LinkedData data, String headline, int words) {
        String text = sample(page);
        boolean few = words < FEW;
        if (few && isVideo(page, data)) {
            return Obstacle.VIDEO;
        }
        if (few && Notices.CHALLENGE.in(text)) {
            return Obstacle.CHALLENGE;
        }
        if (Notices.CONSENT.in(headline)
                || ((few || isAbout(Notices.CONSENT, text)) && Notices.CONSENT.in(text) && isShort(text))) {
            return Obstacle.CONSENT;
        }
        if (few && (isShell(page) || Notices.SCRIPT.in(words < HARDLY_ANY ? text + noScript(page) : text))) {
            return Obstacle.SCRIPT;
        }
        if (few && Notices.NOT_FOUND.in(text)) {
            return Obstacle.NOT_FOUND;
        }
        boolean asks = page.selectFirst("form input[type=password]") != null;
        return asks && (few || Notices.LOGIN.in(headline)) ? Obstacle.LOGIN : null;
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
            if (block.text().length() <= LONGEST_LINE
                    && Notices.WALL.in(block.text().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        int looked = 0;
        for (Element element : page.getAllElements()) {
            if (isWallByName(element) && ++looked <= MOST && Box.isSizeOf(element)) {
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

    private static boolean isWallByName(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String names = element.attr("class").toLowerCase(Locale.ROOT);
        for (String wall : WALLS) {
            if (names.contains(wall)) {
                return true;
            }
        }
        return element.id().toLowerCase(Locale.ROOT).contains("paywall");
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

    private static boolean isShort(String text) {
        return text.length() < 6000;
    }

    /** Whether much of what the page says is about it. */
    private static boolean isAbout(Notices notice, String text) {
        return notice.hits(text) >= 3;
    }

    private static boolean isVideo(Document page, LinkedData data) {
        if (data.isVideo()) {
            return true;
        }
        Element type = page.selectFirst("meta[property=og:type]");
        return (type != null && type.attr("content").toLowerCase(Locale.ROOT).startsWith("video"))
                || page.selectFirst(
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
