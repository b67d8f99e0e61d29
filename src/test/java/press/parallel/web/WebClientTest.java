package press.parallel.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.parallel.Feed;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.Validators;
import press.parallel.auditor.Auditor;
import press.parallel.localweb.Arrival;
import press.parallel.localweb.LocalWeb;
import press.parallel.newsstand.Newsstand;
import press.parallel.newsstand.Options;
import press.parallel.politeness.PoliteCancelledException;
import press.parallel.press.PoliteWeb;
import press.parallel.press.PoliteWeb.Setup;

/** What the press does to a server, seen from the server, and what it makes of its answers: the real route, camel-http and a real socket. */
@Timeout(60)
class WebClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private LocalWeb web;
    private PoliteWeb press;

    @BeforeEach
    void open() throws Exception {
        web = LocalWeb.open();
        press = new PoliteWeb(Setup.usual(web), folder);
    }

    @AfterEach
    void close() throws IOException {
        press.close();
        web.close();
    }

    /** The same press with other settings. */
    private void set(Setup setup) throws Exception {
        press.close();
        press = new PoliteWeb(setup, folder);
    }

    private Setup usual() {
        return Setup.usual(web);
    }

    private List<String> asked() {
        return web.arrivals().stream()
                .map(arrival -> arrival.path() + (arrival.query().isEmpty() ? "" : "?" + arrival.query()))
                .toList();
    }

    private static String sentence(Throwable why, URI address) {
        return new Auditor().sentence(why, address);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Nested
    class OneCallIsOneRequest {
        @ParameterizedTest
        @CsvSource({"/hello, 200", "/busy, 503", "/broken, 500", "/gone, 410"})
        void whateverTheServerAnswers(String room, int status) throws Exception {
            assertThat(press.reply(web.at(room)).status()).isEqualTo(status);
            assertThat(asked()).containsExactly(room);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "/cut-short | '127.0.0.1' ended its answer too soon",
                    "/chunk-cut-short | '127.0.0.1' ended its answer too soon",
                    "/hang-up | '127.0.0.1' ended its answer too soon",
                    "/gzip-cut-short | '127.0.0.1' ended its answer too soon",
                    "/reset | '127.0.0.1' broke the connection off"
                })
        void evenWhenTheConnectionBreaks(String room, String sentence) throws Exception {
            assertThat(sentence(press.failure(web.at(room)), web.at(room))).isEqualTo(sentence);
            assertThat(asked()).containsExactly(room);
        }

        @Test
        void overAConnectionThatTheServerClosedMeanwhileToo() throws Exception {
            set(usual().spaced(Duration.ofMillis(30), 2));
            for (int i = 0; i < 4; i++) {
                assertThat(press.reply(web.at("/parting?" + i)).status()).isEqualTo(200);
            }
            assertThat(asked()).containsExactly("/parting?0", "/parting?1", "/parting?2", "/parting?3");
        }

        @Test
        void pausesTheDomainAsLongAsItAsksAfter429() throws Exception {
            assertThat(press.failure(web.at("/too-many?seconds=90")))
                    .as("its turn comes after the deadline, so it is not asked once more")
                    .isInstanceOfSatisfying(PoliteCancelledException.class, late -> {
                        assertThat(late.source()).isEqualTo("Retry-After");
                        assertThat(late.why()).isEqualTo("asked to wait 90 s (429)");
                    });
            assertThat(asked()).containsExactly("/too-many?seconds=90");
            assertThat(press.line().report().get(0).untilTurn())
                    .isBetween(Duration.ofSeconds(80), Duration.ofSeconds(90));
        }
    }

    @Nested
    class RobotsTxt {
        @BeforeEach
        void theWebIsAProxy() throws Exception {
            set(usual().through(web.proxy(), false));
        }

        private Throwable failure(String host) throws Exception {
            return press.failure(PoliteWeb.page(URI.create("http://" + host + "/hello")));
        }

        private int status(String host) throws Exception {
            return press.reply(PoliteWeb.page(URI.create("http://" + host + "/hello")))
                    .status();
        }

        private List<String> askedOf(String host) {
            return web.arrivals(arrival -> arrival.host().equals(host)).stream()
                    .map(Arrival::path)
                    .toList();
        }

        @Test
        void isReadBeforeThePageAndOnce() throws Exception {
            assertThat(status("allow.robots.org")).isEqualTo(200);
            assertThat(status("allow.robots.org")).isEqualTo(200);
            assertThat(askedOf("allow.robots.org")).containsExactly("/robots.txt", "/hello", "/hello");
        }

        @Test
        void shutsAPageOutWithASentence() throws Exception {
            assertThat(failure("disallow.robots.org"))
                    .isInstanceOf(LossException.class)
                    .hasMessage(
                            "robots.txt of 'disallow.robots.org' asks programs not to read 'http://disallow.robots.org/hello'; it was not asked");
            assertThat(askedOf("disallow.robots.org")).containsExactly("/robots.txt");
        }

        @Test
        void thatIsBrokenShutsEverythingOut() throws Exception {
            assertThat(failure("broken.robots.org"))
                    .hasMessageContaining("could not be had (503)")
                    .hasMessageContaining("RFC 9309");
            assertThat(askedOf("broken.robots.org")).containsExactly("/robots.txt");
        }

        @Test
        void thatRedirectsInALoopOrIsMissingForbidsNothing() throws Exception {
            assertThat(status("loop.robots.org")).isEqualTo(200);
            assertThat(status("missing.robots.org")).isEqualTo(200);
        }

        @Test
        void ofFiftyMegabytesIsReadForHalfAMegabyte() throws Exception {
            assertThat(status("vast.robots.org")).isEqualTo(200);
            assertThat(web.sentOfVast()).isLessThan(20_000_000);
        }

        @Test
        void isNotReadForAFeedAlone() throws Exception {
            assertThat(press.reply(URI.create("http://disallow.robots.org/hello"))
                            .status())
                    .isEqualTo(200);
            assertThat(askedOf("disallow.robots.org")).containsExactly("/hello");
        }

        @Test
        void isReadBetweenAFeedAndTheNextOneOfItsDomainAndSlowsThemDown() throws Exception {
            press.reply(URI.create("http://slow.robots.org/hello"));
            press.reply(URI.create("http://slow.robots.org/hello"));
            assertThat(askedOf("slow.robots.org")).containsExactly("/hello", "/robots.txt", "/hello");
            List<Arrival> pages = web.arrivals(arrival ->
                    arrival.host().equals("slow.robots.org") && arrival.path().equals("/hello"));
            assertThat(Duration.ofNanos(pages.get(1).nanos() - pages.get(0).nanos()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(500));
            assertThat(press.line().status("robots.org").orElseThrow().source()).isEqualTo("robots.txt");
        }
    }

    @Nested
    class Redirects {
        private URI redirectTo(String location) {
            return web.at("/redirect?to=" + encoded(location));
        }

        @Test
        void everyHopTakesItsTurnInTheLine() throws Exception {
            set(usual().spaced(Duration.ofMillis(100), 2));
            String second = "/redirect?status=308&to=" + encoded("/hello");
            Reply reply = press.reply(web.at("/redirect?status=301&to=" + encoded(second)));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.address()).isEqualTo(web.at("/hello"));
            assertThat(press.line().totals().sent()).isEqualTo(3);
            assertThat(web.gaps(arrival -> true))
                    .hasSize(2)
                    .allMatch(gap -> gap.compareTo(Duration.ofMillis(100)) >= 0);
        }

        @Test
        void aLoopEndsAfterTheMostHopsWithASentence() throws Exception {
            assertThat(press.failure(web.at("/redirect-loop")))
                    .isInstanceOf(LossException.class)
                    .hasMessage(
                            "'" + web.at("/redirect-loop")
                                    + "' was still redirected after 3 hops (press.web.max-redirects); it may redirect to itself");
            assertThat(web.arrivals()).hasSize(4);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "hello?a=1 | /hello?a=1",
                    "/hello | /hello",
                    "./deep/../hello | /hello",
                    "../../hello | /hello",
                    "/hello#part | /hello",
                    "' /hello ' | /hello",
                    "/hello?q=a b | /hello?q=a%20b",
                    "/hello?q=100% | /hello?q=100%25",
                    "/hello?q=a%2Fb | /hello?q=a%2Fb",
                    "/hello?q={{press.title}} | /hello?q=%7B%7Bpress.title%7D%7D",
                    "/hello?x=[1] | /hello?x=[1]",
                    // A byte that is no UTF-8 goes back as it came (Gr\u00fc\u00dfe in ISO-8859-1).
                    "/hello?q=Gr\u00fc\u00dfe | /hello?q=Gr%FC%DFe",
                    // UTF-8 unencoded in the header: its bytes, not what they look like in ISO-8859-1.
                    "/hello?q=Gr\u00c3\u00bc\u00c3\u009fe | /hello?q=Gr%C3%BC%C3%9Fe",
                    "//127.0.0.1:PORT/hello | /hello"
                })
        void locationsAreReadAsServersWriteThem(String location, String asked) throws Exception {
            URI from = redirectTo(location.replace("PORT", "" + web.port()));
            assertThat(press.reply(from).status()).isEqualTo(200);
            assertThat(asked().get(1)).isEqualTo(asked);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "file:///etc/passwd",
                    "ftp://127.0.0.1/",
                    "javascript:alert(1)",
                    "data:text/html,hello",
                    "mailto:a@example.org",
                    "http:///hello",
                    "http://:80/",
                    "http://127.0.0.1:99999/hello",
                    "http://user:secret@127.0.0.1/"
                })
        void whatIsNoPlainHttpAddressIsRefused(String location) throws Exception {
            assertThat(press.failure(redirectTo(location)))
                    .isInstanceOf(LossException.class)
                    .hasMessageContaining("expected an ");
            assertThat(web.arrivals()).hasSize(1);
        }

        @Test
        void aPrivateAddressIsRefused() throws Exception {
            try (LocalWeb home = LocalWeb.open()) {
                assertThat(press.failure(redirectTo(home.at("/hello").toString())))
                        .isInstanceOf(LossException.class)
                        .hasMessageContaining("'127.0.0.1' has a private address")
                        .hasMessageContaining("press.web.allow = 127.0.0.1:" + home.port());
                assertThat(home.arrivals()).isEmpty();
            }
        }

        @Test
        void withoutALocationItIsAnAnswer() throws Exception {
            assertThat(press.reply(web.at("/redirect?status=304")).status()).isEqualTo(304);
        }
    }

    @Nested
    class WhatGoesOut {
        private Map<String, String> sent(Request request) throws Exception {
            return new ObjectMapper().readValue(press.reply(request).body(), new TypeReference<>() {});
        }

        @Test
        void isAShortListOfHeaders() throws Exception {
            Map<String, String> sent =
                    sent(PoliteWeb.request(web.at("/echo-headers"), "W/\"a\\b-1\"", "Sun, 22 Nov 2026 06:00:00 GMT"));

            assertThat(sent)
                    .containsOnlyKeys(
                            "host",
                            "user-agent",
                            "accept",
                            "accept-encoding",
                            "connection",
                            "if-none-match",
                            "if-modified-since")
                    .containsEntry("host", "127.0.0.1:" + web.port())
                    .containsEntry("user-agent", PoliteWeb.USER_AGENT)
                    .containsEntry("accept", "text/html, */*;q=0.1")
                    .containsEntry("if-none-match", "W/\"a\\b-1\"")
                    .containsEntry("if-modified-since", "Sun, 22 Nov 2026 06:00:00 GMT")
                    .containsEntry("connection", "keep-alive");
            assertThat(sent.get("accept-encoding")).contains("gzip");
        }

        @Test
        void validatorsGoToTheAddressThatGaveThemAlone() throws Exception {
            Validators elsewhere = new Validators(web.at("/elsewhere"), "\"1\"", "then");
            assertThat(sent(PoliteWeb.request(web.at("/echo-headers"), PATIENCE).with(elsewhere)))
                    .doesNotContainKeys("if-none-match", "if-modified-since");
            Validators there = new Validators(web.at("/echo-headers"), "\"1\"", "");
            assertThat(sent(PoliteWeb.request(web.at("/redirect?to=/echo-headers"), PATIENCE)
                            .with(there)))
                    .containsEntry("if-none-match", "\"1\"")
                    .doesNotContainKeys("if-modified-since");
        }

        @Test
        void cookiesNeverComeBack() throws Exception {
            press.reply(web.at("/cookies"));
            assertThat(new String(press.reply(web.at("/cookies")).body(), UTF_8))
                    .isEqualTo("cookie: ");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/hello?q=a%2Fb&x=%7By%7D",
                    "/hello?t=%7B%7Bpress.title%7D%7D&u=%7B%7Benv:HOME%7D%7D&v=%7B%7B?press.title%7D%7D",
                    "/hello?a+b=c%20d&e=&f&&g==h;i=%26%3d%3D",
                    "/hello?lower=%c3%a9&raw=%FF%00",
                    "/hello?k=RAW(a+b)&l=RAW%7Bx%7D",
                    "/hello?why=?&at=@&q='()*!$,:",
                    "/hello?throwExceptionOnFailure=true&httpMethod=POST&bridgeEndpoint=true",
                    "/hello?",
                    "/a%2Fb/%2e%2e/%7Euser//c/./d/../e;v=1,2/",
                    "/a%20b/c+d/%C3%BC",
                    "/$%7Bbody%7D/$simple%7Bbody%7D"
                })
        void addressesArriveByteForByte(String pathAndQuery) throws Exception {
            press.reply(web.at(pathAndQuery));
            Arrival arrival = web.arrivals().get(0);
            String[] parts = pathAndQuery.split("\\?", 2);
            assertThat(arrival.path()).isEqualTo(parts[0]);
            assertThat(arrival.query()).isEqualTo(parts.length > 1 ? parts[1] : "");
        }

        @Test
        void theAddressOfASiteWithoutAPathIsItsRoot() throws Exception {
            press.reply(web.at("?a=1"));
            press.reply(web.at(""));
            assertThat(asked()).containsExactly("/?a=1", "/");
        }

        @Test
        void aFragmentStaysHere() throws Exception {
            press.reply(web.at("/hello?a=1#part"));
            assertThat(asked()).containsExactly("/hello?a=1");
        }

        @Test
        void userNamesAndPasswordsAreRefused() throws Exception {
            assertThat(press.failure(URI.create("http://reader:secret@127.0.0.1:" + web.port() + "/hello")))
                    .isInstanceOf(LossException.class)
                    .hasMessageContaining("without user name and password")
                    .hasMessageNotContaining("secret");
            assertThat(web.arrivals()).isEmpty();
        }
    }

    @Nested
    class WhatComesIn {
        private Reply withHeader(String name, String value) throws Exception {
            return press.reply(web.at("/header?name=" + name + "&value=" + encoded(value)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "W/\"a\\b-1\"",
                    "\"\"",
                    "unquoted",
                    "[abc]",
                    "[a, b,c]",
                    "[]",
                    "\"{{press.title}}\"",
                    "\"a\",\"b\"",
                    "\"\u00fc\u0080\u009f\u00ff\""
                })
        void validatorsAreKeptAndSentBackByteForByte(String etag) throws Exception {
            String kept = withHeader("ETag", etag).header("etag").orElseThrow();
            assertThat(kept).isEqualTo(etag);
            Reply echo = press.reply(PoliteWeb.request(web.at("/echo-headers"), kept, ""));
            assertThat(new ObjectMapper()
                            .readTree(echo.body())
                            .get("if-none-match")
                            .asText())
                    .isEqualTo(etag);
        }

        @Test
        void linesOfOneListAreOneList() throws Exception {
            // RFC 9110, 5.3
            assertThat(withHeader("Cache-Control", "max-age=60\r\nCache-Control: [x]\r\ncache-control: public")
                            .header("cache-control"))
                    .contains("max-age=60, [x], public");
        }

        @Test
        void ofSeveralValuesThatAreNoListTheFirstCounts() throws Exception {
            assertThat(withHeader("Location", "/hello\r\nLocation: /other").header("location"))
                    .contains("/hello");
            assertThat(withHeader("ETag", "\"a\"\r\nETag: \"b\"").header("etag"))
                    .contains("\"a\"");
        }

        @Test
        void headersOfCamelAreNotTaken() throws Exception {
            assertThat(withHeader("CamelHttpResponseCode", "204").status()).isEqualTo(200);
            assertThat(withHeader("domain", "evil.example").headers()).isEmpty();
        }

        @Test
        void gzipIsInflated() throws Exception {
            assertThat(new String(press.reply(web.at("/gzip")).body(), UTF_8)).isEqualTo("x".repeat(1000));
        }

        @Test
        void theBytesOfAnyCharsetAreKept() throws Exception {
            Reply reply = press.reply(web.at("/charset?name=windows-1252"));
            assertThat(reply.contentType()).isEqualTo("text/html; charset=windows-1252");
            assertThat(new String(reply.body(), java.nio.charset.Charset.forName("windows-1252")))
                    .contains("Gr\u00fc\u00dfe");
            Reply unknown = withHeader("Content-Type", "text/html; charset=no-such-charset");
            assertThat(new String(unknown.body(), UTF_8)).isEqualTo("See above");
            assertThat(unknown.contentType()).isEqualTo("text/html; charset=no-such-charset");
        }

        @Test
        void anAnswerWithoutAByteIsAnAnswer() throws Exception {
            Reply reply = press.reply(web.at("/empty"));
            assertThat(reply.ok()).isTrue();
            assertThat(reply.body()).isEmpty();
        }

        @Test
        void notModifiedBringsItsValidators() throws Exception {
            Reply first = press.reply(web.at("/not-modified"));
            Reply second = press.reply(PoliteWeb.request(
                    web.at("/not-modified"), first.header("etag").orElseThrow(), ""));
            assertThat(second.status()).isEqualTo(304);
            assertThat(second.body()).isEmpty();
            assertThat(second.header("etag")).isEqualTo(first.header("etag"));
            assertThat(second.header("last-modified")).contains("Sun, 22 Nov 2026 06:00:00 GMT");
        }
    }

    @Nested
    class Bounds {
        private Duration took(Instant began) {
            return Duration.between(began, Instant.now());
        }

        @Test
        void aBodyMayBeAsLongAsTheCapAndNotAByteLonger() throws Exception {
            assertThat(press.reply(web.at("/big?bytes=1000000")).body()).hasSize(1_000_000);
            assertThat(press.failure(web.at("/big?bytes=1000001")))
                    .isInstanceOf(LossException.class)
                    .hasMessage("'127.0.0.1' sent more than 1000000 bytes; it was cut off (press.web.max-body)");
        }

        @Test
        void aGzipBombIsCutOffByWhatItInflatesTo() throws Exception {
            Instant began = Instant.now();
            assertThat(press.failure(web.at("/gzip-bomb"))).hasMessageContaining("sent more than 1000000 bytes");
            assertThat(took(began)).isLessThan(Duration.ofSeconds(3));
            assertThat(press.reply(web.at("/hello")).status()).as("afterwards").isEqualTo(200);
        }

        @Test
        void aDripEndsAtTheTotalLimit() throws Exception {
            set(usual().within(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(400)));
            Instant began = Instant.now();
            assertThat(press.failure(web.at("/drip?millis=20")))
                    .isInstanceOf(LossException.class)
                    .hasMessage(
                            "'127.0.0.1' did not finish its answer within 0.4 s; it was cut off (press.web.total-timeout)");
            assertThat(took(began)).isBetween(Duration.ofMillis(400), Duration.ofSeconds(3));
        }

        @Test
        void theDeadlineOfARequestEndsItSooner() throws Exception {
            Instant began = Instant.now();
            assertThat(press.failure(PoliteWeb.request(web.at("/drip?millis=20"), Duration.ofMillis(500))))
                    .isInstanceOf(LossException.class);
            assertThat(took(began)).isBetween(Duration.ofMillis(400), Duration.ofSeconds(3));
        }

        @Test
        void aServerThatSaysNothingEndsAtTheResponseTimeout() throws Exception {
            set(usual().within(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(20)));
            Instant began = Instant.now();
            URI slow = web.at("/slow?millis=10000");
            assertThat(sentence(press.failure(slow), slow)).isEqualTo("'127.0.0.1' did not answer in time");
            assertThat(took(began)).isBetween(Duration.ofMillis(300), Duration.ofSeconds(3));
            assertThat(web.arrivals()).hasSize(1);
        }

        @Test
        void silenceInsideAnAnswerCountsTheSame() throws Exception {
            set(usual().within(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(20)));
            Instant began = Instant.now();
            assertThat(sentence(press.failure(web.at("/drip?millis=10000")), web.at("/")))
                    .isEqualTo("'127.0.0.1' did not answer in time");
            assertThat(took(began)).isLessThan(Duration.ofSeconds(3));
        }

        /** A door that nobody opens: its backlog is full, so that connecting hangs. */
        private URI deafDoor(ServerSocket door, List<Socket> waiting) throws IOException {
            InetSocketAddress address = new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
            for (int i = 0; i < 10; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(address, 100);
                } catch (IOException full) {
                    break;
                }
            }
            return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
        }

        @ParameterizedTest
        @CsvSource({"300, 20000", "20000, 300"})
        void connectingEndsAtItsTimeoutOrAtTheTotalLimit(long connectMillis, long totalMillis) throws Exception {
            List<Socket> waiting = new ArrayList<>();
            try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                URI deaf = deafDoor(door, waiting);
                set(usual().allowing("127.0.0.1:" + door.getLocalPort())
                        .within(
                                Duration.ofMillis(connectMillis),
                                Duration.ofSeconds(20),
                                Duration.ofMillis(totalMillis)));
                Instant began = Instant.now();
                assertThat(sentence(press.failure(deaf), deaf))
                        .isIn(
                                "'127.0.0.1' did not answer in time",
                                "'127.0.0.1' did not finish its answer within 0.3 s; it was cut off (press.web.total-timeout)");
                assertThat(took(began)).isBetween(Duration.ofMillis(300), Duration.ofSeconds(4));
            } finally {
                for (Socket socket : waiting) {
                    socket.close();
                }
            }
        }
    }

    @Nested
    class BehindAProxy {
        @Test
        void theProxyIsAskedForTheWholeAddressAndResolvesTheName() throws Exception {
            set(usual().through(web.proxy(), true));
            Reply reply = press.reply(URI.create("http://no-such-host.example/hello?a=%7B%7Bpress.title%7D%7D"));
            assertThat(new String(reply.body(), UTF_8)).contains("Hello from no-such-host.example");
            assertThat(asked()).containsExactly("/hello?a=%7B%7Bpress.title%7D%7D");
        }

        @Test
        void httpsAddressesAreAskedOfItDirectlyWithoutATunnel() throws Exception {
            Feed feed = new Feed(URI.create("https://www.wired.com/feed/rss"), "tech", 0, 0);
            try (Newsstand stand =
                    Newsstand.open(List.of(feed), InstantSource.system(), Options.quick(1000, Duration.ZERO))) {
                set(usual().through(stand.proxy(), false));
                Reply reply = press.reply(feed.address());
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.address()).isEqualTo(feed.address());
                assertThat(stand.arrivals())
                        .singleElement()
                        .satisfies(arrival -> assertThat(arrival.host()).isEqualTo("www.wired.com"));
            }
        }

        @Test
        void aTunnelIsAskedForOnceAndARefusalOfItIsTold() throws Exception {
            set(usual().through(web.proxy(), true));
            URI address = URI.create("https://no-such-host.example/hello");
            Exchange exchange = press.ask(PoliteWeb.request(address, PATIENCE));
            assertThat(web.arrivals())
                    .singleElement()
                    .satisfies(arrival -> assertThat(arrival.method()).isEqualTo("CONNECT"));
            // The local web knows no tunnels and answers 404.
            assertThat(exchange.getMessage().getBody())
                    .isInstanceOfSatisfying(
                            Reply.class, reply -> assertThat(reply.status()).isEqualTo(404));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://127.0.0.1/",
                    "http://127.1/",
                    "http://2130706433/",
                    "http://0x7f000001/",
                    "http://0177.0.0.1/",
                    "http://[::1]/",
                    "http://localhost:8080/",
                    "https://printer.localhost./",
                    "HTTP://169.254.169.254/latest/meta-data/"
                })
        void privateAddressesByNameAreStillRefused(String address) throws Exception {
            set(usual().through(web.proxy(), true));
            assertThat(press.failure(URI.create(address)))
                    .isInstanceOf(LossException.class)
                    .hasMessageContaining("it was not asked");
            assertThat(web.arrivals()).isEmpty();
        }
    }
}
