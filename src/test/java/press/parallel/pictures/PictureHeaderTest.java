package press.parallel.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import press.parallel.PictureType;
import press.parallel.SamplePictures;

class PictureHeaderTest {
    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of(PictureType.PNG, SamplePictures.png(640, 360)),
                Arguments.of(PictureType.JPEG, SamplePictures.jpeg(640, 360, 0)),
                Arguments.of(PictureType.JPEG, SamplePictures.jpeg(640, 360, 3)),
                Arguments.of(PictureType.JPEG, SamplePictures.jpeg(360, 640, 6)),
                Arguments.of(PictureType.GIF, SamplePictures.gif(640, 360)),
                Arguments.of(PictureType.WEBP, SamplePictures.webp("VP8 ", 640, 360)),
                Arguments.of(PictureType.WEBP, SamplePictures.webp("VP8L", 640, 360)),
                Arguments.of(PictureType.WEBP, SamplePictures.webp("VP8X", 640, 360)),
                Arguments.of(PictureType.AVIF, SamplePictures.avif(640, 360, false)),
                Arguments.of(PictureType.AVIF, SamplePictures.avif(360, 640, true)));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void kindAndSizeAreReadFromTheContent(PictureType type, byte[] bytes) {
        assertThat(PictureHeader.read(bytes)).contains(new PictureHeader(type, 640, 360));
    }

    /** Wherever a file is cut off, and whatever stands in it, there is an answer at once. */
    @ParameterizedTest
    @MethodSource("pictures")
    @Timeout(20)
    void damagedAndHostileFilesCostNothing(PictureType type, byte[] whole) {
        byte[] bytes = Arrays.copyOf(whole, Math.min(whole.length, 400));
        for (int end = 0; end < bytes.length; end++) {
            assertThat(PictureHeader.read(Arrays.copyOf(bytes, end))).isNotNull();
        }
        Random dice = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = bytes.clone();
            for (int n = dice.nextInt(6); n >= 0; n--) {
                damaged[dice.nextInt(damaged.length)] = (byte) (dice.nextInt(4) == 0 ? 0xff : dice.nextInt(256));
            }
            PictureHeader.read(damaged).ifPresent(header -> {
                assertThat(header.width()).isPositive();
                assertThat(header.height()).isPositive();
            });
        }
    }

    @Test
    @Timeout(20)
    void millionsOfEmptyPartsEndToo() {
        byte[] boxes = new byte[2_000_000];
        for (int i = 0; i < boxes.length; i += 8) {
            boxes[i + 3] = 8;
        }
        byte[] ftyp = SamplePictures.box("ftyp", "avif".getBytes(StandardCharsets.US_ASCII));
        System.arraycopy(ftyp, 0, boxes, 0, ftyp.length);
        assertThat(PictureHeader.read(boxes)).isEmpty();
        byte[] markers = new byte[2_000_000];
        Arrays.fill(markers, (byte) 0xff);
        markers[1] = (byte) 0xd8;
        assertThat(PictureHeader.read(markers)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<svg xmlns='http://www.w3.org/2000/svg'/> | a drawing in SVG, which could run scripts",
                "<?xml version='1.0'?><!-- x --><svg/>     | a drawing in SVG, which could run scripts",
                "<!DOCTYPE html><title>Gone</title>        | a web page",
                "GIF89a                                     | a damaged one",
                "....ftypheic                               | a film, or a picture of another kind",
                "BM........                                 | other data",
            })
    void whatIsNoPictureIsCalledByItsName(String content, String kind) {
        byte[] bytes = content.strip().getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PictureHeader.read(bytes)).isEmpty();
        assertThat(PictureHeader.kind(bytes)).isEqualTo(kind);
    }

    @Test
    void aPictureOfNoSizeIsNone() {
        assertThat(List.of(
                        SamplePictures.gif(0, 10),
                        SamplePictures.jpeg(100, 0, 0),
                        SamplePictures.webp("VP8 ", 0, 0),
                        SamplePictures.avif(0, 5, false)))
                .allSatisfy(bytes -> assertThat(PictureHeader.read(bytes)).isEmpty());
    }
}
