package press.parallel.web;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import press.parallel.LossException;

/**
 * Bounds one request as a whole: its time from first to last byte however steadily it drips, and its size after inflating. What goes
 * over is cut off, and the connection with it. Safe for use by many threads.
 */
final class Limits implements ExecChainHandler, AutoCloseable {
    /** Request header that shortens the time of one request, in milliseconds; it is taken off before sending. */
    static final String TIME_LIMIT = "Press-Time-Limit";

    /** Request header that names how many bytes of the body are wanted; the rest is left unread. It is taken off before sending. */
    static final String BODY_LIMIT = "Press-Body-Limit";

    /** Request header that names how many bytes of a picture are wanted at most; a larger one is refused. It is taken off before sending. */
    static final String PICTURE_LIMIT = "Press-Picture-Limit";

    private static final int HTTP_OK = 200;
    private static final long AGAIN_MILLIS = 50;

    private final Duration totalTimeout;
    private final long maxBodyBytes;
    private final ScheduledThreadPoolExecutor watch;

    Limits(Duration totalTimeout, long maxBodyBytes) {
        this.totalTimeout = totalTimeout;
        this.maxBodyBytes = maxBodyBytes;
        this.watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "WebLimits");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        long millis = timeLimit(request);
        long wanted = number(request, BODY_LIMIT);
        long most = number(request, PICTURE_LIMIT);
        AtomicBoolean over = new AtomicBoolean();
        // Again and again: what is over before there is a connection must not begin to use the one it gets then.
        var alarm = watch.scheduleWithFixedDelay(
                () -> {
                    over.set(true);
                    scope.execRuntime.discardEndpoint();
                },
                millis,
                AGAIN_MILLIS,
                TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                if (response.getCode() == HTTP_OK && entity.getContentLength() > most) {
                    scope.execRuntime.discardEndpoint();
                    throw tooLarge(request, "is " + entity.getContentLength() + " bytes large; it was not read", most);
                }
                byte[] body = read(entity, request, scope, wanted, most);
                response.setEntity(new ByteArrayEntity(body, null));
            }
            return response;
        } catch (IOException | RuntimeException e) {
            if (over.get()) {
                throw new LossException("'" + host(request) + "' did not finish its answer within " + millis / 1000.0
                        + " s; it was cut off (press.web.total-timeout)");
            }
            if (e instanceof ConnectionClosedException
                    || e instanceof NoHttpResponseException
                    || e instanceof TruncatedChunkException) {
                // All say that the server went away before the end; the client's own classes stay in this room.
                throw (IOException) new EOFException(e.getMessage()).initCause(e);
            }
            throw e;
        } finally {
            alarm.cancel(false);
        }
    }

    private long timeLimit(ClassicHttpRequest request) {
        Header limit = request.getFirstHeader(TIME_LIMIT);
        request.removeHeaders(TIME_LIMIT);
        long most = totalTimeout.toMillis();
        return limit == null ? most : Math.max(1, Math.min(most, Long.parseLong(limit.getValue())));
    }

    private static long number(ClassicHttpRequest request, String name) {
        Header limit = request.getFirstHeader(name);
        request.removeHeaders(name);
        return limit == null ? Long.MAX_VALUE : Long.parseLong(limit.getValue());
    }

    private static LossException tooLarge(ClassicHttpRequest request, String found, long most) {
        return new LossException("expected a picture of " + most + " bytes or less, but what '" + host(request)
                + "' has there " + found + " (press.printer.image-bytes)");
    }

    /**
     * @param wanted bytes after which the rest is left unread, and the connection with it
     * @param most bytes after which it is refused
     */
    private byte[] read(HttpEntity entity, ClassicHttpRequest request, ExecChain.Scope scope, long wanted, long most)
            throws IOException {
        ByteArrayOutputStream out =
                new ByteArrayOutputStream((int) Math.min(Math.max(entity.getContentLength(), 8192), maxBodyBytes));
        // Not in a try-with-resources: closing an entity's stream reads it to its end, which is what must not happen
        // here.
        InputStream in = entity.getContent();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (out.size() + (long) n > maxBodyBytes) {
                scope.execRuntime.discardEndpoint();
                throw new LossException("'" + host(request) + "' sent more than " + maxBodyBytes
                        + " bytes; it was cut off (press.web.max-body)");
            }
            if (out.size() + (long) n > most) {
                scope.execRuntime.discardEndpoint();
                throw tooLarge(request, "has more; it was cut off", most);
            }
            out.write(buffer, 0, n);
            if (out.size() >= wanted) {
                scope.execRuntime.discardEndpoint();
                return Arrays.copyOf(out.toByteArray(), (int) wanted);
            }
        }
        in.close();
        return out.toByteArray();
    }

    private static String host(ClassicHttpRequest request) {
        return request.getAuthority() == null ? "" : request.getAuthority().getHostName();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
