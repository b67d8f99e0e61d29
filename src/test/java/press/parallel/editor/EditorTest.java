package press.parallel.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static press.parallel.editor.Desk.NOW;
import static press.parallel.editor.Desk.WINDOW;
import static press.parallel.editor.Desk.entry;
import static press.parallel.editor.Desk.section;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import press.parallel.Decision;
import press.parallel.Feed;
import press.parallel.FiledEntry;
import press.parallel.RunSheet;
import press.parallel.Section;
import press.parallel.Story;

class EditorTest {
    private static final List<Section> PAPER =
            List.of(section("news", 3, "war"), section("tech", 2, "chip"), section("rest", 2));
    private final Editor editor = new Editor(PAPER, WINDOW);

    @Test
    void nothingInNothingOut() {
        assertThat(editor.choose(List.of(), NOW)).isEqualTo(new RunSheet(List.of(), List.of(), 0, 0));
    }

    @Test
    void aSectionPrintsItsNewestFirstUntilItIsFull() {
        RunSheet sheet = choose(
                entry("old").minutesOld(50),
                entry("new").minutesOld(5),
                entry("older").minutesOld(90),
                entry("between").minutesOld(20),
                entry("elsewhere").section("tech").minutesOld(1));

        assertThat(keys(sheet)).containsExactly("new", "between", "old", "elsewhere");
        assertThat(sheet.stories()).extracting(Story::rank).containsExactly(1, 2, 3, 1);
        assertThat(sheet.decisions())
                .containsExactlyInAnyOrder(
                        new Decision("new", "news", 1000, "printed", 1, ""),
                        new Decision("between", "news", 1000, "printed", 2, ""),
                        new Decision("old", "news", 1000, "printed", 3, ""),
                        new Decision("older", "news", 1000, "over the size", 0, ""),
                        new Decision("elsewhere", "tech", 1000, "printed", 1, ""));
    }

    @Test
    void ofOneMomentTheHigherScoreGoesFirstThenTheKey() {
        assertThat(keys(choose(entry("b"), entry("a"), entry("c").stats(5, 0)))).containsExactly("c", "a", "b");
    }

    @Test
    void onlyStoriesInsideTheWindowArePrinted() {
        RunSheet sheet =
                choose(entry("inside").minutesOld(48 * 60), entry("outside").minutesOld(48 * 60 + 1));

        assertThat(keys(sheet)).containsExactly("inside");
        assertThat(sheet.scanned()).isEqualTo(2);
        assertThat(sheet.fresh()).isEqualTo(1);
        assertThat(sheet.decisions()).contains(new Decision("outside", "news", 1000, "too old", 0, ""));
    }

    @Test
    void aStoryWithoutADateCountsFromWhenItWasFirstSeen() {
        RunSheet sheet = choose(
                entry("seen").undated(NOW.minus(Duration.ofHours(2))),
                entry("stale").undated(NOW.minus(Duration.ofDays(3))),
                entry("updated").onlyUpdated(NOW.minus(Duration.ofHours(3))));

        assertThat(keys(sheet)).containsExactly("seen", "updated");
    }

    @Test
    void aStoryBelowTheFloorStaysOut() {
        Section floored = new Section("news", "News", List.of(), List.of(), 5, 1050);
        RunSheet sheet = new Editor(List.of(floored), WINDOW)
                .choose(
                        List.of(
                                entry("weak").stats(20, 14).file(),
                                entry("strong").stats(20, 15).file()),
                        NOW);

        assertThat(keys(sheet)).containsExactly("strong");
        assertThat(sheet.decisions()).contains(new Decision("weak", "news", 1048, "below the floor", 0, ""));
    }

    @Test
    void aPaperWithoutSectionsPrintsNothingAndSaysWhy() {
        RunSheet sheet = new Editor(List.of(), WINDOW).choose(List.of(entry("a").file()), NOW);

        assertThat(sheet.stories()).isEmpty();
        assertThat(sheet.decisions()).containsExactly(new Decision("a", "", 1000, "no section", 0, ""));
    }

