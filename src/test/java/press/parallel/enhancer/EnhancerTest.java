package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.Article;
import press.parallel.Entry;
import press.parallel.FiledEntry;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.Run;
import press.parallel.Story;

class EnhancerTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Run RUN = new Run(
            "2026-03-04-1",
            LocalDate.of(2026, 3, 4),
            1,
            LocalDate.of(2026, 3, 4),
            NOON,
            NOON.plusSeconds(90),
            NOON.plusSeconds(120),
            false);

    private final Enhancer enhancer = new Enhancer(new ArticleReader(), 40);

    private static Story story(String link, String content, boolean complete) {
        Entry entry = new Entry(
                "key",
                URI.create(link),
                null,
                "",
                "The feed's title",
                "The feed's author",
                NOON,
                null,
                "",
                content,
                List.of(),
                0,
                0,
                null,
                null,
                complete,
                0);
        return new Story(
                new FiledEntry(entry, "https://courier.example/feed", "Courier", "news", NOON),
                "news",
                3,
                1000,
                Map.of(),
                List.of(),
                List.of());
    }

    private static Story story() {
        return story("https://courier.example/a", "", false);
    }

    private static Reply reply(int status, String contentType, byte[] body) {
        Map<String, String> headers = contentType.isEmpty() ? Map.of() : Map.of("content-type", contentType);
        return new Reply(URI.create("https://courier.example/news/story.html"), status, headers, body, 5);
    }

    private Article read(Reply reply, Story story) throws Exception {
        return enhancer.article(enhancer.read(reply, enhancer.assignment(story, RUN)), story);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPageIsAskedForByRankWithoutItsFragmentAndByTheDeadline() throws Exception {
        Request request =
                enhancer.request(enhancer.assignment(story("https://courier.example/a?b=%20c#part", "", false), RUN));

        assertThat(request.address()).isEqualTo(URI.create("https://courier.example/a?b=%20c"));
        assertThat(request.accept()).isEqualTo("text/html,application/xhtml+xml;q=0.9,*/*;q=0.1");
        assertThat(request.purpose()).isEqualTo(Request.Purpose.PAGE);
        assertThat(request.validators()).isNull();
        assertThat(request.group()).isEqualTo("2026-03-04-1");
        assertThat(request.priority()).as("after every feed").isEqualTo(Request.MINOR - 1);
        assertThat(request.index()).isEqualTo(3);
        assertThat(request.deadline()).isEqualTo(RUN.deadline());
    }

    @Test
    void aPageBecomesTheArticleOfItsEntry() throws Exception {
        Article article = read(reply(200, "text/html; charset=utf-8", Pages.bytes("plain-article")), story());

        assertThat(article.key()).isEqualTo("key");
        assertThat(article.link()).isEqualTo(URI.create("https://courier.example/news/story.html"));
        assertThat(article.title()).isEqualTo("Harbour bridge opens after nine years");
        assertThat(article.text()).startsWith("The new bridge over the harbour");
    }

    @Test
    void whatThePageDoesNotSayIsTakenFromTheEntry() throws Exception {
        Article article = read(reply(200, "text/html", Pages.bytes("endless-page")), story());

        assertThat(article.author()).isEqualTo("The feed's author");
        assertThat(article.published()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "404 => expected its page, but the server answered 404 (no such page)",
                "403 => expected its page, but the server answered 403 (not for everyone)",
                "429 => expected its page, but the server answered 429 (too many requests)",
                "503 => expected its page, but the server answered 503 (the server's own trouble)",
                "304 => expected its page, but the server answered 304",
            })
    void anAnswerThatIsNoPageIsALossWithItsStatus(int status, String found) throws Exception {
        assertThatExceptionOfType(LossException.class)
                .isThrownBy(() -> read(reply(status, "text/html", Pages.bytes("plain-article")), story()))
                .withMessage("story 'https://courier.example/a': " + found + "; printed with the feed's summary")
                .satisfies(loss -> assertThat(loss.httpStatus()).isEqualTo(status));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            nullValues = "-",
            value = {
                "application/pdf => %PDF-1.7 => application/pdf",
                "image/png; q=1 => x => image/png",
                "video/mp4 => x => video/mp4",
                "application/json => {} => application/json",
                "text/plain => only a few words => text/plain",
                "text/html => %PDF-1.7 called HTML => text/html",
                "- => GIF89a => -",
            })
    void whatIsNoHtmlIsALoss(String contentType, String body, String found) throws Exception {
        Reply reply = reply(200, contentType == null ? "" : contentType, bytes(body));

        assertThatExceptionOfType(LossException.class)
                .isThrownBy(() -> read(reply, story()))
                .withMessage("story 'https://courier.example/a': expected a web page, but found "
                        + (found == null ? "other data" : "'" + found + "'") + "; printed with the feed's summary");
    }

    @Test
    void aPageServedAsSomethingVagueIsStillRead() throws Exception {
        assertThat(read(reply(200, "", Pages.bytes("plain-article")), story()).words())
                .isPositive();
        assertThat(read(reply(200, "text/plain", Pages.bytes("plain-article")), story())
                        .words())
                .isPositive();
    }

    @Test
    void anEmptyAnswerIsALoss() throws Exception {
        assertThatExceptionOfType(LossException.class)
                .isThrownBy(() -> read(reply(200, "text/html", bytes(" \r\n\t ")), story()))
                .withMessageContaining("expected its page, but the answer was empty");
    }

    @Test
    void aPageWithTooFewWordsIsALossThatCountsThem() throws Exception {
        Reply reply = reply(200, "text/html", bytes("<p>Only these eleven words stand on the page, not one more.</p>"));

        assertThatExceptionOfType(LossException.class)
                .isThrownBy(() -> read(reply, story()))
                .withMessage(
                        "story 'https://courier.example/a': page has no main content of 40 words or more (found 11); "
                                + "printed with the feed's summary");
    }

    @Test
    void aCompleteEntryIsItsOwnArticle() throws Exception {
        String content =
                "<!-- SC_OFF --><div class=\"md\"><p>My own <a href=\"/wiki\">words</a>.</p><script>x()</script>"
                        + "<p class=\"footer\">And more.</p></div>";
        Story story = story("https://courier.example/r/self/", content, true);

        Article article = enhancer.own(story);

        assertThat(enhancer.complete(story)).isTrue();
        assertThat(article.title()).isEqualTo("The feed's title");
        assertThat(article.text()).isEqualTo("My own words.\n\nAnd more.");
        assertThat(article.html())
                .isEqualTo("<p>My own <a href=\"https://courier.example/wiki\">words</a>.</p><p>And more.</p>");
        assertThat(article.words()).isEqualTo(5);
    }

    @Test
    void aNegativeNumberOfWordsIsRefused() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Enhancer(new ArticleReader(), -1))
                .withMessage("press.enhancer.min-words: expected zero or more, but was -1");
    }
}
