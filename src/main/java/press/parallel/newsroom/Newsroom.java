package press.parallel.newsroom;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import press.parallel.Article;
import press.parallel.Assessment;
import press.parallel.Decision;
import press.parallel.Desk;
import press.parallel.Edition;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FeedReport;
import press.parallel.FeedState;
import press.parallel.FetchedPicture;
import press.parallel.FiledEntry;
import press.parallel.Holdings;
import press.parallel.Loss;
import press.parallel.PastEdition;
import press.parallel.PictureFile;
import press.parallel.Run;
import press.parallel.RunSheet;

/**
 * Everything the press remembers. Each desk files here what it found, and reads what the desk before it filed, so that a press
 * killed at any moment goes on where it was: a method that keeps something returns only when it is committed, whole.
 *
 * <p>Safe for use by many threads: they read side by side and share one writer, which commits what has gathered together. The
 * database is opened, and made where it is missing, at first use. Instants are kept to the millisecond.
 *
 * <p>Every method throws {@link IllegalStateException} with a sentence for people when the database cannot be opened or written.
 */
@RegisterForReflection
public final class Newsroom implements AutoCloseable {
    private final Store store;
    private final InstantSource clock;
    private final Paper paper;
    private final Runs runs;
    private final Feeds feeds = new Feeds();
    private final Entries entries = new Entries();
    private final Ledger ledger = new Ledger();
    private final Articles articles = new Articles();
    private @Nullable Opened opened;
    private boolean closed;

    /**
     * Whose newsroom it is. Papers share feeds, entries, texts and the clocks of the domains; editions, choices and assessments are each
     * paper's own.
     *
     * @param id of the paper
     * @param zone in which its day begins
     * @param founded its first day; empty for that of its first edition
     * @param keep how long it needs entries after they were last seen
     */
    public record Paper(String id, ZoneId zone, Optional<LocalDate> founded, Duration keep) {
        /** The paper that is printed when no other is named. */
        public static final String DAILY = "daily";

        public static Paper daily(ZoneId zone, Duration keep) {
            return new Paper(DAILY, zone, Optional.empty(), keep);
        }
    }

    /**
     * @param store where it lies
     * @param clock the press's clock
     */
    public Newsroom(Store store, InstantSource clock, Paper paper) {
        this.store = store;
        this.clock = clock;
        this.paper = paper;
        this.runs = new Runs(paper);
    }

    /**
     * Claims the newsroom for this press until the lock is closed or the process ends.
     *
     * @param patience how long to wait for another press; the server of PostgreSQL waits two seconds at least
     * @throws IllegalStateException when another press is at work on it for longer
     */
    public RunLock lock(Duration patience) {
        return store.lock(patience);
    }

    // ---------------------------------------------------------------- a run

    /**
     * Begins a run, or takes up one that was killed less than 12 hours after its start: that one keeps its id, date, number and
     * start and gets new deadlines. An older one is closed as abandoned.
     *
     * @param deadline from now to the end of the run
     * @param fetchShare share of it that the feeds may use, 0 to 1
     */
    public Run open(Duration deadline, double fetchShare) {
        return write("the start of a run", handle -> runs.open(handle, clock.instant(), deadline, fetchShare));
    }

    /** Ends a run whose paper lies in its folder. */
    public void printed(Run run, Edition.Numbers numbers) {
        write("edition '" + run.edition() + "'", handle -> {
            runs.printed(handle, run.edition(), numbers, clock.instant());
            Retention.printed(handle, paper.id(), paper.keep(), clock.instant());
            return run;
        });
    }

    /** Ends a run that could not print; the next one starts anew. */
    public void abandon(Run run, String reason) {
        write("edition '" + run.edition() + "'", handle -> {
            runs.close(handle, run.edition(), "failed", reason, clock.instant());
            return run;
        });
    }

    /**
     * Forgets what was last seen longer ago than any paper needs it: entries with their texts, decisions after a month, idle domains.
     * Stories that an edition printed stay. Call it at the end of a run.
     *
     * @return how much of what was forgotten
     */
    public Map<String, Integer> prune() {
        return write("the clearing up", this::forget);
    }

    /** What {@link #prune} would forget now. Nothing is changed. */
    public Map<String, Integer> prunable() {
        return opened().jdbi.inTransaction(handle -> {
            Map<String, Integer> forgotten = forget(handle);
            handle.rollback();
            return forgotten;
        });
    }

