package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    private static final URI BASE = URI.create("https://site.example/dir/feed.xml?a=b");

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '"', textBlock = """
                    http://e.com/a http://e.com/a
                    "  http://e.com/a  " http://e.com/a
                    HTTP://E.com:8080/A http://e.com:8080/A
                    "http://e.com/a b|c" http://e.com/a%20b%7Cc
                    http://e.com/ü?q=ü#ü http://e.com/%C3%BC?q=%C3%BC#%C3%BC
                    http://bücher.example/x http://xn--bcher-kva.example/x
                    http://e.com/a%20b%zz http://e.com/a%20b%25zz
                    http://e.com/[1]{2}^ http://e.com/%5B1%5D%7B2%7D%5E
                    http://e.com/?a=1&amp;b=2&copy=3 http://e.com/?a=1&b=2&copy=3
                    http:/e.com/a http://e.com/a
                    http://e.com?x http://e.com?x
                    http://user:secret@e.com/ http://e.com/
                    //cdn.example/x https://cdn.example/x
                    www.e.com/a http://www.e.com/a
                    feed://e.com/a http://e.com/a
                    /abs https://site.example/abs
                    rel https://site.example/dir/rel
                    ../up https://site.example/up
                    ../../../up https://site.example/up
                    ?x=1 https://site.example/dir/feed.xml?x=1
                    "#top" https://site.example/dir/feed.xml?a=b#top
                    a:b/c?d ""
                    """)
    void understandsAddressesAsPeopleWriteThem(String written, String meant) {
        URI found = Links.resolve(BASE, written);
        assertThat(found == null ? "" : found.toString()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "javascript:alert(1)",
                "mailto:a@b.c",
                "data:text/html,x",
                "http://",
                "http:///",
                "http://a b/",
                "urn:x"
            })
    void findsNoAddressWhereThereIsNone(String written) {
        assertThat(Links.resolve(BASE, written)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rel", "/abs", "//cdn.example/x", "example.com/rss"})
    void anAddressThatStandsAloneMustBeAbsolute(String written) {
        assertThat(Links.absolute(written)).isNull();
    }
}
