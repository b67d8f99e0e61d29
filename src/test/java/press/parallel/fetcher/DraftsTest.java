package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import press.parallel.Entry;

/** One story is one key, in every poll; two stories are two. */
class DraftsTest {
    @Test
    void aChangedTitleIsTheSameStory() {
        assertThat(keys("<item><title>Before</title><link>http://e.com/1</link><guid>g</guid></item>"))
                .isEqualTo(keys(
                        "<item><title>After</title><link>http://e.com/1?utm_source=rss</link><guid>g</guid></item>"));
    }

    @Test
    void aStoryThatStandsTwiceWithItsOldTitleIsOne() {
        List<String> keys = keys("<item><title>After</title><link>http://e.com/1</link><guid>g</guid></item>"
                + "<item><title>Before</title><link>http://e.com/1</link><guid>g</guid></item>");
        assertThat(keys).containsExactly("https://e.com/1", "https://e.com/1");
    }

    @Test
    void aStoryUnderTwoIdsIsOne() {
        List<String> keys = keys("<item><title>T</title><link>http://e.com/1</link><guid>g</guid></item>"
                + "<item><title>T</title><link>https://www.e.com/1/</link><guid>h</guid></item>");
        assertThat(keys).containsExactly("https://e.com/1", "https://e.com/1");
    }

    @Test
    void aGuidThatAllItemsShareTellsNothing() {
        List<String> keys = keys("<item><title>A</title><link>http://e.com/1</link><guid>g</guid></item>"
                + "<item><title>B</title><link>http://e.com/2</link><guid>g</guid></item>");
        assertThat(keys).containsExactly("https://e.com/1", "https://e.com/2");
    }

    @Test
    void aGuidThatAllItemsShareWithoutLinksTellsNothing() {
        List<String> keys = keys("<item><title>A</title><guid isPermaLink='false'>g</guid></item>"
                + "<item><title>B</title><guid isPermaLink='false'>g</guid></item>");
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void aGuidOfItsOwnIsTheStoryWithoutALink() {
        assertThat(keys("<item><title>A</title><guid isPermaLink='false'>g</guid></item>"))
                .isEqualTo(keys("<item><title>B</title><guid isPermaLink='false'>g</guid></item>"));
    }

    @Test
    void aPermalinkIsALink() {
        assertThat(keys("<item><title>A</title><guid>http://e.com/1</guid></item>"))
                .containsExactly("https://e.com/1");
    }

    @Test
    void anEpisodeThatPointsHomeKeepsItsKeyWhenItIsTheOnlyOne() {
        String one = "<item><title>A</title><link>http://site.example/</link><guid isPermaLink='false'>1</guid></item>";
        String two = "<item><title>B</title><link>http://site.example</link><guid isPermaLink='false'>2</guid></item>";
        assertThat(keys(one + two)).startsWith(keys(one).get(0)).doesNotHaveDuplicates();
    }

    @Test
    void chaptersOfOnePageAreApart() {
        List<String> keys = keys("<item><title>1.1</title><link>http://e.com/changes#v1.1</link></item>"
                + "<item><title>1.0</title><link>http://e.com/changes#v1.0</link></item>");
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void episodesOfOneNameAreToldApartByTheirSound() {
        List<String> keys = keys(
                "<item><title>News</title><link>http://e.com/news</link><enclosure url='http://e.com/1.mp3'/></item>"
                        + "<item><title>News</title><link>http://e.com/news</link><enclosure url='http://e.com/2.mp3'/></item>");
        assertThat(keys).doesNotHaveDuplicates();
    }

    private static List<String> keys(String items) {
        return Fixtures.text("<rss version='2.0'><channel><title>F</title><link>http://site.example/</link>" + items
                        + "</channel></rss>")
                .entries()
                .stream()
                .map(Entry::key)
                .toList();
    }
}
