package press.parallel.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.model.EndpointRequiredDefinition;
import org.apache.camel.model.ExpressionNode;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import press.parallel.routes.RouteSet.Placed;

/**
 * Looks for what only shows when all routes are seen together, and what Camel tells too late or never: a {@code direct:} that
 * nobody answers, two routes that begin at one place, a name that two steps bear.
 */
final class RouteLinks {
    private static final String DIRECT = "direct:";

    private final CamelContext context;
    private final Collection<RouteDefinition> others;

    /** @param others routes of the context that come from no file */
    RouteLinks(CamelContext context, Collection<RouteDefinition> others) {
        this.context = context;
        this.others = others;
    }

    List<RouteProblem> problems(Map<String, Placed> routes) {
        List<RouteProblem> problems = new ArrayList<>();
        Map<String, String> beginnings = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        Set<String> foreign = new HashSet<>();
        for (RouteDefinition other : others) {
            foreign.add(other.getRouteId());
            beginnings.put(resolved(other.getInput().getEndpointUri()), "route '" + other.getRouteId() + "'");
        }
        routes.forEach((id, route) -> {
            if (foreign.contains(id)) {
                problems.add(problem(route, route.line(), "an id of its own", "'" + id + "', which the program uses"));
            }
            String begins = beginnings.putIfAbsent(resolved(route.from()), "route '" + id + "'");
            if (begins != null && !takesMany(route.from())) {
                problems.add(problem(
                        route, route.line(), "one route that begins with " + route.from(), "another, " + begins));
            }
            checkNames(id, route, names, problems);
        });
        Set<String> answered = new HashSet<>();
        beginnings.keySet().stream().filter(uri -> uri.startsWith(DIRECT)).forEach(uri -> answered.add(name(uri)));
        routes.forEach((id, route) -> checkDirect(route, answered, problems));
        return problems;
    }

    private void checkNames(String id, Placed route, Map<String, String> names, List<RouteProblem> problems) {
        List<String> own = new ArrayList<>();
        ProcessorDefinitionHelper.gatherAllNodeIds(route.definition(), own, true, false);
        for (String name : own) {
            String other = names.putIfAbsent(name, id);
            if (other != null) {
                int line = RouteReader.lineOf(route.file(), "id: " + name, route.line());
                problems.add(problem(
                        route, line, "an id of its own", "'" + name + "', which is taken in route '" + other + "'"));
            }
        }
    }

    private void checkDirect(Placed route, Set<String> answered, List<RouteProblem> problems) {
        for (ProcessorDefinition<?> step : steps(route.definition())) {
            String called = called(step, context);
            if (!called.isEmpty() && !answered.contains(called)) {
                problems.add(RouteProblem.expected(
                        Rehearsal.label(step, route),
                        Rehearsal.line(step, route),
                        "a route that begins with " + DIRECT + called,
                        "none"));
            }
        }
    }

    /** Whether one route calls the other by {@code direct:}. */
    static boolean calls(RouteDefinition caller, RouteDefinition callee, CamelContext context) {
        String from = resolved(callee.getInput().getEndpointUri(), context);
        return from.startsWith(DIRECT)
                && steps(caller).stream().anyMatch(step -> called(step, context).equals(name(from)));
    }

    /** Name of the {@code direct:} that the step calls; empty when it calls none, or one that only a message tells. */
    private static String called(ProcessorDefinition<?> step, CamelContext context) {
        String uri = resolved(target(step), context);
        return uri.startsWith(DIRECT) && !uri.contains("${") ? name(uri) : "";
    }

    /** All steps, those of the policies included. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // Camel's own signature is raw
    static Collection<ProcessorDefinition<?>> steps(RouteDefinition route) {
        return (Collection)
                ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ProcessorDefinition.class);
    }

    /** Where a step sends to, as far as the text tells. */
    private static String target(ProcessorDefinition<?> step) {
        String uri = null;
        if (step instanceof EndpointRequiredDefinition send) {
            uri = send.getEndpointUri();
        } else if (step instanceof ExpressionNode enrich && enrich.getExpression() != null) {
            uri = enrich.getExpression().getExpression();
        }
        return uri == null ? "" : uri;
    }

    private String resolved(String uri) {
        return resolved(uri, context);
    }

    private static String resolved(String uri, CamelContext context) {
        try {
            return context.resolvePropertyPlaceholders(uri);
        } catch (RuntimeException e) {
            return uri; // the rehearsal tells of the missing setting, with its line
        }
    }

    private static String name(String uri) {
        String name = uri.substring(DIRECT.length());
        name = name.startsWith("//") ? name.substring(2) : name;
        int query = name.indexOf('?');
        return query < 0 ? name : name.substring(0, query);
    }

    private boolean takesMany(String uri) {
        Endpoint endpoint = context.hasEndpoint(resolved(uri));
        return endpoint instanceof MultipleConsumersSupport many && many.isMultipleConsumersSupported();
    }

    private static RouteProblem problem(Placed route, int line, String expected, String found) {
        return RouteProblem.expected(route.file().label(), line, expected, found);
    }
}
