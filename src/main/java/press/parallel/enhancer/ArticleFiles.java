package press.parallel.enhancer;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import press.parallel.Article;
import press.parallel.Picture;

/**
 * Reads pages from files and writes what they say as one JSON object:
 * {@code {"<id>": {"articleBody", "title", "author", "published", "image", "language", "direction", "site", "canonical", "words",
 * "obstacle", "images": [{"address", "alt", "caption"}], "html"}}}, id = file name without extensions, absent values null. {@code obstacle}
 * says why the page has not the story's text, null when it has. One page is in memory at a time. No state, safe for use by many threads.
 */
public final class ArticleFiles {
    /** Pages that inflate to more bytes are not read: 20 MB pages exist, larger ones are no pages. */
    private static final int LARGEST = 32 * 1024 * 1024;

    /** Where a page is taken to lie when nobody says: relative links lead there. */
    private static final URI SOMEWHERE = URI.create("http://localhost/");

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final ArticleReader reader;

    public ArticleFiles(ArticleReader reader) {
        this.reader = reader;
    }

    /**
     * Reads {@code paths} in their order: {@code .html}, {@code .htm}, {@code .xhtml}, each also with {@code .gz}, and folders of
     * them, those by name and with their subfolders. A file named itself is read whatever it is called.
     *
     * @param url where the one page came from; null: not known
     * @param output receives the JSON in UTF-8; is flushed, not closed
     * @return a sentence for each file that could not be read; the others are in the output
     * @throws IOException when {@code output} cannot be written
     */
    public List<String> read(List<Path> paths, @Nullable URI url, OutputStream output) throws IOException {
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try (JsonGenerator json = JSON.createGenerator(output, JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            for (Path path : paths) {
                for (Path file : files(path, problems)) {
                    if (!ids.add(id(file))) {
                        problems.add("file '" + file + "': expected a name of its own, but '" + id(file)
                                + "' was read before; left out");
                        continue;
                    }
                    @Nullable PageReading page = page(file, url == null ? SOMEWHERE : url, problems);
                    if (page != null) {
                        json.writeFieldName(id(file));
                        @Nullable Obstacle obstacle = page.obstacle();
                        write(reader.article(List.of(page)), obstacle == null ? null : obstacle.sentence(), json);
                    }
                }
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return problems;
    }

    private static List<Path> files(Path path, List<String> problems) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var found = Files.walk(path)) {
            return found.filter(Files::isRegularFile)
                    .filter(ArticleFiles::isPage)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            problems.add("folder '" + path + "': could not be listed (" + reason(unreadable) + "); left out");
            return List.of();
        }
    }

    private static boolean isPage(Path file) {
        String name = name(file);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return plain.endsWith(".html") || plain.endsWith(".htm") || plain.endsWith(".xhtml");
    }

    private static String id(Path file) {
        String id = String.valueOf(file.getFileName());
        for (String end : new String[] {".gz", ".html", ".htm", ".xhtml"}) {
            id = id.toLowerCase(Locale.ROOT).endsWith(end) ? id.substring(0, id.length() - end.length()) : id;
        }
        return id;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private @Nullable PageReading page(Path file, URI address, List<String> problems) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream page = name(file).endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            byte[] body = page.readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                problems.add("file '" + file + "': expected a page of at most " + LARGEST / (1024 * 1024)
                        + " MiB, but it is larger; left out");
                return null;
            }
            return reader.page(body, address, "", address, 1);
        } catch (IOException unreadable) {
            problems.add("file '" + file + "': could not be read (" + reason(unreadable) + "); left out");
            return null;
        }
    }

    private static String reason(Exception unreadable) {
        if (unreadable instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return unreadable.getMessage() == null ? unreadable.getClass().getSimpleName() : unreadable.getMessage();
    }

    /** Writes the article as the {@code article} command shows it. */
    public static void write(Article article, JsonGenerator json) throws IOException {
        write(article, null, json);
    }

    private static void write(Article article, @Nullable String obstacle, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("articleBody", article.text());
        json.writeStringField("title", article.title());
        json.writeStringField("author", article.author());
        json.writeStringField("published", said(article.published()));
        json.writeStringField(
                "image", article.image() == null ? null : said(article.image().address()));
        json.writeStringField("language", article.language());
        json.writeStringField("direction", article.direction());
        json.writeStringField("site", article.site());
        json.writeStringField("canonical", said(article.canonical()));
        json.writeNumberField("words", article.words());
        json.writeStringField("obstacle", obstacle);
        json.writeArrayFieldStart("images");
        for (Picture picture : article.pictures()) {
            json.writeStartObject();
            json.writeStringField("address", said(picture.address()));
            json.writeStringField("alt", picture.alt());
            json.writeStringField("caption", picture.caption());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("html", article.html());
        json.writeEndObject();
    }

    private static @Nullable String said(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