    private Map<String, Integer> forget(Handle handle) {
        Instant now = clock.instant();
        // First of all: a transaction that begins by writing waits for its turn, where one that has read first is
        // refused.
        Retention.keep(handle, paper.id(), paper.keep());
        return Retention.prune(handle, Retention.cutoff(handle, paper.keep(), now), now);
    }

    // ---------------------------------------------------------------- feeds and entries

    /**
     * Which feeds are still to be asked in this run: those without a report that settles them ({@code ok}, {@code unchanged},
     * {@code early}).
     *
     * @param feeds the whole feed list; its order is that of {@link #reports}
     * @return in the same order, each with the millis of its last answer and what it taught
     */
    public List<Feed> due(Run run, List<Feed> feeds) {
        return write("the feed list", handle -> this.feeds.due(handle, run.edition(), feeds));
    }

    /**
     * What is known of each feed, outside of any run.
     *
     * @return in the same order, each with the millis of its last answer and what it taught
     */
    public List<Feed> known(List<Feed> feeds) {
        return write("the feed list", handle -> this.feeds.known(handle, feeds));
    }

    /**
     * Files what a feed offers, together with its report. An entry known from before merges: earliest date, larger statistics,
     * the feed's newer words unless they are empty; the time first seen stays. A loss noted for the feed in this run is taken back.
     *
     * @param httpStatus that it answered with
     * @param millis from request sent to last byte
     * @param window entries dated at most this long before the run's start count as fresh
     * @param state what its answer taught; kept together with the entries, so that no validator outlives them
     * @param assessments by key, of the entries that are new or to be seen anew
     * @return its report, {@code ok}
     */
    public FeedReport file(
            Run run,
            Feed feed,
            FeedContent content,
            int httpStatus,
            long millis,
            Duration window,
            FeedState state,
            Map<String, Assessment> assessments) {
        String address = feed.address().toString();
        return write("feed '" + address + "'", handle -> {
            Instant now = clock.instant();
            feeds.answered(handle, run.edition(), feed, content.title(), now);
            entries.file(handle, run.edition(), address, content.entries(), now);
            Assessments.keep(handle, paper.id(), Assessments.ofFeed(address, assessments));
            String title = feeds.title(handle, address);
            FeedReport report = new FeedReport(
                    address,
                    title.isEmpty() ? feed.address().getHost() : title,
                    "ok",
                    notes(content, state),
                    httpStatus,
                    content.entries().size(),
                    entries.count(handle, run.edition(), address, run.started().minus(window)),
                    millis);
            feeds.report(handle, run.edition(), report);
            feeds.remember(handle, address, state);
            ledger.foundFeed(handle, run.edition(), address);
            return report;
        });
    }

    /** What the reader should know of a feed that was read all the same. */
    private static String notes(FeedContent content, FeedState state) {
        List<String> notes = new ArrayList<>(content.notes());
        if (state.address() != null) {
            notes.add("it has moved for good to '" + state.address()
                    + "' and is asked there; put that address in the feed list");
        }
        return String.join("; ", notes);
    }

    /**
     * Files the report of a feed that brought no entries, {@code late} or {@code failed}. It never replaces a report that settles the
     * feed.
     *
     * @param report its {@code url} is the feed's address as in {@link #due}
     */
    public void report(Run run, FeedReport report) {
        write("the report on feed '" + report.url() + "'", handle -> {
            feeds.report(handle, run.edition(), report);
            return report;
        });
    }

    /** Keeps what a feed's answer taught, when it brought no entries. */
    public void remember(Feed feed, FeedState state) {
        String address = feed.address().toString();
        write("what is known of feed '" + address + "'", handle -> {
            feeds.remember(handle, address, state);
            return state;
        });
    }

    /**
     * Files the reports of feeds that offer what they offered last time, {@code unchanged} or {@code early}; their titles and the
     * numbers of their entries are filled in.
     *
     * @param window as for {@link #file}
     */
    public void reportAgain(Run run, List<FeedReport> reports, Duration window) {
        if (!reports.isEmpty()) {
            write("the reports on " + reports.size() + " feeds", handle -> {
                reports.forEach(report -> settle(handle, run, report, window));
                return reports;
            });
        }
    }

