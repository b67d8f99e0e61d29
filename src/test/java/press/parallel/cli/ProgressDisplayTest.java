package press.parallel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.Progress;

class ProgressDisplayTest {
    private static final Progress FETCHING = at("fetching", 3200);

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicReference<Progress> progress = new AtomicReference<>(FETCHING);

    private static Progress at(String stage, long millis) {
        return new Progress(
                stage,
                19,
                26,
                0,
                36,
                Map.of("nytimes.com", 2, "reddit.com", 4, "a.test", 0),
                10,
                Duration.ofMillis(millis));
    }

    private Console console(boolean live, int width) {
        return new Console(System.out, new PrintStream(err, true, StandardCharsets.UTF_8), live, width);
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oneLineSaysWhereTheRunStands() {
        assertThat(ProgressLine.render(FETCHING, 200))
                .isEqualTo(
                        "fetching 19/26 · waiting reddit.com 4, nytimes.com 2 · 10 in flight · articles 0/36 · 3.2 s");
    }

    @Test
    void theStageComesFirst() {
        Progress enhancing = new Progress("enhancing", 26, 26, 12, 36, Map.of(), 3, Duration.ofSeconds(9));
        assertThat(ProgressLine.render(enhancing, 200))
                .isEqualTo("enhancing 12/36 · 3 in flight · feeds 26/26 · 9.0 s");
        Progress printing = new Progress("printing", 26, 26, 36, 36, Map.of(), 0, Duration.ofSeconds(65));
        assertThat(ProgressLine.render(printing, 200)).isEqualTo("printing · feeds 26/26 · articles 36/36 · 1 min 5 s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 | fetching 19/26 · waiting reddit.com 4, nytimes.com 2 · articles 0/36 · 3.2 s",
                "71 | fetching 19/26 · waiting reddit.com 4, others 2 · articles 0/36 · 3.2 s",
                "69 | fetching 19/26 · waiting 6 · 10 in flight · articles 0/36 · 3.2 s",
                "20 | fetching 19/26 · wa…",
            })
    void narrowTerminalsGetLess(int width, String line) {
        assertThat(ProgressLine.render(FETCHING, width)).isEqualTo(line).hasSizeLessThanOrEqualTo(width);
    }

    @Test
    void aTerminalsLineIsRewrittenAndTakenAwayAtTheEnd() {
        try (ProgressDisplay display = ProgressDisplay.of(ProgressMode.AUTO, console(true, 200), progress::get)) {
            display.look();
            progress.set(at("fetching", 3400));
            display.look();
        }
        assertThat(shown())
                .isEqualTo("\r\u001b[K" + ProgressLine.render(FETCHING, 199) + "\r\u001b[K"
                        + ProgressLine.render(at("fetching", 3400), 199) + "\r\u001b[K");
    }

    @Test
    void elsewhereThereIsALineForEachStageAndEveryTwoSeconds() {
        try (ProgressDisplay display = ProgressDisplay.of(ProgressMode.AUTO, console(false, 40), progress::get)) {
            for (Progress next : new Progress[] {
                at("fetching", 100),
                at("fetching", 300),
                at("fetching", 2099),
                at("fetching", 2100),
                at("choosing", 2300)
            }) {
                progress.set(next);
                display.look();
            }
        }
        assertThat(shown().lines())
                .containsExactly(
                        ProgressLine.render(at("fetching", 100), 200),
                        ProgressLine.render(at("fetching", 2100), 200),
                        ProgressLine.render(at("choosing", 2300), 200));
    }

    @Test
    void plainHoldsOnATerminalToo() {
        try (ProgressDisplay display = ProgressDisplay.of(ProgressMode.PLAIN, console(true, 80), progress::get)) {
            display.look();
        }
        assertThat(shown()).doesNotContain("\u001b").endsWith(System.lineSeparator());
    }

    @Test
    void noneShowsNothing() {
        try (ProgressDisplay display = ProgressDisplay.of(ProgressMode.NONE, console(false, 80), progress::get)) {
            display.start();
            display.look();
        }
        assertThat(shown()).isEmpty();
    }

    @Test
    void nothingIsShownOnceItIsClosed() {
        ProgressDisplay display = ProgressDisplay.of(ProgressMode.PLAIN, console(false, 80), progress::get);
        display.close();
        display.look();
        assertThat(shown()).isEmpty();
    }

    @Test
    void theEnvironmentMayWantPlainText() {
        assertThat(Console.canRewrite(Map.of("TERM", "xterm"))).isTrue();
        assertThat(Console.canRewrite(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Console.canRewrite(Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(Console.width(Map.of("COLUMNS", "132"))).isEqualTo(132);
        assertThat(Console.width(Map.of("COLUMNS", "wide"))).isEqualTo(80);
        assertThat(Console.width(Map.of())).isEqualTo(80);
    }
}
