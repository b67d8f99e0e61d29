package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalLinkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://e.com/a?id=1",
                "http://e.com/a?id=1",
                "http://www.e.com/a?id=1",
                "https://E.COM:443/a?id=1",
                "http://e.com:80/a/?id=1",
                "https://e.com/a?id=1#comments",
                "https://e.com/a?utm_source=rss&id=1&utm_medium=feed",
                "https://e.com/a?id=1&fbclid=x&gclid=y&mc_cid=z",
                "https://e.com/a?ref=rss&id=1&",
                "https://e.com/a?id=1&partner=RSS&smid=tw",
                "https://e.com/a?rss&id=1"
            })
    void oneStoryHasOneKey(String link) {
        assertThat(CanonicalLink.of(URI.create(link))).isEqualTo("https://e.com/a?id=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://e.com/A?id=1",
                "https://e.com/a?id=2",
                "https://m.e.com/a?id=1",
                "https://e.com:8443/a?id=1",
                "https://e.com/a?id=1&ref=chapter2",
                "https://e.com/a?id=1#!/page"
            })
    void differentStoriesKeepDifferentKeys(String link) {
        assertThat(CanonicalLink.of(URI.create(link))).isNotEqualTo("https://e.com/a?id=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"e.com/a?id=1", "WWW.e.com/a/?id=1&utm_source=x", " http://e.com/a?id=1#top "})
    void peopleLeaveTheSchemeOut(String written) {
        assertThat(CanonicalLink.ofWritten(written)).contains("https://e.com/a?id=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chips", "Chips for all", "e.com/a or not", "ftp://e.com/a", "..."})
    void whatIsNoAddressHasNoKey(String written) {
        assertThat(CanonicalLink.ofWritten(written)).isEmpty();
    }

    @Test
    void hostsWithAnUnderscoreStayApart() {
        assertThat(CanonicalLink.of(URI.create("http://my_site.e.com/a"))).isEqualTo("https://my_site.e.com/a");
    }

    @Test
    void aSiteWithAndWithoutSlashIsOne() {
        assertThat(CanonicalLink.of(URI.create("http://e.com")))
                .isEqualTo(CanonicalLink.of(URI.create("https://www.e.com/")));
    }
}
