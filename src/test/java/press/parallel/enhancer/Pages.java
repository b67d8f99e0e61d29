package press.parallel.enhancer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import press.parallel.Article;

/** The pages of src/test/resources/pages, one for each oddity. */
final class Pages {
    static final URI ADDRESS = URI.create("https://courier.example/news/story.html");

    private Pages() {}

    static byte[] bytes(String name) {
        try (InputStream page = Pages.class.getResourceAsStream("/pages/" + name + ".html")) {
            return page.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Article read(String name) {
        return new ArticleReader().read(bytes(name), ADDRESS, "text/html");
    }

    static Article of(String html) {
        return new ArticleReader().read(html.getBytes(StandardCharsets.UTF_8), ADDRESS, "text/html; charset=utf-8");
    }
}
