package press.parallel.jar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A forward proxy on 127.0.0.1 that plays every host by itself, writes down each request with its time and headers, and knows nothing of
 * the press. What a host answers is told by {@link Room}s. One daemon thread a connection; safe for use by many threads.
 */
final class StrictWeb implements AutoCloseable {
    /** So long every answer takes, that two requests at once are seen as such; robots.txt takes longer still. */
    private static final Duration LATENCY = Duration.ofMillis(30);

    private static final Duration ROBOTS_LATENCY = Duration.ofMillis(150);

    private final ServerSocket door;
    private final long opened = System.nanoTime();
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private final Set<Socket> guests = ConcurrentHashMap.newKeySet();
    private final List<Visit> visits = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private int run;

    /** What an address answers; null is 404. */
    interface Room {
        @Nullable
        Answer enter(Visit visit);
    }

    /**
     * @param headers whole lines, a sign a byte
     * @param filler so many bytes are streamed after the body, the connection is closed at the end
     */
    record Answer(int status, List<String> headers, byte[] body, long filler) {
        static Answer of(int status) {
            return new Answer(status, List.of(), new byte[0], 0);
        }

        Answer with(String name, String value) {
            List<String> more = new ArrayList<>(headers);
            more.add(name + ": " + value);
            return new Answer(status, List.copyOf(more), body, filler);
        }

        Answer body(String type, String text) {
            return new Answer(status, with("Content-Type", type).headers, text.getBytes(UTF_8), filler);
        }

        Answer andThen(long fillerBytes) {
            return new Answer(status, headers, body, fillerBytes);
        }
    }

    /** One request as it arrived, and what became of it. */
    static final class Visit {
        final int run;
        /** Which one of this address, from 1, over all runs. */
        final int times;

        final long nanos;
        final Instant at = Instant.now();
        final String method;
        final String host;
        final String target;
        private final Map<String, String> headers;
        private final long since;
        volatile long end = Long.MAX_VALUE;
        volatile int status;
        volatile long written;
        volatile boolean known;
        volatile boolean brokenOff;

        private Visit(
                int run,
                int times,
                long nanos,
                long since,
                String method,
                String host,
                String target,
                Map<String, String> headers) {
            this.run = run;
            this.times = times;
            this.nanos = nanos;
            this.since = since;
            this.method = method;
            this.host = host;
            this.target = target;
            this.headers = headers;
        }

        /** A header, a sign a byte, or "" when it was not sent. */
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        boolean has(String name) {
            return headers.containsKey(name.toLowerCase(Locale.ROOT));
        }

        String domain() {
            return StrictWeb.domain(host);
        }

        String address() {
            return "http://" + host + target;
        }

        boolean isRobots() {
            return target.equals("/robots.txt");
        }

        boolean beside(Visit other) {
            return nanos < other.end && other.nanos < end;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(
                    String.format(Locale.ROOT, "run %d %8.3f s  %s %s", run, since / 1e9, method, address()));
            for (String name : List.of("if-none-match", "if-modified-since")) {
                if (has(name)) {
                    String value = header(name);
                    text.append(" (").append(name).append(": ");
                    text.append(value.length() > 80 ? value.length() + " bytes" : value)
                            .append(')');
                }
            }
            return text.append(" -> ").append(status).toString();
        }
    }

    private StrictWeb() throws IOException {
        door = new ServerSocket(0, 256, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        start(this::welcome);
    }

    static StrictWeb open() throws IOException {
        return new StrictWeb();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "strict-web");
        thread.setDaemon(true);
        thread.start();
    }

    /** The registrable domain, for the names of this test: two labels, three under co.uk. */
    static String domain(String host) {
        List<String> labels = Arrays.asList(host.split("\\."));
        int most = host.endsWith(".co.uk") ? 3 : 2;
        return String.join(".", labels.subList(Math.max(0, labels.size() - most), labels.size()));
    }

