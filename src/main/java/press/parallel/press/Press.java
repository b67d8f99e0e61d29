package press.parallel.press;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.quarkus.core.CamelRuntime;
import org.apache.camel.quarkus.main.events.BeforeStart;
import press.parallel.Printed;
import press.parallel.Progress;
import press.parallel.Settings;
import press.parallel.cli.PrintOrder;
import press.parallel.cli.Runtime;
import press.parallel.routes.RouteDesk;

/** The press at work: starts and stops the Camel runtime for the command that needs it, and takes its orders. */
@Singleton
@Unremovable
final class Press implements Runtime {
    private final Settings settings;
    private final CamelRuntime camel;
    private final CamelContext context;
    private final Demo demo;
    private final Instance<Runs> runs;
    private final Instance<RouteDesk> routes;
    private final Instance<Lookup> lookup;
    private boolean started;
    private boolean rehearsing;

    Press(
            Settings settings,
            CamelRuntime camel,
            CamelContext context,
            Demo demo,
            Instance<Runs> runs,
            Instance<RouteDesk> routes,
            Instance<Lookup> lookup) {
        this.settings = settings;
        this.camel = camel;
        this.context = context;
        this.demo = demo;
        this.runs = runs;
        this.routes = routes;
        this.lookup = lookup;
    }

    /** Loads the routes into the context just before it starts; for a check it starts without any. */
    void load(@Observes BeforeStart event) {
        if (!rehearsing) {
            routes.get().load();
        }
    }

    private synchronized void start() {
        if (!started) {
            started = true;
            camel.start(new String[0]);
            routes.get().watch();
        }
    }

    @Override
    public CompletableFuture<Printed> print(PrintOrder order) {
        if (order.demo()) {
            demo.open();
        }
        start();
        CompletableFuture<Printed> printed = runs.get().order(order.deadline());
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
    public Progress progress() {
        return runs.get().progress();
    }

    @Override
    public void serve() {
        start();
    }

    @Override
    public synchronized void stop() {
        if (started) {
            started = false;
            routes.get().close();
            camel.stop();
        }
        demo.close();
    }

    @Override
    public synchronized List<String> check() {
        if (!started) {
            rehearsing = true;
            started = true;
            camel.start(new String[0]);
        }
        List<String> problems = new ArrayList<>(Paper.problems(settings));
        problems.addAll(routes.get().check());
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
    public String newsstandSummary() {
        return demo.summary();
    }

    @Override
    public Path editions() {
        return Paper.output(settings);
    }
}
