package press.parallel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.http.base.HttpHelper;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeHeadersTest {
    private static BasicHttpResponse through(BasicHttpResponse response) {
        new WholeHeaders().process(response, null, HttpCoreContext.create());
        return response;
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a, b,c]", "[]", "[ ]", "[x", "\"a\"", "", "a,b"})
    void whatCamelMakesOfAValueLeadsBackToIt(String value) {
        BasicHttpResponse response = new BasicHttpResponse(200);
        response.addHeader("ETag", value);
        Object camels = HttpHelper.extractHttpParameterValue(
                through(response).getFirstHeader("etag").getValue());
        assertThat(WholeHeaders.value(camels)).isEqualTo(value);
    }

    @Test
    void aListOverLinesBecomesOneAndOfOthersTheFirstCounts() {
        BasicHttpResponse response = new BasicHttpResponse(200);
        response.addHeader("Cache-Control", "max-age=60");
        response.addHeader("cache-control", "public");
        response.addHeader("Retry-After", "5");
        response.addHeader("Retry-After", "10");
        through(response);
        assertThat(response.getHeaders("Cache-Control"))
                .singleElement()
                .satisfies(header -> assertThat(header.getValue()).isEqualTo("max-age=60, public"));
        assertThat(response.getHeaders("Retry-After"))
                .singleElement()
                .satisfies(header -> assertThat(header.getValue()).isEqualTo("5"));
    }

    @Test
    void headersThatNobodyReadsAreLeftAlone() {
        BasicHttpResponse response = new BasicHttpResponse(200);
        response.addHeader("Content-Encoding", "gzip");
        response.addHeader("Content-Encoding", "br");
        assertThat(through(response).getHeaders("Content-Encoding")).hasSize(2);
    }
}
