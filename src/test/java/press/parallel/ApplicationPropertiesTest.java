package press.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The settings file and the routes stand at the top level, and the program carries them as its defaults. */
class ApplicationPropertiesTest {
    private static String carried(String name) throws IOException {
        try (InputStream in = Settings.class.getResourceAsStream("/" + name)) {
            assertThat(in).as(name + " inside the program").isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theProgramCarriesTheSettingsFileOfTheTopLevel() throws IOException {
        assertThat(carried("application.properties")).isEqualTo(Files.readString(Path.of("application.properties")));
    }

    @Test
    void thereIsNoSecondSettingsFile() {
        assertThat(List.of(
                        Path.of("src/main/resources/application.properties"),
                        Path.of("src/main/resources/application.yaml"),
                        Path.of("src/test/resources/application.properties")))
                .noneMatch(Files::exists);
    }

    @Test
    void theProgramCarriesEveryRouteFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(carried("routes/" + file.getFileName())).isEqualTo(Files.readString(file)));
        }
    }
}
