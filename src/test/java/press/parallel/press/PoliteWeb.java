package press.parallel.press;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.Settings;
import press.parallel.Validators;
import press.parallel.localweb.LocalWeb;
import press.parallel.newsroom.Newsroom;
import press.parallel.newsroom.Store;
import press.parallel.politeness.Lessons;
import press.parallel.politeness.PoliteComponent;
import press.parallel.politeness.PoliteLine;
import press.parallel.politeness.RegistrableDomain;
import press.parallel.politeness.Robots;
import press.parallel.web.OutgoingHeaders;
import press.parallel.web.Web;
import press.parallel.web.WebClient;

/**
 * The press's way to the web and nothing else: the route files of politeness and errors with the beans that they name, wired as the
 * press wires them, in a context of their own.
 */
public final class PoliteWeb implements AutoCloseable {
    /** How it is set up; {@link #usual} is quick and asks nobody but the local web. */
    public record Setup(
            Set<String> allow,
            @Nullable URI proxy,
            boolean proxyTunnel,
            Duration connectTimeout,
            Duration responseTimeout,
            Duration totalTimeout,
            long maxBodyBytes,
            int maxRedirects,
            Duration interval,
            int slots) {
        public static Setup usual(LocalWeb web) {
            return new Setup(
                    Set.of("127.0.0.1:" + web.port()),
                    null,
                    true,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    1_000_000,
                    3,
                    Duration.ZERO,
                    4);
        }

        public Setup allowing(String... hostAndPort) {
            return new Setup(
                    Set.of(hostAndPort),
                    proxy,
                    proxyTunnel,
                    connectTimeout,
                    responseTimeout,
                    totalTimeout,
                    maxBodyBytes,
                    maxRedirects,
                    interval,
                    slots);
        }

        public Setup through(URI newProxy, boolean tunnel) {
            return new Setup(
                    Set.of(),
                    newProxy,
                    tunnel,
                    connectTimeout,
                    responseTimeout,
                    totalTimeout,
                    maxBodyBytes,
                    maxRedirects,
                    interval,
                    slots);
        }

        public Setup within(Duration connect, Duration response, Duration total) {
            return new Setup(
                    allow, proxy, proxyTunnel, connect, response, total, maxBodyBytes, maxRedirects, interval, slots);
        }

        public Setup spaced(Duration newInterval, int newSlots) {
            return new Setup(
                    allow,
                    proxy,
                    proxyTunnel,
                    connectTimeout,
                    responseTimeout,
                    totalTimeout,
                    maxBodyBytes,
                    maxRedirects,
                    newInterval,
                    newSlots);
        }
    }

    /** The politeness settings as application.properties has them, but for the interval. */
    record Politeness(Duration interval) implements Settings.PolitenessSettings {
        @Override
        public int inFlight() {
            return 1;
        }

        @Override
        public Duration margin() {
            return Duration.ofMillis(20);
        }

        @Override
        public long floorMillis() {
            return 1000;
        }

        @Override
        public Duration gather() {
            return Duration.ofMillis(20);
        }

        @Override
        public Map<String, Settings.DomainSettings> domain() {
            return Map.of("swift.org", new Settings.DomainSettings() {
                @Override
                public Optional<Duration> interval() {
                    return Optional.of(Duration.ZERO);
                }

                @Override
                public Optional<Integer> inFlight() {
                    return Optional.of(2);
                }
            });
        }

        @Override
        public Map<String, String> same() {
            return Map.of("paced-images.net", "paced.org");
        }
    }

    public static final String USER_AGENT = "ParallelPress/0.1 (personal newspaper; +reader@example.org)";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final InstantSource clock = InstantSource.system();
    private final Newsroom newsroom;
    private final Robots robots = new Robots("ParallelPress");
    private final PoliteLine line;
    private final WebClient client;
    private final ProducerTemplate template;

    /** @param folder empty; a newsroom is made there when a domain has to be paused */
    public PoliteWeb(Setup setup, Path folder) throws Exception {
        newsroom = newsroom(folder.resolve("newsroom.db"));
        profile("press", setup.slots());
        profile("desks", 2);
        Politeness settings = new Politeness(setup.interval());
        HouseManners manners = new HouseManners(settings, robots);
        RegistrableDomain domains = new RegistrableDomain(settings.same());
        camel.addComponent("polite", new PoliteComponent(manners, clock, "desks"));
        line = camel.getComponent("polite", PoliteComponent.class).line("web");
        client = new WebClient(
                new WebClient.Config(
                        setup.allow(),
                        setup.proxy(),
                        setup.proxyTunnel(),
                        setup.connectTimeout(),
                        setup.responseTimeout(),
                        setup.totalTimeout(),
                        setup.maxBodyBytes(),
                        USER_AGENT),
                host -> line.sent(domains.ofHost(host)));
        camel.getRegistry()
                .bind(
                        "turns",
                        new Turns(
                                line,
                                domains,
                                manners,
                                new Pace(),
                                new Lessons(() -> 0),
                                robots,
                                newsroom,
                                clock,
                                Duration.ofMillis(settings.floorMillis()),
                                new Meters(new SimpleMeterRegistry())));
        // Who is allowed by address is no site of the world: tests of the web need no robots.txt of it.
        for (String own : setup.allow()) {
            URI there = URI.create("http://" + own + "/");
            robots.learn(there, domains.of(there), 404, new byte[0], Instant.MAX);
        }
        camel.getRegistry().bind("robotsGate", new RobotsGate(line, domains, robots, clock));
        camel.getRegistry().bind("robots", new RobotsDesk(robots, newsroom, line, domains, new Pace(), clock));
        camel.getRegistry().bind("web", new Web(client, clock, setup.maxRedirects(), 100_000));
        camel.getRegistry().bind("webClient", client);
        camel.getRegistry().bind("webHeaders", new OutgoingHeaders());
        camel.getPropertiesComponent()
                .addInitialProperty("press.politeness.floor-millis", Long.toString(settings.floorMillis()));
        camel.getPropertiesComponent().addInitialProperty("press.title", "The Parallel Press");
        PluginHelper.getRoutesLoader(camel).loadRoutes(policies(), politeness());
        camel.start();
        template = camel.createProducerTemplate();
    }

