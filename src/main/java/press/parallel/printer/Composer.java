package press.parallel.printer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.parallel.Article;
import press.parallel.Copy;
import press.parallel.Edition;
import press.parallel.Edition.PrintedPicture;
import press.parallel.Edition.PrintedSection;
import press.parallel.Edition.PrintedStory;
import press.parallel.Entry;
import press.parallel.FeedReport;
import press.parallel.GlassBox;
import press.parallel.Loss;
import press.parallel.Picture;
import press.parallel.PictureFile;
import press.parallel.Run;
import press.parallel.RunSheet;
import press.parallel.Section;
import press.parallel.Story;
import press.parallel.StoryPicture;

/**
 * Sets the edition: every story of the run sheet in its place, with its full text where it was had and with the feed's own words
 * where not. All text is made safe here, wherever it came from.
 *
 * <p>Without state, safe for use by many threads.
 */
@RegisterForReflection
public final class Composer {
    /** Folder of the pictures, inside that of the edition. */
    static final String IMAGES = "images";

    private final String paper;
    private final String title;
    private final List<Section> sections;
    private final InstantSource clock;
    private final Function<URI, String> domainOf;

    /**
     * @param paper its id
     * @param title its name
     * @param sections in print order
     * @param domainOf registrable domain of an address
     */
    public Composer(
            String paper, String title, List<Section> sections, InstantSource clock, Function<URI, String> domainOf) {
        this.paper = paper;
        this.title = title;
        this.sections = List.copyOf(sections);
        this.clock = clock;
        this.domainOf = domainOf;
    }

    /**
     * @param copies in any order; a story of the sheet without a copy counts as not in on time
     * @param losses what is known so far; losses of copies are added, each once
     */
    public Edition compose(
            Run run,
            RunSheet sheet,
            List<Copy> copies,
            List<FeedReport> feeds,
            List<Loss> losses,
            List<Edition.Rest> rests,
            Edition.Numbers numbers) {
        Map<String, Copy> byKey = new LinkedHashMap<>();
        copies.forEach(copy -> byKey.put(copy.story().entry().key(), copy));
        Map<String, List<PrintedStory>> bySection = new LinkedHashMap<>();
        sections.forEach(section -> bySection.put(section.id(), new ArrayList<>()));
        List<Loss> allLosses = new ArrayList<>(losses);
        Set<String> told = new HashSet<>();
        losses.forEach(loss -> told.add(loss.what() + " " + loss.link()));
        for (Story story : sheet.stories()) {
            Copy copy = byKey.get(story.entry().key());
            PrintedStory printed = print(story, copy);
            bySection.computeIfAbsent(story.section(), id -> new ArrayList<>()).add(printed);
            if (!printed.complete() && told.add("story " + story.entry().link())) {
                allLosses.add(copy != null && copy.loss() != null ? copy.loss() : without(story, copy));
            }
        }
        List<PrintedSection> printed = new ArrayList<>();
        bySection.forEach((id, stories) -> printed.add(new PrintedSection(id, titleOf(id), stories)));
        return new Edition(
                title,
                paper,
                run.volume(),
                run.issue(),
                run.number(),
                run.date(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                printed,
                feeds,
                allLosses,
                rests,
                numbers,
                GlassBox.EMPTY);
    }

    private PrintedStory print(Story story, @Nullable Copy copy) {
        Entry entry = story.entry();
        Article article = copy == null ? null : copy.text();
        List<PrintedPicture> pictures = pictures(id(entry.key()), copy == null ? List.of() : copy.pictures());
        Map<URI, PrintedPicture> inText = new HashMap<>();
        pictures.stream().filter(picture -> !picture.lead()).forEach(one -> inText.put(one.address(), one));
        SafeHtml fullText = fullText(entry, article, inText);
        boolean complete = entry.complete() || fullText.words() > 0;
        SafeHtml summary = SafeHtml.of(entry.summary(), entry.link());
        SafeHtml words = complete ? fullText : feedWords(entry, summary);
        return new PrintedStory(
                id(entry.key()),
                headline(entry, article),
                entry.link(),
                entry.commentsLink(),
                story.filed().feed(),
                story.filed().feedTitle(),
                domainOf.apply(entry.link()),
                story.filed().date(),
                !entry.author().isBlank() || article == null ? entry.author() : article.author(),
                summary.text(),
                words.text(),
                words.html(),
                complete,
                words.words(),
                ReadingTime.minutes(words.words(), article == null ? "" : article.language()),
                image(story, copy),
                pictures,
                article == null ? "" : article.language(),
                article == null ? "" : article.direction(),
                entry.points(),
                entry.comments(),
                story.score(),
                story.scoreBreakdown(),
                story.words(),
                story.alsoIn());
    }

    private static @Nullable URI image(Story story, @Nullable Copy copy) {
        Picture lead = (copy == null ? new Copy(story, null, null) : copy).lead();
        return lead == null ? null : lead.address();
    }

    /** Named by the story and a number, never by what the web calls them. */
    private static List<PrintedPicture> pictures(String story, List<StoryPicture> had) {
        List<PrintedPicture> printed = new ArrayList<>();
        for (StoryPicture one : had) {
            PictureFile file = one.file();
            printed.add(new PrintedPicture(
                    IMAGES + "/" + story + "-" + (printed.size() + 1) + "."
                            + file.type().extension(),
                    file.address(),
                    one.picture().alt(),
                    one.picture().caption(),
                    file.width(),
                    file.height(),
                    one.lead()));
        }
        return printed;
    }

    private static SafeHtml fullText(Entry entry, @Nullable Article article, Map<URI, PrintedPicture> pictures) {
        if (entry.complete()) {
            SafeHtml content = SafeHtml.of(entry.content(), entry.link(), pictures);
            return content.words() > 0 ? content : feedWords(entry, SafeHtml.of(entry.summary(), entry.link()));
        }
        return article == null ? SafeHtml.of("", entry.link()) : SafeHtml.of(article.html(), article.link(), pictures);
    }

    private static SafeHtml feedWords(Entry entry, SafeHtml summary) {
        SafeHtml content = SafeHtml.of(entry.content(), entry.link());
        return content.words() > 0 ? content : summary;
    }

    private static String headline(Entry entry, @Nullable Article article) {
        if (!entry.title().isBlank()) {
            return entry.title().strip();
        }
        return article == null || article.title().isBlank()
                ? entry.link().toString()
                : article.title().strip();
    }

    private static Loss without(Story story, @Nullable Copy copy) {
        String reason = copy == null || copy.article() == null
                ? "its text was not in when the edition closed"
                : "nothing of its page's text could be printed";
        return new Loss(
                "story",
                headline(story.entry(), null),
                story.entry().link().toString(),
                reason + "; printed with the feed's words");
    }

    private String titleOf(String id) {
        return sections.stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .map(Section::title)
                .orElse(id);
    }

    /** Ten hex digits of the key's SHA-256 behind an "s": the same in every edition, and usable as an id in HTML and CSS. */
    private static String id(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "s" + HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
