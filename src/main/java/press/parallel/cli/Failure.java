package press.parallel.cli;

import java.net.BindException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Tells people of a fault: one line, and the stack trace only when they asked for it. */
final class Failure {
    private Failure() {}

    static void tell(Console console, String what, Throwable fault, boolean debug) {
        console.say(what + ": " + sentence(fault));
        if (debug) {
            fault.printStackTrace(console.err());
        }
    }

    /** What the fault says, and after a colon what its first cause says besides. */
    static String sentence(Throwable fault) {
        Throwable outer = fault;
        while ((outer instanceof CompletionException || outer instanceof ExecutionException)
                && outer.getCause() != null) {
            outer = outer.getCause();
        }
        Throwable root = outer;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        if (root instanceof BindException) {
            return "its port is in use by another program; set another, as with -Dpress.serve.port=8481";
        }
        String said = words(outer);
        String because = words(root);
        return said.contains(because) ? said : said + ": " + because;
    }

    private static String words(Throwable fault) {
        @Nullable String message = fault.getMessage();
        return message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
    }
}
