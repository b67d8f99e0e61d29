package press.parallel.pictures;

import java.nio.charset.StandardCharsets;

/** The bytes of a file that may end anywhere: what lies beyond its end is -1, and nothing stands there. */
final class Octets {
    private final byte[] bytes;

    Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    /** 0 to 255, or -1. */
    int at(long place) {
        return place < 0 || place >= bytes.length ? -1 : bytes[(int) place] & 0xff;
    }

    /** Whether these signs stand there, a sign a byte. */
    boolean is(long place, String signs) {
        byte[] wanted = signs.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (at(place + i) != (wanted[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** @param size up to 4 bytes; negative when one of them is missing */
    long bigEndian(long place, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            int next = at(place + i);
            if (next < 0) {
                return Long.MIN_VALUE;
            }
            value = value << 8 | next;
        }
        return value;
    }

    /** @param size up to 4 bytes; negative when one of them is missing */
    long littleEndian(long place, int size) {
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            int next = at(place + i);
            if (next < 0) {
                return Long.MIN_VALUE;
            }
            value = value << 8 | next;
        }
        return value;
    }
}
