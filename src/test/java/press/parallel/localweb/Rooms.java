package press.parallel.localweb;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * What happens in the rooms of the local web. Other paths are 404.
 *
 * <table>
 * <caption>Rooms</caption>
 * <tr><td>{@code /hello}</td><td>a short page</td></tr>
 * <tr><td>{@code /feed}</td><td>RSS of two items, whose links lead to {@code /hello} here</td></tr>
 * <tr><td>{@code /redirect?to=…&status=302}</td><td>there</td></tr>
 * <tr><td>{@code /redirect-loop}</td><td>to itself</td></tr>
 * <tr><td>{@code /slow?millis=1000}</td><td>hello, after a while</td></tr>
 * <tr><td>{@code /drip?millis=1000}</td><td>a byte each second, for ever</td></tr>
 * <tr><td>{@code /cut-short}</td><td>promises 1,000 bytes, sends 100, closes</td></tr>
 * <tr><td>{@code /not-modified}</td><td>ETag and Last-Modified; 304 to who sends either back</td></tr>
 * <tr><td>{@code /too-many?seconds=2}</td><td>429 with Retry-After; without it when {@code seconds=}</td></tr>
 * <tr><td>{@code /busy}, {@code /gone}, {@code /empty}</td><td>503 with Retry-After 2, 410, 200 without a byte</td></tr>
 * <tr><td>{@code /big?bytes=1000000}</td><td>so many bytes</td></tr>
 * <tr><td>{@code /broken}</td><td>500</td></tr>
 * <tr><td>{@code /hang-up}</td><td>the connection is closed without an answer</td></tr>
 * <tr><td>{@code /chunk-cut-short}</td><td>a chunk of 100 bytes, closed after 14</td></tr>
 * <tr><td>{@code /reset}</td><td>the connection is broken off without an answer</td></tr>
 * <tr><td>{@code /parting}</td><td>hello, then the connection is closed although it was to be kept</td></tr>
 * <tr><td>{@code /header?name=…&value=…}</td><td>that header, a sign a byte; a line break in the value begins another</td></tr>
 * <tr><td>{@code /gzip}, {@code /gzip-cut-short}</td><td>1,000 signs, gzipped; the same without its second half</td></tr>
 * <tr><td>{@code /gzip-bomb}</td><td>100 KB that inflate to 100 MB</td></tr>
 * <tr><td>{@code /echo-headers}</td><td>the request's headers as JSON, names in lower case</td></tr>
 * <tr><td>{@code /cookies}</td><td>sets one, and says which came</td></tr>
 * <tr><td>{@code /charset?name=windows-1252}</td><td>a page in that charset, declared in the header alone</td></tr>
 * <tr><td>{@code /robots.txt}</td><td>by the first label of the host: {@code disallow}, {@code broken}, {@code loop}, {@code slow}
 * (Crawl-delay 0.5), {@code vast} (50 MB); of all others there is none</td></tr>
 * </table>
 */
final class Rooms {
    static final String ETAG = "W/\"a\\b-1\"";
    static final String LAST_MODIFIED = "Sun, 22 Nov 2026 06:00:00 GMT";
    static final String CHARSET_SENTENCE = "Grüße aus der Straße, déjà vu";
    private static final String HTML = "text/html; charset=utf-8";
    private static final Map<String, String> TEXT = Map.of("Content-Type", "text/plain");
    private static final int VAST_BYTES = 50_000_000;
    private static final int BOMB_BYTES = 100 * 1024 * 1024;

    private Rooms() {}

