package press.parallel.fetcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Feeds that were written to hurt, made when they are wanted. As a program it reads each kind named in its arguments and prints what came of it, so that a
 * test can run it with little memory.
 */
enum HostileFeeds {
    NESTED_TAGS("ok 1 entries"),
    NESTED_ITEMS("ok 1999 entries of its 5,000 entries"),
    NESTED_HTML("ok 1 entries"),
    MANY_ATTRIBUTES("ok 1 entries"),
    MANY_ATTRIBUTES_IN_HTML("ok 1 entries"),
    MANY_ENTRIES("ok 2000 entries of its 100,000 entries the newest 2,000 were read"),
    MANY_ENTRIES_OLDEST_FIRST("ok 2000 entries of its 100,000 entries the newest 2,000 were read"),
    MANY_EMPTY_ENTRIES("ok 0 entries"),
    MANY_JSON_ENTRIES("ok 2000 entries of its 100,000 entries the newest 2,000 were read"),
    HUGE_CDATA("ok 1 entries"),
    HUGE_ESCAPED_HTML("ok 1 entries"),
    HUGE_HTML("ok 1 entries"),
    HUGE_TITLE("ok 1 entries"),
    HUGE_ATTRIBUTE("ok 0 entries"),
    HUGE_JSON_TEXT("not"),
    HUGE_BLANK("not"),
    BILLION_LAUGHS("ok 1 entries"),
    QUADRATIC_BLOWUP("ok 1 entries"),
    MANY_DOCTYPES("ok 1 entries"),
    MANY_OPEN_SECTIONS("ok 1 entries"),
    MANY_OPEN_COMMENTS("ok 1 entries"),
    MANY_SIGNS("ok 1 entries"),
    MANY_NAMESPACES("ok 1 entries"),
    MANY_CATEGORIES("ok 1 entries"),
    NESTED_JSON("not");

    private static final int MANY = 100_000;
    private static final int HUGE = 50 << 20;
    private static final String HEAD = "<rss version='2.0'><channel><title>F</title><link>http://h.example/</link>";
    private static final String ITEM = "<item><title>T</title><link>http://h.example/1</link><description>";
    private static final String END = "</description></item></channel></rss>";

    /** How what is read begins. */
    final String expected;

    HostileFeeds(String expected) {
        this.expected = expected;
    }

