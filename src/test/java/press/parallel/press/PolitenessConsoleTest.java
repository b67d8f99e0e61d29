package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.console.DevConsole.MediaType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolitenessConsoleTest {
    @TempDir
    Path folder;

    private PressRoom room;
    private PolitenessConsole console;

    @BeforeEach
    void open() {
        room = new PressRoom(folder);
        console = new PolitenessConsole(() -> room.line, () -> room.manners, 10);
        console.setCamelContext(room.camel);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private String text() {
        return console.call(MediaType.TEXT, Map.of()).toString();
    }

    @Test
    void beforeAnyRequestItSaysThatNobodyWasAsked() {
        assertThat(text())
                .isEqualTo("0 waiting, 0 of 10 slots busy; since the start 0 sent, 0 had to wait, 0 refused\n\n"
                        + "no domain was asked in the last ten minutes\n");
    }

    @Test
    void theIntervalAndTheTurnEachNameWhatSetThem() {
        room.robots.restore("a.example", "a.example", Duration.ofSeconds(7));
        room.line.pause("a.example", Duration.ofMinutes(3), "Retry-After", "asked to wait 180 s (429)");
        room.line.answered("a.example", 429);
        room.line.answered("b.example", 200);
        var unused = room.queue("https://a.example/feed", "g", Duration.ofMinutes(9));
        await().atMost(Duration.ofSeconds(10)).until(() -> room.line.totals().waiting() == 1);

        assertThat(text())
                .startsWith("1 waiting, 0 of 10 slots busy; since the start 0 sent, 0 had to wait, 1 refused\n\n"
                        + "domain     interval  interval from  waiting  in flight  next turn")
                .containsPattern("(?m)^a\\.example  7 s +robots\\.txt +1 +0  in (3 min|2 min 59 s) +Retry-After +429 +0"
                        + " +1  asked to wait 180 s \\(429\\)$")
                .containsPattern("(?m)^b\\.example  2 s +setting +0 +0  now +200 +0 +0$");
    }

    @Test
    @SuppressWarnings("unchecked")
    void programsGetTheSameWithUnits() {
        room.line.pause("a.example", Duration.ofMinutes(3), "429", "asked to wait");
        Map<String, Object> told = (Map<String, Object>) console.call(MediaType.JSON, Map.of());
        assertThat(told).containsEntry("slots", 10).containsEntry("waiting", 0).containsEntry("refused", 0L);
        assertThat(((List<Map<String, Object>>) told.get("domains")).get(0))
                .containsEntry("domain", "a.example")
                .containsEntry("intervalMillis", 2_000L)
                .containsEntry("intervalSource", "setting")
                .containsEntry("turnSource", "429")
                .containsEntry("why", "asked to wait")
                .hasEntrySatisfying(
                        "nextTurnMillis", millis -> assertThat((long) millis).isBetween(170_000L, 180_000L));
    }
}