    @Nested
    class OneStoryInSeveralFeeds {
        @Test
        void theFirstInPrintOrderLeadsWithTheLargestStatisticsOfAll() {
            RunSheet sheet = choose(
                    entry("wire")
                            .title("Storm hits the coast")
                            .section("tech")
                            .feed("https://wire.example.org/feed")
                            .minutesOld(1)
                            .stats(300, 10)
                            .discussed("https://talk.example.org/1"),
                    entry("paper").title("Storm hits coast").minutesOld(30).stats(2, 50),
                    entry("late")
                            .title("Storm Hits Coast!")
                            .feed("https://late.example.org/feed")
                            .feedTitle("The Late Paper")
                            .minutesOld(40));

            assertThat(sheet.stories()).singleElement().satisfies(story -> {
                assertThat(story.entry().key()).isEqualTo("paper");
                assertThat(story.section()).isEqualTo("news");
                assertThat(story.entry().points()).isEqualTo(300);
                assertThat(story.entry().comments()).isEqualTo(50);
                assertThat(story.entry().commentsLink()).isEqualTo(URI.create("https://talk.example.org/1"));
                assertThat(story.score()).isEqualTo(1400);
                assertThat(story.scoreBreakdown())
                        .containsEntry("base", 1000L)
                        .containsEntry("points", 300L)
                        .containsEntry("comments", 100L);
                assertThat(story.alsoIn())
                        .containsExactly(
                                new Story.AlsoIn(
                                        "The Late Paper", "Storm Hits Coast!", URI.create("https://example.org/late")),
                                new Story.AlsoIn(
                                        "Example Feed",
                                        "Storm hits the coast",
                                        URI.create("https://example.org/wire")));
            });
            assertThat(sheet.decisions())
                    .containsExactlyInAnyOrder(
                            new Decision("paper", "news", 1400, "printed", 1, ""),
                            new Decision("late", "news", 1000, "merged", 0, "paper"),
                            new Decision("wire", "tech", 1320, "merged", 0, "paper"));
        }

        @Test
        void oneKeyInTwoFeedsIsOneStoryWhateverItsTitles() {
            RunSheet sheet = choose(
                    entry("same").title("Storm hits coast").feed("https://one.example.org/feed"),
                    entry("same")
                            .title("What a night")
                            .feed("https://two.example.org/feed")
                            .minutesOld(90));

            assertThat(sheet.stories())
                    .singleElement()
                    .satisfies(story -> assertThat(story.alsoIn())
                            .extracting(Story.AlsoIn::title)
                            .containsExactly("What a night"));
            assertThat(sheet.decisions()).containsExactly(new Decision("same", "news", 1000, "printed", 1, ""));
            assertThat(sheet.scanned()).isEqualTo(2);
        }

        @Test
        void anOldCopyNeitherLeadsNorCounts() {
            RunSheet sheet = choose(
                    entry("same")
                            .title("Storm hits coast")
                            .feed("https://one.example.org/feed")
                            .minutesOld(9000)
                            .stats(500, 0),
                    entry("same").title("Storm hits coast").section("tech").feed("https://two.example.org/feed"));

            assertThat(sheet.stories()).singleElement().satisfies(story -> {
                assertThat(story.section()).isEqualTo("tech");
                assertThat(story.score()).isEqualTo(1000);
                assertThat(story.alsoIn()).isEmpty();
            });
            assertThat(sheet.decisions()).hasSize(1);
        }

        @Test
        void mergedStatisticsLiftAStoryOverTheFloorWhereItsSectionAsksLess() {
            Section strict = new Section("news", "News", List.of(), List.of(), 5, 1500);
            Section mild = new Section("tech", "Tech", List.of(), List.of(), 5, 1100);
            RunSheet sheet = new Editor(List.of(strict, mild), WINDOW)
                    .choose(
                            List.of(
                                    entry("a")
                                            .title("Storm hits coast")
                                            .section("news")
                                            .file(),
                                    entry("b")
                                            .title("Storm hits coast")
                                            .section("tech")
                                            .stats(200, 0)
                                            .file()),
                            NOW);

            assertThat(keys(sheet)).containsExactly("b");
            assertThat(sheet.decisions()).contains(new Decision("a", "news", 1000, "merged", 0, "b"));
        }

        @Test
        void smallChangesDoNotChainTwoStoriesTogether() {
            RunSheet sheet = choose(
                    entry("a").title("one two three four five six seven eight").minutesOld(1),
                    entry("b")
                            .title("one two three four five six seven eight nine ten")
                            .minutesOld(2),
                    entry("c")
                            .title("one two three four five six seven eight nine ten eleven twelve")
                            .minutesOld(3));

            assertThat(keys(sheet)).containsExactly("a", "c");
        }

        @Test
        void talksOfTheSameNameInTwoPlacesStayTwo() {
            RunSheet sheet = choose(
                    entry("films").title("Daily discussion thread").selfPost(),
                    entry("books").title("Daily discussion thread").selfPost());

            assertThat(keys(sheet)).containsExactly("books", "films");
        }
    }

    @Nested
    class FeedsStillOut {
        private final Editor wide = new Editor(List.of(section("news", 10), section("tech", 10)), WINDOW);

        /** Four news feeds with two stories each, one tech feed with three. */
        private final List<FiledEntry> in = new ArrayList<>();

        FeedsStillOut() {
            IntStream.range(0, 8)
                    .forEach(i -> in.add(entry("news" + i)
                            .feed("https://news" + i % 4 + ".example.org/feed")
                            .minutesOld(i)
                            .file()));
            IntStream.range(0, 3)
                    .forEach(i -> in.add(entry("tech" + i)
                            .section("tech")
                            .feed("https://tech.example.org/feed")
                            .minutesOld(i)
                            .file()));
        }

