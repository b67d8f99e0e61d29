package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import press.parallel.Feed;
import press.parallel.FeedState;
import press.parallel.FeedState.Moved;
import press.parallel.Hints;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Validators;

/** Rules 8, 9, 12 and 13 of the house, as far as they are about one feed. */
class RevisitsTest {
    private static final URI LISTED = URI.create("https://a.example/feed");
    private static final URI THERE = URI.create("https://b.example/feed");
    private static final Duration FLOOR = Duration.ofMinutes(30);

    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    private double chance = 0;
    private final Revisits revisits = new Revisits(() -> now, FLOOR, () -> chance);

    private static Feed feed(FeedState state) {
        return new Feed(LISTED, "news", 0, 100, state);
    }

    private static Reply reply(int status, @Nullable URI movedTo, String... namesAndValues) {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Reply(movedTo == null ? LISTED : movedTo, status, headers, new byte[50], 1, movedTo);
    }

    private FeedState read(FeedState before, String... headers) {
        return revisits.read(feed(before), reply(200, null, headers), Hints.NONE);
    }

    @Nested
    class Validating {
        @Test
        void validatorsAreKeptAsTheyCame() {
            FeedState state = read(FeedState.NEW, "etag", "W/\"a,b\"", "last-modified", "sunday-ish");

            assertThat(state.validators()).isEqualTo(new Validators(LISTED, "W/\"a,b\"", "sunday-ish"));
            assertThat(state.bytes()).isEqualTo(50);
        }

        @Test
        void aWholeAnswerWithoutAnyTakesThemAway() {
            FeedState state = read(read(FeedState.NEW, "etag", "\"1\""));

            assertThat(state.validators()).isNull();
        }

        @Test
        void a304BringsNewOnesAndLeavesWhatItDoesNotName() {
            FeedState before = read(FeedState.NEW, "etag", "\"1\"", "last-modified", "then");
            FeedState state = revisits.unchanged(feed(before), reply(304, null, "etag", "\"2\""));

            assertThat(state.validators()).isEqualTo(new Validators(LISTED, "\"2\"", "then"));
            assertThat(state.bytes()).isEqualTo(50);
            assertThat(revisits.unchanged(feed(state), reply(304, null)).validators())
                    .isEqualTo(state.validators());
        }

        @Test
        void oneOfTenKilobytesIsNotKept() {
            FeedState state = read(FeedState.NEW, "etag", "\"" + "x".repeat(10_240) + "\"", "last-modified", "then");

            assertThat(state.validators()).isEqualTo(new Validators(LISTED, "", "then"));
        }
    }

    @Nested
    class WhenAgain {
        private final FeedState validated = read(FeedState.NEW, "etag", "\"1\"");

        @Test
        void ourOwnPaceIsHalfAnHourAndAnHourWithoutValidators() {
            assertThat(validated.due()).isEqualTo(now.plus(FLOOR));
            assertThat(validated.opens(now)).isEqualTo(now);
            assertThat(read(FeedState.NEW).due()).isEqualTo(now.plus(Duration.ofHours(1)));
        }

        @Test
        void theServersWordIsKeptAndSaysWhy() {
            FeedState state = read(FeedState.NEW, "etag", "\"1\"", "cache-control", "max-age=7200");

            assertThat(state.opens(now)).isEqualTo(now.plus(Duration.ofHours(2)));
            assertThat(state.due()).isEqualTo(now.plus(Duration.ofHours(2)));
            assertThat(state.why()).isEqualTo("Cache-Control: max-age");
        }

        @Test
        void a304RenewsTheAgeThatItDoesNotName() {
            FeedState before = read(FeedState.NEW, "etag", "\"1\"", "cache-control", "max-age=7200");
            now = now.plus(Duration.ofHours(3));

            assertThat(revisits.unchanged(feed(before), reply(304, null)).opens(now))
                    .isEqualTo(now.plus(Duration.ofHours(2)));
            assertThat(revisits.unchanged(feed(before), reply(304, null, "cache-control", "max-age=60"))
                            .opens(now))
                    .isEqualTo(now.plus(Duration.ofMinutes(1)));
        }

        @Test
        void ofServerAndFeedTheLongerCounts() {
            Hints hints = new Hints(Duration.ofHours(6), Set.of(), Set.of());
            FeedState state =
                    revisits.read(feed(FeedState.NEW), reply(200, null, "cache-control", "max-age=60"), hints);

            assertThat(state.opens(now)).isEqualTo(now.plus(Duration.ofHours(6)));
            assertThat(state.why()).contains("ttl");
        }

        @Test
        void hoursAndDaysThatTheFeedSkipsAreSkippedLaterToo() {
            // The 20th of November 2026 is a Friday.
            Hints hints = new Hints(Duration.ZERO, Set.of(8, 9), Set.of(DayOfWeek.SATURDAY));
            FeedState state = revisits.read(feed(FeedState.NEW), reply(200, null), hints);

            assertThat(state.opens(now)).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
            assertThat(state.opens(Instant.parse("2026-11-20T23:10:00Z")))
                    .isEqualTo(Instant.parse("2026-11-20T23:10:00Z"));
            assertThat(state.opens(Instant.parse("2026-11-21T00:00:01Z")))
                    .isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
        }

        @Test
        void aFeedThatSkipsEverythingIsNotShutOut() {
            Hints hints = new Hints(Duration.ZERO, Set.of(), Set.of(DayOfWeek.values()));
            assertThat(hints.open(now)).isEqualTo(now);
        }
    }

