package press.parallel.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static press.parallel.editor.Drafts.NOW;
import static press.parallel.editor.Drafts.entry;
import static press.parallel.editor.Drafts.section;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import press.parallel.Decision;
import press.parallel.Desk;
import press.parallel.Feed;
import press.parallel.FiledEntry;
import press.parallel.RunSheet;
import press.parallel.Section;
import press.parallel.Share;
import press.parallel.Story;
import press.parallel.Verdict;

class EditorTest {
    private static final List<Section> PAPER =
            List.of(section("news", 3, "war"), section("tech", 2, "chip"), section("rest", 2));
    private final Editor editor = Drafts.editor(PAPER.toArray(Section[]::new));

    @Test
    void nothingInNothingOut() {
        assertThat(editor.choose(Desk.EMPTY, NOW)).isEqualTo(new RunSheet(List.of(), List.of(), 0, 0));
    }

    @Test
    void aSectionPrintsItsBestFirstUntilItIsFull() {
        RunSheet sheet = choose(
                entry("third").place(9),
                entry("first").place(0),
                entry("fourth").place(20),
                entry("second").place(4),
                entry("elsewhere").section("tech").place(3));

        assertThat(keys(sheet)).containsExactly("first", "second", "third", "elsewhere");
        assertThat(sheet.stories()).extracting(Story::rank).containsExactly(1, 2, 3, 1);
        assertThat(sheet.decisions())
                .extracting(Decision::key, Decision::section, Decision::verdict, Decision::rank)
                .containsExactlyInAnyOrder(
                        tuple("first", "news", Verdict.PRINTED, 1),
                        tuple("second", "news", Verdict.PRINTED, 2),
                        tuple("third", "news", Verdict.PRINTED, 3),
                        tuple("fourth", "news", Verdict.OVER_THE_SIZE, 0),
                        tuple("elsewhere", "tech", Verdict.PRINTED, 1));
    }

    @Test
    void aScoreIsTheSumOfItsParts() {
        RunSheet sheet = choose(entry("a").place(5).hoursOld(12));

        assertThat(sheet.stories()).singleElement().satisfies(story -> {
            assertThat(story.scoreBreakdown())
                    .isEqualTo(Map.of("base", 1000L, "static source", 500L, "place in feed", 100L, "freshness", 150L));
            assertThat(story.score()).isEqualTo(1750);
        });
        assertThat(sheet.decisions()).singleElement().satisfies(row -> {
            assertThat(row.parts()).isEqualTo(sheet.stories().get(0).scoreBreakdown());
            assertThat(row.sum()).isEqualTo(row.score()).isEqualTo(1750);
        });
    }

    @Test
    void freshnessHalvesWithEachHalfLife() {
        assertThat(choose(entry("a").hoursOld(0)).decisions().get(0).parts()).containsEntry("freshness", 300L);
        assertThat(choose(entry("a").hoursOld(12)).decisions().get(0).parts()).containsEntry("freshness", 150L);
        assertThat(choose(entry("a").hoursOld(48)).decisions().get(0).parts()).containsEntry("freshness", 19L);
    }

    @Test
    void ofOneScoreTheNewerGoesFirstThenTheKey() {
        assertThat(keys(choose(
                        entry("b").minutesOld(60),
                        entry("a").minutesOld(60),
                        entry("c").minutesOld(59))))
                .containsExactly("c", "a", "b");
    }

    @Test
    void onlyStoriesInsideTheWindowArePrinted() {
        RunSheet sheet =
                choose(entry("inside").minutesOld(48 * 60), entry("outside").minutesOld(48 * 60 + 1));

        assertThat(keys(sheet)).containsExactly("inside");
        assertThat(sheet.scanned()).isEqualTo(2);
        assertThat(sheet.fresh()).isEqualTo(1);
        assertThat(sheet.decisions())
                .extracting(Decision::key, Decision::verdict)
                .contains(tuple("outside", Verdict.TOO_OLD));
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
        Section floored = new Section("news", "News", List.of(), List.of(), 5, Share.ALL, 1750);
        RunSheet sheet = Drafts.editor(floored)
                .choose(
                        Drafts.desk(
                                entry("weak").place(5).hoursOld(13),
                                entry("strong").place(5).hoursOld(12)),
                        NOW);

        assertThat(keys(sheet)).containsExactly("strong");
        assertThat(sheet.decisions())
                .extracting(Decision::key, Decision::verdict)
                .contains(tuple("weak", Verdict.BELOW_THE_FLOOR));
    }

