package press.parallel.routes;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Timeout;
import press.parallel.Run;

/**
 * One desk's own route file in a plain Camel context, as the press runs it: with the settings of {@code application.properties}, the
 * thread pools that they define and the error policies. Beans are stand-ins that a test binds by name; the desks next door are
 * {@code mock:} endpoints under the name of their {@code direct:}.
 */
@Timeout(30)
abstract class RouteTestSupport extends CamelTestSupport {
    static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    static final InstantSource CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final String desk;
    private final List<String> neighbours;
    private final Map<String, Processor> played = new ConcurrentHashMap<>();

    /**
     * @param desk whose file is tested
     * @param neighbours names of the {@code direct:} routes of other desks that it calls
     */
    RouteTestSupport(String desk, String... neighbours) {
        this.desk = desk;
        this.neighbours = List.of(neighbours);
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        Properties settings = settings();
        change(settings);
        camel.getPropertiesComponent().setInitialProperties(settings);
        for (String pool : List.of("press", "desks")) {
            String key = "camel.threadpool.config[" + pool + "].";
            camel.getExecutorServiceManager()
                    .registerThreadPoolProfile(new ThreadPoolProfileBuilder(pool)
                            .poolSize(number(settings, key + "pool-size"))
                            .maxPoolSize(number(settings, key + "max-pool-size"))
                            .maxQueueSize(number(settings, key + "max-queue-size"))
                            .build());
        }
        camel.getShutdownStrategy().setTimeout(2);
        return camel;
    }

    private static int number(Properties settings, String key) {
        return Integer.parseInt(settings.getProperty(key));
    }

    /** Another value for this test than the file at the top level has. */
    void change(Properties settings) {}

    /** The top-level settings, with what they say of one another put in. */
    static Properties settings() throws IOException {
        Path file = Path.of("application.properties");
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(file.toUri().toURL()))
                .addDefaultInterceptors()
                .build();
        Properties settings = new Properties();
        for (String key : config.getPropertyNames()) {
            if (key.startsWith("press.") || key.startsWith("parallel-press.") || key.startsWith("camel.threadpool.")) {
                config.getOptionalValue(key, String.class).ifPresent(value -> settings.setProperty(key, value));
            }
        }
        return settings;
    }

    @Override
    protected RoutesBuilder[] createRouteBuilders() throws Exception {
        List<RoutesBuilder> builders = new ArrayList<>();
        builders.add(file("errors"));
        if (!desk.equals("errors")) {
            builders.add(file(desk));
        }
        builders.add(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                neighbours.forEach(name -> from("direct:" + name)
                        .routeId("neighbour-" + name)
                        .to("mock:" + name)
                        .process(exchange ->
                                played.getOrDefault(name, nothing -> {}).process(exchange)));
            }
        });
        return builders.toArray(RoutesBuilder[]::new);
    }

    private RoutesBuilder file(String name) throws Exception {
        Resource file = ResourceHelper.resolveMandatoryResource(
                context, "file:" + Path.of("routes", name + ".camel.yaml").toAbsolutePath());
        return PluginHelper.getRoutesLoader(context)
                .findRoutesBuilders(file)
                .iterator()
                .next();
    }

    /** Lets the desk next door do {@code work}, by many threads at once; without this it answers with what it was given. */
    void play(String name, Processor work) {
        played.put(name, work);
    }

    /** What the desk next door is given. */
    MockEndpoint neighbour(String name) {
        return getMockEndpoint("mock:" + name);
    }

    /** Sends {@code body} to a route in the name of {@code run}, and waits until the route has ended. */
    Exchange send(String route, Object body, Run run) {
        Exchange exchange = new DefaultExchange(context);
        exchange.setVariable("run", run);
        exchange.getMessage().setBody(body);
        return template.send("direct:" + route, exchange);
    }
}
