package press.parallel.routes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/** {@code polite:} as the route desk sees it: a line kept by the component and a consumer that gives out, until it is suspended. */
final class Line extends DefaultComponent {
    private record Waiting(Exchange exchange, AsyncCallback done) {}

    private final ExecutorService slots = Executors.newFixedThreadPool(2);
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable LineConsumer consumer;
    private int underWay;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new LineEndpoint(uri, this);
    }

    @Override
    protected void doStop() {
        slots.shutdownNow();
    }

    private synchronized void take(Waiting next) {
        waiting.add(next);
        giveOut();
    }

    private synchronized void giveOut() {
        while (consumer != null && consumer.gives && underWay < 2 && !waiting.isEmpty()) {
            Waiting next = waiting.remove();
            LineConsumer to = consumer;
            underWay++;
            slots.execute(() -> to.getAsyncProcessor().process(next.exchange, doneSync -> {
                synchronized (this) {
                    underWay--;
                }
                giveOut();
                next.done.done(false);
            }));
        }
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized void gives(LineConsumer who, boolean gives) {
        who.gives = gives;
        if (gives) {
            consumer = who;
        }
        giveOut();
    }

    private static final class LineEndpoint extends DefaultEndpoint {
        private final Line line;

        LineEndpoint(String uri, Line line) {
            super(uri, line);
            this.line = line;
        }

        @Override
        public Producer createProducer() {
            return new DefaultAsyncProducer(this) {
                @Override
                public boolean process(Exchange exchange, AsyncCallback callback) {
                    line.take(new Waiting(exchange, callback));
                    return false;
                }
            };
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            return new LineConsumer(this, processor);
        }
    }

    private static final class LineConsumer extends DefaultConsumer implements Suspendable {
        private final Line line;
        private boolean gives;

        LineConsumer(LineEndpoint endpoint, Processor processor) {
            super(endpoint, processor);
            this.line = endpoint.line;
        }

        @Override
        protected void doStart() throws Exception {
            super.doStart();
            line.gives(this, true);
        }

        @Override
        protected void doSuspend() {
            line.gives(this, false);
        }

        @Override
        protected void doResume() {
            line.gives(this, true);
        }

        @Override
        protected void doStop() throws Exception {
            line.gives(this, false);
            super.doStop();
        }
    }
}
