package press.parallel.politeness;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.politeness.Line.Ticket;
import press.parallel.politeness.Line.Waiting;

/** The rules of the line, on a clock that the test turns. */
class LineTest {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long MARGIN = MILLISECONDS.toNanos(20);
    /** The first request to a domain goes over a new connection and may be read late. */
    private static final long COLD = 3 * MARGIN;

    private final Map<String, Duration> intervals = new HashMap<>();
    private final Map<String, Integer> inFlight = new HashMap<>();
    private final Line<String> line = new Line<>(new Manners() {
        @Override
        public Duration interval(String domain) {
            return intervals.getOrDefault(domain, Duration.ofSeconds(2));
        }

        @Override
        public int inFlight(String domain) {
            return inFlight.getOrDefault(domain, 1);
        }
    });
    private long now = SECONDS.toNanos(100);

    private void offer(String name, String domain) {
        offer(name, domain, 0, 0);
    }

    private void offer(String name, String domain, long index, long expectedMillis) {
        line.offer(name, new Ticket(domain, "edition", index, MILLISECONDS.toNanos(expectedMillis), NEVER), now);
    }

    private void offerTurnless(String name, String domain, long index, long deadline) {
        line.offer(name, new Ticket(domain, "edition", index, 0, deadline, true), now);
    }

    /** Lets the only one that may go now do so, and ends it after {@code millis}. */
    private void goAndEnd(String name, long millis) {
        List<Waiting<String>> out = pollAll(10);
        assertThat(names(out)).containsExactly(name);
        line.sent(out.get(0).domain(), now);
        now += MILLISECONDS.toNanos(millis);
        line.release(out.get(0), now);
    }

    private DomainStatus status(String domain) {
        return line.status(domain, now).orElseThrow();
    }

    private void gathered() {
        now += MARGIN;
    }

    private List<Waiting<String>> pollAll(int slots) {
        List<Waiting<String>> out = new ArrayList<>();
        for (Waiting<String> next = line.poll(slots, now); next != null; next = line.poll(slots, now)) {
            out.add(next);
        }
        return out;
    }

    private static List<String> names(List<Waiting<String>> waiting) {
        return waiting.stream().map(w -> w.item).toList();
    }

    @Test
    void insideADomainTheLowestPriorityGoesFirstHoweverFastItIs() {
        line.offer("slow", new Ticket("a.org", "edition", 0, MILLISECONDS.toNanos(900), NEVER, false, 2), now);
        line.offer("first", new Ticket("a.org", "edition", 9, MILLISECONDS.toNanos(10), NEVER, false, 1), now);
        gathered();
        assertThat(names(pollAll(1))).containsExactly("first");
    }

    @Test
    void whatIsAnnouncedMakesItsDomainGoFirst() {
        offer("a1", "a.org");
        offer("b1", "b.org");
        offer("b2", "b.org");
        line.announce("a.org", 5, now);
        gathered();
        assertThat(names(pollAll(1))).containsExactly("a1");
    }

    @Test
    void whatCameAfterAllIsAnnouncedNoMore() {
        offer("a1", "a.org");
        offer("b1", "b.org");
        offer("b2", "b.org");
        line.announce("a.org", 5, now);
        line.announce("a.org", -5, now);
        gathered();
        assertThat(names(pollAll(1))).containsExactly("b1");
    }

    @Test
    void aLineThatForgetsKnowsNoDomainButKeepsWhatIsUnderWay() {
        offer("a1", "a.org");
        gathered();
        Waiting<String> first = pollAll(10).get(0);
        line.sent("a.org", now);
        line.forget();
        offer("a2", "a.org");
        assertThat(pollAll(10)).as("still spaced").isEmpty();
        line.cancel(null, now);
        line.release(first, now);

        line.forget();
        List<DomainStatus> known = new ArrayList<>();
        line.report(now, known::add);
        assertThat(known).isEmpty();
        offer("a3", "a.org");
        gathered();
        assertThat(names(pollAll(10))).containsExactly("a3");
    }

