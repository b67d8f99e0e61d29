package press.parallel.printer;

import static press.parallel.printer.Wording.count;
import static press.parallel.printer.Wording.percent;
import static press.parallel.printer.Wording.seconds;
import static press.parallel.printer.Wording.some;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import press.parallel.Bytes;
import press.parallel.Edition;
import press.parallel.FeedReport;
import press.parallel.GlassBox;
import press.parallel.Loss;
import press.parallel.Verdict;

/** Turns the glass box of an edition into the pieces that the template sets. It reckons nothing but the lengths of bars. */
final class BoxSetter {
    /** Sources that stand open; a longer list is folded after them. */
    static final int AT_ONCE = 12;

    /** A rest of fewer is not worth a fold. */
    private static final int SMALL_REST = 4;

    private BoxSetter() {}

    static OpenBox set(Edition edition) {
        GlassBox box = edition.glassBox();
        GlassBox.Vitals vitals = box.vitals();
        return new OpenBox(
                vitals(vitals),
                reckoned(vitals),
                verdicts(box),
                count(vitals.scanned()),
                List.of(
                        table("feeds", "By feed", "Feed", "feed", box.feeds()),
                        table("domains", "By domain of the stories", "Domain", "domain", box.domains())),
                box.bubble().stream().map(BoxSetter::bubble).toList(),
                lost(edition.losses()),
                losses(edition.losses()),
                asked(edition.numbers()),
                manners(edition.numbers()),
                edition.feeds().stream().map(BoxSetter::feed).toList());
    }

    private static List<OpenBox.Figure> vitals(GlassBox.Vitals vitals) {
        return List.of(
                new OpenBox.Figure(
                        count(vitals.scanned()), vitals.scanned() == 1 ? "entry scanned" : "entries scanned"),
                new OpenBox.Figure(count(vitals.fresh()), "of them fresh"),
                new OpenBox.Figure(
                        count(vitals.printed()), vitals.printed() == 1 ? "story printed" : "stories printed"),
                new OpenBox.Figure(percent(vitals.antiFeed()), "anti-feed protection"));
    }

    private static String reckoned(GlassBox.Vitals vitals) {
        return vitals.scanned() == 0
                ? "Nothing lay before the editor, so there was nothing to keep from you."
                : "Anti-feed protection is the share of the stream that was kept from you: (" + count(vitals.scanned())
                        + " scanned " + Wording.MINUS + " " + count(vitals.printed()) + " printed) ÷ "
                        + count(vitals.scanned()) + " scanned = " + percent(vitals.antiFeed()) + ".";
    }

    private static List<OpenBox.VerdictLine> verdicts(GlassBox box) {
        List<OpenBox.VerdictLine> lines = new ArrayList<>();
        box.decisions()
                .forEach((words, entries) -> lines.add(new OpenBox.VerdictLine(
                        words.replaceAll("[^a-z]+", "-"),
                        words,
                        meaning(Verdict.of(words)),
                        entries,
                        count(entries),
                        percent(entries / (double) box.vitals().scanned()))));
        return lines;
    }

    private static String meaning(Verdict verdict) {
        return switch (verdict) {
            case PRINTED -> "a story of this edition";
            case MERGED -> "tells a story that another entry leads";
            case PRINTED_BEFORE -> "stood in an earlier edition and has not grown since";
            case OVER_THE_SIZE -> "better stories filled its section";
            case OVER_THE_SHARE -> "better stories of its domain filled the domain’s share of the section";
            case BELOW_THE_FLOOR -> "scored less than its section asks for";
            case BURIED -> "policies took more from it than it had";
            case TOO_OLD -> "lay outside the freshness window";
            case NO_SECTION -> "the paper has no section for it";
        };
    }

    private static OpenBox.SourceTable table(
            String id, String title, String head, String one, List<GlassBox.Source> sources) {
        double longest = sources.stream()
                .mapToDouble(source -> Math.max(source.input(), source.output()))
                .max()
                .orElse(0);
        List<OpenBox.SourceLine> lines =
                sources.stream().map(source -> line(source, longest)).toList();
        List<OpenBox.Stack> stacks = new ArrayList<>();
        if (lines.size() < AT_ONCE + SMALL_REST) {
            stacks.add(new OpenBox.Stack("", lines));
        } else {
            stacks.add(new OpenBox.Stack("", lines.subList(0, AT_ONCE)));
            stacks.add(new OpenBox.Stack(
                    count(lines.size() - AT_ONCE) + " more " + one + "s", lines.subList(AT_ONCE, lines.size())));
        }
        return new OpenBox.SourceTable(id, title, head, percent(longest), stacks);
    }

    private static OpenBox.SourceLine line(GlassBox.Source source, double longest) {
        String delta = Wording.points(source.delta());
        return new OpenBox.SourceLine(
                source.name(),
                WebLink.safe(source.link()),
                count(source.scanned()),
                count(source.printed()),
                percent(source.input()),
                percent(source.output()),
                bar(source.input(), longest),
                bar(source.output(), longest),
                delta,
                delta.startsWith("+") ? "gives" : delta.startsWith(Wording.MINUS) ? "takes" : "even");
    }

