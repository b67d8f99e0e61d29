package press.parallel.enhancer;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import press.parallel.Article;
import press.parallel.Picture;

/**
 * Reads a page into an article: its own text, without what stands around it, and what the page says of title, author, date, pictures
 * and language. Needs no network and no framework. No state, safe for use by many threads.
 */
public final class ArticleReader {
    /** A page with fewer words has no text of its own: then what it says in JSON-LD is taken. */
    private static final int FEW = 60;

    /** Sites are known to be ahead of the press's clock: time zones, and stories dated for the day they are meant for. */
    private static final Duration AHEAD = Duration.ofDays(2);

    /** The present of readers without a clock: no date is too late for them. */
    private static final InstantSource LATE = InstantSource.fixed(Instant.parse("2100-01-01T00:00:00Z"));

    private final SiteRules rules;
    private final InstantSource clock;

    /** Finds everything by itself. */
    public ArticleReader() {
        this(SiteRules.NONE);
    }

    /** @param rules what the reader says of single sites */
    public ArticleReader(SiteRules rules) {
        this(rules, LATE);
    }

    /**
     * @param rules what the reader says of single sites
     * @param clock the present; a date of publication more than two days after it is not believed
     */
    public ArticleReader(SiteRules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Reads one page. Never fails: what is no page has no text.
     *
     * @param body the page as served, after inflating
     * @param address where it was found; links are read relative to it
     * @param contentType value of the Content-Type header, "" when unknown
     * @return an article with key "", and text "" where none was found
     */
    public Article read(byte[] body, URI address, String contentType) {
        return article(List.of(page(body, address, contentType, address, 1)));
    }

    /**
     * Reads one page of a story.
     *
     * @param first address of the story's first page
     * @param number of this page, from 1
     */
    PageReading page(byte[] body, URI address, String contentType, URI first, int number) {
        Document page = PageParser.parse(PageText.decode(body, contentType), address);
        Marks marks = Marks.of(page);
        LinkedData data = LinkedData.of(marks);
        Instant latest = clock.instant().plus(AHEAD);
        Metadata about = Metadata.of(page, marks, data, latest);
        SiteRules.@Nullable Rule rule = rules.of(address);
        @Nullable URI next = NextPage.of(page, marks, first, number + 1, rule);
        List<URI> elsewhere = elsewhere(page, marks, about);
        List<Block> blocks = Body.of(page, marks, about, rule);
        String text = Typesetter.text(blocks);
        int words = Words.count(text);
        if (words < FEW) {
            List<Block> said = Body.ofText(data.body(), page);
            String whole = Typesetter.text(said);
            if (Words.count(whole) > 2 * words) {
                blocks = said;
                text = whole;
                words = Words.count(whole);
            }
        }
        about = about.with(blocks, marks, address.toString(), latest);
        @Nullable Obstacle obstacle = Obstacles.of(page, data, about, blocks, words);
        return new PageReading(address, about, blocks, text, words, obstacle, next, elsewhere);
    }

    /** The article on {@code pages}, of which there is at least one. What an earlier one says already is left out. */
    Article article(List<PageReading> pages) {
        PageReading first = pages.get(0);
        if (pages.size() == 1) {
            return article(first.blocks(), first.text(), first.words(), first.about(), first.address());
        }
        Set<String> said = new HashSet<>();
        List<Block> blocks = new ArrayList<>();
        for (PageReading page : pages) {
            for (Block block : page.blocks()) {
                if (page == first || isSmall(block) || !said.contains(identity(block))) {
                    blocks.add(block);
                }
            }
            page.blocks().forEach(block -> said.add(identity(block)));
        }
        return article(blocks, first.about(), first.address());
    }

    /** A line that may well come twice. */
    private static boolean isSmall(Block block) {
        return block.is(Block.Kind.PARAGRAPH) && block.size() < 40;
    }

    /** Reads HTML that is all text, such as the content of a feed's entry: nothing is chosen or left out but markup. */
    Article readFragment(String html, URI address) {
        return article(Body.whole(PageParser.parse(html, address)), Metadata.NONE, address);
    }

    private static String identity(Block block) {
        return block.picture() == null
                ? block.text()
                : block.picture().address().toString();
    }

    private static List<URI> elsewhere(Document page, Marks marks, Metadata about) {
        List<URI> elsewhere = new ArrayList<>();
        if (about.canonical() != null) {
            elsewhere.add(about.canonical());
        }
        Element amp = marks.first(mark -> mark.is("link") && mark.says("rel", "amphtml") && mark.has("href"));
        @Nullable URI place = amp == null ? null : Links.address(amp.attr("href"), page.baseUri());
        if (place != null) {
            elsewhere.add(place);
        }
        return elsewhere;
    }

    private static Article article(List<Block> blocks, Metadata about, URI address) {
        String text = Typesetter.text(blocks);
        return article(blocks, text, Words.count(text), about, address);
    }

    private static Article article(List<Block> blocks, String text, int words, Metadata about, URI address) {
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
                words);
    }
}
