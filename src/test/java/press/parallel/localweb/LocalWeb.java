package press.parallel.localweb;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A web server on 127.0.0.1 with named rooms (see {@link Rooms}) that remembers who came when. It answers to any host name, so tests may
 * resolve whatever they like to it, and takes absolute addresses as a forward proxy does.
 *
 * <p>On raw sockets, so that it can also behave badly: answers cut short, dripped, or never ended. One daemon thread a connection; safe for use
 * by many threads.
 */
public final class LocalWeb implements AutoCloseable {
    private final ServerSocket door;
    private final Set<Socket> guests = ConcurrentHashMap.newKeySet();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService hosts = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "local-web");
        thread.setDaemon(true);
        return thread;
    });
    private int inFlight;
    private int maxInFlight;
    private long sentOfVast;

    private LocalWeb() throws IOException {
        door = new ServerSocket(0, 256, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        hosts.execute(this::welcome);
    }

    /** Opens on a free port. */
    public static LocalWeb open() throws IOException {
        return new LocalWeb();
    }

    public int port() {
        return door.getLocalPort();
    }

    /** @param room path and query, such as {@code /slow?millis=200} */
    public URI at(String room) {
        return at("127.0.0.1", room);
    }

    /** The same under another host name, which the test resolves to 127.0.0.1 or asks through {@link #proxy()}. */
    public URI at(String host, String room) {
        return URI.create("http://" + host + ":" + port() + room);
    }

    public URI proxy() {
        return at("");
    }

    /** In the order of their coming, those still being served included. */
    public List<Arrival> arrivals() {
        return arrivals(arrival -> true);
    }

    public synchronized List<Arrival> arrivals(Predicate<Arrival> which) {
        return arrivals.stream()
                .filter(which)
                .sorted(Comparator.comparingLong(Arrival::nanos))
                .toList();
    }

    /** Between one arrival and the next, of those that are meant. */
    public List<Duration> gaps(Predicate<Arrival> which) {
        List<Arrival> seen = arrivals(which);
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < seen.size(); i++) {
            gaps.add(Duration.ofNanos(seen.get(i).nanos() - seen.get(i - 1).nanos()));
        }
        return gaps;
    }

    /** Most requests being served at one moment. A request ends before the last byte of its answer leaves. */
    public synchronized int maxInFlight() {
        return maxInFlight;
    }

    /** Bytes of the vast robots.txt that were taken by who asked for it. */
    public synchronized long sentOfVast() {
        return sentOfVast;
    }

    synchronized void sentOfVast(int bytes) {
        sentOfVast += bytes;
    }

    /** Forgets who came, for instance between a cold and a warm round. */
    public synchronized void forget() {
        arrivals.clear();
        maxInFlight = inFlight;
    }

    private void welcome() {
        try (door) {
            while (!door.isClosed()) {
                Socket guest = door.accept();
                guests.add(guest);
                if (door.isClosed()) {
                    guest.close();
                } else {
                    hosts.execute(() -> serve(guest));
                }
            }
        } catch (IOException | RejectedExecutionException e) {
            // The web was closed.
        } finally {
            leaveAll();
        }
    }

    private void leaveAll() {
        for (Socket guest : guests) {
            try {
                guest.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            guest.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(guest.getInputStream());
            Answer answer = new Answer(guest, this);
            while (!door.isClosed()) {
                String requestLine = line(in);
                if (requestLine.isEmpty()) {
                    return;
                }
                long nanos = System.nanoTime();
                Arrival arrival = enter(nanos, requestLine, headers(in));
                answer.begin(arrival);
                try {
                    Rooms.enter(this, arrival, answer);
                } finally {
                    answer.leave();
                }
                if (answer.closes() || arrival.header("connection").equalsIgnoreCase("close")) {
                    return;
                }
            }
        } catch (IOException e) {
            // The guest left; the arrival is known.
        } finally {
            guests.remove(guest);
        }
    }

    private synchronized Arrival enter(long nanos, String requestLine, Map<String, String> headers) throws IOException {
        String[] parts = requestLine.split(" ");
        if (parts.length != 3) {
            throw new IOException("request line: expected three words, found '" + requestLine + "'");
        }
        String host = headers.getOrDefault("host", "").replaceFirst(":\\d+$", "");
        String target = parts[1];
        if (target.matches("(?i)https?://.*")) {
            URI address = URI.create(target);
            host = address.getHost();
            target = target.replaceFirst("(?i)^https?://[^/?]*", "");
        }
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        maxInFlight = Math.max(maxInFlight, ++inFlight);
        Arrival arrival = new Arrival(nanos, parts[0], host.toLowerCase(Locale.ROOT), path, query, headers, inFlight);
        arrivals.add(arrival);
        return arrival;
    }

    synchronized void leave() {
        inFlight--;
    }

    boolean isOpen() {
        return !door.isClosed();
    }

    /** Waits, but not longer than the web is open. */
    void pause(Duration time) {
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
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
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

    /** One answer after another on one connection. */
    static final class Answer {
        private final Socket guest;
        private final OutputStream out;
        private final LocalWeb web;
        private boolean head;
        private boolean served;
        private boolean closes;

        private Answer(Socket guest, LocalWeb web) throws IOException {
            this.guest = guest;
            this.out = guest.getOutputStream();
            this.web = web;
        }

        private void begin(Arrival arrival) {
            head = arrival.method().equals("HEAD");
            served = true;
        }

        /** The request is over as far as it counts. */
        void leave() {
            if (served) {
                served = false;
                web.leave();
            }
        }

        boolean closes() {
            return closes;
        }

        /** After this answer the connection is closed. */
        void close() {
            closes = true;
        }

        /** Breaks the connection off without a word (TCP RST). */
        void reset() throws IOException {
            close();
            guest.setSoLinger(true, 0);
            leave();
        }

        void send(int status, Map<String, String> headers, byte[] body) throws IOException {
            sendHead(status, headers, body.length);
            int last = head || status == 304 ? 0 : body.length;
            if (last > 0) {
                out.write(body, 0, last - 1);
                out.flush();
                leave();
                out.write(body, last - 1, 1);
            }
            out.flush();
        }

        /** @param length promised in Content-Length, or less than 0: until the connection closes */
        void sendHead(int status, Map<String, String> headers, long length) throws IOException {
            StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " Local\r\n");
            headers.forEach((name, value) ->
                    text.append(name).append(": ").append(value).append("\r\n"));
            if (length >= 0 && status != 304) {
                text.append("Content-Length: ").append(length).append("\r\n");
            }
            if (length < 0) {
                close();
            }
            byte[] bytes = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
            boolean whole = length == 0 || head || status == 304;
            out.write(bytes, 0, bytes.length - 1);
            if (whole) {
                out.flush();
                leave();
            }
            out.write(bytes, bytes.length - 1, 1);
            out.flush();
        }

        /** A piece of a body whose head has been sent. */
        void sendPart(byte[] part) throws IOException {
            out.write(part);
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        door.close();
        hosts.shutdownNow();
        leaveAll();
    }
}
