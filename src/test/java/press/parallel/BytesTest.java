package press.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "999, 999 bytes",
        "1000, 1.0 kB",
        "9949, 9.9 kB",
        "9950, 10 kB",
        "412000, 412 kB",
        "999499, 999 kB",
        "999500, 1.0 MB",
        "1300000, 1.3 MB",
        "5000000000, 5.0 GB",
        "7000000000000, 7.0 TB"
    })
    void sizesArePlainWords(long bytes, String words) {
        assertThat(Bytes.of(bytes)).isEqualTo(words);
    }
}
