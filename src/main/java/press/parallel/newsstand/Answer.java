package press.parallel.newsstand;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What goes back to who asked.
 *
 * @param status HTTP status
 * @param headers beside length and connection
 * @param body sent as it is, but inflated or not as the asker likes
 * @param millis from the request's head to the last byte, at the real web's speed
 */
record Answer(int status, Map<String, String> headers, byte[] body, long millis) {
    static Answer of(int status, String contentType, String body, long millis) {
        return new Answer(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8), millis);
    }

    /** A page of one sentence. */
    static Answer sentence(int status, String sentence, long millis) {
        return of(status, "text/plain; charset=utf-8", sentence + "\n", millis);
    }

    Answer with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, millis);
    }

    Answer withoutBody(int otherStatus) {
        return new Answer(otherStatus, headers, new byte[0], millis);
    }
}
