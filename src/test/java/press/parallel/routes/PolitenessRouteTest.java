package press.parallel.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.politeness.Manners;
import press.parallel.politeness.PoliteComponent;
import press.parallel.politeness.PoliteHeaders;
import press.parallel.web.OutgoingHeaders;
import press.parallel.web.Web;
import press.parallel.web.WebClient;

/** routes/politeness.camel.yaml: every request passes the line, hop by hop, and the throttle stands under it. */
class PolitenessRouteTest extends RouteTestSupport {
    private static final int MOST_HOPS = 3;
    /** Far above the line's own spacing here, as after an edit of the throttle in a running press. */
    private static final Duration FLOOR = Duration.ofMillis(800);
    /** The throttle counts in milliseconds from the grant, and a request is stamped a moment later. */
    private static final long SLACK_NANOS = Duration.ofMillis(20).toNanos();

    private final WebClient client = new WebClient(
            new WebClient.Config(
                    Set.of(),
                    null,
                    true,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    1000,
                    "test"),
            host -> {});
    private final Turns turns = new Turns();
    private final Robots robots = new Robots();
    private final Gate gate = new Gate();
    private final Map<String, Processor> answers = new ConcurrentHashMap<>();
    /** Address to nanoseconds when it was sent. */
    private final Map<String, Long> sent = Collections.synchronizedMap(new LinkedHashMap<>());

    PolitenessRouteTest() {
        super("politeness");
    }

    /** Stands in for the press's own: the host is the domain, and hosts in {@code paced} are spaced by the throttle alone. */
    public static final class Turns {
        final Set<String> paced = ConcurrentHashMap.newKeySet();
        final List<String> entered = new CopyOnWriteArrayList<>();
        final List<String> observed = new CopyOnWriteArrayList<>();

        public void enter(Exchange exchange) {
            Request request = exchange.getMessage().getBody(Request.class);
            entered.add(request.address().toString());
            exchange.getMessage()
                    .setHeader(PoliteHeaders.DOMAIN, request.address().getHost());
        }

        public boolean paced(Exchange exchange) {
            return paced.contains(exchange.getMessage().getHeader(PoliteHeaders.DOMAIN, String.class));
        }

        public long permits() {
            return 1;
        }

        public void again(Exchange exchange) {
            if (exchange.getMessage().getBody() instanceof Reply reply && reply.status() == 429) {
                Request asked = exchange.getProperty(Web.REQUEST, Request.class);
                if (asked.tries() == 0) {
                    exchange.getMessage().setBody(asked.again());
                }
            }
        }

