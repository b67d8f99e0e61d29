package press.parallel.politeness;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import press.parallel.politeness.Line.Ticket;

/**
 * A program that fills a line and prints how many bytes of heap each waiting request keeps; {@link LineMemoryTest} starts it in a
 * JVM of its own, where nothing else lives.
 */
final class LineMemory {
    private static final int DOMAINS = 10_000;

    private final int requests;
    private final String[] domains = new String[DOMAINS];

    private LineMemory(int requests) {
        this.requests = requests;
        for (int i = 0; i < DOMAINS; i++) {
            domains[i] = "site" + i + ".org";
        }
    }

    /** @param arguments the number of requests */
    public static void main(String[] arguments) {
        LineMemory memory = new LineMemory(Integer.parseInt(arguments[0]));
        System.out.println("line=" + memory.lineAlone(Long.MAX_VALUE));
        System.out.println("lineWithDeadline=" + memory.lineAlone(Long.MAX_VALUE / 2));
        System.out.println("domain=" + memory.knownDomain());
        System.out.println("exchangeAndLine=" + memory.exchangeAndLine());
    }

    private long lineAlone(long deadline) {
        Line<String> line = new Line<>(domain -> Duration.ofSeconds(2));
        long before = used();
        for (int i = 0; i < requests; i++) {
            line.offer("the same for all", new Ticket(domains[i % DOMAINS], "edition", i, 0, deadline), 0);
        }
        long each = (used() - before) / requests;
        check(line.waiting());
        return each;
    }

    /** One of which only the clock is known; its name is counted. */
    private long knownDomain() {
        int known = requests / 10;
        Line<String> line = new Line<>(domain -> Duration.ofSeconds(2));
        long before = used();
        for (int i = 0; i < known; i++) {
            line.restore("www.site" + i + ".org", 0, 0);
        }
        long each = (used() - before) / known;
        if (line.waiting() != 0) {
            throw new IllegalStateException("expected nobody to wait, but found " + line.waiting());
        }
        return each;
    }

    /** With all headers that the line reads; the body is the caller's, so it is left out. */
    private long exchangeAndLine() {
        DefaultCamelContext context = new DefaultCamelContext();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        PoliteLine line = new PoliteLine(
                domain -> Duration.ofSeconds(2), System::nanoTime, InstantSource.system(), clock, Runnable::run);
        long deadline = System.currentTimeMillis() + Duration.ofHours(1).toMillis();
        long before = used();
        for (int i = 0; i < requests; i++) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setHeader(PoliteHeaders.DOMAIN, domains[i % DOMAINS]);
            exchange.getMessage().setHeader(PoliteHeaders.INDEX, (long) i);
            exchange.getMessage().setHeader(PoliteHeaders.EXPECTED_MILLIS, 0L);
            exchange.getMessage().setHeader(PoliteHeaders.GROUP, "edition");
            exchange.getMessage().setHeader(PoliteHeaders.DEADLINE, deadline + i);
            line.take(exchange, doneSync -> {});
        }
        long each = (used() - before) / requests;
        check(line.totals().waiting());
        clock.shutdownNow();
        return each;
    }

    private void check(int waiting) {
        if (waiting != requests) {
            throw new IllegalStateException("expected " + requests + " waiting requests, but found " + waiting);
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
