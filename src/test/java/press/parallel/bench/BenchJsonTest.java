package press.parallel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class BenchJsonTest {
    private final JsonNode json = BenchJson.of(Book.report());

    @Test
    void theFiguresAreThoseOfTheTable() {
        assertThat(json.path("notes").get(0).asText()).isEqualTo("a note");
        assertThat(json.path("runs").findValuesAsText("mode")).containsExactly("sequential", "unsafe", "polite");
        JsonNode rude = json.path("runs").get(1);
        assertThat(rude.path("timesFaster").path("fetch").asDouble()).isEqualTo(6.731);
        assertThat(rude.path("refused").asInt()).isOne();
        JsonNode polite = json.path("runs").get(2);
        assertThat(polite.path("totalSeconds").asDouble()).isEqualTo(4.5);
        assertThat(polite.path("boundSeconds").asDouble()).isEqualTo(2.471);
        assertThat(polite.path("ratio").asDouble()).isEqualTo(1.821);
        assertThat(polite.path("requests").asInt()).isEqualTo(4);
        assertThat(polite.path("robots").asInt()).isOne();
        assertThat(polite.path("feeds").asInt()).isEqualTo(3);
        assertThat(polite.path("feedsRead").asInt()).isEqualTo(2);
        assertThat(polite.path("complete").asInt()).isOne();
    }

    @Test
    void everyDomainAndEveryRequestIsThere() {
        JsonNode polite = json.path("runs").get(2);
        JsonNode slow = polite.path("domains").get(1);
        assertThat(polite.path("domains").findValuesAsText("domain")).containsExactly("quick.test", "slow.test");
        assertThat(slow.path("smallestGapSeconds").asDouble()).isEqualTo(2.029);
        assertThat(slow.path("intervalSeconds").asDouble()).isEqualTo(2);
        JsonNode robots = polite.path("book").get(2);
        assertThat(polite.path("book")).hasSize(5);
        assertThat(robots.path("host").asText()).isEqualTo("www.slow.test");
        assertThat(robots.path("kind").asText()).isEqualTo("robots");
        assertThat(robots.path("startMillis").asDouble()).isEqualTo(550);
        assertThat(robots.path("endMillis").asDouble()).isEqualTo(600);
        assertThat(robots.path("status").asInt()).isEqualTo(200);
    }
}
