package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHtmlTest {
    private static final URI BASE = URI.create("http://b.example/d/");
    private static final List<String> PIECES = List.of(
            "text ",
            "é",
            "&amp;",
            "&lt;",
            "&nbsp;",
            "\u00a0",
            "&#8217;",
            "&quot;",
            "&#39;",
            ">",
            "\n",
            "\t",
            "\u0085",
            "😀",
            "a\"b'c",
            "& ",
            "&foo;",
            "<!-- c -->",
            "<br>",
            "<br/>",
            "<br />",
            "<hr>",
            "</br>",
            "<p>",
            "</p>",
            "<P>",
            "<em/>",
            "<img src=\"https://e.example/i.png\" alt=\"x y\"/>",
            "<img alt=\"x\">",
            "<img src=\"https://e.example/i.png\" width=\"3\" srcset=\"x\">",
            "<script>x</script>",
            "<table>",
            "<p onclick=\"x\">",
            "<a href=\"javascript:x\">",
            "<a href=\"/rel\">",
            "<q cite=\"x\">",
            "<a href=\"https://e.example/x y\">",
            "<a href=\"https://e.example/a/../b\">",
            "<a href=\"https://E.example:80/\">",
            "<a href=\"https://e.example?q#f\" title=\"t &amp; u\">",
            "</a>",
            "<svg>",
            "</li>",
            "<li>",
            "\u00ad");
    private static final List<List<String>> AROUND = List.of(
            List.of("<p class=\"x\">", "</p>"),
            List.of("<em>", "</em>"),
            List.of("<a href=\"https://e.example/x?a=1&amp;b=2\" target=\"_blank\">", "</a>"),
            List.of("<a href=\"http://e.example\" title=\"a b\">", "</a>"),
            List.of("<div>", "</div>"),
            List.of("<ul><li>", "</li></ul>"),
            List.of("<ol>\n<li>", "</li>\n</ol>"),
            List.of("<h2>", "</h2>"),
            List.of("<h3 id=\"a\">", "</h3>"),
            List.of("<span style=\"color:red\">", "</span>"),
            List.of("<blockquote>", "</blockquote>"),
            List.of("<figure>", "</figure>"),
            List.of("<code>", "</code>"));

    /** Text nested at random, most of it well: whatever takes the short way comes out as by the long one. */
    @Test
    void saysWhatATreeWouldSay() {
        Random random = new Random(7);
        int plain = 0;
        for (int i = 0; i < 40_000; i++) {
            StringBuilder html = new StringBuilder();
            write(html, random, 0);
            String clean = PlainHtml.clean(html.toString());
            if (clean != null) {
                plain++;
                assertThat(clean).as(html.toString()).isEqualTo(SafeHtml.cleanTree(html.toString(), BASE));
            }
        }
        assertThat(plain).isGreaterThan(4_000);
    }

    private static void write(StringBuilder html, Random random, int depth) {
        for (int n = random.nextInt(3); n >= 0; n--) {
            if (depth < 4 && random.nextInt(3) > 0) {
                List<String> around = AROUND.get(random.nextInt(AROUND.size()));
                html.append(around.get(0));
                write(html, random, depth + 1);
                html.append(around.get(1));
            } else {
                html.append(PIECES.get(random.nextInt(random.nextInt(4) == 0 ? PIECES.size() : 10)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x</script>",
                "<p onclick=x>p</p>",
                "<a href='https://e.example/'>a</a>",
                "<a href=\"javascript:x\">a</a>",
                "<a href=\"https://e.example/\" href=\"https://f.example/\">a</a>",
                "<p><p>a</p></p>",
                "<b><p>a</b></p>",
                "<p>a",
                "<p a=\"b",
                "<",
                "&",
                "<img alt=\"x\">",
                "<a href=\"/x\">a</a>"
            })
    void givesUpOnAnythingUnusual(String html) {
        assertThat(PlainHtml.clean(html)).isNull();
    }
}
