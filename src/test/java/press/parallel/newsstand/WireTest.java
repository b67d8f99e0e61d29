package press.parallel.newsstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import press.parallel.Feed;
import press.parallel.newsstand.FeedWriter.Dialect;

class WireTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private static Wire wire(Theme theme, Instant now) throws IOException {
        List<Feed> publishers = DefaultPaper.feeds().stream()
                .filter(feed -> Theme.of(feed) == theme)
                .filter(feed -> !Dialect.of(feed.address()).collects())
                .toList();
        return new Wire(theme, publishers, now);
    }

    private static int words(Report report) {
        return report.passages().stream()
                .mapToInt(passage -> passage.text().split("\\s+").length)
                .sum();
    }

    @ParameterizedTest
    @EnumSource
    void articlesHave250To900WordsAndNoParagraphTwice(Theme theme) throws IOException {
        for (int day = 0; day < 5; day++) {
            List<Report> reports = wire(theme, NOW.plus(Duration.ofDays(day))).all();
            assertThat(reports).hasSizeGreaterThan(36);
            for (Report report : reports) {
                List<String> texts =
                        report.passages().stream().map(Report.Passage::text).toList();
                assertThat(words(report)).as(report.headline()).isBetween(250, 900);
                assertThat(texts).as(report.headline()).doesNotHaveDuplicates();
                assertThat(report.summary()).isEqualTo(texts.get(0));
                assertThat(report.passages())
                        .extracting(Report.Passage::kind)
                        .contains(Report.Kind.QUOTE, Report.Kind.HEADING);
                assertThat(report.headline() + texts).doesNotContain("{", "}", "|", "  ");
                assertThat(texts).allMatch(text -> !text.matches(".*\\[[a-zA-Z].*"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPublisherHasTwelveToTwentyFiveEntriesAndSomeTooOldToPrint(Theme theme) throws IOException {
        Wire wire = wire(theme, NOW);
        wire.all().stream()
                .collect(Collectors.groupingBy(Report::publisher, Collectors.counting()))
                .forEach((publisher, count) -> assertThat(count).as(publisher).isBetween(12L, 25L));
        assertThat(wire.all()).allMatch(report -> report.published().isBefore(NOW));
        long old = wire.all().stream()
                .filter(report -> report.published().isBefore(NOW.minus(Duration.ofHours(48))))
                .count();
        assertThat((double) old / wire.all().size()).isBetween(0.08, 0.25);
    }

    @ParameterizedTest
    @EnumSource
    void someEventsAreToldBySeveralPublishersInTheirOwnWords(Theme theme) throws IOException {
        Map<Telling.Facts, List<Report>> tellers =
                wire(theme, NOW).all().stream().collect(Collectors.groupingBy(Report::facts));
        List<List<Report>> shared =
                tellers.values().stream().filter(reports -> reports.size() > 1).toList();
        assertThat(shared).hasSizeGreaterThanOrEqualTo(4);
        assertThat(shared)
                .allSatisfy(reports ->
                        assertThat(reports).extracting(Report::publisher).doesNotHaveDuplicates());
        assertThat(shared)
                .anySatisfy(reports ->
                        assertThat(reports).extracting(Report::headline).doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @EnumSource
    void differentEventsHaveDifferentHeadlines(Theme theme) throws IOException {
        Map<Telling.Facts, String> headlines = wire(theme, NOW).all().stream()
                .collect(Collectors.toMap(Report::facts, Report::headline, (first, second) -> first));
        Set<String> distinct = new HashSet<>(headlines.values());
        assertThat(distinct).hasSameSizeAs(headlines.values());
    }

    @Test
    void theSameDayTellsTheSameStoriesAndTheNextDayOthers() throws IOException {
        List<Report> morning = wire(Theme.NEWS, NOW).all();
        List<Report> noon = wire(Theme.NEWS, NOW.plus(Duration.ofHours(6))).all();
        List<Report> tomorrow = wire(Theme.NEWS, NOW.plus(Duration.ofDays(1))).all();

        assertThat(noon)
                .extracting(Report::link)
                .containsExactlyInAnyOrderElementsOf(
                        morning.stream().map(Report::link).toList());
        assertThat(noon.stream()
                        .filter(report -> report.link().equals(morning.get(0).link()))
                        .findFirst())
                .hasValueSatisfying(same ->
                        assertThat(same.passages()).isEqualTo(morning.get(0).passages()));
        assertThat(tomorrow)
                .extracting(Report::link)
                .doesNotContainAnyElementsOf(morning.stream().map(Report::link).toList());
    }

    @Test
    void theDefaultFeedsTakeSeventeenSecondsInSumAndAnArticleNinetyFourHundredths() throws IOException {
        Map<?, Long> feeds = Latencies.ofFeeds(DefaultPaper.feeds());
        assertThat(feeds).hasSize(26);
        assertThat(feeds.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(17_000);
        assertThat(feeds.values()).allMatch(millis -> millis >= 200 && millis <= 1_500);

        Map<Theme, Double> means = new EnumMap<>(Theme.class);
        for (Theme theme : Theme.values()) {
            means.put(
                    theme,
                    wire(theme, NOW).all().stream()
                            .mapToLong(report -> Latencies.ofArticle(report.link()))
                            .average()
                            .orElseThrow());
        }
        assertThat(means.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .isBetween(900.0, 980.0);
    }

    @Test
    void feedListsOfOtherLengthsHaveLatenciesInProportion() throws IOException {
        List<Feed> five = DefaultPaper.feeds().subList(3, 8);
        assertThat(Latencies.ofFeeds(five).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(Math.round(17_000 * 5 / 26.0));
        assertThat(Latencies.ofFeeds(List.of())).isEmpty();
    }

    @Test
    void aListOfCollectorsAloneLinksToAStopgap() throws IOException {
        Feed collector = DefaultPaper.feeds().stream()
                .filter(feed -> Dialect.of(feed.address()).collects())
                .findFirst()
                .orElseThrow();
        Wire wire = new Wire(Theme.TECH, List.of(), NOW);
        assertThat(wire.pickedBy(collector))
                .hasSizeGreaterThanOrEqualTo(12)
                .allMatch(report -> report.publisher().endsWith(".example"));
    }

    @Test
    void themesFollowFromSectionsElseFromAddresses() {
        assertThat(Arrays.stream(new String[] {
                            "https://a.example/technology.xml", "https://a.example/sport", "https://a.example/x"
                        })
                        .map(address -> Theme.of(new Feed(java.net.URI.create(address), "", 0))))
                .containsExactly(Theme.TECH, Theme.SPORTS, Theme.NEWS);
    }
}