    private void settle(Handle handle, Run run, FeedReport report, Duration window) {
        entries.offeredAgain(handle, run.edition(), report.url(), clock.instant());
        ledger.foundFeed(handle, run.edition(), report.url());
        String title = feeds.title(handle, report.url());
        feeds.report(
                handle,
                run.edition(),
                new FeedReport(
                        report.url(),
                        title.isEmpty() ? report.title() : title,
                        report.status(),
                        report.reason(),
                        report.httpStatus(),
                        entries.count(handle, run.edition(), report.url(), Instant.EPOCH),
                        entries.count(
                                handle,
                                run.edition(),
                                report.url(),
                                run.started().minus(window)),
                        report.millis()));
    }

    /** What became of each feed in this run, in the order of the feed list. */
    public List<FeedReport> reports(Run run) {
        return read(handle -> feeds.reports(handle, run.edition()));
    }

    /** What is filed of a feed, without its texts, with what this paper thinks of it; the statistics are the largest it ever gave. */
    public List<FiledEntry> filed(Feed feed) {
        return read(handle -> entries.known(handle, paper.id(), feed));
    }

    /**
     * What lies before the editor: entries of these feeds, dated at most {@code window} before the run's start, whether they
     * were offered in this run or are remembered from an earlier one, and what else was offered in this run.
     *
     * @param rules fingerprint of the rules of today: feeds with assessments by others come with their statistics
     */
    public Desk desk(Run run, Duration window, List<Feed> feeds, String rules) {
        return desk(run.edition(), run.started(), window, feeds, rules);
    }

    /**
     * The same at any moment, outside of a run.
     *
     * @param edition whose offers count besides the fresh ones, and which does not count as printed before; "" for none
     */
    public Desk desk(String edition, Instant now, Duration window, List<Feed> feeds, String rules) {
        Instant since = now.minus(window);
        return read(handle -> {
            Desk desk = entries.desk(handle, paper.id(), edition, feeds, since, rules);
            return new Desk(
                    desk.fresh(),
                    desk.old(),
                    ledger.printedBefore(handle, paper.id(), edition, since),
                    desk.statistics());
        });
    }

    /** Keeps what entries are worth by rules that were not known when they were filed. */
    public CompletableFuture<List<FiledEntry>> keepLater(List<FiledEntry> assessed) {
        return opened().writer.later("the assessments of " + assessed.size() + " entries", handle -> {
            Assessments.keep(
                    handle,
                    paper.id(),
                    assessed.stream()
                            .map(filed -> new Assessments.Assessed(
                                    filed.feed(), filed.entry().key(), filed.assessment()))
                            .toList());
            return assessed;
        });
    }

    // ---------------------------------------------------------------- choice and losses

    /** Keeps the choice; a second one for the same run replaces the first. */
    public void keep(Run run, RunSheet sheet) {
        write("the run sheet of edition '" + run.edition() + "'", handle -> {
            ledger.keep(handle, run.edition(), sheet);
            return sheet;
        });
    }

    /**
     * The same without waiting for it: the decisions on tens of thousands of entries take their time, and no text needs to wait for
     * them. A run that is killed before it is kept makes the same choice again.
     *
     * @return done when it is kept; failed as {@link #keep(Run, RunSheet)} would
     */
    public CompletableFuture<RunSheet> keepLater(Run run, RunSheet sheet) {
        return opened().writer.later("the run sheet of edition '" + run.edition() + "'", handle -> {
            ledger.keep(handle, run.edition(), sheet);
            return sheet;
        });
    }

    /**
     * Notes the paper's policies and which of them fit something today. Returns at once.
     *
     * @param policies what each says, by name
     */
    public CompletableFuture<Set<String>> noteLater(Map<String, String> policies, Set<String> matched) {
        return opened().writer.later("the paper's policies", handle -> {
            Policies.note(handle, paper.id(), policies, matched, clock.instant());
            return matched;
        });
    }

    /** Names of policies that say what they say for longer than {@code span} and have fitted no entry in it. */
    public List<String> idlePolicies(Map<String, String> policies, Duration span) {
        return read(handle ->
                Policies.idle(handle, paper.id(), policies, clock.instant().minus(span)));
    }

    /** What was decided about every entry that lay before the editor of an edition, in the order it was decided; empty when unknown. */
    public List<Decision> decisions(String edition) {
        return read(handle -> ledger.decisions(handle, edition));
    }

