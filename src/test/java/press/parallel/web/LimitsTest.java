package press.parallel.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import press.parallel.LossException;
import press.parallel.localweb.LocalWeb;

/** The time of a request that has hardly any left. */
@Timeout(30)
class LimitsTest {
    /** As a request whose deadline comes while it waits for a connection: the moment to cut it off is over before there is one. */
    @Test
    void aRequestWhoseTimeIsOverBeforeItIsConnectedIsCutOffAllTheSame() throws Exception {
        try (LocalWeb web = LocalWeb.open();
                Limits limits = new Limits(Duration.ofMillis(20), 1_000_000);
                CloseableHttpClient client = HttpClients.custom()
                        .addExecInterceptorFirst("limits", limits)
                        .addExecInterceptorBefore(ChainElement.CONNECT.name(), "busy", (request, scope, chain) -> {
                            await().pollDelay(Duration.ofMillis(100)).until(() -> true);
                            return chain.proceed(request, scope);
                        })
                        .disableAutomaticRetries()
                        .build()) {
            assertThatThrownBy(() -> client.execute(new HttpGet(web.at("/drip?millis=100")), response -> response))
                    .isInstanceOf(LossException.class)
                    .hasMessageContaining("did not finish its answer within 0.02 s");
        }
    }
}
