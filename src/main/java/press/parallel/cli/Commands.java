package press.parallel.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The words of the command line and their help, for picocli to fill. What they mean is {@link Usage}'s. */
final class Commands {
    private Commands() {}

    /** {@code parallel-press}, with the options that every verb takes, before or after it. */
    @Command(
            name = "parallel-press",
            description = "Prints a finite newspaper from many feeds at once, never impolite to a site.",
            synopsisSubcommandLabel = "[COMMAND]",
            subcommands = {Print.class, Serve.class, Check.class, Feed.class, Article.class, Demo.class},
            mixinStandardHelpOptions = true,
            scope = ScopeType.INHERIT,
            versionProvider = Version.class,
            sortOptions = false,
            usageHelpAutoWidth = true,
            footer = {
                "",
                "Without a command it serves. Settings stand in application.properties.",
                "Exit status: 0 done, 1 could not, 2 wrong usage or settings, 130 stopped by Ctrl-C."
            })
    static final class Root {
        @Option(
                names = "--progress",
                scope = ScopeType.INHERIT,
                paramLabel = "auto|plain|none",
                converter = ProgressConverter.class,
                description = "How progress is shown on standard error; auto: live on a terminal, else plain lines.")
        ProgressMode progress = ProgressMode.AUTO;

        @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces.")
        boolean debug;

        @Option(
                names = "-D",
                scope = ScopeType.INHERIT,
                paramLabel = "key=value",
                mapFallbackValue = "",
                description = "A setting for this call, such as -Dpress.slots=5.")
        void add(Map<String, String> given) {
            properties.putAll(given);
        }

        /** All given, before and after the verb. */
        final Map<String, String> properties = new LinkedHashMap<>();
    }

    /** {@code print}. */
    @Command(name = "print", description = "Print one edition now.", sortOptions = false)
    static final class Print {
        @Option(
                names = "--deadline",
                paramLabel = "TIME",
                converter = DeadlineConverter.class,
                description = "The edition is printed by then with what is in: 90s, 2m, PT2M.")
        @Nullable
        Duration deadline;

        @Option(names = "--output", paramLabel = "DIR", description = "Folder that the edition is printed to.")
        @Nullable
        Path output;
    }

    /** {@code serve}. */
    @Command(name = "serve", description = "Print on schedule and show the editions as web pages on this machine.")
    static final class Serve {}

    /** {@code check}. */
    @Command(name = "check", description = "Check settings and routes; one line for each problem.")
    static final class Check {}

    /** {@code feed}. */
    @Command(name = "feed", description = "Show as JSON what the press makes of feeds.", sortOptions = false)
    static final class Feed {
        @Parameters(paramLabel = "URL|FILE", arity = "0..*", description = "Feeds, on the web or saved.")
        @Nullable
        List<String> feeds;

        @Option(names = "--url", paramLabel = "URL", description = "Where the saved feed came from.")
        @Nullable
        String url;

        @Option(names = "--content-type", paramLabel = "TYPE", description = "How the saved feed was served.")
        String contentType = "";

        @Option(
                names = "--manifest",
                paramLabel = "FILE",
                description = "Many at once: a JSON object, file name beside it to {\"url\", \"content_type\"}.")
        @Nullable
        Path manifest;
    }

    /** {@code article}. */
    @Command(name = "article", description = "Show as JSON the text the press would print of pages.")
    static final class Article {
        @Parameters(
                paramLabel = "URL|FILE|FOLDER",
                arity = "1..*",
                description = "Pages, on the web or saved as .html or .html.gz; folders of them.")
        @Nullable
        List<String> pages;
    }

    /** {@code demo}. */
    @Command(
            name = "demo",
            description = "Print against the built-in newsstand; no internet needed.",
            sortOptions = false)
    static final class Demo {
        @Option(
                names = "--deadline",
                paramLabel = "TIME",
                converter = DeadlineConverter.class,
                description = "As with print.")
        @Nullable
        Duration deadline;

        @Option(names = "--output", paramLabel = "DIR", description = "As with print.")
        @Nullable
        Path output;
    }

    /** A span longer than nothing. */
    static final class DeadlineConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                Duration deadline = Times.parse(text);
                if (deadline.compareTo(Duration.ZERO) > 0) {
                    return deadline;
                }
            } catch (RuntimeException e) {
                // Told below, as for a time that is too short.
            }
            throw new TypeConversionException(
                    "expected " + Times.EXPECTED + ", longer than 0s, but found '" + text + "'");
        }
    }

    /** The three modes, in any case. */
    static final class ProgressConverter implements ITypeConverter<ProgressMode> {
        @Override
        public ProgressMode convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "auto" -> ProgressMode.AUTO;
                case "plain" -> ProgressMode.PLAIN;
                case "none" -> ProgressMode.NONE;
                default -> throw new TypeConversionException("expected auto, plain or none, but found '" + text + "'");
            };
        }
    }
}
