package press.parallel.newsstand;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Draws a {@link Plate} as a PNG file of a few colours, without AWT. No state; some milliseconds a picture.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG, third edition</a>
 */
final class Painter {
    /** Paper, ink and three colours, by theme: RGB. */
    private static final int[][] PALETTES = {
        {0xf4efe4, 0x22333b, 0x5e503f, 0xc6ac8f, 0xd1495b},
        {0xeaf2f4, 0x12263a, 0x06738c, 0x4fb0ae, 0xf4b942},
        {0xf1f3ea, 0x1d2f1f, 0x2f6f4f, 0x8fb339, 0xe4572e},
        {0xf7eef2, 0x2d1e2f, 0x7a3e65, 0xd68fa8, 0xf2b880}
    };

    private static final int COLOURS = 5;
    private static final int LAYERS = 4;

    private final Plate plate;
    private final double[] chance = new double[24];
    private final int[] turns = new int[97];
    /** Height of each layer of hills, by column. */
    private final double[][] ridges;

    private Painter(Plate plate) {
        this.plate = plate;
        Random dice = new Random(plate.seed());
        for (int i = 0; i < chance.length; i++) {
            chance[i] = dice.nextDouble();
        }
        for (int i = 0; i < turns.length; i++) {
            turns[i] = dice.nextInt(1 << 20);
        }
        ridges = new double[LAYERS][plate.width() + 1];
        for (int layer = 0; layer < LAYERS; layer++) {
            for (int column = 0; column <= plate.width(); column++) {
                ridges[layer][column] = ridge(layer, column / (double) plate.height());
            }
        }
    }

    static byte[] png(Plate plate) {
        return new Painter(plate).png();
    }

    /** A colour's number for a place, both from 0 to 1; {@code x} may be more in a wide picture. */
    private int colour(double x, double y) {
        return switch (plate.design()) {
            case HILLS -> hills(x, y);
            case ARCS -> arcs(x, y);
            case RINGS -> rings(x, y);
            case BANDS -> bands(x, y);
        };
    }

    private int hills(double x, double y) {
        int column = (int) (x * plate.height());
        for (int layer = LAYERS - 1; layer >= 0; layer--) {
            if (y > ridges[layer][column]) {
                return new int[] {3, 2, 4, 1}[layer];
            }
        }
        double dx = x - 0.3 - 0.8 * chance[16];
        double dy = y - 0.3;
        return dx * dx + dy * dy < 0.02 + 0.02 * chance[17] ? 4 : 0;
    }

    private double ridge(int layer, double x) {
        return 0.42
                + 0.15 * layer
                + 0.09 * Math.sin((2 + 2 * chance[layer]) * x * Math.PI + 6 * chance[layer + 4])
                + 0.04 * Math.sin((5 + 4 * chance[layer + 8]) * x * Math.PI + 6 * chance[layer + 12]);
    }

    private int arcs(double x, double y) {
        int across = 3 + (int) (3 * chance[0]);
        int column = (int) (x * across);
        int row = (int) (y * across);
        double inX = x * across - column;
        double inY = y * across - row;
        int turn = turns[(31 * column + row) % turns.length];
        double fromX = (turn & 1) == 0 ? inX : 1 - inX;
        double fromY = (turn & 2) == 0 ? inY : 1 - inY;
        double distance = Math.sqrt(fromX * fromX + fromY * fromY);
        int first = (turn >> 3) % COLOURS;
        int second = (first + 1 + (turn >> 9) % (COLOURS - 1)) % COLOURS;
        return distance < 0.5 ? first : distance < 1 ? second : 0;
    }

    private int rings(double x, double y) {
        double across = (double) plate.width() / plate.height();
        double dx = x - (chance[0] < 0.5 ? 0.1 : across - 0.1);
        double dy = y - (chance[1] < 0.5 ? 0.05 : 0.95);
        double distance = Math.sqrt(dx * dx + dy * dy);
        int ring = (int) (distance * (6 + 4 * chance[2]));
        return new int[] {4, 1, 0, 2, 0, 3, 0}[ring % 7];
    }

    private int bands(double x, double y) {
        double along = x * (0.6 + 0.4 * chance[0]) + y * (chance[1] - 0.5) * 2 + 2;
        double place = along * (3 + 2 * chance[2]);
        double part = place - Math.floor(place);
        if (part < 0.16) {
            return 1;
        }
        if (part < 0.5) {
            return 2 + (int) Math.floorMod((long) place, 3L);
        }
        return part < 0.58 ? 4 : 0;
    }

    private byte[] png() {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream(32 * 1024);
            file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            DataOutputStream sizes = new DataOutputStream(head);
            sizes.writeInt(plate.width());
            sizes.writeInt(plate.height());
            sizes.write(new byte[] {8, 3, 0, 0, 0});
            chunk(file, "IHDR", head.toByteArray());
            chunk(file, "PLTE", palette());
            chunk(file, "IDAT", pixels());
            chunk(file, "IEND", new byte[0]);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] palette() {
        byte[] palette = new byte[3 * COLOURS];
        int[] colours = PALETTES[plate.theme().ordinal()];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = (byte) (colours[i / 3] >> (16 - 8 * (i % 3)));
        }
        return palette;
    }

    private byte[] pixels() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(32 * 1024);
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream packing = new DeflaterOutputStream(packed, fast)) {
            double unit = plate.height();
            byte[] line = new byte[plate.width() + 1];
            for (int y = 0; y < plate.height(); y++) {
                for (int x = 0; x < plate.width(); x++) {
                    line[x + 1] = (byte) colour(x / unit, y / unit);
                }
                packing.write(line);
            }
        } finally {
            fast.end();
        }
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        DataOutputStream out = new DataOutputStream(file);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
