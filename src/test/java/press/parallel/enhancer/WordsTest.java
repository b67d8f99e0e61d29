package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "'' => 0",
                "' – … ! ' => 0",
                "One two  three. => 3",
                "It's a well-known mother-in-law => 4",
                "3.5 million => 3",
                "Größe über alles => 3",
                "हिन्दी में तीन => 3",
                "السلام عليكم => 2",
                "한국어 세 단어 => 3",
                "港の橋が開通 => 3",
                "iPhoneを買う => 3",
                "สวัสดี => 2",
            })
    void wordsAreCountedInAnyScript(String text, int words) {
        assertThat(Words.count(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "It ends. => true", "\"It ends,\" she said. => true", "He said: \"It ends.\" => true", "終わりです。 => true",
                "यह अंत है। => true", "هل انتهى؟ => true", "A headline => false", "'' => false",
            })
    void aSentenceEndsWithItsMark(String text, boolean ends) {
        assertThat(Words.endsSentence(text)).isEqualTo(ends);
    }
}
