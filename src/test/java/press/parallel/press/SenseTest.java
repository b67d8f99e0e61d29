package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.Settings;

/** Settings that are well written and cannot do what they are for. */
class SenseTest {
    @TempDir
    Path folder;

    /** The packaged settings, with these over them. */
    private static List<String> problems(List<String> idle, String... own) {
        Map<String, String> properties = new HashMap<>();
        for (String line : own) {
            String[] parts = line.split(" = ", 2);
            properties.put(parts[0], parts[1]);
        }
        try {
            Settings settings = new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withConverter(Duration.class, 200, new DurationConverter())
                    .withSources(
                            new PropertiesConfigSource(SenseTest.class.getResource("/application.properties"), 250),
                            new PropertiesConfigSource(properties, "own", 400))
                    .withMapping(Settings.class)
                    .build()
                    .getConfigMapping(Settings.class);
            return new Sense(settings, Paper.of(settings), key -> "where").problems(idle);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSettingsOfTheProgramMakeSense() {
        assertThat(problems(List.of())).isEmpty();
    }

    @Test
    void aSectionWithoutFeedsAndKeywordsIsReachedOnlyAsTheLastOfFeedsWithoutSection() throws IOException {
        Path list = Files.writeString(
                folder.resolve("list.txt"), "https://a.test/f news\nhttps://b.test/f tech\nhttps://c.test/f sports\n");
        String[] own = {"press.feeds.file = " + list, "press.section.culture.keywords = "};
        assertThat(problems(List.of(), own))
                .containsExactly(
                        "press.section.culture.keywords (where): expected a way into section 'culture', but found no"
                                + " feed that is listed for it and no keywords; name it behind an address in '" + list
                                + "', give it keywords, or take it out of press.sections");
        Files.writeString(list, "https://a.test/f news\nhttps://b.test/f\n");
        assertThat(problems(List.of(), own)).isEmpty();
        assertThat(problems(List.of(), "press.feeds.file = " + list, "press.section.tech.keywords = "))
                .singleElement()
                .asString()
                .startsWith("press.section.tech.keywords");
    }

    @Test
    void aFloorAboveEveryPossibleScoreIsTold() {
        String[] own = {
            "press.sections = news",
            "press.section.news.feeds = https://a.test/f",
            "press.section.news.min-score = 2501"
        };
        assertThat(problems(List.of(), own))
                .containsExactly(
                        "press.section.news.min-score (where): expected at most 2500, which the best story of 1 feed"
                                + " and every policy could have, but found '2501'; lower it, or nothing is ever printed there");
        String[] boosted = List.of(
                        own[0],
                        own[1],
                        own[2],
                        "press.policy.chips.phrases = chip",
                        "press.policy.chips.boost = 0.5",
                        "press.policy.gossip.phrases = prince",
                        "press.policy.gossip.boost = -5")
                .toArray(String[]::new);
        assertThat(problems(List.of(), boosted)).isEmpty();
    }

    @Test
    void aPolicyNamesFeedsThatAreListedOrTitles() {
        assertThat(problems(
                        List.of(),
                        "press.policy.a.feeds = The Verge, hnrss.org/frontpage/, https://hnrss.org/frontpage",
                        "press.policy.a.boost = 1",
                        "press.policy.b.feeds = https://gone.test/feed",
                        "press.policy.b.boost = 1"))
                .containsExactly(
                        "press.policy.a.feeds (where): expected the address of a listed feed, or a feed's title, but"
                                + " 'hnrss.org/frontpage/' is in no feed list; write it as it is listed,"
                                + " 'https://hnrss.org/frontpage'",
                        "press.policy.b.feeds (where): expected the address of a listed feed, or a feed's title, but"
                                + " 'https://gone.test/feed' is in no feed list; add it to the list, correct it or remove it");
    }

    @Test
    void aPolicyThatFitsNothingIsTold() {
        assertThat(problems(List.of("dull"), "press.policy.dull.phrases = dull", "press.policy.dull.boost = -3"))
                .containsExactly(
                        "press.policy.dull.boost (where): expected a policy that fits an entry now and then, but"
                                + " 'dull' found none in 30 days; look at its phrases, feeds, domains, authors and lengths, or"
                                + " remove it");
    }
}
