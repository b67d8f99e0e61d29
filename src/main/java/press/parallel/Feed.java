package press.parallel;

import java.net.URI;

/**
 * A source that the press polls.
 *
 * @param address absolute http or https address; the feed's identity
 * @param section id of the section that lists it, or "" where the sections' keywords decide for each entry
 * @param index place in the feed list, from 0; requests of one domain keep this order
 * @param millis how long its last answer took in milliseconds, or 0 when unknown: the slowest is asked first
 * @param state what earlier answers taught
 */
public record Feed(URI address, String section, int index, long millis, FeedState state) {
    public Feed {
        if (address.getHost() == null) {
            throw new IllegalArgumentException("feed '" + address + "': expected an absolute http or https address");
        }
    }

    public Feed(URI address, String section, int index, long millis) {
        this(address, section, index, millis, FeedState.NEW);
    }

    public Feed(URI address, String section, int index) {
        this(address, section, index, 0);
    }

    /** Where it is asked: its address, or the one it has moved to for good. */
    public URI asked() {
        URI moved = state.address();
        return moved == null ? address : moved;
    }
}
