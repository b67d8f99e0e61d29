package press.parallel.jar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.Feed;
import press.parallel.newsstand.Arrival;
import press.parallel.newsstand.Newsstand;
import press.parallel.newsstand.Options;

/** The whole press in its jar, against a newsstand in another process: politeness is asserted by the server. */
class PrintIT {
    private static final Duration INTERVAL = Duration.ofMillis(300);
    private static final List<String> FEEDS = List.of(
            "https://rss.nytimes.com/services/xml/rss/nyt/HomePage.xml news",
            "https://feeds.bbci.co.uk/news/world/rss.xml news",
            "https://www.theverge.com/rss/index.xml tech",
            "https://hnrss.org/frontpage tech",
            "https://old.reddit.com/r/technology.json tech",
            "https://www.espn.com/espn/rss/news sports",
            "https://old.reddit.com/r/nfl.json sports",
            "https://old.reddit.com/r/nba.json sports",
            "https://variety.com/feed culture",
            "https://old.reddit.com/r/books.json culture");

    @TempDir
    Path folder;

    private Newsstand newsstand(List<String> feeds, double speed) {
        List<Feed> list = new ArrayList<>();
        for (String line : feeds) {
            String[] parts = line.split(" ");
            list.add(new Feed(URI.create(parts[0]), parts[1], list.size()));
        }
        return Newsstand.open(
                list, InstantSource.system(), Options.quick(speed, INTERVAL).strictEverywhere(INTERVAL));
    }

    private void settings(List<String> feeds, Newsstand stand, String... more) throws IOException {
        Files.write(folder.resolve("feeds.txt"), feeds);
        List<String> lines = new ArrayList<>(List.of(
                "press.feeds.file = feeds.txt",
                "press.web.proxy = " + stand.proxy(),
                "press.web.proxy-tunnel = false",
                "press.politeness.interval = " + INTERVAL.toMillis() + "ms",
                // Wide, for the newsstand's own threads may read a request late where tests share two cores.
                "press.politeness.margin = 100ms"));
        lines.addAll(List.of(more));
        Files.write(folder.resolve("application.properties"), lines);
    }

    private static boolean isArticle(Arrival arrival) {
        return FEEDS.stream().noneMatch(feed -> feed.startsWith("https://" + arrival.host() + arrival.path()));
    }

    private JsonNode edition() throws IOException {
        return edition("editions");
    }

