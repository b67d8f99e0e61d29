package press.parallel.newsroom;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when the test says so. */
final class TurnableClock implements InstantSource {
    private volatile Instant now;

    TurnableClock(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void turn(Duration forward) {
        now = now.plus(forward);
    }
}
