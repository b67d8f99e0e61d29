package press.parallel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.Settings;
import press.parallel.cli.SettingsLoader.Loaded;

class SettingsLoaderTest {
    @TempDir
    Path folder;

    private Loaded load(Map<String, String> properties, Map<String, String> environment) {
        return SettingsLoader.load(folder, PaperChoice.USUAL, properties, environment);
    }

    private Loaded loadFile(String... lines) throws IOException {
        Files.write(folder.resolve("application.properties"), List.of(lines));
        return load(Map.of(), Map.of());
    }

    private Settings right(Loaded loaded) {
        assertThat(loaded.problems()).isEmpty();
        return loaded.settings();
    }

    @Nested
    class Sources {
        @Test
        void theDefaultsOfTheProgramAreRight() {
            Settings settings = right(load(Map.of(), Map.of()));
            assertThat(settings.sections()).containsExactly("news", "tech", "sports", "culture");
            assertThat(settings.section().get("news").feeds().orElseThrow())
                    .hasSize(4)
                    .allMatch(feed -> feed.startsWith("https://"));
            assertThat(settings.politeness().interval()).isEqualTo(Duration.ofSeconds(2));
            assertThat(settings.web().maxBody().asLongValue()).isEqualTo(5 << 20);
            assertThat(settings.web().proxy()).isEmpty();
            assertThat(settings.web().contact()).contains("https://parallel-press.example/");
            assertThat(settings.feeds().file()).isEmpty();
        }

        @Test
        void commandLineWinsOverEnvironmentOverFileOverDefaults() throws IOException {
            assertThat(right(loadFile("press.slots = 4")).slots()).isEqualTo(4);
            assertThat(right(load(Map.of(), Map.of("PRESS_SLOTS", "3"))).slots())
                    .isEqualTo(3);
            assertThat(right(load(Map.of("press.slots", "2"), Map.of("PRESS_SLOTS", "3")))
                            .slots())
                    .isEqualTo(2);
        }

        @Test
        void aFileNeedsOnlyTheLinesThatDiffer() throws IOException {
            Settings settings = right(loadFile(
                    "press.sections = news",
                    "press.politeness.domain.\"reddit.com\".interval = 1500ms",
                    "press.politeness.same.\"redd.it\" = reddit.com",
                    "press.web.proxy = http://127.0.0.1:3128",
                    "press.web.allow = 127.0.0.1:8900, [::1]:8080, host.test:80"));
            assertThat(settings.politeness().domain().get("reddit.com").interval())
                    .contains(Duration.ofMillis(1500));
            assertThat(settings.politeness().same()).containsEntry("redd.it", "reddit.com");
            assertThat(settings.web().proxy()).contains(URI.create("http://127.0.0.1:3128"));
            assertThat(settings.web().allow().orElseThrow())
                    .containsExactly("127.0.0.1:8900", "[::1]:8080", "host.test:80");
        }

        @Test
        void otherProfilesAreLeftAlone() throws IOException {
            assertThat(right(loadFile("%dev.press.slots = many", "%prod.press.slots = 7"))
                            .slots())
                    .isEqualTo(7);
        }

        @Test
        void theEnvironmentMaySetWhatHasNoDefault() {
            assertThat(right(load(Map.of(), Map.of("PRESS_WEB_PROXY", "http://p.test:80")))
                            .web()
                            .proxy())
                    .contains(URI.create("http://p.test:80"));
            assertThat(load(Map.of(), Map.of("PRESS_WEB_PROXY", "socks")).problems())
                    .containsExactly(
                            "press.web.proxy (environment variable PRESS_WEB_PROXY): expected http://host:port,"
                                    + " but found 'socks'; write it as in http://127.0.0.1:3128");
        }
    }

