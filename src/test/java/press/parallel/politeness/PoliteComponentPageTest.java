package press.parallel.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

/** What the component's page says is so: its example runs, and its tables name all that there is. */
class PoliteComponentPageTest extends CamelTestSupport {
    private static final Path PAGE = Path.of("src/docs/polite-component.md");
    private static final Path THIS = Path.of("src/test/java/press/parallel/politeness/PoliteComponentPageTest.java");

    private static String block(String language) throws Exception {
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        Properties properties = new Properties();
        properties.setProperty("site", "mock:site");
        context.getPropertiesComponent().setInitialProperties(properties);
        register(context);
        return context;
    }

    // the page's Java, word for word
    private static void register(CamelContext context) {
        var pools = context.getExecutorServiceManager();
        pools.registerThreadPoolProfile(new ThreadPoolProfileBuilder("slots")
                .poolSize(10)
                .maxPoolSize(10)
                .maxQueueSize(1_000)
                .build());
        pools.registerThreadPoolProfile(new ThreadPoolProfileBuilder("answers")
                .poolSize(4)
                .maxPoolSize(4)
                .maxQueueSize(100_000)
                .build());

        Manners manners = new Manners() {
            private final Map<String, Duration> intervals = Map.of("example.org", Duration.ofMillis(300));

            @Override
            public Duration interval(String domain) {
                return intervals.getOrDefault(domain, Duration.ofSeconds(2));
            }
        };
        context.addComponent("polite", new PoliteComponent(manners, InstantSource.system(), "answers"));
        context.getRegistry().bind("domains", new RegistrableDomain(Map.of()));
    }

    @Test
    void theRoutesOfThePageKeepTheInterval() throws Exception {
        Map<String, List<Long>> arrivals = new ConcurrentHashMap<>();
        MockEndpoint site = getMockEndpoint("mock:site");
        site.expectedMessageCount(4);
        site.whenAnyExchangeReceived(exchange -> arrivals.computeIfAbsent(
                        exchange.getMessage().getHeader(PoliteHeaders.DOMAIN, String.class),
                        domain -> new ArrayList<>())
                .add(System.nanoTime()));
        PluginHelper.getRoutesLoader(context()).loadRoutes(ResourceHelper.fromString("page.yaml", block("yaml")));
        List<CompletableFuture<Object>> asked = Stream.of(
                        "https://example.org/1",
                        "https://www.example.org/2",
                        "https://blog.example.org/3",
                        "https://example.net/")
                .map(address -> template().asyncRequestBody("direct:ask", URI.create(address)))
                .toList();
        site.assertIsSatisfied(20_000);
        for (CompletableFuture<Object> one : asked) {
            one.get(20, TimeUnit.SECONDS);
        }
        List<Long> spaced = arrivals.get("example.org");
        assertThat(spaced).hasSize(3);
        for (int i = 1; i < spaced.size(); i++) {
            assertThat(Duration.ofNanos(spaced.get(i) - spaced.get(i - 1)))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
        assertThat(arrivals.get("example.net").get(0)).isLessThan(spaced.get(2));
    }

    @Test
    void theJavaOfThePageIsWhatThisTestRegisters() throws Exception {
        assertThat(block("java").lines().map(String::strip).filter(line -> !line.isEmpty()))
                .isSubsetOf(Files.readString(THIS).lines().map(String::strip).toList());
    }

    @Test
    void everyHeaderStandsInTheTable() throws Exception {
        String page = Files.readString(PAGE);
        for (var field : PoliteHeaders.class.getFields()) {
            assertThat(page).contains("| `" + field.get(null) + "` |");
        }
    }

    @Test
    void everythingThatMannersDecideStandsInTheTable() throws Exception {
        String page = Files.readString(PAGE);
        assertThat(Arrays.stream(Manners.class.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic())
                        .map(method ->
                                "| `" + method.getName() + (method.getParameterCount() == 0 ? "()` |" : "(domain)` |"))
                        .collect(Collectors.toSet()))
                .allMatch(page::contains);
    }
}
