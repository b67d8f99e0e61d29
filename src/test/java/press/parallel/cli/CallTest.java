package press.parallel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.parallel.bench.BenchOrder;
import press.parallel.bench.Mode;
import press.parallel.bench.Scenario;

/** What a call of the program comes to before any runtime starts: exit status, standard output, standard error. */
class CallTest {
    @TempDir
    Path folder;

    @Nested
    class WithoutRuntime {
        @ParameterizedTest
        @ValueSource(strings = {"--help", "-h", "print --help", "feed --help", "serve -h"})
        void helpGoesToStandardOutput(String arguments) {
            TestCall call = new TestCall(folder).run(arguments.split(" "));
            assertThat(call.status()).isZero();
            assertThat(call.out()).contains("Usage: parallel-press").contains("--progress");
            assertThat(call.err()).isEmpty();
            assertThat(call.launched()).isNull();
        }

        @Test
        void helpNamesEveryCommand() {
            assertThat(new TestCall(folder).run("--help").out())
                    .contains(
                            "print",
                            "serve",
                            "check",
                            "why",
                            "runs",
                            "status",
                            "prune",
                            "feeds",
                            "feed",
                            "article",
                            "bench",
                            "demo",
                            "Exit status: 0 done")
                    .contains("[-Dkey=value]", "  -Dkey=value ");
        }

        @Test
        void versionIsTheBuilds() {
            TestCall call = new TestCall(folder).run("--version");
            assertThat(call.status()).isZero();
            assertThat(call.out())
                    .matches("(?s)Parallel Press [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)? \\(Java [0-9._]+\\)\\s*");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "pritn                | 'pritn' is no command or argument here; did you mean 'print'?",
                    "help                 | 'help' is no command or argument here; did you mean '--help'?",
                    "quux                 | 'quux' is no command or argument here",
                    "print --deadlin 2m   | '--deadlin' is no option here; did you mean '--deadline'?",
                    "print --deadline soon| --deadline: expected a time such as 90s, 2m or PT2M, longer than 0s, but found 'soon'",
                    "print --deadline -2m | --deadline: expected a time such as 90s, 2m or PT2M, longer than 0s, but found '-2m'",
                    "demo --deadline 0    | --deadline: expected a time such as 90s, 2m or PT2M, longer than 0s, but found '0'",
                    "print --output       | Missing required parameter for option '--output' (DIR)",
                    "print today          | 'today' is no command or argument here",
                    "--progress=loud      | --progress: expected auto, plain or none, but found 'loud'",
                    "feed                 | feed: expected a URL, a FILE or --manifest FILE, but found none",
                    "feed gone.xml        | feed: expected a file at 'gone.xml', but found none; a URL begins with https://",
                    "feed src             | feed: expected a file, but 'src' is a folder",
                    "feed --url http://a.test/ https://b.test/ | feed: --url and --content-type speak of exactly one FILE; for many use --manifest",
                    "bench --scenario f   | --scenario: expected a, b, c, d or e, but found 'f'",
                    "bench --scenario a --feeds 3 | bench: --scenario says which feeds there are; leave out --feeds, --domains and --zipf",
                    "bench --domains 3    | bench: --domains and --zipf spread invented feeds; say --feeds too",
                    "bench --feeds 3 --domains 4 | --domains: expected a number from 1 to 3, but found '4'",
                    "bench --slots 0      | --slots: expected a number from 1 to 1000, but found '0'",
                    "bench --modes rude   | --modes: expected sequential, unsafe or polite, but found 'rude'",
                    "check --json         | check: --json shows what --dry-run finds; say --dry-run too",
                    "why                  | `Missing required parameter: 'LINK|TITLE'`",
                    "why --edition        | Missing required parameter for option '--edition' (ID)",
                    "runs --limit 0       | --limit: expected a number from 1 to 100000, but found '0'",
                    "runs --limit all     | --limit: 'all' is not an int",
                    "runs newest          | 'newest' is no command or argument here",
                    "status --dry-run     | '--dry-run' is no option here",
                    "prune --force        | '--force' is no option here",
                    "article              | `Missing required parameter: 'URL|FILE|FOLDER'`",
                })
        void wrongUsageIsOneLineAndAHint(String arguments, String sentence) {
            TestCall call = new TestCall(folder).run(arguments.split(" "));
            assertThat(call.status()).isEqualTo(2);
            assertThat(call.out()).isEmpty();
            assertThat(call.err().lines()).hasSize(2).first().isEqualTo(sentence);
            assertThat(call.err().lines().toList().get(1)).contains("--help' shows what there is");
            assertThat(call.launched()).isNull();
        }

