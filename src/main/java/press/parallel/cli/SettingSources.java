package press.parallel.cli;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.Expressions;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import press.parallel.Settings;

/**
 * Where settings come from, in the order Quarkus has when it runs: the command line ({@code -D}), the environment,
 * {@code application.properties} in the folder of the call, and the one packaged in the program.
 */
final class SettingSources {
    private static final String FILE = "application.properties";
    private static final int COMMAND_LINE = 400;
    private static final int ENVIRONMENT = 300;
    private static final int OWN_FILE = 260;
    private static final int PACKAGED = 250;

    private final Path folder;
    private final SmallRyeConfigBuilder builder;
    private final SmallRyeConfig values;
    private List<String> sectionsOfThePaper = List.of();

    /**
     * @param folder the program was called in
     * @param properties system properties and those of this call
     * @param environment variables
     * @throws IllegalArgumentException if a file is no properties file; the message names it
     */
    SettingSources(Path folder, Map<String, String> properties, Map<String, String> environment) {
        this.folder = folder;
        this.builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(properties.getOrDefault("quarkus.profile", "prod"))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(Path.class, 200, new PathConverter())
                .withSources(
                        new PropertiesConfigSource(properties, "command line", COMMAND_LINE),
                        new EnvConfigSource(environment, ENVIRONMENT));
        URL packaged = SettingSources.class.getResource("/" + FILE);
        if (packaged != null) {
            String sections = add(packaged, PACKAGED).getValue("press.sections");
            sectionsOfThePaper = sections == null ? List.of() : List.of(sections.split("\\s*,\\s*"));
        }
        if (Files.exists(folder.resolve(FILE))) {
            try {
                add(folder.resolve(FILE).toUri().toURL(), OWN_FILE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        this.values = builder.build();
    }

    private PropertiesConfigSource add(URL file, int ordinal) {
        try {
            PropertiesConfigSource source = new PropertiesConfigSource(file, ordinal);
            builder.withSources(source);
            return source;
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    FILE + ": expected a readable properties file, but " + e.getMessage() + " ("
                            + folder.resolve(FILE).toAbsolutePath() + ")",
                    e);
        }
    }

    /** Every key that some source names. Of the environment only those the press knows. */
    Iterable<String> keys() {
        TreeSet<String> keys = new TreeSet<>();
        values.getPropertyNames().forEach(keys::add);
        SettingKey.all().stream()
                .filter(key -> !key.hasName() && isSet(key.name()))
                .forEach(key -> keys.add(key.name()));
        return keys;
    }

    /** The value that wins, with everything in it replaced; empty when there is none. */
    Optional<String> value(String key) {
        return Optional.ofNullable(values.getConfigValue(key).getValue()).map(String::strip);
    }

    /** Whether some source has the key, be it empty. */
    boolean isSet(String key) {
        return origin(key).getValue() != null;
    }

    /** The value that wins as it was written, with {@code ${...}} in it. */
    String written(String key) {
        return Objects.requireNonNullElse(origin(key).getValue(), "");
    }

    private ConfigValue origin(String key) {
        return Expressions.withoutExpansion(() -> values.getConfigValue(key));
    }

    /** Where the value that wins stands, for people. */
    String where(String key) {
        ConfigValue value = origin(key);
        int ordinal = value.getSourceOrdinal();
        if (value.getValue() == null) {
            return "not set";
        }
        if (ordinal >= COMMAND_LINE) {
            return "command line";
        }
        if (ordinal >= ENVIRONMENT) {
            return "environment variable " + key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        }
        String file = ordinal >= OWN_FILE ? FILE : FILE + " inside the program";
        return value.getLineNumber() > 0 ? file + ", line " + value.getLineNumber() : file;
    }

    /** Ids of the sections that the program brings along. */
    List<String> sectionsOfThePaper() {
        return sectionsOfThePaper;
    }

    Path folder() {
        return folder;
    }

    /** All of them in their types. */
    Settings settings() {
        return builder.withMapping(Settings.class).build().getConfigMapping(Settings.class);
    }
}
