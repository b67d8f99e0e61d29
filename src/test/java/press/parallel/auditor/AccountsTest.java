package press.parallel.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import press.parallel.Decision;
import press.parallel.GlassBox;
import press.parallel.SampleRows;
import press.parallel.Section;
import press.parallel.Share;
import press.parallel.Verdict;

/** Every number is reckoned once more from the rows, the simple way. */
class AccountsTest {
    private static final Section NEWS = new Section("news", "News", List.of(), List.of(), 10, Share.ALL, 1000);
    private static final Section TECH = new Section("tech", "Technology", List.of(), List.of(), 10, Share.ALL, 1200);

    private static GlassBox of(Decision... rows) {
        return new Accounts(List.of(NEWS, TECH)).of(List.of(rows));
    }

    private static Decision row(String key, String feed, String domain, long score, Verdict verdict, int rank) {
        return row(key, "news", feed, domain, score, verdict, rank);
    }

    private static Decision row(
            String key, String section, String feed, String domain, long score, Verdict verdict, int rank) {
        return new Decision(
                key,
                "Story " + key,
                URI.create("https://" + (domain.isEmpty() ? "127.0.0.1" : domain) + "/" + key),
                "https://" + feed + "/rss",
                feed,
                domain,
                Instant.EPOCH,
                section,
                List.of(),
                score,
                Map.of("base", score),
                verdict,
                rank,
                "");
    }

    @Nested
    class Vitals {
        @Test
        void areCountedFromTheRows() {
            List<Decision> rows = SampleRows.rows();
            int fresh = 0;
            int printed = 0;
            for (Decision row : rows) {
                fresh += row.verdict() == Verdict.TOO_OLD ? 0 : 1;
                printed += row.verdict() == Verdict.PRINTED ? 1 : 0;
            }
            GlassBox.Vitals vitals = new Accounts(SampleRows.SECTIONS).of(rows).vitals();
            assertThat(vitals.scanned()).isEqualTo(rows.size());
            assertThat(vitals.fresh()).isEqualTo(fresh).isPositive();
            assertThat(vitals.printed()).isEqualTo(printed).isEqualTo(12);
            assertThat(vitals.antiFeed()).isCloseTo(1 - printed / (double) rows.size(), within(1e-12));
        }

        @Test
        void verdictsAddUpToWhatWasScanned() {
            List<Decision> rows = SampleRows.rows();
            Map<String, Integer> verdicts =
                    new Accounts(SampleRows.SECTIONS).of(rows).decisions();
            assertThat(verdicts.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(rows.size());
            for (Verdict verdict : Verdict.values()) {
                long count =
                        rows.stream().filter(row -> row.verdict() == verdict).count();
                assertThat(verdicts.get(verdict.words())).as(verdict.words()).isEqualTo((int) count);
            }
        }

        @Test
        void aVerdictThatNothingMetIsNotNamed() {
            assertThat(of(row("a", "x.org", "x.org", 1500, Verdict.PRINTED, 1)).decisions())
                    .containsExactly(Map.entry("printed", 1));
        }
    }

    @Nested
    class Sources {
        @Test
        void ofOneNameAndTwoAddressesAreTwo() {
            List<GlassBox.Source> feeds =
                    new Accounts(SampleRows.SECTIONS).of(SampleRows.rows()).feeds();
            assertThat(feeds).extracting(GlassBox.Source::link).doesNotHaveDuplicates();
            assertThat(feeds)
                    .extracting(GlassBox.Source::name)
                    .contains("Feed e")
                    .hasSizeGreaterThan(15);
            assertThat(feeds.stream().filter(feed -> feed.name().equals("Feed e")))
                    .hasSize(2);
        }

        @Test
        void haveTheirSharesOfTheRows() {
            List<Decision> rows = SampleRows.rows();
            GlassBox box = new Accounts(SampleRows.SECTIONS).of(rows);
            for (GlassBox.Source feed : box.feeds()) {
                agrees(
                        feed,
                        rows,
                        rows.stream()
                                .filter(row -> row.feed().equals(feed.link()))
                                .toList());
            }
            for (GlassBox.Source domain : box.domains()) {
                assertThat(domain.link()).isEmpty();
                agrees(
                        domain,
                        rows,
                        rows.stream()
                                .filter(row -> row.domain().equals(domain.name()))
                                .toList());
            }
        }

