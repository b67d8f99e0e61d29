package press.parallel.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import press.parallel.bench.BenchOrder;
import press.parallel.bench.Mode;

/** Reads the arguments: what is asked for, or why that cannot be told. Starts nothing. */
final class Usage {
    /**
     * What came of reading.
     *
     * @param invocation null when the call is over already
     * @param exit then its exit status
     */
    record Read(@Nullable Invocation invocation, int exit) {}

    /** More than a press on one machine is made for. */
    private static final int MOST_FEEDS = 100_000;

    private static final int MOST_SLOTS = 1_000;

    private static final int MOST_RUNS = 100_000;

    private Usage() {}

    /** Help and version go to {@code out}; wrong usage to {@code err}, as one line and a hint. */
    static Read read(Console console, String... args) {
        Commands.Root root = new Commands.Root();
        CommandLine line = new CommandLine(root);
        try {
            ParseResult parsed = line.parseArgs(args);
            for (CommandLine each : parsed.asCommandLineList()) {
                if (each.isUsageHelpRequested()) {
                    console.out().print(help(each));
                    return new Read(null, 0);
                }
                if (each.isVersionHelpRequested()) {
                    each.printVersionHelp(console.out());
                    return new Read(null, 0);
                }
            }
            Verb verb = parsed.hasSubcommand() ? verb(parsed.subcommand()) : new Verb.Serve();
            PaperChoice paper = new PaperChoice(root.settings, root.paper);
            return new Read(new Invocation(verb, paper, root.progress, root.debug, Map.copyOf(root.properties)), 0);
        } catch (ParameterException e) {
            console.say(sentence(e));
            console.say("'" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' shows what there is");
            return new Read(null, 2);
        }
    }

    /** Settings are written {@code -Dkey=value}; picocli shows {@code -D=key=value}. */
    private static String help(CommandLine line) {
        return line.getUsageMessage(CommandLine.Help.Ansi.OFF)
                .replace("-D=key=value]", "-Dkey=value]")
                .replace("-D=key=value ", "-Dkey=value  ");
    }

    private static Verb verb(ParseResult parsed) {
        Object command = parsed.commandSpec().userObject();
        CommandLine line = parsed.commandSpec().commandLine();
        if (command instanceof Commands.Print print) {
            return new Verb.Print(new PrintOrder(print.deadline, print.output, false));
        }
        if (command instanceof Commands.Demo demo) {
            return new Verb.Print(new PrintOrder(demo.deadline, demo.output, true));
        }
        if (command instanceof Commands.Bench bench) {
            return bench(line, bench);
        }
        if (command instanceof Commands.Feed feed) {
            return feed(line, feed);
        }
        if (command instanceof Commands.Feeds feeds) {
            return new Verb.Feeds(feeds.export);
        }
        if (command instanceof Commands.Article article) {
            List<String> pages = Objects.requireNonNull(article.pages);
            List<Path> files = files(line, pages, true);
            if (article.url != null && (pages.size() > 1 || files.size() != 1 || Files.isDirectory(files.get(0)))) {
                throw new ParameterException(line, "article: --url speaks of exactly one FILE");
            }
            return new Verb.Article(urls(pages), files, origin(line, article.url));
        }
        if (command instanceof Commands.Check check) {
            if (check.json && !check.dryRun) {
                throw new ParameterException(line, "check: --json shows what --dry-run finds; say --dry-run too");
            }
            return new Verb.Check(check.dryRun, check.json);
        }
        return ofTheNewsroom(line, command);
    }

    private static Verb ofTheNewsroom(CommandLine line, Object command) {
        if (command instanceof Commands.Why why) {
            String story = String.join(" ", Objects.requireNonNull(why.story)).strip();
            if (story.isEmpty()) {
                throw new ParameterException(line, "why: expected a link or a title, but found nothing");
            }
            return new Verb.Why(story, why.edition, why.json);
        }
        if (command instanceof Commands.Runs runs) {
            return new Verb.Runs(within(line, "--limit", runs.limit, 1, MOST_RUNS), runs.json);
        }
        if (command instanceof Commands.Status status) {
            return new Verb.Status(status.json);
        }
        return command instanceof Commands.Prune prune ? new Verb.Prune(prune.dryRun, prune.json) : new Verb.Serve();
    }

    private static Verb bench(CommandLine line, Commands.Bench bench) {
        if (bench.scenario != null && (bench.feeds != null || bench.domains != null || bench.zipf)) {
            throw new ParameterException(
                    line, "bench: --scenario says which feeds there are; leave out --feeds, --domains and --zipf");
        }
        if (bench.feeds == null && (bench.domains != null || bench.zipf)) {
            throw new ParameterException(line, "bench: --domains and --zipf spread invented feeds; say --feeds too");
        }
        int feeds = bench.feeds == null ? 0 : within(line, "--feeds", bench.feeds, 1, MOST_FEEDS);
        int domains = bench.domains == null ? feeds : within(line, "--domains", bench.domains, 1, feeds);
        Integer slots =
                bench.slots == null ? null : Integer.valueOf(within(line, "--slots", bench.slots, 1, MOST_SLOTS));
        List<Mode> modes = bench.modes;
        if (modes == null) {
            modes = bench.scenario == null ? List.of(Mode.values()) : List.of(Mode.POLITE);
        }
        BenchOrder order = new BenchOrder(
                bench.scenario,
                feeds,
                domains,
                bench.zipf,
                bench.interval,
                modes.stream().distinct().toList());
        return new Verb.Bench(order, slots, bench.json, bench.svg);
    }

    private static int within(CommandLine line, String option, int number, int least, int most) {
        if (number < least || number > most) {
            throw new ParameterException(
                    line,
                    option + ": expected a number from " + least + " to " + most + ", but found '" + number + "'");
        }
        return number;
    }

    private static Verb feed(CommandLine line, Commands.Feed feed) {
        List<String> given = feed.feeds == null ? List.of() : feed.feeds;
        if (given.isEmpty() && feed.manifest == null) {
            throw new ParameterException(line, "feed: expected a URL, a FILE or --manifest FILE, but found none");
        }
        List<String> urls = urls(given);
        List<Path> files = files(line, given, false);
        boolean oneFile = urls.isEmpty() && files.size() == 1 && feed.manifest == null;
        if (!oneFile && (feed.url != null || !feed.contentType.isEmpty())) {
            throw new ParameterException(
                    line, "feed: --url and --content-type speak of exactly one FILE; for many use --manifest");
        }
        if (feed.manifest != null) {
            readable(line, feed.manifest, false);
        }
        return new Verb.Feed(urls, files, feed.manifest, origin(line, feed.url), feed.contentType, feed.table);
    }

    private static @Nullable URI origin(CommandLine line, @Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI origin = new URI(url);
            if (isUrl(url) && origin.getHost() != null) {
                return origin;
            }
        } catch (URISyntaxException e) {
            // Told below, as for an address that is not of the web.
        }
        throw new ParameterException(
                line, "--url: expected an address such as https://example.org/feed, but found '" + url + "'");
    }

