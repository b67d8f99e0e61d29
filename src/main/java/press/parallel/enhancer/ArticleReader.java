package press.parallel.enhancer;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import press.parallel.Article;
import press.parallel.Picture;

/**
 * Reads a page into an article: its own text, without what stands around it, and what the page says of title, author, date, picture
 * and language. Needs no network and no framework. No state, safe for use by many threads.
 */
public final class ArticleReader {
    /** Elements nested deeper are set beside their parents: no walk runs out of stack, and no real page comes near. */
    private static final int DEEPEST = 400;

    /** A page with fewer words has no text of its own: then what it says in JSON-LD is taken. */
    private static final int FEW = 60;

    /**
     * Reads one page. Never fails: what is no page has no text.
     *
     * @param body the page as served, after inflating
     * @param address where it was found; links are read relative to it
     * @param contentType value of the Content-Type header, "" when unknown
     * @return an article with key "", and text "" where none was found
     */
    public Article read(byte[] body, URI address, String contentType) {
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        Document page = parser.parseInput(PageText.decode(body, contentType), address.toString());
        LinkedData data = LinkedData.of(page);
        Metadata about = Metadata.of(page, data);
        List<Block> blocks = Body.of(page, about);
        int words = Words.count(Typesetter.text(blocks));
        if (words < FEW) {
            List<Block> said = Body.ofText(data.body(), page);
            blocks = Words.count(Typesetter.text(said)) > 2 * words ? said : blocks;
        }
        return article(blocks, about, address);
    }

    /** Reads HTML that is all text, such as the content of a feed's entry: nothing is chosen or left out but markup. */
    Article readFragment(String html, URI address) {
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        Document page = parser.parseInput(html, address.toString());
        return article(Body.whole(page), Metadata.NONE, address);
    }

    private static Article article(List<Block> blocks, Metadata about, URI address) {
        String text = Typesetter.text(blocks);
        List<Picture> pictures =
                blocks.stream().map(Block::picture).filter(Objects::nonNull).toList();
        return new Article(
                "",
                address,
                about.canonical(),
                about.site(),
                about.title(),
                about.author(),
                about.published(),
                Pictures.lead(about.image(), pictures),
                pictures,
                Scripts.language(text, about.language()),
                Scripts.direction(text),
                text,
                Typesetter.html(blocks),
                Words.count(text));
    }
}