        @Test
        void takeAndGiveEverythingTogether() {
            List<GlassBox.Source> feeds =
                    new Accounts(SampleRows.SECTIONS).of(SampleRows.rows()).feeds();
            assertThat(feeds.stream().mapToDouble(GlassBox.Source::input).sum()).isCloseTo(1, within(1e-9));
            assertThat(feeds.stream().mapToDouble(GlassBox.Source::output).sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(feeds.stream().mapToDouble(GlassBox.Source::delta).sum()).isCloseTo(0, within(1e-9));
        }

        /** As an address in numbers. */
        @Test
        void withoutADomainAreInNoLineButAmongTheScanned() {
            GlassBox box = of(
                    row("a", "x.org", "x.org", 1500, Verdict.PRINTED, 1),
                    row("b", "x.org", "", 1400, Verdict.PRINTED, 2),
                    row("c", "x.org", "", 0, Verdict.TOO_OLD, 0),
                    row("d", "x.org", "", 0, Verdict.TOO_OLD, 0));
            assertThat(box.domains()).containsExactly(new GlassBox.Source("x.org", "", 1, 1, 0.25, 0.5, 0.25));
        }

        private static void agrees(GlassBox.Source source, List<Decision> all, List<Decision> own) {
            double printed =
                    all.stream().filter(row -> row.verdict() == Verdict.PRINTED).count();
            double ownPrinted =
                    own.stream().filter(row -> row.verdict() == Verdict.PRINTED).count();
            assertThat(source.scanned()).isEqualTo(own.size()).isPositive();
            assertThat(source.printed()).isEqualTo((int) ownPrinted);
            assertThat(source.input()).isCloseTo((double) own.size() / all.size(), within(1e-12));
            assertThat(source.output()).isCloseTo(ownPrinted / printed, within(1e-12));
            assertThat(source.delta()).isCloseTo(source.output() - source.input(), within(1e-12));
        }

        @Test
        void standWithTheLargestPartOfThePaperFirst() {
            GlassBox box = of(
                    row("a", "quiet.org", "quiet.org", 0, Verdict.TOO_OLD, 0),
                    row("b", "loud.org", "loud.org", 0, Verdict.TOO_OLD, 0),
                    row("c", "loud.org", "loud.org", 0, Verdict.TOO_OLD, 0),
                    row("d", "good.org", "good.org", 1500, Verdict.PRINTED, 1),
                    row("e", "also.org", "also.org", 1400, Verdict.PRINTED, 2));
            assertThat(box.feeds())
                    .extracting(GlassBox.Source::name)
                    .containsExactly("also.org", "good.org", "loud.org", "quiet.org");
            assertThat(box.feeds().get(1))
                    .isEqualTo(new GlassBox.Source("good.org", "https://good.org/rss", 1, 1, 0.2, 0.5, 0.3));
        }

        @Test
        void whenThereIsOneItIsEverything() {
            GlassBox box = of(
                    row("a", "x.org", "x.org", 1500, Verdict.PRINTED, 1),
                    row("b", "x.org", "x.org", 0, Verdict.TOO_OLD, 0));
            assertThat(box.feeds()).containsExactly(new GlassBox.Source("x.org", "https://x.org/rss", 2, 1, 1, 1, 0));
            assertThat(box.domains()).containsExactly(new GlassBox.Source("x.org", "", 2, 1, 1, 1, 0));
            assertThat(box.vitals()).isEqualTo(new GlassBox.Vitals(2, 1, 1, 0.5));
        }

        @Test
        void takeWithoutGivingWhenNothingIsPrinted() {
            assertThat(of(row("a", "x.org", "x.org", 0, Verdict.TOO_OLD, 0)).feeds())
                    .containsExactly(new GlassBox.Source("x.org", "https://x.org/rss", 1, 0, 1, 0, -1));
        }
    }

