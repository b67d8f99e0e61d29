package press.parallel.cli;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.Expressions;
import io.smallrye.config.MapBackedConfigValueConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;
import press.parallel.Settings;

/**
 * Where settings come from, first to last: the command line ({@code -D}), the environment, the file of {@code --settings}, the paper
 * of {@code --paper}, {@code application.properties} in the folder of the call (before it its {@code application-<profile>.properties}),
 * and the one packaged in the program. In each, lines of the active profile win over those without.
 *
 * <p>Quarkus, when it runs, knows all of them but the two options'. What wins from these is {@linkplain #handOver handed over}.
 */
final class SettingSources {
    private static final String FILE = "application.properties";
    private static final String PROFILE = "quarkus.profile";
    /** Before a key that is handed over: where its value stands, which the runtime would take for the command line. */
    static final String WHERE = "parallel-press.where.";

    private static final String PAPER_ID = "press.paper";
    private static final String OUTPUT = "press.printer.output";

    /** Profiles that everybody has. */
    private static final Set<String> NO_PAPERS = Set.of("prod", "dev", "test");

    /** Above all, for it stands for the value that won. */
    private static final int DERIVED = 500;

    private static final int COMMAND_LINE = 400;
    private static final int ENVIRONMENT = 300;
    private static final int SETTINGS = 290;
    private static final int PAPER = 280;
    private static final int OWN_FILE = 260;
    private static final int PACKAGED = 250;

    /** Of these names every source is asked for what the press knows. */
    private static final Pattern SECTIONS = Pattern.compile("(?:%[^.]+\\.)?press\\.sections(?:\\[\\d+])?");

    /** What a properties file of ours may speak of. */
    private static final Pattern OURS = Pattern.compile("(?:%[^.]+\\.)?(?:press|quarkus|camel|parallel-press)\\..*");

    private static final Pattern BROKEN = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*(\\\\u(?!\\p{XDigit}{4}).{0,4})");

    private final Path folder;
    private final SmallRyeConfigBuilder builder;
    private final SmallRyeConfig values;
    private final Map<String, String> derivedFrom = new HashMap<>();

    /**
     * @param folder the program was called in
     * @param properties system properties and those of this call
     * @param environment variables
     * @throws IllegalArgumentException if a file is no properties file or not there; the message is a sentence for the reader
     */
    SettingSources(Path folder, PaperChoice choice, Map<String, String> properties, Map<String, String> environment) {
        this.folder = folder;
        List<ConfigSource> sources = new ArrayList<>(List.of(
                new PropertiesConfigSource(properties, "command line", COMMAND_LINE),
                new EnvConfigSource(environment, ENVIRONMENT)));
        if (choice.settings() != null) {
            sources.add(given(choice.settings()));
        }
        if (choice.name() != null) {
            String label = Papers.file(choice.name()) + " inside the program";
            sources.add(read(label, Papers.resource(choice.name()), PAPER));
        }
        Path own = folder.resolve(FILE);
        if (Files.exists(own)) {
            sources.add(read(FILE, own, OWN_FILE));
        }
        URL packaged = SettingSources.class.getResource("/" + FILE);
        if (packaged != null) {
            sources.add(read(FILE + " inside the program", packaged, PACKAGED));
        }
        List<String> profiles = profiles(sources);
        if (Files.exists(own)) {
            for (int i = 0; i < profiles.size(); i++) {
                String name = FILE.replace(".", "-" + profiles.get(i) + ".");
                if (Files.exists(folder.resolve(name))) {
                    sources.add(read(name, folder.resolve(name), OWN_FILE + 1 + i));
                }
            }
        }
        this.builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfiles(profiles)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(Path.class, 200, new PathConverter())
                .withSources(sources);
        SmallRyeConfig written = builder.build();
        Map<String, ConfigValue> derived = derive(written, choice, profiles);
        this.values = derived.isEmpty()
                ? written
                : builder.withSources(new Lines("derived", derived, DERIVED)).build();
    }

