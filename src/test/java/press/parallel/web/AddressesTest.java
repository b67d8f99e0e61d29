package press.parallel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
    private static final URI BASE = URI.create("http://a.example/b/c/d;p?q");

    /** RFC 3986, 5.4.1 and 5.4.2, without the fragments that are never sent. */
    @ParameterizedTest
    @CsvSource({
        "g, http://a.example/b/c/g",
        "./g, http://a.example/b/c/g",
        "g/, http://a.example/b/c/g/",
        "/g, http://a.example/g",
        "//g.example, http://g.example",
        "?y, http://a.example/b/c/d;p?y",
        "g?y, http://a.example/b/c/g?y",
        ";x, http://a.example/b/c/;x",
        "g;x?y, http://a.example/b/c/g;x?y",
        "'', http://a.example/b/c/d;p?q",
        "., http://a.example/b/c/",
        "./, http://a.example/b/c/",
        ".., http://a.example/b/",
        "../g, http://a.example/b/g",
        "../.., http://a.example/",
        "../../g, http://a.example/g",
        "../../../g, http://a.example/g",
        "../../../../g, http://a.example/g",
        "./g/., http://a.example/b/c/g/",
        "g/./h, http://a.example/b/c/g/h",
        "g?y/../x, http://a.example/b/c/g?y/../x",
        "https://other.example/x, https://other.example/x",
        "mailto:a@example.org, mailto:a@example.org"
    })
    void relativeLocationsAreResolvedAsTheRfcSays(String location, URI resolved) {
        assertThat(Addresses.resolve(BASE, location)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example, g, http://a.example/g",
        "http://a.example, ?y, http://a.example/?y",
        "http://a.example?q, g, http://a.example/g",
        "http://a.example:8080, /g, http://a.example:8080/g",
        "http://[::1]:80/x, g, http://[::1]:80/g"
    })
    void aBaseWithoutAPathIsItsRoot(URI base, String location, URI resolved) {
        assertThat(Addresses.resolve(base, location)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource({
        "/a b, /a%20b",
        "/a%20b, /a%20b",
        "/100%, /100%25",
        "/%zz, /%25zz",
        "/a|b\\c^d`e, /a%7Cb%5Cc%5Ed%60e",
        "'/{x}<y>\"', /%7Bx%7D%3Cy%3E%22",
        "/list[1], /list%5B1%5D",
        "/?list[1], /?list[1]",
        "/\u00fc, /%FC",
        "/\u00c3\u00bc, /%C3%BC"
    })
    void whatIsNoAddressIsEncodedAndWhatIsEncodedStays(String location, String resolved) {
        assertThat(Addresses.resolve(URI.create("http://a.example/"), location))
                .hasToString("http://a.example" + resolved);
    }

    @Test
    void whatNoEncodingHelpsIsRefused() {
        assertThatThrownBy(() -> Addresses.resolve(BASE, "http://")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Addresses.resolve(BASE, ":x")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/b#c, http://a.example/b",
        "http://a.example/b, http://a.example/b",
        "http://a.example/?b=%23#c#d, http://a.example/?b=%23"
    })
    void theFragmentIsTakenOff(String address, URI bare) {
        URI written = URI.create(address.replace("#c#d", "#c%23d"));
        assertThat(Addresses.withoutFragment(written)).isEqualTo(bare);
    }
}