    /** The choice that was made in this run, so that a run taken up again prints the same stories. */
    public Optional<RunSheet> runSheet(Run run) {
        return read(handle -> ledger.runSheet(handle, run.edition()));
    }

    /** Notes what the edition has to do without, once for each link; told again, the newer words count. */
    public void lose(Run run, Loss loss) {
        write("the loss of '" + loss.link() + "'", handle -> {
            ledger.lose(handle, run.edition(), loss, clock.instant());
            return loss;
        });
    }

    /** In the order they were first noted. */
    public List<Loss> losses(Run run) {
        return read(handle -> ledger.losses(handle, run.edition()));
    }

    // ---------------------------------------------------------------- for people

    /** Where it lies: the file, or the address of the database without options. */
    public String place() {
        return store.name();
    }

    /** Whether there is one already. Makes none, so that who only looks leaves nothing behind. */
    public boolean exists() {
        return store.exists();
    }

    /** This paper's editions, printed or not, newest first. */
    public List<PastEdition> editions(int limit) {
        return read(handle -> runs.newest(handle, limit));
    }

    /** This paper's newest edition that was printed. */
    public Optional<PastEdition> newestPrinted() {
        return read(runs::newestPrinted);
    }

    /** @param id of an edition of this paper, or its folder's name */
    public Optional<PastEdition> edition(String id) {
        return read(handle -> runs.find(handle, id));
    }

    /** When an entry was first seen; empty when it is not kept. */
    public Optional<Instant> firstSeen(String key) {
        return read(handle -> handle.createQuery("select first_seen from entry where entry_key = :key")
                .bind("key", key)
                .map((row, context) -> Instant.ofEpochMilli(row.getLong("first_seen")))
                .findOne());
    }

    /**
     * The newsroom at a glance.
     *
     * @param window entries dated at most this long ago count as fresh
     */
    public Holdings holdings(Duration window) {
        Map<String, Integer> prunable = prunable();
        Instant now = clock.instant();
        return read(handle -> {
            Map<Boolean, List<Holdings.FeedRest>> feeds = Inventory.restingByGone(handle, now);
            return new Holdings(
                    store.name(),
                    store.kind(),
                    store.bytes(handle),
                    Inventory.papers(handle),
                    Inventory.count(handle, "entry"),
                    Inventory.fresh(handle, now.minus(window)),
                    Inventory.oldest(handle),
                    Inventory.count(handle, "article"),
                    Inventory.count(handle, "edition"),
                    Inventory.count(handle, "feed"),
                    feeds.getOrDefault(false, List.of()),
                    feeds.getOrDefault(true, List.of()),
                    Inventory.domains(handle, now),
                    prunable);
        });
    }

    // ---------------------------------------------------------------- texts

    /** The full text of an entry, when it was ever read. */
    public Optional<Article> article(String key) {
        return read(handle -> articles.find(handle, key));
    }

    /** Keeps a text. Its failure, and its loss in the edition under way, are taken back. */
    public void keep(Article article) {
        write("article '" + article.key() + "'", handle -> {
            articles.keep(handle, article, clock.instant());
            ledger.foundStory(handle, article.key());
            return article;
        });
    }

    /**
     * Remembers a page that could not be read.
     *
     * @param link its address
     * @param reason in plain words
     * @param httpStatus last status seen, 0 when there was no answer
     * @param notBefore it is not asked again sooner, {@link Instant#EPOCH} when nothing asks for that
     */
    public void failed(String key, String link, String reason, int httpStatus, Instant notBefore) {
        write("the failure of article '" + key + "'", handle -> {
            articles.failed(handle, key, link, reason, httpStatus, clock.instant(), notBefore);
            return key;
        });
    }

    /** Why a page could not be read, when that is less than {@code retryAfter} ago, or its server asked to wait longer. */
    public Optional<String> failure(String key, Duration retryAfter) {
        return read(handle -> articles.failure(handle, key, clock.instant(), retryAfter));
    }

    // ---------------------------------------------------------------- pictures

    /** What is known of a picture that was ever fetched; its bytes are not read. */
    public Optional<PictureFile> picture(URI address) {
        return read(handle -> PictureFiles.find(handle, address));
    }

    /** The picture itself, as it was fetched. */
    public Optional<byte[]> pictureBytes(URI address) {
        return read(handle -> PictureFiles.bytes(handle, address));
    }

