package press.parallel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import press.parallel.Edition;
import press.parallel.FeedReport;
import press.parallel.GlassBox;
import press.parallel.Loss;
import press.parallel.Settings;

/** What README.md says of commands, settings, routes, files and messages is so. */
class ReadmeTest {
    private static final String README = read(Path.of("README.md"));
    private static final String NONE = "none";

    @Test
    void theFirstTwoCommandsPrintAnEditionAndRunTheTests() {
        assertThat(find("(?s)```sh\n(.*?)\n```", README).limit(2))
                .containsExactly(
                        "mvn -q -B package -DskipTests && java -jar target/quarkus-app/quarkus-run.jar demo",
                        "mvn -B verify");
    }

    @Test
    void continuousIntegrationRunsTheTestCommandWordForWord() {
        assertThat(read(Path.of(".ci/run")).lines()).contains("mvn -B verify");
    }

    @Test
    void everySettingStandsInTheTableAndNoOther() {
        assertThat(tableOfSettings().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        SettingKey.all().stream().map(SettingKey::name).toList());
    }

    @Test
    void defaultsAreThoseOfTheSettingsFile() throws IOException {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("application.properties"))) {
            file.load(reader);
        }
        Map<String, String> expected = new TreeMap<>();
        for (SettingKey key : SettingKey.all()) {
            String value = file.getProperty(key.name(), "").strip();
            expected.put(key.name(), value.isEmpty() ? NONE : value);
        }
        expected.put("press.section.*.size", defaultOf("size"));
        expected.put("press.section.*.min-score", defaultOf("minScore"));
        assertThat(tableOfSettings()).isEqualTo(expected);
    }

    @Test
    void everyRouteStandsBesideItsFile() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of("routes"))) {
            files = all.toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            String row = README.lines()
                    .filter(line -> line.startsWith("|") && line.contains("](" + file + ")"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("README has no row for " + file));
            String ids = find("(?m)^- route:\n    id: (\\S+)$", read(file)).collect(Collectors.joining("`, `"));
            assertThat(row.split(" \\| ")[2])
                    .as("routes of " + file)
                    .isEqualTo(ids.isEmpty() ? "none" : "`" + ids + "`");
        }
    }

    @Test
    void everyCommandStandsInTheTable() {
        TestCall help = new TestCall(Path.of("")).run("--help");
        assertThat(find("(?m)^  ([a-z]+)  ", help.out()))
                .isNotEmpty()
                .allSatisfy(command -> assertThat(README).contains("\n| `" + command));
    }

    @Test
    void theShapeOfAnEditionIsWhole() {
        String shape = find("(?s)```text\n(title, paper.*?)```", README)
                .findFirst()
                .orElseThrow(() -> new AssertionError("README has no shape of edition.json"));
        assertThat(Stream.of(
                                Edition.class,
                                Edition.PrintedSection.class,
                                Edition.PrintedStory.class,
                                Edition.PrintedPicture.class,
                                Edition.Numbers.class,
                                Edition.Rest.class,
                                GlassBox.class,
                                GlassBox.Vitals.class,
                                GlassBox.Source.class,
                                GlassBox.Bubble.class,
                                GlassBox.Edge.class,
                                FeedReport.class,
                                Loss.class)
                        .flatMap(type -> Stream.of(type.getRecordComponents()))
                        .map(RecordComponent::getName))
                .allSatisfy(name -> assertThat(shape).containsPattern("\\b" + name + "\\b"));
    }

    static Stream<String> messages() {
        String rows = README.substring(README.indexOf("## If you see"), README.indexOf("## Licence"));
        return find("(?m)^\\| (`.*?`) \\| ", rows).flatMap(cell -> find("`([^`]+)`", cell));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theProgramReallySays(String message) throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            String joined = "\"\\s*\\+\\s*\"";
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .map(ReadmeTest::read)
                            .map(text -> text.replaceAll(joined, "")))
                    .anyMatch(text -> text.contains(message));
        }
    }

    @Test
    void whatItPointsToIsThere() {
        assertThat(find("\\]\\((?!http)([^)]+)\\)", README))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(Path.of(path)).exists());
    }

    /** Key, with {@code *} for a name, to default. */
    private static Map<String, String> tableOfSettings() {
        Map<String, String> table = new TreeMap<>();
        Pattern row = Pattern.compile("(?m)^\\| `(press\\.[^`]+)` \\| (?:`([^`]+)`|none) \\| ");
        row.matcher(README)
                .results()
                .forEach(match -> table.put(
                        match.group(1).replaceAll("\"?<[a-z]+>\"?", "*"),
                        match.group(2) == null ? NONE : match.group(2)));
        return table;
    }

    private static String defaultOf(String ofASection) {
        try {
            return Settings.SectionSettings.class
                    .getMethod(ofASection)
                    .getAnnotation(WithDefault.class)
                    .value();
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> find(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
