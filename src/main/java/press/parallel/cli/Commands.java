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
import press.parallel.bench.Mode;
import press.parallel.bench.Scenario;

/** The words of the command line and their help, for picocli to fill. What they mean is {@link Usage}'s. */
final class Commands {
    private Commands() {}

    /** {@code parallel-press}, with the options that every verb takes, before or after it. */
    @Command(
            name = "parallel-press",
            description = "Prints a finite newspaper from many feeds at once, never impolite to a site.",
            synopsisSubcommandLabel = "[COMMAND]",
            subcommands = {
                Print.class,
                Serve.class,
                Check.class,
                Why.class,
                Runs.class,
                Status.class,
                Prune.class,
                Feeds.class,
                Feed.class,
                Article.class,
                Bench.class,
                Demo.class
            },
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
                names = "--paper",
                scope = ScopeType.INHERIT,
                paramLabel = "NAME",
                converter = PaperConverter.class,
                description = "A paper that comes with the program: ai, cyber or daily.")
        @Nullable
        String paper;

        @Option(
                names = "--settings",
                scope = ScopeType.INHERIT,
                paramLabel = "FILE",
                description = "A paper of your own: a properties file with the settings that differ.")
        @Nullable
        Path settings;

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
    @Command(name = "check", description = "Check settings and routes; one line for each problem.", sortOptions = false)
    static final class Check {
        @Option(
                names = "--dry-run",
                description = "Show today's choice, and what the settings change in the newest edition; asks nobody.")
        boolean dryRun;

        @Option(names = "--json", description = "With --dry-run: as JSON.")
        boolean json;
    }

    /** {@code why}. */
    @Command(
            name = "why",
            description = "Say what became of a story, and what it would have taken to get in.",
            sortOptions = false)
    static final class Why {
        @Parameters(paramLabel = "LINK|TITLE", arity = "1..*", description = "Its link, its title, or words of it.")
        @Nullable
        List<String> story;

        @Option(names = "--edition", paramLabel = "ID", description = "Such as 2026-11-23-1; the newest printed one.")
        @Nullable
        String edition;

        @Option(names = "--json", description = "The editor's decision as JSON, with what follows from it.")
        boolean json;
    }

    /** {@code runs}. */
    @Command(name = "runs", description = "List the editions of the paper, newest first.", sortOptions = false)
    static final class Runs {
        @Option(names = "--limit", paramLabel = "N", description = "The most that are listed; 20.")
        int limit = 20;

        @Option(names = "--json", description = "As JSON.")
        boolean json;
    }

    /** {@code status}. */
    @Command(
            name = "status",
            description = "Show what lies in the newsroom: entries, feeds, domains, texts, editions.",
            sortOptions = false)
    static final class Status {
        @Option(names = "--json", description = "As JSON.")
        boolean json;
    }

    /** {@code prune}. */
    @Command(name = "prune", description = "Forget what no paper needs any more.", sortOptions = false)
    static final class Prune {
        @Option(names = "--dry-run", description = "Only tell what would be forgotten.")
        boolean dryRun;

        @Option(names = "--json", description = "As JSON.")
        boolean json;
    }

    /** {@code feed}. */
    @Command(name = "feed", description = "Show what the press makes of feeds, as JSON.", sortOptions = false)
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

        @Option(names = "--table", description = "As a table to read instead of JSON.")
        boolean table;
    }

    /** {@code feeds}. */
    @Command(name = "feeds", description = "List the feeds of the paper.", sortOptions = false)
    static final class Feeds {
        @Option(
                names = "--export",
                paramLabel = "FILE.opml",
                description = "Write the list as OPML, for other feed readers and for press.feeds.file.")
        @Nullable
        Path export;
    }

    /** {@code article}. */
    @Command(
            name = "article",
            description = "Show as JSON the text the press would print of pages.",
            sortOptions = false)
    static final class Article {
        @Parameters(
                paramLabel = "URL|FILE|FOLDER",
                arity = "1..*",
                description = "Pages, on the web or saved as .html or .html.gz; folders of them.")
        @Nullable
        List<String> pages;

        @Option(
                names = "--url",
                paramLabel = "URL",
                description =
                        "Where the saved page came from; what press.enhancer.domain says of its site then counts.")
        @Nullable
        String url;
    }

    /** {@code bench}. */
    @Command(
            name = "bench",
            description = "Measure one by one, all at once and politely against the built-in newsstand.",
            sortOptions = false)
    static final class Bench {
        @Option(
                names = "--scenario",
                paramLabel = "a|b|c|d|e",
                converter = ScenarioConverter.class,
                description = {
                    "Instead of the feed list of the settings: a, b: 26 feeds, 3 or 24 of 36 articles on the spaced domain;",
                    "c: 576, 96 on eight spaced domains first; d: 300 on 60 spaced domains (Zipf); e: 5,000 on 2,000."
                })
        @Nullable
        Scenario scenario;

        @Option(names = "--feeds", paramLabel = "N", description = "So many invented feeds, every domain spaced.")
        @Nullable
        Integer feeds;

        @Option(
                names = "--domains",
                paramLabel = "M",
                description = "Domains of the invented feeds; one for each feed.")
        @Nullable
        Integer domains;

        @Option(names = "--zipf", description = "Few domains have many of the invented feeds, many have few.")
        boolean zipf;

        @Option(names = "--slots", paramLabel = "S", description = "Requests at once; press.slots.")
        @Nullable
        Integer slots;

        @Option(
                names = "--interval",
                paramLabel = "TIME",
                converter = DeadlineConverter.class,
                description = "Between two requests to a spaced domain; 2s.")
        @Nullable
        Duration interval;

        @Option(
                names = "--modes",
                split = ",",
                paramLabel = "MODE",
                converter = ModeConverter.class,
                description = "Of sequential, unsafe and polite, with commas between; all, with a scenario polite.")
        @Nullable
        List<Mode> modes;

        @Option(names = "--json", description = "The figures as JSON, with every domain and request.")
        boolean json;

        @Option(names = "--svg", paramLabel = "FILE", description = "Draw who was asked when.")
        @Nullable
        Path svg;
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

    /** A scenario by its letter, in any case. */
    static final class ScenarioConverter implements ITypeConverter<Scenario> {
        @Override
        public Scenario convert(String text) {
            for (Scenario scenario : Scenario.values()) {
                if (scenario.name().equalsIgnoreCase(text.strip())) {
                    return scenario;
                }
            }
            throw new TypeConversionException("expected a, b, c, d or e, but found '" + text + "'");
        }
    }

    /** A way to fetch by its name, in any case. */
    static final class ModeConverter implements ITypeConverter<Mode> {
        @Override
        public Mode convert(String text) {
            for (Mode mode : Mode.values()) {
                if (mode.name().equalsIgnoreCase(text.strip())) {
                    return mode;
                }
            }
            throw new TypeConversionException("expected sequential, unsafe or polite, but found '" + text + "'");
        }
    }

    /** One of the papers that come with the program. */
    static final class PaperConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (Papers.NAMES.contains(text)) {
                return text;
            }
            throw new TypeConversionException("expected one of " + String.join(", ", Papers.NAMES) + ", but found '"
                    + text + "'; a paper of your own is a file and goes with --settings FILE");
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
