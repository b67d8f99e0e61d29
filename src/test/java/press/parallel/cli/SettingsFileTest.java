package press.parallel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code application.properties} and {@link press.parallel.Settings} together. */
class SettingsFileTest {
    private static final Pattern KEY = Pattern.compile(
            "(?<![\\w-])press\\.(?:\"[^\"]*\"|[A-Za-z0-9-])+(?:\\.(?:\"[^\"]*\"|[A-Za-z0-9-])+)*(?=\\s*=)");
    private static final Pattern SETTING = Pattern.compile("^(# )?(press\\.\\S+)\\s*=.*");

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("application.properties"));
    }

    /** Every key in the file, set or shown in a comment. */
    private static List<String> keys() throws IOException {
        List<String> keys = new ArrayList<>();
        for (String line : lines()) {
            Matcher matcher = KEY.matcher(line);
            while (matcher.find()) {
                keys.add(matcher.group());
            }
        }
        return keys;
    }

    @Test
    void everyKeyOfTheFileIsKnown() throws IOException {
        assertThat(keys())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(SettingKey.all()).as(key).anyMatch(setting -> setting.matches(key)));
    }

    @Test
    void everyKnownKeyStandsInTheFile() throws IOException {
        List<String> keys = keys();
        assertThat(SettingKey.all())
                .hasSizeGreaterThan(30)
                .allSatisfy(setting -> assertThat(keys).as(setting.name()).anyMatch(setting::matches));
    }

    @Test
    void everyFirstMentionHasACommentAboveIt() throws IOException {
        List<String> lines = lines();
        List<SettingKey> seen = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = SETTING.matcher(lines.get(i));
            if (!matcher.matches()) {
                continue;
            }
            String key = matcher.group(2);
            for (SettingKey setting : SettingKey.all()) {
                if (setting.matches(key) && !seen.contains(setting)) {
                    seen.add(setting);
                    assertThat(isExplained(lines, i))
                            .as("a comment above " + key)
                            .isTrue();
                }
            }
        }
        assertThat(seen).isNotEmpty();
    }

    /** Settings that stand together, without an empty line between them, share the comment above the first. */
    private static boolean isExplained(List<String> lines, int line) {
        for (int i = line - 1; i >= 0 && !lines.get(i).isBlank(); i--) {
            if (lines.get(i).startsWith("#") && !SETTING.matcher(lines.get(i)).matches()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void namesInQuotesMayHaveDots() {
        SettingKey interval = SettingKey.all().stream()
                .filter(key -> key.name().equals("press.politeness.domain.*.interval"))
                .findFirst()
                .orElseThrow();
        assertThat(interval.matches("press.politeness.domain.\"reddit.com\".interval"))
                .isTrue();
        assertThat(interval.matches("press.politeness.domain.reddit.com.interval"))
                .isFalse();
    }
}
