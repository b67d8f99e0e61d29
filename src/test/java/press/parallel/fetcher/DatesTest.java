package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    private static final List<String> FORMS = List.of(
            "EEE, dd MMM yyyy HH:mm:ss Z",
            "EEE, d MMM yyyy HH:mm:ss xxx",
            "EEEE, dd-MMM-yyyy HH:mm:ss Z",
            "d MMMM yyyy HH:mm:ss Z",
            "MMMM d, yyyy h:mm:ss a Z",
            "EEE MMM dd HH:mm:ss Z yyyy",
            "EEE MMM dd yyyy HH:mm:ss 'GMT'Z",
            "yyyy-MM-dd'T'HH:mm:ssXXX",
            "yyyy-MM-dd'T'HH:mm:ss.SSSXX",
            "yyyy-MM-dd HH:mm:ss Z",
            "yyyy/MM/dd HH:mm:ss xxx",
            "yyyyMMdd'T'HHmmssXX",
            "yyyy-DDD'T'HH:mm:ssXXX",
            "YYYY-'W'ww-e'T'HH:mm:ssXXX",
            "dd.MM.yyyy HH:mm:ss Z");

    @ParameterizedTest
    @CsvFileSource(resources = "/dates/forms.csv", delimiter = '|', quoteCharacter = '`', encoding = "UTF-8")
    void readsWhatIsCertainAndNothingElse(String text, Instant expected) {
        assertThat(Dates.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "12345",
                "99999999999999999999999999",
                "a very long text with 14 Nov 2023 in it that goes on and on and on and on and on for more than eighty signs"
            })
    void nothingAndTooMuchAreNoDates(String text) {
        assertThat(Dates.parse(text)).isNull();
    }

    static Stream<ZoneOffset> offsets() {
        return IntStream.rangeClosed(-48, 56).mapToObj(quarters -> ZoneOffset.ofTotalSeconds(quarters * 900));
    }

    /** Every offset there is, from -12:00 to +14:00 in quarters of an hour, in every form, at moments of all kinds. */
    @ParameterizedTest
    @MethodSource("offsets")
    void whatIsWrittenInAnyFormIsReadBack(ZoneOffset offset) {
        Random random = new Random(offset.getTotalSeconds());
        // ISO weeks begin on Monday: Locale.ROOT's on Sunday.
        for (String form : FORMS) {
            DateTimeFormatter writer =
                    DateTimeFormatter.ofPattern(form, form.startsWith("YYYY") ? Locale.UK : Locale.US);
            for (int i = 0; i < 20; i++) {
                OffsetDateTime moment = LocalDateTime.of(1990, 1, 1, 0, 0)
                        .plusSeconds(random.nextInt(Integer.MAX_VALUE))
                        .atOffset(offset);
                String text = writer.format(moment);
                assertThat(Dates.parse(text)).as(text).isEqualTo(moment.toInstant());
                assertThat(Dates.parse(text.toUpperCase(Locale.ROOT))).as(text).isEqualTo(moment.toInstant());
                assertThat(Dates.parse("\n\t " + text + " ")).as(text).isEqualTo(moment.toInstant());
            }
        }
    }

    @Test
    void secondsAndMillisecondsAreToldApart() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            long seconds = 400_000_000L + random.nextInt(Integer.MAX_VALUE);
            assertThat(Dates.parse(String.valueOf(seconds))).isEqualTo(Instant.ofEpochSecond(seconds));
            Instant millis = Dates.parse(seconds + "123");
            // Twelve digits that begin with 19 or 20 are a calendar's.
            assertThat(millis == null ? 0 : millis.toEpochMilli()).isIn(0L, seconds * 1000 + 123);
        }
    }

    @Test
    void rubbishIsNeverRead() {
        Random random = new Random(2);
        String signs = "0123456789:-/., TZ+abcdefgjmnoprsu";
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            read += Dates.parse(text.toString()) == null ? 0 : 1; // it must only not throw
        }
        assertThat(read).isLessThan(100);
    }
}
