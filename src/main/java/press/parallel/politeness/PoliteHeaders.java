package press.parallel.politeness;

/** Names that the {@code polite:} component reads and sets. */
public final class PoliteHeaders {
    /** Header, required: registrable domain of the request; also the correlation key of a throttle in the route. */
    public static final String DOMAIN = "domain";

    /** Header, int, default 0: inside the domain's lane the lowest goes first, before anything else is looked at. */
    public static final String PRIORITY = "CamelPolitePriority";

    /** Header, long, default 0: among those of one priority and one known time, order inside the domain's lane, for a parallel split hands over in any order. */
    public static final String INDEX = "CamelPoliteIndex";

    /** Header, long, default 0 (unknown): how long the request took last time; the slowest of a domain goes first. */
    public static final String EXPECTED_MILLIS = "CamelPoliteExpectedMillis";

    /** Header, text: requests that are cancelled together. */
    public static final String GROUP = "CamelPoliteGroup";

    /** Header, epoch milliseconds: not given out after this moment. */
    public static final String DEADLINE = "CamelPoliteDeadline";

    /**
     * Header, boolean, default false: the request takes no turn. It waits for no interval and moves no clock, but goes only while
     * nothing else of its domain is under way, and nothing else goes while it is. Meant for {@code robots.txt} (RFC 9309).
     */
    public static final String TURNLESS = "CamelPoliteTurnless";

    /** Header, boolean, default false: the request goes when nothing else may; all of this kind together never have more than half of the slots. */
    public static final String MINOR = "CamelPoliteMinor";

    private PoliteHeaders() {}
}
