package press.parallel.fetcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetsTest {
    @ParameterizedTest(name = "{0} bytes, declared {1}, HTTP {2}: {3}")
    @CsvSource({
        "UTF-8, '', '', Café “x”",
        "UTF-8, utf-8, text/xml, Café “x”",
        "UTF-8, iso-8859-1, text/xml, Café “x”", // the label lies
        "UTF-8, '', text/xml; charset=iso-8859-1, Café “x”",
        "UTF-8, utf-16, '', Café “x”",
        "UTF-8, no-such-charset, '', Café “x”",
        "windows-1252, '', '', Café “x”",
        "windows-1252, utf-8, '', Café “x”",
        "windows-1252, iso-8859-1, '', Café “x”",
        "windows-1251, windows-1251, '', Привет мир",
        "windows-1251, windows-1251, text/xml; charset=ISO-8859-1, Привет мир", // a server's default
        "windows-1251, '', text/xml; charset=\"windows-1251\", Привет мир",
        "KOI8-R, '', application/rss+xml;charset=koi8-r, Привет мир",
        "EUC-KR, euc-kr, '', 년",
        "Shift_JIS, Shift_JIS, '', 日本語",
        "ISO-2022-JP, ISO-2022-JP, '', 日本語",
        "GBK, gb2312, '', 简体中文",
        "UTF-8, gb2312, '', 简体中文",
        "UTF-16LE, utf-16, '', Café “x”",
        "UTF-16BE, '', '', Café “x”",
        "IBM037, '', '', Cafe"
    })
    void readsTheTextThatWasWritten(String bytes, String declared, String contentType, String text) {
        String encoding = declared.isEmpty() ? "" : " encoding=\"" + declared + "\"";
        String document = "<?xml version=\"1.0\"" + encoding + "?><rss>" + text + "</rss>";
        assertThat(Charsets.decode(document.getBytes(Charset.forName(bytes)), contentType))
                .isEqualTo(document);
    }

    @Test
    void dropsByteOrderMarksEvenTwo() {
        assertThat(Charsets.decode("\ufeff\ufeff<rss>é".getBytes(UTF_8), "")).isEqualTo("<rss>é");
        assertThat(Charsets.decode("\ufeff<rss>é".getBytes(Charset.forName("UTF-32LE")), ""))
                .isEqualTo("<rss>é");
    }

    @Test
    void aStrayByteDoesNotSpoilTheRest() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("<rss>Zürich, Köln, ".getBytes(UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0x93});
        bytes.writeBytes("ça".getBytes(UTF_8));
        assertThat(Charsets.decode(bytes.toByteArray(), "")).isEqualTo("<rss>Zürich, Köln, “ça");
    }

    @Test
    void aTextCutInsideASignLosesOnlyThatSign() {
        byte[] whole = "<rss>Zürich €".getBytes(UTF_8);
        assertThat(Charsets.decode(java.util.Arrays.copyOf(whole, whole.length - 1), ""))
                .isEqualTo("<rss>Zürich ");
    }

    @Test
    void nothingIsNothing() {
        assertThat(Charsets.decode(new byte[0], "text/xml; charset=")).isEmpty();
    }
}
