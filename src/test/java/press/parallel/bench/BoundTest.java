package press.parallel.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import press.parallel.newsstand.Arrival.Kind;

/** The three bounds, each by a case that was worked out by hand. */
class BoundTest {
    private static final Function<String, Duration> TWO_SECONDS_AT_SLOW =
            domain -> domain.equals("slow.test") ? Duration.ofSeconds(2) : Duration.ZERO;

    private static void assertBound(Bound bound, double seconds, String why) {
        assertThat(bound.seconds()).isEqualTo(seconds, within(1e-9));
        assertThat(bound.why()).isEqualTo(why);
    }

    @Test
    void manyRequestsTakeTheirSumOverTheSlots() {
        Book book = new Book().feed("a.test", 0, 1000).feed("b.test", 0, 800).feed("c.test", 0, 700);
        assertBound(Bound.of(book.arrivals(), 2, TWO_SECONDS_AT_SLOW), 1.25, "the sum of all over 2 slots");
        assertBound(Bound.of(book.arrivals(), 1, TWO_SECONDS_AT_SLOW), 2.5, "the sum of all");
    }

    @Test
    void noRunIsShorterThanItsLongestRequest() {
        Book book = new Book().feed("a.test", 0, 1000).feed("b.test", 0, 800).feed("c.test", 0, 700);
        assertBound(Bound.of(book.arrivals(), 10, TWO_SECONDS_AT_SLOW), 1, "the longest request");
    }

    @Test
    void aSpacedDomainTakesItsTurnsAndTheTimeOfTheLastOne() {
        Book book = new Book()
                .feed("slow.test", 0, 900)
                .feed("slow.test", 2010, 2510)
                .article("slow.test", 4020, 4320)
                .feed("quick.test", 0, 1000);
        assertBound(Bound.of(book.arrivals(), 10, TWO_SECONDS_AT_SLOW), 4.3, "3 turns at slow.test");
        assertBound(Bound.of(book.arrivals(), 10, domain -> Duration.ZERO), 1, "the longest request");
    }

    @Test
    void robotsTxtTakesTimeButNoTurn() {
        Book book = new Book()
                .with("slow.test", Kind.ROBOTS, 0, 100, 200)
                .feed("slow.test", 100, 400)
                .with("slow.test", Kind.ROBOTS, 400, 500, 200);
        assertBound(Bound.of(book.arrivals(), 1, TWO_SECONDS_AT_SLOW), 0.5, "the sum of all");
    }
}
