package press.parallel.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.ServiceStatus;
import org.apache.camel.Suspendable;
import org.apache.camel.model.Model;
import org.apache.camel.model.MulticastDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RecipientListDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SplitDefinition;
import org.apache.camel.model.ThreadsDefinition;
import org.apache.camel.model.WireTapDefinition;
import org.apache.camel.processor.aggregate.AggregateProcessor;
import org.apache.camel.processor.aggregate.MemoryAggregationRepository;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.service.ServiceHelper;
import press.parallel.routes.RouteSet.Placed;

/** The routes that run: says whether one is idle, holds one's line, and puts others in their place. Not safe for many threads. */
final class Stage {
    /** Begin of the endpoints whose component keeps what waits while no consumer gives it out. */
    private static final String LINE = "polite:";
    /** Longest time a route that was idle a moment ago may take to stop; when it takes longer it runs on and is tried again. */
    private static final long STOP_SECONDS = 2;

    private final CamelContext context;
    private final Model model;

    Stage(CamelContext context) {
        this.context = context;
        this.model = context.getCamelContextExtension().getContextPlugin(Model.class);
    }

    /** Whether no exchange is inside the route, none waits in its consumer and no group of messages is open in it. */
    boolean idle(String id) {
        Route route = context.getRoute(id);
        return route == null || (inside(id) == 0 && waiting(route) == 0);
    }

    /**
     * Whether several messages at once may come in by {@code direct:}, since a run is inside a route that calls this one from many
     * threads. Camel's direct producer, shared by threads, lets a second caller in to the old consumer while a first one waits for
     * the new: so a swap has to wait for the callers' run.
     */
    boolean crowded(String id) {
        RouteDefinition callee = model.getRouteDefinition(id);
        return callee != null && crowded(callee, new HashSet<>());
    }

    private boolean crowded(RouteDefinition callee, Set<RouteDefinition> asked) {
        if (!asked.add(callee)) {
            return false;
        }
        for (RouteDefinition caller : List.copyOf(model.getRouteDefinitions())) {
            int runs = inside(caller.getRouteId());
            if (runs > 0
                    && RouteLinks.calls(caller, callee, context)
                    && (runs > 1 || fansOut(caller) || crowded(caller, asked))) {
                return true;
            }
        }
        return false;
    }

    private static boolean fansOut(RouteDefinition route) {
        String from = route.getInput().getEndpointUri();
        return from.startsWith(LINE)
                || from.startsWith("seda:")
                || RouteLinks.steps(route).stream().anyMatch(Stage::isParallel);
    }

    private static boolean isParallel(ProcessorDefinition<?> step) {
        String parallel = null;
        if (step instanceof SplitDefinition split) {
            parallel = split.getParallelProcessing();
        } else if (step instanceof MulticastDefinition multicast) {
            parallel = multicast.getParallelProcessing();
        } else if (step instanceof RecipientListDefinition<?> recipients) {
            parallel = recipients.getParallelProcessing();
        }
        return step instanceof ThreadsDefinition
                || step instanceof WireTapDefinition<?>
                || (parallel != null && !parallel.equals("false"));
    }

    /** Exchanges inside the route. */
    int inside(String id) {
        return context.getInflightRepository().size(id);
    }

    private static int waiting(Route route) {
        int waiting = 0;
        for (Service service : route.getServices()) {
            for (Service child : ServiceHelper.getChildServices(service)) {
                if (child instanceof ShutdownAware aware) {
                    waiting += aware.getPendingExchangesSize();
                }
                if (child instanceof AggregateProcessor aggregate) {
                    waiting += aggregate.getInProgressCompleteExchanges();
                    if (aggregate.getAggregationRepository() instanceof MemoryAggregationRepository memory) {
                        waiting += memory.getKeys().size();
                    }
                }
            }
        }
        return waiting;
    }

    /** Whether what waits for the route stays safe while its consumer is suspended, so that it can be swapped in the middle of a run. */
    boolean holdsItsLine(String id) {
        Route route = context.getRoute(id);
        return route != null
                && route.getEndpoint().getEndpointUri().startsWith(LINE)
                && route.getConsumer() instanceof Suspendable;
    }

    /** Lets the route's consumer give out nothing more. What is inside the route goes on. */
    void hold(String id) {
        ServiceHelper.suspendService(context.getRoute(id).getConsumer());
    }

    /** Lets it give out again. */
    void release(String id) {
        Route route = context.getRoute(id);
        if (route != null) {
            ServiceHelper.resumeService(route.getConsumer());
        }
    }

    /**
     * Puts routes in the place of others.
     *
     * @param before routes that run now, by id
     * @param after those to run instead
     * @return false when a route got busy again meanwhile; then all of them run on as before
     * @throws Exception if a new route does not start; then the old ones run again
     */
    boolean swap(Map<String, Placed> before, Map<String, Placed> after) throws Exception {
        List<String> stopped = new ArrayList<>();
        for (String id : before.keySet()) {
            if (running(id)) {
                if (!stop(id)) {
                    for (String other : stopped) {
                        context.getRouteController().startRoute(other);
                    }
                    return false;
                }
                stopped.add(id);
            }
        }
        remove(before.values());
        try {
            model.addRouteDefinitions(definitions(after.values()));
            return true;
        } catch (Exception e) {
            remove(after.values());
            model.addRouteDefinitions(definitions(before.values()));
            throw e;
        }
    }

    /** Shuts the door first, so that nobody comes in between the last look inside and the stop; callers wait at the door. */
    private boolean stop(String id) throws Exception {
        if (context.getRoute(id).getConsumer() instanceof Suspendable) {
            hold(id);
        }
        if (idle(id)
                && !crowded(id)
                && context.getRouteController().stopRoute(id, STOP_SECONDS, TimeUnit.SECONDS, true)) {
            return true;
        }
        release(id);
        return false;
    }

    private boolean running(String id) {
        ServiceStatus status = context.getRouteController().getRouteStatus(id);
        return status != null && status.isStoppable();
    }

    private void remove(Collection<Placed> routes) throws Exception {
        for (Placed route : routes) {
            if (model.getRouteDefinition(route.definition().getRouteId()) != null) {
                model.removeRouteDefinition(route.definition());
            }
        }
    }

    private static List<RouteDefinition> definitions(Collection<Placed> routes) {
        return routes.stream().map(Placed::definition).toList();
    }
}
