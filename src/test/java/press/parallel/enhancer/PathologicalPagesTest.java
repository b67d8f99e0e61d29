package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import press.parallel.Article;

/**
 * Pages made to hurt: each is read in processor time linear in its size, below one second per megabyte on the machine that builds the
 * press, and in a heap of 512 MB up to 20 MB of page. The bound of the tests is wider, for slower machines and code not yet compiled.
 */
class PathologicalPagesTest {
    private static final double SECONDS_PER_MEGABYTE = 5;

    /** A test that runs longer, in seconds per megabyte on the clock, hangs. */
    private static final int HANGS = 40;

    private static final int LARGEST = 20_000_000;

    private static final String TEXT = "<p>The harbour lies still tonight, and nobody counts the boats in it.</p>"
            + "<p>Tomorrow they will be counted twice, once by the harbour master and once by me.</p>";

    private static final String SENTENCE = "It was a quiet night by the harbour, and the boats lay still. ";

    private static final String DATA = "<script type='application/ld+json'>";

    private static String numbered(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    private static String story(String json) {
        return DATA + "{\"@type\":\"NewsArticle\",\"headline\":\"Boats\"," + json + "}</script>";
    }

    /** Their text is found in the end. */
    static Stream<Arguments> pages() {
        return Stream.of(
                // nesting
                Arguments.of("nested divs", "<div>".repeat(100_000) + TEXT),
                Arguments.of("nested inline markup", "<b><i><a href=/x>".repeat(30_000) + TEXT),
                Arguments.of("nested tables", "<table><tr><td>".repeat(60_000) + TEXT),
                Arguments.of("nested tables with forms", "<table><form><tr><td>".repeat(40_000) + TEXT),
                Arguments.of(
                        "tables in all rows",
                        "<table>" + "<tr><td><table><tr><td>a<td>b</table>".repeat(20_000) + "</table>" + TEXT),
                Arguments.of("nested quotations", "<blockquote>".repeat(50_000) + TEXT),
                Arguments.of("nested lists", "<ul><li>".repeat(100_000) + TEXT),
                Arguments.of("nested figures", "<figure>".repeat(100_000) + TEXT),
                Arguments.of("nested articles", "<article>".repeat(100_000) + TEXT),
                Arguments.of("nested mains", "<div role=main>".repeat(60_000) + TEXT),
                Arguments.of(
                        "nested authors", "<p itemprop=author><span itemprop=x>y</span></p>".repeat(40_000) + TEXT),
                Arguments.of(
                        "long properties inside each other",
                        ("<div itemprop='" + "autho ".repeat(1000) + "'>").repeat(200) + TEXT),
                Arguments.of("nested drawings", TEXT + "<svg><desc>".repeat(50_000)),
                Arguments.of("misnested markup", TEXT + "<a><p>x</a>".repeat(50_000)),
                Arguments.of(
                        "markup set anew in each paragraph", TEXT + "<b a><b b><i><s><tt><p>x" + "<p>x".repeat(99_000)),
                Arguments.of("text before a table's cells", "<table>" + "<b>x</b>".repeat(100_000) + "</table>" + TEXT),
                // many of a kind
                Arguments.of("as many links as a body may hold", TEXT + "<a href='/x'>y</a> ".repeat(240_000)),
                Arguments.of("unclosed links", TEXT + "<a href=/x>y".repeat(80_000)),
                Arguments.of("line breaks", TEXT + "<br>".repeat(400_000)),
                Arguments.of("comments", TEXT + "<!---->".repeat(1_000_000)),
                Arguments.of("meta elements", numbered(300_000, i -> "<meta name=a" + i + " content=b>") + TEXT),
                Arguments.of(
                        "one attribute after the other", "<p " + numbered(100_000, i -> "a" + i + "=b ") + ">" + TEXT),
                Arguments.of("attributes of a body told late", TEXT + numbered(30_000, i -> "<body a" + i + "=b>")),
                Arguments.of("headlines", "<h1>x y</h1>".repeat(80_000) + TEXT),
                Arguments.of(
                        "headlines deep in an article",
                        "<article>" + "<div>".repeat(390) + "<h1>x y</h1>".repeat(80_000) + TEXT),
                Arguments.of("articles", "<article><h1>x y</h1></article>".repeat(32_000) + TEXT),
                Arguments.of(
                        "headings", numbered(60_000, i -> "<h" + (2 + i % 3) + ">Head</h" + (2 + i % 3) + ">") + TEXT),
                Arguments.of("dates", "<time datetime=x>y</time>".repeat(40_000) + TEXT),
                Arguments.of("pictures", numbered(40_000, i -> "<img src=/" + i + ".jpg>") + TEXT),
                Arguments.of(
                        "pictures of one figure", "<figure>" + "<img src=/a.jpg>".repeat(50_000) + "</figure>" + TEXT),
                Arguments.of(
                        "renditions of one picture",
                        "<picture>" + "<source srcset='/a 1x'><img src=/a>".repeat(20_000) + "</picture>" + TEXT),
                Arguments.of(
                        "page lists", "<div class=pager>".repeat(300) + "<a href=?page=2>2</a>".repeat(45_000) + TEXT),
                Arguments.of(
                        "teasers with one long class",
                        ("<div class=' " + "card".repeat(250) + "'><h3><a href=/x>A headline or other</a></h3></div>")
                                        .repeat(1000)
                                + TEXT),
                Arguments.of(
                        "bylines", "<h1>Boats</h1>" + "<p class=byline>By <a>Ada Lindqvist</a>".repeat(40_000) + TEXT),
                Arguments.of(
                        "lines of the title",
                        "<title>Boats lie still</title>" + "<i>Boats lie</i> ".repeat(60_000) + TEXT),
                Arguments.of(
                        "names around a byline",
                        ("<div class='" + "a-b ".repeat(10_000) + "'>").repeat(100) + "<h1>Boats</h1><b>By</b> 2026"
                                + TEXT),
                Arguments.of(
                        "numbers that begin dates",
                        "<h1>Boats</h1>" + ("<p class=date>" + "1/1/ ".repeat(50) + "</p>").repeat(4000) + TEXT),
                Arguments.of(
                        "references of authors",
                        DATA + "[" + "{\"@id\":\"#a\"},".repeat(100_000)
                                + "{\"@type\":\"Article\",\"headline\":\"x\",\"author\":["
                                + "{\"@id\":\"#b\"},".repeat(1000) + "1]}]</script>" + TEXT),
                // long ones
                Arguments.of(
                        "megabyte attributes",
                        "<div class='" + "a-b ".repeat(500_000) + "' title='" + "x".repeat(2_000_000) + "'>" + TEXT
                                + "</div>"),
                Arguments.of(
                        "megabyte style, id and property",
                        "<div style='" + "a:b;".repeat(300_000) + "' id='" + "aB".repeat(500_000) + "' itemprop='"
                                + "author ".repeat(150_000) + "'>" + TEXT + "</div>"),
                Arguments.of(
                        "a list with a class of a megabyte",
                        "<ul class=' " + "a-b ".repeat(250_000) + " '>" + "<li><a href=x>a b c</a>".repeat(6000)
                                + "</ul>" + TEXT),
                Arguments.of(
                        "a link of a megabyte", TEXT + "<p><a href='/" + "x".repeat(1_000_000) + "'>somewhere</a></p>"),
                Arguments.of("a title of separators", "<title>" + "a | ".repeat(250_000) + "</title>" + TEXT),
                Arguments.of(
                        "renditions without end",
                        "<p>x <img srcset='a" + " ".repeat(9000) + "b, " + "1".repeat(900) + "w'></p>".repeat(100)
                                + TEXT),
                // unclosed
                Arguments.of("unclosed comments", TEXT + "<!--".repeat(500_000)),
                Arguments.of("unclosed tags", TEXT + "<p".repeat(2_000_000)),
                Arguments.of("an unclosed end tag", TEXT + "</" + "x".repeat(4_000_000)),
                Arguments.of("an unclosed quote", TEXT + "<a href=\"" + "x".repeat(4_000_000)),
                Arguments.of("lone angle brackets", TEXT + "<".repeat(1_000_000)),
                Arguments.of("end tags of nothing", "<span>".repeat(390) + TEXT + "</i>".repeat(200_000)),
                Arguments.of("scripts inside scripts", TEXT + "<script>" + "<!--<script>".repeat(80_000)),
                // linked data
                Arguments.of("deep linked data", DATA + "[".repeat(500_000) + "</script>" + TEXT),
                Arguments.of("blocks of linked data", (DATA + "{\"@type\":\"Thing\"}</script>").repeat(20_000) + TEXT),
                Arguments.of("broken linked data", (DATA + "{\"@type\":</script>").repeat(20_000) + TEXT),
                Arguments.of("linked data of many objects", DATA + "[" + "{},".repeat(400_000) + "{}]</script>" + TEXT),
                Arguments.of("a number of a megabyte", DATA + "{\"a\":" + "1".repeat(1_000_000) + "}</script>" + TEXT),
                Arguments.of(
                        "authors",
                        story("\"author\":[" + "{\"name\":\"&\"},".repeat(70_000) + "{\"name\":\"\"}]") + TEXT),
                Arguments.of(
                        "nested parts for subscribers",
                        story("\"isAccessibleForFree\":false,\"hasPart\":[" + "{\"cssSelector\":\"div\"},".repeat(20)
                                        + "{}]")
                                + TEXT
                                + "<div>".repeat(390)
                                + "<b></b>".repeat(100_000)),
                Arguments.of(
                        "parts for subscribers by an expression without end",
                        story("\"isAccessibleForFree\":false,\"hasPart\":[{\"cssSelector\":\"p:matches((o+)+$)\"}]")
                                + "<p class=long>" + "o".repeat(100) + "!</p>" + TEXT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void itsTextIsReadInLinearTime(String oddity, String page) {
        Article article = read(page);

        assertThat(article.text().contains("The harbour lies still tonight")).isTrue();
        assertThat(article.text().contains("once by me.")).isTrue();
    }

    /** Nothing but text, or what is made to look like it. */
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("plain text", SENTENCE),
                Arguments.of("small paragraphs", "<p>" + SENTENCE + "</p>"),
                Arguments.of("tiny paragraphs", "<p>x"),
                Arguments.of("rows", "<tr><td>a</td><td>12</td></tr>"),
                Arguments.of("items", "<li>" + SENTENCE + "</li>"),
                Arguments.of("lines", "a line of it<br>"),
                Arguments.of("articles", "<article><h1>x</h1><p>" + SENTENCE + "</p></article>"),
                Arguments.of("parts of one story", "<div class=articlebody><p>" + SENTENCE + "</p></div>"),
                Arguments.of("entities", "&amp;"),
                Arguments.of("broken entities", "&foo"),
                Arguments.of("ampersands", "&"),
                Arguments.of("ideographs", "漢字仮名"));
    }

    @ParameterizedTest(name = "20 MB of {0}")
    @MethodSource("texts")
    void twentyMegabytesAreReadInLinearTime(String oddity, String part) {
        String opened = part.startsWith("<tr") ? "<table>" : part.startsWith("<li") ? "<ul>" : "<p>";

        Article article = read(opened + part.repeat(LARGEST / part.length()));

        assertThat(article.text().length()).isLessThanOrEqualTo(LARGEST);
    }

    @ParameterizedTest(name = "lines of {0} characters")
    @MethodSource("lengths")
    void distinctLinesAreReadInLinearTime(int characters) {
        String line = "x".repeat(characters);

        assertThat(read(TEXT + numbered(200_000, i -> line + i + "<br><br>"))
                        .text()
                        .contains("once by me."))
                .isTrue();
    }

    static IntStream lengths() {
        return IntStream.of(1, 40);
    }

    private static Article read(String page) {
        int megabytes = 1 + page.length() / 1_000_000;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return assertTimeoutPreemptively(Duration.ofSeconds((long) HANGS * megabytes), () -> {
            long start = threads.getCurrentThreadCpuTime();
            Article article = Pages.of(page);
            double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
            assertThat(seconds).as("CPU seconds").isLessThan(SECONDS_PER_MEGABYTE * megabytes);
            return article;
        });
    }
}
