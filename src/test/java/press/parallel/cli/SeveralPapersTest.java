package press.parallel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Which paper a call is for: {@code --settings}, {@code --paper} and profiles. */
class SeveralPapersTest {
    private static final String OWN = "application.properties";

    @TempDir
    Path folder;

    private void write(String file, String... lines) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.write(folder.resolve(file), List.of(lines));
    }

    /** What Quarkus makes of it: system properties, environment, the files of the folder and the one of the program, no options. */
    private Settings seenByTheRuntime(TestCall call) {
        assertThat(call.err()).isEmpty();
        assertThat(call.launched()).isNotNull();
        String profile = call.system()
                .getOrDefault("quarkus.profile", call.environment().getOrDefault("QUARKUS_PROFILE", "prod"));
        SmallRyeConfigBuilder quarkus = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(profile)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(Path.class, 200, new PathConverter())
                .withMapping(Settings.class)
                .withSources(
                        new PropertiesConfigSource(call.system(), "system", 400),
                        new EnvConfigSource(call.environment(), 300));
        try {
            quarkus.withSources(new PropertiesConfigSource(Settings.class.getResource("/" + OWN), 250));
            addFile(quarkus, OWN, 251);
            addFile(quarkus, "application-" + profile + ".properties", 252);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return quarkus.build().getConfigMapping(Settings.class);
    }

    private void addFile(SmallRyeConfigBuilder quarkus, String name, int ordinal) throws IOException {
        if (Files.exists(folder.resolve(name))) {
            quarkus.withSources(
                    new PropertiesConfigSource(folder.resolve(name).toUri().toURL(), ordinal));
        }
    }

    private Settings print(String... arguments) {
        return seenByTheRuntime(new TestCall(folder).run(print(List.of(arguments))));
    }

    private static String[] print(List<String> arguments) {
        String[] all = arguments.toArray(new String[arguments.size() + 1]);
        all[arguments.size()] = "print";
        return all;
    }

    private List<String> problems(String... arguments) {
        TestCall call = new TestCall(folder).run(print(List.of(arguments)));
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.launched()).isNull();
        return call.err().lines().toList();
    }

    @Nested
    class Precedence {
        @Test
        void commandLineThenEnvironmentThenSettingsThenPaperThenFolderThenDefaults() throws IOException {
            assertThat(print("--paper", "ai").title()).isEqualTo("The AI Press");
            write(OWN, "press.title = of the folder", "press.slots = 4");
            assertThat(print().title()).isEqualTo("of the folder");
            assertThat(print("--paper", "ai").title()).isEqualTo("The AI Press");
            assertThat(print("--paper", "ai").slots()).isEqualTo(4);
            write("my.properties", "press.title = of my own");
            assertThat(print("--paper", "ai", "--settings", "my.properties").title())
                    .isEqualTo("of my own");
            TestCall call = new TestCall(folder)
                    .environment(Map.of("PRESS_TITLE", "of the environment"))
                    .run("print", "--settings", "my.properties");
            assertThat(call.system()).doesNotContainKey("press.title");
            assertThat(seenByTheRuntime(call).title()).isEqualTo("of the environment");
            assertThat(print("--settings", "my.properties", "-Dpress.title=of the call")
                            .title())
                    .isEqualTo("of the call");
        }

        @Test
        void namesInKeysFollowTheSameOrder() throws IOException {
            write("my.properties", "press.section.news.size = 3", "press.section.tech.size = 4");
            TestCall call = new TestCall(folder)
                    .environment(Map.of("PRESS_SECTION_NEWS_SIZE", "5"))
                    .run("print", "--settings", "my.properties");
            assertThat(call.system())
                    .containsEntry("press.section.tech.size", "4")
                    .doesNotContainKey("press.section.news.size");
        }

        @Test
        void theOptionsStandBeforeOrAfterTheCommand() throws IOException {
            write("my.properties", "press.slots = 3");
            PaperChoice choice = new PaperChoice(Path.of("my.properties"), "cyber");
            for (String arguments : List.of(
                    "--paper cyber --settings my.properties check", "check --settings=my.properties --paper=cyber")) {
                TestCall call = new TestCall(folder).run(arguments.split(" "));
                assertThat(call.launched().paper()).isEqualTo(choice);
                assertThat(call.system()).containsEntry("press.slots", "3");
            }
        }

        @Test
        void emptyAndUnfinishedValuesAreHandedOverAsTheyAreWritten() throws IOException {
            write(OWN, "press.web.proxy = http://127.0.0.1:3128");
            write("my.properties", "press.web.proxy =", "press.title = ${press.paper} and $${more}");
            TestCall call = new TestCall(folder).run("print", "--settings", "my.properties");
            assertThat(call.system()).containsEntry("press.title", "${press.paper} and $${more}");
            assertThat(seenByTheRuntime(call).web().proxy()).isEmpty();
            assertThat(seenByTheRuntime(call).title()).isEqualTo("my and ${more}");
        }

        @Test
        void settingsOfQuarkusAndCamelCountToo() throws IOException {
            write("my.properties", "quarkus.log.level = DEBUG", "config_ordinal = 1000");
            assertThat(new TestCall(folder)
                            .run("print", "--settings", "my.properties", "-Dpress.slots=2")
                            .system())
                    .containsEntry("quarkus.log.level", "DEBUG")
                    .containsEntry("press.slots", "2")
                    .doesNotContainKey("config_ordinal");
        }

        @Test
        void withoutTheOptionsNothingIsHandedOver() throws IOException {
            write(OWN, "press.title = of the folder");
            assertThat(new TestCall(folder).run("print").system().keySet())
                    .containsExactly("camel.main.dev-console-enabled", "quarkus.http.host-enabled");
        }

        @Test
        void aBenchHasItsOwnPlacesAndSizes() throws IOException {
            write("my.properties", "press.printer.output = mine", "press.section.news.size = 2", "press.slots = 3");
            TestCall call =
                    new TestCall(folder).run("bench", "--feeds", "4", "--slots", "5", "--settings", "my.properties");
            BenchFolder.remove(Path.of(call.system().get("press.printer.output")));
            assertThat(call.system().get("press.printer.output")).contains("parallel-press-bench-");
            assertThat(call.system()).containsEntry("press.slots", "5").containsEntry("press.section.news.size", "10");
        }

        @Test
        void aDemoOfAPaperLiesBesideTheUsualOne() throws IOException {
            write("my.properties", "press.newsroom.file = mine.db");
            assertThat(new TestCall(folder).run("demo", "--paper", "cyber").system())
                    .containsEntry("press.printer.output", "demo/editions/cyber")
                    .containsEntry("press.title", "The Cyber Press");
            assertThat(new TestCall(folder).run("demo", "--paper", "daily").system())
                    .containsEntry("press.printer.output", "demo/editions");
            assertThat(new TestCall(folder)
                            .run("demo", "--settings", "my.properties")
                            .system())
                    .containsEntry("press.printer.output", "demo/editions/my")
                    .containsEntry("press.newsroom.file", "demo/newsroom.db");
            assertThat(new TestCall(folder)
                            .run("demo", "--paper", "ai", "--output", "out")
                            .system())
                    .containsEntry("press.printer.output", "out");
        }
    }

    @Nested
    class NamesAndFolders {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    // Options | lines of ./application.properties | lines of my.properties | paper | folder
                    "                    |                            |                            | daily | editions",
                    "                    | press.printer.output=news  |                            | daily | news",
                    "--paper=cyber       |                            |                            | cyber | editions/cyber",
                    "--paper=cyber       | press.printer.output=news  |                            | cyber | news/cyber",
                    "--paper=cyber       | press.paper=daily          |                            | cyber | editions/cyber",
                    "--paper=daily       | press.printer.output=news  |                            | daily | news",
                    "--paper=cyber -Dpress.printer.output=out |       |                            | cyber | out",
                    "--paper=cyber -Dpress.paper=mine |               |                            | mine  | editions/mine",
                    "--settings=my.properties |                       | press.title=a              | my    | editions/my",
                    "--settings=my.properties | press.printer.output=news | press.title=a          | my    | news/my",
                    "--settings=my.properties | press.paper=daily     | press.title=a              | my    | editions/my",
                    "--settings=my.properties |                       | press.paper=roses          | roses | editions/roses",
                    "--settings=my.properties |                       | press.paper=daily          | daily | editions",
                    "--settings=my.properties | press.printer.output=news | press.printer.output=r | my    | r",
                    "--settings=my.properties --paper=cyber |         | press.title=a              | cyber | editions/cyber",
                    "--settings=my.properties --paper=cyber |         | press.paper=red            | red   | editions/red",
                    "--settings=my.properties --paper=cyber |         | press.printer.output=r     | cyber | r",
                    "--settings=my.properties -Dpress.paper=mine |    | press.printer.output=r     | mine  | r",
                    "                    | press.paper=roses          |                            | roses | editions/roses",
                    "                    | press.paper=roses;press.printer.output=r |              | roses | r",
                    "-Dquarkus.profile=garden |                       |                            | garden | editions/garden",
                    "-Dquarkus.profile=garden | press.paper=daily;press.printer.output=news |      | garden | news/garden",
                    "-Dquarkus.profile=garden | %garden.press.paper=roses |                        | roses | editions/roses",
                    "-Dquarkus.profile=garden | %garden.press.printer.output=r |                   | garden | r",
                    "-Dquarkus.profile=garden --paper=cyber | %garden.press.printer.output=r |     | cyber | r/cyber",
                    "-Dquarkus.profile=garden,prod |                  |                            | garden | editions/garden",
                    "-Dquarkus.profile=dev    |                       |                            | daily | editions",
                    "                    | quarkus.profile=garden     |                            | garden | editions/garden",
                })
        void everyPaperHasItsOwn(String options, String own, String mine, String paper, Path output)
                throws IOException {
            write(OWN, own == null ? "" : own.replace(";", "\n"));
            write("my.properties", mine == null ? "" : mine);
            Settings seen = print(options == null ? new String[0] : options.split(" "));
            assertThat(seen.paper()).isEqualTo(paper);
            assertThat(seen.printer().output()).isEqualTo(output);
        }

        @Test
        void theEnvironmentsFolderIsTakenAsItIs() {
            TestCall call = new TestCall(folder)
                    .environment(Map.of("PRESS_PRINTER_OUTPUT", "out"))
                    .run("print", "--paper", "cyber");
            assertThat(call.system()).doesNotContainKey("press.printer.output");
            assertThat(seenByTheRuntime(call).printer().output()).isEqualTo(Path.of("out"));
        }

        @Test
        void aPathInTheFolderStaysAsItIsWritten() throws IOException {
            write(OWN, "press.printer.output = ${press.title}/out");
            assertThat(new TestCall(folder).run("print", "--paper", "ai").system())
                    .containsEntry("press.printer.output", "${press.title}/out/ai");
        }

        @Test
        void aProblemOfTheFolderNamesTheLineItComesFrom() throws IOException {
            write(OWN, "# mine", "press.printer.output = file");
            write("file");
            assertThat(problems("--paper", "cyber"))
                    .containsExactly(
                            "press.printer.output (application.properties, line 2): expected a folder that can be"
                                    + " written, '" + folder.resolve("file/cyber") + "', but '" + folder.resolve("file")
                                    + "' is a file; name another");
        }

        @Test
        void aFileWhoseNameIsNoIdIsToldWhatToDo() throws IOException {
            write("latest.properties", "press.title = a");
            assertThat(problems("--settings", "latest.properties"))
                    .containsExactly(
                            "press.paper (the name of latest.properties): expected letters (a to z), digits and"
                                    + " '-', and no name of an edition's folder, but found 'latest'; name the paper with a"
                                    + " line such as 'press.paper = garden'");
        }
    }

    @Nested
    class Profiles {
        @Test
        void theirLinesCountBeforeThoseWithout() throws IOException {
            write(
                    OWN,
                    "press.title = Plain",
                    "%garden.press.title = Roses",
                    "%garden.press.sections = roses",
                    "%garden.press.section.roses.feeds = https://roses.test/feed",
                    "%other.press.slots = many");
            assertThat(print().title()).isEqualTo("Plain");
            Settings settings = print("-Dquarkus.profile=garden");
            assertThat(settings.title()).isEqualTo("Roses");
            assertThat(settings.sections()).containsExactly("roses");
        }

        @Test
        void theEnvironmentMayNameIt() throws IOException {
            write(OWN, "%garden.press.title = Roses");
            TestCall call = new TestCall(folder)
                    .environment(Map.of("QUARKUS_PROFILE", "garden"))
                    .run("print");
            assertThat(seenByTheRuntime(call).title()).isEqualTo("Roses");
            assertThat(call.system()).containsEntry("press.paper", "garden");
        }

        @Test
        void aLineMayNameIt() throws IOException {
            write(OWN, "%garden.press.title = Roses", "quarkus.profile = garden");
            assertThat(new TestCall(folder).run("print").system()).containsEntry("quarkus.profile", "garden");
            assertThat(print().title()).isEqualTo("Roses");
        }

        @Test
        void aFileOfTheirOwnIsReadToo() throws IOException {
            write(OWN, "press.title = Plain");
            write("application-garden.properties", "press.title = Roses", "press.slots = 3");
            assertThat(print("-Dquarkus.profile=garden").title()).isEqualTo("Roses");
            assertThat(print().title()).isEqualTo("Plain");
        }

        @Test
        void theirLinesInAFileGivenCountToo() throws IOException {
            write("my.properties", "press.title = Plain", "%garden.press.title = Roses");
            assertThat(print("--settings=my.properties", "-Dquarkus.profile=garden")
                            .title())
                    .isEqualTo("Roses");
        }

        @Test
        void problemsNameTheirLines() throws IOException {
            write(OWN, "press.slots = 3", "%garden.press.slots = many", "%garden.press.slot = 3");
            write("application-garden.properties", "", "press.web.max-body = huge");
            assertThat(problems("-Dquarkus.profile=garden"))
                    .containsExactly(
                            "press.slot (application.properties, line 3): expected a setting of the press, but there is none"
                                    + " of this name; did you mean 'press.slots'?",
                            "press.slots (application.properties, line 2): expected a whole number, but found 'many';"
                                    + " write it as in 'press.slots = 10'",
                            "press.web.max-body (application-garden.properties, line 2): expected a size such as 512K or"
                                    + " 5M, but found 'huge'; write it as in 'press.web.max-body = 5M'");
        }

        @Test
        void sectionsOfOnePaperAreNoMistakeInAnother() throws IOException {
            write(
                    OWN,
                    "%garden.press.sections = roses",
                    "press.section.roses.feeds = https://roses.test/feed",
                    "press.section.beans.feeds = https://beans.test/feed");
            write("my.properties", "press.sections = news, beans");
            assertThat(problems())
                    .singleElement()
                    .asString()
                    .startsWith("press.section.beans.feeds (application.properties, line 3): expected a section of");
            assertThat(print("--settings=my.properties").sections()).containsExactly("news", "beans");
        }
    }

    @Nested
    class Sentences {
        @Test
        void anUnknownPaperIsToldWhatThereIs() {
            assertThat(problems("--paper", "cybr"))
                    .containsExactly(
                            "--paper: expected one of ai, cyber, daily, but found 'cybr'; a paper of your own is a file"
                                    + " and goes with --settings FILE",
                            "'parallel-press --help' shows what there is");
        }

        @Test
        void aFileThatIsNotThereIsNamedWithItsWholePath() {
            assertThat(problems("--settings", "mine/my.properties"))
                    .containsExactly("--settings mine/my.properties: expected a properties file that can be read, but"
                            + " found nothing at " + folder.resolve("mine/my.properties") + "; correct the path");
            assertThat(problems("--settings", "cyber").get(0))
                    .endsWith("; the paper of this name inside the program is had with --paper cyber");
        }

        @Test
        void aFolderIsToldSo() throws IOException {
            Files.createDirectory(folder.resolve("mine"));
            assertThat(problems("--settings", "mine"))
                    .containsExactly("--settings mine: expected a properties file that can be read, but found a folder"
                            + " at " + folder.resolve("mine") + "; correct the path");
        }

        @Test
        void aFileClosedToThisUserIsToldSo() throws IOException {
            write("my.properties", "press.title = a");
            assumeTrue(folder.resolve("my.properties").toFile().setReadable(false)
                    && !Files.isReadable(folder.resolve("my.properties")));
            assertThat(problems("--settings", "my.properties"))
                    .containsExactly(
                            "--settings my.properties: expected a properties file that can be read, but found no"
                                    + " permission to read " + folder.resolve("my.properties") + "; correct the path");
        }

        @Test
        void aBrokenEscapeIsToldWithItsLine() throws IOException {
            write("my.properties", "press.title = a", "# C:\\users", "press.newsroom.file = C:\\\\data\\users");
            assertThat(problems("--settings", "my.properties"))
                    .containsExactly("my.properties, line 3: expected \\u and four hexadecimal digits, but found"
                            + " '\\users'; where a backslash is meant write two (" + folder.resolve("my.properties")
                            + ")");
        }

        @Test
        void aFeedListIsNoSettingsFile() throws IOException {
            write("my.opml", "<opml>", "<outline xmlUrl=\"https://a.test/feed\"/>");
            assertThat(problems("--settings", "my.opml"))
                    .containsExactly(
                            "--settings my.opml: expected lines such as 'press.title = My paper', but found none"
                                    + " at " + folder.resolve("my.opml")
                                    + "; a feed list is named with -Dpress.feeds.file=my.opml");
        }

        @Test
        void whatIsWrongIsToldWithFileAndLine() throws IOException {
            write("my.properties", "# mine", "press.slots = many");
            assertThat(problems("--paper", "ai", "--settings", "my.properties"))
                    .containsExactly("press.slots (my.properties, line 2): expected a whole number, but found 'many';"
                            + " write it as in 'press.slots = 10'");
            assertThat(problems("--paper", "cyber", "-Dpress.sections=papers").get(0))
                    .isEqualTo("press.sections (command line): expected settings for section 'papers', but found no"
                            + " press.section.papers.feeds and no keywords; add them, and"
                            + " press.section.papers.title, or take 'papers' out");
        }

        @Test
        void whatStandsInsideTheProgramIsNamedSo() {
            SettingSources sources = new SettingSources(folder, new PaperChoice(null, "cyber"), Map.of(), Map.of());
            assertThat(sources.where("press.sections"))
                    .matches("papers/cyber.properties inside the program, line [0-9]+");
        }

        @Test
        void savedFeedsNeedNone() throws IOException {
            write("a.xml", "<rss/>");
            TestCall call = new TestCall(folder)
                    .files((files, manifest, url, type) -> JsonNodeFactory.instance.objectNode())
                    .run("feed", folder.resolve("a.xml").toString(), "--settings", "gone.properties");
            assertThat(call.status()).isZero();
        }
    }
}
