package press.parallel.politeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrableDomainTest {
    private final RegistrableDomain domains =
            new RegistrableDomain(Map.of("redd.it", "reddit.com", "cdn.example.net", "example.org"));

    @ParameterizedTest
    @CsvSource({
        "https://old.reddit.com/r/nfl.json, reddit.com",
        "https://www.reddit.com/, reddit.com",
        "https://OLD.Reddit.COM/, reddit.com",
        "https://a.tumblr.com/rss, tumblr.com",
        "https://somebody.github.io/feed, github.io",
        "https://one.example.co.uk/, example.co.uk",
        "https://feeds.bbci.co.uk/news/world/rss.xml, bbci.co.uk",
        "http://127.0.0.1:8900/feed, 127.0.0.1",
        "http://[::1]:8900/feed, [::1]",
        "http://localhost:8900/feed, localhost",
        "https://example.org./feed, example.org",
        "https://redd.it/abc, reddit.com",
        "https://i.redd.it/abc, reddit.com",
        "https://cdn.example.net/x, example.org",
        "https://other.example.net/x, example.net",
        "https://a.site.internal/x, site.internal",
        "https://site.internal/x, site.internal",
        "https://a.b.site.example/x, site.example",
        "https://github.io/x, github.io",
        "https://co.uk/x, co.uk",
    })
    void hostsOfOneRegistrableDomainAreOne(URI address, String domain) {
        assertThat(domains.of(address)).isEqualTo(domain);
    }

    @Test
    void anIpv6AddressIsOneDomainWithBracketsAndWithout() {
        assertThat(domains.ofHost("::1")).isEqualTo(domains.of(URI.create("http://[::1]:8900/feed")));
    }

    @Test
    void anAddressWithoutHostIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> domains.of(URI.create("mailto:a@b.org")));
    }
}
