package press.parallel.fetcher;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Guesses the charset of a text that nobody labelled, or labelled wrongly, and that is not UTF-8: escapes of ISO-2022, then the pairs of
 * East Asian charsets, then words wholly of signs beyond ASCII, whose most frequent letters tell the alphabet. Everything else is
 * windows-1252. A guess needs many signs that agree; a few accents are Western.
 */
final class CharsetGuess {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** Bytes that are looked at. */
    private static final int SAMPLE = 1 << 16;
    /** Fewer bytes beyond ASCII than this tell nothing. */
    private static final int FEW = 8;
    /** Share of the frequent signs that no wrong reading reaches. */
    private static final double ENOUGH = 0.45;

    /** A single-byte charset and the most frequent letters of who writes in it. */
    private record Alphabet(Charset charset, String frequent) {
        Alphabet(String name, String frequent) {
            this(Charset.forName(name), frequent);
        }
    }

    private static final String RUSSIAN = "оеаинтсрвл";
    private static final List<Alphabet> ALPHABETS = List.of(
            new Alphabet("windows-1251", RUSSIAN),
            new Alphabet("KOI8-R", RUSSIAN),
            new Alphabet("ISO-8859-5", RUSSIAN),
            new Alphabet("IBM866", RUSSIAN),
            new Alphabet("windows-1253", "αοιετσνηυρκ"),
            new Alphabet("windows-1255", "יוהלאמרתבנ"),
            new Alphabet("windows-1256", "الينمورتبعد"),
            new Alphabet("x-windows-874", "านรอกเงมยล่ั้ิีวด"));

    private CharsetGuess() {}

    static Charset of(byte[] body) {
        int length = Math.min(body.length, SAMPLE);
        String escapes = new String(body, 0, length, StandardCharsets.ISO_8859_1);
        if (escapes.contains("\u001b$B") || escapes.contains("\u001b$@")) {
            return Charset.forName("ISO-2022-JP");
        }
        if (escapes.contains("\u001b$)C")) {
            return Charset.forName("ISO-2022-KR");
        }
        int high = 0;
        int runs = 0;
        for (int i = 0; i < length; i++) {
            if (body[i] < 0) {
                high++;
                runs += i == 0 || body[i - 1] >= 0 ? 1 : 0;
            }
        }
        if (high < FEW) {
            return WINDOWS_1252;
        }
        String eastern = eastern(body, length);
        if (!eastern.isEmpty()) {
            return Charset.forName(eastern);
        }
        return high >= 3 * runs ? alphabet(body, length) : WINDOWS_1252;
    }

    /** Counts of pairs by what they would be; each charset's frequent signs have first bytes of their own. */
    private static String eastern(byte[] b, int length) {
        Pairs extended = Pairs.of(b, length, 0xa1, 0xfe, 0xa1);
        if (extended.sound()) {
            double kana = extended.share(0xa4, 0xa5);
            double words = extended.share(0xb0, 0xf7);
            double hangul = extended.share(0xb0, 0xc8);
            if (kana > 0.2) {
                return "EUC-JP";
            }
            if (words > 0.6 && hangul > 0.9 * words) {
                return "x-windows-949";
            }
            if (extended.share(0xb0, 0xd7) > 0.6) {
                return "GB18030";
            }
        }
        Pairs shifted = Pairs.of(b, length, 0x81, 0xfc, 0x40);
        if (shifted.sound() && shifted.share(0x82, 0x83) > 0.3) {
            return "windows-31j";
        }
        Pairs five = Pairs.of(b, length, 0xa1, 0xf9, 0x40);
        return five.sound() && five.share(0xa4, 0xc6) > 0.6 ? "Big5" : "";
    }

    /** Pairs by their first byte. */
    private record Pairs(int[] byFirst, int total, int broken) {
        /** @param least second byte */
        static Pairs of(byte[] b, int length, int from, int to, int least) {
            int[] byFirst = new int[256];
            int total = 0;
            int broken = 0;
            for (int i = 0; i < length - 1; i++) {
                int first = b[i] & 0xff;
                if (first < 0x80) {
                    continue;
                }
                boolean kana = least == 0x40 && from == 0x81 && first >= 0xa1 && first <= 0xdf;
                int second = b[i + 1] & 0xff;
                if (kana) {
                    broken++; // half-width kana stand alone and are rare
                } else if (first >= from && first <= to && second >= least && second != 0x7f && second != 0xff) {
                    byFirst[first]++;
                    total++;
                    i++;
                } else {
                    broken++;
                }
            }
            return new Pairs(byFirst, total, broken);
        }

        boolean sound() {
            return total >= FEW / 2 && broken * 50 <= total;
        }

        double share(int from, int to) {
            int sum = 0;
            for (int first = from; first <= to; first++) {
                sum += byFirst[first];
            }
            return (double) sum / total;
        }
    }

    private static Charset alphabet(byte[] body, int length) {
        Charset best = WINDOWS_1252;
        double most = ENOUGH;
        for (Alphabet alphabet : ALPHABETS) {
            String text = new String(body, 0, length, alphabet.charset());
            int beyond = 0;
            int frequent = 0;
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) >= 0x80) {
                    beyond++;
                    frequent += alphabet.frequent().indexOf(text.charAt(i)) >= 0 ? 1 : 0;
                }
            }
            double share = (double) frequent / Math.max(1, beyond);
            if (share > most) {
                most = share;
                best = alphabet.charset();
            }
        }
        return best;
    }
}