        @Test
        void savedFeedsAreAnsweredAsJson() throws IOException {
            Path feed = Files.writeString(folder.resolve("a.xml"), "<rss/>");
            TestCall call = new TestCall(folder)
                    .files((files, manifest, url, type) -> JsonNodeFactory.instance
                            .objectNode()
                            .put(files.get(0).getFileName().toString(), url + " " + type + " " + manifest))
                    .run("feed", feed.toString(), "--url", "https://a.test/f", "--content-type", "text/xml");
            assertThat(call.status()).isZero();
            assertThat(call.out()).contains("\"a.xml\" : \"https://a.test/f text/xml null\"");
            assertThat(call.launched()).isNull();
        }

        @Test
        void savedPagesAndFoldersAreAnsweredAsJson() throws IOException {
            Path page = Files.writeString(folder.resolve("a.html"), "<p>a");
            TestCall call = new TestCall(folder).run("article", page.toString(), folder.toString());
            assertThat(call.status()).isZero();
            assertThat(call.out()).isEqualTo("{\"pages\" : 2}");
            assertThat(call.launched()).isNull();
        }

        @Test
        void aPageThatCannotBeReadIsToldAndTheOthersArePrinted() {
            TestCall call = new TestCall(folder)
                    .unread("'b.html.gz': expected gzip, but found text; left out")
                    .run("article", folder.toString());
            assertThat(call.status()).isEqualTo(1);
            assertThat(call.out()).isEqualTo("{\"pages\" : 1}");
            assertThat(call.err()).isEqualToIgnoringNewLines("'b.html.gz': expected gzip, but found text; left out");
        }

        @Test
        void whereASavedFeedCameFromIsAnAddress() throws IOException {
            Path feed = Files.writeString(folder.resolve("a.xml"), "<rss/>");
            TestCall call = new TestCall(folder).run("feed", feed.toString(), "--url", "example.org/feed");
            assertThat(call.status()).isEqualTo(2);
            assertThat(call.err())
                    .startsWith(
                            "--url: expected an address such as https://example.org/feed, but found 'example.org/feed'");
        }

        @Test
        void savedFeedsNeedNoSettings() throws IOException {
            Files.writeString(folder.resolve("application.properties"), "press.slots = many");
            Path feed = Files.writeString(folder.resolve("a.xml"), "<rss/>");
            TestCall call = new TestCall(folder)
                    .files((files, manifest, url, type) -> JsonNodeFactory.instance.objectNode())
                    .run("feed", feed.toString());
            assertThat(call.status()).isZero();
        }

        @Test
        void whatCannotBeReadIsOneLine() throws IOException {
            Path feed = Files.writeString(folder.resolve("a.xml"), "<rss/>");
            TestCall call = new TestCall(folder)
                    .files((files, manifest, url, type) -> {
                        throw new IOException("manifest: expected a JSON object");
                    })
                    .run("feed", feed.toString());
            assertThat(call.status()).isEqualTo(1);
            assertThat(call.err()).isEqualToIgnoringNewLines("could not read: manifest: expected a JSON object");
        }