    private Newsroom newsroom(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        Runnable migrate = () -> Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/newsroom")
                .load()
                .migrate();
        return new Newsroom(
                Store.sqlite(file, source, migrate), clock, Newsroom.Paper.daily(ZoneOffset.UTC, Duration.ofDays(4)));
    }

    private Resource policies() {
        return PluginHelper.getResourceLoader(camel).resolveResource("file:routes/errors.camel.yaml");
    }

    private Resource politeness() {
        return PluginHelper.getResourceLoader(camel).resolveResource("file:routes/politeness.camel.yaml");
    }

    private void profile(String id, int size) {
        camel.getExecutorServiceManager()
                .registerThreadPoolProfile(new ThreadPoolProfileBuilder(id)
                        .poolSize(size)
                        .maxPoolSize(size)
                        .maxQueueSize(1_000_000)
                        .build());
    }

    /** Replaces the route behind the line, as after an edit of its file. */
    public void replaceRoute() throws Exception {
        String file = Files.readString(Path.of("routes/politeness.camel.yaml"));
        String route =
                file.substring(file.lastIndexOf("- route:")).replace("Send one request", "Send one more request");
        PluginHelper.getRoutesLoader(camel).updateRoutes(ResourceHelper.fromString("politeness.camel.yaml", route));
        if (!camel.getRoute("fetch-politely").getDescription().startsWith("Send one more")) {
            throw new AssertionError("expected the edited route, found " + camel.getRoute("fetch-politely"));
        }
    }

    public PoliteLine line() {
        return line;
    }

    public static Request request(URI address, Duration patience) {
        return new Request(
                address,
                Request.Purpose.FEED,
                "text/html, */*;q=0.1",
                "edition",
                0,
                0,
                Instant.now().plus(patience));
    }

    /** A conditional one. */
    public static Request request(URI address, String etag, String lastModified) {
        return request(address, PATIENCE).with(new Validators(address, etag, lastModified));
    }

    /** For a page that is scraped, so that robots.txt decides. */
    public static Request page(URI address) {
        return new Request(
                address,
                Request.Purpose.PAGE,
                "*/*",
                "edition",
                0,
                0,
                Instant.now().plus(PATIENCE));
    }

    /** Asks without waiting; the exchange comes back with a reply or a failure. */
    public CompletableFuture<Exchange> asked(Request request) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(request);
        // Strangers in the message: a split leaves such things behind, and none of them may reach a server.
        exchange.getMessage().setHeader("Cookie", "camel=1");
        exchange.getMessage().setHeader("breadcrumbId", "b-1");
        exchange.getMessage().setHeader(Exchange.HTTP_PATH, "smuggled");
        exchange.getMessage().setHeader(Exchange.HTTP_QUERY, "smuggled=1");
        return template.asyncSend("direct:ask-the-web", exchange);
    }

    public CompletableFuture<Exchange> asked(URI address) {
        return asked(request(address, PATIENCE));
    }

    public Exchange ask(Request request) throws Exception {
        return asked(request).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** @throws AssertionError if there was no reply */
    public Reply reply(Request request) throws Exception {
        Exchange exchange = ask(request);
        if (exchange.getException() != null) {
            throw new AssertionError("expected a reply from " + request.address(), exchange.getException());
        }
        return exchange.getMessage().getBody(Reply.class);
    }

    public Reply reply(URI address) throws Exception {
        return reply(request(address, PATIENCE));
    }

    /** What the request failed with. */
    public Throwable failure(Request request) throws Exception {
        Exchange exchange = ask(request);
        if (exchange.getException() == null) {
            throw new AssertionError("expected " + request.address() + " to fail, but it answered "
                    + exchange.getMessage().getBody());
        }
        return exchange.getException();
    }

    public Throwable failure(URI address) throws Exception {
        return failure(request(address, PATIENCE));
    }

    @Override
    public void close() {
        camel.stop();
        client.close();
        newsroom.close();
    }
}
