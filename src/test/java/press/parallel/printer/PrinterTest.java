package press.parallel.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.Edition;
import press.parallel.RunSheet;

class PrinterTest {
    private static final RunSheet SHEET = new RunSheet(List.of(), List.of(), 0, 0);

    private static final Edition EDITION = SampleEdition.edition();

    @TempDir
    Path folder;

    private Path output() {
        return folder.resolve("deep/editions");
    }

    private Printer printer(String html) {
        return new Printer(output(), new PlainPage(html), address -> Optional.empty());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> list = Files.list(output())) {
            return list.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals(".lock"))
                    .sorted()
                    .toList();
        }
    }

    @Nested
    class Folder {
        @Test
        void anEditionLiesWholeInItsFolderAndLatestLeadsToIt() throws Exception {
            Path printed = printer("<p>paper</p>").print(EDITION, SHEET);
            assertThat(printed).isEqualTo(output().resolve("2026-11-22-1"));
            assertThat(printed.resolve("index.html")).hasContent("<p>paper</p>");
            assertThat(printed.resolve("edition.json")).isNotEmptyFile();
            assertThat(names()).containsExactly("2026-11-22-1", "latest");
            assertThat(Files.readSymbolicLink(output().resolve("latest"))).isEqualTo(Path.of("2026-11-22-1"));
        }

        @Test
        void anEditionThatWasPrintedBeforeIsReplacedWhole() throws Exception {
            Path printed = printer("old").print(EDITION, SHEET);
            Files.writeString(printed.resolve("stray.txt"), "from before");
            printer("new").print(EDITION, SHEET);
            assertThat(printed.resolve("index.html")).hasContent("new");
            assertThat(printed.resolve("stray.txt")).doesNotExist();
            assertThat(names()).containsExactly("2026-11-22-1", "latest");
        }

        @Test
        void latestMovesOnAndOlderEditionsStay() throws Exception {
            printer("first").print(EDITION, SHEET);
            printer("second").print(numbered(2), SHEET);
            assertThat(names()).containsExactly("2026-11-22-1", "2026-11-22-2", "latest");
            assertThat(output().resolve("latest/index.html")).hasContent("second");
            assertThat(output().resolve("2026-11-22-1/index.html")).hasContent("first");
        }

        @Test
        void foldersThatKilledRunsLeftAreRemovedAndOthersAreNotTouched() throws Exception {
            Files.createDirectories(output().resolve(".2026-11-21-1.0a1b2c3d.new/deep"));
            Files.writeString(output().resolve(".2026-11-21-1.0a1b2c3d.new/index.html"), "half");
            Files.createDirectories(output().resolve(".git"));
            Files.createDirectories(output().resolve("mine"));
            printer("paper").print(EDITION, SHEET);
            assertThat(names()).containsExactly(".git", "2026-11-22-1", "latest", "mine");
        }

        @Test
        void anEditionThatAKilledRunHadMovedAsideGetsItsPlaceBack() throws Exception {
            Path aside = output().resolve(".2026-11-20-3.0a1b2c3d.old");
            Files.createDirectories(aside);
            Files.writeString(aside.resolve("index.html"), "kept");
            printer("paper").print(EDITION, SHEET);
            assertThat(output().resolve("2026-11-20-3/index.html")).hasContent("kept");
            assertThat(names()).containsExactly("2026-11-20-3", "2026-11-22-1", "latest");
        }

        @Test
        void whereLinksAreNotSupportedLatestIsACopy() throws Exception {
            Printer.Links none = (link, target) -> {
                throw new UnsupportedOperationException("no links here");
            };
            new Printer(output(), new PlainPage("first"), address -> Optional.empty(), none).print(EDITION, SHEET);
            new Printer(output(), new PlainPage("second"), address -> Optional.empty(), none).print(numbered(2), SHEET);
            assertThat(output().resolve("latest")).isDirectory().isNotEqualTo(Path.of("2026-11-22-2"));
            assertThat(Files.isSymbolicLink(output().resolve("latest"))).isFalse();
            assertThat(output().resolve("latest/index.html")).hasContent("second");
            assertThat(output().resolve("latest/edition.json")).isNotEmptyFile();
            assertThat(names()).containsExactly("2026-11-22-1", "2026-11-22-2", "latest");
        }

        @Test
        void picturesLieBesideTheirEditionAndInACopyOfItToo() throws Exception {
            Printer.Links none = (link, target) -> {
                throw new UnsupportedOperationException("no links here");
            };
            Path printed =
                    new Printer(output(), new PlainPage("p"), SampleEdition::picture, none).print(EDITION, SHEET);
            List<Edition.PrintedPicture> pictures = EDITION.sections().stream()
                    .flatMap(section -> section.stories().stream())
                    .flatMap(story -> story.pictures().stream())
                    .toList();
            assertThat(pictures).hasSizeGreaterThan(20);
            for (Edition.PrintedPicture picture : pictures) {
                byte[] bytes = SampleEdition.picture(picture.address()).orElseThrow();
                assertThat(printed.resolve(picture.file())).hasBinaryContent(bytes);
                assertThat(output().resolve("latest").resolve(picture.file())).hasBinaryContent(bytes);
            }
        }

        @Test
        void aPictureWhoseBytesAreGoneIsLeftOut() {
            Path printed = printer("paper").print(EDITION, SHEET);
            assertThat(printed.resolve("images")).doesNotExist();
            assertThat(printed.resolve("index.html")).hasContent("paper");
        }

        @Test
        void aLinkTakesThePlaceOfACopyAndACopyThatOfALink() throws Exception {
            Files.createDirectories(output().resolve("latest"));
            Files.writeString(output().resolve("latest/index.html"), "copied");
            printer("linked").print(EDITION, SHEET);
            assertThat(Files.isSymbolicLink(output().resolve("latest"))).isTrue();
            new Printer(output(), new PlainPage("copied again"), address -> Optional.empty(), (link, target) -> {
                        throw new UnsupportedOperationException("no links here");
                    })
                    .print(numbered(2), SHEET);
            assertThat(Files.isSymbolicLink(output().resolve("latest"))).isFalse();
            assertThat(output().resolve("latest/index.html")).hasContent("copied again");
            assertThat(output().resolve("2026-11-22-1/index.html")).hasContent("linked");
        }

        @Test
        void printersOfOneFolderTakeTurns() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Callable<Path>> prints = new ArrayList<>();
                for (int i = 1; i <= 12; i++) {
                    Edition edition = numbered(i % 3 + 1);
                    prints.add(() -> printer("paper " + edition.number()).print(edition, SHEET));
                }
                for (var done : threads.invokeAll(prints)) {
                    assertThat(done.get().resolve("edition.json")).isNotEmptyFile();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(names()).containsExactly("2026-11-22-1", "2026-11-22-2", "2026-11-22-3", "latest");
        }

        @Test
        void anOutputThatIsAFileIsToldInOneSentence() throws Exception {
            Files.writeString(folder.resolve("deep"), "a file");
            assertThatThrownBy(() -> printer("paper").print(EDITION, SHEET))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("press.printer.output '" + output() + "': expected a folder that can be"
                            + " written, but found: '" + folder.toRealPath().resolve("deep") + "' is a file;")
                    .hasMessageContaining("2026-11-22-1 was not printed")
                    .hasMessageContaining("--output")
                    .hasMessageNotContaining("\n");
        }
    }

    @Nested
    class Json {
        private JsonNode edition() throws IOException {
            return new ObjectMapper()
                    .readTree(printer("paper")
                            .print(EDITION, SHEET)
                            .resolve("edition.json")
                            .toFile());
        }

        @Test
        void namesAreThoseThatReadersRelyOn() throws Exception {
            JsonNode edition = edition();
            assertThat(fields(edition))
                    .containsExactly(
                            "title",
                            "paper",
                            "volume",
                            "issue",
                            "number",
                            "date",
                            "printedAt",
                            "sections",
                            "feeds",
                            "losses",
                            "rests",
                            "numbers",
                            "glassBox");
            assertThat(fields(edition.at("/glassBox")))
                    .containsExactly("vitals", "decisions", "feeds", "domains", "bubble");
            assertThat(fields(edition.at("/glassBox/vitals")))
                    .containsExactly("scanned", "fresh", "printed", "antiFeed");
            assertThat(fields(edition.at("/glassBox/feeds/0")))
                    .containsExactly("name", "link", "scanned", "printed", "input", "output", "delta");
            assertThat(fields(edition.at("/glassBox/bubble/0")))
                    .containsExactly("section", "title", "floor", "in", "out");
            assertThat(fields(edition.at("/glassBox/bubble/0/in/0")))
                    .containsExactly("title", "link", "feed", "score", "verdict", "rank");
            assertThat(fields(edition.at("/sections/0"))).containsExactly("id", "title", "stories");
            assertThat(fields(edition.at("/sections/0/stories/0")))
                    .contains(
                            "id",
                            "title",
                            "link",
                            "commentsLink",
                            "feed",
                            "domain",
                            "published",
                            "author",
                            "summary",
                            "text",
                            "html",
                            "words",
                            "readingMinutes",
                            "image",
                            "score",
                            "scoreBreakdown",
                            "sectionWords",
                            "alsoIn");
            assertThat(fields(edition.at("/sections/0/stories/0/alsoIn/0"))).containsExactly("feed", "title", "link");
            assertThat(fields(edition.at("/feeds/0")))
                    .containsExactly("url", "title", "status", "reason", "httpStatus", "entries", "fresh", "millis");
            assertThat(fields(edition.at("/losses/0"))).contains("what", "link", "reason");
            assertThat(fields(edition.at("/numbers")))
                    .contains(
                            "scanned",
                            "fresh",
                            "published",
                            "antiFeed",
                            "fetchSeconds",
                            "enhanceSeconds",
                            "totalSeconds",
                            "requests",
                            "waits");
        }

        @Test
        void datesAreIsoInUtcAndAbsentValuesAreNull() throws Exception {
            JsonNode edition = edition();
            assertThat(edition.at("/date").asText()).isEqualTo("2026-11-22");
            assertThat(edition.at("/printedAt").asText()).isEqualTo("2026-11-22T06:00:41Z");
            JsonNode story = edition.at("/sections/0/stories/0");
            assertThat(story.get("published").asText()).isEqualTo("2026-11-22T05:53:41Z");
            assertThat(story.get("commentsLink").isNull()).isTrue();
            assertThat(story.get("image").isNull()).isTrue();
            assertThat(story.get("link").asText()).isEqualTo("https://news0.example.org/stories/0");
            assertThat(story.at("/scoreBreakdown/offered").asLong()).isEqualTo(1000);
            assertThat(edition.at("/sections/0/stories/5/title").asText()).startsWith("مدينة");
        }

        private static List<String> fields(JsonNode node) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            return names;
        }
    }

    @Nested
    class ListOfEditions {
        @Test
        void newestStandsFirstByDateThenByNumber() {
            Printer printer = printer("paper");
            List.of(10, 2, 9).forEach(number -> printer.print(numbered(number), SHEET));
            assertThat(printer.issues()).extracting(Issue::number).containsExactly(10, 9, 2);
            assertThat(printer.issues().get(0))
                    .isEqualTo(
                            new Issue(
                                    "2026-11-22-10",
                                    LocalDate.parse("2026-11-22"),
                                    10,
                                    2,
                                    413,
                                    36,
                                    "Flood gates of three river ports close together for the first time as the autumn tide sets a mark"));
        }

        @Test
        void whatIsNoEditionIsNotListed() throws Exception {
            Printer printer = printer("paper");
            assertThat(printer.issues()).isEmpty();
            printer.print(EDITION, SHEET);
            Files.createDirectories(output().resolve("2026-11-23-1"));
            Files.createDirectories(output().resolve("2026-13-45-1"));
            Files.writeString(
                    Files.createDirectories(output().resolve("2026-11-24-1")).resolve("edition.json"), "{\"ti");
            Files.writeString(Files.createDirectories(output().resolve("mine")).resolve("edition.json"), "{}");
            assertThat(printer.issues()).extracting(Issue::id).containsExactly("2026-11-22-1");
        }

        /** As the press printed them before the paper had volumes. */
        @Test
        void anEditionWithoutVolumeAndNumberIsListedToo() throws Exception {
            Files.writeString(
                    Files.createDirectories(output().resolve("2026-10-01-2")).resolve("edition.json"),
                    "{\"title\": \"The Paper\", \"number\": 2, \"sections\": [{\"stories\": [{\"title\": \"Old\"}]}]}");
            assertThat(printer("paper").issues())
                    .containsExactly(new Issue("2026-10-01-2", LocalDate.parse("2026-10-01"), 2, 0, 0, 1, "Old"));
        }

        @Test
        void theArchivePageGetsThemAll() {
            Printer printer = printer("paper");
            printer.print(EDITION, SHEET);
            assertThat(printer.archive("The Paper", "editions/")).isEqualTo("The Paper editions/ [2026-11-22-1]");
        }
    }

    private static Edition numbered(int number) {
        return new Edition(
                EDITION.title(),
                EDITION.paper(),
                EDITION.volume(),
                EDITION.issue(),
                number,
                EDITION.date(),
                EDITION.printedAt(),
                EDITION.sections(),
                EDITION.feeds(),
                EDITION.losses(),
                EDITION.rests(),
                EDITION.numbers(),
                EDITION.glassBox());
    }

    private record PlainPage(String html) implements Page {
        @Override
        public String edition(Edition edition) {
            return html;
        }

        @Override
        public String archive(String title, String base, List<Issue> issues) {
            return title + " " + base + " " + issues.stream().map(Issue::id).toList();
        }
    }
}
