package press.parallel.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.camel.impl.DefaultCamelContext;

/** A folder of route files, a Camel context that runs them, a gate that keeps a run inside a route, and what the desk says. */
final class Newsroom implements AutoCloseable {
    final Path folder;
    final DefaultCamelContext camel = new DefaultCamelContext();
    final Line line = new Line();
    final Gate gate = new Gate();
    final RouteDesk desk;
    /** Nanoseconds by which the desk's clock is ahead. */
    final AtomicLong later = new AtomicLong();

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger(RouteDesk.class.getName());
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.INFO.intValue()) {
                said.add(
                        entry instanceof org.jboss.logmanager.ExtLogRecord ext
                                ? ext.getFormattedMessage()
                                : entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** A bean that keeps its caller until it is let go. */
    public static final class Gate {
        final Semaphore inside = new Semaphore(0);
        final CountDownLatch open = new CountDownLatch(1);

        public void pass() throws InterruptedException {
            inside.release();
            if (!open.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the gate was not opened within 20 s");
            }
        }
    }

    Newsroom(Path folder) {
        this.folder = folder;
        camel.addComponent("polite", line);
        camel.getRegistry().bind("gate", gate);
        camel.getPropertiesComponent().addInitialProperty("press.greeting", "Good morning");
        camel.getShutdownStrategy().setTimeout(5);
        desk = new RouteDesk(camel, new RouteFiles(folder), () -> System.nanoTime() + later.get());
        logger.addHandler(ear);
    }

    Newsroom file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".camel.yaml"), text);
        return this;
    }

    void delete(String name) throws IOException {
        Files.delete(folder.resolve(name + ".camel.yaml"));
    }

    /** A route of one constant answer. */
    static String answering(String id, String answer) {
        return """
            - route:
                id: %s
                description: Answers
                group: test
                from:
                  uri: direct:%s
                  steps:
                    - setBody: {constant: "%s"}
            """.formatted(id, id, answer);
    }

    Newsroom start() {
        desk.load();
        camel.start();
        return this;
    }

    /** Two looks at the folder, as the watcher has them 300 ms apart. */
    void looks() {
        desk.look();
        desk.look();
    }

    String ask(String name) {
        return camel.createFluentProducerTemplate()
                .to("direct:" + name)
                .withBody("?")
                .request(String.class);
    }

    List<String> said() {
        return List.copyOf(said);
    }

    String lastSaid() {
        return said.isEmpty() ? "" : said.get(said.size() - 1);
    }

    @Override
    public void close() {
        gate.open.countDown();
        desk.close();
        camel.stop();
        logger.removeHandler(ear);
    }
}
