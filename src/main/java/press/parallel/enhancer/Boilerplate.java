package press.parallel.enhancer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Knows what on a page is not the article: by element, by role, by the words in class and id. A name alone is not believed: what
 * holds much of the page's running text stays, whatever it is called. Made for one page.
 */
final class Boilerplate {
    /** Text nodes shorter than this, in characters, are not running text. */
    private static final int RUN = 30;

    /** The first characters of class and id that are read. */
    private static final int NAME = 400;

    /** Whoever holds more of the page's running text is not dropped for a common word. */
    private static final double WEAK = 0.3;

    /** The same for words that are hardly ever wrong: discussions can be longer than the story. */
    private static final double STRONG = 0.85;

    /** Characters of running text around a field for an e-mail address. */
    private static final int SIGN_UP = 300;

    private static final int MOST_SIGN_UPS = 50;

    private static final Set<String> STRONG_WORDS = words("""
            comment comments commentlist commentaires comentarios comentários kommentare kommentar commenti reacties
            disqus respond discussion cookie cookies consent gdpr onetrust outbrain taboola livefyre fbcomments modal
            popup lightbox privacy usercomments
            """);

    private static final Set<String> WEAK_WORDS = words("""
            cta ad ads adv advert adverts advertisement advertising adsense adslot adbox werbung publicidad publicidade
            anzeige pub sponsor sponsored promo promos promotion promoted share shares sharing sharebar sharedaddy addthis
            addtoany social socials compartir compartilhar teilen partager related relacionadas relacionados relacionado
            verwandt similaires correlati gerelateerd yarpp recommended recommendation recommendations recirc
            recirculation popular trending mostread mostpopular readmore morefrom morestories seealso readnext upnext
            newsletter newsletters subscribe subscription signup optin mailchimp mailinglist donate sidebar sidenav
            sidebox aside rail footer masthead navbar nav navigation menu breadcrumb breadcrumbs pagination pager paging
            toolbar topbar byline author authors authorbio authorbox aboutauthor bio dateline timestamp pubdate
            publishdate postmeta entrymeta articlemeta meta metadata tags taglist tagcloud keywords topics categories
            caption captions captiontext wpcaption credit credits copyright disclaimer gallery slideshow carousel
            thumbnail thumbnails thumb video videos player jwplayer teaser teasers banner overlay tooltip login register
            search searchform print printbutton toc skip skiplink rating ratings poll vote quiz widgettitle linklist jp
            dfp gpt editsection hashtag hashtags topic correction userinfo profile sr screenreader visuallyhidden
            """);

    /** Two neighbouring words that only together say what it is. */
    private static final Set<String> PAIRS = words("""
            readmore morefrom morestories seealso readnext upnext nextpost prevpost postnavigation aboutauthor authorbio
            authorbox signup mostread mostpopular alsoread alsolike followus screenreader visuallyhidden sronly linklist
            tagcloud backtotop inarticle articledate postdate entrydate publishdate datepublished lastupdated readingtime
            relatedposts morenews moreon
            """);

    /** After these a word tells of something inside, missing, or of the subject: "has-post-thumbnail", "no-sidebar", "tag-privacy". */
    private static final Set<String> NOT_ITSELF = Set.of(
            "has", "no", "with", "without", "hide", "category", "tag", "topic", "type", "format", "status", "section");

    private final Map<Element, int[]> running = new HashMap<>();
    private final Set<Element> content;
    private final Set<Element> quotes;
    private final Set<Element> signUps;
    private final int all;
    private final double least;

    /**
     * @param content elements that the page itself marks as its main content, and those around them: they stay
     * @param quotes quotations and what is close around them: they stay whatever a common word says
     */
    Boilerplate(Element body, Set<Element> content, Set<Element> quotes) {
        this.content = content;
        this.quotes = quotes;
        List<Element> addresses = new ArrayList<>();
        body.traverse(new RunningText(addresses));
        this.all = running(body);
        this.signUps = signUps(addresses);
        this.least = WEAK;
    }

    /** Believes only the words that are hardly ever wrong: for pages of which nothing is left otherwise. */
    Boilerplate lenient() {
        return new Boilerplate(this);
    }

    private Boilerplate(Boilerplate strict) {
        this.content = strict.content;
        this.quotes = strict.quotes;
        this.all = strict.all;
        this.running.putAll(strict.running);
        this.signUps = strict.signUps;
        this.least = STRONG;
    }

    /** Knows no boilerplate: everything stays. */
    static Boilerplate none() {
        return new Boilerplate();
    }

    private Boilerplate() {
        this.content = Set.of();
        this.quotes = Set.of();
        this.all = -1;
        this.signUps = Set.of();
        this.least = STRONG;
    }

