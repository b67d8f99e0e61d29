package press.parallel.cli;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import press.parallel.Settings;

/**
 * A key that {@link Settings} knows.
 *
 * @param name the key; {@code *} where a section or a domain is named, as in {@code press.section.*.size}
 * @param type of its value; {@link List} for several texts
 * @param mayBeEmpty whether it may be left empty
 */
record SettingKey(String name, Class<?> type, boolean mayBeEmpty) {
    private static final String ONE_NAME = "(?:\"[^\"]+\"|[^.\"]+)";
    private static final Set<String> BOOLEANS = Set.of("true", "false");

    /** Every key of {@link Settings}, in alphabetical order. */
    static List<SettingKey> all() {
        List<SettingKey> keys = new ArrayList<>();
        collect("press", Settings.class, keys);
        keys.sort((a, b) -> a.name.compareTo(b.name));
        return List.copyOf(keys);
    }

    private static void collect(String prefix, Class<?> group, List<SettingKey> keys) {
        for (Method method : group.getMethods()) {
            collect(prefix + "." + kebab(method.getName()), method.getGenericReturnType(), false, keys);
        }
    }

    private static void collect(String name, Type type, boolean optional, List<SettingKey> keys) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                collect(name, arguments[0], true, keys);
            } else if (generic.getRawType() == Map.class) {
                collect(name + ".*", arguments[1], optional, keys);
            } else {
                keys.add(new SettingKey(name, List.class, optional));
            }
        } else if (type instanceof Class<?> plain) {
            if (plain.isInterface() && plain.getEnclosingClass() == Settings.class) {
                collect(name, plain, keys);
            } else {
                keys.add(new SettingKey(name, plain, optional));
            }
        }
    }

    /** {@code inFlight} is written {@code in-flight}. */
    private static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    boolean hasName() {
        return name.contains("*");
    }

    /** Whether {@code key} is this one, with any name in place of {@code *}; lists may be given as {@code key[0]}. */
    boolean matches(String key) {
        return pattern(ONE_NAME).matcher(key).matches();
    }

    /** If {@code key} would be this one with its name in quotes, then that. */
    Optional<String> withNameQuoted(String key) {
        if (!hasName()) {
            return Optional.empty();
        }
        var matcher = pattern("([^\"]+)").matcher(key);
        return matcher.matches() ? Optional.of(name.replace("*", "\"" + matcher.group(1) + "\"")) : Optional.empty();
    }

    private Pattern pattern(String oneName) {
        String quoted = Pattern.quote(name).replace("*", "\\E" + oneName + "\\Q");
        return Pattern.compile(quoted + (type == List.class ? "(?:\\[\\d+])?" : ""));
    }

    /** What a value has to be, for a sentence with "expected". */
    String expected() {
        if (isWhole()) {
            return "a whole number";
        }
        return switch (type.getSimpleName()) {
            case "boolean" -> "true or false";
            case "double" -> "a number such as 1.5";
            case "LocalDate" -> "a day such as 2026-11-01";
            case "Duration" -> Times.EXPECTED;
            case "MemorySize" -> "a size such as 512K or 5M";
            case "URI" -> "an address such as " + example();
            case "List" -> "one or more, with commas between them";
            default -> "a value";
        };
    }

    /** A value of the type. */
    String example() {
        if (isWhole()) {
            return "10";
        }
        return switch (type.getSimpleName()) {
            case "boolean" -> "true";
            case "double" -> "1.5";
            case "LocalDate" -> "2026-11-01";
            case "Duration" -> "30s";
            case "MemorySize" -> "5M";
            case "URI" -> "http://127.0.0.1:3128";
            default -> "a value";
        };
    }

    private boolean isWhole() {
        return type == int.class || type == Integer.class || type == long.class;
    }

    /** Whether {@code value} is of the type. Booleans are stricter here than in Quarkus, which takes any word for false. */
    boolean accepts(String value) {
        try {
            if (type == int.class || type == Integer.class) {
                Integer.parseInt(value);
            } else if (type == long.class) {
                Long.parseLong(value);
            } else if (type == double.class) {
                Double.parseDouble(value);
            } else if (type == LocalDate.class) {
                LocalDate.parse(value);
            } else if (type == Duration.class) {
                Times.parse(value);
            } else if (type == MemorySize.class) {
                new MemorySizeConverter().convert(value);
            } else if (type == URI.class) {
                new URI(value);
            }
            return type != boolean.class || BOOLEANS.contains(value.toLowerCase(Locale.ROOT));
        } catch (RuntimeException | URISyntaxException e) {
            return false;
        }
    }
}