    @Nested
    class Moving {
        private FeedState seen(FeedState before, @Nullable URI to) {
            return revisits.read(feed(before), reply(200, to), Hints.NONE);
        }

        @Test
        void threeSightingsOnTwoDaysAreBelieved() {
            FeedState first = seen(FeedState.NEW, THERE);
            assertThat(first.moved()).isEqualTo(new Moved(THERE, 1, LocalDate.of(2026, 11, 20)));
            now = now.plus(Duration.ofDays(1));
            FeedState second = seen(first, THERE);
            assertThat(second.address()).isNull();
            FeedState third = seen(second, THERE);

            assertThat(third.address()).isEqualTo(THERE);
            assertThat(feed(third).asked()).isEqualTo(THERE);
            assertThat(third.moved()).isNull();
        }

        @Test
        void anyNumberOnOneDayIsNot() {
            FeedState state = FeedState.NEW;
            for (int i = 0; i < 10; i++) {
                state = seen(state, THERE);
            }
            assertThat(state.address()).isNull();
        }

        @Test
        void anotherTargetOrNoneBeginsAnew() {
            FeedState twice = seen(seen(FeedState.NEW, THERE), THERE);
            assertThat(seen(twice, URI.create("https://c.example/feed")).moved())
                    .isEqualTo(new Moved(URI.create("https://c.example/feed"), 1, LocalDate.of(2026, 11, 20)));
            assertThat(seen(twice, null).moved()).isNull();
        }

        @Test
        void fromASecureAddressNoneLeadsToAnOpenOne() {
            assertThat(seen(FeedState.NEW, URI.create("http://b.example/feed")).moved())
                    .isNull();
        }

        @Test
        void whatIsGoneAtItsNewAddressIsAskedAtTheListedOneAgain() {
            FeedState moved = new FeedState(
                    THERE, null, Instant.EPOCH, Instant.EPOCH, "", false, 0, 0, Duration.ZERO, Hints.NONE, null);

            for (int status : new int[] {404, 410}) {
                FeedState state =
                        revisits.failed(feed(moved), reply(status, null), null, new LossException("gone", status));
                assertThat(state.address()).isNull();
                assertThat(state.gone()).isFalse();
            }
        }
    }

    @Nested
    class Failing {
        private FeedState failed(FeedState before, int status, @Nullable Duration retryAfter) {
            return revisits.failed(feed(before), reply(status, null), retryAfter, new LossException("refused", status));
        }

        @Test
        void goneIsGone() {
            assertThat(failed(FeedState.NEW, 410, null).gone()).isTrue();
        }

        @Test
        void eachFailureDoublesTheWaitUpToADay() {
            FeedState state = FeedState.NEW;
            for (int minutes : new int[] {30, 60, 120, 240, 480, 960, 1440, 1440}) {
                state = failed(state, 404, null);
                assertThat(state.opens(now)).isEqualTo(now.plus(Duration.ofMinutes(minutes)));
            }
            assertThat(state.failures()).isEqualTo(8);
            assertThat(read(state, "etag", "\"1\"").failures()).isZero();
        }

        @Test
        void feedsThatFailedTogetherDoNotComeBackTogether() {
            chance = 0.5;
            assertThat(failed(FeedState.NEW, 500, null).opens(now))
                    .isEqualTo(now.plus(FLOOR).plus(Duration.ofSeconds(90)));
        }

        @Test
        void retryAfterOfA503IsKeptAndNoLongerThanADay() {
            assertThat(failed(FeedState.NEW, 503, Duration.ofHours(5)).opens(now))
                    .isEqualTo(now.plus(Duration.ofHours(5)));
            assertThat(failed(FeedState.NEW, 503, Duration.ofDays(5)).opens(now))
                    .isEqualTo(now.plus(Duration.ofDays(1)));
            assertThat(failed(FeedState.NEW, 503, Duration.ofHours(5)).why()).isEqualTo("503, Retry-After");
        }

        @Test
        void anAnswerThatCouldNotBeReadIsFreshAsLongAsItSays() {
            FeedState state = revisits.failed(
                    feed(FeedState.NEW),
                    reply(200, null, "cache-control", "max-age=7200"),
                    null,
                    new LossException("a web page", 200));

            assertThat(state.opens(now)).isEqualTo(now.plus(Duration.ofHours(2)));
            assertThat(state.due()).isEqualTo(now.plus(Duration.ofHours(2)));
            assertThat(state.why()).isEqualTo("Cache-Control: max-age");
            assertThat(revisits.failed(
                                    feed(FeedState.NEW),
                                    reply(404, null, "cache-control", "max-age=60"),
                                    null,
                                    new LossException("missing", 404))
                            .why())
                    .isEqualTo("404");
        }

        @Test
        void aPersonMayAskAgainAtOnceWhereNoServerRefused() {
            FeedState state = revisits.failed(feed(FeedState.NEW), null, null, new java.net.ConnectException("no"));

            assertThat(state.opens(now)).isEqualTo(now);
            assertThat(state.due()).isEqualTo(now.plus(FLOOR));
        }

        @Test
        void whatOnlyCameTooLateIsNotHeldAgainstTheFeed() {
            FeedState before = read(FeedState.NEW, "etag", "\"1\"");
            assertThat(revisits.failed(feed(before), null, null, LossException.late("late")))
                    .isEqualTo(before);
            assertThat(failed(before, 429, null)).isEqualTo(before);
        }
    }

    private FeedState read(FeedState before) {
        return read(before, new String[0]);
    }
}
