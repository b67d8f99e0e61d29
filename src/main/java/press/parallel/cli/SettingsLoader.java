package press.parallel.cli;

import io.smallrye.config.ConfigValidationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import press.parallel.Settings;

/** Reads and checks the settings without Quarkus, so that a mistake is told in our words before anything starts. */
final class SettingsLoader {
    private static final List<SettingKey> KEYS = SettingKey.all();
    private static final Pattern REQUIRED = Pattern.compile("property (.+) is required");
    private static final Map<String, String> EXAMPLES = Map.of(
            "press.title", "The Parallel Press",
            "press.paper", "daily",
            "press.time-zone", "Europe/Berlin",
            "press.sections", "news, tech",
            "press.edition.fetch-share", "75%",
            "press.edition.cron", "0 0 6 * * ?",
            "press.printer.output", "editions",
            "press.newsroom.file", "newsroom/newsroom.db",
            "press.routes.folder", "routes",
            "press.politeness.same.*", "reddit.com");

    /**
     * What was read.
     *
     * @param settings null when there are problems
     * @param problems one line each: key, where it stands, expected, found, what to do
     * @param others keys that are not the press's own, with their values
     * @param handOver what the runtime does not find by itself, by key
     */
    record Loaded(
            @Nullable Settings settings,
            List<String> problems,
            Map<String, String> others,
            Map<String, String> handOver) {}

    private final SettingSources sources;
    private final List<String> problems = new ArrayList<>();

    private SettingsLoader(SettingSources sources) {
        this.sources = sources;
    }

    /**
     * @param folder the program was called in; its {@code application.properties} counts, and relative paths start there
     * @param choice the paper that is asked for
     * @param properties system properties and those of this call
     * @param environment variables
     */
    static Loaded load(
            Path folder, PaperChoice choice, Map<String, String> properties, Map<String, String> environment) {
        try {
            return new SettingsLoader(new SettingSources(folder, choice, properties, environment)).load();
        } catch (IllegalArgumentException e) {
            return new Loaded(null, List.of(Console.clean(String.valueOf(e.getMessage()))), Map.of(), Map.of());
        }
    }

    private Loaded load() {
        Map<String, String> others = new TreeMap<>();
        for (String key : sources.keys()) {
            if (key.startsWith("press.")) {
                checkOne(key);
            } else if (key.startsWith("quarkus.log.")) {
                valueOf(key).ifPresent(value -> others.put(key, value));
            }
        }
        for (SettingKey key : KEYS) {
            if (!key.hasName() && !key.mayBeEmpty() && !sources.isSet(key.name())) {
                problems.add(
                        key.name() + " (not set): expected " + key.expected() + ", but found nothing; give it one");
            }
        }
        Settings settings = problems.isEmpty() ? typed() : null;
        return new Loaded(settings, List.copyOf(problems), others, sources.handOver());
    }

    private @Nullable Settings typed() {
        try {
            Settings settings = sources.settings();
            problems.addAll(new SettingsRules(settings, sources).problems());
            return problems.isEmpty() ? settings : null;
        } catch (ConfigValidationException e) {
            for (int i = 0; i < e.getProblemCount(); i++) {
                problems.add(Console.clean(missing(e.getProblem(i).getMessage().replaceFirst("^SRCFG\\d+: ", ""))));
            }
            return null;
        }
    }

    /** Of what is named, such as a policy, a part that has no default. */
    private static String missing(String message) {
        Matcher required = REQUIRED.matcher(message);
        if (!required.find()) {
            return message;
        }
        String key = required.group(1);
        return KEYS.stream()
                .filter(each -> each.matches(key))
                .findFirst()
                .map(known -> key + " (not set): expected " + known.expected() + ", but found nothing; give it one")
                .orElse(message);
    }

    private Optional<String> valueOf(String key) {
        try {
            return sources.value(key);
        } catch (NoSuchElementException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void checkOne(String key) {
        Optional<SettingKey> known =
                KEYS.stream().filter(each -> each.matches(key)).findFirst();
        if (known.isEmpty()) {
            problems.add(key + " (" + sources.where(key)
                    + "): expected a setting of the press, but there is none of this name"
                    + didYouMean(key)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse("; remove it"));
            return;
        }
        SettingKey setting = known.get();
        String value = valueOf(key).orElse("");
        if (value.isEmpty() && !sources.written(key).isEmpty()) {
            problems.add(Console.clean(key + " (" + sources.where(key) + "): expected " + setting.expected() + ", but '"
                    + sources.written(key) + "' names a setting that does not exist; correct the name in ${...}"));
            return;
        }
        boolean right = value.isEmpty() ? setting.mayBeEmpty() : setting.accepts(value);
        if (!right) {
            problems.add(SettingsRules.problem(
                    key,
                    sources.where(key),
                    setting.expected(),
                    value,
                    "write it as in '" + key + " = " + example(setting) + "'"));
        }
    }

    private static String example(SettingKey setting) {
        return EXAMPLES.getOrDefault(setting.name(), setting.example());
    }

    /** The nearest known key, when it is near enough to be a slip of the fingers. */
    private static Optional<String> didYouMean(String key) {
        for (SettingKey setting : KEYS) {
            Optional<String> quoted = setting.withNameQuoted(key);
            if (quoted.isPresent()) {
                return quoted;
            }
        }
        LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, (key.length() - "press.".length()) / 3));
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : candidates(key)) {
            int found = distance.apply(key, candidate);
            if (found >= 0 && found < least) {
                least = found;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The known keys, those with a name for each name that {@code key} may mean. */
    private static Set<String> candidates(String key) {
        Set<String> candidates = new LinkedHashSet<>();
        String[] parts = key.split("\\.(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        for (SettingKey setting : KEYS) {
            int star = List.of(setting.name().split("\\.", -1)).indexOf("*");
            if (star < 0) {
                candidates.add(setting.name());
            } else if (star < parts.length) {
                candidates.add(setting.name().replace("*", parts[star]));
            }
        }
        return candidates;
    }
}
