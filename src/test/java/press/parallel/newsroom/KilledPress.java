package press.parallel.newsroom;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import press.parallel.Entry;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FeedState;
import press.parallel.Run;

/** A press in a process of its own that files feed after feed, says so after each, and waits to be killed. */
final class KilledPress {
    static final int ENTRIES = 40;

    private KilledPress() {}

    public static void main(String[] arguments) {
        Newsroom newsroom = new Newsroom(
                Stores.at(arguments[0]),
                InstantSource.system(),
                Newsroom.Paper.daily(ZoneOffset.UTC, Duration.ofDays(4)));
        RunLock lock = newsroom.lock(Duration.ZERO);
        Run run = newsroom.open(Duration.ofMinutes(2), 0.75);
        System.out.println(run.edition());
        for (int i = 0; lock != null; i++) {
            newsroom.file(run, feed(i), content(i), 200, 5, Duration.ofHours(48), FeedState.NEW, Map.of());
            newsroom.stamp("site" + i + ".test", InstantSource.system().instant());
            System.out.println(i);
        }
    }

    static Feed feed(int i) {
        return new Feed(URI.create("https://site" + i + ".test/feed"), "news", i);
    }

    private static FeedContent content(int i) {
        List<Entry> entries = new ArrayList<>();
        for (int n = 0; n < ENTRIES; n++) {
            entries.add(NewsroomPromises.entry("https://site" + i + ".test/" + n, "Story " + n, null));
        }
        return new FeedContent("Site " + i, null, entries);
    }
}
