package press.parallel.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small bench in the jar: what it prints, and that the polite way is never refused. */
class BenchIT {
    @TempDir
    Path folder;

    @Test
    void aSmallBenchMeasuresAllThreeWaysAndLeavesNothingBehind() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        try (PressProcess press = PressProcess.start(
                folder,
                "bench",
                "--feeds",
                "6",
                "--domains",
                "3",
                "--interval",
                "300ms",
                "--json",
                "--svg",
                "bench.svg",
                "--progress=none",
                // Few stories, so that it is over soon.
                "-Dpress.section.news.size=2",
                "-Dpress.section.tech.size=2",
                "-Dpress.section.sports.size=2",
                "-Dpress.section.culture.size=2",
                "-Djava.io.tmpdir=" + temporary)) {
            assertThat(press.exitStatus()).as(press.err()).isZero();
            JsonNode runs = new ObjectMapper().readTree(press.out()).path("runs");
            assertThat(runs.findValuesAsText("mode")).containsExactly("sequential", "unsafe", "polite");
            JsonNode polite = runs.get(2);
            assertThat(polite.path("refused").asInt()).isZero();
            assertThat(polite.path("complete").asInt())
                    .isPositive()
                    .isEqualTo(polite.path("stories").asInt());
            assertThat(polite.path("domains"))
                    .hasSize(3)
                    .allSatisfy(domain -> assertThat(
                                    domain.path("smallestGapSeconds").asDouble())
                            .isGreaterThanOrEqualTo(0.3));
            assertThat(runs.get(1).path("refused").asInt()).as("unspaced").isPositive();
            assertThat(runs.get(0).path("mostInFlight").asInt())
                    .as("one by one")
                    .isOne();
        }
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(folder.resolve("bench.svg").toFile())
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        assertThat(folder.resolve("editions")).doesNotExist();
        assertThat(folder.resolve("newsroom")).doesNotExist();
        assertThat(temporary).isDirectoryNotContaining("glob:**parallel-press-bench-*");
    }
}
