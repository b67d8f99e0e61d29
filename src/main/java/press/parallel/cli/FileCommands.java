package press.parallel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.parallel.enhancer.ArticleFiles;
import press.parallel.enhancer.ArticleReader;
import press.parallel.enhancer.SiteRules;
import press.parallel.fetcher.FeedFiles;

/**
 * What {@code feed} and {@code article} do with files: plain Java that answers without starting Quarkus or Camel.
 */
public record FileCommands(Feeds feeds, Articles articles) {
    /** The desks' readers. The only place where the command line is tied to them. */
    static final FileCommands OF_THE_DESKS = new FileCommands(
            (files, manifest, url, contentType) -> {
                FeedFiles feeds = new FeedFiles();
                ObjectNode answer = feeds.read(files, url, contentType);
                return manifest == null ? answer : answer.setAll(feeds.manifest(manifest));
            },
            (filesAndFolders, url, rules, output) ->
                    new ArticleFiles(new ArticleReader(rules)).read(filesAndFolders, url, output));

    /** Reads feeds from files. */
    @FunctionalInterface
    public interface Feeds {
        /**
         * @param files each exists
         * @param manifest JSON object, file name beside it to {@code {url, content_type}}: files to read besides; null: none
         * @param url where the one file came from; null: not known
         * @param contentType how the one file was served; "" when not known
         * @return an object per file, by file name; what cannot be read is told in its place
         * @throws IOException if the manifest cannot be read
         */
        ObjectNode read(List<Path> files, @Nullable Path manifest, @Nullable URI url, String contentType)
                throws IOException;
    }

    /** Reads articles from page files. */
    @FunctionalInterface
    public interface Articles {
        /**
         * @param filesAndFolders each exists; of a folder every page in it
         * @param url where the one file came from; null: not known
         * @param rules what the reader says of single sites
         * @param output receives one JSON object, by file name without extensions
         * @return a sentence for each file that could not be read; the others are in the output
         * @throws IOException if {@code output} cannot be written
         */
        List<String> read(List<Path> filesAndFolders, @Nullable URI url, SiteRules rules, OutputStream output)
                throws IOException;
    }
}
