package press.parallel.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static press.parallel.editor.Drafts.entry;
import static press.parallel.editor.Drafts.section;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.Assessment;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FiledEntry;
import press.parallel.Section;
import press.parallel.Statistics;

class AssessorTest {
    private static final Section NEWS = section("news", 9);

    private static Assessment assess(FiledEntry filed, Statistics statistics, Policy... policies) {
        return new Assessor(List.of(NEWS), Weights.USUAL, List.of(policies))
                .assess(filed.entry(), filed.feed(), filed.feedTitle(), filed.section(), statistics);
    }

    private static Policy policy(
            List<String> phrases, List<String> feeds, List<String> domains, List<String> authors, double boost) {
        return new Policy("house", phrases, feeds, domains, authors, Policy.ANY_LENGTH, Policy.ANY_LENGTH, boost);
    }

    @Test
    void anEntryOfAStaticFeedHasTheStaticBoost() {
        assertThat(assess(entry("a").file(), Statistics.NONE).parts())
                .isEqualTo(Map.of("base", 1000L, "static source", 500L, "place in feed", 200L));
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "5, 100", "10, 50", "50, 0"})
    void theFirstOfAFeedCountMore(int place, long points) {
        assertThat(assess(entry("a").place(place).file(), Statistics.NONE)
                        .parts()
                        .getOrDefault("place in feed", 0L))
                .isEqualTo(points);
    }

    @Test
    void thousandsOfPointsWeighNoMoreThanDozens() {
        long[] large = LongStream.rangeClosed(1, 100).map(i -> i * 400).toArray();
        long[] small = LongStream.rangeClosed(1, 100).toArray();

        Map<String, Long> forum = assess(entry("a").stats(40_000, 0).file(), Statistics.of(large, new long[100]))
                .parts();
        Map<String, Long> blog = assess(entry("b").stats(100, 0).file(), Statistics.of(small, new long[100]))
                .parts();

        assertThat(forum).isEqualTo(blog).containsEntry("points", 697L).containsEntry("comments", 150L);
    }

    @Test
    void anAverageEntryWithStatisticsIsWorthAsMuchAsOneWithout() {
        long[] numbers = {1, 2, 3};
        Map<String, Long> average = assess(entry("a").stats(2, 2).file(), Statistics.of(numbers, numbers))
                .parts();

        assertThat(average.get("points") + average.get("comments")).isEqualTo(500);
    }

    @Nested
    class Policies {
        @Test
        void aPhraseBoostsInUnitsOfAHundred() {
            Assessment assessment = assess(
                    entry("a").title("The royal baby arrives").file(),
                    Statistics.NONE,
                    policy(List.of("royal baby", "red carpet"), List.of(), List.of(), List.of(), -2.5));

            assertThat(assessment.parts()).containsEntry("policy house", -250L);
            assertThat(assessment.policies()).containsExactly("house");
        }

        @ParameterizedTest
        @CsvSource({
            "royal baby, , , , true",
            "royals, , , , false",
            "re:bab(y|ies), , , , true",
            ", https://feeds.example.org/news, , , true",
            ", example feed, , , true",
            ", Example, , , false",
            ", , paper.example, , true",
            ", , www.paper.example, , true",
            ", , aper.example, , false",
            ", , , jane doe, true",
            ", , , jan, false",
            "royal baby, Example Feed, paper.example, Jane Doe, true",
            "royal baby, Example Feed, other.example, Jane Doe, false",
            "royals, Example Feed, paper.example, Jane Doe, false",
        })
        void whatIsNamedAllHasToFit(String phrase, String feed, String domain, String author, boolean fits) {
            Assessment assessment = assess(
                    entry("a")
                            .title("The Royal Baby arrives")
                            .link("https://www.paper.example/a")
                            .author("By Jane Doe, staff")
                            .file(),
                    Statistics.NONE,
                    policy(one(phrase), one(feed), one(domain), one(author), 1));

            assertThat(assessment.policies().isEmpty()).isNotEqualTo(fits);
        }

        private List<String> one(String text) {
            return text == null ? List.of() : List.of(text);
        }

        @ParameterizedTest
        @CsvSource({"3, 3, -1, false", "3, 4, -1, true", "3, -1, 3, false", "3, -1, 2, true", "3, 10, 2, true"})
        void lengthsAreWordsOfTheFeed(int words, int shorterThan, int longerThan, boolean fits) {
            Policy length =
                    new Policy("length", List.of(), List.of(), List.of(), List.of(), shorterThan, longerThan, 1);

            assertThat(assess(entry("a").summary("<p>word </p>".repeat(words)).file(), Statistics.NONE, length)
                            .policies()
                            .isEmpty())
                    .isNotEqualTo(fits);
        }
    }

    @Nested
    class WrittenOnce {
        private final Feed feed = new Feed(URI.create("https://feeds.example.org/news"), "news", 0);
        private final Editor editor = Drafts.editor(NEWS);

        private Map<String, Assessment> offered(List<FiledEntry> known, FiledEntry... now) {
            return editor.assess(
                    feed,
                    new FeedContent(
                            "Example Feed",
                            null,
                            List.of(now).stream().map(FiledEntry::entry).toList()),
                    known);
        }

        @Test
        void anEntryIsAssessedWhenItIsNewAndNotWhenItComesAgain() {
            FiledEntry first = entry("a").stats(5, 5).file();
            Map<String, Assessment> assessed = offered(List.of(), first);
            assertThat(assessed).containsOnlyKeys("a");

            FiledEntry known = first.with(assessed.get("a"));
            assertThat(offered(List.of(known), entry("a").stats(5, 5).place(7).file()))
                    .isEmpty();
        }

        @Test
        void anotherEntryOfItsFeedDoesNotChangeIt() {
            FiledEntry first = entry("a").stats(5, 5).file();
            FiledEntry known = first.with(offered(List.of(), first).get("a"));

            assertThat(offered(List.of(known), entry("b").stats(90, 90).file(), first))
                    .containsOnlyKeys("b");
        }

        @Test
        void itIsAssessedAgainWhenItsStatisticsGrow() {
            FiledEntry first = entry("a").stats(5, 5).file();
            FiledEntry known = first.with(offered(List.of(), first).get("a"));

            assertThat(offered(List.of(known), entry("a").stats(6, 5).file())).containsOnlyKeys("a");
            assertThat(offered(List.of(known), entry("a").stats(4, 5).file())).isEmpty();
        }

        @Test
        void itIsAssessedAgainByOtherRules() {
            FiledEntry first = entry("a").file();
            FiledEntry known = first.with(offered(List.of(), first).get("a"));
            Editor other = Drafts.editor(section("news", 9, "war"));

            assertThat(other.rules()).isNotEqualTo(editor.rules());
            assertThat(other.assess(feed, new FeedContent("", null, List.of(first.entry())), List.of(known)))
                    .containsOnlyKeys("a");
            assertThat(other.assessAgain(Drafts.desk(List.of(known)))).hasSize(1);
            assertThat(editor.assessAgain(Drafts.desk(List.of(known)))).isEmpty();
        }

        @Test
        void itIsAssessedAgainWhenItsFeedMovesToAnotherSection() {
            Editor two = Drafts.editor(NEWS, section("tech", 9));
            FiledEntry first = entry("a").section("news").file();
            FiledEntry known = two.assessAgain(Drafts.desk(List.of(first))).get(0);
            FiledEntry moved = entry("a").section("tech").file().with(known.assessment());

            assertThat(two.assessAgain(Drafts.desk(List.of(known)))).isEmpty();
            assertThat(two.assessAgain(Drafts.desk(List.of(moved))))
                    .extracting(filed -> filed.assessment().section())
                    .containsExactly("tech");
        }

        @Test
        void sizeAndFloorOfASectionAreNoRulesOfAssessment() {
            assertThat(Drafts.editor(section("news", 3)).rules()).isEqualTo(editor.rules());
        }
    }
}
