package press.parallel.enhancer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** Finds the article's own text on a page. */
final class Body {
    /** How far around a quotation the names of elements are not believed: embedded posts stand in boxes called social or video. */
    private static final int AROUND_QUOTE = 3;

    private Body() {}

    /** The blocks of the article, in order. */
    static List<Block> of(Document page, Metadata about) {
        Element body = page.body();
        List<Block> blocks = BlockReader.read(body, new Boilerplate(body, marked(body), quotes(body)));
        Set<Element> inside = within(MainContent.of(body, blocks));
        List<Block> content = new ArrayList<>();
        for (Block block : blocks) {
            if (inside.contains(block.source())) {
                content.add(block);
            }
        }
        return BlockFilter.filter(content, about);
    }

    /** Everything on the page that is text. */
    static List<Block> whole(Document page) {
        return BlockReader.read(page.body(), Boilerplate.none(page.body()));
    }

    /** Plain text as blocks: a paragraph for each line. */
    static List<Block> ofText(String text, Document page) {
        List<Block> blocks = new ArrayList<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> blocks.add(new Block(
                        Block.Kind.PARAGRAPH,
                        0,
                        line,
                        Entities.escape(line),
                        line.length(),
                        0,
                        -1,
                        false,
                        page.body(),
                        null,
                        false)));
        return blocks;
    }

    /** What the page marks as content, or puts its headline in, with all around it. */
    private static Set<Element> marked(Element body) {
        Set<Element> marked = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Element> marks = new ArrayList<>(body.select("[itemprop~=(?i)^articleBody$], main, [role=main]"));
        for (Element headline : body.select("article h1")) {
            Element article = headline.closest("article");
            if (article != null) {
                marks.add(article);
            }
        }
        for (Element mark : marks) {
            for (Element around = mark; around != null && marked.add(around); ) {
                around = around.parent();
            }
        }
        return marked;
    }

    /** Quotations with what is close around them. */
    private static Set<Element> quotes(Element body) {
        Set<Element> marked = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Element quote : body.select("blockquote")) {
            Element around = quote;
            for (int i = 0; i <= AROUND_QUOTE && around != null; i++) {
                marked.add(around);
                around = around.parent();
            }
        }
        return marked;
    }

    private static Set<Element> within(Element root) {
        Set<Element> inside = Collections.newSetFromMap(new IdentityHashMap<>());
        root.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element) {
                    inside.add(element);
                }
            }
        });
        return inside;
    }
}
