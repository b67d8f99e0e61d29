package press.parallel.press;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the value of a setting stands, for people. */
final class SettingPlaces {
    /** Before the key of a setting that the command line read from a file of its own. */
    private static final String HANDED_OVER = "parallel-press.where.";

    private static final int COMMAND_LINE = 400;
    private static final int ENVIRONMENT = 300;
    private static final Pattern FILE = Pattern.compile("([^/\\\\=]+\\.properties)");

    private SettingPlaces() {}

    /** Of the settings that this press runs with. */
    static UnaryOperator<String> ofThePress() {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        return key -> config.getOptionalValue(HANDED_OVER + key, String.class)
                .orElseGet(() -> where(key, config.getConfigValue(key)));
    }

    static String where(String key, ConfigValue value) {
        if (value.getValue() == null) {
            return "not set";
        }
        int ordinal = value.getSourceOrdinal();
        if (ordinal >= COMMAND_LINE) {
            return "command line";
        }
        if (ordinal == ENVIRONMENT) {
            return "environment variable " + key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        }
        String source = Objects.requireNonNullElse(value.getSourceName(), "");
        Matcher file = FILE.matcher(source);
        String name = file.find() ? file.group(1) : "application.properties";
        boolean packaged = source.contains("!/") || source.contains("jar:") || !source.contains("file:");
        return packaged ? name + " inside the program" : name;
    }
}