    @Test
    void aPaperWithoutSectionsPrintsNothingAndSaysWhy() {
        RunSheet sheet = Drafts.editor().choose(Drafts.desk(entry("a")), NOW);

        assertThat(sheet.stories()).isEmpty();
        assertThat(sheet.decisions())
                .extracting(Decision::key, Decision::section, Decision::verdict)
                .containsExactly(tuple("a", "", Verdict.NO_SECTION));
    }

    @Test
    void threeHitsOfAnotherSectionMoveAStoryThereAndItSaysByWhichWords() {
        RunSheet sheet = choose(entry("a").section("news").title("Chip, chip and chip"));

        assertThat(sheet.stories()).singleElement().satisfies(story -> {
            assertThat(story.section()).isEqualTo("tech");
            assertThat(story.words()).containsExactly("chip ×3");
        });
    }

    @Test
    void aRowStandsForItself() {
        RunSheet sheet = choose(entry("a").title("A title").link("https://www.paper.example/a"));

        assertThat(sheet.decisions()).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("A title");
            assertThat(row.link()).isEqualTo(URI.create("https://www.paper.example/a"));
            assertThat(row.domain()).isEqualTo("paper.example");
            assertThat(row.feed()).isEqualTo("https://feeds.example.org/news");
            assertThat(row.feedTitle()).isEqualTo("Example Feed");
            assertThat(row.date()).isEqualTo(NOW.minus(Duration.ofHours(1)));
        });
    }

    @Nested
    class Sources {
        private final Section third = new Section("news", "News", List.of(), List.of(), 6, new Share(1, 3), 1000);

        private RunSheet choose(Editor by, String... domains) {
            List<FiledEntry> entries = new ArrayList<>();
            for (int i = 0; i < domains.length; i++) {
                entries.add(entry(domains[i] + i)
                        .link("https://" + domains[i] + "/" + i)
                        .place(i)
                        .file());
            }
            return by.choose(Drafts.desk(entries), NOW);
        }

        @Test
        void noDomainHasMoreThanItsShare() {
            RunSheet sheet = choose(
                    Drafts.editor(third),
                    "a.org",
                    "a.org",
                    "a.org",
                    "b.org",
                    "c.org",
                    "a.org",
                    "d.org",
                    "b.org",
                    "c.org");

            assertThat(keys(sheet)).containsExactly("a.org0", "a.org1", "b.org3", "c.org4", "d.org6", "b.org7");
            assertThat(sheet.decisions())
                    .extracting(Decision::key, Decision::verdict)
                    .contains(
                            tuple("a.org2", Verdict.OVER_THE_SHARE),
                            tuple("a.org5", Verdict.OVER_THE_SHARE),
                            tuple("c.org8", Verdict.OVER_THE_SIZE));
        }

        @Test
        void aSectionOfTwoSourcesIsFilledByHalves() {
            assertThat(keys(choose(
                            Drafts.editor(third),
                            "a.org",
                            "a.org",
                            "a.org",
                            "a.org",
                            "b.org",
                            "b.org",
                            "b.org",
                            "b.org")))
                    .containsExactly("a.org0", "a.org1", "a.org2", "b.org4", "b.org5", "b.org6");
        }

        @Test
        void aSectionOfOneSourceIsFilledByIt() {
            assertThat(choose(Drafts.editor(third), "a.org", "a.org", "a.org", "a.org")
                            .stories())
                    .hasSize(4);
        }

        @Test
        void aWholeNumberHoldsAlways() {
            Section two = new Section("news", "News", List.of(), List.of(), 6, new Share(2, 0), 1000);

            assertThat(choose(Drafts.editor(two), "a.org", "a.org", "a.org", "a.org")
                            .stories())
                    .hasSize(2);
        }

        @Test
        void aStoryOfADomainThatHasNoneTakesThePlaceOfTheLastOfOneThatHasSeveral() {
            Section open = new Section("news", "News", List.of(), List.of(), 3, Share.ALL, 1000);
            Editor varied = Drafts.editor(List.of(), Repeat.NEVER, 3, open);

            assertThat(keys(choose(varied, "a.org", "a.org", "a.org", "a.org", "b.org", "c.org", "b.org")))
                    .containsExactly("a.org0", "b.org4", "c.org5");
        }

        @Test
        void whereThereAreFewerDomainsVarietyAsksForNoMore() {
            Section open = new Section("news", "News", List.of(), List.of(), 3, Share.ALL, 1000);
            Editor varied = Drafts.editor(List.of(), Repeat.NEVER, 3, open);

            assertThat(keys(choose(varied, "a.org", "a.org", "a.org", "b.org")))
                    .containsExactly("a.org0", "a.org1", "b.org3");
        }
    }

    @Nested
    class PrintedBefore {
        private final Desk desk = Drafts.desk(
                List.of(
                        entry("old").title("Storm hits the coast").place(5).file(),
                        entry("other")
                                .title("Storm hits coast")
                                .feed("https://two.example.org/feed")
                                .place(9)
                                .file(),
                        entry("new").file()),
                Map.of("other", new Desk.Before("2026-02-28-1", 1500)));

        private RunSheet by(Repeat repeat) {
            return Drafts.editor(List.of(), repeat, 1, section("news", 5)).choose(desk, NOW);
        }

        @Test
        void doesNotComeBackBecauseAPolicyIsNew() {
            Policy everything = new Policy("all", List.of(), List.of(), List.of("example.org"), List.of(), -1, -1, 50);
            RunSheet sheet = Drafts.editor(List.of(everything), new Repeat(5), 1, section("news", 5))
                    .choose(desk, NOW);

            assertThat(keys(sheet)).containsExactly("new");
        }

        @Test
        void doesNotComeBackWhenItIsNotKnownHowItStood() {
            Desk upgraded = new Desk(
                    desk.fresh(),
                    desk.old(),
                    Map.of("other", new Desk.Before("2026-02-28-1", Desk.Before.UNKNOWN)),
                    desk.statistics());
            RunSheet sheet = Drafts.editor(List.of(), new Repeat(5), 1, section("news", 5))
                    .choose(upgraded, NOW);

            assertThat(keys(sheet)).containsExactly("new");
        }

        @Test
        void isNotPrintedAgainWhicheverEntryLedItThere() {
            RunSheet sheet = by(Repeat.NEVER);

            assertThat(keys(sheet)).containsExactly("new");
            assertThat(sheet.decisions())
                    .extracting(Decision::key, Decision::verdict, Decision::detail)
                    .contains(
                            tuple("old", Verdict.PRINTED_BEFORE, "2026-02-28-1"),
                            tuple("other", Verdict.MERGED, "old"));
        }

        @Test
        void isPrintedAgainWhenItHasGrownWhateverItsAge() {
            // Base 1000, static 500, place 100, also in one feed 150: 250 more than then.
            assertThat(keys(by(new Repeat(2.5)))).containsExactly("old", "new");
            assertThat(keys(by(new Repeat(2.6)))).containsExactly("new");
        }

        @Test
        void isPrintedAgainWhenThatIsWanted() {
            assertThat(keys(by(Repeat.ALWAYS))).hasSize(2);
        }
    }

    @Nested
    class OneStoryInSeveralFeeds {
        @Test
        void theBestLeadsAndEachOtherFeedAdds() {
            RunSheet sheet = choose(
                    entry("wire")
                            .title("Storm hits the coast")
                            .section("tech")
                            .feed("https://wire.example.org/feed")
                            .place(9)
                            .stats(300, 10)
                            .discussed("https://talk.example.org/1"),
                    entry("paper").title("Storm hits coast").place(0),
                    entry("late")
                            .title("Storm Hits Coast!")
                            .feed("https://late.example.org/feed")
                            .feedTitle("The Late Paper")
                            .place(20));

            assertThat(sheet.stories()).singleElement().satisfies(story -> {
                assertThat(story.entry().key()).isEqualTo("paper");
                assertThat(story.section()).isEqualTo("news");
                assertThat(story.entry().points()).isEqualTo(300);
                assertThat(story.entry().comments()).isEqualTo(10);
                assertThat(story.entry().commentsLink()).isEqualTo(URI.create("https://talk.example.org/1"));
                assertThat(story.scoreBreakdown())
                        .containsEntry("place in feed", 200L)
                        .containsEntry("also in 2 feeds", 300L);
                assertThat(story.scoreBreakdown().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(story.score());
                assertThat(story.alsoIn())
                        .containsExactly(
                                new Story.AlsoIn(
                                        "Example Feed", "Storm hits the coast", URI.create("https://example.org/wire")),
                                new Story.AlsoIn(
                                        "The Late Paper", "Storm Hits Coast!", URI.create("https://example.org/late")));
            });
            assertThat(sheet.decisions())
                    .extracting(Decision::key, Decision::section, Decision::verdict, Decision::detail)
                    .containsExactlyInAnyOrder(
                            tuple("paper", "news", Verdict.PRINTED, ""),
                            tuple("late", "news", Verdict.MERGED, "paper"),
                            tuple("wire", "tech", Verdict.MERGED, "paper"));
        }

        @Test
        void twoTellingsInOneFeedAddNothing() {
            RunSheet sheet = choose(
                    entry("one").title("Storm hits coast"),
                    entry("two").title("Storm hits the coast").place(3));

            assertThat(sheet.stories())
                    .singleElement()
                    .satisfies(story ->
                            assertThat(story.scoreBreakdown().keySet()).noneMatch(name -> name.startsWith("also")));
        }

        @Test
        void oneKeyInTwoFeedsIsOneStoryWhateverItsTitles() {
            RunSheet sheet = choose(
                    entry("same").title("Storm hits coast").feed("https://one.example.org/feed"),
                    entry("same")
                            .title("What a night")
                            .feed("https://two.example.org/feed")
                            .place(5));

            assertThat(sheet.stories())
                    .singleElement()
                    .satisfies(story -> assertThat(story.alsoIn())
                            .extracting(Story.AlsoIn::title)
                            .containsExactly("What a night"));
            assertThat(sheet.decisions()).hasSize(1);
            assertThat(sheet.scanned()).isEqualTo(1);
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
        private final Editor wide = Drafts.editor(section("news", 10), section("tech", 10));

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
            assertThat(wide.certain(assessed(in), List.of(), NOW))
                    .isEqualTo(wide.choose(assessed(in), NOW).stories());
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
            Editor small = Drafts.editor(section("news", 3));

            // 3 stories of 2 feeds, 1.5 for each: 2 of the 3 places are kept back.
            List<FiledEntry> two = List.of(
                    entry("a").feed("https://one.example.org/feed").file(),
                    entry("b").feed("https://one.example.org/feed").file(),
                    entry("c").feed("https://two.example.org/feed").file());

            assertThat(small.certain(Drafts.assessed(small, two), out("news", 1), NOW))
                    .extracting(story -> story.entry().key())
                    .containsExactly("a");
        }

        private Desk assessed(List<FiledEntry> entries) {
            return Drafts.assessed(wide, entries);
        }

        private List<String> certain(List<Feed> out) {
            return wide.certain(assessed(in), out, NOW).stream()
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
        RunSheet first = editor.choose(Drafts.desk(entries), NOW);
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(entries, random);
            assertThat(editor.choose(Drafts.desk(entries), NOW)).isEqualTo(first);
        }
        assertThat(first.decisions())
                .extracting(Decision::verdict)
                .contains(Verdict.PRINTED, Verdict.MERGED, Verdict.OVER_THE_SIZE, Verdict.TOO_OLD);
    }

    @Test
    void everyKeyGetsExactlyOneDecision() {
        List<FiledEntry> entries = morning(600);

        assertThat(editor.choose(Drafts.desk(entries), NOW).decisions())
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

        RunSheet sheet =
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> editor.choose(Drafts.desk(entries), NOW));

        assertThat(sheet.stories()).hasSize(7);
        assertThat(sheet.scanned()).isEqualTo((int)
                entries.stream().map(filed -> filed.entry().key()).distinct().count());
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

    private RunSheet choose(Drafts.Draft... drafts) {
        return editor.choose(Drafts.desk(drafts), NOW);
    }

    private static List<String> keys(RunSheet sheet) {
        return sheet.stories().stream().map(story -> story.entry().key()).toList();
    }
}
