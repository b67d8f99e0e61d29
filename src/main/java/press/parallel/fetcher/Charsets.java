package press.parallel.fetcher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a feed into text when labels may lie: byte order mark, then what the bytes prove, then HTTP's charset, then the
 * XML declaration, then {@link CharsetGuess}.
 *
 * <p>Bytes that read as UTF-8 with signs beyond ASCII are UTF-8 whatever a label says: text of a single-byte charset hardly ever
 * passes for it. A stray byte inside UTF-8 is read as windows-1252. Every byte sequence gives some text; nothing is thrown.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7303#section-3">RFC 7303, charsets of XML media types</a>
 * @see <a href="https://encoding.spec.whatwg.org/#names-and-labels">Encoding Standard: labels and what they mean in practice</a>
 */
final class Charsets {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int DECLARATION_BYTES = 400;
    private static final int MAX_INFLATED = 24 << 20;
    /** Fewer UTF-8 sequences than this may be chance where an East Asian charset is declared and fits. */
    private static final int PROOF = 4;

    /** Labels that mean more in practice than in their definition, and labels that Java does not know. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("iso88591", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("usascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso88599", "windows-1254"),
            Map.entry("tis620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("euckr", "x-windows-949"),
            Map.entry("ksc56011987", "x-windows-949"),
            Map.entry("shiftjis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("xsjis", "windows-31j"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("mac", "x-MacRoman"),
            Map.entry("maclatin2", "x-MacCentralEurope"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("u8", "UTF-8"),
            Map.entry("utf16", "UTF-16"),
            Map.entry("u16", "UTF-16"),
            Map.entry("iso10646ucs2", "UTF-16"),
            Map.entry("ucs2", "UTF-16"),
            Map.entry("utf32", "UTF-32"),
            Map.entry("u32", "UTF-32"),
            Map.entry("iso10646ucs4", "UTF-32"),
            Map.entry("ucs4", "UTF-32"));

    private Charsets() {}

    /**
     * The text of {@code body}, without byte order marks.
     *
     * @param contentType value of Content-Type, "" when there was none
     */
    static String decode(byte[] body, String contentType) {
        return isCompressed(body) ? text(inflate(body), contentType) : text(body, contentType);
    }

    /** Some servers compress without saying so. */
    private static boolean isCompressed(byte[] body) {
        return body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b && body[2] == 8;
    }

