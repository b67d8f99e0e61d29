package press.parallel.routes;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;

/**
 * The routes that a folder of files makes.
 *
 * @param routes by id, in the order of files and of their lines
 * @param policies every {@code routeConfiguration} of the files
 */
record RouteSet(Map<String, Placed> routes, List<RouteConfigurationDefinition> policies) {

    /**
     * One route and where it stands.
     *
     * @param definition with its policies woven in
     * @param canon what the route and its policies say; the same canon needs no swap
     * @param line of {@code - route:}, counted from 1
     */
    record Placed(RouteDefinition definition, String canon, RouteText file, int line) {

        String from() {
            return definition.getInput().getEndpointUri();
        }
    }

    static RouteSet none() {
        return new RouteSet(Map.of(), List.of());
    }

    /** The routes of these ids, in the order of {@code routes}. */
    static Map<String, Placed> only(Map<String, Placed> routes, Set<String> ids) {
        Map<String, Placed> only = new LinkedHashMap<>(routes);
        only.keySet().retainAll(ids);
        return only;
    }

    /** Ids of the routes that are new here, say something else than before, or are gone. */
    Set<String> touched(Map<String, Placed> before) {
        Set<String> touched = new LinkedHashSet<>(routes.keySet());
        touched.addAll(before.keySet());
        touched.removeIf(id -> {
            Placed old = before.get(id);
            Placed now = routes.get(id);
            return old != null && now != null && old.canon().equals(now.canon());
        });
        return touched;
    }
}
