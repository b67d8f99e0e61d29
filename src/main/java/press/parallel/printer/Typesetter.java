package press.parallel.printer;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.parallel.Bytes;
import press.parallel.Edition;
import press.parallel.Edition.PrintedSection;
import press.parallel.Edition.PrintedStory;
import press.parallel.FeedReport;
import press.parallel.Loss;

/** Turns an edition into the pieces that the template sets: wording, dates, folds and the place of each story. */
final class Typesetter {
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter PRINTED_AT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm z", Locale.ENGLISH);

    /** Words that stand open before the fold: of the paper's lead story, of a section's first one, of the others. */
    private static final Map<String, Integer> OPEN_WORDS = Map.of("lead", 90, "first", 60, "wide", 55, "half", 40);

    private static final int OTHERS_OPEN_WORDS = 30;

    private final ZoneId zone;

    Typesetter(ZoneId zone) {
        this.zone = zone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
    }

    static String longDate(LocalDate date) {
        return LONG_DATE.format(date);
    }

    FrontPage set(Edition edition) {
        Map<String, String> reasons = new HashMap<>();
        edition.losses().forEach(loss -> reasons.putIfAbsent(loss.link(), loss.reason()));
        List<FrontPage.Desk> desks = new ArrayList<>();
        for (PrintedSection section : edition.sections()) {
            List<PrintedStory> stories = section.stories();
            List<String> places = places(stories.size(), desks.isEmpty());
            List<FrontPage.Piece> pieces = new ArrayList<>();
            for (int i = 0; i < stories.size(); i++) {
                pieces.add(piece(stories.get(i), places.get(i), edition.date(), reasons));
            }
            if (!pieces.isEmpty()) {
                desks.add(new FrontPage.Desk(section.id(), section.title(), pieces.size(), pieces));
            }
        }
        return new FrontPage(
                edition.title(),
                longDate(edition.date()),
                edition.date().toString(),
                edition.number(),
                line(edition),
                desks,
                made(edition),
                edition.rests().stream()
                        .map(rest -> rest.domain() + " " + rest.reason())
                        .toList(),
                figures(edition.numbers()),
                edition.feeds().stream().map(Typesetter::feed).toList(),
                edition.losses().stream().map(Typesetter::loss).toList(),
                PRINTED_AT.format(edition.printedAt().atZone(zone)));
    }

    /**
     * Sizes that fill rows of twelve columns: the lead with two beside it, or a section's first story with one beside it, then rows of
     * two to four.
     */
    static List<String> places(int stories, boolean leading) {
        List<String> places = new ArrayList<>();
        if (stories > 2 && leading) {
            places.addAll(List.of("lead", "beside", "beside"));
        } else if (stories > 1) {
            places.addAll(List.of("first", "third"));
        }
        int rest = stories - places.size();
        for (int rows = (rest + 3) / 4; rows > 0; rows--) {
            int inRow = (rest + rows - 1) / rows;
            String place = switch (inRow) {
                case 1 -> "wide";
                case 2 -> "half";
                case 3 -> "third";
                default -> "quarter";
            };
            for (int i = 0; i < inRow; i++) {
                places.add(place);
            }
            rest -= inRow;
        }
        return places;
    }

    private FrontPage.Piece piece(PrintedStory story, String place, LocalDate today, Map<String, String> reasons) {
        Fold fold = Fold.of(story.html(), OPEN_WORDS.getOrDefault(place, OTHERS_OPEN_WORDS));
        List<FrontPage.Part> parts = new ArrayList<>();
        story.scoreBreakdown().forEach((name, value) -> parts.add(new FrontPage.Part(name, count(value))));
        String reading = story.readingMinutes() + " min";
        return new FrontPage.Piece(
                story.id(),
                place,
                story.title(),
                story.language(),
                safe(story.link()),
                story.commentsLink() == null ? "" : safe(story.commentsLink()),
                story.feedTitle(),
                story.author(),
                time(story.published(), today),
                story.published().truncatedTo(ChronoUnit.SECONDS).toString(),
                reading,
                fold.open(),
                fold.teaser(),
                fold.folded(),
                story.complete() ? "" : lack(reasons.get(story.link().toString())),
                talk(story.points(), story.comments()),
                story.alsoIn().stream()
                        .map(also -> new FrontPage.Also(also.feed(), also.title(), safe(also.link())))
                        .toList(),
                count(story.score()),
                parts,
                story.domain());
    }

