package press.parallel.enhancer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns a page's bytes into characters. The charset comes from the byte order mark, else from Content-Type, else from the first
 * 4096 bytes of the page (both are overruled by bytes that are UTF-8 beyond doubt), else it is UTF-8 when the bytes are, else the one that pages in the page's language were written in.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding">HTML, 13.2.3.2</a>
 */
final class PageText {
    private static final int HEAD = 4096;

    /** What stands for bytes that are no character. */
    private static final char UNKNOWN = '\uFFFD';

    /** So many characters outside ASCII, all of them right, are no accident. */
    private static final int BEYOND_DOUBT = 4;

    private PageText() {}

    /** The page as characters; bytes that the charset does not know become U+FFFD. */
    static String decode(byte[] body, String contentType) {
        if (starts(body, 0xEF, 0xBB, 0xBF)) {
            return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(body, 0xFE, 0xFF)) {
            return new String(body, 2, body.length - 2, StandardCharsets.UTF_16BE);
        }
        if (starts(body, 0xFF, 0xFE)) {
            return new String(body, 2, body.length - 2, StandardCharsets.UTF_16LE);
        }
        @Nullable Charset served = named(after(contentType.toLowerCase(Locale.ROOT), "charset"));
        if (served != null) {
            return unlessUtf8(body, served);
        }
        String head =
                new String(body, 0, Math.min(HEAD, body.length), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        @Nullable Charset declared = declared(head);
        if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
            return unlessUtf8(body, declared);
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return text.indexOf(UNKNOWN) < 0 || isUtf8(body)
                ? text
                : new String(body, declared != null ? declared : ofLanguage(after(head, "lang")));
    }

    /**
     * The page in {@code charset}, unless it is UTF-8 beyond doubt: no other charset makes bytes by accident that are right in UTF-8
     * many times over. Servers, templates and those who save pages forget to change the name.
     */
    private static String unlessUtf8(byte[] body, Charset charset) {
        int inUtf8 = charset.equals(StandardCharsets.UTF_8) ? 0 : sequences(body);
        return new String(body, inUtf8 >= BEYOND_DOUBT ? StandardCharsets.UTF_8 : charset);
    }

    /** Characters of two bytes and more when the page is UTF-8, -1 when it is not. */
    private static int sequences(byte[] body) {
        int found = 0;
        for (int i = 0; i < body.length; i++) {
            int lead = body[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            int more = lead >= 0xF0 && lead < 0xF5 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
            if (more == 0 || lead > 0xF4 || i + more >= body.length) {
                return -1;
            }
            for (; more > 0; more--) {
                if ((body[++i] & 0xC0) != 0x80) {
                    return -1;
                }
            }
            found++;
        }
        return found;
    }

    /** Told apart only for a page with U+FFFD: it may have been written there. */
    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static boolean starts(byte[] body, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (body.length <= i || (body[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** What {@code <meta charset>}, {@code <meta http-equiv>} or the XML declaration says; UTF-16 there is read as UTF-8. */
    private static @Nullable Charset declared(String head) {
        for (int at = head.indexOf("<meta"); at >= 0; at = head.indexOf("<meta", at + 5)) {
            int end = head.indexOf('>', at);
            @Nullable Charset found = named(after(head.substring(at, end < 0 ? head.length() : end), "charset"));
            if (found != null) {
                return found.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : found;
            }
        }
        return head.startsWith("<?xml")
                ? named(after(head.substring(0, Math.max(0, head.indexOf('>'))), "encoding"))
                : null;
    }

    /** The value that follows {@code key}, an equals sign and perhaps a quote; "" when there is none. */
    private static String after(String text, String key) {
        for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
            int from = at + key.length();
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
            if (from >= text.length() || text.charAt(from) != '=') {
                continue;
            }
            from++;
            while (from < text.length() && " \"'".indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            int to = from;
            while (to < text.length()
                    && (Character.isLetterOrDigit(text.charAt(to)) || "-_:.".indexOf(text.charAt(to)) >= 0)) {
                to++;
            }
            return text.substring(from, to);
        }
        return "";
    }

    /** The charset that browsers read under {@code label}, where that differs the wider one of its family. */
    private static @Nullable Charset named(String label) {
        String name = switch (label) {
            case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii" -> "windows-1252";
            case "iso-8859-9", "latin5" -> "windows-1254";
            case "gb2312", "gbk", "x-gbk" -> "GB18030";
            case "shift_jis", "shift-jis", "sjis", "x-sjis" -> "windows-31j";
            case "euc-kr", "ks_c_5601-1987", "korean" -> "x-windows-949";
            case "big5" -> "Big5-HKSCS";
            default -> label;
        };
        try {
            return name.isEmpty() ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    /** The table of HTML 13.2.3.2, last step. */
    private static Charset ofLanguage(String language) {
        String name = switch (language.length() >= 2 ? language.substring(0, 2) : "") {
            case "ar", "fa" -> "windows-1256";
            case "ru", "be", "bg", "uk", "sr", "mk", "ky", "tg" -> "windows-1251";
            case "cs", "hu", "pl", "sk", "sl", "hr" -> "windows-1250";
            case "el" -> "windows-1253";
            case "et", "lt", "lv" -> "windows-1257";
            case "he" -> "windows-1255";
            case "ja" -> "windows-31j";
            case "ko" -> "x-windows-949";
            case "th" -> "x-windows-874";
            case "tr", "az" -> "windows-1254";
            case "vi" -> "windows-1258";
            case "zh" -> language.endsWith("tw") || language.endsWith("hk") ? "Big5-HKSCS" : "GB18030";
            default -> "windows-1252";
        };
        @Nullable Charset found = named(name);
        return found == null ? StandardCharsets.ISO_8859_1 : found;
    }
}
