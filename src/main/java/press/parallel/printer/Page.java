package press.parallel.printer;

import java.util.List;
import press.parallel.Edition;

/** Turns the paper into HTML. Implementations are safe for use by many threads. */
public interface Page {
    /** The whole edition as one page that needs no other file, no network and no script. */
    String edition(Edition edition);

    /**
     * The list of editions, in the same look.
     *
     * @param title the paper's name
     * @param base where the edition folders are, as seen from the page: {@code ""} or a path that ends with "/"
     * @param issues in the order to show
     */
    String archive(String title, String base, List<Issue> issues);
}
