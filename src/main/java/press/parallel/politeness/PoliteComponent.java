package press.parallel.politeness;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;

/**
 * {@code polite:name}, a seda with manners: exchanges sent to it wait, without a thread, until the turn of their domain has come and
 * a slot is free; then the route that starts with {@code from: polite:name} gets the same exchange, and its caller gets it back.
 *
 * <p>Lines and their clocks belong to the component, so they outlive reloaded routes. {@code handBack} names the thread pool profile
 * on which callers go on, so that reading an answer never takes a slot.
 */
public final class PoliteComponent extends DefaultComponent {
    private final Manners manners;
    private final InstantSource wall;
    private final LongSupplier nanos;
    private final String handBackProfile;
    private final Map<String, PoliteLine> lines = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService clock;
    private @Nullable ExecutorService handBack;

    /**
     * @param wall for deadlines and for clocks that are kept over processes; spacing is measured on {@link System#nanoTime}
     * @param handBackProfile thread pool profile on which callers go on
     */
    public PoliteComponent(Manners manners, InstantSource wall, String handBackProfile) {
        this.manners = manners;
        this.wall = wall;
        this.nanos = System::nanoTime;
        this.handBackProfile = handBackProfile;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new PoliteEndpoint(
                uri, this, remaining, getAndRemoveParameter(parameters, "slots", String.class, "press"));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        pools();
    }

    private synchronized void pools() {
        if (clock == null) {
            var manager = getCamelContext().getExecutorServiceManager();
            clock = manager.newSingleThreadScheduledExecutor(this, "PoliteClock");
            handBack = manager.newThreadPool(this, "PoliteHandBack", handBackProfile);
        }
    }

    /** The line of that name; made when first asked for. */
    public PoliteLine line(String name) {
        return lines.computeIfAbsent(name, missing -> {
            pools();
            if (clock == null || handBack == null) {
                throw new IllegalStateException("polite: the Camel context is stopped");
            }
            return new PoliteLine(manners, nanos, wall, clock, handBack);
        });
    }

    @Override
    protected void doStop() throws Exception {
        lines.values().forEach(PoliteLine::close);
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        var manager = getCamelContext().getExecutorServiceManager();
        if (clock != null) {
            manager.shutdownNow(clock);
        }
        if (handBack != null) {
            manager.shutdownGraceful(handBack);
        }
        super.doShutdown();
    }
}
