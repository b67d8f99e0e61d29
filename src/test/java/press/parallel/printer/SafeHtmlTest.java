package press.parallel.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.parallel.Edition.PrintedPicture;

class SafeHtmlTest {
    private static final URI BASE = URI.create("https://example.org/2026/story");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<script src='https://evil.example/x.js'></script>",
                "<svg onload=alert(1)><script>alert(1)</script><text>x</text></svg>",
                "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
                "<style>body{background:url(https://evil.example/x)}</style>",
                "<link rel=stylesheet href='https://evil.example/x.css'>",
                "<meta http-equiv=refresh content='0;url=https://evil.example'>",
                "<base href='https://evil.example/'>",
                "<iframe src='https://evil.example'>fallback</iframe>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<object data='https://evil.example/x.swf'><p>x</p></object>",
                "<embed src='https://evil.example/x.swf'>",
                "<img src=x onerror=alert(1)>",
                "<img srcset='https://evil.example/1.png 1x'>",
                "<picture><source srcset='https://evil.example/1.png'><img src='https://evil.example/2.png'></picture>",
                "<video src='https://evil.example/v.mp4' poster='https://evil.example/p.png'></video>",
                "<audio src='https://evil.example/a.mp3' autoplay></audio>",
                "<noscript><img src='https://evil.example/pixel.gif'></noscript>",
                "<template><script>alert(1)</script></template>",
                "<textarea><script>alert(1)</script></textarea>",
                "<form action='https://evil.example'><input name=password><button>Send</button></form>",
                "<title><script>alert(1)</script></title>",
            })
    void whatRunsOrLoadsLeavesNothingBehind(String unsafe) {
        SafeHtml safe = SafeHtml.of("<p>Before.</p>" + unsafe + "<p>After.</p>", BASE);
        assertThat(safe.html()).isEqualTo("<p>Before.</p><p>After.</p>");
        assertThat(safe.text()).isEqualTo("Before.\n\nAfter.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p onclick=\"alert(1)\" style=\"position:fixed\" class=\"x\" id=\"paper\">Word</p> | <p>Word</p>",
                "<a href=\"javascript:alert(1)\">Word</a>          | <p>Word</p>",
                "<a href=\" java\tscript:alert(1)\">Word</a>       | <p>Word</p>",
                "<a href=\"JaVaScRiPt:alert(1)\">Word</a>          | <p>Word</p>",
                "<a href=\"data:text/html,<script>1</script>\">Word</a> | <p>Word</p>",
                "<a href=\"vbscript:x\">Word</a>                   | <p>Word</p>",
                "<a href=\"file:///etc/passwd\">Word</a>           | <p>Word</p>",
                "<body onload=alert(1)><p>Word</p></body>          | <p>Word</p>",
                "<p>Word<!-- <script>alert(1)</script> --></p>     | <p>Word</p>",
                "<table background=\"https://evil.example/x\"><tr><td>Word</td></tr></table> | <table><tbody><tr><td>Word</td></tr></tbody></table>",
                "<marquee>Word</marquee>                           | <p>Word</p>",
            })
    void attributesAndAddressesThatRunAreTakenOffAndTheWordStays(String unsafe, String safe) {
        assertThat(SafeHtml.of(unsafe, BASE).html()).isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x?a=1, https://a.example/x?a=1",
        "/about, https://example.org/about",
        "next, https://example.org/2026/next",
        "#note-1, https://example.org/2026/story#note-1",
        "//b.example/y, https://b.example/y",
        "mailto:desk@example.org, mailto:desk@example.org",
    })
    void linksAreAbsoluteAndSayNothingOfTheReader(String href, String absolute) {
        assertThat(SafeHtml.of("<p><a href='" + href + "' target=_top>Word</a></p>", BASE)
                        .html())
                .isEqualTo("<p><a href=\"" + absolute + "\" rel=\"noopener nofollow\">Word</a></p>");
    }

    @Test
    void whatIsSafeOnceIsSafeAgainAndUnchanged() {
        SafeHtml once = SafeHtml.of(
                "Loose text<br><br>with <b>weight</b><h1>Head</h1><div><div>Deep</div> and <p>flat</p></div><ul><li>One</ul>",
                BASE);
        assertThat(SafeHtml.of(once.html(), BASE)).isEqualTo(once);
    }

    @Test
    void looseTextBecomesParagraphsAndBoxesDoNotGlueWords() {
        SafeHtml safe = SafeHtml.of(
                "One<br>still one<br><br>Two<div>Three</div><section><div>Four</div><div>Five</div></section>", BASE);
        assertThat(safe.html()).isEqualTo("<p>One<br>still one</p><p>Two</p><p>Three</p><p>Four</p><p>Five</p>");
        assertThat(safe.text()).isEqualTo("One still one\n\nTwo\n\nThree\n\nFour\n\nFive");
        assertThat(safe.words()).isEqualTo(7);
    }

    @Test
    void linesThatLostTheirListBecomeParagraphs() {
        assertThat(SafeHtml.of("<li>One<li>Two<ul><li>Three</ul>", BASE).html())
                .isEqualTo("<p>One</p><p>Two</p><ul><li>Three</li></ul>");
    }

    @Test
    void headingsStandBeneathTheStorysHeadline() {
        assertThat(SafeHtml.of("<h1>A</h1><h2>B</h2><h6>C</h6>", BASE).html())
                .isEqualTo("<h4>A</h4><h4>B</h4><h4>C</h4>");
    }

    @Test
    void aLinkAroundWholeBlocksIsTakenOff() {
        assertThat(SafeHtml.of("<a href='/x'><h2>A</h2><p>B</p></a>", BASE).html())
                .isEqualTo("<h4>A</h4><p>B</p>");
    }

    @Test
    void plainTextKeepsLinesOfCodeAndOfLists() {
        SafeHtml safe = SafeHtml.of("<pre>a {\n  b\n}</pre><ul><li>One</li><li>Two</li></ul>", BASE);
        assertThat(safe.text()).isEqualTo("a {\n  b\n}\n\nOne\nTwo");
    }

    @Test
    void directionAndLanguageOfAPassageStay() {
        assertThat(SafeHtml.of("<p dir=rtl lang=ar>كلمة</p>", BASE).html())
                .isEqualTo("<p dir=\"rtl\" lang=\"ar\">كلمة</p>");
    }

    @Test
    void aThousandNestedBoxesAndAnUnclosedTagDoNoHarm() {
        Document page = Jsoup.parse("<main>"
                + SafeHtml.of("<div>".repeat(5000) + "Word <b>unclosed", BASE).html() + "</main><footer>Foot</footer>");
        assertThat(page.select("main").text()).isEqualTo("Word unclosed");
        assertThat(page.select("body > footer").text()).isEqualTo("Foot");
        assertThat(page.select("footer b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "' ', 0", "one, 1", "'one,  two\nthree', 3", "it's 5.5 km, 3", "日本語です, 3", "写真 photo, 2"})
    void wordsAreCountedAsReadersCountThem(String text, int words) {
        assertThat(SafeHtml.words(text)).isEqualTo(words);
    }

    @Nested
    class Pictures {
        private final PrintedPicture harbour = picture("harbour", "The \"harbour\"", "Noon <b>");
        private final PrintedPicture mole = picture("mole", "", "");

        private PrintedPicture picture(String name, String alt, String caption) {
            URI address = URI.create("https://p.example/" + name + ".jpg");
            return new PrintedPicture("images/s1-" + name + ".jpg", address, alt, caption, 640, 360, false);
        }

        private SafeHtml safe(String html) {
            return SafeHtml.of(
                    html,
                    URI.create("https://p.example/story/1"),
                    Map.of(harbour.address(), harbour, mole.address(), mole));
        }

        @Test
        void thatWereFetchedStandInTheirPlacesWithTheirWords() {
            SafeHtml safe = safe(
                    "<p>One</p><figure><img src='/harbour.jpg' onerror='x()' alt=z><figcaption>Theirs</figcaption></figure>"
                            + "<p>Two</p>");
            assertThat(safe.html())
                    .isEqualTo(
                            "<p>One</p><figure><img src=\"images/s1-harbour.jpg\" alt=\"The &quot;harbour&quot;\" width=\"640\""
                                    + " height=\"360\" loading=\"lazy\" decoding=\"async\"><figcaption dir=\"auto\">Noon &lt;b&gt;"
                                    + "</figcaption></figure><p>Two</p>");
            assertThat(safe.text()).isEqualTo("One\n\nTwo");
            assertThat(safe.words()).isEqualTo(2);
        }

        @Test
        void areKnownByAnyAddressOfTheirs() {
            assertThat(safe("<p><img src=small.jpg srcset='s.jpg 1x,https://p.example/mole.jpg 2x'></p>")
                            .html())
                    .contains("images/s1-mole.jpg");
            assertThat(safe("<picture><source srcset='../mole.jpg 800w, x.jpg 9w'><img src=x.jpg></picture>")
                            .html())
                    .contains("images/s1-mole.jpg");
            assertThat(safe("<img data-src='https://p.example/mole.jpg' src='data:image/gif;base64,R0'>")
                            .html())
                    .contains("images/s1-mole.jpg");
        }

        @Test
        void standBehindTheBlockThatHoldsThemAndOnce() {
            SafeHtml safe = safe(
                    "<ul><li>a <a href='https://x.example/'><img src=/mole.jpg></a> b</li></ul><img src=/mole.jpg>");
            assertThat(safe.html()).startsWith("<ul>").endsWith("</figure>").containsOnlyOnce("<img");
        }

        @Test
        void thatWereNotFetchedAreNotLetThroughNorTheirCaptions() {
            SafeHtml safe = safe(
                    "<p>One</p><figure><img src='https://evil.example/1.png'><figcaption>Theirs</figcaption></figure>"
                            + "<press-picture n=0>Two</press-picture><img src=images/s1-mole.jpg>");
            assertThat(safe.html()).isEqualTo("<p>One</p><p>Two</p>");
            assertThat(SafeHtml.of(
                                    "<figure><img src=/mole.jpg><figcaption>Theirs</figcaption></figure><p>One</p>",
                                    URI.create("https://p.example/"))
                            .html())
                    .isEqualTo("<p>One</p>");
        }

        @Test
        void aFoldCountsNoCaptionsAndCutsNone() {
            Fold fold = Fold.of(
                    safe("<figure><img src=/harbour.jpg></figure><p>" + "word ".repeat(400) + "</p>")
                            .html(),
                    30);
            assertThat(fold.teaser()).startsWith("word word");
            assertThat(fold.folded()).contains("<figure>");
        }
    }
}