        @Test
        void stackTracesAreForThoseWhoAsk() throws IOException {
            Path feed = Files.writeString(folder.resolve("a.xml"), "<rss/>");
            TestCall call = new TestCall(folder)
                    .files((files, manifest, url, type) -> {
                        throw new IOException("cut short");
                    })
                    .run("feed", feed.toString(), "--debug");
            assertThat(call.err()).contains("could not read: cut short", "\tat press.parallel.cli.");
        }
    }

    @Nested
    class WithRuntime {
        @Test
        void noArgumentMeansServe() {
            TestCall call = new TestCall(folder).run("-Dpress.serve.port=0");
            assertThat(call.launchedVerb()).isEqualTo(new Verb.Serve());
            assertThat(call.system()).doesNotContainKey("quarkus.http.host-enabled");
        }

        @Test
        void printTakesItsOrder() {
            TestCall call = new TestCall(folder)
                    .run(
                            "print",
                            "--deadline",
                            "90s",
                            "--output",
                            folder.resolve("out").toString());
            assertThat(call.launchedVerb())
                    .isEqualTo(new Verb.Print(new PrintOrder(Duration.ofSeconds(90), folder.resolve("out"), false)));
            assertThat(call.system())
                    .containsEntry("quarkus.http.host-enabled", "false")
                    .containsEntry("press.printer.output", folder.resolve("out").toString());
        }

        @ParameterizedTest
        @CsvSource({"PT2M, 120", "2m, 120", "45, 45", "1m30s, 90"})
        void deadlinesAreWrittenAsInTheSettings(String written, long seconds) {
            assertThat(new TestCall(folder).run("demo", "--deadline", written).launchedVerb())
                    .isEqualTo(new Verb.Print(new PrintOrder(Duration.ofSeconds(seconds), null, true)));
        }

        @Test
        void aTitleNeedsNoQuotes() {
            assertThat(new TestCall(folder)
                            .run("why", "--edition", "2026-11-23-1", "chips", "for all", "--json")
                            .launchedVerb())
                    .isEqualTo(new Verb.Why("chips for all", "2026-11-23-1", true));
            assertThat(new TestCall(folder).run("why", "https://a.test/1?b=c&d").launchedVerb())
                    .isEqualTo(new Verb.Why("https://a.test/1?b=c&d", null, false));
        }

        @Test
        void questionsToTheNewsroomOpenNoPort() {
            Map<String, Verb> verbs = Map.of(
                    "runs", new Verb.Runs(20, false),
                    "runs --limit 3 --json", new Verb.Runs(3, true),
                    "status --json", new Verb.Status(true),
                    "prune", new Verb.Prune(false, false),
                    "prune --dry-run --json", new Verb.Prune(true, true),
                    "check --dry-run", new Verb.Check(true, false),
                    "check --dry-run --json", new Verb.Check(true, true));
            verbs.forEach((arguments, verb) -> {
                TestCall call = new TestCall(folder).run(arguments.split(" "));
                assertThat(call.launchedVerb()).isEqualTo(verb);
                assertThat(call.system()).containsEntry("quarkus.http.host-enabled", "false");
            });
        }

        @Test
        void aBenchOfInventedFeedsHasItsOwnListAndSectionsInAFolderOfItsOwn() throws IOException {
            TestCall call = new TestCall(folder)
                    .run("bench", "--feeds", "6", "--domains", "3", "--interval", "300ms", "--slots", "4", "--json");
            BenchOrder order = new BenchOrder(null, 6, 3, false, Duration.ofMillis(300), List.of(Mode.values()));
            assertThat(call.launchedVerb()).isEqualTo(new Verb.Bench(order, 4, true, null));
            Path list = Path.of(call.system().get("press.feeds.file"));
            try {
                assertThat(Files.readAllLines(list))
                        .hasSize(6)
                        .first()
                        .isEqualTo("https://d0001.example/feeds/0.xml news");
                assertThat(call.system())
                        .containsEntry("press.slots", "4")
                        .containsEntry("press.sections", "news, tech, sports, culture")
                        .containsEntry("press.section.sports.size", "8")
                        .containsEntry(
                                "press.newsroom.file",
                                list.resolveSibling("newsroom.db").toString());
            } finally {
                BenchFolder.remove(list.resolveSibling("editions"));
            }
            assertThat(list.getParent()).doesNotExist();
        }

        @Test
        void aScenarioIsMeasuredPolitelyUnlessOthersAreAskedFor() {
            for (String modes : List.of("", "--modes=unsafe,POLITE")) {
                TestCall call = new TestCall(folder).run(("bench --scenario C " + modes).split(" "));
                BenchFolder.remove(Path.of(call.system().get("press.printer.output")));
                List<Mode> expected = modes.isEmpty() ? List.of(Mode.POLITE) : List.of(Mode.UNSAFE, Mode.POLITE);
                assertThat(call.launchedVerb())
                        .isEqualTo(new Verb.Bench(
                                new BenchOrder(Scenario.C, 0, 0, false, null, expected), null, false, null));
            }
        }

        @Test
        void whoHasOtherSectionsCanMeasureToo() throws IOException {
            Files.writeString(
                    folder.resolve("application.properties"),
                    "press.sections = garden\npress.section.garden.feeds = https://roses.test/feed\n");
            TestCall call = new TestCall(folder).run("bench", "--scenario", "a");
            BenchFolder.remove(Path.of(call.system().get("press.printer.output")));
            assertThat(call.system()).containsEntry("press.sections", "news, tech, sports, culture, garden");
        }

        @Test
        void onlyAFolderOfABenchIsTakenAway() throws IOException {
            Path editions = Files.createDirectories(folder.resolve("mine/editions"));
            BenchFolder.remove(editions);
            assertThat(editions).exists();
        }

        @Test
        void commonOptionsStandBeforeOrAfterTheCommand() {
            for (String[] arguments : new String[][] {
                {"-Dpress.slots=5", "--debug", "--progress=plain", "check"},
                {"check", "-Dpress.slots=5", "--debug", "--progress=PLAIN"},
            }) {
                TestCall call = new TestCall(folder).run(arguments);
                assertThat(call.launched())
                        .isEqualTo(new Invocation(
                                new Verb.Check(),
                                PaperChoice.USUAL,
                                ProgressMode.PLAIN,
                                true,
                                Map.of("press.slots", "5")));
                assertThat(call.system()).containsEntry("press.slots", "5");
            }
        }

        @Test
        void settingsMayBeGivenOnBothSidesOfTheCommand() {
            assertThat(new TestCall(folder)
                            .run("-Dpress.slots=5", "check", "-Dpress.title=A=B")
                            .system())
                    .containsEntry("press.slots", "5")
                    .containsEntry("press.title", "A=B");
        }

        @Test
        void theUsersOwnPropertyWins() {
            TestCall call = new TestCall(folder).run("print", "-Dquarkus.http.host-enabled=true");
            assertThat(call.system()).containsEntry("quarkus.http.host-enabled", "true");
        }

        @Test
        void addressesNeedTheRuntimeAndFilesMayStandBesideThem() throws IOException {
            Path page = Files.writeString(folder.resolve("a.html"), "<p>a");
            assertThat(new TestCall(folder)
                            .run("article", "HTTPS://a.test/1", page.toString())
                            .launchedVerb())
                    .isEqualTo(new Verb.Article(List.of("HTTPS://a.test/1"), List.of(page), null));
        }

        @Test
        void wrongSettingsEndTheCallBeforeTheRuntimeStarts() {
            TestCall call = new TestCall(folder).run("print", "-Dpress.slots=many", "-Dpress.slot=5");
            assertThat(call.status()).isEqualTo(2);
            assertThat(call.err().lines())
                    .containsExactly(
                            "press.slot (command line): expected a setting of the press, but there is none of this name; did you mean 'press.slots'?",
                            "press.slots (command line): expected a whole number, but found 'many'; write it as in 'press.slots = 10'");
            assertThat(call.launched()).isNull();
        }

        @Test
        void outputThatIsAFileIsToldBeforeAnythingIsFetched() throws IOException {
            Path file = Files.writeString(folder.resolve("paper"), "");
            TestCall call = new TestCall(folder).run("print", "--output", file.toString());
            assertThat(call.status()).isEqualTo(2);
            assertThat(call.err())
                    .isEqualToIgnoringNewLines(
                            "press.printer.output (command line): expected a folder that can be written, '" + file
                                    + "', but it is a file; name another");
        }

        @Test
        void aPortInUseIsToldBeforeTheRuntimeStarts() throws IOException {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                TestCall call = new TestCall(folder).run("serve", "-Dpress.serve.port=" + taken.getLocalPort());
                assertThat(call.status()).isEqualTo(1);
                assertThat(call.err().lines())
                        .singleElement()
                        .asString()
                        .startsWith("press.serve.port: expected a free port on 127.0.0.1, but " + taken.getLocalPort());
                assertThat(call.launched()).isNull();
            }
        }

        @Test
        void theRuntimesStatusIsTheCalls() {
            assertThat(new TestCall(folder).launcherStatus(1).run("print").status())
                    .isEqualTo(1);
        }

        @Test
        void aLiveLineIsEmptiedBeforeEachLogLine() {
            assertThat(new TestCall(folder).live().run("print").system().get("quarkus.log.console.format"))
                    .isEqualTo("\r\u001b[K%d{HH:mm:ss} %-5p %s%e%n");
            assertThat(new TestCall(folder).run("print").system()).doesNotContainKey("quarkus.log.console.format");
            assertThat(new TestCall(folder)
                            .live()
                            .run("print", "--progress=plain")
                            .system())
                    .doesNotContainKey("quarkus.log.console.format");
        }
    }
}
