package press.parallel.pictures;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import press.parallel.PictureType;

/**
 * What the first bytes of a picture tell: its kind by its signature, and its size as it is shown. Nothing is unpacked, and no byte is
 * believed beyond the end of the file, so that hostile files cost nothing.
 *
 * @param width in pixels, more than 0
 * @param height in pixels, more than 0
 * @see <a href="https://mimesniff.spec.whatwg.org/#image-type-pattern-matching-algorithm">WHATWG MIME Sniffing, 6.1</a>
 */
record PictureHeader(PictureType type, int width, int height) {
    private static final int SNIFFED = 1024;

    /** Empty when the bytes are no picture of a kind that is printed, or their header is damaged. */
    static Optional<PictureHeader> read(byte[] bytes) {
        Octets file = new Octets(bytes);
        Optional<PictureHeader> header = Optional.empty();
        if (file.is(0, "\u0089PNG\r\n\u001a\n")) {
            header = png(file);
        } else if (file.is(0, "\u00ff\u00d8\u00ff")) {
            header = JpegHeader.read(file);
        } else if (file.is(0, "GIF87a") || file.is(0, "GIF89a")) {
            header = of(PictureType.GIF, file.littleEndian(6, 2), file.littleEndian(8, 2));
        } else if (file.is(0, "RIFF") && file.is(8, "WEBP")) {
            header = webp(file);
        } else if (file.is(4, "ftyp")) {
            header = AvifHeader.read(file);
        }
        return header;
    }

    /** Empty unless both sizes are more than 0 and can be counted. */
    static Optional<PictureHeader> of(PictureType type, long width, long height) {
        return width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE
                ? Optional.of(new PictureHeader(type, (int) width, (int) height))
                : Optional.empty();
    }

    /** The same lying on its side. */
    PictureHeader turned() {
        return new PictureHeader(type, height, width);
    }

    /** PNG, third edition, 11.2.1: IHDR comes first. */
    private static Optional<PictureHeader> png(Octets file) {
        return file.is(12, "IHDR")
                ? of(PictureType.PNG, file.bigEndian(16, 4), file.bigEndian(20, 4))
                : Optional.empty();
    }

    /** RFC 9649, 2.5 to 2.7. */
    private static Optional<PictureHeader> webp(Octets file) {
        if (file.is(12, "VP8X")) {
            return of(PictureType.WEBP, file.littleEndian(24, 3) + 1, file.littleEndian(27, 3) + 1);
        }
        if (file.is(12, "VP8L") && file.at(20) == 0x2f) {
            long sizes = file.littleEndian(21, 4);
            return sizes < 0
                    ? Optional.empty()
                    : of(PictureType.WEBP, (sizes & 0x3fff) + 1, (sizes >> 14 & 0x3fff) + 1);
        }
        if (file.is(12, "VP8 ") && file.is(23, "\u009d\u0001\u002a")) {
            return of(PictureType.WEBP, file.littleEndian(26, 2) & 0x3fff, file.littleEndian(28, 2) & 0x3fff);
        }
        return Optional.empty();
    }

    /** What the bytes are instead, for people. */
    static String kind(byte[] bytes) {
        Octets file = new Octets(bytes);
        String start = new String(bytes, 0, Math.min(SNIFFED, bytes.length), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        if (start.contains("<svg")) {
            return "a drawing in SVG, which could run scripts";
        }
        if (start.contains("<html") || start.contains("<!doctype html") || start.contains("<body")) {
            return "a web page";
        }
        if (file.is(0, "\u0089PNG") || file.is(0, "\u00ff\u00d8\u00ff") || file.is(0, "GIF8") || file.is(8, "WEBP")) {
            return "a damaged one";
        }
        return file.is(4, "ftyp") ? "a film, or a picture of another kind" : "other data";
    }
}