    @Nested
    class Spacing {
        @Test
        void theSecondRequestOfADomainGoesOneIntervalAndThreeMarginsAfterTheFirstWasSent() {
            offer("a1", "a.org");
            offer("a2", "a.org");
            gathered();
            Waiting<String> first = pollAll(10).get(0);
            now += MILLISECONDS.toNanos(300); // connecting
            line.sent("a.org", now);
            long sentAt = now;
            now += MILLISECONDS.toNanos(100);
            line.release(first, now);

            long turn = sentAt + SECONDS.toNanos(2) + COLD;
            assertThat(line.nextLook(10, now)).isEqualTo(turn);
            now = turn - 1;
            assertThat(pollAll(10)).isEmpty();
            now = turn;
            assertThat(names(pollAll(10))).containsExactly("a2");
        }

        @Test
        void laterGapsAreTheIntervalAndOneMargin() {
            for (int i = 1; i <= 3; i++) {
                offer("a" + i, "a.org");
            }
            gathered();
            for (int i = 1; i <= 2; i++) {
                Waiting<String> next = pollAll(10).get(0);
                line.sent("a.org", now);
                line.release(next, now);
                now = line.nextLook(10, now);
            }
            assertThat(line.nextLook(10, now)).isEqualTo(now);
            assertThat(now).isEqualTo(SECONDS.toNanos(104) + MARGIN + COLD + MARGIN);
        }

        @Test
        void domainsDoNotWaitForOneAnother() {
            offer("a1", "a.org");
            offer("a2", "a.org");
            offer("b1", "b.org");
            gathered();
            assertThat(names(pollAll(10))).containsExactlyInAnyOrder("a1", "b1");
        }

        @Test
        void theNextRequestNeverGoesBeforeTheRunningOneHasEnded() {
            offer("a1", "a.org");
            offer("a2", "a.org");
            gathered();
            Waiting<String> first = pollAll(10).get(0);
            line.sent("a.org", now);
            now += SECONDS.toNanos(60);
            assertThat(pollAll(10)).isEmpty();
            line.release(first, now);
            assertThat(names(pollAll(10))).containsExactly("a2");
        }

        @Test
        void aRequestThatFailsBeforeItIsSentCountsFromItsEnd() {
            offer("a1", "a.org");
            offer("a2", "a.org");
            gathered();
            Waiting<String> first = pollAll(10).get(0);
            now += SECONDS.toNanos(5); // no connection
            line.release(first, now);
            assertThat(line.nextLook(10, now)).isEqualTo(now + SECONDS.toNanos(2) + MARGIN);
        }

        @Test
        void withTwoInFlightTheSecondWaitsUntilTheFirstIsSentAndSpaced() {
            inFlight.put("a.org", 2);
            offer("a1", "a.org");
            offer("a2", "a.org");
            offer("a3", "a.org");
            gathered();
            assertThat(names(pollAll(10))).containsExactly("a1");
            now += SECONDS.toNanos(10);
            assertThat(pollAll(10)).as("a1 is still connecting").isEmpty();
            line.sent("a.org", now);
            now += SECONDS.toNanos(2) + COLD;
            assertThat(names(pollAll(10))).containsExactly("a2");
            line.sent("a.org", now);
            now += SECONDS.toNanos(9);
            assertThat(pollAll(10)).as("two are under way").isEmpty();
        }

        @Test
        void anUnspacedDomainGoesOnAsSoonAsItsRequestHasEnded() {
            intervals.put("a.org", Duration.ZERO);
            offer("a1", "a.org");
            offer("a2", "a.org");
            gathered();
            Waiting<String> first = pollAll(10).get(0);
            line.sent("a.org", now);
            line.release(first, now);
            assertThat(names(pollAll(10))).containsExactly("a2");
        }