    private static String bar(double share, double longest) {
        return String.format(Locale.ROOT, "%.2f%%", longest == 0 ? 0 : share / longest * 100);
    }

    private static OpenBox.Bubble bubble(GlassBox.Bubble bubble) {
        return new OpenBox.Bubble(
                bubble.title(),
                count(bubble.floor()),
                bubble.in().stream().map(BoxSetter::edge).toList(),
                bubble.out().stream()
                        .filter(edge -> edge.verdict() != Verdict.BELOW_THE_FLOOR)
                        .map(BoxSetter::edge)
                        .toList(),
                bubble.out().stream()
                        .filter(edge -> edge.verdict() == Verdict.BELOW_THE_FLOOR)
                        .map(BoxSetter::edge)
                        .toList());
    }

    private static OpenBox.EdgeLine edge(GlassBox.Edge edge) {
        return new OpenBox.EdgeLine(
                edge.rank() > 0 ? count(edge.rank()) : "",
                edge.title(),
                WebLink.safe(edge.link()),
                edge.feed(),
                edge.verdict().words(),
                count(edge.score()));
    }

    private static String lost(List<Loss> losses) {
        long feeds = losses.stream().filter(loss -> loss.what().equals("feed")).count();
        long pictures = pictures(losses);
        long stories = losses.size() - feeds - pictures;
        List<String> lost = new ArrayList<>();
        if (feeds > 0) {
            lost.add(some(feeds, "note on feeds", "notes on feeds"));
        }
        if (stories > 0) {
            lost.add(some(stories, "story without its full text", "stories without their full text"));
        }
        if (pictures > 0) {
            lost.add(some(pictures, "picture", "pictures"));
        }
        return lost.isEmpty() ? "nothing is missing" : Wording.enumerate(lost);
    }

    private static long pictures(List<Loss> losses) {
        return losses.stream().filter(loss -> loss.what().equals("picture")).count();
    }

    /** One line for all pictures: a text without its picture is whole. */
    private static List<OpenBox.LossLine> losses(List<Loss> losses) {
        List<OpenBox.LossLine> lines = new ArrayList<>();
        losses.stream()
                .filter(loss -> !loss.what().equals("picture"))
                .map(BoxSetter::loss)
                .forEach(lines::add);
        long pictures = pictures(losses);
        if (pictures > 0) {
            lines.add(new OpenBox.LossLine(
                    pictures == 1 ? "picture" : "pictures",
                    some(pictures, "picture", "pictures"),
                    "",
                    "could not be had; which and why stands in report.json"));
        }
        return lines;
    }

    private static OpenBox.LossLine loss(Loss loss) {
        return new OpenBox.LossLine(loss.what(), loss.title(), WebLink.safe(loss.link()), loss.reason());
    }

    private static String asked(Edition.Numbers numbers) {
        return some(numbers.requests(), "request", "requests") + ", " + count(numbers.waits()) + " waited, "
                + count(numbers.refused()) + " refused";
    }

    /** What says something even as a zero, and of the rest what is none. */
    private static List<OpenBox.Figure> manners(Edition.Numbers numbers) {
        List<OpenBox.Figure> figures = new ArrayList<>(List.of(
                new OpenBox.Figure(count(numbers.requests()), numbers.requests() == 1 ? "request" : "requests"),
                new OpenBox.Figure(count(numbers.waits()), "waited their turn"),
                new OpenBox.Figure(count(numbers.refused()), "refused")));
        if (numbers.unchanged() > 0) {
            figures.add(new OpenBox.Figure(
                    count(numbers.unchanged()), numbers.unchanged() == 1 ? "feed unchanged" : "feeds unchanged"));
            figures.add(new OpenBox.Figure(Bytes.of(numbers.bytesSaved()), "not fetched again"));
        }
        if (numbers.robots() > 0) {
            figures.add(new OpenBox.Figure(count(numbers.robots()), "robots.txt read"));
        }
        figures.add(new OpenBox.Figure(seconds(numbers.totalSeconds()), "from start to paper"));
        return figures;
    }

    private static OpenBox.FeedLine feed(FeedReport feed) {
        String status = switch (feed.status()) {
            case "ok" -> "read";
            case "unchanged" -> "nothing new since it was last read";
            case "early" -> "read not long ago, so not asked again";
            case "late" -> "too late for this edition";
            default -> "could not be read";
        };
        String words = feed.reason().isBlank() || feed.status().equals("unchanged") ? status : feed.reason();
        boolean read = feed.entries() > 0 || feed.status().equals("ok");
        return new OpenBox.FeedLine(
                feed.title(),
                WebLink.safe(feed.url()),
                feed.status(),
                words,
                read ? count(feed.entries()) : "–",
                read ? count(feed.fresh()) : "–",
                feed.millis() > 0 ? seconds(feed.millis() / 1000.0) : "–");
    }
}
