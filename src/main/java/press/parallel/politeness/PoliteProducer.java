package press.parallel.politeness;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** Hands exchanges over to the line and returns at once. */
final class PoliteProducer extends DefaultAsyncProducer {
    private final PoliteLine line;

    PoliteProducer(PoliteEndpoint endpoint) {
        super(endpoint);
        this.line = endpoint.line();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            line.take(exchange, callback);
            return false;
        } catch (RuntimeException wrongHeaders) {
            exchange.setException(wrongHeaders);
            callback.done(true);
            return true;
        }
    }
}