        @Test
        void aPauseHoldsTheDomainAndAShorterOneDoesNotEndIt() {
            offer("a1", "a.org");
            gathered();
            line.pause("a.org", now + SECONDS.toNanos(60), "Retry-After", "asked", now);
            line.pause("a.org", now + SECONDS.toNanos(5), "Retry-After", "shorter", now);
            assertThat(status("a.org").why()).isEqualTo("asked");
            now += SECONDS.toNanos(59);
            assertThat(pollAll(10)).isEmpty();
            now += SECONDS.toNanos(1);
            assertThat(names(pollAll(10))).containsExactly("a1");
        }

        @Test
        void aClockOfAnEarlierProcessIsKept() {
            line.restore("a.org", now - SECONDS.toNanos(1), now);
            offer("a1", "a.org");
            gathered();
            assertThat(pollAll(10)).isEmpty();
            assertThat(line.nextLook(10, now)).isEqualTo(now - MARGIN + SECONDS.toNanos(1) + MARGIN);
        }

        @Test
        void aChangedIntervalActsOnWhatWaitsAlready() {
            offer("a1", "a.org");
            offer("a2", "a.org");
            gathered();
            Waiting<String> first = pollAll(10).get(0);
            line.sent("a.org", now);
            long sentAt = now;
            line.release(first, now);
            intervals.put("a.org", Duration.ofSeconds(5));
            now = sentAt + SECONDS.toNanos(2) + COLD;
            assertThat(pollAll(10)).isEmpty();
            now = sentAt + SECONDS.toNanos(5) + COLD;
            assertThat(names(pollAll(10))).containsExactly("a2");
        }
    }

    @Nested
    class Order {
        @Test
        void anEmptyLineGathersBeforeTheFirstGoes() {
            offer("a1", "a.org");
            assertThat(pollAll(10)).isEmpty();
            assertThat(line.nextLook(10, now)).isEqualTo(now + MARGIN);
            now += MARGIN;
            assertThat(names(pollAll(10))).containsExactly("a1");
        }

        @Test
        void theDomainWithTheLongestRemainingTimeGoesFirst() {
            offer("short", "a.org");
            offer("l1", "long.org");
            offer("l2", "long.org");
            offer("l3", "long.org");
            offer("m1", "middle.org");
            offer("m2", "middle.org");
            gathered();
            assertThat(names(pollAll(10))).containsExactly("l1", "m1", "short");
        }

        @Test
        void lengthIsCountedInTimeNotInRequests() {
            intervals.put("quick.org", Duration.ofMillis(100));
            for (int i = 0; i < 5; i++) {
                offer("q" + i, "quick.org");
            }
            offer("s0", "slow.org");
            offer("s1", "slow.org");
            gathered();
            assertThat(names(pollAll(1))).containsExactly("s0");
        }

        @Test
        void insideADomainTheSlowestKnownGoesFirstThenTheListOrder() {
            intervals.put("a.org", Duration.ZERO);
            inFlight.put("a.org", 10);
            offer("third", "a.org", 3, 0);
            offer("slow", "a.org", 9, 5000);
            offer("second", "a.org", 2, 0);
            offer("slower", "a.org", 10, 7000);
            gathered();
            assertThat(names(pollAll(10))).containsExactly("slower", "slow", "second", "third");
        }

        @ParameterizedTest
        @CsvSource({"1", "3", "10"})
        void neverMoreThanTheSlotsAreUnderWay(int slots) {
            for (int i = 0; i < 20; i++) {
                offer("x" + i, "d" + i + ".org");
            }
            gathered();
            List<Waiting<String>> out = pollAll(slots);
            assertThat(out).hasSize(slots);
            line.release(out.get(0), now);
            assertThat(pollAll(slots)).hasSize(1);
        }

