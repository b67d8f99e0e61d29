package press.parallel.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PatternHelper;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import press.parallel.routes.RouteSet.Placed;

/**
 * Makes route definitions of texts, without giving them to Camel.
 *
 * <p>Camel weaves a {@code routeConfiguration} into a route when the route is read, from a list in the context. So the policies of
 * the texts stand in that list while their routes are read, and those that were there before stand in it again afterwards.
 */
final class RouteReader {
    private static final String POLICY_FIELD = "routeConfigurationId";

    private final CamelContext context;
    private final Model model;
    private List<RouteConfigurationDefinition> installed = List.of();

    RouteReader(CamelContext context) {
        this.context = context;
        this.model = context.getCamelContextExtension().getContextPlugin(Model.class);
    }

    /**
     * Reads all files as one whole.
     *
     * @param problems takes everything found wrong; when it is not empty afterwards, the set is not whole
     */
    RouteSet read(Collection<RouteText> files, List<RouteProblem> problems) {
        Map<RouteText, List<RouteItem>> items = new LinkedHashMap<>();
        for (RouteText file : files) {
            items.put(file, RouteItem.of(file, problems));
        }
        checkForm(items, problems);
        if (!problems.isEmpty()) {
            return RouteSet.none();
        }
        Map<RouteText, RouteConfigurationBuilder> builders = new LinkedHashMap<>();
        List<RouteConfigurationDefinition> policies = new ArrayList<>();
        for (RouteText file : files) {
            try {
                RouteConfigurationBuilder builder = builder(file);
                builder.configuration();
                policies.addAll(builder.getRouteConfigurationCollection().getRouteConfigurations());
                builders.put(file, builder);
            } catch (Exception e) {
                problems.add(problem(file, e));
            }
        }
        Map<String, Placed> routes = new LinkedHashMap<>();
        if (problems.isEmpty()) {
            List<RouteConfigurationDefinition> before = exchange(installed, policies);
            try {
                builders.forEach((file, builder) -> readRoutes(file, builder, items, routes, problems));
            } finally {
                exchange(policies, before);
            }
        }
        return new RouteSet(routes, List.copyOf(policies));
    }

    /** Lets the policies of the set stand in the context from now on. */
    void install(List<RouteConfigurationDefinition> policies) {
        exchange(installed, policies);
        installed = policies;
    }

    private RouteConfigurationBuilder builder(RouteText file) throws Exception {
        Collection<RoutesBuilder> found = PluginHelper.getRoutesLoader(context)
                .findRoutesBuilders(ResourceHelper.fromString(file.location(), file.text()));
        RouteConfigurationBuilder builder =
                (RouteConfigurationBuilder) found.iterator().next();
        builder.setCamelContext(context);
        builder.getRouteConfigurationCollection().setCamelContext(context);
        return builder;
    }

    private void readRoutes(
            RouteText file,
            RouteConfigurationBuilder builder,
            Map<RouteText, List<RouteItem>> items,
            Map<String, Placed> routes,
            List<RouteProblem> problems) {
        try {
            List<RouteDefinition> definitions = builder.configureRoutes(context).getRoutes();
            List<RouteItem> texts = of(items, file, RouteItem.ROUTE);
            for (int i = 0; i < definitions.size(); i++) {
                RouteDefinition definition = definitions.get(i);
                RouteItem text = texts.get(i);
                String canon = text.canon() + policyCanon(definition, items);
                routes.put(definition.getRouteId(), new Placed(definition, canon, file, text.line()));
            }
        } catch (Exception e) {
            problems.add(problem(file, e));
        }
    }

    private static String policyCanon(RouteDefinition route, Map<RouteText, List<RouteItem>> items) {
        Set<String> applied = route.getAppliedRouteConfigurationIds();
        StringBuilder canon = new StringBuilder();
        if (applied != null) {
            for (RouteText file : items.keySet()) {
                for (RouteItem policy : of(items, file, RouteItem.POLICY)) {
                    if (applied.contains(policy.fields().get("id"))) {
                        canon.append('\n').append(policy.canon());
                    }
                }
            }
        }
        return canon.toString();
    }

