package press.parallel.press;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.quarkus.main.events.BeforeStart;
import press.parallel.Settings;
import press.parallel.politeness.Manners;
import press.parallel.politeness.PoliteLine;

/**
 * Camel's dev consoles as web pages: those that only look, and our own. Text, or JSON for who accepts {@code application/json};
 * parameters of the address go to the console, but for those that make it act.
 */
@Singleton
final class DevConsoles {
    private static final String PATH = "/q/camel/dev-console";

    /**
     * Left out: consoles that act (send, receive, reload, ...) and those that may show secrets or other people's words (properties,
     * system-properties, jvm with its command line, variables, browse, trace, log, ...).
     */
    private static final List<String> HARMLESS = List.of(
            "context",
            "route",
            "route-structure",
            "route-group",
            "inflight",
            ThreadPoolConsole.ID,
            "thread",
            "health",
            PolitenessConsole.ID,
            "endpoint",
            "consumer",
            "producer",
            "processor",
            "service",
            "blocked",
            "internal-tasks",
            "quartz",
            "top",
            "event",
            "memory",
            "gc");

    private static final List<String> ACTING = List.of("command", "action");

    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private final CamelContext context;
    private final Instance<PoliteLine> line;
    private final Instance<Manners> manners;
    private final int slots;

    DevConsoles(CamelContext context, Instance<PoliteLine> line, Instance<Manners> manners, Settings settings) {
        this.context = context;
        this.line = line;
        this.manners = manners;
        this.slots = settings.slots();
    }

    /** Before the routes are loaded: their thread pools are to be seen from the first. */
    void open(@Observes @Priority(1) BeforeStart event) {
        DevConsoleRegistry registry = registry();
        if (registry.isEnabled()) {
            ThreadPoolConsole pools = new ThreadPoolConsole();
            context.addLifecycleStrategy(pools.watch());
            registry.register(pools);
            registry.register(new PolitenessConsole(line::get, manners::get, slots));
        }
    }

    void pages(@Observes Router router) {
        router.get(PATH).blockingHandler(this::index, false);
        router.get(PATH + "/").blockingHandler(this::index, false);
        router.get(PATH + "/:id").blockingHandler(this::show, false);
    }

    private DevConsoleRegistry registry() {
        return context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
    }

    private Optional<DevConsole> console(String id) {
        return HARMLESS.contains(id) && context.isStarted()
                ? Optional.ofNullable(registry().resolveById(id))
                : Optional.empty();
    }

    private void index(RoutingContext asked) {
        List<DevConsole> shown = new ArrayList<>();
        HARMLESS.forEach(id -> console(id).ifPresent(shown::add));
        if (wantsJson(asked)) {
            Map<String, String> list = new LinkedHashMap<>();
            shown.forEach(console -> list.put(console.getId(), console.getDescription()));
            send(asked, list);
        } else {
            send(
                    asked,
                    shown.stream()
                            .map(console -> String.format("%-16s %s", console.getId(), console.getDescription()))
                            .collect(Collectors.joining("\n", "", "\n")));
        }
    }

    private void show(RoutingContext asked) {
        Optional<DevConsole> named = console(asked.pathParam("id"));
        if (named.isEmpty()) {
            Pages.say(asked, 404, "no console of this name is shown here; " + PATH + " lists those that are");
            return;
        }
        DevConsole console = named.get();
        Map<String, Object> options = new HashMap<>();
        asked.queryParams().forEach(entry -> options.put(entry.getKey(), entry.getValue()));
        ACTING.forEach(options::remove);
        MediaType type = wantsJson(asked) && console.supportMediaType(MediaType.JSON) ? MediaType.JSON : MediaType.TEXT;
        Object answer;
        try {
            answer = console.call(type, options);
        } catch (RuntimeException swapped) {
            // Camel's consoles read one bean per route, which is gone for a moment while a hot edit swaps the route.
            Pages.say(asked, 503, "the routes are being swapped; ask again");
            return;
        }
        send(asked, answer);
    }

    private static boolean wantsJson(RoutingContext asked) {
        String accept = asked.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("application/json");
    }

    private static void send(RoutingContext asked, Object answer) {
        boolean text = answer instanceof String;
        try {
            asked.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, text ? "text/plain; charset=utf-8" : "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end((text ? ((String) answer).stripTrailing() : JSON.writeValueAsString(answer)) + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
