package press.parallel.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static press.parallel.routes.Newsroom.answering;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Route;
import org.apache.camel.impl.engine.DefaultExecutorServiceManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RouteDeskTest {
    @TempDir
    Path folder;

    Newsroom newsroom;

    @BeforeEach
    void open() {
        newsroom = new Newsroom(folder);
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    /** What people are told about a file of the folder. */
    String label(String name) {
        return folder + "/" + name + ".camel.yaml";
    }

    static final String POLICIES = """
            - routeConfiguration:
                id: lose-one-story
                onException:
                  - onException:
                      exception: [java.lang.IllegalStateException]
                      handled: {constant: "true"}
                      steps:
                        - setBody: {constant: "%s"}
            - routeConfiguration:
                id: lose-one-feed
                onException:
                  - onException:
                      exception: [java.lang.IllegalStateException]
                      handled: {constant: "true"}
                      steps:
                        - setBody: {constant: "feed lost"}
            """;

    static String failing(String id, String policy) {
        return """
            - route:
                id: %s
                description: Fails
                group: test
                routeConfigurationId: %s
                from:
                  uri: direct:%s
                  steps:
                    - throwException: {exceptionType: java.lang.IllegalStateException, message: "no"}
            """.formatted(id, policy, id);
    }

    @Nested
    class Loading {
        @Test
        void everyRouteOfTheFolderStartsWithItsPolicy() throws Exception {
            newsroom.file("errors", POLICIES.formatted("story lost"))
                    .file("editor", answering("pick", "picked"))
                    .file("fetcher", failing("fetch", "lose-one-story"))
                    .start();

            assertThat(newsroom.ask("pick")).isEqualTo("picked");
            assertThat(newsroom.ask("fetch")).isEqualTo("story lost");
        }

        @Test
        void aContextThatRunsAlreadyTakesTheRoutesAtOnce() throws Exception {
            newsroom.camel.start();
            newsroom.file("editor", answering("pick", "picked"));
            newsroom.desk.load();

            assertThat(newsroom.ask("pick")).isEqualTo("picked");
        }

        @Test
        void everyProblemOfEveryFileHasItsLine() throws Exception {
            newsroom.file("a", "- route:\n    id: a\n    from: {uri: direct:a, steps: [{log: hello}]}\n")
                    .file("b", "- route:\n    id: b\n   description: crooked\n")
                    .file("c", "");

            assertThatThrownBy(newsroom.desk::load).isInstanceOfSatisfying(RouteProblemsException.class, e -> {
                assertThat(e.problems()).hasSize(4);
                assertThat(e.problems().get(0)).startsWith(label("b") + ":3: expected YAML that can be read");
                assertThat(e.problems().get(1))
                        .isEqualTo(label("c") + ": expected one route or more, but found an empty file");
                assertThat(e.problems().get(2))
                        .isEqualTo(label("a") + ":1: expected a description, but found route 'a' without one");
                assertThat(e.problems().get(3)).contains("expected a group");
                assertThat(e).hasMessage(String.join("\n", e.problems()));
            });
            assertThat(newsroom.camel.getRouteDefinitions()).isEmpty();
        }

        @Test
        void anEmptyFolderIsAProblemAndNotAPressWithoutRoutes() {
            assertThat(newsroom.desk.check())
                    .containsExactly(folder
                            + ": expected route files (*.camel.yaml) there or inside the program, but found none");
        }

        @Test
        void checkingStartsNothingAndLeavesNothingBehind() throws Exception {
            newsroom.file("errors", POLICIES.formatted("story lost"))
                    .file("fetcher", failing("fetch", "lose-one-story"));

            assertThat(newsroom.desk.check()).isEmpty();
            assertThat(newsroom.camel.isStarted()).isFalse();
            assertThat(newsroom.camel.getRouteDefinitions()).isEmpty();
            assertThat(newsroom.camel.getRouteConfigurationDefinitions()).isEmpty();
        }

        @Test
        void whatRunsCanBeChecked() throws Exception {
            newsroom.file("errors", POLICIES.formatted("story lost"))
                    .file("fetcher", failing("fetch", "lose-one-story"))
                    .start();

            assertThat(newsroom.desk.check()).isEmpty();
            try (RouteDesk other = new RouteDesk(newsroom.camel, new RouteFiles(folder))) {
                assertThat(other.check()).isEmpty();
            }
            assertThat(newsroom.ask("fetch")).isEqualTo("story lost");
        }
    }

    @Nested
    class Editing {
        @Test
        void aSavedFileChangesWhatTheRouteDoes() throws Exception {
            newsroom.file("editor", answering("pick", "old")).start();

            newsroom.file("editor", answering("pick", "new")).looks();

            assertThat(newsroom.ask("pick")).isEqualTo("new");
            assertThat(newsroom.said()).hasSize(1);
            assertThat(newsroom.lastSaid()).matches("\\Q" + label("editor") + "\\E: swapped pick in \\d+ ms");
        }

        @Test
        void oneLookIsNotEnoughSinceTheFileMayStillBeWritten() throws Exception {
            newsroom.file("editor", answering("pick", "old")).start();

            newsroom.file("editor", "").desk.look();
            newsroom.file("editor", answering("pick", "new")).desk.look();
            assertThat(newsroom.ask("pick")).isEqualTo("old");
            assertThat(newsroom.said()).isEmpty();

            newsroom.desk.look();
            assertThat(newsroom.ask("pick")).isEqualTo("new");
        }

        @Test
        void aRouteThatSaysTheSameIsNotTouched() throws Exception {
            newsroom.file("editor", answering("pick", "old") + answering("sort", "sorted"))
                    .start();
            Route sort = newsroom.camel.getRoute("sort");

            newsroom.file("editor", answering("pick", "new") + "# why\n" + answering("sort", "sorted"))
                    .looks();

            assertThat(newsroom.ask("pick")).isEqualTo("new");
            assertThat(newsroom.camel.getRoute("sort")).isSameAs(sort);
        }

        @Test
        void aCommentChangesNothing() throws Exception {
            newsroom.file("editor", answering("pick", "old")).start();
            Route pick = newsroom.camel.getRoute("pick");

            newsroom.file("editor", "# a remark\n" + answering("pick", "old")).looks();

            assertThat(newsroom.camel.getRoute("pick")).isSameAs(pick);
            assertThat(newsroom.said()).containsExactly(label("editor") + ": saved; the routes say nothing new");
        }

        @Test
        void aFileSavedOnWindowsIsReadAsAnyOther() throws Exception {
            newsroom.file("editor", answering("pick", "old")).start();

            newsroom.file("editor", "\uFEFF" + answering("pick", "new").replace("\n", "\r\n"))
                    .looks();

            assertThat(newsroom.said()).hasSize(1);
            assertThat(newsroom.ask("pick")).isEqualTo("new");
        }

        @Test
        void aRenamedRouteLeavesNoZombie() throws Exception {
            newsroom.file("editor", answering("pick", "picked")).start();

            newsroom.file("editor", answering("choose", "chosen")).looks();

            assertThat(newsroom.ask("choose")).isEqualTo("chosen");
            assertThat(newsroom.camel.getRoutes()).extracting(Route::getId).containsExactly("choose");
            assertThat(newsroom.camel.getRouteDefinitions()).hasSize(1);
            assertThat(newsroom.lastSaid()).contains(": added choose; removed pick in ");
        }

        @Test
        void aDeletedFileTakesItsRoutesAlong() throws Exception {
            newsroom.file("editor", answering("pick", "picked"))
                    .file("auditor", answering("audit", "audited"))
                    .start();

            newsroom.delete("auditor");
            newsroom.looks();

            assertThat(newsroom.camel.getRoutes()).extracting(Route::getId).containsExactly("pick");
            assertThat(newsroom.lastSaid()).startsWith(label("auditor") + " (deleted): removed audit in ");
        }

        @Test
        void aNewFileIsTaken() throws Exception {
            newsroom.file("editor", answering("pick", "picked")).start();

            newsroom.file("auditor", answering("audit", "audited")).looks();

            assertThat(newsroom.ask("audit")).isEqualTo("audited");
        }

        @Test
        void twoFilesSavedTogetherAreOneEdit() throws Exception {
            newsroom.file("press", answering("print", "x").replace("setBody: {constant: \"x\"}", "to: direct:pick"))
                    .file("editor", answering("pick", "picked"))
                    .start();

            newsroom.file("press", answering("print", "x").replace("setBody: {constant: \"x\"}", "to: direct:choose"))
                    .file("editor", answering("choose", "chosen"))
                    .looks();

            assertThat(newsroom.ask("print")).isEqualTo("chosen");
            assertThat(newsroom.said()).hasSize(1);
        }

        @Test
        void anEditedPolicyIsWovenIntoTheRoutesThatFollowIt() throws Exception {
            newsroom.file("errors", POLICIES.formatted("story lost"))
                    .file("fetcher", failing("fetch", "lose-one-story") + failing("list", "lose-one-feed"))
                    .start();
            Route list = newsroom.camel.getRoute("list");

            newsroom.file("errors", POLICIES.formatted("story lost, sorry")).looks();

            assertThat(newsroom.ask("fetch")).isEqualTo("story lost, sorry");
            assertThat(newsroom.ask("list")).isEqualTo("feed lost");
            assertThat(newsroom.camel.getRoute("list")).isSameAs(list);
            assertThat(newsroom.lastSaid()).startsWith(label("errors") + ": swapped fetch in ");
        }

        @Test
        void theWatcherTakesAnEditWithinTwoSeconds() throws Exception {
            newsroom.file("editor", answering("pick", "old")).start();
            newsroom.desk.watch();

            newsroom.file("editor", answering("pick", "new"));

            await().atMost(Duration.ofSeconds(2))
                    .until(() -> newsroom.ask("pick").equals("new"));
        }

        @Test
        void rehearsingLeavesNoThreadPoolBehind() throws Exception {
            String fanOut = answering("pick", "x")
                    .replace(
                            "- setBody: {constant: \"x\"}",
                            "- split: {simple: \"${body}\", parallelProcessing: \"true\", steps: [{log: %s}]}");
            newsroom.file("editor", fanOut.formatted("old")).start();
            newsroom.file("editor", fanOut.formatted("older")).looks();
            int before = pools();
            int strategies = newsroom.camel.getLifecycleStrategies().size();

            for (int edit = 0; edit < 3; edit++) {
                newsroom.file("editor", fanOut.formatted("new" + edit)).looks();
            }

            assertThat(newsroom.camel.getLifecycleStrategies()).hasSize(strategies);
            assertThat(newsroom.said()).hasSize(4).allMatch(line -> line.contains("swapped pick"));
            assertThat(pools()).isEqualTo(before);
        }

        private int pools() throws Exception {
            var field =
                    org.apache.camel.impl.engine.BaseExecutorServiceManager.class.getDeclaredField("executorServices");
            field.setAccessible(true);
            return ((java.util.Collection<?>)
                            field.get((DefaultExecutorServiceManager) newsroom.camel.getExecutorServiceManager()))
                    .size();
        }
    }

    @Nested
    class BrokenEdits {
        /** The step stands on the eighth line of its file. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                # the step                                          | line | what the log says
                - setBody: {constant: "x                            | 8    | expected YAML that can be read, but found unexpected end of stream while scanning a quoted scalar
                - setBdy: {constant: x}                             | 8    | expected the name of a step, but found 'setBdy'
                - split: {simple: "x", parallel: "true"}            | 8    | expected an option that this step has, but found 'parallel'
                - to: telegraph:office                              | 8    | expected an endpoint whose component the program has, but found 'telegraph:office'; the old
                - to: log:{{press.typo}}                            | 8    | expected a setting of application.properties, but found none named 'press.typo'
                - to: log:press?colour=red                          | 8    | expected an endpoint that Camel knows, but found 'log:press' with the unknown option colour=red
                - bean: {ref: editor}                               | 8    | expected a bean of the program, but found none named 'editor'
                - bean: {ref: gate, method: vault}                  | 8    | vault
                - log: "{{press.typo}}"                             | 8    | expected a setting of application.properties, but found none named 'press.typo'
                - to: direct:nobody                                 | 8    | expected a route that begins with direct:nobody, but found none
                - setBody: {simple: "${bodie}"}                     | 8    | expected an expression that can be read, but found '${bodie}': Unknown function: bodie; the old
                - split: {simple: "x", executorService: typists, steps: [{log: x}]} | 8 | expected a thread pool of application.properties, but found none named 'typists'
                - filter: {simple: "x", steps: [{log: x}], simple: "y"} | 8    | expected each key once, but found 'simple' a second time
                """)
        void areNamedWithFileAndLineAndTheOldRouteGoesOn(String step, int line, String told) throws Exception {
            newsroom.file("editor", answering("pick", "old")).start();
            Route pick = newsroom.camel.getRoute("pick");

            newsroom.file("editor", answering("pick", "x").replace("- setBody: {constant: \"x\"}", step))
                    .looks();
            newsroom.looks();

            assertThat(newsroom.said()).hasSize(1);
            assertThat(newsroom.lastSaid())
                    .startsWith(label("editor") + ":" + line + ": expected ")
                    .contains(told)
                    .endsWith("; the old routes go on, correct it and save again")
                    .doesNotContain("\n");
            assertThat(newsroom.ask("pick")).isEqualTo("old");
            assertThat(newsroom.camel.getRoute("pick")).isSameAs(pick);
        }

        @Test
        void aStepFurtherInIsFoundByItsOwnLine() throws Exception {
            newsroom.file("editor", answering("pick", "old")).start();

            newsroom.file("editor", answering("pick", "x").replace("- setBody: {constant: \"x\"}", """
                                            - split:
                                                        simple: "${body}"
                                                        steps:
                                                          - log: one
                                                          - bean: {ref: nobody}"""))
                    .looks();

            assertThat(newsroom.lastSaid())
                    .startsWith(label("editor") + ":12: expected a bean of the program, but found none named 'nobody'");
        }

        @Test
        void aTakenIdIsNamedWithItsOwner() throws Exception {
            newsroom.file("editor", answering("pick", "old")).start();

            newsroom.file("auditor", answering("pick", "other")).looks();

            assertThat(newsroom.lastSaid())
                    .contains("expected an id of its own, but found 'pick', which is taken by " + label("auditor")
                            + ":1");
            assertThat(newsroom.ask("pick")).isEqualTo("old");
        }

        @Test
        void aTakenStepIdIsNamed() throws Exception {
            newsroom.file(
                            "editor",
                            answering("pick", "old").replace("{constant: \"old\"}", "{id: say, constant: \"old\"}"))
                    .start();

            newsroom.file("printer", answering("print", "x").replace("{constant: \"x\"}", "{id: say, constant: \"x\"}"))
                    .looks();

            assertThat(newsroom.lastSaid())
                    .startsWith(label("printer")
                            + ":8: expected an id of its own, but found 'say', which is taken in route 'pick'");
        }

        @Test
        void twoRoutesCannotBeginAtOnePlace() throws Exception {
            newsroom.file("editor", answering("pick", "old")).start();

            newsroom.file("printer", answering("print", "x").replace("direct:print", "direct:pick"))
                    .looks();

            assertThat(newsroom.lastSaid())
                    .startsWith(label("printer")
                            + ":1: expected one route that begins with direct:pick, but found another");
            assertThat(newsroom.ask("pick")).isEqualTo("old");
        }

        @Test
        void aRouteThatOthersNeedCannotGo() throws Exception {
            newsroom.file("press", answering("print", "x").replace("setBody: {constant: \"x\"}", "to: direct:pick"))
                    .file("editor", answering("pick", "old"))
                    .start();

            newsroom.delete("editor");
            newsroom.looks();

            assertThat(newsroom.lastSaid())
                    .startsWith(label("press") + ":8: expected a route that begins with direct:pick, but found none");
            assertThat(newsroom.ask("print")).isEqualTo("old");
        }

        @Test
        void anUnknownPolicyIsNamedWithThoseThatExist() throws Exception {
            newsroom.file("errors", POLICIES.formatted("story lost"))
                    .file("fetcher", failing("fetch", "lose-one-story"))
                    .start();

            newsroom.file("fetcher", failing("fetch", "lose-nothing")).looks();

            assertThat(newsroom.lastSaid())
                    .startsWith(
                            label("fetcher")
                                    + ":5: expected one of [lose-one-story, lose-one-feed], but found routeConfigurationId 'lose-nothing'");
            assertThat(newsroom.ask("fetch")).isEqualTo("story lost");
        }

        @Test
        void aBrokenPolicyIsNamedInItsOwnFileAndTheOldOneGoesOn() throws Exception {
            newsroom.file("errors", POLICIES.formatted("story lost"))
                    .file("fetcher", failing("fetch", "lose-one-story"))
                    .start();

            newsroom.file("errors", POLICIES.formatted("x").replace("setBody: {constant: \"x\"}", "to: direct:nobody"))
                    .looks();

            assertThat(newsroom.lastSaid())
                    .startsWith(label("errors") + ":8: expected a route that begins with direct:nobody");
            assertThat(newsroom.ask("fetch")).isEqualTo("story lost");
            assertThat(newsroom.desk.check()).hasSize(1);
        }

        @Test
        void anEmptyFileIsNotTakenForAFileWithoutRoutes() throws Exception {
            newsroom.file("editor", answering("pick", "old")).start();

            newsroom.file("editor", "").looks();

            assertThat(newsroom.lastSaid())
                    .startsWith(label("editor") + ": expected one route or more, but found an empty file");
            assertThat(newsroom.ask("pick")).isEqualTo("old");
        }

        @Test
        void aFileOfAnotherEncodingIsNotHalfRead() throws Exception {
            newsroom.file("editor", answering("pick", "old")).start();

            Files.write(
                    folder.resolve("editor.camel.yaml"),
                    answering("pick", "caf\u00e9").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            newsroom.looks();

            assertThat(newsroom.lastSaid())
                    .startsWith(label("editor") + ":8: expected text in UTF-8, but found bytes of another encoding");
        }

        @Test
        void aFolderThatGoesAwayLeavesTheRoutesAsTheyAre() throws Exception {
            newsroom.file("editor", answering("pick", "old")).start();

            Path aside = folder.resolveSibling(folder.getFileName() + "-aside");
            Files.move(folder, aside);
            newsroom.looks();
            newsroom.looks();
            assertThat(newsroom.said())
                    .containsExactly(
                            folder + ": expected the folder of the route files, but found none; the routes go on");
            Files.move(aside, folder);

            newsroom.file("editor", answering("pick", "new")).looks();
            assertThat(newsroom.ask("pick")).isEqualTo("new");
        }

        @Test
        void aRouteThatDoesNotStartGivesWayToTheOldOne() throws Exception {
            newsroom.file("editor", answering("pick", "old")).start();

            newsroom.file(
                            "editor",
                            answering("pick", "x").replace("direct:pick", "controlbus:route?routeId=x&action=stop"))
                    .looks();

            assertThat(newsroom.said()).hasSize(1);
            assertThat(newsroom.lastSaid())
                    .startsWith(label("editor")
                            + ":1: expected a route that can be built and started, but found this: Cannot consume")
                    .endsWith("; the old routes go on, correct it and save again");
            assertThat(newsroom.ask("pick")).isEqualTo("old");

            newsroom.file("editor", answering("pick", "new")).looks();
            assertThat(newsroom.ask("pick")).isEqualTo("new");
        }

        @Test
        void severalProblemsAreStillOneLine() throws Exception {
            newsroom.file("editor", answering("pick", "old")).start();

            newsroom.file("editor", answering("pick", "new").replace("    description: Answers\n    group: test\n", ""))
                    .looks();

            assertThat(newsroom.said()).hasSize(1);
            assertThat(newsroom.lastSaid())
                    .contains("expected a description")
                    .contains(" (and 1 more that 'check' names); the old routes go on");
        }
    }

    @Nested
    class InTheMiddleOfARun {
        static final String BUSY = """
            - route:
                id: fetch-feeds
                description: Fetches
                group: fetcher
                from:
                  uri: direct:fetch-feeds
                  steps:
                    - bean: {ref: gate, method: pass}
                    - setBody: {constant: "%s"}
            """;

        static final String POLITE = """
            - route:
                id: fetch-politely
                description: Waits
                group: politeness
                from:
                  uri: polite:web
                  steps:
                    - bean: {ref: gate, method: pass}
                    - setBody: {constant: "%s"}
            """;

        static final String CALLER = """
            - route:
                id: fetch
                description: Asks
                group: fetcher
                from:
                  uri: direct:fetch
                  steps:
                    - to: polite:web
                    - transform: {simple: "${body}%s"}
            """;

        @Test
        void anEditWaitsUntilNoRunIsInsideItsRoute() throws Exception {
            newsroom.file("fetcher", BUSY.formatted("old")).start();
            CompletableFuture<String> run = CompletableFuture.supplyAsync(() -> newsroom.ask("fetch-feeds"));
            assertThat(newsroom.gate.inside.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

            newsroom.file("fetcher", BUSY.formatted("new")).looks();
            newsroom.looks();
            assertThat(newsroom.said())
                    .containsExactly(label("fetcher") + ": saved; waits until no run is inside fetch-feeds");
            assertThat(run).isNotDone();

            newsroom.gate.open.countDown();
            assertThat(run.get(10, TimeUnit.SECONDS)).isEqualTo("old");
            await().atMost(Duration.ofSeconds(5)).until(() -> {
                newsroom.desk.look();
                return newsroom.lastSaid().contains("swapped fetch-feeds");
            });
            assertThat(newsroom.ask("fetch-feeds")).isEqualTo("new");
        }

        @Test
        void anEditThatIsTakenBackWhileItWaitsChangesNothing() throws Exception {
            newsroom.file("fetcher", BUSY.formatted("old")).start();
            Route before = newsroom.camel.getRoute("fetch-feeds");
            CompletableFuture<String> run = CompletableFuture.supplyAsync(() -> newsroom.ask("fetch-feeds"));
            assertThat(newsroom.gate.inside.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

            newsroom.file("fetcher", BUSY.formatted("new")).looks();
            newsroom.file("fetcher", BUSY.formatted("old")).looks();
            newsroom.gate.open.countDown();
            assertThat(run.get(10, TimeUnit.SECONDS)).isEqualTo("old");
            newsroom.looks();

            assertThat(newsroom.camel.getRoute("fetch-feeds")).isSameAs(before);
        }

        @Test
        void anOpenGroupOfAnAggregatorCountsAsARun() throws Exception {
            String aggregate = answering("assemble", "x").replace("- setBody: {constant: \"x\"}", """
                            - aggregate:
                                        correlationExpression: {constant: "edition"}
                                        completionSize: "2"
                                        aggregationStrategy: stories
                                        steps:
                                          - log: "%s" """);
            newsroom.camel.getRegistry().bind("stories", org.apache.camel.builder.AggregationStrategies.groupedBody());
            newsroom.file("printer", aggregate.formatted("old")).start();
            newsroom.ask("assemble");

            newsroom.file("printer", aggregate.formatted("new")).looks();
            assertThat(newsroom.lastSaid()).endsWith("saved; waits until no run is inside assemble");

            newsroom.ask("assemble");
            await().atMost(Duration.ofSeconds(5)).until(() -> {
                newsroom.desk.look();
                return newsroom.lastSaid().contains("swapped assemble");
            });
        }

        @Test
        void aPoliteRouteIsSwappedAndNothingOfItsLineIsLost() throws Exception {
            newsroom.file("politeness", POLITE.formatted("old"))
                    .file("fetcher", CALLER.formatted(""))
                    .start();
            List<CompletableFuture<Object>> run = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                run.add(newsroom.camel.createProducerTemplate().asyncRequestBody("direct:fetch", "?"));
            }
            assertThat(newsroom.gate.inside.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
            await().atMost(Duration.ofSeconds(5)).until(() -> newsroom.line.waiting() > 0);

            newsroom.file("politeness", POLITE.formatted("new")).looks();
            assertThat(newsroom.said())
                    .containsExactly(label("politeness")
                            + ": saved; fetch-politely gives out nothing new until the 2 under way have ended");

            newsroom.gate.open.countDown();
            await().atMost(Duration.ofSeconds(5)).until(() -> {
                newsroom.desk.look();
                return newsroom.lastSaid().contains("swapped");
            });
            assertThat(newsroom.lastSaid())
                    .matches("\\Q" + label("politeness")
                            + "\\E: swapped fetch-politely in \\d+ ms; the line was held for \\d+ ms");
            AtomicInteger old = new AtomicInteger();
            for (CompletableFuture<Object> each : run) {
                Object answer = each.get(10, TimeUnit.SECONDS);
                assertThat(answer).isIn("old", "new");
                old.addAndGet(answer.equals("old") ? 1 : 0);
            }
            assertThat(old).as("only what was under way when the line was held").hasValue(2);
        }

        @Test
        void aPoliteRouteDoesNotWaitForTheBusyOnesOfTheSameEdit() throws Exception {
            newsroom.file("politeness", POLITE.formatted("old"))
                    .file("fetcher", CALLER.formatted(""))
                    .start();
            List<CompletableFuture<Object>> run = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                run.add(newsroom.camel.createProducerTemplate().asyncRequestBody("direct:fetch", "?"));
            }
            assertThat(newsroom.gate.inside.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();

            newsroom.file("politeness", POLITE.formatted("new"))
                    .file("fetcher", CALLER.formatted("!"))
                    .looks();
            newsroom.gate.open.countDown();
            await().atMost(Duration.ofSeconds(5)).until(() -> {
                newsroom.desk.look();
                return newsroom.lastSaid().contains("swapped fetch in");
            });

            assertThat(newsroom.said()).anyMatch(line -> line.contains("swapped fetch-politely in"));
            for (CompletableFuture<Object> each : run) {
                assertThat(each.get(10, TimeUnit.SECONDS)).isIn("old", "new");
            }
            assertThat(newsroom.ask("fetch")).isEqualTo("new!");
        }

        @Test
        void editsOfAPoliteRouteUnderLoadLoseNothing() throws Exception {
            newsroom.file("politeness", POLITE.formatted("0").replace("- bean: {ref: gate, method: pass}", ""))
                    .file("fetcher", CALLER.formatted(""))
                    .start();
            newsroom.desk.watch();
            List<CompletableFuture<Integer>> callers = new ArrayList<>();
            AtomicBoolean enough = new AtomicBoolean();
            for (int i = 0; i < 4; i++) {
                callers.add(CompletableFuture.supplyAsync(() -> {
                    int answers = 0;
                    while (!enough.get()) {
                        assertThat(newsroom.ask("fetch")).isIn("0", "1", "2");
                        answers++;
                    }
                    return answers;
                }));
            }

            for (String answer : List.of("1", "2")) {
                newsroom.file("politeness", POLITE.formatted(answer).replace("- bean: {ref: gate, method: pass}", ""));
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> newsroom.ask("fetch").equals(answer));
            }
            enough.set(true);

            for (CompletableFuture<Integer> each : callers) {
                assertThat(each.get(10, TimeUnit.SECONDS)).isPositive();
            }
        }

        @Test
        void aRouteThatASplitCallsInParallelIsNotSwappedBetweenTwoCalls() throws Exception {
            newsroom.file("press", answering("print", "x").replace("- setBody: {constant: \"x\"}", """
                                            - split:
                                                        simple: "${body}"
                                                        parallelProcessing: "true"
                                                        steps:
                                                          - to: direct:pick
                                                    - to: direct:wait
                                                    - to: direct:bind"""))
                    .file("editor", answering("pick", "old"))
                    .file("binder", answering("bind", "old"))
                    .file("waiter", BUSY.formatted("waited").replace("fetch-feeds", "wait"))
                    .start();
            CompletableFuture<String> run = CompletableFuture.supplyAsync(() -> newsroom.ask("print"));
            assertThat(newsroom.gate.inside.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

            newsroom.file("editor", answering("pick", "new")).looks();
            assertThat(newsroom.lastSaid()).endsWith("saved; waits until no run is inside pick");

            newsroom.gate.open.countDown();
            assertThat(run.get(10, TimeUnit.SECONDS)).isEqualTo("old");
            newsroom.looks();
            assertThat(newsroom.lastSaid()).contains("swapped pick");
        }

        @Test
        void aDeskThatTheRunHasNotReachedYetIsSwappedAtOnce() throws Exception {
            newsroom.file("press", answering("print", "x").replace("- setBody: {constant: \"x\"}", """
                                            - to: direct:wait
                                                    - to: direct:bind"""))
                    .file("binder", answering("bind", "old"))
                    .file("waiter", BUSY.formatted("waited").replace("fetch-feeds", "wait"))
                    .start();
            CompletableFuture<String> run = CompletableFuture.supplyAsync(() -> newsroom.ask("print"));
            assertThat(newsroom.gate.inside.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

            newsroom.file("binder", answering("bind", "new")).looks();
            assertThat(newsroom.lastSaid()).contains("swapped bind");

            newsroom.gate.open.countDown();
            assertThat(run.get(10, TimeUnit.SECONDS)).isEqualTo("new");
        }

        @Test
        void aScheduledRunDoesNotHoldUpTheDesksThatItIsNotIn() throws Exception {
            String schedule = answering("schedule", "x")
                    .replace("direct:schedule", "timer:schedule?repeatCount=1&delay=0")
                    .replace("setBody: {constant: \"x\"}", "to: direct:print");
            String print = answering("print", "x")
                    .replace("- setBody: {constant: \"x\"}", "- to: direct:fetch-feeds\n        - to: direct:bind");
            newsroom.file("press", schedule + print)
                    .file("binder", answering("bind", "old"))
                    .file("fetcher", BUSY.formatted("fetched"))
                    .start();
            assertThat(newsroom.gate.inside.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

            newsroom.file("binder", answering("bind", "new")).looks();

            assertThat(newsroom.lastSaid()).contains("swapped bind");
        }

        @Test
        void aLineIsNotHeldForeverByOneSlowRequest() throws Exception {
            newsroom.file("politeness", POLITE.formatted("old"))
                    .file("fetcher", CALLER.formatted(""))
                    .start();
            List<CompletableFuture<Object>> run = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                run.add(newsroom.camel.createProducerTemplate().asyncRequestBody("direct:fetch", "?"));
            }
            assertThat(newsroom.gate.inside.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();

            newsroom.file("politeness", POLITE.formatted("new")).looks();
            newsroom.later.set(TimeUnit.SECONDS.toNanos(6));
            newsroom.looks();
            assertThat(newsroom.lastSaid())
                    .endsWith(
                            ": saved; what is under way in fetch-politely takes long, so its line goes on and is held again later");

            newsroom.gate.open.countDown();
            for (CompletableFuture<Object> each : run) {
                assertThat(each.get(10, TimeUnit.SECONDS))
                        .as("the line went on with the old route")
                        .isEqualTo("old");
            }
            newsroom.later.set(TimeUnit.SECONDS.toNanos(12));
            await().atMost(Duration.ofSeconds(5)).until(() -> {
                newsroom.desk.look();
                return newsroom.lastSaid().contains("swapped fetch-politely");
            });
        }

        @Test
        void aHeldLineGoesOnWhenItsEditIsTakenBack() throws Exception {
            newsroom.file("politeness", POLITE.formatted("old"))
                    .file("fetcher", CALLER.formatted(""))
                    .start();
            List<CompletableFuture<Object>> run = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                run.add(newsroom.camel.createProducerTemplate().asyncRequestBody("direct:fetch", "?"));
            }
            assertThat(newsroom.gate.inside.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();

            newsroom.file("politeness", POLITE.formatted("new")).looks();
            newsroom.file("politeness", "- broken").looks();
            newsroom.gate.open.countDown();

            for (CompletableFuture<Object> each : run) {
                assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo("old");
            }
        }

        @Test
        void closingTheDeskLetsAHeldLineGoOn() throws Exception {
            newsroom.file("politeness", POLITE.formatted("old"))
                    .file("fetcher", CALLER.formatted(""))
                    .start();
            List<CompletableFuture<Object>> run = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                run.add(newsroom.camel.createProducerTemplate().asyncRequestBody("direct:fetch", "?"));
            }
            assertThat(newsroom.gate.inside.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();

            newsroom.file("politeness", POLITE.formatted("new")).looks();
            newsroom.desk.close();
            newsroom.gate.open.countDown();

            for (CompletableFuture<Object> each : run) {
                assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo("old");
            }
        }
    }
}
