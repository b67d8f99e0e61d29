package press.parallel.web;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.function.Consumer;
import javax.net.ssl.SSLSession;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.ProtocolVersion;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Says when a request is really on its way: after it has been flushed to a connected socket, TLS included. Name lookup, connecting
 * and class loading can then not shrink the gap that a server sees. Safe for use by many threads.
 */
final class StampingExecutor extends HttpRequestExecutor {
    private final Consumer<String> sent;

    /** @param sent is given the host of each request, on the sending thread */
    StampingExecutor(Consumer<String> sent) {
        this.sent = sent;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        if (Method.CONNECT.isSame(request.getMethod()) || request.getAuthority() == null) {
            return super.execute(request, connection, information, context);
        }
        String host = request.getAuthority().getHostName();
        return super.execute(request, new Stamping(connection, () -> sent.accept(host)), information, context);
    }

    /** The connection itself, but for the stamp after each flush. */
    private record Stamping(HttpClientConnection inner, Runnable stamp) implements HttpClientConnection {
        @Override
        public void flush() throws IOException {
            inner.flush();
            stamp.run();
        }

        @Override
        public boolean isConsistent() {
            return inner.isConsistent();
        }

        @Override
        public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
            inner.sendRequestHeader(request);
        }

        @Override
        public void terminateRequest(ClassicHttpRequest request) throws HttpException, IOException {
            inner.terminateRequest(request);
        }

        @Override
        public void sendRequestEntity(ClassicHttpRequest request) throws HttpException, IOException {
            inner.sendRequestEntity(request);
        }

        @Override
        public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
            return inner.receiveResponseHeader();
        }

        @Override
        public void receiveResponseEntity(ClassicHttpResponse response) throws HttpException, IOException {
            inner.receiveResponseEntity(response);
        }

        @Override
        public boolean isDataAvailable(Timeout timeout) throws IOException {
            return inner.isDataAvailable(timeout);
        }

        @Override
        public boolean isStale() throws IOException {
            return inner.isStale();
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }

        @Override
        public void close(CloseMode closeMode) {
            inner.close(closeMode);
        }

        @Override
        public @Nullable EndpointDetails getEndpointDetails() {
            return inner.getEndpointDetails();
        }

        @Override
        public @Nullable SocketAddress getLocalAddress() {
            return inner.getLocalAddress();
        }

        @Override
        public @Nullable SocketAddress getRemoteAddress() {
            return inner.getRemoteAddress();
        }

        @Override
        public @Nullable ProtocolVersion getProtocolVersion() {
            return inner.getProtocolVersion();
        }

        @Override
        public @Nullable SSLSession getSSLSession() {
            return inner.getSSLSession();
        }

        @Override
        public boolean isOpen() {
            return inner.isOpen();
        }

        @Override
        public Timeout getSocketTimeout() {
            return inner.getSocketTimeout();
        }

        @Override
        public void setSocketTimeout(Timeout timeout) {
            inner.setSocketTimeout(timeout);
        }
    }
}
