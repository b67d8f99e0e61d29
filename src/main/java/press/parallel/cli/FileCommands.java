package press.parallel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code feed} and {@code article} do with files: plain Java that answers without starting Quarkus or Camel.
 */
public record FileCommands(Feeds feeds, Articles articles) {
    /** The desks' readers. The only place where the command line is tied to them. */
    static final FileCommands OF_THE_DESKS = new FileCommands(
            (files, manifest, url, contentType) -> {
                throw new IOException("the fetcher's reader of files is not part of this program");
            },
            filesAndFolders -> {
                throw new IOException("the enhancer's reader of files is not part of this program");
            });

    /** Reads feeds from files. */
    @FunctionalInterface
    public interface Feeds {
        /**
         * @param files each exists
         * @param manifest JSON object, file name beside it to {@code {url, content_type}}: files to read besides; null: none
         * @param url where the one file came from; null: not known
         * @param contentType how the one file was served; null: not known
         * @return an object per file, by file name
         * @throws IOException if a file or the manifest cannot be read
         */
        ObjectNode read(List<Path> files, @Nullable Path manifest, @Nullable String url, @Nullable String contentType)
                throws IOException;
    }

    /** Reads articles from page files. */
    @FunctionalInterface
    public interface Articles {
        /**
         * @param filesAndFolders each exists; of a folder every {@code .html} and {@code .html.gz}
         * @return an object per page, by file name without extensions
         * @throws IOException if one cannot be read
         */
        ObjectNode read(List<Path> filesAndFolders) throws IOException;
    }
}
