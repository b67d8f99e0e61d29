package press.parallel.printer;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Where a long text is folded: what stands open on the page, and what opens when the reader asks for it.
 *
 * @param open HTML that is always seen, "" when the text cannot be parted well
 * @param teaser plain text seen instead of the folded one, only when {@code open} is ""
 * @param folded HTML inside the fold, "" when all of the text stands open
 */
record Fold(String open, String teaser, String folded) {
    /** A rest of fewer words is not worth a fold. */
    private static final int SMALL_REST = 45;

    /**
     * @param html safe blocks, as {@link SafeHtml} makes them
     * @param wanted words that should stand open; whole blocks are taken until there are as many
     */
    static Fold of(String html, int wanted) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        Element body = document.body();
        int all = words(body);
        int most = wanted * 2 + SMALL_REST;
        if (all <= most) {
            return new Fold(html, "", "");
        }
        Document opened = Document.createShell("");
        opened.outputSettings().prettyPrint(false);
        Element open = opened.body();
        int words = 0;
        for (Element block : body.children()) {
            int more = words(block);
            if (words + more > most) {
                break;
            }
            open.appendChild(block);
            words += more;
            if (words >= wanted) {
                break;
            }
        }
        Element last = open.lastElementChild();
        if (last != null && last.normalName().equals("h4")) {
            body.prependChild(last);
        }
        if (words < wanted / 3) {
            body.select("figure").remove();
            return new Fold("", cut(body.text(), wanted), html);
        }
        return new Fold(open.html(), "", body.html());
    }

    /** Captions are no text to read on. */
    private static int words(Element part) {
        int captions = part.select("figcaption").stream()
                .mapToInt(caption -> SafeHtml.words(caption.text()))
                .sum();
        return SafeHtml.words(part.text()) - captions;
    }

    /** The first words, up to the last sentence that ends among them. */
    private static String cut(String text, int words) {
        int end = 0;
        for (int i = 0; i < words && end >= 0; i++) {
            end = text.indexOf(' ', end + 1);
        }
        String first = end < 0 ? text : text.substring(0, end);
        int sentence = Math.max(first.lastIndexOf(". "), Math.max(first.lastIndexOf("? "), first.lastIndexOf("! ")));
        return sentence > first.length() / 2 ? first.substring(0, sentence + 1) : first + " …";
    }
}
