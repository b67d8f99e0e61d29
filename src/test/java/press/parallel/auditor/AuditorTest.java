package press.parallel.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.RuntimeCamelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import press.parallel.Entry;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FeedReport;
import press.parallel.FiledEntry;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Story;

class AuditorTest {
    private static final URI ADDRESS = URI.create("https://example.org/rss");
    private static final Feed FEED = new Feed(ADDRESS, "news", 0);

    private final Auditor auditor = new Auditor();

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new UnknownHostException("example.org"),
                        "'example.org' could not be found (DNS); it may have moved, or this machine is offline"),
                Arguments.of(
                        new UnknownHostException("cdn.example.net: Name or service not known"),
                        "'cdn.example.net' could not be found (DNS); it may have moved, or this machine is offline"),
                Arguments.of(
                        new UnknownHostException(),
                        "'example.org' could not be found (DNS); it may have moved, or this machine is offline"),
                Arguments.of(
                        new ConnectException("Connection refused"),
                        "'example.org' could not be reached (connection refused, or no way there)"),
                Arguments.of(new SocketTimeoutException("Read timed out"), "'example.org' did not answer in time"),
                Arguments.of(
                        new SSLHandshakeException("certificate has\nexpired"),
                        "'example.org' could not be trusted or spoken to (TLS: certificate has expired)"),
                Arguments.of(new SocketException("Connection reset"), "'example.org' broke the connection off"),
                Arguments.of(new EOFException(), "'example.org' ended its answer too soon"),
                Arguments.of(
                        new CancellationException(),
                        "'example.org' was no longer waited for, as the press was stopped"),
                Arguments.of(
                        new ExecutionException(new UncheckedIOException(new ConnectException("no"))),
                        "'example.org' could not be reached (connection refused, or no way there)"),
                Arguments.of(
                        new RuntimeCamelException("Exception[ID-1]", new LossException("feed 'x': expected <rss>")),
                        "feed 'x': expected <rss>"),
                Arguments.of(
                        new RuntimeCamelException("Exception[ID-1]", new IOException("disk\n  full")),
                        "'example.org': IOException: disk full"),
                Arguments.of(
                        new CompletionException(new IllegalStateException()), "'example.org': IllegalStateException"),
                Arguments.of(
                        new IllegalStateException("entry 3 has no link", new NullPointerException("x")),
                        "'example.org': IllegalStateException: entry 3 has no link"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureIsOnePlainSentence(Throwable why, String sentence) {
        assertThat(auditor.sentence(why, ADDRESS)).isEqualTo(sentence);
    }

    @Test
    void causesThatGoRoundInACircleEnd() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);
        assertThat(auditor.sentence(one, ADDRESS)).isEqualTo("'example.org': Exception: one");
    }

    @Test
    void aLostFeedSaysWhatTheReaderMisses() {
        assertThat(auditor.lossOfFeed(FEED, new SocketTimeoutException()))
                .isEqualTo(
                        new Loss(
                                "feed",
                                "example.org",
                                "https://example.org/rss",
                                "feed 'https://example.org/rss': 'example.org' did not answer in time; left out of this edition"));
    }

    @Test
    void aLostTextSaysWhatIsPrintedInstead() {
        assertThat(auditor.lossOfStory(story("A headline"), new SocketTimeoutException()))
                .isEqualTo(new Loss(
                        "story",
                        "A headline",
                        "https://news.example.org/a",
                        "story 'https://news.example.org/a': 'news.example.org' did not answer in time; printed with the"
                                + " feed's words"));
    }

    @Test
    void aLossThatNamesItsFeedAndItsCostIsToldAsItIs() {
        String sentence =
                "reddit.com asked to wait 90 s (429, Retry-After); feed 'https://example.org/rss' left out of this edition";
        assertThat(auditor.lossOfFeed(FEED, new LossException(sentence, 429)).reason())
                .isEqualTo(sentence);
        assertThat(auditor.failed(FEED, new CompletionException(new LossException(sentence, 429)), 812))
                .isEqualTo(
                        new FeedReport("https://example.org/rss", "example.org", "failed", sentence, 429, 0, 0, 812));
    }

    @Test
    void aLossWithoutThemGetsThem() {
        assertThat(auditor.lossOfFeed(FEED, new LossException("'example.org' sent more than 10 bytes"))
                        .reason())
                .isEqualTo(
                        "feed 'https://example.org/rss': 'example.org' sent more than 10 bytes; left out of this edition");
    }

    @Test
    void aFeedThatOnlyCameTooLateIsNotCalledFailed() {
        FeedReport report = auditor.failed(FEED, LossException.late("its turn had not come by the deadline"), 0);
        assertThat(report.status()).isEqualTo("late");
        assertThat(report.httpStatus()).isZero();
    }

    @Test
    void aFeedThatWasReadIsReportedWithItsNumbers() {
        FeedContent content = new FeedContent(
                "The Courier", null, List.of(story("A").entry(), story("B").entry()));
        assertThat(auditor.ok(FEED, content, new Reply(ADDRESS, 200, Map.of(), new byte[0], 310), 1))
                .isEqualTo(new FeedReport("https://example.org/rss", "The Courier", "ok", "", 200, 2, 1, 310));
    }

    @Test
    void aFeedWithNothingNewIsUnchangedAndATitlelessOneGoesByItsHost() {
        FeedReport report = auditor.ok(
                FEED, new FeedContent("", null, List.of()), new Reply(ADDRESS, 304, Map.of(), new byte[0], 90), 0);
        assertThat(report.status()).isEqualTo("unchanged");
        assertThat(report.title()).isEqualTo("example.org");
        assertThat(report.reason()).isNotBlank();
    }

    private static Story story(String title) {
        URI link = URI.create("https://news.example.org/a");
        Entry entry = new Entry(
                link.toString(), link, null, "", title, "", null, null, "", "", List.of(), 0, 0, null, null, false, 0);
        return new Story(
                new FiledEntry(entry, ADDRESS.toString(), "The Courier", "news", Instant.EPOCH),
                "news",
                1,
                1000,
                Map.of("offered", 1000L),
                List.of(),
                List.of());
    }
}
