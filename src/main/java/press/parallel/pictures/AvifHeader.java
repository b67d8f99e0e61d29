package press.parallel.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import press.parallel.PictureType;

/**
 * The size of an AVIF file: of its primary item, which may be turned. Where the file does not say which properties are whose, the
 * largest size counts.
 *
 * @see <a href="https://aomediacodec.github.io/av1-avif/">AVIF</a>, and ISO/IEC 23008-12 (HEIF), 6.5
 */
final class AvifHeader {
    private static final int MOST_BOXES = 2_000;
    private static final int BOX_HEAD = 8;

    private final Octets file;
    private int looked;

    private AvifHeader(Octets file) {
        this.file = file;
    }

    /** A part of the file, without its head. */
    private record Box(String type, long from, long to) {}

    static Optional<PictureHeader> read(Octets file) {
        return new AvifHeader(file).read();
    }

    private Optional<PictureHeader> read() {
        List<Box> whole = boxes(0, file.length());
        if (whole.isEmpty() || !isAvif(whole.get(0))) {
            return Optional.empty();
        }
        List<Box> meta =
                first(whole, "meta").map(box -> boxes(box.from + 4, box.to)).orElse(List.of());
        List<Box> properties =
                first(meta, "iprp").map(box -> boxes(box.from, box.to)).orElse(List.of());
        List<Box> all =
                first(properties, "ipco").map(box -> boxes(box.from, box.to)).orElse(List.of());
        List<Box> own = first(meta, "pitm")
                .flatMap(item -> first(properties, "ipma").map(of -> owned(item, of, all)))
                .orElse(List.of());
        List<Box> told = first(own, "ispe").isPresent() ? own : all;
        boolean turned =
                first(own, "irot").map(box -> file.at(box.from) % 2 == 1).orElse(false);
        return told.stream()
                .filter(box -> box.type.equals("ispe"))
                .flatMap(
                        box -> PictureHeader.of(
                                PictureType.AVIF, file.bigEndian(box.from + 4, 4), file.bigEndian(box.from + 8, 4))
                                .stream())
                .max((a, b) -> Long.compare((long) a.width() * a.height(), (long) b.width() * b.height()))
                .map(size -> turned ? size.turned() : size);
    }

    /** Its major brand, or one of those that it is compatible with. */
    private boolean isAvif(Box ftyp) {
        LongPredicate named = place -> file.is(place, "avif") || file.is(place, "avis");
        if (named.test(ftyp.from)) {
            return true;
        }
        for (long place = ftyp.from + 8; place + 4 <= ftyp.to && place < ftyp.from + 8 + 4L * MOST_BOXES; place += 4) {
            if (named.test(place)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Box> first(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type.equals(type)).findFirst();
    }

    /** ISO/IEC 14496-12, 4.2. */
    private List<Box> boxes(long from, long to) {
        List<Box> boxes = new ArrayList<>();
        long place = from;
        while (place + BOX_HEAD <= to && looked++ < MOST_BOXES) {
            long size = file.bigEndian(place, 4);
            long head = BOX_HEAD;
            if (size == 1) {
                size = file.bigEndian(place + 8, 4) == 0 ? file.bigEndian(place + 12, 4) : -1;
                head = 16;
            } else if (size == 0) {
                size = to - place;
            }
            if (size < head || place + size > to) {
                break;
            }
            StringBuilder type = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                type.append((char) file.at(place + 4 + i));
            }
            boxes.add(new Box(type.toString(), place + head, place + size));
            place += size;
        }
        return boxes;
    }

    /** The properties of the primary item. HEIF, 9.3.1. */
    private List<Box> owned(Box primary, Box associations, List<Box> all) {
        int wideItem = file.at(primary.from) == 0 ? 2 : 4;
        long wanted = file.bigEndian(primary.from + 4, wideItem);
        int idSize = file.at(associations.from) < 1 ? 2 : 4;
        boolean wide = (file.at(associations.from + 3) & 1) == 1;
        long items = file.bigEndian(associations.from + 4, 4);
        long place = associations.from + 8;
        List<Box> own = new ArrayList<>();
        for (long item = 0; item < items && place < associations.to && looked++ < MOST_BOXES; item++) {
            long id = file.bigEndian(place, idSize);
            int count = Math.max(0, file.at(place + idSize));
            place += idSize + 1;
            for (int i = 0; i < count; i++) {
                long index = wide ? file.bigEndian(place, 2) & 0x7fff : file.at(place) & 0x7f;
                place += wide ? 2 : 1;
                if (id == wanted && index >= 1 && index <= all.size()) {
                    own.add(all.get((int) index - 1));
                }
            }
        }
        return own;
    }
}