        @Test
        void withNoneOutTheWholeChoiceIsCertain() {
            assertThat(wide.certain(in, List.of(), NOW))
                    .isEqualTo(wide.choose(in, NOW).stories());
        }

        @Test
        void aSectionKeepsBackThePlacesThatItsFeedsWouldFill() {
            // 2 stories for each news feed that is in: three more would fill 6 of 10 places.
            assertThat(certain(out("news", 3)))
                    .containsExactly("news0", "news1", "news2", "news3", "tech0", "tech1", "tech2");
        }

        @Test
        void aSectionWithMorePlacesThanAllCouldFillKeepsAll() {
            assertThat(certain(out("news", 1))).hasSize(11);
        }

        @Test
        void aSectionWithNoFeedInKeepsNone() {
            in.removeIf(filed -> filed.section().equals("tech"));

            assertThat(certain(out("tech", 1))).hasSize(8).allMatch(key -> key.startsWith("news"));
        }

        @Test
        void aFeedWithoutSectionIsOutForEverySection() {
            // 4 x 2 of the 10 news places and 4 x 3, more than there are, of the tech places are kept back.
            assertThat(certain(out("", 4))).containsExactly("news0", "news1");
        }

        @Test
        void whatAFeedBroughtLastTimeDoesNotCountItAsIn() {
            List<Feed> late = List.of(new Feed(URI.create("https://tech.example.org/feed"), "tech", 0));

            assertThat(certain(late)).hasSize(8).allMatch(key -> key.startsWith("news"));
        }

        @Test
        void halfAStoryKeepsBackAWholePlace() {
            Editor small = new Editor(List.of(section("news", 3)), WINDOW);

            // 3 stories of 2 feeds, 1.5 for each: 2 of the 3 places are kept back.
            List<FiledEntry> two = List.of(
                    entry("a").feed("https://one.example.org/feed").file(),
                    entry("b").feed("https://one.example.org/feed").file(),
                    entry("c").feed("https://two.example.org/feed").file());

            assertThat(small.certain(two, out("news", 1), NOW))
                    .extracting(story -> story.entry().key())
                    .containsExactly("a");
        }

        private List<String> certain(List<Feed> out) {
            return wide.certain(in, out, NOW).stream()
                    .map(story -> story.entry().key())
                    .toList();
        }

        private List<Feed> out(String section, int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> new Feed(URI.create("https://out" + i + ".example.org/feed"), section, i))
                    .toList();
        }
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        List<FiledEntry> entries = new ArrayList<>(morning(600));
        RunSheet first = editor.choose(entries, NOW);
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(entries, random);
            assertThat(editor.choose(entries, NOW)).isEqualTo(first);
        }
        assertThat(first.decisions())
                .extracting(Decision::verdict)
                .contains("printed", "merged", "over the size", "too old");
    }

    @Test
    void everyKeyGetsExactlyOneDecision() {
        List<FiledEntry> entries = morning(600);

        assertThat(editor.choose(entries, NOW).decisions())
                .extracting(Decision::key)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(entries.stream()
                        .map(filed -> filed.entry().key())
                        .distinct()
                        .toList());
    }

    @Test
    void aHundredThousandEntriesTakeSeconds() {
        List<FiledEntry> entries = morning(100_000);

        RunSheet sheet = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> editor.choose(entries, NOW));

        assertThat(sheet.stories()).hasSize(7);
        assertThat(sheet.scanned()).isEqualTo(100_000);
    }

    /** Entries of 50 feeds with many near-equal titles of few words, the same ones for the same count. */
    private static List<FiledEntry> morning(int count) {
        String[] words =
                "storm coast minister chip league film war vote court city river bank price team star".split(" ");
        Random random = new Random(count);
        List<FiledEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder title = new StringBuilder();
            Random story = new Random(random.nextInt(count));
            int length = 4 + story.nextInt(8);
            for (int w = 0; w < length; w++) {
                title.append(words[story.nextInt(words.length)]).append(w % 3 == 2 ? ", " : " ");
            }
            entries.add(entry("k" + random.nextInt(count))
                    .title(title + (i % 3 == 0 ? "- BBC News" : ""))
                    .link("https://www.bbc.com/" + i)
                    .feed("https://feed" + i % 50 + ".example.org/feed")
                    .section(List.of("news", "tech", "").get(random.nextInt(3)))
                    .summary("<p>About " + words[random.nextInt(words.length)] + " and more of it.</p>")
                    .minutesOld(random.nextInt(3000))
                    .stats(random.nextInt(50), random.nextInt(20))
                    .file());
        }
        return entries;
    }

    private RunSheet choose(Desk.Draft... drafts) {
        List<FiledEntry> entries = new ArrayList<>();
        for (Desk.Draft draft : drafts) {
            entries.add(draft.file());
        }
        return editor.choose(entries, NOW);
    }

    private static List<String> keys(RunSheet sheet) {
        return sheet.stories().stream().map(story -> story.entry().key()).toList();
    }
}
