package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader says of single sites. */
class SiteRulesTest {
    private static final String PAGE = """
            <html><head><title>The ferry rests</title></head><body>
            <div class=poem><h1>The ferry rests</h1><p>Still</p><p>still</p><p class=note>An editor's remark.</p><p>and still again</p></div>
            <article><p>The committee for the harbour met on Monday and talked about the ferry for three hours without a result.</p>
            <p>It will meet again on Friday, when the engineers have counted how many of the planks have to be replaced.</p></article>
            </body></html>""";

    private static SiteRules rules(String domain, SiteRules.Rule rule) {
        return new SiteRules(Map.of(domain, rule));
    }

    private static String read(SiteRules rules) {
        return new ArticleReader(rules)
                .read(PAGE.getBytes(StandardCharsets.UTF_8), URI.create("https://www.courier.example/a"), "")
                .text();
    }

    @Test
    void whatIsSelectedIsPrintedAsItStandsWithoutTheHeadline() {
        assertThat(read(rules("courier.example", new SiteRules.Rule("div.poem", ".note", ""))))
                .isEqualTo("Still\n\nstill\n\nand still again");
    }

    @Test
    void whatIsRemovedIsLeftOutOfTheUsualReadingToo() {
        assertThat(read(rules("courier.example", new SiteRules.Rule("", "article p + p", ""))))
                .contains("met on Monday")
                .doesNotContain("again on Friday");
    }

    @Test
    void aPageWithoutWhatIsSelectedIsReadInTheUsualWay() {
        assertThat(read(rules("courier.example", new SiteRules.Rule("div.story", "", ""))))
                .isEqualTo(read(SiteRules.NONE))
                .startsWith("The committee");
    }

    @ParameterizedTest
    @CsvSource({
        "courier.example, https://courier.example/a, true",
        "courier.example, https://news.courier.example/a, true",
        "Courier.Example, https://COURIER.example/a, true",
        "news.courier.example, https://courier.example/a, false",
        "courier.example, https://other-courier.example/a, false",
        "courier.example, urn:a, false"
    })
    void aDomainSpeaksForItsHosts(String domain, URI address, boolean known) {
        assertThat(rules(domain, new SiteRules.Rule("p", "", "")).of(address) != null)
                .isEqualTo(known);
    }

    @Test
    void theLongestNameCounts() {
        SiteRules rules = new SiteRules(Map.of(
                "courier.example", new SiteRules.Rule("p", "", ""),
                "news.courier.example", new SiteRules.Rule("div", "", "")));

        assertThat(rules.of(URI.create("https://news.courier.example/")).select())
                .isEqualTo("div");
    }

    @Test
    void aBrokenSelectorIsRefusedInASentence() {
        assertThat(SiteRules.flaw("div["))
                .hasValueSatisfying(flaw -> assertThat(flaw).startsWith("found 'div['"));
        assertThat(SiteRules.flaw("div > p:nth-child(2)")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules("courier.example", new SiteRules.Rule("", ">>", "")))
                .withMessageStartingWith("courier.example: expected a CSS selector, but found '>>'");
    }
}
