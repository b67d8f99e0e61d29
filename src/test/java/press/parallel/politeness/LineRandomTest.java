package press.parallel.politeness;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.parallel.politeness.Line.Ticket;
import press.parallel.politeness.Line.Waiting;

/** Whatever comes in whatever order, the promises of the line hold and nobody is lost. */
class LineRandomTest {
    private static final int SLOTS = 5;
    private static final int STEPS = 4_000;

    private record Asked(String name, String domain, boolean turnless) {}

    private final Map<String, Long> lastSent = new HashMap<>();
    private final Map<String, Long> pausedUntil = new HashMap<>();
    private final Map<Asked, Waiting<Asked>> running = new HashMap<>();
    private final Set<Asked> unsent = new HashSet<>();
    private final Set<Asked> ended = new HashSet<>();
    private final Line<Asked> line = new Line<>(new Manners() {
        @Override
        public Duration interval(String domain) {
            return intervalOf(domain);
        }

        @Override
        public int inFlight(String domain) {
            return inFlightOf(domain);
        }
    });
    private long now = MILLISECONDS.toNanos(1);
    private int offered;

    private static Duration intervalOf(String domain) {
        return Duration.ofMillis(100L * (domain.charAt(1) - '0'));
    }

    private static int inFlightOf(String domain) {
        return 1 + (domain.charAt(1) - '0') % 3;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nobodyIsLostAndNobodyIsCrowded(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            String domain = "d" + random.nextInt(6) + ".org";
            int what = random.nextInt(20);
            if (what < 8) {
                offer(random, domain);
            } else if (what < 12) {
                send(random);
            } else if (what < 16) {
                end(random);
            } else if (what == 16 && random.nextInt(4) == 0) {
                long until = now + MILLISECONDS.toNanos(random.nextInt(2_000));
                pausedUntil.merge(domain, until, Math::max);
                line.pause(domain, until, "Retry-After", "asked", now);
            } else if (what == 17 && random.nextInt(20) == 0) {
                line.cancel("g" + random.nextInt(3), now)
                        .forEach(waiting -> assertThat(ended.add(waiting.item)).isTrue());
            } else {
                now += MILLISECONDS.toNanos(random.nextInt(60));
            }
            look();
        }
        finish(random);
    }

    private void offer(Random random, String domain) {
        Asked asked = new Asked("r" + offered++, domain, random.nextInt(5) == 0);
        long deadline = random.nextBoolean() ? Long.MAX_VALUE : now + MILLISECONDS.toNanos(random.nextInt(3_000));
        long known = MILLISECONDS.toNanos(random.nextInt(3) * 50L);
        line.offer(
                asked,
                new Ticket(domain, "g" + random.nextInt(3), random.nextInt(9), known, deadline, asked.turnless),
                now);
    }

    private void send(Random random) {
        for (Asked asked : List.copyOf(unsent)) {
            if (random.nextBoolean()) {
                unsent.remove(asked);
                assertThat(line.sent(asked.domain, now)).isEqualTo(!asked.turnless);
                if (!asked.turnless) {
                    lastSent.put(asked.domain, now);
                }
                return;
            }
        }
    }

    private void end(Random random) {
        List<Asked> all = new ArrayList<>(running.keySet());
        if (!all.isEmpty()) {
            Asked asked = all.get(random.nextInt(all.size()));
            line.release(running.remove(asked), now);
            assertThat(ended.add(asked)).isTrue();
            if (unsent.remove(asked) && !asked.turnless) {
                lastSent.put(asked.domain, now);
            }
        }
    }

    private void look() {
        line.expired(now).forEach(waiting -> assertThat(ended.add(waiting.item)).isTrue());
        for (Waiting<Asked> next = line.poll(SLOTS, now); next != null; next = line.poll(SLOTS, now)) {
            assertMayGo(next);
            running.put(next.item, next);
            unsent.add(next.item);
        }
        assertThat(line.running()).isEqualTo(running.size()).isLessThanOrEqualTo(SLOTS);
        assertThat(line.waiting() + running.size() + ended.size()).isEqualTo(offered);
        assertThat(line.waitingByDomain(100).values().stream().mapToInt(i -> i).sum())
                .isEqualTo(line.waiting());
        assertThat(line.nextLook(SLOTS, now)).isGreaterThan(now);
    }

    private void assertMayGo(Waiting<Asked> next) {
        Asked asked = next.item;
        List<Asked> beside = running.keySet().stream()
                .filter(other -> other.domain.equals(asked.domain))
                .toList();
        assertThat(next.deadline).isGreaterThan(now);
        assertThat(pausedUntil.getOrDefault(asked.domain, 0L)).isLessThanOrEqualTo(now);
        if (asked.turnless) {
            assertThat(beside).isEmpty();
            return;
        }
        assertThat(beside).hasSizeLessThan(inFlightOf(asked.domain)).noneMatch(Asked::turnless);
        long interval = intervalOf(asked.domain).toNanos();
        if (interval > 0) {
            assertThat(beside).noneMatch(unsent::contains);
            assertThat(lastSent.getOrDefault(asked.domain, Long.MIN_VALUE / 2) + interval)
                    .isLessThanOrEqualTo(now);
        }
    }

    /** When nothing more comes, the next look alone brings everybody to an end. */
    private void finish(Random random) {
        for (int step = 0; line.waiting() + running.size() > 0; step++) {
            assertThat(step).isLessThan(100_000);
            send(random);
            end(random);
            look();
            if (running.isEmpty() && line.waiting() > 0) {
                long next = line.nextLook(SLOTS, now);
                assertThat(next).as("somebody waits, so there is a next look").isLessThan(Long.MAX_VALUE);
                now = Math.max(now, next);
            }
        }
        assertThat(ended).hasSize(offered);
    }
}
