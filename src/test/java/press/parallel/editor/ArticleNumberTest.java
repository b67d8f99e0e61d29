package press.parallel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleNumberTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.org/article/3566051/three.html, https://a.org/article/3566051/eight.html, true",
        "https://a.org/news/three-3566051, https://a.org/news/eight-3566051, true",
        "https://a.org/detail?id=3566051, https://a.org/detail?id=3566051&new=1, true",
        "https://a.org/article/3566051/a, https://b.org/article/3566051/a, false",
        "https://a.org/article/3566051/a, https://a.org/article/3566052/a, false",
    })
    void namesThePageOfASite(URI one, URI other, boolean same) {
        assertThat(ArticleNumber.of(one) == ArticleNumber.of(other)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.org/2026/11/storm",
        "https://a.org/20261120/storm",
        "https://a.org/storm?p=812",
        "https://a.org/r/news/1128233c/storm",
        "mailto:12345@a.org",
    })
    void isMissingWhereNumbersCountSomethingElse(URI link) {
        assertThat(ArticleNumber.of(link)).isZero();
    }
}
