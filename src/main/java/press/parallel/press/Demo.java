package press.parallel.press;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.parallel.newsstand.Newsstand;
import press.parallel.newsstand.Options;

/** The built-in newsstand, when it was asked for. It has to be open before the web client is made. */
@Singleton
final class Demo {
    private final Paper paper;
    private final InstantSource clock;
    private @Nullable Newsstand newsstand;

    Demo(Paper paper, InstantSource clock) {
        this.paper = paper;
        this.clock = clock;
    }

    synchronized void open() {
        if (newsstand == null) {
            newsstand = Newsstand.open(paper.feeds().get(), clock, Options.usual());
        }
    }

    /** Where the newsstand plays the web; empty when the real web is asked. */
    synchronized Optional<URI> proxy() {
        return Optional.ofNullable(newsstand).map(Newsstand::proxy);
    }

    synchronized String summary() {
        return newsstand == null ? "" : newsstand.summary();
    }

    @PreDestroy
    synchronized void close() {
        if (newsstand != null) {
            newsstand.close();
            newsstand = null;
        }
    }
}
