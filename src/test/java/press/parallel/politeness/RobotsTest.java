package press.parallel.politeness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9309, section by section, as far as it is ours; the parser is that of crawler-commons. */
class RobotsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final URI PAGE = URI.create("https://www.a.example/private/story");

    private final Robots robots = new Robots("ParallelPress");

    @Test
    void aSiteInTroubleIsNotAskedFasterThanBefore() {
        learn(200, "User-agent: *\nCrawl-delay: 7\n");
        learn(503, "");
        assertThat(robots.crawlDelay("a.example")).isEqualTo(Duration.ofSeconds(7));
        learn(200, "User-agent: *\n");
        assertThat(robots.crawlDelay("a.example")).isZero();
    }

    @Test
    void aFileThatIsLongOutOfDateIsForgotten() {
        learn(200, "User-agent: *\nDisallow: /\n");
        assertThat(robots.allows(PAGE)).isFalse();

        robots.isKnown(URI.create("https://b.example/"), NOW.plus(Robots.KEPT).plus(Duration.ofHours(2)));
        assertThat(robots.allows(PAGE)).isTrue();
    }

    private void learn(int status, String text) {
        robots.learn(PAGE, "a.example", status, text.getBytes(UTF_8), NOW.plus(Robots.KEPT));
    }

    @Test
    void whatIsDisallowedIsNotReadAndTheRestIs() {
        learn(200, "User-agent: *\nDisallow: /private/\n");
        assertThat(robots.allows(PAGE)).isFalse();
        assertThat(robots.allows(URI.create("https://www.a.example/public"))).isTrue();
        assertThat(robots.allows(URI.create("https://b.example/private/"))).isTrue();
    }

    @Test
    void ourOwnGroupCountsBeforeEveryonesWhateverItsCase() {
        learn(200, "User-agent: *\nDisallow: /\n\nUser-agent: PARALLELPRESS\nAllow: /\n");
        assertThat(robots.allows(PAGE)).isTrue();
    }

    @Test
    void theLongestRuleCountsAndWildcardsToo() {
        learn(200, "User-agent: *\nDisallow: /private/\nAllow: /private/sto*\n");
        assertThat(robots.allows(PAGE)).isTrue();
    }

    /** 2.3.1.2 to 2.3.1.4; a 429 is no word about what may be read. */
    @ParameterizedTest
    @CsvSource({
        "404, true",
        "403, true",
        "401, true",
        "410, true",
        "301, true",
        "500, false",
        "503, false",
        "429, false",
        "0, false"
    })
    void aFileThatCannotBeHad(int status, boolean allows) {
        learn(status, "User-agent: *\nDisallow: /private/\n");
        assertThat(robots.allows(PAGE)).isEqualTo(allows);
        assertThat(robots.status(PAGE)).isEqualTo(status);
    }

    @Test
    void aWebPageInItsPlaceForbidsNothing() {
        learn(200, "<!DOCTYPE html><html><body><p>Not here</p></body></html>");
        assertThat(robots.allows(PAGE)).isTrue();
    }

    @Test
    @Timeout(20)
    void halfAMegabyteOfRulesIsRead() {
        String rules = "Disallow: /x/y/z\n".repeat(Robots.MOST_BYTES / 17);
        byte[] file = ("User-agent: *\nDisallow: /private\n" + rules).getBytes(UTF_8);
        robots.learn(PAGE, "a.example", 200, file, NOW.plus(Robots.KEPT));
        assertThat(robots.allows(PAGE)).isFalse();
    }

    @Test
    void aFileIsKnownForADayAndByHostWhateverTheScheme() {
        learn(200, "");
        assertThat(robots.isKnown(PAGE, NOW)).isTrue();
        assertThat(robots.isKnown(URI.create("http://WWW.a.example/"), NOW)).isTrue();
        assertThat(robots.isKnown(URI.create("https://www.a.example:8443/"), NOW))
                .isFalse();
        assertThat(robots.isKnown(URI.create("https://a.example/"), NOW)).isFalse();
        assertThat(robots.isKnown(PAGE, NOW.plus(Robots.KEPT))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"5, 5000", "0.5, 500", "86400, 30000", "-3, 0", "0, 0", "soon, 0"})
    void aCrawlDelayIsKeptUpToHalfAMinute(String delay, long millis) {
        learn(200, "User-agent: *\nCrawl-delay: " + delay + "\nDisallow: /private/\n");
        assertThat(robots.crawlDelay("a.example")).isEqualTo(Duration.ofMillis(millis));
        assertThat(robots.allows(URI.create("https://www.a.example/"))).isTrue();
    }

    @Test
    void ofADomainsHostsTheSlowestCountsUntilItSaysOtherwise() {
        learn(200, "User-agent: *\nCrawl-delay: 5\n");
        robots.restore("a.example", "old.a.example", Duration.ofSeconds(9));
        assertThat(robots.crawlDelay("a.example")).isEqualTo(Duration.ofSeconds(9));
        robots.learn(URI.create("https://old.a.example/"), "a.example", 404, new byte[0], NOW);
        assertThat(robots.crawlDelay("a.example")).isEqualTo(Duration.ofSeconds(5));
        assertThat(robots.crawlDelay("b.example")).isZero();
    }

    @Test
    void whereTheFileLies() {
        assertThat(Robots.file(URI.create("https://A.example:8443/x?y")))
                .hasToString("https://A.example:8443/robots.txt");
        assertThat(Robots.host(URI.create("http://A.example:80/x"))).isEqualTo("a.example");
        assertThat(Robots.host(URI.create("http://a.example:443/x"))).isEqualTo("a.example:443");
    }
}
