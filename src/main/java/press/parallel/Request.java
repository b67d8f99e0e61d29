package press.parallel;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request that a desk wants made. It is one hop: a redirect is answered with a new request.
 *
 * @param address absolute http or https address, without fragment
 * @param purpose what it is for
 * @param accept value of the Accept header
 * @param validators sent when the address is theirs, null for none
 * @param group what is cancelled together, the edition's id
 * @param priority inside its domain's line the lowest goes first
 * @param index lower goes first among equals
 * @param expectedMillis how long it took last time, 0 when unknown; the slowest of a domain goes first
 * @param deadline after it the request is not sent, and an answer that is still running is cut off
 * @param hops redirects followed so far
 * @param movedTo where permanent redirects have led so far, null when none has
 * @param tries times that its address was refused for now and is asked again
 */
public record Request(
        URI address,
        Purpose purpose,
        String accept,
        @Nullable Validators validators,
        String group,
        int priority,
        int index,
        long expectedMillis,
        Instant deadline,
        int hops,
        @Nullable URI movedTo,
        int tries) {
    /**
     * Priority of what an edition can do without: it goes after everything else that may go, and all of it together has at most half of
     * the slots.
     */
    public static final int MINOR = Integer.MAX_VALUE;

    /** What a request is for; the manners differ. */
    public enum Purpose {
        /** A feed that the reader listed: robots.txt does not shut it out. */
        FEED,
        /** A page that is scraped: robots.txt decides. */
        PAGE,
        /** A picture that is printed with a story: robots.txt decides. */
        IMAGE,
        /** robots.txt itself: it takes no turn. */
        ROBOTS
    }

    /** A first request, unconditional. */
    public Request(
            URI address,
            Purpose purpose,
            String accept,
            String group,
            int index,
            long expectedMillis,
            Instant deadline) {
        this(address, purpose, accept, null, group, 0, index, expectedMillis, deadline, 0, null, 0);
    }

    /** The same, for news only. */
    public Request with(@Nullable Validators known) {
        return new Request(
                address,
                purpose,
                accept,
                known,
                group,
                priority,
                index,
                expectedMillis,
                deadline,
                hops,
                movedTo,
                tries);
    }

    /** The same with another priority. */
    public Request withPriority(int other) {
        return new Request(
                address,
                purpose,
                accept,
                validators,
                group,
                other,
                index,
                expectedMillis,
                deadline,
                hops,
                movedTo,
                tries);
    }

    /**
     * The request that follows a redirect to {@code location}.
     *
     * @param forGood it was a permanent one (301, 308)
     */
    public Request to(URI location, boolean forGood) {
        boolean soFar = hops == 0 || address.equals(movedTo);
        return new Request(
                location,
                purpose,
                accept,
                validators,
                group,
                priority,
                index,
                expectedMillis,
                deadline,
                hops + 1,
                forGood && soFar ? location : movedTo,
                tries);
    }

    /** The same once more, after it was refused for now. */
    public Request again() {
        return new Request(
                address,
                purpose,
                accept,
                validators,
                group,
                priority,
                index,
                expectedMillis,
                deadline,
                hops,
                movedTo,
                tries + 1);
    }
}
