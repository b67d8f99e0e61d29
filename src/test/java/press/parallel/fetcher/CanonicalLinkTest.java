package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "https://e.com./a?id=1",
                "https://amp.e.com/a?id=1",
                "https://e.com/a?id=1#comments",
                "https://e.com/a?utm_source=rss&id=1&utm_medium=feed",
                "https://e.com/a?UTM_Source=rss&id=1",
                "https://e.com/a?id=1&fbclid=x&gclid=y&mc_cid=z",
                "https://e.com/a?ref=rss&id=1&",
                "https://e.com/a?id=1&partner=RSS&smid=tw",
                "https://e.com/a?source=rss----7f2---4&id=1",
                "https://e.com/a?mod=rss_world&id=1",
                "https://e.com/a?amp&id=1",
                "https://e.com/a?outputType=amp&id=1",
                "https://e.com/a;jsessionid=0A1B?id=1",
                "https://e.com/%61?id=1",
                "https://e.com/a/index.html?id=1",
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
                "https://e.com/a?ID=1&p=2",
                "https://e.com/a?id=1&p=2",
                "https://e.com/a?id=1&story=2",
                "https://e.com/a?id=1&page=2",
                "https://e.com/a?id=1&v=2",
                "https://e.com/a?id=1&pk_id=2",
                "https://e.com/a?id=1&mc_story=2",
                "https://m.e.com/a?id=1",
                "https://blog.e.com/a?id=1",
                "https://e.com:8443/a?id=1",
                "https://e.com/a?id=1&ref=chapter2",
                "https://e.com/a?id=1&source=reuters",
                "https://e.com/a?id=1&feed=feedback",
                "https://e.com/a?id=1#!/page",
                "https://e.com/a?id=1#/page",
                "https://e.com/a/amp?id=1",
                "https://e.com/a%2Fb?id=1"
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

    @ParameterizedTest
    @CsvSource({
        "https://e.com/2023/11/big-story/amp/, https://e.com/2023/11/big-story",
        "https://e.com/story123/amp, https://e.com/story123",
        "https://e.com/guitars/amp, https://e.com/guitars/amp",
        "https://amp.dev/a, https://amp.dev/a",
        "https://e.com/caf%c3%a9, https://e.com/caf%C3%A9",
        "https://e.com/%7Eann/%2d, https://e.com/~ann/-",
        "https://e.com/a?b=2&a=1, https://e.com/a?a=1&b=2",
        "https://e.com/a?t=2&t=1, https://e.com/a?t=2&t=1",
        "https://e.com/index.php?p=5, https://e.com?p=5",
        "https://e.com/a%, https://e.com/a%25",
        "https://e.com/?p=5, https://e.com?p=5"
    })
    void isWrittenInOneWay(String link, String key) {
        assertThat(CanonicalLink.of(Links.absolute(link))).isEqualTo(key);
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
