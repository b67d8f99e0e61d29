package press.parallel.press;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.parallel.Feed;
import press.parallel.bench.Workload;
import press.parallel.newsstand.Newsstand;
import press.parallel.newsstand.Options;
import press.parallel.newsstand.Wide;

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

    /** As strict as {@code workload} says, with its web. */
    synchronized Newsstand open(Workload workload) {
        Options options = new Options(1, workload.intervals(), workload.elsewhere());
        List<Feed> feeds = paper.feeds().get();
        Wide wide = workload.wide();
        Newsstand opened =
                wide == null ? Newsstand.open(feeds, clock, options) : Newsstand.open(feeds, clock, options, wide);
        newsstand = opened;
        return opened;
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