    /** As far as it can be inflated, and not beyond what any feed needs. */
    private static byte[] inflate(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            for (int n = in.read(buffer); n >= 0 && out.size() < MAX_INFLATED; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (IOException cutOff) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    private static String text(byte[] body, String contentType) {
        Charset marked = marked(body);
        String text = marked != null ? new String(body, marked) : unmarked(body, contentType);
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\ufeff') {
            start++;
        }
        return text.substring(start);
    }

    private static String unmarked(byte[] body, String contentType) {
        Charset http = charset(parameter(contentType));
        Charset declared = charset(declaration(
                new String(body, 0, Math.min(body.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1)));
        Charset told = http == null || (http.equals(WINDOWS_1252) && declared != null) ? declared : http;
        if (told != null && isWide(told)) {
            told = null; // the bytes would have shown it: marked() found no zero bytes
        }
        Utf8 utf8 = Utf8.read(body);
        if (told == null || told.equals(StandardCharsets.UTF_8) || utf8.good >= PROOF || !isMultiByte(told)) {
            if (utf8.bad == 0 && (utf8.good > 0 || told == null) || utf8.good > utf8.bad) {
                return utf8.text;
            }
        }
        if (told == null || told.equals(StandardCharsets.UTF_8)) {
            boolean named = declared != null && !isWide(declared) && !declared.equals(StandardCharsets.UTF_8);
            return new String(body, named && declared != null ? declared : CharsetGuess.of(body));
        }
        if (declared != null && !declared.equals(told) && !fits(body, told) && fits(body, declared)) {
            return new String(body, declared);
        }
        return new String(body, told);
    }

    /** What the first bytes prove: a byte order mark, or an opening {@code <} in a wide or EBCDIC charset. */
    private static @Nullable Charset marked(byte[] b) {
        int head = 0;
        for (int i = 0; i < 4; i++) {
            head = head << 8 | (i < b.length ? b[i] & 0xff : 0x20);
        }
        return switch (head) {
            case 0x0000feff, 0x0000003c -> Charset.forName("UTF-32BE");
            case 0xfffe0000, 0x3c000000 -> Charset.forName("UTF-32LE");
            case 0x4c6fa794 -> ebcdic(b);
            default -> pairs(head);
        };
    }

    private static @Nullable Charset pairs(int head) {
        int two = head >>> 16;
        boolean little = two == 0xfffe || (head & 0x00ff00ff) == 0 && (head & 0xff000000) != 0 && (head & 0xff00) != 0;
        boolean big = two == 0xfeff || (head & 0xff00ff00) == 0 && (head & 0x00ff0000) != 0 && (head & 0xff) != 0;
        return little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : null;
    }

    /** The declaration can be read in any EBCDIC and names the right one. */
    private static Charset ebcdic(byte[] body) {
        Charset common = Charset.forName("IBM037");
        Charset declared = charset(declaration(new String(body, 0, Math.min(body.length, DECLARATION_BYTES), common)));
        boolean fits = declared != null && new String(body, 0, 4, declared).equals("<?xm");
        return fits && declared != null ? declared : common;
    }

    private static @Nullable String parameter(String contentType) {
        String lower = contentType.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("charset=");
        return at < 0 ? null : word(contentType, at + "charset=".length());
    }

    private static @Nullable String declaration(String opening) {
        String head = opening.toLowerCase(Locale.ROOT);
        int start = head.indexOf("<?xml");
        int end = start < 0 ? -1 : head.indexOf('>', start);
        int at = end < 0 ? -1 : head.substring(0, end).indexOf("encoding", start);
        int equals = at < 0 ? -1 : head.indexOf('=', at);
        return equals < 0 ? null : word(head, equals + 1);
    }

    private static String word(String text, int from) {
        int start = from;
        while (start < text.length()
                && (text.charAt(start) == ' ' || text.charAt(start) == '"' || text.charAt(start) == '\'')) {
            start++;
        }
        int end = start;
        while (end < text.length() && "\"'; ,?>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end);
    }

    private static @Nullable Charset charset(@Nullable String label) {
        if (label == null || label.isBlank()) {
            return null;
        }
        String known = LABELS.get(plain(label));
        try {
            return Charset.forName(known != null ? known : label);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Aliases.BY_PLAIN_NAME.get(plain(label));
        }
    }

    /** Letters and digits, without the {@code x-} and {@code cs} that other programs put before. */
    private static String plain(String label) {
        StringBuilder out = new StringBuilder(label.length());
        for (int i = 0; i < label.length(); i++) {
            if (Character.isLetterOrDigit(label.charAt(i))) {
                out.append(Character.toLowerCase(label.charAt(i)));
            }
        }
        String plain = out.toString();
        if (plain.startsWith("win") && plain.length() > 3 && Character.isDigit(plain.charAt(3))) {
            return "windows" + plain.substring(3);
        }
        return plain.startsWith("xmac") || plain.startsWith("xwindows")
                ? plain.substring(1)
                : plain.startsWith("cs") && plain.length() > 4 ? plain.substring(2) : plain;
    }

    /** What Java's charsets are called, hyphens or not. Made when a label is seen that Java does not know. */
    private static final class Aliases {
        static final Map<String, Charset> BY_PLAIN_NAME = new HashMap<>();

        static {
            for (Charset charset : Charset.availableCharsets().values()) {
                BY_PLAIN_NAME.putIfAbsent(plain(charset.name()), charset);
                charset.aliases().forEach(alias -> BY_PLAIN_NAME.putIfAbsent(plain(alias), charset));
            }
        }
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static boolean isMultiByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() > 1;
    }

    private static boolean fits(byte[] body, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** UTF-8 that forgives: well-formed sequences are counted as good, other bytes are read as windows-1252 and counted as bad. */
    private record Utf8(String text, int good, int bad) {
        static Utf8 read(byte[] b) {
            Utf8 sound = sound(b);
            return sound == null ? damaged(b) : sound;
        }

        /** The whole at once, as nearly all feeds allow; null when there is a byte to look at. */
        private static @Nullable Utf8 sound(byte[] b) {
            int good = 0;
            int beyond = 0;
            for (byte one : b) {
                if (one == 0x1b) {
                    return null;
                }
                beyond |= one;
                good += (one & 0xc0) == 0xc0 ? 1 : 0;
            }
            if (beyond >= 0) {
                return new Utf8(new String(b, StandardCharsets.ISO_8859_1), 0, 0);
            }
            String text = new String(b, StandardCharsets.UTF_8);
            return text.indexOf('\ufffd') >= 0 ? null : new Utf8(text, good, 0);
        }

        private static Utf8 damaged(byte[] b) {
            StringBuilder text = new StringBuilder(b.length);
            int good = 0;
            int bad = 0;
            for (int i = 0; i < b.length; ) {
                int first = b[i] & 0xff;
                if (first < 0x80) {
                    // Escapes of ISO-2022 charsets are ASCII: they speak against UTF-8.
                    bad += first == 0x1b ? 1 : 0;
                    text.append((char) first);
                    i++;
                    continue;
                }
                int length = first >= 0xf0 && first < 0xf5
                        ? 4
                        : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
                int sign = length == 0 ? -1 : sequence(b, i, length);
                if (sign >= 0) {
                    text.appendCodePoint(sign);
                    good++;
                    i += length;
                } else if (length > b.length - i) {
                    i = b.length; // cut inside a sign
                } else {
                    text.append(new String(b, i, 1, WINDOWS_1252));
                    bad++;
                    i++;
                }
            }
            return new Utf8(text.toString(), good, bad);
        }

        private static int sequence(byte[] b, int at, int length) {
            if (at + length > b.length) {
                return -1;
            }
            int sign = b[at] & (0xff >> (length + 1));
            for (int i = 1; i < length; i++) {
                int next = b[at + i] & 0xff;
                if ((next & 0xc0) != 0x80) {
                    return -1;
                }
                sign = sign << 6 | (next & 0x3f);
            }
            boolean tooLong = length == 3 && sign < 0x800 || length == 4 && (sign < 0x10000 || sign > 0x10ffff);
            return tooLong || (sign >= 0xd800 && sign < 0xe000) ? -1 : sign;
        }
    }
}