    /** Keeps a picture. Its failure, and its loss in the edition under way, are taken back. */
    public void keep(FetchedPicture picture) {
        URI address = picture.file().address();
        write("picture '" + address + "'", handle -> {
            PictureFiles.keep(handle, picture, clock.instant());
            ledger.foundPicture(handle, address.toString());
            return address;
        });
    }

    /**
     * Remembers a picture that could not be had.
     *
     * @param reason in plain words
     * @param httpStatus last status seen, 0 when there was no answer
     * @param notBefore it is not asked again sooner, {@link Instant#EPOCH} when nothing asks for that
     */
    public void pictureFailed(URI address, String reason, int httpStatus, Instant notBefore) {
        write("the failure of picture '" + address + "'", handle -> {
            PictureFiles.failed(handle, address, reason, httpStatus, clock.instant(), notBefore);
            return address;
        });
    }

    /** Why a picture could not be had, when that is less than {@code retryAfter} ago, or its server asked to wait longer. */
    public Optional<String> pictureFailure(URI address, Duration retryAfter) {
        return read(handle -> PictureFiles.failure(handle, address, clock.instant(), retryAfter));
    }

    // ---------------------------------------------------------------- domains

    /** The clock of each domain that was sent a request or paused, by registrable domain; every stamp made before is in it. */
    public Map<String, DomainClock> clocks() {
        return write("the clocks of the domains", Clocks::read);
    }

    /** Notes that a request was sent to a domain. Returns at once; it is committed within milliseconds, at the latest on close; after that it does nothing. */
    public void stamp(String domain, Instant sent) {
        tick(domain, new DomainClock(sent, null));
    }

    /** Notes that a domain asked to be left alone. Returns at once, as {@link #stamp}; the latest end counts. */
    public void pause(String domain, DomainClock.Pause pause) {
        tick(domain, new DomainClock(null, pause));
    }

    /** Keeps a robots.txt; one that was read again replaces the older. */
    public void keep(RobotsFile file) {
        write("robots.txt of '" + file.host() + "'", handle -> {
            RobotsFiles.keep(handle, file);
            return file;
        });
    }

    /** A host's robots.txt, when it was fetched less than {@code age} ago. */
    public Optional<RobotsFile> robots(String host, Duration age) {
        return read(handle -> RobotsFiles.find(handle, host, clock.instant().minus(age)));
    }

    /** The hosts that asked for a Crawl-delay less than {@code age} ago, without the files' texts. */
    public List<RobotsFile> slowHosts(Duration age) {
        return read(handle -> RobotsFiles.slow(handle, clock.instant().minus(age)));
    }

    private void tick(String domain, DomainClock tick) {
        Clocks clocks;
        synchronized (this) {
            if (closed) {
                return;
            }
            clocks = opened().clocks;
        }
        clocks.tick(domain, tick);
    }

    /** Forgets everything; for who measures a press without memory. Not while a run is under way. */
    public void clear() {
        write("the clearing of all tables", handle -> {
            List<String> tables = handle.queryMetadata(
                            database -> database.getTables(null, null, "%", new String[] {"TABLE"}))
                    .map((row, context) -> row.getString("TABLE_NAME"))
                    .list();
            tables.stream()
                    .filter(table -> !table.startsWith("flyway_") && !table.startsWith("sqlite_"))
                    .forEach(table -> handle.execute("delete from " + table));
            return tables;
        });
    }

    /** Writes what was handed in and closes. Whoever comes later is told so. */
    @Override
    public void close() {
        Opened last;
        synchronized (this) {
            closed = true;
            last = opened;
        }
        if (last != null) {
            last.writer.close();
        }
    }

    private <T> T write(String what, Function<Handle, T> work) {
        return opened().writer.now(what, work);
    }

    private <T> T read(Function<Handle, T> work) {
        return opened().jdbi.withHandle(work::apply);
    }

    private synchronized Opened opened() {
        if (closed) {
            throw new IllegalStateException(
                    "newsroom '" + store.name() + "': it is closed; what came after that was not kept");
        }
        if (opened == null) {
            opened = new Opened(store.open(), store.name());
        }
        return opened;
    }

    /** What exists once the database is open. */
    private static final class Opened {
        private final Jdbi jdbi;
        private final Writer writer;
        private final Clocks clocks;

        Opened(Jdbi jdbi, String name) {
            this.jdbi = jdbi;
            this.writer = new Writer(jdbi, name);
            this.clocks = new Clocks(writer);
        }
    }
}