    /** As Quarkus finds them, the one that counts most at the end. */
    private static List<String> profiles(List<ConfigSource> sources) {
        return sources.stream()
                .map(source -> source.getValue(PROFILE))
                .filter(Objects::nonNull)
                .findFirst()
                .map(names -> Arrays.stream(names.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .filter(names -> !names.isEmpty())
                .orElse(List.of("prod"));
    }

    private ConfigSource given(Path settings) {
        Path file = folder.resolve(settings).toAbsolutePath().normalize();
        String found = !Files.exists(file)
                ? "nothing at " + file
                : Files.isDirectory(file)
                        ? "a folder at " + file
                        : Files.isReadable(file) ? "" : "no permission to read " + file;
        if (!found.isEmpty()) {
            throw new IllegalArgumentException("--settings " + settings
                    + ": expected a properties file that can be read, but found " + found + "; "
                    + (Papers.NAMES.contains(settings.toString())
                            ? "the paper of this name inside the program is had with --paper " + settings
                            : "correct the path"));
        }
        Lines lines = read(settings.toString(), file, SETTINGS);
        if (!lines.getPropertyNames().isEmpty()
                && lines.getPropertyNames().stream()
                        .noneMatch(key -> OURS.matcher(key).matches())) {
            throw new IllegalArgumentException("--settings " + settings
                    + ": expected lines such as 'press.title = My paper', but found none at " + file
                    + "; a feed list is named with -Dpress.feeds.file=" + settings);
        }
        return lines;
    }

    private static Lines read(String label, Path file, int ordinal) {
        try {
            return read(label, file.toUri().toURL(), ordinal);
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    broken(label, file).orElse(e.getMessage() + " (" + file.toAbsolutePath() + ")"), e);
        }
    }

    private static Lines read(String label, URL file, int ordinal) {
        try {
            Map<String, ConfigValue> lines =
                    new HashMap<>(PropertiesConfigSource.urlToConfigValueMap(file, label, ordinal));
            if (ordinal == SETTINGS || ordinal == PAPER) {
                lines.remove(ConfigSource.CONFIG_ORDINAL);
            }
            return new Lines(label, lines, ordinal);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    label + ": expected a properties file that can be read, but " + e.getMessage(), e);
        }
    }

