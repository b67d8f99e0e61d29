package press.parallel.press;

import java.time.Duration;
import java.time.Instant;
import press.parallel.politeness.PoliteCancelledException;
import press.parallel.politeness.Spans;

/**
 * A domain whose turn did not come in time.
 *
 * @param because a sentence without its end, such as {@code reddit.com allows one request a minute}
 * @param nextTurn when it may be asked again
 */
record Late(String domain, String because, Instant nextTurn) {
    static Late of(PoliteCancelledException cancelled, Instant now) {
        Duration interval = cancelled.interval();
        String because = !cancelled.why().isEmpty()
                ? cancelled.why()
                : cancelled.source().equals("robots.txt")
                        ? "asks for " + Spans.of(interval) + " between two requests (robots.txt)"
                        : interval.isZero()
                                ? "has more waiting than could be asked"
                                : "is asked once in " + Spans.of(interval);
        return new Late(cancelled.domain(), cancelled.domain() + " " + because, now.plus(cancelled.untilTurn()));
    }

    /** Such as {@code reddit.com allows one request a minute: 4 feeds late, next turn in 48 s}. */
    String sentence(int number, String one, String many, Instant now) {
        Duration left = Duration.between(now, nextTurn);
        return because + ": " + number + " " + (number == 1 ? one : many) + " late, next turn "
                + (left.isNegative() || left.isZero() ? "now" : "in " + Spans.of(left));
    }
}
