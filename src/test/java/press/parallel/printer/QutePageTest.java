package press.parallel.printer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Needs Quarkus, as the templates are compiled into it. The sample is left in {@code target/sample} to be looked at. */
@QuarkusTest
class QutePageTest {
    private final Page page = new QutePage(ZoneOffset.UTC);

    @Test
    void samplePrints() throws Exception {
        Path folder = new Printer(Path.of("target/sample"), page).print(SampleEdition.edition());
        Files.writeString(
                Path.of("target/sample/archive.html"),
                new Printer(Path.of("target/sample"), page).archive("The Parallel Press", ""));
        assertThat(folder.resolve("index.html")).exists();
    }
}
