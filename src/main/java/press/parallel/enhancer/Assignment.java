package press.parallel.enhancer;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story whose pages are being read, one after the other. Immutable.
 *
 * @param link of the story
 * @param group what is cancelled together, the edition's id
 * @param index lower goes first among the pages of a domain
 * @param deadline after it no page is asked for
 * @param next the page to be read next, null when there is none
 * @param asked pages that were asked for
 * @param elsewhere other addresses of the story, to be tried while no page has brought its text
 * @param pages what was read, in order
 * @param why what became of the page that failed last, null when none has
 */
public record Assignment(
        URI link,
        String group,
        int index,
        Instant deadline,
        @Nullable URI next,
        List<URI> asked,
        List<URI> elsewhere,
        List<PageReading> pages,
        @Nullable Exception why) {
    /** A story of more pages is read no further. */
    private static final int MOST_PAGES = 10;

    /** Addresses at which a story is looked for, its own one included. */
    private static final int MOST_PLACES = 3;

    public Assignment {
        asked = List.copyOf(asked);
        elsewhere = List.copyOf(elsewhere);
        pages = List.copyOf(pages);
    }

    /** A story of which nothing is read. */
    public static Assignment of(URI link, String group, int index, Instant deadline) {
        return new Assignment(link, group, index, deadline, link, List.of(), List.of(), List.of(), null);
    }

    /** With the text of the page that was asked for. One that was read before, under whatever address, is not the next one. */
    Assignment with(URI page, PageReading reading) {
        List<URI> known = plus(page);
        if (pages.stream().anyMatch(reading::repeats)) {
            return new Assignment(link, group, index, deadline, null, known, List.of(), pages, why);
        }
        List<PageReading> read = new ArrayList<>(pages);
        read.add(reading);
        @Nullable URI more = reading.next();
        boolean follow = more != null && read.size() < MOST_PAGES && !known.contains(more);
        return new Assignment(link, group, index, deadline, follow ? more : null, known, List.of(), read, null);
    }

    /** Without the page that was asked for: what was read before is all there is, or the story is looked for elsewhere. */
    Assignment without(URI page, Exception failed) {
        return without(page, failed, List.of());
    }

    /** @param more addresses of the same story that are worth a try */
    Assignment without(URI page, Exception failed, List<URI> more) {
        List<URI> known = plus(page);
        List<URI> places = new ArrayList<>(elsewhere);
        if (pages.isEmpty()) {
            places.addAll(more);
        }
        places.removeIf(known::contains);
        boolean again = pages.isEmpty() && !places.isEmpty() && known.size() < MOST_PLACES;
        // What the story's own address said tells more than what another one did.
        Exception told = pages.isEmpty() && why != null ? why : failed;
        return new Assignment(link, group, index, deadline, again ? places.get(0) : null, known, places, pages, told);
    }

    /** Whether its text breaks off because a page that continues it could not be had. */
    public boolean isCut() {
        return !pages.isEmpty() && why != null;
    }

    /** The same in words. */
    public String cut() {
        return "page " + (pages.size() + 1) + " of its text could not be had ("
                + (why == null ? "no reason known" : why.getMessage()) + "); printed as far as it goes";
    }

    private List<URI> plus(URI page) {
        List<URI> known = new ArrayList<>(asked);
        known.add(page);
        return known;
    }
}