    private static List<String> urls(List<String> given) {
        return given.stream().filter(Usage::isUrl).toList();
    }

    private static List<Path> files(CommandLine line, List<String> given, boolean folders) {
        List<Path> files = new ArrayList<>();
        for (String each : given) {
            if (!isUrl(each)) {
                Path file = Path.of(each);
                readable(line, file, folders);
                files.add(file);
            }
        }
        return files;
    }

    private static void readable(CommandLine line, Path file, boolean folders) {
        String verb = line.getCommandName();
        if (!Files.exists(file)) {
            throw new ParameterException(
                    line, verb + ": expected a file at '" + file + "', but found none; a URL begins with https://");
        }
        if (Files.isDirectory(file) && !folders) {
            throw new ParameterException(line, verb + ": expected a file, but '" + file + "' is a folder");
        }
        if (!Files.isReadable(file)) {
            throw new ParameterException(line, verb + ": '" + file + "' is not readable for this user");
        }
    }

    private static boolean isUrl(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    /** Those that may be a slip of the fingers; picocli also suggests words that merely begin alike. */
    private static List<String> near(String word, List<String> suggestions) {
        LevenshteinDistance slips = new LevenshteinDistance(Math.max(1, word.length() / 2));
        return suggestions.stream().filter(each -> slips.apply(word, each) >= 0).toList();
    }

    private static String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            List<String> near = word.equals("help") ? List.of("--help") : near(word, unmatched.getSuggestions());
            return "'" + word + "' is no " + (word.startsWith("-") ? "option" : "command or argument") + " here"
                    + (near.isEmpty() ? "" : "; did you mean '" + near.get(0) + "'?");
        }
        return Objects.requireNonNullElse(e.getMessage(), "wrong usage")
                .replaceFirst("^Invalid value for option '([^']+)'[^:]*: ", "$1: ");
    }
}
