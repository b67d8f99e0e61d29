package press.parallel.printer;

import static press.parallel.printer.Wording.count;
import static press.parallel.printer.Wording.percent;
import static press.parallel.printer.Wording.seconds;
import static press.parallel.printer.Wording.some;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.parallel.Edition;
import press.parallel.Edition.PrintedPicture;
import press.parallel.Edition.PrintedSection;
import press.parallel.Edition.PrintedStory;
import press.parallel.GlassBox;
import press.parallel.Story;

/** Turns an edition into the pieces that the template sets: wording, dates, folds and the place of each story. */
final class Typesetter {
    /** Words that stand open before the fold: of the paper's lead story, of a section's first one, of the others. */
    private static final Map<String, Integer> OPEN_WORDS = Map.of("lead", 90, "first", 60, "wide", 55, "half", 40);

    private static final int OTHERS_OPEN_WORDS = 30;

    /** Pictures of fewer pixels in width are not drawn out to the column. */
    private static final int SMALL = 480;

    private final ZoneId zone;

    Typesetter(ZoneId zone) {
        this.zone = zone;
    }

    FrontPage set(Edition edition) {
        Map<String, String> reasons = new HashMap<>();
        Times times = new Times(edition.printedAt(), zone);
        edition.losses().forEach(loss -> reasons.putIfAbsent(loss.link(), loss.reason()));
        List<FrontPage.Desk> desks = new ArrayList<>();
        for (PrintedSection section : edition.sections()) {
            List<PrintedStory> stories = section.stories();
            List<String> places = places(stories.size(), desks.isEmpty());
            List<FrontPage.Piece> pieces = new ArrayList<>();
            for (int i = 0; i < stories.size(); i++) {
                pieces.add(piece(stories.get(i), places.get(i), section.title(), times, reasons));
            }
            if (!pieces.isEmpty()) {
                desks.add(new FrontPage.Desk(section.id(), section.title(), pieces.size(), pieces));
            }
        }
        return new FrontPage(
                edition.title(),
                Wording.imprint(edition.volume(), edition.issue()),
                Wording.again(edition.number()),
                Times.day(edition.date()),
                edition.date().toString(),
                times.clock(edition.printedAt()),
                Times.iso(edition.printedAt()),
                times.exact(edition.printedAt()),
                line(edition),
                desks,
                made(edition),
                edition.rests().stream()
                        .map(rest -> rest.domain() + " " + rest.reason())
                        .toList(),
                BoxSetter.set(edition));
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

    private static FrontPage.Piece piece(
            PrintedStory story, String place, String section, Times times, Map<String, String> reasons) {
        Fold fold = Fold.of(story.html(), OPEN_WORDS.getOrDefault(place, OTHERS_OPEN_WORDS));
        String reading = story.readingMinutes() + " min";
        return new FrontPage.Piece(
                story.id(),
                place,
                story.title(),
                story.language(),
                story.direction().isEmpty() ? "auto" : story.direction(),
                WebLink.safe(story.link()),
                story.commentsLink() == null ? "" : WebLink.safe(story.commentsLink()),
                story.feedTitle(),
                story.author(),
                times.ago(story.published()),
                times.exact(story.published()),
                Times.iso(story.published()),
                reading,
                shown(story),
                fold.open(),
                fold.teaser(),
                fold.folded(),
                story.complete() ? "" : lack(reasons.get(story.link().toString())),
                talk(story.points(), story.comments()),
                story.alsoIn().stream()
                        .map(also -> new FrontPage.Also(also.feed(), also.title(), WebLink.safe(also.link())))
                        .toList(),
                count(story.score()),
                parts(story.scoreBreakdown()),
                reason(section, story.sectionWords()),
                carried(story),
                story.domain());
    }

    private static FrontPage.@Nullable Shown shown(PrintedStory story) {
        return story.pictures().stream()
                .filter(PrintedPicture::lead)
                .findFirst()
                .map(picture -> new FrontPage.Shown(
                        picture.file(),
                        picture.alt(),
                        picture.caption(),
                        picture.width(),
                        picture.height(),
                        picture.width() < SMALL ? "small" : picture.height() > picture.width() ? "tall" : "wide-open"))
                .orElse(null);
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

    /** A sum as it is written by hand: each part with what is done with it before its name. */
    static List<FrontPage.Part> parts(Map<String, Long> breakdown) {
        List<FrontPage.Part> parts = new ArrayList<>();
        breakdown.forEach((name, value) -> {
            String sign = value < 0 ? Wording.MINUS : parts.isEmpty() ? "" : "+";
            parts.add(new FrontPage.Part(sign, name, count(Math.abs(value))));
        });
        return parts;
    }

    static String reason(String section, List<String> words) {
        return words.isEmpty()
                ? "In " + section + ", without any of its keywords"
                : "In " + section + " for: " + String.join(", ", words);
    }

    private static String carried(PrintedStory story) {
        List<String> others = story.alsoIn().stream()
                .map(Story.AlsoIn::feed)
                .filter(feed -> !feed.equals(story.feedTitle()))
                .distinct()
                .toList();
        return others.isEmpty()
                ? ""
                : Wording.enumerate(others) + (others.size() == 1 ? " carries" : " carry") + " it too.";
    }

    private static String made(Edition edition) {
        Edition.Numbers numbers = edition.numbers();
        GlassBox.Vitals vitals = edition.glassBox().vitals();
        long out = edition.feeds().stream()
                .filter(feed -> feed.status().equals("failed") || feed.status().equals("late"))
                .count();
        long early = edition.feeds().stream()
                .filter(feed -> feed.status().equals("early"))
                .count();
        return edition.feeds().size() - out + " of " + some(edition.feeds().size(), "feed is in", "feeds are in")
                + (early > 0 ? ", " + count(early) + " of them as read before this run" : "") + ". Of "
                + some(vitals.scanned(), "entry", "entries") + " that lay before the editor "
                + some(vitals.printed(), "is a story", "are stories") + " of this paper; "
                + percent(vitals.antiFeed()) + " of the stream stayed outside. Reading the feeds took "
                + seconds(numbers.fetchSeconds()) + ", fetching the full texts "
                + seconds(numbers.enhanceSeconds()) + ".";
    }

    private static String lack(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "its page's text could not be had" : reason;
    }

    private static String talk(long points, long comments) {
        String upvotes = points > 0 ? some(points, "point", "points") : "";
        String talk = comments > 0 ? some(comments, "comment", "comments") : "";
        return upvotes.isEmpty() || talk.isEmpty() ? upvotes + talk : upvotes + ", " + talk;
    }
}
