package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {
    private static final URI BASE = URI.create("https://e.com/dir/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT/x>alert(1)",
                "<p onclick=alert(1)>x</p>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href='java\nscript:alert(1)'>x</a>",
                "<a href='&#106;avascript:alert(1)'>x</a>",
                "<img src=x onerror=alert(1)>",
                "<iframe src=//e.com></iframe>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<form action=x><input></form>",
                "<style>p{}</style><p style='x'>x</p>",
                "<base href=//evil.example/><meta http-equiv=refresh>",
                "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
                "<img src='data:image/svg+xml,<svg onload=x>'>"
            })
    void nothingActsInWhatIsPrinted(String html) {
        assertThat(SafeHtml.clean(html, BASE).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(
                        "script", "onclick", "onerror", "onload", "alert", "<iframe", "<svg", "<form", "<input",
                        "style", "<base", "<meta", "data:");
    }

    @Test
    void linksAndPicturesBecomeAbsolute() {
        assertThat(SafeHtml.clean("<a href=one>1</a><img src=/p.png>", BASE))
                .isEqualTo("<a href=\"https://e.com/dir/one\">1</a><img src=\"https://e.com/p.png\">");
    }

    @Test
    void aTextWithoutTagsKeepsItsSigns() {
        assertThat(SafeHtml.clean("R&D &amp; Fish &eacute;", BASE)).isEqualTo("R&amp;D &amp; Fish é");
    }

    @Test
    void aTextOfSeveralParagraphsKeepsThem() {
        assertThat(SafeHtml.clean("one\nmore\r\n\r\n \n3 &lt; 4\n", BASE))
                .isEqualTo("<p>one\nmore</p>\n<p>3 &lt; 4</p>");
    }

    @Test
    void cleaningTwiceChangesNothing() {
        for (String html : new String[] {
            "a &amp;lt;b&amp;gt; &amp;amp;", "one\n\ntwo", "<p>x &lt;i&gt; <a href=y>z</a>", "<pre>a\n\n  b</pre>"
        }) {
            String once = SafeHtml.clean(html, BASE);
            assertThat(SafeHtml.clean(once, BASE)).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Q&amp;A &#8211; part 2        | Q&A – part 2
                    Why 3 < 4 matters             | Why 3 < 4 matters
                    History of the <blink> tag    | History of the <blink> tag
                    Read <em>this</em> &amp; that | Read this & that
                    x<script>alert(1)</script>    | x
                    """)
    void titlesAreReadAsHtmlOnlyWhereTheyAre(String raw, String title) {
        assertThat(SafeHtml.title(raw)).isEqualTo(title);
    }

    @Test
    void anEndlessTitleIsCut() {
        assertThat(SafeHtml.title("a".repeat(100_000))).hasSize(1000);
    }
}
