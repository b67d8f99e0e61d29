package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            nullValues = "-",
            value = {
                "windows-1251 => text/html; charset=windows-1251 => <p>Привет</p>",
                "UTF-8 => text/html; Charset=\"utf-8\" => <meta charset=koi8-r><p>Привет</p>",
                "windows-1251 => text/html => <meta charset=\"windows-1251\"><p>Привет</p>",
                "KOI8-R => - => <meta http-equiv='Content-Type' content='text/html; charset=koi8-r'><p>Привет</p>",
                "UTF-8 => text/html => <meta charset=utf-16><p>Grüße</p>",
                "windows-1252 => text/html; charset=iso-8859-1 => <p>“Grüße” – 5 €</p>",
                "EUC-JP => - => <?xml version='1.0' encoding='EUC-JP'?><p>港の橋</p>",
                "UTF-8 => - => <p>Grüße, Привет, 港の橋</p>",
                "windows-1252 => - => <p>Grüße</p>",
                "windows-1251 => - => <html lang=ru><p>Привет</p>",
                "windows-31j => - => <html lang='ja'><p>港の橋</p>",
                "UTF-8 => text/html => <meta charset=iso-8859-1><p>Grüße, Übung, größer, schön</p>",
                "UTF-8 => text/html; charset=windows-1251 => <p>Привет</p>",
                "windows-1252 => text/html => <meta charset=iso-8859-1><p>Grüße, Übung, größer, schön</p>",
                "GB18030 => text/html => <meta charset=gb2312><p>港口今晚很安静，没有人数船。</p>",
                "UTF-8 => text/html; charset=no-such-charset => <p>Grüße</p>",
            })
    void theCharsetIsTheServersElseThePagesElseFound(String charset, String contentType, String page) {
        byte[] body = page.getBytes(Charset.forName(charset));

        assertThat(PageText.decode(body, contentType == null ? "" : contentType))
                .isEqualTo(page);
    }

    @Test
    void aByteOrderMarkWinsOverEverything() {
        byte[] utf16 = "\uFEFF<p>Grüße</p>".getBytes(StandardCharsets.UTF_16LE);
        byte[] utf8 = "\uFEFF<p>Grüße</p>".getBytes(StandardCharsets.UTF_8);

        assertThat(PageText.decode(utf16, "text/html; charset=utf-8")).isEqualTo("<p>Grüße</p>");
        assertThat(PageText.decode(utf8, "text/html; charset=koi8-r")).isEqualTo("<p>Grüße</p>");
    }
}
