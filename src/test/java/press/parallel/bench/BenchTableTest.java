package press.parallel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import press.parallel.newsstand.Arrival.Kind;

class BenchTableTest {
    @Test
    void everyWayHasAColumnAndEveryFigureARow() {
        assertThat(BenchTable.lines(Book.report()))
                .containsExactly(
                        "3 feeds & <more>",
                        "",
                        "                         sequential   parallel without spacing   parallel and polite",
                        "fetcher                      3.50 s                     0.52 s                2.50 s",
                        "enhancer                     2.00 s                     0.50 s                1.00 s",
                        "total                        6.00 s                     1.50 s                4.50 s",
                        "fetcher, times faster         1.0 \u00d7                      6.7 \u00d7                 1.4 \u00d7",
                        "enhancer, times faster        1.0 \u00d7                      4.0 \u00d7                 2.0 \u00d7",
                        "total, times faster           1.0 \u00d7                      4.0 \u00d7                 1.3 \u00d7",
                        "requests                          4                          4                     4",
                        "robots.txt                        0                          0                     1",
                        "refused (429)                     0                          1                     0",
                        "feeds read                   2 of 3                     2 of 3                2 of 3",
                        "stories with full text       1 of 2                     1 of 2                1 of 2",
                        "bound                        5.50 s                     0.50 s                2.47 s",
                        "time to bound                  1.09                       3.00                  1.82",
                        "most in flight                    1                          3                     2",
                        "closest at slow.test         1.00 s                     0.01 s                2.02 s",
                        "peak heap                     50 MB                      50 MB                 50 MB",
                        "",
                        "bound, sequential: the sum of all",
                        "bound, parallel without spacing: the longest request",
                        "bound, parallel and polite: 2 turns at slow.test",
                        "a note");
    }

    @Test
    void withoutABaseNothingIsFaster() {
        Measured polite = Book.report().runs().get(2);
        assertThat(BenchTable.lines(new BenchReport("x", List.of(), List.of(polite))))
                .noneMatch(line -> line.contains("faster"));
    }

    @Test
    void whatWasNotAskedTakesNoTime() {
        Measured feedsOnly = new Book().feed("quick.test", 0, 12_345).measured(Mode.SEQUENTIAL, 1);
        assertThat(BenchTable.lines(new BenchReport("x", List.of(), List.of(feedsOnly))))
                .anyMatch(line -> line.matches("fetcher +12\\.3 s"))
                .anyMatch(line -> line.matches("enhancer +0\\.00 s"))
                .anyMatch(line -> line.matches("enhancer, times faster +-"))
                .noneMatch(line -> line.startsWith("robots.txt"));
    }

    @Test
    void aDomainTellsItsOwnPart() {
        Measured run = new Book()
                .with("slow.test", Kind.ROBOTS, 0, 60, 200)
                .feed("slow.test", 100, 400)
                .with("slow.test", Kind.ARTICLE, 1000, 1300, 429)
                .feed("quick.test", 200, 300)
                .measured(Mode.POLITE, 10);
        Measured.OfDomain slow = run.domains().get(0);
        assertThat(slow.domain()).isEqualTo("slow.test");
        assertThat(slow.requests()).isEqualTo(2);
        assertThat(slow.robots()).isOne();
        assertThat(slow.refused()).isOne();
        assertThat(slow.intervalSeconds()).isEqualTo(2);
        assertThat(slow.smallestGap()).hasValue(0.9);
        assertThat(slow.lastSeconds()).isEqualTo(1.3);
        assertThat(run.domains().get(1).smallestGap()).isEmpty();
    }
}
