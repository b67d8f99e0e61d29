package press.parallel.politeness;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.SuspendableService;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The line as a Camel component, under real threads. */
class PoliteComponentTest extends CamelTestSupport {
    private static final Duration INTERVAL = Duration.ofMillis(120);

    private final Semaphore door = new Semaphore(0);
    /** What somebody has set the machine's clock to. */
    private volatile Duration wrongBy = Duration.ZERO;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
    private final Map<String, List<Long>> sent = new ConcurrentHashMap<>();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        var manager = context.getExecutorServiceManager();
        manager.registerThreadPoolProfile(new ThreadPoolProfileBuilder("press")
                .poolSize(3)
                .maxPoolSize(3)
                .maxQueueSize(10_000)
                .build());
        manager.registerThreadPoolProfile(new ThreadPoolProfileBuilder("desks")
                .poolSize(2)
                .maxPoolSize(2)
                .maxQueueSize(10_000)
                .build());
        Manners manners = new Manners() {
            @Override
            public Duration interval(String domain) {
                return domain.startsWith("paced")
                        ? INTERVAL
                        : domain.startsWith("slow") ? Duration.ofSeconds(60) : Duration.ZERO;
            }

            @Override
            public int inFlight(String domain) {
                return domain.endsWith("two.org") ? 2 : 1;
            }

            @Override
            public Duration margin() {
                return Duration.ofMillis(5);
            }
        };
        context.addComponent(
                "polite",
                new PoliteComponent(
                        manners, () -> InstantSource.system().instant().plus(wrongBy), "desks"));
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("polite:web?slots=press")
                        .routeId("served")
                        .errorHandler(noErrorHandler())
                        .process(this::serve);
            }

            private void serve(Exchange exchange) throws Exception {
                String domain = exchange.getMessage().getHeader("domain", String.class);
                mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
                order.add(exchange.getMessage().getBody(String.class));
                line().sent(domain);
                sent.computeIfAbsent(domain, d -> new ArrayList<>()).add(System.nanoTime());
                try {
                    assertThat(door.tryAcquire(10, SECONDS)).isTrue();
                    if ("fails".equals(exchange.getMessage().getBody())) {
                        throw new java.net.ConnectException("refused");
                    }
                    if (exchange.getMessage().getBody() instanceof String text) {
                        exchange.getMessage().setBody(text + " served");
                    }
                } finally {
                    inside.decrementAndGet();
                }
            }
        };
    }

    private PoliteLine line() {
        return context().getComponent("polite", PoliteComponent.class).line("web");
    }

    private CompletableFuture<Exchange> send(String body, String domain) {
        Exchange exchange = new DefaultExchange(context());
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader("domain", domain);
        exchange.getMessage().setHeader(PoliteHeaders.GROUP, "edition");
        return take(exchange);
    }

    private CompletableFuture<Exchange> send(String body, String domain, Map<String, Object> headers) {
        Exchange exchange = new DefaultExchange(context());
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader("domain", domain);
        headers.forEach(exchange.getMessage()::setHeader);
        return take(exchange);
    }

    private static Map<String, Object> within(Duration time) {
        return Map.of(PoliteHeaders.DEADLINE, System.currentTimeMillis() + time.toMillis());
    }

    private CompletableFuture<Exchange> take(Exchange exchange) {
        CompletableFuture<Exchange> ended = new CompletableFuture<>();
        line().take(exchange, doneSync -> ended.complete(exchange));
        return ended;
    }

    private static Exchange got(CompletableFuture<Exchange> future) throws Exception {
        try {
            return future.get(10, SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @AfterEach
    void openTheDoor() {
        door.release(1_000);
    }

    @Test
    void theCallerGetsTheOutcomeInTheSameExchange() throws Exception {
        door.release();
        Exchange exchange = new DefaultExchange(context());
        exchange.getMessage().setBody("a");
        exchange.getMessage().setHeader("domain", "a.org");
        assertThat(got(template().asyncSend("polite:web", exchange))).isSameAs(exchange);
        assertThat(exchange.getMessage().getBody()).isEqualTo("a served");
    }

    @Test
    void aFailureComesBackToTheCaller() throws Exception {
        door.release();
        assertThat(got(send("fails", "a.org")).getException()).hasMessage("refused");
    }

    /** Camel's own steps catch what is thrown in them; a step that does not must not cost a slot, or the run never ends. */
    @Test
    void aRouteThatThrowsGivesItsSlotBackAndTheCallerHears() throws Exception {
        context().getRouteController().stopRoute("served");
        PoliteLine line = line();
        Object owner = new Object();
        line.open(
                owner,
                new AsyncProcessorSupport() {
                    @Override
                    public boolean process(Exchange exchange, AsyncCallback callback) {
                        throw new StackOverflowError("too deep");
                    }
                },
                Runnable::run,
                1);
        for (int i = 0; i < 3; i++) {
            assertThat(got(send("x", "a.org")).getException()).hasRootCauseMessage("too deep");
        }
        assertThat(line.totals().inFlight()).isZero();
        line.hold(owner);
    }

    @Test
    void aStoppedConsumerGivesItsPoolBackToCamel() throws Exception {
        List<ThreadPoolExecutor> given = new ArrayList<>();
        context().addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onThreadPoolRemove(CamelContext camelContext, ThreadPoolExecutor threadPool) {
                given.add(threadPool);
            }
        });
        context().getRouteController().stopRoute("served");
        assertThat(given).hasSize(1).allMatch(ThreadPoolExecutor::isShutdown);
    }

    @Test
    void neverMoreRequestsThanSlotsAndNeverTwoOfADomain() throws Exception {
        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(send("x" + i, "d" + i % 10 + ".org"));
        }
        await().until(() -> inside.get() == 3);
        door.release(30);
        for (CompletableFuture<Exchange> one : all) {
            got(one);
        }
        assertThat(mostInside.get()).isEqualTo(3);
        assertThat(order).hasSize(30);
    }

    @Test
    void requestsOfOneDomainAreSpacedFromTheMomentTheyAreSent() throws Exception {
        door.release(100);
        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(send("p" + i, "paced.org"));
            all.add(send("f" + i, "free" + i + ".org"));
        }
        for (CompletableFuture<Exchange> one : all) {
            got(one);
        }
        List<Long> at = sent.get("paced.org");
        for (int i = 1; i < at.size(); i++) {
            assertThat(Duration.ofNanos(at.get(i) - at.get(i - 1))).isGreaterThanOrEqualTo(INTERVAL);
        }
    }

    @Test
    void aClockThatIsSetBackOrForwardChangesNoSpacing() throws Exception {
        door.release(100);
        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        for (int days : new int[] {0, -1, 400}) {
            wrongBy = Duration.ofDays(days);
            all.add(send("a" + days, "paced.org"));
            all.add(send("b" + days, "paced.org"));
            got(all.get(all.size() - 2));
        }
        for (CompletableFuture<Exchange> one : all) {
            assertThat(got(one).getException()).isNull();
        }
        List<Long> at = sent.get("paced.org");
        assertThat(at).hasSize(6);
        for (int i = 1; i < at.size(); i++) {
            assertThat(Duration.ofNanos(at.get(i) - at.get(i - 1))).isGreaterThanOrEqualTo(INTERVAL);
        }
    }

    @Test
    void callersGoOnOnAnotherPoolWhileAllSlotsAreTaken() throws Exception {
        AtomicReference<String> thread = new AtomicReference<>();
        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(send("x" + i, "d" + i + ".org")
                    .whenComplete((exchange, failure) ->
                            thread.set(Thread.currentThread().getName())));
        }
        await().until(() -> inside.get() == 3);
        door.release();
        CompletableFuture.anyOf(all.toArray(CompletableFuture[]::new)).get(10, SECONDS);
        await().until(() -> inside.get() == 3);
        assertThat(thread.get()).contains("PoliteHandBack");
    }

    /** Sends 300 requests whose answers nobody reads before {@code readers} may. */
    private AtomicInteger answersUnread(Object answer, Semaphore readers) {
        door.release(1_000);
        AtomicInteger read = new AtomicInteger();
        for (int i = 0; i < 300; i++) {
            Exchange exchange = new DefaultExchange(context());
            exchange.getMessage().setHeader("domain", "d" + i + ".org");
            exchange.getMessage().setBody(answer);
            line().take(exchange, doneSync -> {
                readers.acquireUninterruptibly();
                read.incrementAndGet();
            });
        }
        return read;
    }

    private record OfUnknownSize() {}

    @Test
    void aWebThatIsFasterThanItsReadersIsNotAskedForMore() throws Exception {
        Semaphore readers = new Semaphore(0);
        AtomicInteger read = answersUnread(new OfUnknownSize(), readers);
        await().until(() -> order.size() >= 65 && line().totals().inFlight() == 0);
        assertThat(order).hasSizeBetween(65, 67);
        readers.release(300);
        await().until(() -> read.get() == 300);
    }

    @Test
    void fewLargeAnswersAreNoReasonToHold() throws Exception {
        Semaphore readers = new Semaphore(0);
        AtomicInteger read = answersUnread(new byte[1 << 20], readers);
        await().until(() -> order.size() >= 65 && line().totals().inFlight() == 0);
        assertThat(order).hasSizeBetween(65, 67);
        readers.release(300);
        await().until(() -> read.get() == 300);
    }

    @Test
    void smallAnswersThatNobodyReadsYetHoldNobodyUp() throws Exception {
        Semaphore readers = new Semaphore(0);
        AtomicInteger read = answersUnread("small", readers);
        await().until(() -> order.size() == 300);
        assertThat(read.get()).isZero();
        readers.release(300);
        await().until(() -> read.get() == 300);
    }

    @Test
    void aTurnlessRequestGoesAloneBetweenTwoTurnsAndMovesNoClock() throws Exception {
        ConcurrentLinkedQueue<String> clocks = new ConcurrentLinkedQueue<>();
        line().onSent((domain, at) -> clocks.add(domain));
        CompletableFuture<Exchange> first = send("first", "slow.org");
        await().until(() -> inside.get() == 1);
        CompletableFuture<Exchange> second = send("second", "slow.org");
        CompletableFuture<Exchange> robots = send("robots", "slow.org", Map.of(PoliteHeaders.TURNLESS, true));
        assertThat(line().totals().waiting()).isEqualTo(2);
        door.release(2);
        got(first);
        got(robots);
        assertThat(order).containsExactly("first", "robots");
        assertThat(mostInside.get()).isOne();
        assertThat(clocks).containsExactly("slow.org");
        assertThat(line().totals().sent()).isEqualTo(2);
        assertThat(line().status("slow.org").orElseThrow().untilTurn()).isGreaterThan(Duration.ofSeconds(30));
        line().cancel("edition", "the test is over");
        got(second);
    }

    @Test
    void aPauseBeyondTheDeadlineFailsWhatWaitsAtOnceAndSaysWhy() throws Exception {
        CompletableFuture<Exchange> running = send("running", "paced.org");
        await().until(() -> inside.get() == 1);
        CompletableFuture<Exchange> waiting = send("waiting", "paced.org", within(Duration.ofSeconds(600)));
        line().pause("paced.org", Duration.ofHours(1), "Retry-After", "429, asked to wait 3600 s");
        PoliteCancelledException why = (PoliteCancelledException) got(waiting).getException();
        assertThat(why)
                .hasMessageStartingWith("request to paced.org was not sent: its domain's next turn, in ")
                .hasMessageEndingWith(" s, comes after the deadline");
        assertThat(why.domain()).isEqualTo("paced.org");
        assertThat(why.untilTurn()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        assertThat(why.interval()).isEqualTo(INTERVAL);
        assertThat(why.source()).isEqualTo("Retry-After");
        assertThat(why.why()).isEqualTo("429, asked to wait 3600 s");
        door.release();
        assertThat(got(running).getException()).isNull();
    }

    @Test
    void whatCannotGoInTimeFailsAsSoonAsTheOneBeforeIsSent() throws Exception {
        CompletableFuture<Exchange> first = send("first", "slow.org", within(Duration.ofSeconds(30)));
        CompletableFuture<Exchange> second = send("second", "slow.org", within(Duration.ofSeconds(30)));
        PoliteCancelledException why = (PoliteCancelledException) got(second).getException();
        assertThat(first).isNotDone();
        assertThat(why.untilTurn()).isGreaterThan(Duration.ofSeconds(30));
        assertThat(why.source()).isEqualTo("setting");
        assertThat(why.why()).isEmpty();
        door.release();
        assertThat(got(first).getException()).isNull();
    }

    @Test
    void theSecondInFlightGoesAsSoonAsItsTurnHasComeThoughNothingElseHappens() throws Exception {
        List<CompletableFuture<Exchange>> both = List.of(send("x", "paced-two.org"), send("y", "paced-two.org"));
        await().until(() -> inside.get() == 2);
        door.release(2);
        for (CompletableFuture<Exchange> one : both) {
            got(one);
        }
    }

    @Test
    void aLimitActsAtOnceAndIsTakenBackAtOnce() throws Exception {
        line().limit(1);
        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(send("x" + i, "d" + i + ".org"));
        }
        door.release(5);
        await().until(() -> order.size() == 6 && inside.get() == 1);
        assertThat(mostInside.get()).isOne();
        line().limit(Integer.MAX_VALUE);
        await().until(() -> inside.get() == 3);
        door.release(100);
        for (CompletableFuture<Exchange> one : all) {
            got(one);
        }
        assertThat(mostInside.get()).isEqualTo(3);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> line().limit(0))
                .withMessageContaining("at least 1");
    }

    @Test
    void aDeadlineThatNoClockCanCountIsNone() throws Exception {
        door.release(1);
        assertThat(got(send("x", "a.org", Map.of(PoliteHeaders.DEADLINE, Long.MAX_VALUE - 1)))
                        .getException())
                .isNull();
        assertThat(got(send("y", "a.org", Map.of(PoliteHeaders.DEADLINE, Long.MIN_VALUE)))
                        .getException())
                .isInstanceOf(PoliteCancelledException.class);
    }

    @Test
    void aHundredThousandWaitingRequestsHoldNoThread() throws Exception {
        int before = Thread.activeCount();
        for (int i = 0; i < 100_000; i++) {
            send("w", "paced.org");
        }
        assertThat(line().totals().waiting()).isGreaterThanOrEqualTo(99_999);
        assertThat(Thread.activeCount()).isLessThan(before + 20);
        assertThat(line().cancel("edition", "the test is over")).isGreaterThanOrEqualTo(99_999);
        door.release(1);
    }

    @Test
    void cancellingFailsWhatWaitsQuietlyAndLeavesWhatIsUnderWay() throws Exception {
        CompletableFuture<Exchange> running = send("running", "paced.org");
        await().until(() -> inside.get() == 1);
        CompletableFuture<Exchange> waiting = send("waiting", "paced.org");
        assertThat(line().cancel("edition", "the edition's deadline has come")).isOne();
        assertThat(got(waiting).getException())
                .isInstanceOf(PoliteCancelledException.class)
                .hasMessage("request to paced.org was not sent: the edition's deadline has come")
                .hasNoCause();
        door.release();
        assertThat(got(running).getException()).isNull();
    }

    @Test
    void aRequestWhoseDeadlineHasPassedIsNotSent() throws Exception {
        CompletableFuture<Exchange> running = send("running", "paced.org");
        await().until(() -> inside.get() == 1);
        Exchange late = new DefaultExchange(context());
        late.getMessage().setHeader("domain", "paced.org");
        late.getMessage().setHeader(PoliteHeaders.DEADLINE, System.currentTimeMillis() + 50);
        assertThat(got(take(late)).getException()).isInstanceOf(PoliteCancelledException.class);
        door.release();
        got(running);
        assertThat(order).containsExactly("running");
    }

    @Test
    void aReplacedConsumerHoldsTheLineAndLosesNothing() throws Exception {
        CompletableFuture<Exchange> running = send("running", "paced.org");
        await().until(() -> inside.get() == 1);
        CompletableFuture<Exchange> waiting = send("waiting", "paced.org");
        var consumer = (SuspendableService) context().getRoute("served").getConsumer();
        consumer.suspend();
        CompletableFuture<Exchange> more = send("more", "other.org");
        door.release(3);
        got(running);
        assertThat(line().totals().waiting()).isEqualTo(2);
        consumer.resume();
        assertThat(got(waiting).getMessage().getBody()).isEqualTo("waiting served");
        assertThat(got(more).getMessage().getBody()).isEqualTo("more served");
    }

    @Test
    void aStoppingContextCancelsAllAndRefusesNewOnes() throws Exception {
        CompletableFuture<Exchange> running = send("running", "slow.org");
        await().until(() -> inside.get() == 1);
        CompletableFuture<Exchange> waiting = send("waiting", "slow.org");
        PoliteLine line = line();
        door.release(1);
        context().stop();
        assertThat(waiting.get(10, SECONDS).getException()).isInstanceOf(PoliteCancelledException.class);
        assertThat(running.get(10, SECONDS)).isNotNull();
        Exchange late = new DefaultExchange(context());
        late.getMessage().setHeader("domain", "a.org");
        line.take(late, doneSync -> {});
        assertThat(late.getException()).isInstanceOf(PoliteCancelledException.class);
    }

    @Test
    void aMissingDomainIsToldAtOnce() {
        assertThatExceptionOfType(org.apache.camel.CamelExecutionException.class)
                .isThrownBy(() -> template().requestBody("polite:web", "x"))
                .withRootCauseInstanceOf(IllegalArgumentException.class)
                .havingRootCause()
                .withMessageContaining("header 'domain'");
    }

    @Test
    void theReportShowsWhoWaitsAndWhy() throws Exception {
        CompletableFuture<Exchange> running = send("running", "paced.org");
        await().until(() -> inside.get() == 1);
        CompletableFuture<Exchange> waiting = send("waiting", "paced.org");
        line().pause("paced.org", Duration.ofSeconds(60), "Retry-After", "429, asked to wait 60 s");
        DomainStatus status = line().report().get(0);
        assertThat(status.domain()).isEqualTo("paced.org");
        assertThat(status.waiting()).isOne();
        assertThat(status.inFlight()).isOne();
        assertThat(status.source()).isEqualTo("Retry-After");
        assertThat(status.why()).isEqualTo("429, asked to wait 60 s");
        assertThat(status.untilTurn()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
        door.release();
        got(running);
        line().cancel("edition", "over");
        assertThat(waiting.get(10, SECONDS).getException()).isNotNull();
    }
}
