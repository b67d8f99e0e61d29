package press.parallel.newsstand;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import press.parallel.Feed;

/** The feeds of the settings file, as the press lists them. */
final class DefaultPaper {
    private DefaultPaper() {}

    static List<Feed> feeds() throws IOException {
        Properties settings = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("application.properties"))) {
            settings.load(in);
        }
        List<Feed> feeds = new ArrayList<>();
        for (String section : settings.getProperty("press.sections").split(",\\s*")) {
            for (String address :
                    settings.getProperty("press.section." + section + ".feeds").split(",\\s*")) {
                feeds.add(new Feed(URI.create(address), section, feeds.size()));
            }
        }
        return feeds;
    }
}