    /** The most common fault of such files, with its line: a backslash that was not doubled. */
    private static Optional<String> broken(String label, Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            return Optional.empty();
        }
        for (int i = 0; i < lines.size(); i++) {
            var matcher = BROKEN.matcher(lines.get(i));
            if (!lines.get(i).strip().startsWith("#") && matcher.find()) {
                return Optional.of(label + ", line " + (i + 1)
                        + ": expected \\u and four hexadecimal digits, but found '" + matcher.group(1)
                        + "'; where a backslash is meant write two (" + file.toAbsolutePath() + ")");
            }
        }
        return Optional.empty();
    }

    /**
     * The id of a paper that only its file or its profile names, and the folder of a paper: one that {@code application.properties}
     * sets is shared by papers that are named nearer, by an option or a profile, and each has its own in there.
     */
    private Map<String, ConfigValue> derive(SmallRyeConfig written, PaperChoice choice, List<String> profiles) {
        Map<String, ConfigValue> derived = new TreeMap<>();
        Optional<String> profile =
                profiles.stream().filter(name -> !NO_PAPERS.contains(name)).reduce((former, later) -> later);
        String id = value(written, PAPER_ID).orElse("");
        int near = near(written(written, PAPER_ID));
        if (choice.settings() != null && choice.name() == null && near < 2 * PAPER) {
            near = 2 * PAPER;
            id = Papers.id(String.valueOf(choice.settings().getFileName()));
            put(derived, PAPER_ID, id, "the name of " + choice.settings());
        } else if (profile.isPresent() && near <= 2 * OWN_FILE) {
            near = 2 * OWN_FILE + 1;
            id = Papers.id(profile.get());
            put(derived, PAPER_ID, id, "the name of the profile");
        }
        ConfigValue output = written(written, OUTPUT);
        boolean shared = output.getValue() != null && output.getSourceOrdinal() < PAPER && near(output) < near;
        if (shared && Papers.isId(id) && !id.equals(Papers.USUAL)) {
            put(derived, OUTPUT, output.getValue().strip() + "/" + id, where(OUTPUT, output));
        }
        return derived;
    }

    private void put(Map<String, ConfigValue> derived, String key, String value, String from) {
        derived.put(
                key,
                ConfigValue.builder()
                        .withName(key)
                        .withValue(value)
                        .withRawValue(value)
                        .build());
        derivedFrom.put(key, from);
    }

    /** Larger for what wins; a profile's line is a little nearer than a plain one of the same file. */
    private static int near(ConfigValue value) {
        return 2 * value.getSourceOrdinal() + (value.getProfile() == null ? 0 : 1);
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

    private static Optional<String> value(SmallRyeConfig config, String key) {
        try {
            return Optional.ofNullable(config.getConfigValue(key).getValue()).map(String::strip);
        } catch (NoSuchElementException | IllegalArgumentException e) {
            // Names a setting that does not exist, which the check tells.
            return Optional.empty();
        }
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
        return written(values, key);
    }

    private static ConfigValue written(SmallRyeConfig config, String key) {
        return Expressions.withoutExpansion(() -> config.getConfigValue(key));
    }

    /** Where the value that wins stands, for people. */
    String where(String key) {
        return where(key, origin(key));
    }

    private String where(String key, ConfigValue value) {
        int ordinal = value.getSourceOrdinal();
        if (value.getValue() == null) {
            return "not set";
        }
        if (ordinal == DERIVED && derivedFrom.containsKey(key)) {
            return derivedFrom.get(key);
        }
        if (ordinal >= COMMAND_LINE) {
            return "command line";
        }
        if (ordinal >= ENVIRONMENT) {
            return "environment variable " + key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        }
        return value.getLineNumber() > 0
                ? value.getConfigSourceName() + ", line " + value.getLineNumber()
                : value.getConfigSourceName();
    }

    /**
     * What Quarkus does not find by itself, to be set as system properties: the values that win from the two options' files, as they
     * were written, and what followed from them. What {@code -D} or the environment says against them is not among these. And the
     * profile, which Quarkus does not look for in {@code application.properties} of the folder.
     */
    Map<String, String> handOver() {
        Map<String, String> found = new TreeMap<>();
        for (String key : keys()) {
            ConfigValue value = origin(key);
            int ordinal = value.getSourceOrdinal();
            boolean ours = ordinal == SETTINGS || ordinal == PAPER || ordinal == DERIVED;
            boolean unseen = key.equals(PROFILE) && ordinal <= OWN_FILE;
            if (value.getValue() != null && !key.startsWith("%") && (ours || unseen)) {
                found.put(key, value.getValue());
                if (ours && key.startsWith("press.")) {
                    found.put(WHERE + key, where(key));
                }
            }
        }
        return found;
    }

    /** Ids of the sections of all papers that are described here, printed by this call or not. */
    Set<String> sectionsOfAnyPaper() {
        Set<String> sections = new HashSet<>();
        for (ConfigSource source : values.getConfigSources()) {
            for (String key : source.getPropertyNames()) {
                String ids = SECTIONS.matcher(key).matches() ? source.getValue(key) : null;
                if (ids != null) {
                    sections.addAll(List.of(ids.strip().split("\\s*,\\s*")));
                }
            }
        }
        return sections;
    }

    Path folder() {
        return folder;
    }

    /** All of them in their types. */
    Settings settings() {
        return builder.withMapping(Settings.class).build().getConfigMapping(Settings.class);
    }

    /** A properties file with the numbers of its lines. */
    private static final class Lines extends MapBackedConfigValueConfigSource {
        private static final long serialVersionUID = 1;

        Lines(String name, Map<String, ConfigValue> lines, int ordinal) {
            super(name, lines, ordinal);
        }
    }
}
