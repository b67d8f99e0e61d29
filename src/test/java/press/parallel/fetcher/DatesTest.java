package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Tue, 14 Nov 2023 22:13:20 GMT        | 2023-11-14T22:13:20Z
                    tue, 14 nov 2023 22:13:20 gmt        | 2023-11-14T22:13:20Z
                    14 Nov 2023 22:13 +0100              | 2023-11-14T21:13:00Z
                    Tue, 14 Nov 23 14:13:20 PST          | 2023-11-14T22:13:20Z
                    Tue, 14 Nov 99 00:00:00 Z            | 1999-11-14T00:00:00Z
                    Tue, 14 Nov 2023 22:13:20 -0000      | 2023-11-14T22:13:20Z
                    Tue, 14 Nov 2023 22:13:20 K          | 2023-11-14T22:13:20Z
                    Tue, 14 Nov 2023 22:13:20            | 2023-11-14T22:13:20Z
                    Tue,14 Nov 2023 22:13:20 UTC+02:00   | 2023-11-14T20:13:20Z
                    Tue, 14 Nov 2023 22:13:20 GMT-5      | 2023-11-15T03:13:20Z
                    Tue, 14 Nov 2023 22:13:20 +0000 (UTC)| 2023-11-14T22:13:20Z
                    Tue, 14 Nov 2023 22:13:20 Europe/Paris| 2023-11-14T21:13:20Z
                    Fri, 14 Jul 2023 12:00:00 ET         | 2023-07-14T16:00:00Z
                    Tue, 14 Nov 2023 24:00:00 GMT        | 2023-11-15T00:00:00Z
                    Tue, 14 Nov 2023 22:13:60 GMT        | 2023-11-14T22:14:00Z
                    Tue Nov 14 22:13:20 2023             | 2023-11-14T22:13:20Z
                    Tue Nov 14 22:13:20 CET 2023         | 2023-11-14T21:13:20Z
                    Thu, 14 Sept 2023 22:13:20 GMT       | 2023-09-14T22:13:20Z
                    November 14th, 2023 10:13 p.m.       | 2023-11-14T22:13:00Z
                    Nov 14, 2023, 12:05 am EST           | 2023-11-14T05:05:00Z
                    14-Nov-2023 22:13:20                 | 2023-11-14T22:13:20Z
                    14.11.2023 22:13                     | 2023-11-14T22:13:00Z
                    14/11/2023                           | 2023-11-14T00:00:00Z
                    11/14/2023                           | 2023-11-14T00:00:00Z
                    2023-11-14T22:13:20Z                 | 2023-11-14T22:13:20Z
                    2023-11-14t22:13:20z                 | 2023-11-14T22:13:20Z
                    2023-11-14T22:13:20.123456789123Z    | 2023-11-14T22:13:20.123456789Z
                    2023-11-14T22:13:20,5+01:00          | 2023-11-14T21:13:20.500Z
                    2023-11-14 22:13:20 -0330            | 2023-11-15T01:43:20Z
                    2023-11-14T22:13+01                  | 2023-11-14T21:13:00Z
                    20231114T221320Z                     | 2023-11-14T22:13:20Z
                    20231114221320                       | 2023-11-14T22:13:20Z
                    2023-11-14                           | 2023-11-14T00:00:00Z
                    2023/11/14 22:13                     | 2023-11-14T22:13:00Z
                    2023-11                              | 2023-11-01T00:00:00Z
                    2023                                 | 2023-01-01T00:00:00Z
                    2023-318                             | 2023-11-14T00:00:00Z
                    2023-W46-2                           | 2023-11-14T00:00:00Z
                    1700000000                           | 2023-11-14T22:13:20Z
                    1700000000.25                        | 2023-11-14T22:13:20Z
                    1700000000123                        | 2023-11-14T22:13:20.123Z
                    mar, 14 nov 2023 22:13:20 +0000      | 2023-11-14T22:13:20Z
                    Di, 14 Dez 2023 22:13:20 MEZ         | 2023-12-14T21:13:20Z
                    14 août 2023 22:13:20                | 2023-08-14T22:13:20Z
                    Вт, 14 ноя 2023 22:13:20 +0300       | 2023-11-14T19:13:20Z
                    Κυρ, 11 Ιούλ 2004 12:00:00 EST       | 2004-07-11T17:00:00Z
                    2004-július-13T9:15-05:00            | 2004-07-13T14:15:00Z
                    2004년 05월 28일 01:31:15             | 2004-05-28T01:31:15Z
                    2004-05-25 오후 11:23:17              | 2004-05-25T23:23:17Z
                    2023年11月14日 22:13                   | 2023-11-14T22:13:00Z
                    """)
    void readsWhatFeedsReallyCarry(String text, Instant expected) {
        assertThat(Dates.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "yesterday",
                "03/04/2023",
                "Tue, 14 Nov 2023 22:13:20 XYZT",
                "31 Jun 2023",
                "2023-02-30",
                "2023-13-01",
                "0001-01-01T00:00:00Z",
                "Tue, 14 Nov 2023 25:00:00 GMT",
                "Tue, 14 Nov 2023 22:61:00 GMT",
                "14 Nov",
                "22:13:20",
                "12345",
                "99999999999999999999999999",
                "2023-11-14T22:13:20+99:00",
                "a very long text with 14 Nov 2023 in it that goes on and on and on and on and on for more than eighty signs"
            })
    void isSilentRatherThanWrong(String text) {
        assertThat(Dates.parse(text)).isNull();
    }
}