    @Nested
    class Problems {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    // One line of a file, and what is said of it after "<key> (application.properties, line 2): ".
                    "press.slot=5                      | expected a setting of the press, but there is none of this name; did you mean 'press.slots'?",
                    "press.politness.interval=2s       | expected a setting of the press, but there is none of this name; did you mean 'press.politeness.interval'?",
                    "press.section.news.sizes=5        | expected a setting of the press, but there is none of this name; did you mean 'press.section.news.size'?",
                    "press.politeness.domain.reddit.com.interval=2s | expected a setting of the press, but there is none of this name; did you mean 'press.politeness.domain.\"reddit.com\".interval'?",
                    "press.weather.forecast=sunny      | expected a setting of the press, but there is none of this name; remove it",
                    "press.slots=many                  | expected a whole number, but found 'many'; write it as in 'press.slots = 10'",
                    "press.slots=                      | expected a whole number, but found nothing; write it as in 'press.slots = 10'",
                    "press.slots=0                     | expected 1 or more, but found '0'; raise it",
                    "press.politeness.in-flight=-1     | expected 1 or more, but found '-1'; raise it",
                    "press.politeness.interval=soon    | expected a time such as 90s, 2m or PT2M, but found 'soon'; write it as in 'press.politeness.interval = 30s'",
                    "press.politeness.interval=-2s     | expected zero or more, but found '-2s'; 0s switches it off",
                    "press.politeness.domain.\"reddit.com\".interval=-1s | expected zero or more, but found '-1s'; 0s switches it off",
                    "press.politeness.domain.\"reddit.com\".in-flight=0 | expected 1 or more, but found '0'; raise it",
                    "press.edition.deadline=0s         | expected more than 0s, but found '0s'; give it some time, such as 30s",
                    "press.web.max-body=huge           | expected a size such as 512K or 5M, but found 'huge'; write it as in 'press.web.max-body = 5M'",
                    "press.web.max-body=-5M            | expected a size such as 512K or 5M, but found '-5M'; write it as in 'press.web.max-body = 5M'",
                    "press.web.max-body=0              | expected 1 or more, but found '0'; raise it",
                    "press.web.proxy-tunnel=maybe      | expected true or false, but found 'maybe'; write it as in 'press.web.proxy-tunnel = true'",
                    "press.web.proxy=not a url         | expected an address such as http://127.0.0.1:3128, but found 'not a url'; write it as in 'press.web.proxy = http://127.0.0.1:3128'",
                    "press.web.proxy=https://p.test:80 | expected http://host:port, but found 'https://p.test:80'; write it as in http://127.0.0.1:3128",
                    "press.web.proxy=http://p.test     | expected http://host:port, but found 'http://p.test'; write it as in http://127.0.0.1:3128",
                    "press.web.allow=127.0.0.1         | expected host:port, such as 127.0.0.1:8900, but found '127.0.0.1'; add the port",
                    "press.edition.fetch-share=0%      | expected 1% to 100%, but found '0%'; write it as in 75%",
                    "press.edition.fetch-share=101%    | expected 1% to 100%, but found '101%'; write it as in 75%",
                    "press.time-zone=Mars/Olympus      | expected 'system' or a name such as Europe/Berlin, but found 'Mars/Olympus'; see the IANA time zone names",
                    "press.edition.cron=every morning  | expected 'off' or a Quartz cron expression (second minute hour day month weekday, one of the days '?'), but found 'every morning'; every morning at six is 0 0 6 * * ?",
                    "press.serve.port=70000            | expected a port from 0 to 65535, but found '70000'; 8480 is the usual one",
                    "press.section.news.size=0         | expected 1 or more, but found '0'; give it room for a story",
                    "press.section.news.feeds=bbc.test/rss | expected addresses that begin with https:// or http://, but found 'bbc.test/rss'; write the feed's whole address",
                    "press.section.news.feeds=https://a.test/f, ftp://a.test/f | expected addresses that begin with https:// or http://, but found 'ftp://a.test/f'; write the feed's whole address",
                    "press.section.news.feeds=https://a.test/f, https://a.test/f | expected each feed once, but found 'https://a.test/f'; remove the second",
                    "press.section.local.size=5        | expected a section of press.sections, but 'local' is none of [news, tech, sports, culture]; add it there or remove its settings",
                    "press.sections=                   | expected one or more, with commas between them, but found nothing; write it as in 'press.sections = news, tech'",
                    "press.sections=news, news         | expected each section once, but found 'news'; name it once",
                    "press.title=                      | expected a value, but found nothing; write it as in 'press.title = The Parallel Press'",
                })
        void areOneLineThatSaysWhereAndWhatToDo(String line, String sentence) throws IOException {
            Loaded loaded = loadFile("# my own", line);
            String key = line.substring(0, line.indexOf('='));
            assertThat(loaded.problems()).containsExactly(key + " (application.properties, line 2): " + sentence);
            assertThat(loaded.settings()).isNull();
        }

        @Test
        void allAreToldAtOnce() throws IOException {
            assertThat(loadFile("press.slots = x", "press.slot = 1", "press.web.max-body = y")
                            .problems())
                    .hasSize(3);
        }

        @Test
        void aSectionWithoutFeedsIsNamed() throws IOException {
            assertThat(loadFile("press.sections = news, local").problems())
                    .containsExactly(
                            "press.sections (application.properties, line 1): expected settings for section 'local',"
                                    + " but found no press.section.local.feeds and no keywords; add them, and press.section.local.title, or take 'local' out");
        }

        @Test
        void aFeedListMakesSectionsWithoutFeedsRight() throws IOException {
            Files.writeString(folder.resolve("my.txt"), "https://a.test/feed local");
            assertThat(loadFile("press.sections = local", "press.feeds.file = my.txt")
                            .problems())
                    .as("the path starts in the folder of the call")
                    .isEmpty();
        }

        @Test
        void aFeedListThatIsNotThereIsNamedWithItsWholePath() throws IOException {
            assertThat(loadFile("press.feeds.file = lists/my.opml").problems())
                    .containsExactly(
                            "press.feeds.file (application.properties, line 1): expected a feed list that can be read,"
                                    + " but found nothing at " + folder.resolve("lists/my.opml")
                                    + "; correct the path");
        }

        @Test
        void aFeedListThatIsAFolderIsToldSo() throws IOException {
            Files.createDirectory(folder.resolve("lists"));
            assertThat(loadFile("press.feeds.file = lists").problems())
                    .containsExactly(
                            "press.feeds.file (application.properties, line 1): expected a feed list that can be read,"
                                    + " but found a folder at " + folder.resolve("lists") + "; correct the path");
        }

        @Test
        void postgresqlNeedsAnAddress() throws IOException {
            assertThat(loadFile("press.newsroom.postgresql = true").problems())
                    .containsExactly("press.newsroom.url (not set): expected the database's address, since"
                            + " press.newsroom.postgresql is true, but found nothing; write it as in"
                            + " jdbc:postgresql://localhost:5432/press");
        }

        @Test
        void outputBelowAFileIsToldSo() throws IOException {
            Files.writeString(folder.resolve("paper"), "");
            assertThat(loadFile("press.printer.output = paper/today").problems())
                    .containsExactly(
                            "press.printer.output (application.properties, line 1): expected a folder that can be"
                                    + " written, '" + folder.resolve("paper/today") + "', but '"
                                    + folder.resolve("paper")
                                    + "' is a file; name another");
        }

        @Test
        void anUnknownExpressionIsToldWithoutAStackTrace() throws IOException {
            assertThat(loadFile("press.slots = ${press.slotz}").problems())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "press.slots (application.properties, line 1): expected a whole number, but '${press.slotz}'"
                                    + " names a setting that does not exist");
        }

        @Test
        void aBrokenFileIsNamed() throws IOException {
            assertThat(loadFile("press.title = \\u00zz").problems())
                    .singleElement()
                    .asString()
                    .startsWith("application.properties, line 1: expected \\u and four hexadecimal digits, but found"
                            + " '\\u00zz'; where a backslash is meant write two (")
                    .contains(folder.toString());
        }
    }
}