        @Test
        void theLastSlotIsKeptForTheDomainThatDecidesTheEnd() {
            intervals.put("x.org", Duration.ZERO);
            inFlight.put("x.org", 10);
            for (int i = 0; i < 10; i++) {
                offer("l" + i, "long.org");
            }
            gathered();
            Waiting<String> first = pollAll(2).get(0);
            line.sent("long.org", now);
            now += MILLISECONDS.toNanos(100);
            line.release(first, now);
            now += MILLISECONDS.toNanos(1800);
            offer("x1", "x.org", 0, 500);
            offer("x2", "x.org", 0, 500);
            assertThat(names(pollAll(2)))
                    .as("one may go, the other slot is kept")
                    .containsExactly("x1");
            assertThat(line.nextLook(2, now)).as("no busy waiting").isGreaterThan(now);
            now = line.nextLook(2, now);
            assertThat(names(pollAll(2))).containsExactly("l1");
        }
    }

    @Nested
    class TakingOut {
        @Test
        void whatHasGoneOutIsNotKeptUntilItsDeadline() {
            line.offer("a", new Ticket("a.org", "edition", 0, 0, now + SECONDS.toNanos(120)), now);
            gathered();
            Waiting<String> given = pollAll(10).get(0);
            assertThat(line.nextLook(10, now)).isEqualTo(NEVER);
            line.release(given, now);
            assertThat(line.nextLook(10, now)).isEqualTo(NEVER);
        }

        @Test
        void whatIsOverdueIsTakenOutAndNeverGoes() {
            line.offer("late", new Ticket("a.org", "edition", 0, 0, now + SECONDS.toNanos(1)), now);
            now += SECONDS.toNanos(1);
            assertThat(names(line.expired(now))).containsExactly("late");
            assertThat(pollAll(10)).isEmpty();
            assertThat(line.waiting()).isZero();
        }

        @Test
        void theNextLookIsNoLaterThanTheFirstDeadline() {
            line.offer("a1", new Ticket("a.org", "edition", 0, 0, now + SECONDS.toNanos(1)), now);
            assertThat(line.nextLook(0, now)).isEqualTo(now + SECONDS.toNanos(1));
        }

        @Test
        void oneGroupIsCancelledTheOtherStays() {
            line.offer("mine", new Ticket("a.org", "one", 0, 0, NEVER), now);
            line.offer("yours", new Ticket("a.org", "two", 1, 0, NEVER), now);
            assertThat(names(line.cancel("one", now))).containsExactly("mine");
            gathered();
            assertThat(names(pollAll(10))).containsExactly("yours");
        }

        @Test
        void whatHasGoneIsNotCancelled() {
            offer("gone", "a.org");
            gathered();
            pollAll(10);
            assertThat(line.cancel(null, now)).isEmpty();
            assertThat(line.running()).isOne();
        }
    }

    /** {@code robots.txt} and the like. */
    @Nested
    class Turnless {
        @Test
        void aTurnlessRequestGoesInTheGapAndMovesNoClock() {
            offer("a1", "a.org");
            offer("a2", "a.org");
            gathered();
            goAndEnd("a1", 100);
            long turn = now - MILLISECONDS.toNanos(100) + SECONDS.toNanos(2) + COLD;
            offerTurnless("robots", "a.org", 0, NEVER);
            assertThat(line.nextLook(10, now)).isEqualTo(now);
            goAndEnd("robots", 300);
            assertThat(line.nextLook(10, now)).isEqualTo(turn);
            now = turn;
            assertThat(names(pollAll(10))).containsExactly("a2");
        }

        @Test
        void itsEndMovesNoClockEitherWhenItWasNeverSent() {
            offerTurnless("robots", "a.org", 0, NEVER);
            gathered();
            Waiting<String> robots = pollAll(10).get(0);
            now += SECONDS.toNanos(5); // no connection
            line.release(robots, now);
            offer("a1", "a.org");
            gathered();
            assertThat(names(pollAll(10))).containsExactly("a1");
        }

        @Test
        void itIsNotTheFirstRequestThatTheColdMarginIsFor() {
            offerTurnless("robots", "a.org", 0, NEVER);
            gathered();
            goAndEnd("robots", 10);
            offer("a1", "a.org");
            offer("a2", "a.org");
            gathered();
            long sentAt = now;
            goAndEnd("a1", 10);
            assertThat(line.nextLook(10, now)).isEqualTo(sentAt + SECONDS.toNanos(2) + COLD);
            assertThat(status("a.org").sent()).isEqualTo(2);
        }

