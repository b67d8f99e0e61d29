package press.parallel.politeness;

import java.time.Duration;

/**
 * Where one domain stands in the line. The line forgets a domain that was idle for ten minutes, and its numbers with it.
 *
 * @param waiting requests in its lane
 * @param inFlight requests under way
 * @param interval between two requests
 * @param untilTurn until the next request may go, zero when it may go now
 * @param source what set that turn: the source of a pause while that is the longer wait, else the source of the interval
 * @param why the words given with a pause, empty while there is none
 * @param sent requests sent since the line knows the domain
 * @param lastStatus HTTP status of the last answer, 0 before the first
 * @param refusals answers 429 and 503 since the line knows the domain
 */
public record DomainStatus(
        String domain,
        int waiting,
        int inFlight,
        Duration interval,
        Duration untilTurn,
        String source,
        String why,
        long sent,
        int lastStatus,
        long refusals) {}
