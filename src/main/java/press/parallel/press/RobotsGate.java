package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.SynchronizationAdapter;
import press.parallel.Request;
import press.parallel.politeness.PoliteLine;
import press.parallel.politeness.RegistrableDomain;
import press.parallel.politeness.Robots;

/**
 * Lets one message at a time pass for each host, to ask for its robots.txt; the others wait here, without a thread, until that one has
 * come back, and then go on knowing what it found. Safe for use by many threads.
 */
@RegisterForReflection
public final class RobotsGate extends AsyncProcessorSupport {
    private static final String LEADS = "press-leads";

    private final PoliteLine line;
    private final RegistrableDomain domains;
    private final Robots robots;
    private final InstantSource clock;
    private final Map<String, Group> waiting = new HashMap<>();

    /** Those that wait for one host's file. */
    private record Group(String host, String domain, List<AsyncCallback> callbacks) {}

    /** @param line is told how many wait here, since they enter it afterwards */
    RobotsGate(PoliteLine line, RegistrableDomain domains, Robots robots, InstantSource clock) {
        this.line = line;
        this.domains = domains;
        this.robots = robots;
        this.clock = clock;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        URI address = exchange.getMessage().getBody(Request.class).address();
        String host = Robots.host(address);
        exchange.removeProperty(LEADS);
        synchronized (this) {
            Group others = waiting.get(host);
            if (others != null) {
                others.callbacks().add(callback);
                line.announce(others.domain(), 1);
                return false;
            }
            // It may have come in since this message asked whether it is known: then nobody needs to ask.
            if (!robots.isKnown(address, clock.instant())) {
                Group led = new Group(host, domains.of(address), new ArrayList<>());
                waiting.put(host, led);
                exchange.setProperty(LEADS, led);
            }
        }
        if (leads(exchange)) {
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange ended) {
                    open(ended);
                }
            });
        }
        callback.done(true);
        return true;
    }

    /** Whether this message is the one that asks. */
    public boolean leads(Exchange exchange) {
        return exchange.getProperty(LEADS) != null;
    }

    /**
     * The one that asked has come back, with or without the file: those that waited go on. Where it ends without coming by here, they go
     * on then.
     */
    public void open(Exchange exchange) {
        if (exchange.removeProperty(LEADS) instanceof Group others) {
            synchronized (this) {
                waiting.remove(others.host());
            }
            line.announce(others.domain(), -others.callbacks().size());
            others.callbacks().forEach(each -> each.done(false));
        }
    }
}
