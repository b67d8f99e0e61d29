package press.parallel.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import press.parallel.cli.Verb.Article;
import press.parallel.cli.Verb.Feed;
import press.parallel.enhancer.SiteRules;

/** What {@code feed} and {@code article} print: one JSON object with a member per feed or page. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Console console;
    private final FileCommands files;
    private final SiteRules rules;

    Answers(Console console, FileCommands files) {
        this(console, files, SiteRules.NONE);
    }

    /** @param rules what the reader says of single sites */
    Answers(Console console, FileCommands files, SiteRules rules) {
        this.console = console;
        this.files = files;
        this.rules = rules;
    }

    /**
     * Answers a verb that names files only, with one page in memory at a time.
     *
     * @return exit status: 0 done, 1 when a file could not be read
     */
    int answer(Verb verb, boolean debug) {
        try {
            if (verb instanceof Article article) {
                return tell(files.articles().read(article.files(), article.url(), rules, console.out()));
            }
            return verb instanceof Feed feed ? print(feed, ofFiles(feed)) : 1;
        } catch (IOException | RuntimeException e) {
            Failure.tell(console, "could not read", e, debug);
            return 1;
        }
    }

    /** Answers {@code verb}, whose addresses {@code runtime} reads; the files it names come first. */
    int answer(Verb verb, Runtime runtime) throws IOException {
        if (verb instanceof Feed feed) {
            ObjectNode answer = ofFiles(feed);
            answer.setAll(runtime.feed(feed.urls()));
            return print(feed, answer);
        }
        if (verb instanceof Article article) {
            ObjectNode answer = JSON.createObjectNode();
            int status = 0;
            if (!article.files().isEmpty()) {
                ByteArrayOutputStream pages = new ByteArrayOutputStream();
                status = tell(files.articles().read(article.files(), null, rules, pages));
                answer = JSON.readValue(pages.toByteArray(), ObjectNode.class);
            }
            answer.setAll(runtime.article(article.urls()));
            print(answer);
            return status;
        }
        return 1;
    }

    private ObjectNode ofFiles(Feed feed) throws IOException {
        return feed.hasFiles()
                ? files.feeds().read(feed.files(), feed.manifest(), feed.url(), feed.contentType())
                : JSON.createObjectNode();
    }

    private int print(Feed feed, ObjectNode answer) throws IOException {
        if (!feed.table()) {
            return print(answer);
        }
        FeedTable.lines(answer).forEach(console.out()::println);
        return 0;
    }

    private int print(ObjectNode answer) throws IOException {
        console.out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        return 0;
    }

    private int tell(Iterable<String> problems) {
        problems.forEach(console::say);
        return problems.iterator().hasNext() ? 1 : 0;
    }
}