        public void observe(Exchange exchange) {
            observed.add(exchange.getMessage().getHeader(PoliteHeaders.DOMAIN, String.class) + " "
                    + exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE));
        }
    }

    /** Stands in for the press's own: pages want the robots.txt of their host, once; {@code /private} is forbidden. */
    public static final class Robots {
        final Set<String> known = ConcurrentHashMap.newKeySet();
        final List<String> missing = new CopyOnWriteArrayList<>();

        private static String host(Exchange exchange) {
            return exchange.getMessage().getBody(Request.class).address().getHost();
        }

        public boolean wanted(Exchange exchange) {
            return exchange.getMessage().getBody(Request.class).purpose() == Request.Purpose.PAGE
                    && !known.contains(host(exchange));
        }

        public void request(Exchange exchange) {
            Request page = exchange.getMessage().getBody(Request.class);
            exchange.setProperty("robots-of", host(exchange));
            exchange.getMessage()
                    .setBody(new Request(
                            page.address().resolve("/robots.txt"),
                            Request.Purpose.ROBOTS,
                            "*/*",
                            "g",
                            0,
                            0,
                            page.deadline()));
        }

        public boolean missing(Exchange exchange) {
            return !known.contains(host(exchange));
        }

        public void learn(Exchange exchange) {
            known.add(exchange.getProperty("robots-of", String.class));
        }

        public void unreachable(Exchange exchange) {
            learn(exchange);
            missing.add(exchange.getProperty("robots-of", String.class));
        }

        public void check(Exchange exchange) {
            if (exchange.getMessage().getBody(Request.class).address().getPath().startsWith("/private")) {
                throw new LossException("robots.txt forbids it");
            }
        }
    }

    /** Stands in for the press's own: the first of a host passes, the others wait until it comes back. */
    public static final class Gate extends AsyncProcessorSupport {
        private final Map<String, List<AsyncCallback>> waiting = new HashMap<>();

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            String host = Robots.host(exchange);
            synchronized (this) {
                if (waiting.containsKey(host)) {
                    exchange.removeProperty("leads");
                    waiting.get(host).add(callback);
                    return false;
                }
                waiting.put(host, new ArrayList<>());
                exchange.setProperty("leads", host);
            }
            callback.done(true);
            return true;
        }

        public boolean leads(Exchange exchange) {
            return exchange.getProperty("leads") != null;
        }

        public void open(Exchange exchange) {
            List<AsyncCallback> others;
            synchronized (this) {
                others = waiting.remove(String.valueOf(exchange.removeProperty("leads")));
            }
            others.forEach(each -> each.done(false));
        }
    }

    /** No spacing of the line's own, and any number at once to a domain: what spaces here is the route. */
    private static final class None implements Manners {
        @Override
        public Duration interval(String domain) {
            return Duration.ZERO;
        }

        @Override
        public int inFlight(String domain) {
            return 1000;
        }

        @Override
        public Duration margin() {
            return Duration.ZERO;
        }

        @Override
        public Duration gather() {
            return Duration.ZERO;
        }
    }

    @Override
    void change(Properties settings) {
        settings.setProperty("press.politeness.floor-millis", String.valueOf(FLOOR.toMillis()));
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind("polite", new PoliteComponent(new None(), CLOCK, "desks"));
        registry.bind("turns", turns);
        registry.bind("robots", robots);
        registry.bind("robotsGate", gate);
        registry.bind("web", new Web(client, CLOCK, MOST_HOPS, 100_000));
        registry.bind("webClient", client);
        registry.bind("webHeaders", new OutgoingHeaders());
    }

    @BeforeEach
    void theWebIsPlayed() throws Exception {
        AdviceWith.adviceWith(
                context,
                "fetch-politely",
                route -> route.weaveById("http").replace().process(exchange -> {
                    String address = exchange.getMessage().getHeader(Exchange.HTTP_URI, String.class);
                    sent.put(address, System.nanoTime());
                    exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
                    exchange.getMessage().setBody(new byte[] {1});
                    Processor answer = answers.get(address);
                    if (answer != null) {
                        answer.process(exchange);
                    }
                }));
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    private CompletableFuture<Exchange> ask(String address) {
        return ask(address, Request.Purpose.FEED);
    }

    private CompletableFuture<Exchange> ask(String address, Request.Purpose purpose) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage()
                .setBody(new Request(URI.create(address), purpose, "*/*", "g", 0, 0, NOW.plus(Duration.ofMinutes(1))));
        return template.asyncSend("direct:ask-the-web", exchange);
    }

    private Exchange answer(String address) throws Exception {
        return ask(address).get(10, TimeUnit.SECONDS);
    }

    private List<Exchange> answers(List<String> addresses) throws Exception {
        List<CompletableFuture<Exchange>> asked = new ArrayList<>();
        addresses.forEach(address -> asked.add(ask(address)));
        List<Exchange> answered = new ArrayList<>();
        for (CompletableFuture<Exchange> each : asked) {
            answered.add(each.get(20, TimeUnit.SECONDS));
        }
        return answered;
    }

    private void redirect(String from, String to) {
        answers.put(from, exchange -> {
            exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 301);
            exchange.getMessage().setHeader("Location", to);
        });
    }

    @Test
    void anAnswerComesBackAsAReply() throws Exception {
        Reply reply = answer("https://a.example/1").getMessage().getBody(Reply.class);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).hasSize(1);
        assertThat(turns.observed).containsExactly("a.example 200");
    }

    @Test
    void everyHopOfARedirectTakesItsTurnAtItsOwnDomain() throws Exception {
        redirect("https://a.example/1", "https://b.example/2");
        redirect("https://b.example/2", "/3");

        Reply reply = answer("https://a.example/1").getMessage().getBody(Reply.class);

        assertThat(reply.address()).isEqualTo(URI.create("https://b.example/3"));
        assertThat(turns.entered).containsExactly("https://a.example/1", "https://b.example/2", "https://b.example/3");
        assertThat(turns.observed).containsExactly("a.example 301", "b.example 301", "b.example 200");
        assertThat(sent).hasSize(3);
    }

    @Test
    void aRedirectInACircleEnds() throws Exception {
        redirect("https://a.example/1", "https://a.example/2");
        redirect("https://a.example/2", "https://a.example/1");

        assertThat(answer("https://a.example/1").getException())
                .isInstanceOf(LossException.class)
                .hasMessageContaining(MOST_HOPS + " hops");
        assertThat(turns.entered).hasSize(MOST_HOPS + 1);
    }

    @Test
    void aPageWaitsForTheRobotsTxtOfItsHostWhichIsAskedOnce() throws Exception {
        List<CompletableFuture<Exchange>> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            asked.add(ask("https://a.example/" + i, Request.Purpose.PAGE));
        }
        for (CompletableFuture<Exchange> each : asked) {
            Exchange answered = each.get(10, TimeUnit.SECONDS);
            assertThat(answered.getException()).isNull();
            assertThat(answered.getMessage().getBody(Reply.class).address().getPath())
                    .matches("/[0-4]");
        }

        assertThat(sent).hasSize(6);
        assertThat(sent.keySet().iterator().next()).isEqualTo("https://a.example/robots.txt");
    }

    @Test
    void aRobotsTxtThatIsRedirectedIsStillAskedOnce() throws Exception {
        redirect("https://a.example/robots.txt", "https://b.example/robots.txt");
        List<CompletableFuture<Exchange>> asked = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            asked.add(ask("https://a.example/" + i, Request.Purpose.PAGE));
        }
        for (CompletableFuture<Exchange> each : asked) {
            assertThat(each.get(10, TimeUnit.SECONDS).getException()).isNull();
        }

        assertThat(turns.entered).hasSize(22);
        assertThat(turns.entered.subList(0, 2))
                .containsExactly("https://a.example/robots.txt", "https://b.example/robots.txt");
    }

    @Test
    void aForbiddenPageIsNotAsked() throws Exception {
        Exchange answered =
                ask("https://a.example/private/1", Request.Purpose.PAGE).get(10, TimeUnit.SECONDS);

        assertThat(answered.getException()).isInstanceOf(LossException.class).hasMessageContaining("forbids");
        assertThat(sent).containsOnlyKeys("https://a.example/robots.txt");
    }

    @Test
    void aRobotsTxtThatCannotBeHadCostsNoMoreThanItself() throws Exception {
        answers.put("https://a.example/robots.txt", exchange -> {
            throw new ConnectException("nobody listens");
        });
        Exchange answered = ask("https://a.example/1", Request.Purpose.PAGE).get(10, TimeUnit.SECONDS);

        assertThat(robots.missing).containsExactly("a.example");
        assertThat(answered.getMessage().getBody(Reply.class).address()).isEqualTo(URI.create("https://a.example/1"));
    }

    @Test
    void aRobotsTxtMayBeRedirectedAndEachHopTakesItsTurn() throws Exception {
        redirect("https://a.example/robots.txt", "https://b.example/robots.txt");
        ask("https://a.example/1", Request.Purpose.PAGE).get(10, TimeUnit.SECONDS);

        assertThat(turns.entered)
                .containsExactly("https://a.example/robots.txt", "https://b.example/robots.txt", "https://a.example/1");
    }

    @Test
    void whatIsRefusedForNowGoesIntoTheLineOnceMore() throws Exception {
        answers.put("https://a.example/1", exchange -> {
            exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, turns.observed.isEmpty() ? 429 : 200);
        });

        assertThat(answer("https://a.example/1")
                        .getMessage()
                        .getBody(Reply.class)
                        .status())
                .isEqualTo(200);
        assertThat(turns.observed).containsExactly("a.example 429", "a.example 200");
    }

    @Test
    void aStatusOtherThan200IsAnAnswerAndIsLearntFrom() throws Exception {
        answers.put(
                "https://a.example/1", exchange -> exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 503));

        assertThat(answer("https://a.example/1")
                        .getMessage()
                        .getBody(Reply.class)
                        .status())
                .isEqualTo(503);
        assertThat(turns.observed).containsExactly("a.example 503");
    }

    @Test
    void aRequestThatFailsIsToldOnceAndNotSentAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        answers.put("https://a.example/1", exchange -> {
            tries.incrementAndGet();
            throw new ConnectException("nobody listens");
        });

        assertThat(answer("https://a.example/1").getException()).hasMessageContaining("nobody listens");
        assertThat(tries).hasValue(1);
        assertThat(answer("https://a.example/2").getException()).isNull();
    }

    @Test
    void noMoreRequestsAreInFlightThanThereAreSlotsAndNoFewer() throws Exception {
        int slots = Integer.parseInt(settings().getProperty("press.slots"));
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier full = new CyclicBarrier(slots);
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 3 * slots; i++) {
            addresses.add("https://d" + i + ".example/");
            answers.put(addresses.get(i), exchange -> {
                most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                full.await(10, TimeUnit.SECONDS);
                inFlight.decrementAndGet();
            });
        }

        assertThat(answers(addresses))
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(most).hasValue(slots);
    }

    @Test
    void pacedRequestsOfADomainAreNoCloserThanTheFloorOfTheThrottle() throws Exception {
        turns.paced.add("a.example");

        answers(List.of("https://a.example/1", "https://a.example/2", "https://a.example/3"));

        List<Long> at = sent.values().stream().sorted().toList();
        assertThat(at).hasSize(3);
        assertThat(at.get(1) - at.get(0)).isGreaterThanOrEqualTo(FLOOR.toNanos() - SLACK_NANOS);
        assertThat(at.get(2) - at.get(1)).isGreaterThanOrEqualTo(FLOOR.toNanos() - SLACK_NANOS);
    }

    @Test
    void atTheThrottleNoDomainWaitsForAnother() throws Exception {
        List<String> addresses = new ArrayList<>();
        CyclicBarrier all = new CyclicBarrier(5);
        for (int i = 0; i < 5; i++) {
            turns.paced.add("d" + i + ".example");
            addresses.add("https://d" + i + ".example/");
            answers.put(addresses.get(i), exchange -> all.await(FLOOR.toMillis() / 2, TimeUnit.MILLISECONDS));
        }
        warmUp();

        assertThat(answers(addresses))
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
    }

    @Test
    void domainsWithoutSpacingGoRoundTheThrottle() throws Exception {
        List<String> addresses = new ArrayList<>();
        CyclicBarrier all = new CyclicBarrier(5);
        for (int i = 0; i < 5; i++) {
            addresses.add("https://a.example/" + i);
            answers.put(addresses.get(i), exchange -> all.await(FLOOR.toMillis() / 2, TimeUnit.MILLISECONDS));
        }
        warmUp();

        assertThat(answers(addresses))
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
    }

    /** Loads the classes, so that what is timed afterwards is the route. */
    private void warmUp() throws Exception {
        turns.paced.add("warm.example");
        answer("https://warm.example/");
    }
}