    static String httpDate(Instant when) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(when.atOffset(ZoneOffset.UTC));
    }

    /** @param target path and query, or {@code *} for all others of this host */
    void room(String host, String target, Room room) {
        rooms.put(host + target, room);
    }

    String proxy() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** What arrives from now on belongs to this run. */
    synchronized void run(int number) {
        run = number;
    }

    /** All that came, in order. */
    synchronized List<Visit> visits() {
        return visits.stream()
                .sorted(Comparator.comparingLong(visit -> visit.nanos))
                .toList();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                guests.add(guest);
                start(() -> serve(guest));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            guest.setTcpNoDelay(true);
            guest.setSendBufferSize(64 * 1024);
            InputStream in = new BufferedInputStream(guest.getInputStream());
            OutputStream out = guest.getOutputStream();
            boolean stays = true;
            while (stays && !door.isClosed()) {
                String requestLine = line(in);
                if (requestLine.isEmpty()) {
                    return;
                }
                Visit visit = enter(System.nanoTime(), requestLine, headers(in));
                try {
                    stays = answer(visit, out);
                } catch (IOException e) {
                    visit.brokenOff = true;
                    throw e;
                } finally {
                    visit.end = Math.min(visit.end, System.nanoTime());
                }
            }
        } catch (IOException e) {
            // The guest left; what it did is written down.
        } finally {
            guests.remove(guest);
        }
    }

    private synchronized Visit enter(long nanos, String requestLine, Map<String, String> headers) throws IOException {
        String[] parts = requestLine.split(" ");
        if (parts.length != 3) {
            throw new IOException("request line: expected three words, found '" + requestLine + "'");
        }
        String target = parts[1];
        String host = headers.getOrDefault("host", "");
        if (target.startsWith("http://")) {
            host = URI.create(target).getRawAuthority();
            target = target.substring("http://".length() + host.length());
        }
        host = host.toLowerCase(Locale.ROOT).replaceFirst(":80$", "");
        int times = counts.merge(host + target, 1, Integer::sum);
        Visit visit = new Visit(run, times, nanos, nanos - opened, parts[0], host, target, headers);
        visits.add(visit);
        return visit;
    }

    private Answer answerTo(Visit visit) {
        Room room = rooms.get(visit.host + visit.target);
        if (room == null) {
            room = rooms.get(visit.host + "*");
        }
        Answer answer = room == null ? null : room.enter(visit);
        visit.known = answer != null || visit.isRobots();
        return answer == null ? Answer.of(404).body("text/plain", "No such address\n") : answer;
    }

    /** @return whether the connection stays */
    private boolean answer(Visit visit, OutputStream out) throws IOException {
        Answer answer = answerTo(visit);
        visit.status = answer.status();
        pause(visit.isRobots() ? ROBOTS_LATENCY : LATENCY);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Strict\r\n");
        answer.headers().forEach(header -> head.append(header).append("\r\n"));
        if (answer.headers().stream().noneMatch(header -> header.startsWith("Date:"))) {
            head.append("Date: ").append(httpDate(Instant.now())).append("\r\n");
        }
        head.append("Set-Cookie: crumb=1; Path=/\r\n");
        boolean streams = answer.filler() > 0;
        boolean bodiless = answer.status() == 304;
        if (streams) {
            head.append("Connection: close\r\n");
        } else if (!bodiless) {
            head.append("Content-Length: ").append(answer.body().length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(ISO_8859_1);
        byte[] whole = Arrays.copyOf(start, start.length + (bodiless ? 0 : answer.body().length));
        System.arraycopy(answer.body(), 0, whole, start.length, whole.length - start.length);
        if (streams) {
            out.write(whole);
            visit.written = whole.length;
            stream(visit, answer.filler(), out);
            return false;
        }
        out.write(whole, 0, whole.length - 1);
        out.flush();
        // Before the last byte is out the guest cannot know that it was the last.
        visit.end = System.nanoTime();
        visit.written = whole.length;
        out.write(whole, whole.length - 1, 1);
        out.flush();
        return true;
    }

    private static void stream(Visit visit, long bytes, OutputStream out) throws IOException {
        byte[] block = "# Nothing but a remark, one of very many, that no robot needs.\n"
                .repeat(256)
                .getBytes(UTF_8);
        for (long sent = 0; sent < bytes; sent += block.length) {
            out.write(block);
            visit.written += block.length;
        }
        out.flush();
    }

    private void pause(Duration time) {
        try {
            closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                // A space more or less around the value is no part of it, every other byte is.
                headers.put(name, line.substring(colon + 1).replaceAll("^[ \t]+|[ \t]+$", ""));
            }
        }
        return Map.copyOf(headers);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        door.close();
        for (Socket guest : guests) {
            guest.close();
        }
    }
}
