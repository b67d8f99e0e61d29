package press.parallel.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.parallel.bench.BenchOrder;

/** What was asked for on the command line. */
sealed interface Verb {
    /** {@code print} and {@code demo}. */
    record Print(PrintOrder order) implements Verb {}

    /**
     * @param slots requests at once; null: {@code press.slots}
     * @param json whether figures are wanted as JSON
     * @param svg file for the timeline; null: none
     */
    record Bench(
            BenchOrder order,
            @Nullable Integer slots,
            boolean json,
            @Nullable Path svg) implements Verb {}

    record Serve() implements Verb {}

    /**
     * @param dryRun whether the choice is to be shown too
     * @param json whether that is wanted as JSON
     */
    record Check(boolean dryRun, boolean json) implements Verb {
        Check() {
            this(false, false);
        }
    }

    /**
     * @param story link, title, or words of it
     * @param edition id; null: the newest that was printed
     */
    record Why(String story, @Nullable String edition, boolean json) implements Verb {}

    /** @param limit the most editions listed */
    record Runs(int limit, boolean json) implements Verb {}

    record Status(boolean json) implements Verb {}

    /** @param dryRun only tells what would be forgotten */
    record Prune(boolean dryRun, boolean json) implements Verb {}

    /** @param export file to write the list to as OPML; null: it is only shown */
    record Feeds(@Nullable Path export) implements Verb {}

    /**
     * {@code url} and {@code contentType} (else "") only with exactly one file.
     *
     * @param table whether the answer is a table for people
     */
    record Feed(
            List<String> urls,
            List<Path> files,
            @Nullable Path manifest,
            @Nullable URI url,
            String contentType,
            boolean table)
            implements Verb {
        public Feed {
            urls = List.copyOf(urls);
            files = List.copyOf(files);
        }

        boolean hasFiles() {
            return !files.isEmpty() || manifest != null;
        }
    }

    /** @param url where the one file came from; null: not known, and always so but with exactly one file */
    record Article(
            List<String> urls, List<Path> files, @Nullable URI url) implements Verb {
        public Article {
            urls = List.copyOf(urls);
            files = List.copyOf(files);
        }
    }

    /** Whether it can be answered from files alone, without settings. */
    default boolean needsNoSettings() {
        return !needsRuntime()
                && !(this instanceof Feeds)
                && !(this instanceof Article article && article.url() != null);
    }

    /** Whether Quarkus has to run for it. */
    default boolean needsRuntime() {
        if (this instanceof Feeds) {
            return false;
        }
        if (this instanceof Feed feed) {
            return !feed.urls().isEmpty();
        }
        if (this instanceof Article article) {
            return !article.urls().isEmpty();
        }
        return true;
    }

    /** Whether it only asks what the newsroom holds, or has it cleared up. */
    default boolean asksTheNewsroom() {
        return this instanceof Why || this instanceof Runs || this instanceof Status || this instanceof Prune;
    }

    /** Whether papers are printed before it ends, so that their progress is shown. */
    default boolean prints() {
        return this instanceof Print || this instanceof Bench;
    }
}
