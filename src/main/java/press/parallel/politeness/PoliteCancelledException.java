package press.parallel.politeness;

import java.time.Duration;

/**
 * A request was taken out of the line before its turn came, or its turn could not come in time. Quiet: it has no stack trace, for
 * it is no fault.
 */
public final class PoliteCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String domain;
    private final Duration untilTurn;
    private final Duration interval;
    private final String source;
    private final String why;

    /** @param reason why it was not sent, in words that end the sentence "request to a.org was not sent: …" */
    PoliteCancelledException(DomainStatus status, String reason) {
        super("request to " + status.domain() + " was not sent: " + reason, null, false, false);
        this.domain = status.domain();
        this.untilTurn = status.untilTurn();
        this.interval = status.interval();
        this.source = status.source();
        this.why = status.why();
    }

    public String domain() {
        return domain;
    }

    /** From the moment of cancelling until the domain's next turn; zero when that had come, or is unknown. */
    public Duration untilTurn() {
        return untilTurn;
    }

    /** Between two requests to the domain, at the moment of cancelling. */
    public Duration interval() {
        return interval;
    }

    /** What set the next turn: the source given with a pause, or that of the interval. */
    public String source() {
        return source;
    }

    /** The words given with the pause of the domain, empty when it was not paused. */
    public String why() {
        return why;
    }
}
