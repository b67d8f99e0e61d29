package press.parallel.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line. */
sealed interface Verb {
    /** {@code print} and {@code demo}. */
    record Print(PrintOrder order) implements Verb {}

    record Serve() implements Verb {}

    record Check() implements Verb {}

    /** {@code url} and {@code contentType} (else "") only with exactly one file. */
    record Feed(
            List<String> urls,
            List<Path> files,
            @Nullable Path manifest,
            @Nullable URI url,
            String contentType) implements Verb {
        public Feed {
            urls = List.copyOf(urls);
            files = List.copyOf(files);
        }

        boolean hasFiles() {
            return !files.isEmpty() || manifest != null;
        }
    }

    record Article(List<String> urls, List<Path> files) implements Verb {
        public Article {
            urls = List.copyOf(urls);
            files = List.copyOf(files);
        }
    }

    /** Whether Quarkus has to run for it. */
    default boolean needsRuntime() {
        if (this instanceof Feed feed) {
            return !feed.urls().isEmpty();
        }
        if (this instanceof Article article) {
            return !article.urls().isEmpty();
        }
        return true;
    }
}
