package press.parallel.cli;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import press.parallel.Bytes;
import press.parallel.Edition;
import press.parallel.Edition.Numbers;
import press.parallel.FeedReport;
import press.parallel.Loss;
import press.parallel.Printed;

/** What a run ends with on standard output: the masthead, the numbers, every loss with its reason, and where the paper lies. */
final class Summary {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Locale.UK);

    private Summary() {}

    /** In lines; the last one is nothing but the path of {@code index.html}. */
    static List<String> lines(Printed printed) {
        Edition edition = printed.edition();
        Numbers numbers = edition.numbers();
        List<String> lines = new ArrayList<>();
        lines.add(edition.title() + " · " + DAY.format(edition.date()) + " · number " + edition.number());
        lines.add(feeds(edition) + " · " + numbers.scanned() + " scanned · " + numbers.fresh() + " fresh");
        lines.add(count(stories(edition), "story", "stories") + " · " + complete(edition) + " with full text"
                + pictures(edition));
        lines.add(count(numbers.requests(), "request", "requests") + " · " + numbers.waits() + " waited · "
                + numbers.refused() + " refused · "
                + String.format(Locale.ROOT, "%.1f s", numbers.totalSeconds()));
        for (Loss loss : edition.losses()) {
            if (!loss.what().equals("picture")) {
                lines.add("lost: " + sentence(loss));
            }
        }
        lines.add(index(printed.folder()).toString());
        return lines.stream().map(Console::clean).toList();
    }

    /** The reason, after the name of the thing where it does not name it itself. */
    private static String sentence(Loss loss) {
        boolean named = !loss.link().isEmpty() && loss.reason().contains(loss.link())
                || loss.reason().contains("'" + loss.title() + "'")
                || loss.reason().startsWith(loss.title() + " ");
        return named ? loss.reason() : loss.what() + " '" + loss.title() + "': " + loss.reason();
    }

    private static Path index(Path folder) {
        return folder.resolve("index.html").toAbsolutePath().normalize();
    }

    private static String feeds(Edition edition) {
        List<FeedReport> feeds = edition.feeds();
        StringBuilder text = new StringBuilder(count(feeds.size(), "feed", "feeds"));
        for (String status : List.of("unchanged", "early", "late", "failed")) {
            long number =
                    feeds.stream().filter(feed -> feed.status().equals(status)).count();
            if (number > 0) {
                text.append(", ").append(number).append(' ').append(status);
                if (status.equals("unchanged") && edition.numbers().bytesSaved() > 0) {
                    text.append(" (")
                            .append(Bytes.of(edition.numbers().bytesSaved()))
                            .append(" not fetched)");
                }
            }
        }
        return text.toString();
    }

    private static int stories(Edition edition) {
        return edition.sections().stream()
                .mapToInt(section -> section.stories().size())
                .sum();
    }

    /** Only of an edition that has some, or lost some. */
    private static String pictures(Edition edition) {
        int printed = edition.sections().stream()
                .flatMap(section -> section.stories().stream())
                .mapToInt(story -> story.pictures().size())
                .sum();
        long lost = edition.losses().stream()
                .filter(loss -> loss.what().equals("picture"))
                .count();
        return printed + lost == 0
                ? ""
                : " · " + count(printed, "picture", "pictures") + (lost == 0 ? "" : ", " + lost + " could not be had");
    }

    private static long complete(Edition edition) {
        return edition.sections().stream()
                .flatMap(section -> section.stories().stream())
                .filter(Edition.PrintedStory::complete)
                .count();
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
