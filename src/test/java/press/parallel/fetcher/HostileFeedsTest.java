package press.parallel.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.parallel.FeedContent;

class HostileFeedsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void costsLittleTimeAndIsReadAsFarAsItIsAFeed(HostileFeeds kind) throws IOException {
        Path file = kind.write(folder);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(HostileFeeds.outcome(file)).startsWith(kind.expected));
    }

    /** One after another in a program that has 192 MB, of which a text of 24 MB and what is made of it take the most. */
    @Test
    void costsLittleMemory() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                HostileFeeds.class.getName(),
                folder.toString()));
        Arrays.stream(HostileFeeds.values()).map(Enum::name).forEach(command::add);
        Path output = folder.resolve("output.txt");
        Process program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(program.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(program.exitValue()).as(() -> read(output)).isZero();
            assertThat(read(output).lines()).hasSize(HostileFeeds.values().length);
        } finally {
            program.destroyForcibly();
        }
    }

    private static String read(Path file) {
        return Assertions.contentOf(file.toFile(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss SYSTEM '%s/rss.dtd'><rss><channel><title>x</title><item/></channel></rss>",
                "<!DOCTYPE rss PUBLIC '-//x' '%s/rss.dtd' [<!ENTITY e SYSTEM '%s/e'>]><rss><channel><title>&e;</title></channel></rss>",
                "<!DOCTYPE rss [<!ENTITY %% p SYSTEM '%s/p'>%%p;]><rss><channel><title>x</title></channel></rss>",
                "<!DOCTYPE rss [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><rss><channel><title>&e;</title></channel></rss>",
                "<?xml-stylesheet href='%s/s.xsl' type='text/xsl'?><rss><channel><title>x</title></channel></rss>",
                "<rss xmlns:xi='http://www.w3.org/2001/XInclude'><channel><title>x<xi:include href='%s/i' parse='text'/></title>"
                        + "<xi:include href='file:///etc/passwd' parse='text'/></channel></rss>",
                "<rss xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:x %s/x.xsd'><channel><title>x</title></channel></rss>",
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title><entry><id>1</id><title>x</title><content src='%s/c'/></entry></feed>",
                "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='%s/'><title>x</title><entry><id>1</id><content type='html'>&lt;img src='i'></content></entry></feed>",
            })
    void nothingIsLoadedFromElsewhere(String document) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(50);
            String address = "http://127.0.0.1:" + server.getLocalPort();
            FeedContent feed = Fixtures.text(document.replace("%s", address).replace("%%", "%"));

            assertThat(feed.toString()).doesNotContain("root:");
            Assertions.assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void anEntityIsNeverMoreThanItsText() {
        FeedContent feed =
                Fixtures.text("<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><rss><channel><title>F</title>"
                        + "<item><title>&b;</title></item></channel></rss>");
        assertThat(feed.entries().get(0).title()).isEqualTo("&a;&a;");
    }

    @Test
    void ofTooManyEntriesTheNewestAreReadAndItIsTold() {
        String items = "<item><title>old</title><pubDate>2023-01-01</pubDate></item>"
                + "<item><title>new</title><pubDate>2023-03-01</pubDate></item>"
                + "<item><title>middle</title><pubDate>2023-02-01</pubDate></item>"
                + "<item><title>undated</title></item>";
        FeedContent feed = new FeedReader(3)
                .read(
                        ("<rss><channel><title>F</title>" + items + "</channel></rss>")
                                .getBytes(StandardCharsets.UTF_8),
                        Fixtures.ADDRESS,
                        "");
        assertThat(feed.entries()).extracting(entry -> entry.title()).containsExactly("new", "middle", "undated");
        assertThat(feed.notes()).containsExactly("of its 4 entries the newest 3 were read (press.fetcher.max-entries)");
    }

    @Test
    void theSameHoldsForJson() {
        String items = "{'id':'1','date_published':'2023-01-01'},{'id':'2','date_published':'2023-03-01'},{'id':'3'}";
        FeedContent feed = new FeedReader(2)
                .read(
                        ("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"F\",\"items\":[" + items + "]}")
                                .getBytes(StandardCharsets.UTF_8),
                        Fixtures.ADDRESS,
                        "");
        assertThat(feed.entries()).extracting(entry -> entry.id()).containsExactly("2", "3");
        assertThat(feed.notes()).hasSize(1);
    }
}
