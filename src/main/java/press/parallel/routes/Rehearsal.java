package press.parallel.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.ExpressionIllegalSyntaxException;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.model.Model;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.support.LifecycleStrategySupport;
import org.jspecify.annotations.Nullable;
import press.parallel.routes.RouteSet.Placed;

/**
 * Builds a route as Camel would, in the living context, and throws the result away: nothing starts, and a component, bean, method,
 * setting, thread pool or function that is not there comes to light before the old route is touched.
 *
 * <p>Building creates the thread pools of the route's steps (without threads); they are taken back. Nothing else of the result is
 * closed, since it shares beans with the route that runs.
 */
final class Rehearsal {
    private static final Pattern SETTING = Pattern.compile("Property with key \\[([^]]+)\\] not found");
    private static final Pattern POOL = Pattern.compile("ExecutorServiceRef (\\S+) not found");
    private static final Pattern OPTIONS = Pattern.compile("Unknown parameters=\\[\\{(.*)\\}\\]");

    private final CamelContext context;

    Rehearsal(CamelContext context) {
        this.context = context;
    }

    Optional<RouteProblem> problem(Placed route) {
        Pools pools = new Pools();
        context.addLifecycleStrategy(pools);
        try {
            context.getCamelContextExtension()
                    .getContextPlugin(Model.class)
                    .getModelReifierFactory()
                    .createRoute(context, route.definition());
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(problem(route, e));
        } finally {
            context.getLifecycleStrategies().remove(pools);
            pools.created.forEach(context.getExecutorServiceManager()::shutdownNow);
        }
    }

    /** Says why one of these routes did not start. */
    static RouteProblem problem(Map<String, Placed> routes, Exception failure) {
        String message = String.valueOf(failure.getMessage());
        Placed blamed = routes.entrySet().stream()
                .filter(route -> message.contains(route.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> routes.values().iterator().next());
        return problem(blamed, failure);
    }

    /** Says why a route cannot be built or started, and on which line. */
    static RouteProblem problem(Placed route, Throwable failure) {
        @Nullable ProcessorDefinition<?> step = step(route, String.valueOf(failure.getMessage()));
        String label = step == null ? route.file().label() : label(step, route);
        int line = step == null ? route.line() : line(step, route);
        Reason reason = reason(failure);
        if (label.equals(route.file().label()) && !reason.word().isBlank()) {
            line = RouteReader.lineOf(route.file(), reason.word(), line);
        }
        return RouteProblem.expected(label, line, reason.expected(), reason.found());
    }

    /**
     * Camel's failure in the words of the one who edits.
     *
     * @param word what stands on the line that is meant; empty when unknown
     */
    private record Reason(String expected, String found, String word) {}

    private static Reason reason(Throwable failure) {
        Throwable root = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            String message = String.valueOf(cause.getMessage());
            Matcher setting = SETTING.matcher(message);
            Matcher pool = POOL.matcher(message);
            if (setting.find()) {
                return none("a setting of application.properties", setting.group(1), "{{" + setting.group(1));
            } else if (pool.find()) {
                return none("a thread pool of application.properties", pool.group(1), pool.group(1));
            } else if (cause instanceof NoSuchBeanException bean) {
                return none("a bean of the program", bean.getName(), bean.getName());
            } else if (cause instanceof NoSuchEndpointException endpoint) {
                String uri = plain(endpoint.getUri());
                return new Reason("an endpoint whose component the program has", "'" + uri + "'", uri);
            } else if (cause instanceof ResolveEndpointFailedException endpoint) {
                String uri = plain(endpoint.getUri());
                Matcher options = OPTIONS.matcher(message);
                String why = options.find() ? " with the unknown option " + options.group(1) : ": " + message;
                return new Reason("an endpoint that Camel knows", "'" + uri + "'" + why, uri);
            } else if (cause instanceof ExpressionIllegalSyntaxException expression) {
                String text = String.valueOf(expression.getExpression());
                String why = message.replaceFirst("(?s) at location \\d+.*", "");
                return new Reason("an expression that can be read", "'" + text + "': " + why, text);
            }
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return new Reason("a route that can be built and started", "this: " + message, "");
    }

    private static Reason none(String expected, String name, String word) {
        return new Reason(expected, "none named '" + name + "'", word);
    }

    /** An endpoint as files write it, without its options. */
    private static String plain(String uri) {
        return uri.replace("://", ":").replaceFirst("\\?.*", "");
    }

    /** The step that Camel's message names between {@code >>> } and {@code  <<<}. */
    private static @Nullable ProcessorDefinition<?> step(Placed route, String message) {
        int begin = message.indexOf(">>> ");
        int end = message.indexOf(" <<<", begin + 1);
        if (begin < 0 || end < 0) {
            return null;
        }
        String named = message.substring(begin + 4, end);
        return RouteLinks.steps(route.definition()).stream()
                .filter(step -> step.toString().equals(named))
                .findFirst()
                .orElse(null);
    }

    /** File of a step: the policies' file for a step that was woven in. */
    static String label(ProcessorDefinition<?> step, Placed route) {
        String location = step.getLocation();
        if (location == null) {
            return route.file().label();
        }
        return location.startsWith("file:") ? location.substring("file:".length()) : location;
    }

    /** Line of a step. Camel counts one too few where a step and its options stand on one line: the step's name tells. */
    static int line(ProcessorDefinition<?> step, Placed route) {
        int line = step.getLineNumber();
        if (line < 1) {
            return route.line();
        }
        boolean here = label(step, route).equals(route.file().label());
        int named = here ? RouteReader.lineOf(route.file(), step.getShortName() + ":", line) : line;
        return named == line + 1 ? named : line;
    }

    /** Notes the thread pools of the steps that are rehearsed; those of components and of other threads stay. */
    private static final class Pools extends LifecycleStrategySupport {
        private final Thread rehearsing = Thread.currentThread();
        private final List<ThreadPoolExecutor> created = new ArrayList<>();

        @Override
        public void onThreadPoolAdd(
                CamelContext camelContext,
                ThreadPoolExecutor threadPool,
                String id,
                @Nullable String sourceId,
                @Nullable String routeId,
                @Nullable String threadPoolProfileId) {
            if (routeId != null && Thread.currentThread() == rehearsing) {
                created.add(threadPool);
            }
        }
    }
}
