package press.parallel.politeness;

import java.time.Duration;

/**
 * Where one domain stands in the line.
 *
 * @param waiting requests in its lane
 * @param inFlight requests under way
 * @param interval between two requests
 * @param untilTurn until the next request may go, zero when it may go now
 * @param why what set the turn: {@code setting}, or what the domain asked for
 * @param sent requests sent since the press started
 * @param lastStatus HTTP status of the last answer, 0 before the first
 * @param refusals answers 429 and 503 since the press started
 */
public record DomainStatus(
        String domain,
        int waiting,
        int inFlight,
        Duration interval,
        Duration untilTurn,
        String why,
        long sent,
        int lastStatus,
        long refusals) {}