    private JsonNode edition(String output) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(folder.resolve(output).resolve("latest/edition.json")));
    }

    @Test
    void theDemoPrintsAWholeEditionAndNothingIsRefused() throws Exception {
        try (PressProcess press = PressProcess.start(folder, "demo", "--progress=plain")) {
            assertThat(press.exitStatus()).as(press.err()).isZero();
            assertThat(press.out()).contains(" 0 refused").contains("36 stories");
            assertThat(press.err()).doesNotContain("Exception").doesNotContain("\tat ");
        }
        Path latest = folder.resolve("demo/editions/latest");
        assertThat(Files.readString(latest.resolve("index.html")))
                .contains("The Parallel Press")
                .doesNotContain("<script");
        JsonNode edition =
                new ObjectMapper().readTree(latest.resolve("edition.json").toFile());
        assertThat(edition.path("feeds")).hasSize(26);
        assertThat(edition.path("losses")).isEmpty();
        assertThat(edition.findValues("complete")).hasSize(36).allMatch(JsonNode::booleanValue);
        assertThat(edition.path("numbers").path("fresh").asInt())
                .isLessThanOrEqualTo(edition.path("numbers").path("scanned").asInt());
    }

    @Test
    void twoRunsAreSpacedAtTheServerAndTheSecondFetchesNoPageAgain() throws Exception {
        try (Newsstand stand = newsstand(FEEDS, 20)) {
            settings(FEEDS, stand, "press.editor.repeat = always");
            try (PressProcess first = PressProcess.start(folder, "print")) {
                assertThat(first.exitStatus()).as(first.err()).isZero();
            }
            Set<String> links = links();
            long pages = stand.arrivals().stream().filter(PrintIT::isArticle).count();
            try (PressProcess second = PressProcess.start(folder, "print")) {
                assertThat(second.exitStatus()).as(second.err()).isZero();
            }
            assertThat(stand.arrivals().stream().filter(PrintIT::isArticle).count())
                    .isEqualTo(pages);
            assertThat(links()).isEqualTo(links);
            try (PressProcess third = PressProcess.start(folder, "print", "-Dpress.editor.repeat=never")) {
                assertThat(third.exitStatus()).as(third.err()).isZero();
            }
            assertThat(links()).isNotEmpty().doesNotContainAnyElementsOf(links);
            assertThat(stand.tally().refused()).isZero();
            assertThat(stand.tally().maxInFlight()).isLessThanOrEqualTo(10);
            assertThat(stand.tally().smallestGaps().values()).allMatch(gap -> gap.compareTo(INTERVAL) >= 0);
        }
        try (Stream<Path> editions = Files.list(folder.resolve("editions"))) {
            assertThat(editions.map(path -> path.getFileName().toString()).filter(name -> !name.startsWith(".")))
                    .hasSize(4)
                    .contains("latest");
        }
    }

    /** Of the newest edition's stories. */
    private Set<String> links() throws IOException {
        Set<String> links = new HashSet<>();
        for (JsonNode section : edition("editions").path("sections")) {
            section.path("stories")
                    .forEach(story -> links.add(story.path("link").asText()));
        }
        return links;
    }

    /** By file, then by profile; what the folder's own settings say of the web holds for both. */
    @Test
    void severalPapersStandSideBySide() throws Exception {
        try (Newsstand stand = newsstand(FEEDS, 20)) {
            settings(FEEDS, stand, "press.printer.output = news", "%roses.press.title = The Rose Garden");
            Files.write(
                    folder.resolve("my tech.properties"),
                    List.of(
                            "press.title = Machines",
                            "press.feeds.file =",
                            "press.sections = machines",
                            "press.section.machines.feeds = https://hnrss.org/frontpage",
                            "press.section.machines.size = 3"));
            try (PressProcess press = PressProcess.start(folder, "print", "--settings", "my tech.properties")) {
                assertThat(press.exitStatus()).as(press.err()).isZero();
            }
            try (PressProcess press = PressProcess.start(folder, "-Dquarkus.profile=roses", "print")) {
                assertThat(press.exitStatus()).as(press.err()).isZero();
            }
            assertThat(stand.tally().refused()).isZero();
        }
        JsonNode machines = edition("news/my-tech");
        assertThat(machines.path("title").asText()).isEqualTo("Machines");
        assertThat(machines.path("sections").findValuesAsText("id")).contains("machines");
        assertThat(machines.path("feeds")).hasSize(1);
        assertThat(edition("news/roses").path("title").asText()).isEqualTo("The Rose Garden");
        assertThat(edition("news/roses").path("feeds")).hasSameSizeAs(FEEDS);
    }

    @Test
    void questionsAreAnsweredWithoutARequestAndNothingIsWritten() throws Exception {
        try (Newsstand stand = newsstand(FEEDS, 20)) {
            settings(FEEDS, stand);
            try (PressProcess print = PressProcess.start(folder, "print")) {
                assertThat(print.exitStatus()).as(print.err()).isZero();
            }
            askAboutTheEdition(stand);
        }
    }

    private void askAboutTheEdition(Newsstand stand) throws Exception {
        int asked = stand.arrivals().size();
        Path database = folder.resolve("newsroom/newsroom.db");
        byte[] before = Files.readAllBytes(database);
        JsonNode story = edition().path("sections").get(0).path("stories").get(0);

        assertThat(answer("runs").lines()).hasSize(2);
        assertThat(answer("status")).contains("newsroom 'newsroom/newsroom.db' (SQLite, ", "1 edition printed");
        assertThat(answer("why", story.path("link").asText()))
                .contains(story.path("title").asText(), "printed as number 1 of ");
        JsonNode why = new ObjectMapper()
                .readTree(answer("why", "--json", story.path("title").asText()));
        assertThat(why.path("why").path("story").path("score").asLong())
                .isEqualTo(story.path("score").asLong());
        assertThat(answer("prune", "--dry-run")).contains("would forget", "in all");
        assertThat(answer("check", "--dry-run"))
                .contains("settings and routes are in order", "chosen again by the settings of now: nothing changes");
        assertThat(answer("check", "--dry-run", "-Dpress.section.news.size=1")).contains("  out  ");

        assertThat(stand.arrivals()).hasSize(asked);
        assertThat(Files.readAllBytes(database)).as("nothing is written").isEqualTo(before);
    }

    private String answer(String... arguments) throws Exception {
        try (PressProcess press = PressProcess.start(folder, arguments)) {
            assertThat(press.exitStatus()).as(press.err()).isZero();
            assertThat(press.err()).isEmpty();
            return press.out();
        }
    }

    @Test
    void aKilledRunGoesOnWhereItWas() throws Exception {
        try (Newsstand stand = newsstand(FEEDS, 2)) {
            settings(FEEDS, stand);
            try (PressProcess killed = PressProcess.start(folder, "print")) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> stand.arrivals().stream()
                                        .filter(PrintIT::isArticle)
                                        .count()
                                >= 4);
                killed.kill();
            }
            int before = stand.arrivals().size();
            try (PressProcess again = PressProcess.start(folder, "print")) {
                assertThat(again.exitStatus()).as(again.err()).isZero();
            }
            Map<String, Long> asked = stand.arrivals().stream()
                    .collect(Collectors.groupingBy(arrival -> arrival.host() + arrival.path(), Collectors.counting()));
            long twice = asked.values().stream().filter(times -> times > 1).count();
            assertThat(twice)
                    .as("only what was under way at the kill may be asked again")
                    .isLessThanOrEqualTo(10);
            assertThat(stand.arrivals()).hasSizeGreaterThan(before);
            assertThat(stand.tally().refused())
                    .as("the clocks outlive the process")
                    .isZero();
        }
        assertThat(edition().path("number").asInt()).isEqualTo(1);
        List<String> stories = new ArrayList<>();
        edition()
                .path("sections")
                .forEach(section -> section.path("stories")
                        .forEach(story -> stories.add(story.path("link").asText())));
        assertThat(stories).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void anotherFloorInTheThrottleActsInTheMiddleOfARun() throws Exception {
        List<String> feeds = Stream.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")
                .map(name -> "https://old.reddit.com/r/" + name + ".json news")
                .toList();
        try (Newsstand stand = newsstand(feeds, 20)) {
            settings(feeds, stand, "press.politeness.floor-millis = 300", "press.section.news.size = 1");
            Path routes = Files.createDirectory(folder.resolve("routes"));
            try (Stream<Path> files = Files.list(Path.of("routes"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, routes.resolve(file.getFileName()));
                }
            }
            Path politeness = routes.resolve("politeness.camel.yaml");
            String text = Files.readString(politeness);
            try (PressProcess press = PressProcess.start(folder, "print", "--progress=none")) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> stand.arrivals().size() >= 3);
                Files.write(politeness, "- route:\n    id: broken\n    from: [".getBytes(UTF_8));
                await().atMost(Duration.ofSeconds(10)).until(() -> press.err().contains("politeness.camel.yaml:"));
                Files.writeString(politeness, text.replace("\"{{press.politeness.floor-millis}}\"", "\"1200\""));
                await().atMost(Duration.ofSeconds(10)).until(() -> press.err().contains("swapped fetch-politely"));
                int atSwap = stand.arrivals().size();
                assertThat(press.exitStatus()).as(press.err()).isZero();

                List<Long> at = stand.arrivals().stream()
                        .filter(arrival -> arrival.path().endsWith(".json"))
                        .map(Arrival::nanos)
                        .toList();
                assertThat(at).as("nothing waiting was lost").hasSize(10);
                assertThat(stand.tally().refused()).as("the clocks stay").isZero();
                assertThat(Duration.ofNanos(at.get(1) - at.get(0))).isBetween(INTERVAL, Duration.ofMillis(900));
                for (int i = atSwap + 1; i < at.size(); i++) {
                    assertThat(Duration.ofNanos(at.get(i) - at.get(i - 1)))
                            .isGreaterThanOrEqualTo(Duration.ofMillis(1100));
                }
            }
        }
        assertThat(edition().path("feeds").findValuesAsText("status")).containsOnly("ok");
    }

    @Test
    void aPressThatIsToldToStopEndsQuietlyAndTheNextGoesOn() throws Exception {
        try (Newsstand stand = newsstand(FEEDS, 2)) {
            settings(FEEDS, stand);
            try (PressProcess stopped = PressProcess.start(folder, "print", "--progress=none")) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> stand.arrivals().size() >= 5);
                stopped.stop();
                assertThat(stopped.exitStatus()).isNotZero();
                assertThat(stopped.err().strip().lines()).hasSize(1);
            }
            try (PressProcess again = PressProcess.start(folder, "print")) {
                assertThat(again.exitStatus()).as(again.err()).isZero();
            }
        }
    }

    @Test
    void withoutAnyFeedNothingIsPrintedAndTheReasonIsOneLine() throws Exception {
        Files.write(
                folder.resolve("application.properties"),
                List.of(
                        "press.sections = news",
                        "press.section.news.feeds = http://127.0.0.1:1/feed",
                        "press.web.allow = 127.0.0.1:1"));
        try (PressProcess press = PressProcess.start(folder, "print", "--progress=none")) {
            assertThat(press.exitStatus()).isEqualTo(1);
            assertThat(press.err()).contains("none of the 1 feed could be had").doesNotContain("\tat ");
        }
        assertThat(folder.resolve("editions/latest")).doesNotExist();
    }
}
