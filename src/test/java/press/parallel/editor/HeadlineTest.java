package press.parallel.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static press.parallel.editor.Drafts.NOW;
import static press.parallel.editor.Drafts.entry;
import static press.parallel.editor.Drafts.section;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.FiledEntry;

class HeadlineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Storm hits the coast; STORM HITS COAST!",
                "\"Storm\" hits coast; Storm hits ‘coast’",
                "Beyoncé's tour opens in São Paulo; Beyonce’s tour opens in Sao Paulo",
                "U.S. and U.K. sign trade deal; US & UK sign trade deal",
                "More than 1,000 dead in quake; More than 1000 dead in quake",
                "Storm hits coast - BBC News; Storm hits coast",
                "Storm hits coast | BBC; Storm hits coast – BBC News",
                "ＳＴＯＲＭ hits coast; Storm hits coast",
                "首相が辞任を正式に表明; 首相が辞任を正式に表明。",
                "ΟΔΟΣ κλειστή σήμερα; Οδός κλειστή σήμερα",
                "Ohio town counts its dead after the storm; After the storm, Ohio town counts its dead",
                "Watch: Storm hits coast of northern Portugal; Storm hits the coast of northern Portugal",
                "Storm hits the coast of northern Portugal (video); Storm hits the coast of northern Portugal",
            })
    void aTitleWrittenOtherwiseIsTheSameStory(String one, String other) {
        assertThat(printed(one, other)).isEqualTo(1);
        assertThat(printed(other, one)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Lakers beat Celtics; Celtics beat Lakers",
                "Lakers beat Celtics in overtime thriller at the garden on Sunday; Celtics beat Lakers in overtime thriller at the garden on Sunday",
                "Arsenal 2-1 Chelsea in the cup final today; Arsenal 1-2 Chelsea in the cup final today",
                "Week 11 power rankings for every team; Week 12 power rankings for every team",
                "Power rankings for every single team; Power rankings for every single team: week 12",
                "Court says the president can stay in office; Court says the president can't stay in office",
                "Minister will go to summit in Rome; Minister will not go to summit in Rome",
                "Minister will go to summit in Rome; Never: minister will go to summit in Rome",
                "Man arrested after shooting at station in Paris; Man arrested after shooting at station in Lyon",
                "Budget 2026 - winners; Budget 2026 - losers",
                "Why C is still taught; Why C++ is still taught",
                "Prices rise 2.5 per cent in March; Prices rise 25 per cent in March",
                "Live updates; Live updates",
                "Storm coast; Storm, coast",
                "!!!; ???",
            })
    void titlesThatMeanSomethingElseStayTwoStories(String one, String other) {
        assertThat(printed(one, other)).isEqualTo(2);
        assertThat(printed(other, one)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Storm hits coast - BBC News; https://www.bbc.co.uk/a; x; storm hits coast",
                "Storm hits coast | The Verge; https://www.theverge.com/a; x; storm hits coast",
                "Storm hits coast - The New York Times; https://www.nytimes.com/a; x; storm hits coast",
                "Storm hits coast — Al Jazeera; https://www.aljazeera.com/a; x; storm hits coast",
                "Storm hits coast - WSJ; https://www.wsj.com/a; x; storm hits coast",
                "Storm hits coast - Yahoo Sports; https://sports.yahoo.com/a; x; storm hits coast",
                "Storm hits coast · Hacker News; https://example.org/a; Hacker News: Front Page; storm hits coast",
                "Storm hits coast - in pictures; https://www.bbc.co.uk/a; x; storm hits coast in pictures",
                "Storm - BBC News; https://www.bbc.co.uk/a; x; storm bbc news",
                "BBC News; https://www.bbc.co.uk/a; x; bbc news",
                "Storm hits coast - ; https://www.bbc.co.uk/a; x; storm hits coast",
                "Storm hits well-known coast; https://www.coast.com/a; x; storm hits well known coast",
            })
    void onlyTheSitesOwnNameIsCutOff(String title, String link, String feedTitle, String line) {
        FiledEntry filed =
                entry("a").title(title).link(link).feedTitle(feedTitle).file();

        assertThat(Headline.of(filed).line()).isEqualTo(line);
    }

    @Test
    void aLinkWithoutDomainCutsNothingOff() {
        FiledEntry filed = entry("a")
                .title("Storm hits coast - Localhost")
                .link("http://127.0.0.1/a")
                .file();

        assertThat(Headline.of(filed).line()).isEqualTo("storm hits coast localhost");
    }

    @Test
    void articlesCountWhereThereIsNothingElse() {
        assertThat(Headline.of(entry("a").title("The The").file()).words()).containsExactly("the", "the");
        assertThat(Headline.of(entry("a").title("The storm and an ebb").file()).words())
                .containsExactly("storm", "and", "ebb");
    }

    private static int printed(String one, String other) {
        return Drafts.editor(section("news", 10))
                .choose(Drafts.desk(List.of(at("one", one), at("other", other))), NOW)
                .stories()
                .size();
    }

    private static FiledEntry at(String key, String title) {
        return entry(key)
                .title(title)
                .link("https://www.bbc.co.uk/" + key)
                .feed("https://" + key + ".example.org/feed")
                .file();
    }
}