    /** Characters of running text outside links inside {@code element}. */
    private int running(Element element) {
        int[] found = running.get(element);
        return found == null ? 0 : found[0];
    }

    /** Boxes of which a reader's e-mail address is asked: as far around the field as there is little text. */
    private Set<Element> signUps(List<Element> addresses) {
        Set<Element> boxes = new HashSet<>();
        for (Element address : addresses.subList(0, Math.min(MOST_SIGN_UPS, addresses.size()))) {
            Element box = address;
            for (Element around = address.parent(); around != null && isSmall(around); around = around.parent()) {
                box = around;
            }
            if (!box.equals(address)) {
                boxes.add(box);
            }
        }
        return boxes;
    }

    private boolean isSmall(Element element) {
        String name = element.normalName();
        return running(element) <= SIGN_UP
                && running(element) * 4 <= all
                && !name.equals("body")
                && !name.equals("main")
                && !name.equals("article")
                && !content.contains(element)
                && Box.isSizeOf(element)
                && element.text().length() <= 2 * SIGN_UP;
    }

    /** Whether {@code element} is to be passed over with everything in it. */
    boolean drops(Element element) {
        if (signUps.contains(element)) {
            return true;
        }
        double limit = limit(element);
        return limit >= least
                && running(element) <= limit * all
                && !content.contains(element)
                && (limit == STRONG || !quotes.contains(element));
    }

    /** The share of the page's running text up to which {@code element} is dropped; 0: never. */
    private static double limit(Element element) {
        String name = element.normalName();
        if (name.equals("body") || name.equals("main") || name.equals("html")) {
            return 0;
        }
        double limit = switch (name) {
            case "footer", "aside", "form", "header" -> WEAK;
            default -> 0;
        };
        if (element.attributesSize() == 0) {
            return limit;
        }
        if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true") || hiddenByStyle(element)) {
            limit = Math.max(limit, WEAK);
        }
        limit = Math.max(
                limit,
                switch (element.attr("role")) {
                    case "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu", "alert" ->
                        WEAK;
                    default -> 0;
                });
        if (name.equals("article") && limit == 0 && element.hasAttr("itemprop")) {
            return 0;
        }
        return Math.max(limit, Math.max(named(element.attr("class")), named(element.id())));
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    private static boolean hiddenByStyle(Element element) {
        String style = element.attr("style");
        if (style.isEmpty()) {
            return false;
        }
        String start = style.substring(0, Math.min(NAME, style.length()))
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
        return start.contains("display:none") || start.contains("visibility:hidden");
    }

    private static double named(String names) {
        double found = 0;
        String last = "";
        int end = Math.min(NAME, names.length());
        int from = 0;
        for (int i = 0; i <= end; i++) {
            char c = i < end ? names.charAt(i) : ' ';
            boolean hump =
                    i > from && i < end && Character.isUpperCase(c) && Character.isLowerCase(names.charAt(i - 1));
            if (Character.isLetterOrDigit(c) && !hump) {
                continue;
            }
            if (i > from) {
                String word = names.substring(from, i).toLowerCase(Locale.ROOT);
                boolean said = !NOT_ITSELF.contains(last);
                if (said && STRONG_WORDS.contains(word)) {
                    return STRONG;
                }
                if ((said && WEAK_WORDS.contains(word)) || PAIRS.contains(last + word)) {
                    found = WEAK;
                }
                last = NOT_ITSELF.contains(last) ? last : word;
            }
            if (Character.isWhitespace(c)) {
                last = "";
            }
            from = hump ? i : i + 1;
        }
        return found;
    }

    /** Adds up running text from the leaves to the body, links left out. */
    private final class RunningText implements NodeVisitor {
        private final List<Element> addresses;
        private int links;

        RunningText(List<Element> addresses) {
            this.addresses = addresses;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                String run = text.getWholeText();
                Element parent = text.parent();
                if (links == 0 && run.length() >= RUN && !run.isBlank() && parent != null) {
                    running.computeIfAbsent(parent, none -> new int[1])[0] +=
                            run.strip().length();
                }
            } else if (node instanceof Element element) {
                String name = element.normalName();
                if (name.equals("a")) {
                    links++;
                } else if (name.equals("input") && element.attr("type").equalsIgnoreCase("email")) {
                    addresses.add(element);
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            if (element.normalName().equals("a")) {
                links--;
            }
            int[] mine = running.get(element);
            Element parent = element.parent();
            if (mine != null && parent != null) {
                running.computeIfAbsent(parent, none -> new int[1])[0] += mine[0];
            }
        }
    }
}