    Path write(Path folder) throws IOException {
        Path file = folder.resolve(name());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            write(out);
        }
        return file;
    }

    private void write(BufferedWriter out) throws IOException {
        switch (this) {
            case NESTED_TAGS -> around(out, "<a>", 5_000, "</a>");
            case NESTED_ITEMS -> {
                out.write(HEAD);
                repeat(out, "<item><title>x</title>", 5_000);
                repeat(out, "</item>", 5_000);
            }
            case NESTED_HTML -> around(out, "&lt;div&gt;&lt;b&gt;", MANY, "&lt;/div&gt;");
            case MANY_ATTRIBUTES -> {
                out.write(HEAD + "<item ");
                for (int i = 0; i < MANY; i++) {
                    out.write("a" + i + "='x' ");
                }
                out.write(">" + ITEM.substring("<item>".length()) + END);
            }
            case MANY_ATTRIBUTES_IN_HTML -> {
                out.write(HEAD + ITEM + "&lt;p ");
                for (int i = 0; i < MANY; i++) {
                    out.write("a" + i + "=x ");
                }
                out.write("&gt;p&lt;/p&gt;" + END);
            }
            case MANY_ENTRIES -> entries(out, false);
            case MANY_ENTRIES_OLDEST_FIRST -> entries(out, true);
            case MANY_EMPTY_ENTRIES -> {
                out.write(HEAD);
                repeat(out, "<item/>", 1_000_000);
            }
            case MANY_JSON_ENTRIES -> {
                out.write("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"F\",\"items\":[");
                for (int i = 0; i < MANY; i++) {
                    out.write((i > 0 ? "," : "") + "{\"id\":\"" + i + "\",\"url\":\"http://h.example/" + i
                            + "\",\"title\":\"Title " + i + "\",\"date_published\":\"" + date(i) + "\"}");
                }
                out.write("]}");
            }
            case HUGE_CDATA -> huge(out, HEAD + ITEM + "<![CDATA[", "<p>word</p> ", "]]>" + END);
            case HUGE_ESCAPED_HTML -> huge(out, HEAD + ITEM, "&lt;p&gt;word&lt;/p&gt; ", END);
            case HUGE_HTML -> huge(out, HEAD + ITEM, "<p>word after word after word after word</p> ", END);
            case HUGE_TITLE -> huge(out, HEAD + "<item><title>", "word ", "</title></item></channel></rss>");
            case HUGE_ATTRIBUTE -> huge(out, HEAD + "<item a='", "word ", "'><title>T</title></item></channel></rss>");
            case HUGE_JSON_TEXT ->
                huge(out, "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"", "word ", "\"}]}");
            case HUGE_BLANK -> huge(out, "", "     ", "");
            case BILLION_LAUGHS -> {
                out.write("<!DOCTYPE rss [<!ENTITY a0 'ha'>");
                for (int i = 1; i < 30; i++) {
                    out.write("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
                }
                out.write("]>" + HEAD + ITEM + "&a29;" + END);
            }
            case QUADRATIC_BLOWUP -> {
                out.write("<!DOCTYPE rss [<!ENTITY a '" + "x".repeat(900) + "'>]>" + HEAD + ITEM);
                repeat(out, "&a;", MANY);
                out.write(END);
            }
            case MANY_DOCTYPES -> around(out, "<!DOCTYPE x [", MANY, "");
            case MANY_OPEN_SECTIONS -> around(out, "<![CDATA[", MANY, "");
            case MANY_OPEN_COMMENTS -> around(out, "<!--", MANY, "");
            case MANY_SIGNS -> around(out, "<&<![<?", MANY, "");
            case MANY_NAMESPACES -> {
                out.write(HEAD + ITEM);
                for (int i = 0; i < MANY; i++) {
                    out.write("<p" + i + ":x xmlns:p" + i + "='http://n.example/" + i + "'/>");
                }
                out.write(END);
            }
            case MANY_CATEGORIES -> {
                out.write(HEAD + ITEM + "x</description>");
                for (int i = 0; i < MANY; i++) {
                    out.write("<category>" + i + "</category>");
                }
                out.write("</item></channel></rss>");
            }
            case NESTED_JSON -> {
                out.write("{\"items\":");
                repeat(out, "[", MANY);
            }
        }
    }

    private static void entries(BufferedWriter out, boolean oldestFirst) throws IOException {
        out.write(HEAD);
        for (int i = 0; i < MANY; i++) {
            int age = oldestFirst ? MANY - 1 - i : i;
            out.write("<item><title>Title " + age + "</title><link>http://h.example/" + age + "</link><guid>" + age
                    + "</guid><pubDate>" + date(age) + "</pubDate><description>A few words.</description></item>\n");
        }
        out.write("</channel></rss>");
    }

    private static Instant date(int age) {
        return Instant.parse("2023-11-14T22:13:20Z").minus(Duration.ofMinutes(age));
    }

    private static void around(BufferedWriter out, String open, int times, String close) throws IOException {
        out.write(HEAD + ITEM);
        repeat(out, open, times);
        out.write("text");
        repeat(out, close, close.isEmpty() ? 0 : times);
        out.write(END);
    }

    private static void huge(BufferedWriter out, String start, String piece, String end) throws IOException {
        out.write(start);
        repeat(out, piece, HUGE / piece.length());
        out.write(end);
    }

    private static void repeat(BufferedWriter out, String piece, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            out.write(piece);
        }
    }

    /** What the press makes of it, in a few words. */
    static String outcome(Path file) {
        ObjectNode read = (ObjectNode) new FeedFiles()
                .read(List.of(file), URI.create("http://h.example/feed"), "")
                .path(file.getFileName().toString());
        if (!read.path("ok").asBoolean()) {
            return "not: " + read.path("error").asText();
        }
        return "ok " + read.path("entries").size() + " entries "
                + read.path("notes").path(0).asText("");
    }

    /** @param arguments a folder, then the kinds */
    public static void main(String[] arguments) throws IOException {
        for (String kind : List.of(arguments).subList(1, arguments.length)) {
            Path file = valueOf(kind).write(Path.of(arguments[0]));
            long start = System.nanoTime();
            String outcome = outcome(file);
            System.out.println(
                    kind + "\t" + Duration.ofNanos(System.nanoTime() - start).toMillis() + "\t" + outcome);
            Files.delete(file);
        }
    }
}
