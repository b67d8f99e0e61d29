package press.parallel;

import java.net.URI;

/**
 * What a server gave so that it can be asked for news only. Both are echoed byte for byte as they came, quotes and {@code W/}
 * included, and to the address that gave them alone.
 *
 * @param address that answered, after redirects
 * @param etag value of ETag, "" when there was none
 * @param lastModified value of Last-Modified, "" when there was none; never a date of the press's own
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1">RFC 9110, 13.1: preconditions</a>
 */
public record Validators(URI address, String etag, String lastModified) {
    /** A longer value is not kept: servers refuse requests with heads of 8 KiB and more. */
    private static final int LONGEST = 4096;

    public Validators {
        etag = etag.length() > LONGEST ? "" : etag;
        lastModified = lastModified.length() > LONGEST ? "" : lastModified;
    }

    public boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }
}
