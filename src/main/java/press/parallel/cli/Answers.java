package press.parallel.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What {@code feed} and {@code article} print: one JSON object with a member per feed or page. */
final class Answers {
    private final Console console;
    private final FileCommands files;
    private final boolean debug;

    Answers(Console console, FileCommands files, boolean debug) {
        this.console = console;
        this.files = files;
        this.debug = debug;
    }

    /** Answers a verb that names files only. */
    int answer(Verb verb) {
        try {
            print(console, ofFiles(verb, files));
            return 0;
        } catch (IOException | RuntimeException e) {
            Failure.tell(console, "could not read", e, debug);
            return 1;
        }
    }

    /** What is said of the files that {@code verb} names; empty when it names none. */
    static ObjectNode ofFiles(Verb verb, FileCommands files) throws IOException {
        if (verb instanceof Verb.Feed feed && feed.hasFiles()) {
            return files.feeds().read(feed.files(), feed.manifest(), feed.url(), feed.contentType());
        }
        if (verb instanceof Verb.Article article && !article.files().isEmpty()) {
            return files.articles().read(article.files());
        }
        return JsonNodeFactory.instance.objectNode();
    }

    static void print(Console console, ObjectNode answer) {
        try {
            console.out()
                    .println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
