package press.parallel.printer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows the editions in the output folder by reading them. What was read once is remembered until its file changes. Safe for use by
 * many threads.
 */
final class Archive {
    private static final Pattern ID = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(\\d{1,6})");
    private static final Comparator<Issue> NEWEST_FIRST =
            Comparator.comparing(Issue::date).thenComparing(Issue::number).reversed();

    private final Path output;
    private final ObjectMapper json;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Archive(Path output, ObjectMapper json) {
        this.output = output;
        this.json = json;
    }

    /** Newest first. A folder without a readable {@code edition.json} is no edition; no output folder, no editions. */
    List<Issue> issues() {
        List<Issue> issues = new ArrayList<>();
        try (Stream<Path> folders = Files.list(output)) {
            folders.forEach(folder -> read(folder).ifPresent(issues::add));
        } catch (IOException e) {
            return List.of();
        }
        issues.sort(NEWEST_FIRST);
        return issues;
    }

    private Optional<Issue> read(Path folder) {
        String id = folder.getFileName().toString();
        Matcher parts = ID.matcher(id);
        Path file = folder.resolve("edition.json");
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            Known before = known.get(id);
            if (before != null && before.changed().equals(changed)) {
                return Optional.of(before.issue());
            }
            Issue issue = issue(
                    id,
                    LocalDate.parse(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    json.readTree(file.toFile()));
            known.put(id, new Known(changed, issue));
            return Optional.of(issue);
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Issue issue(String id, LocalDate date, int number, JsonNode edition) {
        int stories = 0;
        String lead = "";
        for (JsonNode section : edition.path("sections")) {
            for (JsonNode story : section.path("stories")) {
                lead = stories == 0 ? story.path("title").asText() : lead;
                stories++;
            }
        }
        return new Issue(
                id,
                date,
                number,
                edition.path("volume").asInt(),
                edition.path("issue").asLong(),
                stories,
                lead);
    }

    private record Known(FileTime changed, Issue issue) {}
}
