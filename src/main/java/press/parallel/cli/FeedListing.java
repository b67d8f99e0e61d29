package press.parallel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.parallel.Feed;
import press.parallel.Section;
import press.parallel.Settings;
import press.parallel.Share;
import press.parallel.TextTable;
import press.parallel.fetcher.FeedList;
import press.parallel.fetcher.OpmlWriter;

/** What {@code feeds} tells and writes: the paper's feed list, wherever it stands. Starts nothing. */
final class FeedListing {
    private final Console console;

    FeedListing(Console console) {
        this.console = console;
    }

    /**
     * Shows the list, or writes it as OPML. What is wrong with a line of it is told and the line is skipped.
     *
     * @param folder the program was called in
     * @param export file to write; null: none
     * @return exit status: 0 done, 1 could not be written
     */
    int show(Settings settings, Path folder, @Nullable Path export) {
        List<Section> sections = settings.sections().stream()
                .map(id -> section(id, settings.section().get(id)))
                .toList();
        FeedList.Listed listed = new FeedList().read(settings.feeds().file().map(folder::resolve), sections);
        listed.problems().forEach(console::say);
        listed.repeats().forEach(console::say);
        if (export == null) {
            console.out().print(table(listed.feeds()));
            return 0;
        }
        Path file = folder.resolve(export).toAbsolutePath().normalize();
        try {
            Files.writeString(file, OpmlWriter.write(settings.title(), listed.outlines()));
        } catch (IOException e) {
            console.say("feeds --export '" + file + "': expected a file that can be written, but found: "
                    + e.getClass().getSimpleName() + " " + e.getMessage() + "; name another");
            return 1;
        }
        console.out()
                .println(listed.feeds().size() + (listed.feeds().size() == 1 ? " feed" : " feeds") + " written to "
                        + file);
        return 0;
    }

    private static Section section(String id, Settings.@Nullable SectionSettings own) {
        return own == null
                ? new Section(id, id, List.of(), List.of(), 1, Share.ALL, 0)
                : new Section(
                        id,
                        own.title().orElse(id),
                        own.feeds().orElse(List.of()),
                        List.of(),
                        own.size(),
                        Share.ALL,
                        own.minScore());
    }

    private static String table(List<Feed> feeds) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("section", "feed"));
        feeds.forEach(feed -> rows.add(List.of(
                feed.section().isEmpty() ? "(keywords)" : feed.section(),
                feed.address().toString())));
        return TextTable.of(rows);
    }
}