    @Nested
    class Bubbles {
        @Test
        void holdTheLastThreeInAndTheFirstThreeOutOfEachSection() {
            List<Decision> rows = SampleRows.rows();
            List<GlassBox.Bubble> bubbles =
                    new Accounts(SampleRows.SECTIONS).of(rows).bubble();
            assertThat(bubbles).extracting(GlassBox.Bubble::section).containsExactly("news", "tech", "garden");
            assertThat(bubbles).extracting(GlassBox.Bubble::floor).containsExactly(1000L, 1200L, 1000L);
            GlassBox.Bubble news = bubbles.get(0);
            assertThat(news.in()).extracting(GlassBox.Edge::rank).containsExactly(8, 9, 10);
            assertThat(news.in()).extracting(GlassBox.Edge::score).containsExactly(2302L, 2267L, 2229L);
            assertThat(news.out()).extracting(GlassBox.Edge::score).containsExactly(2244L, 2244L, 2184L);
            assertThat(news.out()).allSatisfy(edge -> assertThat(edge.rank()).isZero());
            GlassBox.Bubble tech = bubbles.get(1);
            assertThat(tech.in()).extracting(GlassBox.Edge::score).containsExactly(1900L, 1201L);
            assertThat(tech.out()).extracting(GlassBox.Edge::verdict).containsOnly(Verdict.BELOW_THE_FLOOR);
            assertThat(tech.out()).extracting(GlassBox.Edge::score).containsExactly(1199L, 1198L, 1197L);
            assertThat(bubbles.get(2).in()).isEmpty();
            assertThat(bubbles.get(2).out()).isEmpty();
        }

        @Test
        void ofEqualScoresTheOneThatTheEditorWeighedFirstIsNext() {
            GlassBox.Bubble bubble = of(
                            row("z", "x.org", "x.org", 1500, Verdict.OVER_THE_SIZE, 0),
                            row("m", "x.org", "x.org", 1500, Verdict.OVER_THE_SHARE, 0),
                            row("a", "x.org", "x.org", 1500, Verdict.OVER_THE_SIZE, 0),
                            row("b", "x.org", "x.org", 1500, Verdict.OVER_THE_SIZE, 0),
                            row("c", "x.org", "x.org", 1501, Verdict.OVER_THE_SIZE, 0))
                    .bubble()
                    .get(0);
            assertThat(bubble.out()).extracting(GlassBox.Edge::title).containsExactly("Story c", "Story z", "Story m");
        }

        @Test
        void leaveOutWhatWasNeverInTheRunning() {
            List<Decision> rows = new ArrayList<>();
            for (Verdict verdict : List.of(
                    Verdict.MERGED, Verdict.PRINTED_BEFORE, Verdict.BURIED, Verdict.TOO_OLD, Verdict.NO_SECTION)) {
                rows.add(row(verdict.name(), "x.org", "x.org", 9000, verdict, 0));
            }
            assertThat(of(rows.toArray(Decision[]::new)).bubble().get(0).out()).isEmpty();
        }

        @Test
        void keepToTheirSection() {
            List<GlassBox.Bubble> bubbles = of(
                            row("a", "news", "x.org", "x.org", 1500, Verdict.OVER_THE_SIZE, 0),
                            row("b", "tech", "x.org", "x.org", 1500, Verdict.PRINTED, 1))
                    .bubble();
            assertThat(bubbles.get(0).in()).isEmpty();
            assertThat(bubbles.get(0).out()).extracting(GlassBox.Edge::title).containsExactly("Story a");
            assertThat(bubbles.get(1).in())
                    .containsExactly(new GlassBox.Edge(
                            "Story b", URI.create("https://x.org/b"), "x.org", 1500, Verdict.PRINTED, 1));
            assertThat(bubbles.get(1).out()).isEmpty();
        }
    }

    @Test
    void anEditionOfNothingHasZeros() {
        GlassBox box = of();
        assertThat(box.vitals()).isEqualTo(new GlassBox.Vitals(0, 0, 0, 0));
        assertThat(box.decisions()).isEmpty();
        assertThat(box.feeds()).isEmpty();
        assertThat(box.domains()).isEmpty();
        assertThat(box.bubble()).hasSize(2).allSatisfy(bubble -> {
            assertThat(bubble.in()).isEmpty();
            assertThat(bubble.out()).isEmpty();
        });
    }
}
