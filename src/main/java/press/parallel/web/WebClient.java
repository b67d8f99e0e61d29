package press.parallel.web;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Makes camel-http's client a polite and careful one: one call is one request. No retries, no redirects, no cookies; every wait and
 * every body is bounded; private addresses are refused; headers are read and sent a sign a byte; the moment of sending is told.
 */
@RegisterForReflection
public final class WebClient implements HttpClientConfigurer, AutoCloseable {
    private final Config config;
    private final AddressGuard guard;
    private final Limits limits;
    private final StampingExecutor stamping;

    /**
     * @param allow {@code host:port} or {@code address:port} that may be private
     * @param proxy for every request, or null for none
     * @param proxyTunnel whether https goes through the proxy by CONNECT; false: the proxy itself is asked for https addresses
     * @param connectTimeout TLS included
     * @param responseTimeout longest silence
     * @param totalTimeout for one request as a whole
     * @param maxBodyBytes after inflating
     * @param userAgent value of the header
     */
    public record Config(
            Set<String> allow,
            @Nullable URI proxy,
            boolean proxyTunnel,
            Duration connectTimeout,
            Duration responseTimeout,
            Duration totalTimeout,
            long maxBodyBytes,
            String userAgent) {}

    /** @param sent is given the host of each request at the moment it has been sent */
    public WebClient(Config config, Consumer<String> sent) {
        this.config = config;
        this.guard = new AddressGuard(
                config.allow(),
                config.proxy() == null
                        ? null
                        : config.proxy().getHost() + ":" + config.proxy().getPort());
        this.limits = new Limits(config.totalTimeout(), config.maxBodyBytes());
        this.stamping = new StampingExecutor(sent);
    }

    /** Refuses, behind a proxy, what the proxy would resolve to a private address by its very name. */
    void checkAddress(URI address) {
        if (config.proxy() != null) {
            int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
            int port = address.getPort() >= 0 ? address.getPort() : usual;
            guard.checkLiteral(address.getHost(), port);
        }
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .charCodingConfig(CharCodingConfig.custom()
                                .setCharset(StandardCharsets.ISO_8859_1)
                                .build())
                        .build())
                .setDnsResolver(guard)
                .setTlsSocketStrategy(
                        ClientTlsStrategyBuilder.create().useSystemProperties().buildClassic())
                .setMaxConnTotal(1000)
                .setMaxConnPerRoute(100)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(config.connectTimeout()))
                        .setSocketTimeout(Timeout.of(config.responseTimeout()))
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .setTimeToLive(TimeValue.ofMinutes(2))
                        .build())
                .build();
        builder.setConnectionManager(connections)
                .setConnectionManagerShared(false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(config.responseTimeout()))
                        .setRedirectsEnabled(false)
                        .build())
                .setRequestExecutor(stamping)
                .addExecInterceptorFirst("limits", limits)
                .addResponseInterceptorLast(new WholeHeaders())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent(config.userAgent())
                .evictIdleConnections(TimeValue.ofSeconds(30));
        if (config.proxy() != null) {
            HttpHost proxy = new HttpHost(
                    "http", config.proxy().getHost(), config.proxy().getPort());
            builder.setRoutePlanner(
                    config.proxyTunnel() ? new DefaultProxyRoutePlanner(proxy) : new AskTheProxyItself(proxy));
        }
    }

    /** Sends every request, https too, to the proxy in absolute form; no tunnel. */
    private record AskTheProxyItself(HttpHost proxy) implements HttpRoutePlanner {
        @Override
        public HttpRoute determineRoute(HttpHost target, HttpContext context) {
            HttpHost withPort = RoutingSupport.normalize(target, DefaultSchemePortResolver.INSTANCE);
            return new HttpRoute(withPort, null, proxy, false);
        }
    }

    @Override
    public void close() {
        limits.close();
    }
}
