package press.parallel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import press.parallel.Holdings;
import press.parallel.PastEdition;
import press.parallel.Printed;
import press.parallel.Progress;
import press.parallel.bench.BenchOrder;
import press.parallel.bench.BenchReport;

/**
 * What a running press does for the command line. There is one, a bean of the wiring; it starts what a verb needs when it is first
 * asked for it. {@link #progress} and {@link #stop} are called from other threads than the rest.
 */
public interface Runtime {
    /**
     * Prints one edition now.
     *
     * @return done when the paper lies in its folder; failed, with a sentence for the reader as message, when nothing could be
     *     printed
     */
    CompletableFuture<Printed> print(PrintOrder order);

    /**
     * Prints against the built-in newsstand in each of the ways that are to be measured, one after the other.
     *
     * @throws java.util.concurrent.CompletionException when a paper could not be printed
     */
    BenchReport bench(BenchOrder order);

    /** Where the run stands; asked about five times a second while one prints. */
    Progress progress();

    /**
     * Starts schedule and web pages. Returns when they run.
     *
     * @return when the next edition is due, in the paper's time zone; empty when none is scheduled
     */
    Optional<ZonedDateTime> serve();

    /** Ends what is under way within a few seconds and keeps what was fetched. May be called more than once, and while Quarkus stops. */
    void stop();

    /** What is wrong with the routes, and with settings that only the whole paper can tell, one line each; empty when nothing is. */
    List<String> check();

    /** What the press makes of the feeds at these addresses: an object per address, as {@code feed} prints it. */
    ObjectNode feed(List<String> urls);

    /** The texts it would print of the pages at these addresses: an object per page, as {@code article} prints it. */
    ObjectNode article(List<String> urls);

    /** The paper's time zone. */
    ZoneId zone();

    /** Where the newsroom lies, for people. */
    String newsroom();

    /**
     * What became of a story.
     *
     * @param asked its link, its title, or words of it
     * @param edition id of one; null: the newest that was printed
     * @return empty when there is no newsroom yet; none of these questions makes one
     */
    Optional<WhyAnswer> why(String asked, @Nullable String edition);

    /** Editions of the paper, newest first; empty when there is no newsroom yet. */
    Optional<List<PastEdition>> editions(int limit);

    /** The newsroom at a glance; empty when there is none yet. */
    Optional<Holdings> holdings();

    /**
     * Forgets what no paper needs any more, or tells what that would be.
     *
     * @return how much of what, by its name; empty when there is no newsroom yet
     */
    Optional<Map<String, Integer>> prune(boolean dryRun);

    /** What would be printed now, and what the settings would change in the newest edition; empty when there is no newsroom yet. */
    Optional<Preview> preview();

    /** One line about what the built-in newsstand saw, such as {@code 62 requests, 0 refused}. Only after a {@code demo}. */
    String newsstandSummary();

    /** Folder that the editions lie in. */
    Path editions();
}
