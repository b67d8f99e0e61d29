package press.parallel.politeness;

import java.util.concurrent.ExecutorService;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives out from the line on a pool of as many threads as there are slots. While it is suspended or replaced the line holds what
 * waits; at shutdown nothing is drained.
 */
final class PoliteConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {
    private final PoliteEndpoint endpoint;
    private @Nullable ExecutorService slots;
    private int size;

    PoliteConsumer(PoliteEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (slots == null) {
            var manager = endpoint.getCamelContext().getExecutorServiceManager();
            ThreadPoolProfile profile = manager.getThreadPoolProfile(endpoint.slots());
            if (profile == null) {
                throw new IllegalArgumentException("polite: expected a thread pool profile named '" + endpoint.slots()
                        + "', but found none; define camel.threadpool.config[" + endpoint.slots() + "].pool-size");
            }
            size = profile.getMaxPoolSize();
            slots = manager.newThreadPool(this, "PoliteSlot", profile);
        }
        endpoint.line().open(this, getAsyncProcessor(), slots, size);
    }

    @Override
    protected void doSuspend() throws Exception {
        endpoint.line().hold(this);
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        doStart();
    }

    @Override
    protected void doStop() throws Exception {
        endpoint.line().hold(this);
        super.doStop();
        if (slots != null) {
            endpoint.getCamelContext().getExecutorServiceManager().shutdown(slots);
            slots = null;
        }
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        return 0;
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        if (endpoint.getCamelContext().isStopping()) {
            endpoint.line().close();
        } else if (!suspendOnly) {
            endpoint.line().hold(this);
        }
    }
}
