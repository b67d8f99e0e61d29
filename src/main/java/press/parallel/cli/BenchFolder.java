package press.parallel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import press.parallel.bench.BenchOrder;
import press.parallel.bench.Workload;

/** The folder of one {@code bench}, among the machine's temporary ones: its feed list, newsroom and editions. */
final class BenchFolder {
    private static final String NAME = "parallel-press-bench-";

    private BenchFolder() {}

    /** Makes it, with the list of the feeds that {@code order} invents. */
    static Path make(BenchOrder order) throws IOException {
        Path folder = Files.createTempDirectory(NAME);
        if (order.invents()) {
            List<String> lines = Workload.of(order).feeds().stream()
                    .map(feed -> feed.address() + " " + feed.section())
                    .toList();
            Files.write(feeds(folder), lines, StandardCharsets.UTF_8);
        }
        return folder;
    }

    static Path feeds(Path folder) {
        return folder.resolve("feeds.txt");
    }

    /**
     * Takes it away, as far as it can be.
     *
     * @param editions the folder of editions in it; any other is left alone
     */
    static void remove(Path editions) {
        Path folder = editions.toAbsolutePath().getParent();
        if (folder == null || !folder.getFileName().toString().startsWith(NAME)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            // The system clears its temporary folders.
        }
    }
}
