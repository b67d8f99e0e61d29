package press.parallel.press;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import press.parallel.Edition;
import press.parallel.Feed;
import press.parallel.Printed;
import press.parallel.Progress;
import press.parallel.Run;
import press.parallel.RunSheet;
import press.parallel.newsroom.RunLock;
import press.parallel.politeness.PoliteLine;

/** What is counted and remembered while one run is under way. Every method is guarded by the ledger itself. */
final class Ledger {
    /** Told several times a second, so only of the longest lanes. */
    private static final int SHOWN_DOMAINS = 1_000;

    final Run run;
    final List<Feed> feeds;
    final RunLock lock;
    final boolean byHand;
    final CompletableFuture<Printed> ordered;
    final PicturePlan pictures;
    private final PoliteLine.Totals before;
    private final int robotsBefore;
    private final Instant began;
    private final Map<String, Feed> out = new LinkedHashMap<>();
    private final Set<String> claimed = new HashSet<>();
    private final Set<String> articles = new HashSet<>();
    private final Set<String> wanted = new HashSet<>();
    private final Map<String, LateFeeds> late = new LinkedHashMap<>();
    private String stage = "fetching";
    private int unchanged;
    private long bytesSaved;
    private boolean looked = true;
    private @Nullable Instant fetched;
    private @Nullable Instant enhanced;
    private @Nullable Instant ended;
    private @Nullable Edition edition;
    private @Nullable CompletableFuture<RunSheet> kept;

    Ledger(
            Run run,
            List<Feed> feeds,
            RunLock lock,
            boolean byHand,
            CompletableFuture<Printed> ordered,
            PicturePlan pictures,
            PoliteLine.Totals before,
            int robotsBefore,
            Instant began) {
        this.run = run;
        this.feeds = List.copyOf(feeds);
        this.lock = lock;
        this.byHand = byHand;
        this.ordered = ordered;
        this.pictures = pictures;
        this.before = before;
        this.robotsBefore = robotsBefore;
        this.began = began;
        feedsOut(feeds);
    }

    /** Only these are still to come in; all of them until it is known which are due. */
    final synchronized void feedsOut(List<Feed> due) {
        out.clear();
        due.forEach(feed -> out.put(feed.address().toString(), feed));
    }

    synchronized void feedDone(String address) {
        out.remove(address);
        looked = false;
    }

    /** A 304 saved so many bytes. */
    synchronized void saved(long bytes) {
        unchanged++;
        bytesSaved += bytes;
    }

    /** A feed whose domain's turn did not come in time. */
    synchronized void late(Late where, String feed) {
        late.computeIfAbsent(where.domain(), domain -> new LateFeeds()).add(where, feed);
    }

    /** Domains whose turn did not come in time, with the addresses of their feeds. */
    synchronized List<LateFeeds> late() {
        return List.copyOf(late.values());
    }

    /** The feeds of one domain that are late. */
    static final class LateFeeds {
        private final Set<String> feeds = new LinkedHashSet<>();
        private @Nullable Late last;

        private void add(Late where, String feed) {
            last = where;
            feeds.add(feed);
        }

        Set<String> feeds() {
            return feeds;
        }

        Late where() {
            return Objects.requireNonNull(last);
        }
    }

    synchronized List<Feed> stillOut() {
        return List.copyOf(out.values());
    }

    /** True once for each feed that has come in while others are still out. */
    synchronized boolean worthLookingAhead() {
        if (looked || out.isEmpty() || !stage.equals("fetching")) {
            return false;
        }
        looked = true;
        return true;
    }

    synchronized void stage(String next, Instant now) {
        if (stage.equals("fetching") && fetched == null) {
            fetched = now;
        }
        if (next.equals("done")) {
            ended = now;
        }
        stage = next;
    }

    /** @param kept done when the choice lies in the newsroom */
    synchronized void chosen(RunSheet sheet, CompletableFuture<RunSheet> kept, Instant now) {
        this.kept = kept;
        stage("enhancing", now);
        sheet.stories().forEach(story -> wanted.add(story.entry().key()));
    }

    /**
     * Returns when the choice lies in the newsroom, so that nothing is printed that a killed press would not print again.
     *
     * @throws java.util.concurrent.CompletionException when it could not be kept
     */
    void untilKept() {
        CompletableFuture<RunSheet> choice;
        synchronized (this) {
            choice = kept;
        }
        if (choice != null) {
            choice.join();
        }
    }

    synchronized boolean claim(String key) {
        return isGathering() && claimed.add(key);
    }

    synchronized boolean isClaimed(String key) {
        return claimed.contains(key);
    }

    synchronized void articleDone(String key) {
        articles.add(key);
    }

    synchronized boolean isGathering() {
        return stage.equals("fetching") || stage.equals("choosing") || stage.equals("enhancing");
    }

    Instant began() {
        return began;
    }

    /** The last text is in, and pictures may still be out. Said again, the first time counts. */
    synchronized Instant textsIn(Instant now) {
        if (enhanced == null) {
            enhanced = now;
        }
        return enhanced;
    }

    synchronized void printing(Instant now) {
        textsIn(now);
        stage("printing", now);
    }

    synchronized void composed(Edition whole) {
        edition = whole;
    }

    synchronized Edition edition() {
        if (edition == null) {
            throw new IllegalStateException(
                    "expected a composed edition, but found none; print-paper composes before it prints");
        }
        return edition;
    }

    synchronized Edition.Numbers numbers(RunSheet sheet, PoliteLine.Totals now, int robotsNow, Instant at) {
        int printed = sheet.stories().size();
        Instant fetchEnd = fetched == null ? at : fetched;
        Instant enhanceEnd = enhanced == null ? at : enhanced;
        return new Edition.Numbers(
                sheet.scanned(),
                sheet.fresh(),
                printed,
                sheet.scanned() == 0 ? 0 : (sheet.scanned() - printed) / (double) sheet.scanned(),
                seconds(began, fetchEnd),
                seconds(fetchEnd, enhanceEnd),
                seconds(began, at),
                (int) (now.sent() - before.sent()),
                (int) (now.waits() - before.waits()),
                (int) (now.refused() - before.refused()),
                unchanged,
                bytesSaved,
                robotsNow - robotsBefore);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    synchronized Progress progress(PoliteLine line, Instant now) {
        int done = (int)
                (wanted.isEmpty()
                        ? articles.size()
                        : wanted.stream().filter(articles::contains).count());
        return new Progress(
                stage,
                feeds.size() - out.size(),
                feeds.size(),
                done,
                wanted.isEmpty() ? claimed.size() : wanted.size(),
                line.waitingByDomain(SHOWN_DOMAINS),
                line.totals().inFlight(),
                Duration.between(began, ended == null ? now : ended));
    }
}
