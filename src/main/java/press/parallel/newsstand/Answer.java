package press.parallel.newsstand;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What goes back to who asked.
 *
 * @param status HTTP status
 * @param headers beside length and connection
 * @param body as it is
 * @param gzip the same packed for who likes it so; null when it was not packed beforehand
 * @param millis from the request's head to the last byte, at the real web's speed
 */
record Answer(int status, Map<String, String> headers, byte[] body, byte @Nullable [] gzip, long millis) {
    /** Less is sent as it is: packing would cost more than it saves. */
    private static final int WORTH_PACKING = 4_000;

    static Answer of(int status, String contentType, String body, long millis) {
        return new Answer(
                status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8), null, millis);
    }

    /** A page of one sentence. */
    static Answer sentence(int status, String sentence, long millis) {
        return of(status, "text/plain; charset=utf-8", sentence + "\n", millis);
    }

    Answer with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, gzip, millis);
    }

    /** The same without its body when who asks has it already: {@code If-None-Match} names its {@code ETag}. */
    Answer unlessKnown(Asked asked) {
        String etag = headers.get("ETag");
        return asked.header("if-none-match").equals(etag) ? new Answer(304, headers, new byte[0], null, millis) : this;
    }

    /** Packed once for all who will ask, where that is worth it. */
    Answer packed() {
        if (gzip != null || body.length < WORTH_PACKING) {
            return this;
        }
        ByteArrayOutputStream small = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream packing = new GZIPOutputStream(small)) {
            packing.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(status, headers, body, small.toByteArray(), millis);
    }
}
