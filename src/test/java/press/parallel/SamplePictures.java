package press.parallel;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Picture files made by hand: whole ones in PNG, of the others the header and as much as a reader of headers could look at. */
public final class SamplePictures {
    private SamplePictures() {}

    /** Writes parts of a file. */
    private interface Parts {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] file(Parts parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            parts.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] signs(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A whole one, in stripes. */
    public static byte[] png(int width, int height) {
        return file(out -> {
            out.write(signs("\u0089PNG\r\n\u001a\n"));
            chunk(out, "IHDR", file(head -> {
                head.writeInt(width);
                head.writeInt(height);
                head.write(new byte[] {8, 0, 0, 0, 0});
            }));
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream packing = new DeflaterOutputStream(packed, new Deflater(1))) {
                byte[] line = new byte[width + 1];
                for (int y = 0; y < height; y++) {
                    for (int x = 1; x <= width; x++) {
                        line[x] = (byte) ((x + y) / 40 % 2 == 0 ? 90 : 190);
                    }
                    packing.write(line);
                }
            }
            chunk(out, "IDAT", packed.toByteArray());
            chunk(out, "IEND", new byte[0]);
        });
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(signs(type));
        sum.update(content);
        out.writeInt(content.length);
        out.write(signs(type));
        out.write(content);
        out.writeInt((int) sum.getValue());
    }

    /** @param orientation Exif's, 1 to 8; 0 for no Exif part */
    public static byte[] jpeg(int width, int height, int orientation) {
        return file(out -> {
            out.write(signs("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0\1\1\0\0\1\0\1\0\0"));
            if (orientation > 0) {
                out.write(signs("\u00ff\u00e1\0\42Exif\0\0MM\0\u002a\0\0\0\u0008\0\1"));
                out.write(signs("\u0001\u0012\0\u0003\0\0\0\1"));
                out.writeShort(orientation);
                out.write(new byte[6]);
            }
            out.write(signs("\u00ff\u00c4\0\u0004\0\0"));
            out.write(signs("\u00ff\u00ff\u00c2\0\u0011\u0008"));
            out.writeShort(height);
            out.writeShort(width);
            out.write(signs("\3\1\42\0\2\u0011\1\3\u0011\1\u00ff\u00d9"));
        });
    }

    public static byte[] gif(int width, int height) {
        return file(out -> {
            out.write(signs("GIF89a"));
            littleEndian(out, width, 2);
            littleEndian(out, height, 2);
            out.write(new byte[20]);
        });
    }

    /** @param kind {@code "VP8 "}, {@code VP8L} or {@code VP8X} */
    public static byte[] webp(String kind, int width, int height) {
        return file(out -> {
            out.write(signs("RIFF\u0040\0\0\0WEBP" + kind + "\u0020\0\0\0"));
            switch (kind) {
                case "VP8X" -> {
                    out.write(new byte[4]);
                    littleEndian(out, width - 1, 3);
                    littleEndian(out, height - 1, 3);
                }
                case "VP8L" -> {
                    out.write(0x2f);
                    littleEndian(out, width - 1 | height - 1 << 14, 4);
                }
                default -> {
                    out.write(signs("\0\0\0\u009d\1\u002a"));
                    littleEndian(out, width, 2);
                    littleEndian(out, height, 2);
                }
            }
            out.write(new byte[20]);
        });
    }

    private static void littleEndian(DataOutputStream out, int value, int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            out.write(value >> 8 * i);
        }
    }

    /** With a preview of 160 x 160 before it, as cameras have. */
    public static byte[] avif(int width, int height, boolean turned) {
        byte[] small = box("ispe", new byte[4], whole(160, 160));
        byte[] size = box("ispe", new byte[4], whole(width, height));
        byte[] turn = box("irot", new byte[] {(byte) (turned ? 1 : 0)});
        byte[] owners = box("ipma", new byte[4], whole(2), signs("\0\1\1\1" + "\0\2\2\2\u0083"));
        byte[] properties = box("iprp", box("ipco", small, size, turn), owners);
        byte[] primary = box("pitm", new byte[4], signs("\0\2"));
        return file(out -> {
            out.write(box("ftyp", signs("avif\0\0\0\0avifmif1")));
            out.write(box("meta", new byte[4], box("hdlr", new byte[20]), primary, properties));
            out.write(box("mdat", new byte[100]));
        });
    }

    private static byte[] whole(int... numbers) {
        return file(out -> {
            for (int number : numbers) {
                out.writeInt(number);
            }
        });
    }

    public static byte[] box(String type, byte[]... parts) {
        return file(out -> {
            int length = 8;
            for (byte[] part : parts) {
                length += part.length;
            }
            out.writeInt(length);
            out.write(signs(type));
            for (byte[] part : parts) {
                out.write(part);
            }
        });
    }

    public static byte[] svg() {
        return "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"600\"><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
    }
}
