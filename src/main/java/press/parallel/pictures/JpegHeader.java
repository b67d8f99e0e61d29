package press.parallel.pictures;

import java.util.Optional;
import press.parallel.PictureType;

/**
 * The size of a JPEG file, from the frame header; a camera that was held upright says so in the Exif part, and browsers turn such a
 * picture.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU T.81, B.2.2</a>
 */
final class JpegHeader {
    private static final int FIRST_TURNED = 5;
    private static final int LAST_TURNED = 8;
    private static final int ORIENTATION = 0x0112;
    private static final int MOST_TAGS = 500;

    private JpegHeader() {}

    static Optional<PictureHeader> read(Octets file) {
        boolean turned = false;
        long place = 2;
        while (file.at(place) == 0xff) {
            int marker = file.at(place + 1);
            if (marker == 0xff) {
                place++; // fill bytes may stand before a marker
                continue;
            }
            long length = file.bigEndian(place + 2, 2);
            if (isFrame(marker)) {
                Optional<PictureHeader> size =
                        PictureHeader.of(PictureType.JPEG, file.bigEndian(place + 7, 2), file.bigEndian(place + 5, 2));
                return turned ? size.map(PictureHeader::turned) : size;
            }
            if (marker == 0xd9 || marker == 0xda || length < 2) {
                return Optional.empty();
            }
            if (marker == 0xe1 && file.is(place + 4, "Exif\0\0")) {
                long orientation = orientation(file, place + 10, place + 2 + length);
                turned = orientation >= FIRST_TURNED && orientation <= LAST_TURNED;
            }
            place += 2 + length;
        }
        return Optional.empty();
    }

    /** Start of a frame of any kind; C4, C8 and CC are tables. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** The tag of the first directory, 0 when there is none. Exif 2.32, 4.6.2. */
    private static long orientation(Octets file, long start, long end) {
        boolean little = file.is(start, "II");
        long directory = start + number(file, start + 4, 4, little);
        long tags = number(file, directory, 2, little);
        for (long i = 0; i < Math.min(tags, MOST_TAGS); i++) {
            long tag = directory + 2 + 12 * i;
            if (tag < start || tag + 12 > end) {
                return 0;
            }
            if (number(file, tag, 2, little) == ORIENTATION) {
                return number(file, tag + 8, 2, little);
            }
        }
        return 0;
    }

    private static long number(Octets file, long place, int size, boolean little) {
        return Math.max(0, little ? file.littleEndian(place, size) : file.bigEndian(place, size));
    }
}
