package press.parallel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import press.parallel.Settings;
import press.parallel.Settings.SectionSettings;
import press.parallel.cli.SettingsLoader.Loaded;
import press.parallel.editor.Phrases;

/** The papers that come with the program. */
class PapersTest {
    @TempDir
    Path folder;

    static List<String> names() {
        return Papers.NAMES;
    }

    private Settings settings(String name) {
        Loaded loaded = SettingsLoader.load(folder, new PaperChoice(null, name), Map.of(), Map.of());
        assertThat(loaded.problems()).isEmpty();
        return loaded.settings();
    }

    @Test
    void everyFileIsNamedAndEveryNameHasAFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/papers"))) {
            assertThat(files.map(file -> "papers/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(
                            Papers.NAMES.stream().map(Papers::file).toList());
        }
    }

    @Test
    void helpAndReadmeNameThem() throws IOException {
        assertThat(Papers.NAMES).containsExactly("ai", "cyber", "daily");
        assertThat(new TestCall(folder).run("--help").out()).contains("ai, cyber or daily");
        assertThat(Files.readString(Path.of("README.md"))).contains("`--paper NAME` (`ai`, `cyber` or `daily`)");
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachIsInOrderAndHasItsOwnNameAndFolder(String name) {
        Settings settings = settings(name);
        assertThat(settings.paper()).isEqualTo(name);
        assertThat(settings.printer().output())
                .isEqualTo(Path.of(name.equals("daily") ? "editions" : "editions/" + name));
        assertThat(settings.newsroom().file())
                .as("the newsroom is shared, so that several papers are as polite as one")
                .isEqualTo(Path.of("newsroom/newsroom.db"));
    }

    @ParameterizedTest
    @CsvSource({"ai, The AI Press", "cyber, The Cyber Press"})
    void eachHasFourSectionsOfFourToEightFeeds(String name, String title) {
        Settings settings = settings(name);
        assertThat(settings.title()).isEqualTo(title);
        assertThat(settings.sections()).hasSize(4);
        Set<String> seen = new HashSet<>();
        for (String id : settings.sections()) {
            SectionSettings section = settings.section().get(id);
            assertThat(section.title()).isPresent();
            assertThat(section.feeds().orElseThrow())
                    .hasSizeBetween(4, 8)
                    .allMatch(feed -> feed.startsWith("https://"))
                    .allMatch(seen::add, "not in another section too");
            assertThat(Phrases.split(section.keywords().orElseThrow())).hasSizeGreaterThan(9);
        }
    }

    @Test
    void arxivIsAskedAsSlowlyAsItWishes() {
        assertThat(settings("ai").politeness().domain().get("arxiv.org").interval())
                .hasValueSatisfying(interval -> assertThat(interval).hasSeconds(3));
    }

    @Test
    void aFeedListAndSectionsOfTheFolderAreNoneOfTheirs() throws IOException {
        Files.writeString(folder.resolve("my.txt"), "https://a.test/feed local");
        Files.write(
                folder.resolve("application.properties"),
                List.of(
                        "press.feeds.file = my.txt",
                        "press.sections = garden",
                        "press.section.garden.feeds = https://roses.test/feed"));
        assertThat(settings("cyber").feeds().file()).isEmpty();
        assertThat(settings("cyber").sections()).hasSize(4).contains("vulnerabilities");
    }

    @ParameterizedTest
    @CsvSource({
        "garden.properties, garden",
        "my garden.v2.properties, my-garden-v2",
        "garden, garden",
        ".garden, garden",
        "_roses_.properties, roses",
        "Blümchen.properties, Bl-mchen",
        "сад.properties, сад",
    })
    void aFilesNameBecomesAnId(String file, String id) {
        assertThat(Papers.id(file)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "daily, true",
        "Garden-2, true",
        "2026, true",
        "latest, false",
        "latest-news, true",
        "2026-11-23-1, false",
        "../up, false",
        "a b, false",
        "'', false",
    })
    void anIdIsAFolderBesideEditions(String id, boolean right) {
        assertThat(Papers.isId(id)).isEqualTo(right);
    }
}
