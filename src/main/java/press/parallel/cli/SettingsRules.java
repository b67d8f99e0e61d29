package press.parallel.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;
import press.parallel.Images;
import press.parallel.Settings;
import press.parallel.Settings.SectionSettings;
import press.parallel.enhancer.SiteRules;

/** What settings of the right type have to mean besides: ranges, names that must fit, files that must be there. */
final class SettingsRules {
    private final Settings settings;
    private final SettingSources sources;
    private final List<String> problems = new ArrayList<>();

    SettingsRules(Settings settings, SettingSources sources) {
        this.settings = settings;
        this.sources = sources;
    }

    /** One line each. */
    List<String> problems() {
        sections();
        numbers();
        times();
        connections();
        theEdition();
        sites();
        files();
        problems.addAll(new EditorRules(settings, sources).problems());
        return List.copyOf(problems);
    }

    /** Key, where it stands, expected, found, what to do. */
    static String problem(String key, String where, String expected, String found, String todo) {
        return Console.clean(key + " (" + where + "): expected " + expected + ", but found "
                + (found.isEmpty() ? "nothing" : "'" + found + "'") + "; " + todo);
    }

    private void expect(boolean right, String key, String expected, Object found, String todo) {
        if (!right) {
            problems.add(problem(key, sources.where(key), expected, String.valueOf(found), todo));
        }
    }

    private void sections() {
        List<String> named = settings.sections();
        Set<String> seen = new HashSet<>();
        for (String id : named) {
            expect(seen.add(id), "press.sections", "each section once", id, "name it once");
            expect(id.matches("[A-Za-z0-9_-]+"), "press.sections", "ids of letters, digits and '-'", id, "rename it");
            String feeds = "press.section." + id + ".feeds";
            SectionSettings section = settings.section().get(id);
            boolean hasFeeds = section != null && section.feeds().isPresent();
            boolean hasKeywords = section != null && section.keywords().isPresent();
            if (!hasFeeds && !hasKeywords && settings.feeds().file().isEmpty()) {
                problems.add(
                        "press.sections (" + sources.where("press.sections") + "): expected settings for section '" + id
                                + "', but found no " + feeds + " and no keywords; add them, and press.section." + id
                                + ".title, or take '" + id + "' out");
            }
        }
        settings.section().forEach((id, section) -> section(id, section, named.contains(id)));
    }

    private void section(String id, SectionSettings section, boolean named) {
        String prefix = "press.section." + id + ".";
        Stream.of("title", "feeds", "keywords", "size", "min-score", "max-per-source")
                .map(prefix::concat)
                .filter(key -> !named && sources.value(key).isPresent() && !isOfAPaper(id))
                .findFirst()
                .ifPresent(key -> problems.add(
                        key + " (" + sources.where(key) + "): expected a section of press.sections, but '" + id
                                + "' is none of " + settings.sections() + "; add it there or remove its settings"));
        expect(section.size() >= 1, prefix + "size", "1 or more", section.size(), "give it room for a story");
        expect(section.minScore() >= 0, prefix + "min-score", "0 or more", section.minScore(), "0 prints every story");
        Set<String> seen = new HashSet<>();
        for (String feed : section.feeds().orElse(List.of())) {
            String address = feed.strip();
            expect(
                    isWebAddress(address),
                    prefix + "feeds",
                    "addresses that begin with https:// or http://",
                    address,
                    "write the feed's whole address");
            expect(seen.add(address), prefix + "feeds", "each feed once", address, "remove the second");
        }
    }

    /** A section of another paper, such as the default one, may keep its settings. */
    private boolean isOfAPaper(String id) {
        return sources.sectionsOfAnyPaper().contains(id);
    }

    private void numbers() {
        atLeast("press.slots", settings.slots(), 1);
        atLeast("press.politeness.in-flight", settings.politeness().inFlight(), 1);
        settings.politeness()
                .domain()
                .forEach((domain, own) ->
                        own.inFlight().ifPresent(count -> atLeast(domainKey(domain) + ".in-flight", count, 1)));
        atLeast("press.web.max-redirects", settings.web().maxRedirects(), 0);
        atLeast("press.web.max-body", settings.web().maxBody().asLongValue(), 1);
        atLeast("press.enhancer.min-words", settings.enhancer().minWords(), 0);
        atLeast("press.printer.image-bytes", settings.printer().imageBytes().asLongValue(), 1);
        atLeast("press.printer.images-per-edition", settings.printer().imagesPerEdition(), 0);
        String images = settings.printer().images();
        expect(
                Images.parse(images).isPresent(),
                "press.printer.images",
                Images.EXPECTED,
                images,
                "lead is the usual one");
        int port = settings.serve().port();
        expect(port >= 0 && port <= 65535, "press.serve.port", "a port from 0 to 65535", port, "8480 is the usual one");
    }

    private void atLeast(String key, long value, long least) {
        expect(value >= least, key, least + " or more", value, "raise it");
    }

    private void times() {
        notNegative("press.politeness.interval", settings.politeness().interval());
        notNegative("press.politeness.margin", settings.politeness().margin());
        notNegative("press.politeness.gather", settings.politeness().gather());
        settings.politeness()
                .domain()
                .forEach((domain, own) ->
                        own.interval().ifPresent(interval -> notNegative(domainKey(domain) + ".interval", interval)));
        notNegative("press.fetcher.poll-floor", settings.fetcher().pollFloor());
        atLeast("press.fetcher.max-entries", settings.fetcher().maxEntries(), 1);
        someTime("press.fetcher.look", settings.fetcher().look());
        notNegative("press.enhancer.retry-after", settings.enhancer().retryAfter());
        notNegative("press.printer.image-wait", settings.printer().imageWait());
        someTime("press.web.connect-timeout", settings.web().connectTimeout());
        someTime("press.web.response-timeout", settings.web().responseTimeout());
        someTime("press.web.total-timeout", settings.web().totalTimeout());
        someTime("press.edition.deadline", settings.edition().deadline());
        someTime("press.editor.window", settings.editor().window());
        settings.newsroom().keep().ifPresent(keep -> someTime("press.newsroom.keep", keep));
    }