        @Test
        void itNeverRunsBesideAnotherRequestOfItsDomainAndNothingRunsBesideIt() {
            inFlight.put("a.org", 3);
            intervals.put("a.org", Duration.ZERO);
            offer("a1", "a.org");
            offer("a2", "a.org");
            gathered();
            List<Waiting<String>> two = pollAll(10);
            offerTurnless("robots", "a.org", 0, NEVER);
            assertThat(pollAll(10)).isEmpty();
            line.release(two.get(0), now);
            assertThat(pollAll(10)).as("one is still under way").isEmpty();
            line.release(two.get(1), now);
            Waiting<String> robots = pollAll(10).get(0);
            assertThat(robots.item).isEqualTo("robots");
            offer("a3", "a.org");
            offerTurnless("robots2", "a.org", 0, NEVER);
            now += SECONDS.toNanos(60);
            assertThat(pollAll(10)).isEmpty();
            line.release(robots, now);
            assertThat(names(pollAll(10))).containsExactly("a3");
        }

        @Test
        void itGivesWayToARequestWhoseTurnHasCome() {
            offerTurnless("robots", "a.org", 0, NEVER);
            offer("a1", "a.org");
            gathered();
            goAndEnd("a1", 10);
            assertThat(names(pollAll(10))).containsExactly("robots");
        }

        @Test
        void aPauseHoldsItToo() {
            offerTurnless("robots", "a.org", 0, NEVER);
            line.pause("a.org", now + SECONDS.toNanos(60), "Retry-After", "asked", now);
            gathered();
            assertThat(pollAll(10)).isEmpty();
            assertThat(line.nextLook(10, now)).isEqualTo(now - MARGIN + SECONDS.toNanos(60));
            now = line.nextLook(10, now);
            assertThat(names(pollAll(10))).containsExactly("robots");
        }

        @Test
        void severalOfADomainGoOneByOneInListOrder() {
            offerTurnless("third", "a.org", 2, NEVER);
            offerTurnless("first", "a.org", 1, NEVER);
            offerTurnless("second", "a.org", 1, NEVER);
            gathered();
            goAndEnd("first", 10);
            goAndEnd("second", 10);
            goAndEnd("third", 10);
        }

        @Test
        void itMakesItsLaneOneRequestLonger() {
            offer("b1", "b.org");
            offer("b2", "b.org");
            offer("a1", "a.org");
            offer("a2", "a.org");
            offerTurnless("robots", "a.org", 0, NEVER);
            gathered();
            assertThat(names(pollAll(1))).containsExactly("a1");
            assertThat(status("a.org").waiting()).isEqualTo(2);
            assertThat(line.waiting()).isEqualTo(4);
        }

        @Test
        void itIsCancelledAndFailsAtItsDeadlineLikeOthers() {
            offerTurnless("late", "a.org", 0, now + SECONDS.toNanos(1));
            offerTurnless("cancelled", "b.org", 0, NEVER);
            now += SECONDS.toNanos(1);
            assertThat(names(line.expired(now))).containsExactly("late");
            assertThat(names(line.cancel("edition", now))).containsExactly("cancelled");
            assertThat(line.waiting()).isZero();
        }
    }

    /** Requests whose domain's turn comes after their deadline. */
    @Nested
    class Hopeless {
        private void offerUntil(String name, long seconds) {
            line.offer(name, new Ticket("a.org", "edition", 0, 0, now + SECONDS.toNanos(seconds)), now);
        }

        @Test
        void aPauseBeyondTheDeadlineFailsWhatWaitsAtOnceAndLeavesTheOthers() {
            offerUntil("soon", 30);
            offerUntil("later", 90);
            offer("whenever", "a.org");
            line.pause("a.org", now + SECONDS.toNanos(60), "Retry-After", "asked", now);
            assertThat(line.nextLook(0, now)).isEqualTo(now);
            assertThat(names(line.expired(now))).containsExactly("soon");
            assertThat(line.waiting()).isEqualTo(2);
        }