    static void enter(LocalWeb web, Arrival guest, LocalWeb.Answer answer) throws IOException {
        switch (guest.path()) {
            case "/hello" -> page(answer, 200, "Hello from " + guest.host());
            case "/feed" -> feed(guest, answer);
            case "/redirect" -> {
                int status = Integer.parseInt(guest.parameter("status", "302"));
                answer.send(status, Map.of("Location", guest.parameter("to", "/hello")), new byte[0]);
            }
            case "/redirect-loop" -> answer.send(302, Map.of("Location", "/redirect-loop"), new byte[0]);
            case "/slow" -> {
                web.pause(millis(guest));
                page(answer, 200, "Hello, at last");
            }
            case "/drip" -> drip(web, guest, answer);
            case "/cut-short" -> {
                answer.sendHead(200, Map.of("Content-Type", HTML), 1000);
                answer.close();
                answer.sendPart(filled(100));
            }
            case "/not-modified" -> {
                Map<String, String> validators =
                        Map.of("ETag", ETAG, "Last-Modified", LAST_MODIFIED, "Content-Type", HTML);
                boolean known = guest.header("if-none-match").equals(ETAG)
                        || guest.header("if-modified-since").equals(LAST_MODIFIED);
                answer.send(known ? 304 : 200, validators, known ? new byte[0] : bytes("<p>News</p>"));
            }
            case "/too-many" -> {
                String seconds = guest.parameter("seconds", "2");
                answer.send(429, seconds.isEmpty() ? Map.of() : Map.of("Retry-After", seconds), bytes("Too many\n"));
            }
            case "/busy" -> answer.send(503, Map.of("Retry-After", "2"), bytes("Busy\n"));
            case "/gone" -> page(answer, 410, "Gone");
            case "/empty" -> answer.send(200, Map.of("Content-Type", HTML), new byte[0]);
            case "/big" ->
                answer.send(
                        200,
                        Map.of("Content-Type", HTML),
                        filled(Integer.parseInt(guest.parameter("bytes", "1000000"))));
            case "/robots.txt" -> robots(web, guest, answer);
            case "/broken" -> page(answer, 500, "Broken");
            case "/hang-up" -> {
                answer.leave();
                answer.close();
            }
            case "/chunk-cut-short" -> {
                answer.sendHead(200, Map.of("Content-Type", HTML, "Transfer-Encoding", "chunked"), -1);
                answer.sendPart(bytes("64\r\nonly this much"));
            }
            case "/reset" -> answer.reset();
            case "/parting" -> {
                page(answer, 200, "Hello and goodbye");
                answer.close();
            }
            case "/header" ->
                answer.send(
                        200, Map.of(guest.parameter("name", "X"), guest.parameter("value", "")), bytes("See above"));
            case "/gzip" -> gzipped(answer, gzip(filled(1000)));
            case "/gzip-cut-short" -> {
                byte[] whole = gzip(filled(1000));
                gzipped(answer, Arrays.copyOf(whole, whole.length / 2));
            }
            case "/gzip-bomb" ->
                answer.send(200, Map.of("Content-Type", HTML, "Content-Encoding", "gzip"), Bomb.GZIPPED);
            case "/echo-headers" ->
                answer.send(
                        200,
                        Map.of("Content-Type", "application/json"),
                        new ObjectMapper().writeValueAsBytes(new TreeMap<>(guest.headers())));
            case "/cookies" ->
                answer.send(
                        200,
                        Map.of("Set-Cookie", "crumb=1; Path=/", "Content-Type", "text/plain"),
                        bytes("cookie: " + guest.header("cookie")));
            case "/charset" -> {
                Charset charset = Charset.forName(guest.parameter("name", "windows-1252"));
                answer.send(
                        200,
                        Map.of("Content-Type", "text/html; charset=" + charset.name()),
                        ("<p>" + CHARSET_SENTENCE + "</p>").getBytes(charset));
            }
            default -> page(answer, 404, "No such room: " + guest.path());
        }
    }

    private static void page(LocalWeb.Answer answer, int status, String sentence) throws IOException {
        String html = "<!DOCTYPE html><html lang=\"en\"><head><title>" + sentence + "</title></head><body><p>"
                + sentence + "</p></body></html>";
        answer.send(status, Map.of("Content-Type", HTML), bytes(html));
    }

    private static void feed(Arrival guest, LocalWeb.Answer answer) throws IOException {
        String authority = guest.header("host");
        String item = """
                <item><title>%1$s story</title><link>http://%2$s/hello?%1$s</link><guid>%1$s</guid>\
                <pubDate>Sun, 22 Nov 2026 0%3$d:00:00 GMT</pubDate><description>A %1$s summary.</description></item>
                """;
        String rss =
                "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>Local</title><link>http://" + authority
                        + "/</link><description>Two items</description>\n" + item.formatted("first", authority, 6)
                        + item.formatted("second", authority, 5) + "</channel></rss>\n";
        answer.send(200, Map.of("Content-Type", "application/rss+xml; charset=utf-8"), bytes(rss));
    }

    private static void robots(LocalWeb web, Arrival guest, LocalWeb.Answer answer) throws IOException {
        switch (guest.host().replaceFirst("\\..*", "")) {
            case "disallow" -> answer.send(200, TEXT, bytes("User-agent: *\nDisallow: /hello\n"));
            case "slow" -> answer.send(200, TEXT, bytes("User-agent: *\nCrawl-delay: 0.5\n"));
            case "broken" -> page(answer, 503, "Broken");
            case "loop" -> answer.send(301, Map.of("Location", "/robots.txt"), new byte[0]);
            case "vast" -> {
                answer.sendHead(200, TEXT, VAST_BYTES);
                answer.close();
                byte[] part = bytes("Disallow: /x\n".repeat(1000));
                for (int sent = 0; sent < VAST_BYTES; sent += part.length) {
                    answer.sendPart(part);
                    web.sentOfVast(part.length);
                }
            }
            default -> page(answer, 404, "No rules");
        }
    }

    private static void drip(LocalWeb web, Arrival guest, LocalWeb.Answer answer) throws IOException {
        answer.sendHead(200, Map.of("Content-Type", HTML), -1);
        while (web.isOpen()) {
            answer.sendPart(bytes("."));
            web.pause(millis(guest));
        }
    }

    private static void gzipped(LocalWeb.Answer answer, byte[] body) throws IOException {
        answer.send(200, Map.of("Content-Type", HTML, "Content-Encoding", "gzip"), body);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(plain);
        }
        return small.toByteArray();
    }

    private static Duration millis(Arrival guest) {
        return Duration.ofMillis(Long.parseLong(guest.parameter("millis", "1000")));
    }

    private static byte[] filled(int length) {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) 'x');
        return body;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Made when first asked for. */
    private static final class Bomb {
        static final byte[] GZIPPED = make();

        private static byte[] make() {
            ByteArrayOutputStream small = new ByteArrayOutputStream();
            byte[] block = filled(64 * 1024);
            try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
                for (int sent = 0; sent < BOMB_BYTES; sent += block.length) {
                    gzip.write(block);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return small.toByteArray();
        }
    }
}