    private static String domainKey(String domain) {
        return "press.politeness.domain." + quoted(domain);
    }

    private static String quoted(String domain) {
        return domain.contains(".") ? "\"" + domain + "\"" : domain;
    }

    private void notNegative(String key, Duration value) {
        expect(!value.isNegative(), key, "zero or more", sources.value(key).orElse("" + value), "0s switches it off");
    }

    private void someTime(String key, Duration value) {
        expect(
                value.compareTo(Duration.ZERO) > 0,
                key,
                "more than 0s",
                sources.value(key).orElse("" + value),
                "give it some time, such as 30s");
    }

    private void connections() {
        for (String entry : settings.web().allow().orElse(List.of())) {
            URI address = uri("http://" + entry.strip());
            expect(
                    address != null && address.getHost() != null && address.getPort() > 0,
                    "press.web.allow",
                    "host:port, such as 127.0.0.1:8900",
                    entry,
                    "add the port");
        }
        settings.web()
                .proxy()
                .ifPresent(proxy -> expect(
                        isProxy(proxy),
                        "press.web.proxy",
                        "http://host:port",
                        proxy,
                        "write it as in http://127.0.0.1:3128"));
        if (settings.newsroom().postgresql()) {
            String url = settings.newsroom().url().orElse("");
            expect(
                    url.startsWith("jdbc:postgresql:"),
                    "press.newsroom.url",
                    "the database's address, since press.newsroom.postgresql is true",
                    url,
                    "write it as in jdbc:postgresql://localhost:5432/press");
        }
    }

    private void theEdition() {
        expect(
                Papers.isId(settings.paper()),
                "press.paper",
                "letters (a to z), digits and '-', and no name of an edition's folder",
                settings.paper(),
                "name the paper with a line such as 'press.paper = garden'");
        String zone = settings.timeZone();
        expect(
                isZone(zone),
                "press.time-zone",
                "'system' or a name such as Europe/Berlin",
                zone,
                "see the IANA time zone names");
        String share = settings.edition().fetchShare().strip();
        expect(
                share.matches("(?:100|[1-9][0-9]?)\\s*%"),
                "press.edition.fetch-share",
                "1% to 100%",
                share,
                "write it as in 75%");
        String cron = settings.edition().cron().strip();
        expect(
                cron.equals("off") || CronExpression.isValidExpression(cron),
                "press.edition.cron",
                "'off' or a Quartz cron expression (second minute hour day month weekday, one of the days '?')",
                cron,
                "every morning at six is 0 0 6 * * ?");
    }

    private void sites() {
        settings.enhancer().domain().forEach((domain, site) -> {
            String key = "press.enhancer.domain." + quoted(domain);
            site.select().ifPresent(selector -> selector(key + ".select", selector));
            site.remove().ifPresent(selector -> selector(key + ".remove", selector));
            site.nextPage().ifPresent(selector -> selector(key + ".next-page", selector));
        });
    }

    private void selector(String key, String selector) {
        SiteRules.flaw(selector)
                .ifPresent(flaw -> problems.add(Console.clean(
                        key + " (" + sources.where(key) + "): expected a CSS selector such as 'div.story > p', but "
                                + flaw + "; try it with article")));
    }

    private void files() {
        settings.feeds().file().ifPresent(file -> {
            Path resolved = sources.folder().resolve(file).toAbsolutePath().normalize();
            String found = !Files.exists(resolved)
                    ? "nothing at " + resolved
                    : (Files.isDirectory(resolved) ? "a folder at " : "no permission to read ") + resolved;
            if (!Files.isRegularFile(resolved) || !Files.isReadable(resolved)) {
                problems.add("press.feeds.file (" + sources.where("press.feeds.file")
                        + "): expected a feed list that can be read, but found " + found + "; correct the path");
            }
        });
        writable("press.printer.output", settings.printer().output());
        if (!settings.newsroom().postgresql()) {
            Path file = sources.folder().resolve(settings.newsroom().file()).toAbsolutePath();
            expect(
                    !Files.isDirectory(file),
                    "press.newsroom.file",
                    "a file",
                    file + " (a folder)",
                    "name a file in it");
            Path parent = file.getParent();
            if (parent != null) {
                writable("press.newsroom.file", parent);
            }
        }
    }

    private void writable(String key, Path given) {
        Path folder = sources.folder().resolve(given).toAbsolutePath().normalize();
        Path there = folder;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        String why = !Files.isDirectory(there)
                ? " is a file"
                : Files.isWritable(there) ? "" : " is closed to writing for this user";
        if (!why.isEmpty()) {
            problems.add(key + " (" + sources.where(key) + "): expected a folder that can be written, '" + folder
                    + "', but " + (there.equals(folder) ? "it" : "'" + there + "'") + why + "; name another");
        }
    }

    private static boolean isZone(String zone) {
        try {
            return zone.equals("system") || !ZoneId.of(zone).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isWebAddress(String text) {
        URI uri = uri(text);
        return uri != null
                && uri.getHost() != null
                && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isProxy(URI proxy) {
        String path = proxy.getPath();
        return "http".equals(proxy.getScheme())
                && proxy.getHost() != null
                && proxy.getPort() > 0
                && (path == null || path.isEmpty() || path.equals("/"));
    }
}