        @Test
        void whatIsOfferedToAPausedDomainFailsAtOnce() {
            line.pause("a.org", now + SECONDS.toNanos(3600), "Retry-After", "asked", now);
            offerUntil("hopeless", 120);
            assertThat(names(line.expired(now))).containsExactly("hopeless");
            assertThat(line.waiting()).isZero();
        }

        @Test
        void spacingThatPassesTheDeadlineFailsItAsSoonAsTheOneBeforeIsSent() {
            intervals.put("a.org", Duration.ofSeconds(60));
            offerUntil("first", 30);
            offerUntil("second", 30);
            gathered();
            Waiting<String> first = pollAll(10).get(0);
            assertThat(line.expired(now)).isEmpty();
            line.sent("a.org", now);
            assertThat(names(line.expired(now))).containsExactly("second");
            line.release(first, now);
        }

        @Test
        void spacingIsNoReasonToFailATurnlessOne() {
            intervals.put("a.org", Duration.ofSeconds(60));
            line.restore("a.org", now, now);
            offerTurnless("robots", "a.org", 0, now + SECONDS.toNanos(30));
            offerUntil("hopeless", 30);
            assertThat(names(line.expired(now))).containsExactly("hopeless");
            gathered();
            assertThat(names(pollAll(10))).containsExactly("robots");
        }

        @Test
        void placesInTheLaneAreNotGuessedAt() {
            for (int i = 0; i < 100; i++) {
                offerUntil("a" + i, 30);
            }
            assertThat(line.expired(now)).isEmpty();
        }

        @Test
        void anIntervalThatGrewIsNoticedAtTheNextTurn() {
            line.restore("a.org", now, now);
            offerUntil("hopeless", 30);
            intervals.put("a.org", Duration.ofSeconds(60));
            now += SECONDS.toNanos(3);
            assertThat(pollAll(10)).isEmpty();
            assertThat(names(line.expired(now))).containsExactly("hopeless");
        }
    }

    @Nested
    class Sources {
        @Test
        void thePauseIsTheSourceWhileItIsTheLongerWait() {
            line.restore("a.org", now, now);
            assertThat(status("a.org").source()).isEqualTo("setting");
            line.pause("a.org", now + SECONDS.toNanos(1), "Retry-After", "asked", now);
            assertThat(status("a.org").source()).isEqualTo("setting");
            assertThat(status("a.org").why()).isEqualTo("asked");
            line.pause("a.org", now + SECONDS.toNanos(60), "Retry-After", "asked again", now);
            assertThat(status("a.org").source()).isEqualTo("Retry-After");
            assertThat(status("a.org").why()).isEqualTo("asked again");
            assertThat(status("a.org").untilTurn()).isEqualTo(Duration.ofSeconds(60));
            now += SECONDS.toNanos(60);
            assertThat(status("a.org").source()).isEqualTo("setting");
            assertThat(status("a.org").why()).isEmpty();
        }

        @Test
        void anUnknownDomainHasNoStatus() {
            assertThat(line.status("a.org", now)).isEmpty();
        }

        @Test
        void theLongestLanesAreToldLongestFirst() {
            for (int i = 0; i < 50; i++) {
                for (int j = 0; j <= i; j++) {
                    offer("x", "d" + i + ".org");
                }
            }
            assertThat(line.waitingByDomain(3).entrySet())
                    .extracting(Map.Entry::toString)
                    .containsExactly("d49.org=50", "d48.org=49", "d47.org=48");
            assertThat(line.waitingByDomain(1000)).hasSize(50);
            line.cancel(null, now);
            assertThat(line.waitingByDomain(3)).isEmpty();
        }
    }

    /** A line that runs for months does not grow with every domain it has ever seen. */
    @Nested
    class Forgetting {
        private static final long KEPT = Line.KEPT.toNanos();

