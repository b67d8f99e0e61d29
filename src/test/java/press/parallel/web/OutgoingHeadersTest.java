package press.parallel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingHeadersTest {
    private final OutgoingHeaders headers = new OutgoingHeaders();
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "accept", "ACCEPT-LANGUAGE", "If-None-Match", "if-modified-since"})
    void whatAFeedReaderSaysGoesOut(String name) {
        assertThat(headers.applyFilterToCamelHeaders(name, "x", exchange)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cookie",
                "Referer",
                "Authorization",
                "Host",
                "Content-Type",
                "User-Agent",
                "domain",
                "breadcrumbId",
                "CamelHttpUri",
                "CamelPoliteGroup",
                "X-Forwarded-For",
                ""
            })
    void everythingElseStaysHere(String name) {
        assertThat(headers.applyFilterToCamelHeaders(name, "x", exchange)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ETag", "etag", "Last-Modified", "LOCATION", "Retry-After", "Cache-Control", "X-RateLimit-Reset"
            })
    void whatThePressReadsComesIn(String name) {
        assertThat(headers.applyFilterToExternalHeaders(name, "x", exchange)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Set-Cookie", "domain", "CamelHttpUri", "CamelHttpResponseCode", "Content-Encoding", "Accept"})
    void strangersMayNotSpeakToCamel(String name) {
        assertThat(headers.applyFilterToExternalHeaders(name, "x", exchange)).isTrue();
    }
}
