package press.parallel.politeness;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** One end of a {@link PoliteLine}: its producer takes in, its consumer gives out. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "polite",
        title = "Polite",
        syntax = "polite:name",
        category = {Category.CORE})
public final class PoliteEndpoint extends DefaultEndpoint {
    @UriPath(description = "Name of the line")
    private final String name;

    @UriParam(
            defaultValue = "press",
            description = "Consumer only: thread pool profile whose size is the number of requests in flight")
    private final String slots;

    PoliteEndpoint(String uri, PoliteComponent component, String name, String slots) {
        super(uri, component);
        this.name = name;
        this.slots = slots;
    }

    String slots() {
        return slots;
    }

    PoliteLine line() {
        return ((PoliteComponent) getComponent()).line(name);
    }

    @Override
    public Producer createProducer() {
        return new PoliteProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        PoliteConsumer consumer = new PoliteConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }
}