        private int known() {
            List<DomainStatus> all = new ArrayList<>();
            line.report(now, all::add);
            return all.size();
        }

        private void offerElsewhere() {
            offer("b1", "b.org");
            line.cancel(null, now);
        }

        @Test
        void anIdleDomainIsForgottenAfterTenMinutes() {
            offer("a1", "a.org");
            gathered();
            goAndEnd("a1", 100);
            now += KEPT - 1;
            offerElsewhere();
            assertThat(line.status("a.org", now)).isPresent();
            now += 1;
            offerElsewhere();
            assertThat(line.status("a.org", now)).isEmpty();
        }

        @Test
        void aPausedOrSlowlySpacedDomainIsKeptUntilItsTurn() {
            line.pause("paused.org", now + 3 * KEPT, "Retry-After", "asked", now);
            intervals.put("slow.org", Duration.ofNanos(3 * KEPT));
            line.restore("slow.org", now, now);
            now += 2 * KEPT;
            offerElsewhere();
            assertThat(line.status("paused.org", now)).isPresent();
            assertThat(line.status("slow.org", now)).isPresent();
            now += 2 * KEPT;
            offerElsewhere();
            assertThat(known()).isOne();
        }

        @Test
        void aDomainWithSomebodyWaitingOrUnderWayIsKept() {
            offer("a1", "a.org");
            gathered();
            Waiting<String> running = pollAll(10).get(0);
            offer("w1", "w.org");
            now += 2 * KEPT;
            offer("b1", "b.org");
            assertThat(known()).isEqualTo(3);
            line.release(running, now);
            assertThat(known()).isEqualTo(3);
        }

        @Test
        void aMillionDomainsOneAfterTheOtherLeaveNoMoreThanTenMinutesOfThem() {
            for (int i = 0; i < 1_000_000; i++) {
                now += SECONDS.toNanos(1);
                line.offer("x", new Ticket("d" + i + ".org", null, 0, 0, NEVER), now);
                gathered();
                Waiting<String> next = line.poll(10, now);
                line.sent("d" + i + ".org", now);
                line.release(next, now);
            }
            assertThat(known()).isBetween(500, 601);
        }
    }

    @Nested
    class Minor {
        private void offerMinor(String name, String domain) {
            line.offer(name, new Ticket(domain, "edition", 0, 0, NEVER, false, Integer.MAX_VALUE, true), now);
        }

        @Test
        void onesHaveHalfOfTheSlotsAndLeaveTheOthersToTheRest() {
            for (int i = 0; i < 6; i++) {
                offerMinor("picture" + i, "p" + i + ".example");
            }
            gathered();
            List<Waiting<String>> out = pollAll(6);
            assertThat(names(out)).containsExactlyInAnyOrder("picture0", "picture1", "picture2");
            assertThat(line.nextLook(6, now))
                    .as("no need to look before one ends")
                    .isEqualTo(NEVER);

            offer("page", "a.example");
            assertThat(names(pollAll(6))).containsExactly("page");

            line.sent(out.get(0).domain(), now);
            line.release(out.get(0), now);
            assertThat(names(pollAll(6))).containsExactly("picture3");
        }

        @Test
        void onesGoWhenNothingElseMayHoweverManyOfThemWait() {
            offerMinor("picture1", "p.example");
            offerMinor("picture2", "p.example");
            offer("page", "a.example");
            gathered();
            assertThat(names(pollAll(10))).containsExactly("page", "picture1");
        }

        @Test
        void onesGoEvenWhereThereIsOneSlotOnly() {
            offerMinor("picture", "p.example");
            gathered();
            assertThat(names(pollAll(1))).containsExactly("picture");
        }

        @Test
        void onesComeAfterTheOthersOfTheirDomain() {
            offerMinor("picture", "a.example");
            offer("page", "a.example");
            gathered();
            assertThat(names(pollAll(10))).containsExactly("page");
        }
    }
}
