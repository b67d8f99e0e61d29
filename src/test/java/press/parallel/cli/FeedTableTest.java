package press.parallel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FeedTableTest {
    private static ObjectNode answer(String json) throws IOException {
        return new ObjectMapper().readValue(json.replace('\'', '"'), ObjectNode.class);
    }

    @Test
    void eachEntryIsALine() throws IOException {
        assertThat(FeedTable.lines(answer("""
                        {'a.xml': {'ok': true, 'feed': {'title': 'The Courier', 'link': 'https://courier.example/'},
                          'notes': ['2,400 entries, the newest 2,000 are read'],
                          'entries': [
                            {'title': 'Storm hits the coast', 'link': 'https://courier.example/1', 'published': '2026-03-01T10:07:41Z',
                             'summary': 'Words', 'content': 'More words', 'author': 'Jane Doe'},
                            {'title': '', 'link': 'https://courier.example/2', 'published': null, 'updated': '2026-03-02T11:00:00Z',
                             'summary': '', 'content': '', 'author': null}]}}""")))
                .containsExactly(
                        "a.xml",
                        "  The Courier · https://courier.example/ · 2 entries",
                        "  2,400 entries, the newest 2,000 are read",
                        "  published (UTC)   title                 author    text  link",
                        "  2026-03-01 10:07  Storm hits the coast  Jane Doe    10  https://courier.example/1",
                        "  2026-03-02 11:00  (no title)                         0  https://courier.example/2");
    }

    @Test
    void whatCouldNotBeReadSaysWhy() throws IOException {
        assertThat(FeedTable.lines(answer("""
                        {'a': {'ok': true, 'feed': {'title': '', 'link': null}, 'entries': []},
                         'b': {'ok': false, 'error': 'it is a web page'}}""")))
                .containsExactly(
                        "a",
                        "  without a title · without a page · 0 entries",
                        "",
                        "b",
                        "  could not be read: it is a web page");
    }

    @Test
    void whatAWebPageAdvertisesIsOfferedAndTheBestIsNamed() throws IOException {
        assertThat(FeedTable.lines(answer("""
                        {'page.html': {'ok': false, 'error': 'it is a web page', 'take': 'https://a.example/atom',
                          'feeds': [
                            {'url': 'https://a.example/atom', 'title': 'News', 'format': 'Atom', 'comments': false},
                            {'url': 'https://a.example/talk', 'title': '', 'format': 'RSS', 'comments': true}]}}""")))
                .containsExactly(
                        "page.html",
                        "  could not be read: it is a web page",
                        "  take https://a.example/atom (Atom, 'News')",
                        "    or https://a.example/talk (RSS, comments)");
    }

    @Test
    void longTitlesAreCutAtWholeSigns() throws IOException {
        String title = "😀".repeat(80);

        assertThat(FeedTable.lines(answer("{'a': {'ok': true, 'feed': {}, 'entries': [{'title': '" + title + "'}]}}"))
                        .get(3))
                .contains("😀".repeat(69) + "…")
                .doesNotContain("😀".repeat(70));
    }
}