    private static String line(Edition edition) {
        List<PrintedStory> stories = edition.sections().stream()
                .flatMap(section -> section.stories().stream())
                .toList();
        long sources = stories.stream().map(PrintedStory::feed).distinct().count();
        int minutes = stories.stream().mapToInt(PrintedStory::readingMinutes).sum();
        return some(stories.size(), "story", "stories") + " from " + some(sources, "source", "sources") + ", about "
                + some(minutes, "minute", "minutes") + " to read";
    }

    /** What says something even as a zero, and of the rest what is none. */
    private static List<FrontPage.Figure> figures(Edition.Numbers numbers) {
        List<FrontPage.Figure> figures = new ArrayList<>(List.of(
                new FrontPage.Figure(count(numbers.scanned()), "entries scanned"),
                new FrontPage.Figure(count(numbers.fresh()), "of them fresh"),
                new FrontPage.Figure(count(numbers.published()), "stories printed"),
                new FrontPage.Figure(percent(numbers.antiFeed()), "anti-feed protection"),
                new FrontPage.Figure(count(numbers.requests()), "requests"),
                new FrontPage.Figure(count(numbers.waits()), "waited their turn"),
                new FrontPage.Figure(count(numbers.refused()), "refused")));
        if (numbers.unchanged() > 0) {
            figures.add(new FrontPage.Figure(
                    count(numbers.unchanged()), numbers.unchanged() == 1 ? "feed unchanged" : "feeds unchanged"));
            figures.add(new FrontPage.Figure(Bytes.of(numbers.bytesSaved()), "not fetched again"));
        }
        if (numbers.robots() > 0) {
            figures.add(new FrontPage.Figure(count(numbers.robots()), "robots.txt read"));
        }
        figures.add(new FrontPage.Figure(seconds(numbers.totalSeconds()), "from start to paper"));
        return figures;
    }

    private static String made(Edition edition) {
        Edition.Numbers numbers = edition.numbers();
        long out = edition.feeds().stream()
                .filter(feed -> feed.status().equals("failed") || feed.status().equals("late"))
                .count();
        long early = edition.feeds().stream()
                .filter(feed -> feed.status().equals("early"))
                .count();
        return edition.feeds().size() - out + " of " + some(edition.feeds().size(), "feed", "feeds") + " are in"
                + (early > 0 ? ", " + count(early) + " of them as read before this run" : "") + ". Of "
                + some(numbers.scanned(), "entry", "entries") + " that lay before the editor "
                + some(numbers.published(), "is a story", "are stories") + " of this paper; "
                + percent(numbers.antiFeed()) + " of the stream stayed outside. Reading the feeds took "
                + seconds(numbers.fetchSeconds()) + ", fetching the full texts "
                + seconds(numbers.enhanceSeconds()) + ".";
    }

    private static FrontPage.FeedLine feed(FeedReport feed) {
        String status = switch (feed.status()) {
            case "ok" -> "read";
            case "unchanged" -> "nothing new since it was last read";
            case "early" -> "read not long ago, so not asked again";
            case "late" -> "too late for this edition";
            default -> "could not be read";
        };
        String words = feed.reason().isBlank() || feed.status().equals("unchanged") ? status : feed.reason();
        boolean read = feed.entries() > 0 || feed.status().equals("ok");
        return new FrontPage.FeedLine(
                feed.title(),
                safe(feed.url()),
                feed.status(),
                words,
                read ? count(feed.entries()) : "–",
                read ? count(feed.fresh()) : "–",
                feed.millis() > 0 ? seconds(feed.millis() / 1000.0) : "–");
    }

    private static FrontPage.LossLine loss(Loss loss) {
        return new FrontPage.LossLine(loss.what(), loss.title(), safe(loss.link()), loss.reason());
    }

    private static String lack(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "its page's text could not be had" : reason;
    }

    private static String talk(long points, long comments) {
        String upvotes = points > 0 ? some(points, "point", "points") : "";
        String talk = comments > 0 ? some(comments, "comment", "comments") : "";
        return upvotes.isEmpty() || talk.isEmpty() ? upvotes + talk : upvotes + ", " + talk;
    }

    private String time(Instant instant, LocalDate today) {
        ZonedDateTime at = instant.atZone(zone);
        long days = ChronoUnit.DAYS.between(at.toLocalDate(), today);
        if (days == 0) {
            return TIME.format(at);
        }
        return (days > 0 && days < 7 ? DAY_AND_TIME : DATE).format(at);
    }

    private static String safe(URI link) {
        return safe(link.toString());
    }

    private static String safe(String link) {
        String start = link.substring(0, Math.min(8, link.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://") ? link : "";
    }

    private static String some(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    private static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.1f %%", share * 100);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ENGLISH, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }
}
