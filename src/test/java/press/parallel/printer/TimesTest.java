package press.parallel.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Times TIMES = new Times(Instant.parse("2026-11-22T06:00:41Z"), BERLIN);

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T06:00:41Z, just now",
        "2026-11-22T05:59:42Z, just now",
        "2026-11-22T05:59:41Z, 1 min ago",
        "2026-11-22T05:35:00Z, 25 min ago",
        "2026-11-22T05:00:42Z, 59 min ago",
        "2026-11-22T05:00:41Z, 1 h ago",
        "2026-11-21T20:30:00Z, 9 h ago",
        "2026-11-21T06:00:42Z, 23 h ago",
        "2026-11-21T06:00:41Z, yesterday",
        // Midnight of the reader, not of Greenwich.
        "2026-11-20T23:00:00Z, yesterday",
        "2026-11-20T22:59:00Z, 2 days ago",
        "2026-10-01T12:00:00Z, 52 days ago",
        "2026-09-01T12:00:00Z, 1 Sep 2026",
        "1970-01-01T00:00:00Z, 1 Jan 1970",
    })
    void timesAreToldFromWhenThePaperWasPrinted(Instant when, String words) {
        assertThat(TIMES.ago(when)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T06:00:42Z", "2026-11-22T18:00:00Z", "2027-11-22T06:00:00Z"})
    void whatLiesAheadIsNow(Instant when) {
        assertThat(TIMES.ago(when)).isEqualTo("just now");
    }

    /** 25 October 2026 has 25 hours in Berlin. */
    @Test
    void aLongDayHasNoYesterdayInIt() {
        Times late = new Times(Instant.parse("2026-10-25T22:50:00Z"), BERLIN);
        assertThat(late.ago(Instant.parse("2026-10-24T22:10:00Z"))).isEqualTo("24 h ago");
    }

    @Test
    void theExactTimeHasItsZone() {
        Instant when = Instant.parse("2026-07-01T05:53:41.123Z");
        assertThat(TIMES.exact(when)).isEqualTo("Wednesday, 1 July 2026 at 07:53 CEST");
        assertThat(TIMES.clock(when)).isEqualTo("07:53 CEST");
        assertThat(Times.iso(when)).isEqualTo("2026-07-01T05:53:41Z");
        assertThat(new Times(when, ZoneOffset.UTC).clock(when)).isEqualTo("05:53 UTC");
    }
}
