package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.Entry;
import press.parallel.FeedContent;

/**
 * One feed for each oddity, named after it, and what a reader should see in it: {@code feeds/expected.json}, in the form that {@code feed}
 * prints. Fields that are not named there may be anything; {@code points} and {@code discussed} are the entry's statistics.
 */
class FeedOdditiesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern ACTIVE =
            Pattern.compile("(?i)<\\s*(script|iframe|object|embed|form|input|button|meta|base|style|link|svg|math)\\b"
                    + "|\\son[a-z]+\\s*=|javascript:|data:text");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> eachIsReadAsItsReaderWould() throws IOException {
        JsonNode expected = MAPPER.readTree(Fixtures.bytes("expected.json"));
        return expected.properties().stream()
                .map(file -> dynamicTest(file.getKey(), () -> check(file.getKey(), file.getValue())));
    }

    private void check(String name, JsonNode expected) throws IOException {
        URI address = URI.create(expected.path("url").asText(Fixtures.ADDRESS.toString()));
        Path file = Files.write(folder.resolve(name), Fixtures.bytes(name));
        ObjectNode printed = (ObjectNode) new FeedFiles()
                .read(
                        java.util.List.of(file),
                        address,
                        expected.path("content_type").asText(""))
                .get(name);
        assertThat(printed.path("ok").asBoolean()).as(printed.toString()).isTrue();
        checkFields(expected.path("feed"), printed.path("feed"), "feed");
        assertThat(printed.path("entries").size())
                .isEqualTo(expected.path("entries").size());
        FeedContent content = new FeedReader().read(Fixtures.bytes(name), address, "");
        for (int i = 0; i < expected.path("entries").size(); i++) {
            JsonNode wanted = expected.path("entries").get(i);
            Entry entry = content.entries().get(i);
            ObjectNode found = ((ObjectNode) printed.path("entries").get(i))
                    .put("points", entry.points())
                    .put("discussed", entry.comments());
            checkFields(wanted, found, "entry " + i);
        }
        if (expected.has("inert")) {
            assertThat(printed.toString()).doesNotContainPattern(ACTIVE);
        }
    }

    private static void checkFields(JsonNode expected, JsonNode found, String where) {
        expected.properties()
                .forEach(field -> assertThat(found.path(field.getKey()).asText())
                        .as(where + ", " + field.getKey())
                        .isEqualTo(field.getValue().asText()));
    }
}
