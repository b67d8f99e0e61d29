package press.parallel.press;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.quarkus.core.CamelRuntime;
import org.apache.camel.quarkus.main.events.BeforeStart;
import org.jspecify.annotations.Nullable;
import press.parallel.Holdings;
import press.parallel.PastEdition;
import press.parallel.Printed;
import press.parallel.Progress;
import press.parallel.Settings;
import press.parallel.bench.BenchOrder;
import press.parallel.bench.BenchReport;
import press.parallel.cli.Preview;
import press.parallel.cli.PrintOrder;
import press.parallel.cli.Runtime;
import press.parallel.cli.WhyAnswer;
import press.parallel.cli.WrongSettingsException;
import press.parallel.newsroom.Newsroom;
import press.parallel.routes.RouteDesk;
import press.parallel.routes.RouteProblemsException;

/** The press at work: starts and stops the Camel runtime for the command that needs it, and takes its orders. */
@Singleton
@Unremovable
final class Press implements Runtime {
    /** Held here, since the log manager may forget a level that nobody holds. */
    private static final Logger CAMEL_LOG = Logger.getLogger("org.apache.camel");

    private static final Progress STARTING = new Progress("starting", 0, 0, 0, 0, Map.of(), 0, Duration.ZERO);

    private final Settings settings;
    private final CamelRuntime camel;
    private final CamelContext context;
    private final Demo demo;
    private final Instance<Runs> runs;
    private final Instance<RouteDesk> routes;
    private final Instance<Lookup> lookup;
    private final Instance<Newsroom> newsroom;
    private final Instance<Bench> bench;
    private final Instance<Inquiries> inquiries;
    private final Timetable timetable;
    private final InstantSource clock;
    private volatile boolean serving;
    private volatile boolean started;
    private boolean rehearsing;

    Press(
            Settings settings,
            CamelRuntime camel,
            CamelContext context,
            Demo demo,
            Instance<Runs> runs,
            Instance<RouteDesk> routes,
            Instance<Lookup> lookup,
            Instance<Newsroom> newsroom,
            Instance<Bench> bench,
            Instance<Inquiries> inquiries,
            Timetable timetable,
            InstantSource clock) {
        this.settings = settings;
        this.camel = camel;
        this.context = context;
        this.demo = demo;
        this.runs = runs;
        this.routes = routes;
        this.lookup = lookup;
        this.newsroom = newsroom;
        this.bench = bench;
        this.inquiries = inquiries;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** Loads the routes into the context just before it starts; for a check it starts without any. Only {@code serve} runs on schedule. */
    void load(@Observes @Priority(2) BeforeStart event) {
        if (serving) {
            timetable.properties(clock.instant()).forEach(context.getPropertiesComponent()::addOverrideProperty);
            context.getPropertiesComponent()
                    .addOverrideProperty(
                            "parallel-press.collecting",
                            String.valueOf(settings.fetcher().collect()));
        }
        if (!rehearsing) {
            routes.get().load();
        }
    }

    private synchronized void start() {
        if (!started) {
            startCamel();
            started = true;
            routes.get().watch();
        }
    }

    private void startCamel() {
        try {
            camel.start(new String[0]);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof RouteProblemsException wrong) {
                    throw new WrongSettingsException(wrong.problems());
                }
            }
            throw e;
        }
    }

    @Override
    public CompletableFuture<Printed> print(PrintOrder order) {
        if (order.demo()) {
            demo.open();
        }
        start();
        return print(order.deadline());
    }

    private CompletableFuture<Printed> print(@Nullable Duration deadline) {
        CompletableFuture<Printed> printed = runs.get().order(deadline, true);
        ProducerTemplate template = context.createProducerTemplate();
        var unused = template.asyncSend("direct:print-edition", exchange -> {}).whenComplete((exchange, failure) -> {
            Throwable why = failure != null ? failure : exchange.getException();
            if (why != null) {
                printed.completeExceptionally(why);
            }
        });
        return printed;
    }

    @Override
    public BenchReport bench(BenchOrder order) {
        return bench.get().run(order, this::start, this::print);
    }

    @Override
    public Progress progress() {
        return started ? runs.get().progress() : STARTING;
    }

    @Override
    public Optional<ZonedDateTime> serve() {
        serving = true;
        // Opens the newsroom, so that a database that cannot be had is told now and not at the first edition.
        newsroom.get().clocks();
        start();
        return timetable.next(clock.instant());
    }

    /**
     * Closes the newsroom first, so that what is cut off below is in the books as if the process had been killed: not done, rather
     * than lost. Whatever fails then because of it is no news.
     */
    @Override
    public synchronized void stop() {
        if (started) {
            started = false;
            routes.get().close();
            runs.get().halt();
            CAMEL_LOG.setLevel(Level.OFF);
            newsroom.get().close();
            camel.stop();
        }
        demo.close();
    }

    /** Comes before Quarkus takes the parts of the press down, whoever ends the program. */
    void stop(@Observes ShutdownEvent event) {
        stop();
    }

    @Override
    public synchronized List<String> check() {
        if (!started) {
            rehearsing = true;
            started = true;
            startCamel();
        }
        List<String> problems = new ArrayList<>(Paper.problems(settings));
        problems.addAll(routes.get().check());
        problems.addAll(inquiries.get().problems());
        return problems;
    }

    @Override
    public ObjectNode feed(List<String> urls) {
        start();
        return lookup.get().feeds(urls);
    }

    @Override
    public ObjectNode article(List<String> urls) {
        start();
        return lookup.get().articles(urls);
    }

    @Override
    public ZoneId zone() {
        return Paper.zone(settings.timeZone());
    }

    @Override
    public String newsroom() {
        return inquiries.get().place();
    }

    @Override
    public Optional<WhyAnswer> why(String asked, @Nullable String edition) {
        return inquiries.get().why(asked, edition);
    }

    @Override
    public Optional<List<PastEdition>> editions(int limit) {
        return inquiries.get().editions(limit);
    }

    @Override
    public Optional<Holdings> holdings() {
        return inquiries.get().holdings();
    }

    @Override
    public Optional<Map<String, Integer>> prune(boolean dryRun) {
        return inquiries.get().prune(dryRun);
    }

    @Override
    public Optional<Preview> preview() {
        return inquiries.get().preview();
    }

    @Override
    public String newsstandSummary() {
        return demo.summary();
    }

    @Override
    public Path editions() {
        return Paper.output(settings);
    }
}
