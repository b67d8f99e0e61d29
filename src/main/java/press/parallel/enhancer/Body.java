package press.parallel.enhancer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** Finds the article's own text on a page. */
final class Body {
    /** How far around a quotation the names of elements are not believed: embedded posts stand in boxes called social or video. */
    private static final int AROUND_QUOTE = 3;

    /** A text with fewer characters, spaces left out, is hardly any. */
    private static final int LITTLE = 250;

    /** Lines of a text in JSON-LD that are taken. */
    private static final int MOST_LINES = 100_000;

    /** The first characters of a class that are read. */
    private static final int NAME = 400;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    /** What the first paragraph is called when it is set apart, in several languages. */
    private static final Set<String> LEADS = Set.of(
            "lead",
            "lede",
            "intro",
            "summary",
            "standfirst",
            "chapo",
            "chapeau",
            "vorspann",
            "entradilla",
            "bajada",
            "sumario",
            "resumo",
            "ingress",
            "manchet",
            "sommario",
            "lid",
            "zajawka",
            "perex",
            "sapo",
            "copete",
            "spot",
            "description",
            "anons",
            "annotation");

    private Body() {}

    /**
     * The blocks of the article, in order. Where hardly anything is left, the page is read again and its names are believed less:
     * better a line too many than a story lost.
     */
    static List<Block> of(Document page, Marks marks, Metadata about, SiteRules.@Nullable Rule rule) {
        if (rule != null) {
            List<Block> said = byRule(page, about, rule);
            if (!said.isEmpty()) {
                return said;
            }
        }
        return of(page.body(), marks, about);
    }

    /** What the reader says that the text is, as it stands there but for the headline; nothing when that is not on the page. */
    private static List<Block> byRule(Document page, Metadata about, SiteRules.Rule rule) {
        if (!rule.remove().isEmpty()) {
            page.select(rule.remove()).remove();
        }
        List<Block> blocks = new ArrayList<>();
        if (!rule.select().isEmpty()) {
            Elements selected = page.select(rule.select());
            for (Element element : selected) {
                if (element.parents().stream().noneMatch(selected::contains)) {
                    blocks.addAll(BlockReader.read(element, Boilerplate.none()));
                }
            }
        }
        blocks.removeIf(block ->
                block.source().normalName().equals("h1") || block.text().equals(about.title()));
        return blocks;
    }

    private static List<Block> of(Element body, Marks marks, Metadata about) {
        Boilerplate strict = new Boilerplate(body, content(marks), quotes(marks));
        List<Block> blocks = chosen(body, strict, about);
        int size = size(blocks);
        if (size < LITTLE) {
            List<Block> more = chosen(body, strict.lenient(), about);
            return size(more) > Math.max(LITTLE, 3 * size) ? more : blocks;
        }
        return blocks;
    }

    private static int size(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::size).sum();
    }

    private static List<Block> chosen(Element body, Boilerplate boilerplate, Metadata about) {
        List<Block> blocks = BlockReader.read(body, boilerplate);
        Element root = MainContent.of(body, blocks);
        List<Block> content = new ArrayList<>();
        for (Block block : blocks) {
            if (isWithin(root, block.source()) || (content.isEmpty() && isLead(block))) {
                content.add(block);
            }
        }
        return BlockFilter.filter(content, about);
    }

    /** Everything on the page that is text. */
    static List<Block> whole(Document page) {
        return BlockReader.read(page.body(), Boilerplate.none());
    }

    /** Plain text as blocks: a paragraph for each line. */
    static List<Block> ofText(String text, Document page) {
        List<Block> blocks = new ArrayList<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINES)
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
                        false,
                        null)));
        return blocks;
    }

    /** Whether a paragraph before the body calls itself the lead: some pages set it apart, in larger type. */
    private static boolean isLead(Block block) {
        if (!block.is(Block.Kind.PARAGRAPH) || block.weight() < 80) {
            return false;
        }
        Element source = block.source();
        Element around = source.parent();
        return named(source) || (around != null && around.childrenSize() <= 2 && named(around));
    }

    private static boolean named(Element element) {
        String names = element.attr("class");
        String start = names.substring(0, Math.min(NAME, names.length())).toLowerCase(Locale.ROOT);
        for (String word : NO_LETTERS.split(start, 20)) {
            if (LEADS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** What the page marks as content, or puts its headline in, with all around it. */
    private static Set<Element> content(Marks marks) {
        Set<Element> content = new HashSet<>();
        for (Marks.Mark mark : marks.all(Body::isContent)) {
            addWithAround(mark.element(), content);
        }
        for (Marks.Mark mark : marks.all(mark -> mark.is("h1"))) {
            addWithAround(mark.article(), content);
        }
        return content;
    }

    private static boolean isContent(Marks.Mark mark) {
        return mark.is("main") || mark.says("role", "main") || mark.says("itemprop", "articleBody");
    }

    private static void addWithAround(@Nullable Element element, Set<Element> set) {
        for (Element around = element; around != null && set.add(around); ) {
            around = around.parent();
        }
    }

    /** Quotations with what is close around them. */
    private static Set<Element> quotes(Marks marks) {
        Set<Element> close = new HashSet<>();
        for (Marks.Mark quote : marks.all(mark -> mark.is("blockquote"))) {
            @Nullable Element around = quote.element();
            for (int i = 0; i <= AROUND_QUOTE && around != null; i++) {
                close.add(around);
                around = around.parent();
            }
        }
        return close;
    }

    /** Whether {@code element} is {@code root} or inside of it. */
    static boolean isWithin(Element root, Element element) {
        for (Element around = element; around != null; around = around.parent()) {
            if (around.equals(root)) {
                return true;
            }
        }
        return false;
    }
}