    private static List<RouteItem> of(Map<RouteText, List<RouteItem>> items, RouteText file, String kind) {
        return items.getOrDefault(file, List.of()).stream()
                .filter(item -> item.kind().equals(kind))
                .toList();
    }

    /** What Camel lets pass or tells without a line: names that are missing, taken or unknown. */
    private static void checkForm(Map<RouteText, List<RouteItem>> items, List<RouteProblem> problems) {
        Map<String, String> taken = new HashMap<>();
        Set<String> policies = new LinkedHashSet<>();
        items.forEach((file, list) -> {
            for (RouteItem item : list) {
                String id = item.fields().get("id");
                if (id == null || id.isEmpty()) {
                    problems.add(
                            RouteProblem.expected(file.label(), item.line(), "an id", item.kind() + " without one"));
                    continue;
                }
                String place = file.label() + ":" + item.line();
                String other = taken.putIfAbsent(item.kind() + " " + id, place);
                if (other != null) {
                    problems.add(RouteProblem.expected(
                            file.label(), item.line(), "an id of its own", "'" + id + "', which is taken by " + other));
                }
                if (item.kind().equals(RouteItem.POLICY)) {
                    policies.add(id);
                }
            }
        });
        items.forEach((file, list) -> list.stream()
                .filter(item -> item.kind().equals(RouteItem.ROUTE))
                .forEach(route -> checkRoute(file, route, policies, problems)));
    }

    private static void checkRoute(RouteText file, RouteItem route, Set<String> policies, List<RouteProblem> problems) {
        String name = "route '" + route.fields().getOrDefault("id", "?") + "'";
        for (String field : List.of("description", "group")) {
            if (route.fields().getOrDefault(field, "").isEmpty()) {
                problems.add(RouteProblem.expected(file.label(), route.line(), "a " + field, name + " without one"));
            }
        }
        String wanted = route.fields().get(POLICY_FIELD);
        if (wanted == null || wanted.startsWith("{{")) {
            return;
        }
        for (String id : wanted.split(",")) {
            if (policies.stream().noneMatch(policy -> PatternHelper.matchPattern(policy, id))) {
                problems.add(RouteProblem.expected(
                        file.label(),
                        lineOf(file, POLICY_FIELD, route.line()),
                        policies.isEmpty() ? "a routeConfiguration in some file" : "one of " + policies,
                        POLICY_FIELD + " '" + id + "'"));
            }
        }
    }

    /** First line from {@code from} on that has the word, else {@code from}. Lines count from 1. */
    static int lineOf(RouteText file, String word, int from) {
        List<String> lines = file.text().lines().toList();
        for (int i = Math.max(0, from - 1); i < lines.size(); i++) {
            if (lines.get(i).contains(word)) {
                return i + 1;
            }
        }
        return from;
    }

    private static RouteProblem problem(RouteText file, Exception e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof YamlEngineException yaml) {
                return RouteItem.yaml(file, yaml);
            }
        }
        return RouteProblem.expected(file.label(), 0, "routes that can be read", String.valueOf(e.getMessage()));
    }

    /** Takes out of the context what has the ids of either list, puts {@code in} there, and says what was taken out. */
    private List<RouteConfigurationDefinition> exchange(
            List<RouteConfigurationDefinition> out, List<RouteConfigurationDefinition> in) {
        Set<String> ids = new LinkedHashSet<>();
        out.forEach(policy -> ids.add(policy.getId()));
        in.forEach(policy -> ids.add(policy.getId()));
        List<RouteConfigurationDefinition> taken = model.getRouteConfigurationDefinitions().stream()
                .filter(policy -> policy.getId() != null && ids.contains(policy.getId()))
                .toList();
        try {
            for (RouteConfigurationDefinition policy : taken) {
                model.removeRouteConfiguration(policy);
            }
        } catch (Exception e) {
            throw new IllegalStateException("policies " + Objects.toString(ids) + " could not be exchanged", e);
        }
        model.addRouteConfigurations(in);
        return taken;
    }
}
