package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.Hints;

/** Through the whole reader: canonical Atom and Rome must carry the hints. */
class HintReaderTest {
    private static Hints hints(String head) {
        String rss = """
            <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>T</title>
            <link>https://a.example/</link>%s<item><title>One</title><link>https://a.example/1</link></item></channel></rss>""".formatted(head);
        return new FeedReader()
                .read(rss.getBytes(StandardCharsets.UTF_8), URI.create("https://a.example/feed"), "text/xml")
                .hints();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <ttl>60</ttl>                                                                            | 60
                    <ttl> 15 </ttl>                                                                          | 15
                    <ttl>-5</ttl>                                                                            | 0
                    <ttl>often</ttl>                                                                         | 0
                    <ttl>999999</ttl>                                                                        | 1440
                    <sy:updatePeriod>hourly</sy:updatePeriod>                                                | 60
                    <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>       | 360
                    <sy:updatePeriod>Hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>      | 60
                    <sy:updatePeriod>yearly</sy:updatePeriod>                                                | 1440
                    <sy:updatePeriod>never</sy:updatePeriod>                                                 | 0
                    <ttl>30</ttl><sy:updatePeriod>hourly</sy:updatePeriod>                                   | 60
                    """)
    void howOften(String head, long minutes) {
        assertThat(hints(head).every()).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void hoursAndDaysToSkip() {
        Hints hints = hints("<skipHours><hour>0</hour><hour>24</hour><hour>7</hour><hour>99</hour></skipHours>"
                + "<skipDays><day>Saturday</day><day>SUNDAY</day><day>Someday</day></skipDays>");
        assertThat(hints.skipHours()).isEqualTo(Set.of(0, 7));
        assertThat(hints.skipDays()).isEqualTo(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    @Test
    void aFeedThatSaysNothingHasNone() {
        assertThat(hints("")).isEqualTo(Hints.NONE);
    }
}
