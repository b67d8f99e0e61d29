package press.parallel.newsstand;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import press.parallel.Feed;

/**
 * The day's invented events of one theme and who tells of them. The same day and feeds give the same events; only their times follow the
 * clock: most within a day, some two or three days old.
 */
final class Wire {
    /** Where links go when a theme has no publisher of its own. */
    private static final String STOPGAP = "www.parallel-wire.example";
    /** One event in so many is told by several publishers. */
    private static final int SHARED_ONE_IN = 4;

    /** Lists of towns and names hold more values than this; then they are shuffled anew. */
    private static final int LIST_LASTS = 20;

    private static final double RECENT_SHARE = 0.84;

    private final Theme theme;
    private final Grammar grammar;
    private final LocalDate day;
    private final Instant now;
    private final Map<String, List<Report>> byPublisher = new LinkedHashMap<>();
    private final Set<URI> links = new HashSet<>();

    /** @param publishers feeds that print articles of their own */
    Wire(Theme theme, List<Feed> publishers, Instant now) {
        this.theme = theme;
        this.grammar = Grammar.of(theme);
        this.now = now;
        this.day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (Feed feed : publishers) {
            byPublisher.put(articleHost(feed.address()), new ArrayList<>());
        }
        if (byPublisher.isEmpty()) {
            byPublisher.put(STOPGAP, new ArrayList<>());
        }
        List<List<String>> events = tellers();
        List<Grammar.Plot> plots = List.of();
        for (int i = 0; i < events.size(); i++) {
            int turn = i % grammar.plots().size();
            if (turn == 0) {
                plots = new ArrayList<>(grammar.plots());
                Collections.shuffle(plots, Seed.random(day, theme, "plots", i));
            }
            happen(i / plots.size(), age(i, events.size()), plots.get(turn), events.get(i));
        }
        byPublisher
                .values()
                .forEach(reports ->
                        reports.sort(Comparator.comparing(Report::published).reversed()));
    }

    /** What a publisher prints, newest first. */
    List<Report> of(Feed publisher) {
        return List.copyOf(byPublisher.getOrDefault(articleHost(publisher.address()), List.of()));
    }

    List<Report> all() {
        return byPublisher.values().stream().flatMap(List::stream).toList();
    }

    /** What a collecting site links to: 12 to 24 reports of different events, newest first. */
    List<Report> pickedBy(Feed collector) {
        Random dice = Seed.random(day, collector.address(), "picks");
        List<Report> candidates = new ArrayList<>(all());
        Collections.shuffle(candidates, dice);
        int wanted = 12 + dice.nextInt(13);
        Set<Telling.Facts> known = new HashSet<>();
        List<Report> picked = new ArrayList<>();
        for (Report report : candidates) {
            if (picked.size() < wanted && known.add(report.facts())) {
                picked.add(report);
            }
        }
        picked.sort(Comparator.comparing(Report::published).reversed());
        return picked;
    }

    Grammar grammar() {
        return grammar;
    }

    LocalDate day() {
        return day;
    }

    Instant now() {
        return now;
    }

    /** Who tells of which event: the emptiest paper takes the next one, and now and then others join. */
    private List<List<String>> tellers() {
        Random dice = Seed.random(day, theme, "tellers");
        Map<String, Integer> room = new LinkedHashMap<>();
        byPublisher.keySet().forEach(host -> room.put(host, 12 + dice.nextInt(9)));
        List<List<String>> events = new ArrayList<>();
        while (!room.isEmpty()) {
            List<String> hosts = new ArrayList<>(room.keySet());
            Collections.shuffle(hosts, dice);
            hosts.sort(Comparator.comparing((String host) -> room.getOrDefault(host, 0))
                    .reversed());
            int several = dice.nextInt(SHARED_ONE_IN) == 0 ? 2 + dice.nextInt(2) : 1;
            List<String> tellers = List.copyOf(hosts.subList(0, Math.min(several, hosts.size())));
            tellers.forEach(host -> room.computeIfPresent(host, (name, left) -> left == 1 ? null : left - 1));
            events.add(tellers);
        }
        Collections.shuffle(events, dice);
        return events;
    }

    private Duration age(int index, int events) {
        double place = (index + 0.5) / events;
        long minutes = place < RECENT_SHARE
                ? 12 + Math.round(26 * 60 * Math.pow(place / RECENT_SHARE, 1.4))
                : 50 * 60 + Math.round(26 * 60 * (place - RECENT_SHARE) / (1 - RECENT_SHARE));
        return Duration.ofMinutes(minutes);
    }

    private void happen(int turn, Duration age, Grammar.Plot plot, List<String> tellers) {
        Telling.Facts facts = new Telling.Facts(Seed.of(day, theme, plot.name(), turn / LIST_LASTS), turn);
        List<String> headlines = plot.lines('H');
        String headline = headlines.get(turn % headlines.size());
        for (String host : tellers) {
            Random dice = Seed.random(facts, host);
            Telling telling = new Telling(grammar, plot, facts, dice.nextLong());
            String told = telling.tell(headline);
            String author = new Telling(grammar, plot, new Telling.Facts(Seed.of(facts, host), 0), 0).tell("[person]");
            Duration later = Duration.ofSeconds(dice.nextInt((int) Math.min(age.toSeconds() - 120, 40 * 60)));
            Report report = new Report(
                    theme,
                    grammar,
                    plot,
                    facts,
                    link(host, told, Seed.of(facts)),
                    told,
                    author,
                    now.minus(age).plus(later).truncatedTo(ChronoUnit.SECONDS));
            byPublisher.getOrDefault(host, new ArrayList<>()).add(report);
        }
    }

    /** Each site has its own way to write addresses. */
    private URI link(String host, String headline, long id) {
        String slug = slug(headline);
        String number = Long.toHexString(id & 0xfffffff | 0x10000000).substring(1);
        String date = day.toString().replace('-', '/');
        String path = switch ((int) Math.floorMod(Seed.of(host, "addresses"), 4L)) {
            case 0 -> date + "/" + theme.file() + "/" + slug + ".html";
            case 1 -> "articles/" + slug + "-" + number;
            case 2 -> theme.file() + "/" + number + "/" + slug;
            default -> date + "/" + slug + "/";
        };
        URI link = URI.create("https://" + host + "/" + path);
        return links.add(link) ? link : URI.create("https://" + host + "/" + number + "/" + slug);
    }

    static String slug(String headline) {
        String slug =
                headline.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.length() <= 60 ? slug : slug.substring(0, slug.lastIndexOf('-', 60));
    }

    /** Where a publisher's articles stand: not on the host that serves its feed. */
    static String articleHost(URI feed) {
        String name = feed.getHost().toLowerCase(Locale.ROOT).replaceFirst("^(feeds?|rss|www|old)\\.", "");
        if (name.equals("bbci.co.uk")) {
            name = "bbc.co.uk";
        }
        return name.split("\\.").length > 2 && !name.endsWith(".co.uk") ? name : "www." + name;
    }
}
