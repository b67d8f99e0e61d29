package press.parallel.fetcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.zip.GZIPOutputStream;
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

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "windows-1251, Сегодня в Москве прошла встреча министров",
        "KOI8-R, Сегодня в Москве прошла встреча министров",
        "ISO-8859-5, Сегодня в Москве прошла встреча министров",
        "IBM866, Сегодня в Москве прошла встреча министров",
        "windows-1253, Η κυβέρνηση ανακοίνωσε σήμερα νέα μέτρα για την οικονομία",
        "windows-1255, הממשלה הודיעה היום על צעדים חדשים",
        "windows-1256, أعلنت الحكومة اليوم عن إجراءات جديدة",
        "x-windows-874, รัฐบาลประกาศมาตรการใหม่ในวันนี้",
        "Shift_JIS, 政府は今日、経済に関する新しい対策を発表しました",
        "EUC-JP, 政府は今日、経済に関する新しい対策を発表しました",
        "ISO-2022-JP, 政府は今日、経済に関する新しい対策を発表しました",
        "EUC-KR, 정부는 오늘 경제에 관한 새로운 대책을 발표했다",
        "GBK, 政府今天宣布了有关经济的新措施",
        "Big5, 政府今天宣布了有關經濟的新措施",
        "windows-1252, L’été dernier à Nîmes – déjà très critiqué – il a gelé où l’on s’y attendait",
        "windows-1252, Die Behörde für Straßenverkehr prüft Maßnahmen für Fußgänger",
        "UTF-16LE, Сегодня в Москве",
        "UTF-16BE, Die Behörde",
        "UTF-32LE, Сегодня в Москве"
    })
    void whatNobodyLabelledOrSomebodyDidWronglyIsGuessed(String bytes, String text) {
        String bare = "<rss><channel><title>" + text + "</title></channel></rss>";
        assertThat(Charsets.decode(bare.getBytes(Charset.forName(bytes)), "")).isEqualTo(bare);
        String wrong = "<?xml version='1.0' encoding='utf-8'?>" + bare;
        assertThat(Charsets.decode(wrong.getBytes(Charset.forName(bytes)), "")).isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "437, \u00c7",
        "cp_850, \u00c7",
        "mac_roman, \u00c4",
        "macintosh, \u00c4",
        "x-mac-cyrillic, \u0410",
        "windows_1255, \u20ac",
        "WIN-1251, \u0402",
        "csKOI8R, \u2500",
        "koi8_u, \u2500"
    })
    void charsetsAreKnownByTheNamesThatOthersGiveThem(String label, String sign) {
        byte[] body = ("<?xml version='1.0' encoding='" + label + "'?><a>?</a>").getBytes(UTF_8);
        body[body.length - 5] = (byte) 0x80;
        assertThat(Charsets.decode(body, "")).endsWith("<a>" + sign + "</a>");
    }

    @ParameterizedTest
    @CsvSource({"IBM500", "IBM1026", "IBM01140"})
    void anEbcdicIsTheOneThatIsDeclared(String name) {
        String document = "<?xml version='1.0' encoding='" + name + "'?><a>Café [1]!</a>";
        assertThat(Charsets.decode(document.getBytes(Charset.forName(name)), ""))
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
    void whatWasCompressedInSecretIsInflatedAsFarAsItGoes() throws IOException {
        String document = "<rss>Zürich" + " and more".repeat(1000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(document.getBytes(UTF_8));
        }
        assertThat(Charsets.decode(bytes.toByteArray(), "")).isEqualTo(document);
        byte[] cut = java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12);
        assertThat(document).startsWith(Charsets.decode(cut, ""));
    }

    @Test
    void nothingIsNothing() {
        assertThat(Charsets.decode(new byte[0], "text/xml; charset=")).isEmpty();
    }
}
