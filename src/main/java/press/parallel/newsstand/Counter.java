package press.parallel.newsstand;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The newsstand's counter: a small HTTP/1.1 server and forward proxy on 127.0.0.1. It takes absolute addresses, http and https alike, keeps
 * connections alive and opens no tunnels.
 *
 * <p>One daemon thread a connection, so that no answer waits for another and each leaves within a millisecond or two of its time; made for
 * some hundred connections. Of more than {@value #KEPT} each is closed after its answer.
 */
final class Counter implements AutoCloseable {
    /** Connections that are kept open for another request. */
    private static final int KEPT = 200;

    private static final String ROBOTS = "/robots.txt";
    private static final Answer ALL_ALLOWED =
            Answer.of(200, "text/plain; charset=utf-8", "User-agent: *\nDisallow:\n", Latencies.NOTHING);

    private final Shelf shelf;
    private final Doorman doorman;
    private final double speed;
    private final ServerSocket door;
    private final Set<Socket> customers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService hands = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "newsstand-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Opens on a free port.
     *
     * @param speed latencies are divided by it
     * @throws UncheckedIOException if no port of 127.0.0.1 can be had
     */
    Counter(Shelf shelf, Doorman doorman, double speed) {
        this.shelf = shelf;
        this.doorman = doorman;
        this.speed = speed;
        try {
            this.door = new ServerSocket();
            door.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 256);
        } catch (IOException e) {
            throw new UncheckedIOException("newsstand: expected a free port on 127.0.0.1, but " + e.getMessage(), e);
        }
        hands.execute(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket customer = door.accept();
                customers.add(customer);
                hands.execute(() -> serve(customer));
            } catch (IOException e) {
                // The door was closed, or one customer left while coming in.
            } catch (RejectedExecutionException e) {
                sendAllHome();
            }
        }
    }

    private void serve(Socket customer) {
        try (customer) {
            customer.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(customer.getInputStream());
            OutputStream out = customer.getOutputStream();
            boolean again = true;
            while (again && !door.isClosed()) {
                Asked asked = Asked.read(in);
                if (asked == null) {
                    return;
                }
                again = asked.keepAlive() && customers.size() <= KEPT;
                answer(asked, out, again);
            }
        } catch (IOException e) {
            // The customer left; what was answered stands in the book.
        } finally {
            customers.remove(customer);
        }
    }

    private void answer(Asked asked, OutputStream out, boolean again) throws IOException {
        @Nullable URI address = asked.address();
        Doorman.Visit visit = address == null
                ? doorman.enter(asked.target().replaceFirst(":[0-9]*$", ""), "", Arrival.Kind.ARTICLE)
                : doorman.enter(address.getHost(), pathAndQuery(address), kind(address));
        int status = 500;
        byte[] bytes;
        try {
            Answer answer = answer(asked, address, visit);
            bytes = bytes(asked, answer, again);
            status = answer.status();
            waitUntil(visit.nanos() + Math.round(answer.millis() * 1e6 / speed));
            out.write(bytes, 0, bytes.length - 1);
            out.flush();
        } finally {
            doorman.leave(visit, status);
        }
        out.write(bytes, bytes.length - 1, 1);
        out.flush();
    }

    private Answer answer(Asked asked, @Nullable URI address, Doorman.Visit visit) {
        if (asked.method().equals("CONNECT")) {
            return Answer.sentence(
                    501,
                    "CONNECT " + asked.target()
                            + ": the newsstand opens no tunnels; set press.web.proxy-tunnel = false, so that https"
                            + " addresses are asked of it directly",
                    0);
        }
        if (address == null) {
            return Answer.sentence(
                    400, "'" + asked.target() + "': expected an absolute http or https address, as proxies get it", 0);
        }
        if (!asked.method().equals("GET") && !asked.method().equals("HEAD")) {
            return Answer.sentence(405, asked.method() + ": the newsstand only gives (GET, HEAD)", 0)
                    .with("Allow", "GET, HEAD");
        }
        if (visit.kind() == Arrival.Kind.ROBOTS) {
            return ALL_ALLOWED;
        }
        Answer answer = shelf.find(asked, address);
        if (visit.tooSoonMillis().isPresent()) {
            long millis = visit.tooSoonMillis().getAsLong();
            return Answer.sentence(
                            429,
                            visit.domain() + ": expected " + millis
                                    + " ms or more between two requests, but this one came sooner",
                            answer.millis())
                    .with("Retry-After", String.valueOf((millis + 999) / 1000));
        }
        return answer;
    }

    private Arrival.Kind kind(URI address) {
        if (ROBOTS.equals(address.getRawPath())) {
            return Arrival.Kind.ROBOTS;
        }
        if (Plate.isPictureHost(address)) {
            return Arrival.Kind.PICTURE;
        }
        return shelf.hasFeed(address) ? Arrival.Kind.FEED : Arrival.Kind.ARTICLE;
    }

    private static byte[] bytes(Asked asked, Answer answer, boolean again) {
        byte[] body = answer.body();
        String packing = "";
        if (asked.header("accept-encoding").contains("gzip")) {
            byte[] gzip = answer.packed().gzip();
            if (gzip != null) {
                body = gzip;
                packing = "Content-Encoding: gzip\r\nVary: Accept-Encoding\r\n";
            }
        }
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(answer.status())
                .append(' ')
                .append(reason(answer.status()))
                .append("\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append(packing);
        if (answer.status() != 304) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: ").append(again ? "keep-alive" : "close").append("\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.length() + body.length);
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!asked.method().equals("HEAD") && answer.status() != 304) {
            all.writeBytes(body);
        }
        return all.toByteArray();
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 429 -> "Too Many Requests";
            case 501 -> "Not Implemented";
            default -> "Answer";
        };
    }

    private static String pathAndQuery(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }

    private void waitUntil(long nanos) {
        long left = nanos - System.nanoTime();
        while (left > 0 && !door.isClosed()) {
            LockSupport.parkNanos(left);
            left = nanos - System.nanoTime();
        }
    }

    /** Closes the door and every connection; answers under way are cut off. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("newsstand: could not be closed", e);
        } finally {
            hands.shutdownNow();
            sendAllHome();
        }
    }

    private void sendAllHome() {
        for (Socket customer : customers) {
            try {
                customer.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }
}
