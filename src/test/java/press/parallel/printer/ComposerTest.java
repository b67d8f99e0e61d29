package press.parallel.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import press.parallel.Article;
import press.parallel.Copy;
import press.parallel.Edition;
import press.parallel.Edition.PrintedPicture;
import press.parallel.Edition.PrintedSection;
import press.parallel.Edition.PrintedStory;
import press.parallel.Entry;
import press.parallel.FiledEntry;
import press.parallel.Loss;
import press.parallel.Picture;
import press.parallel.PictureFile;
import press.parallel.PictureType;
import press.parallel.Run;
import press.parallel.RunSheet;
import press.parallel.Section;
import press.parallel.Share;
import press.parallel.Story;
import press.parallel.StoryPicture;

class ComposerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:41.123Z");
    private static final Run RUN = new Run(
            "2026-11-22-2", LocalDate.parse("2026-11-22"), 2, LocalDate.parse("2026-10-01"), NOW, NOW, NOW, false);
    private static final Edition.Numbers NUMBERS = new Edition.Numbers(10, 5, 2, 0.8, 1, 2, 3, 4, 5, 0, 0, 0, 0);

    private final Composer composer = new Composer(
            "daily",
            "The Paper",
            List.of(section("news"), section("tech")),
            InstantSource.fixed(NOW),
            link -> link.getHost().replaceFirst("^[^.]+\\.(?=.+\\.)", ""));

    @Test
    void sectionsStandInTheOrderOfTheSettingsAndStoriesInTheOrderOfTheRunSheet() {
        Edition edition = compose(
                List.of(story("tech", "c"), story("news", "b"), story("tech", "a"), story("news", "d")), List.of());
        assertThat(edition.sections()).extracting(PrintedSection::id).containsExactly("news", "tech");
        assertThat(edition.sections())
                .extracting(PrintedSection::title)
                .containsExactly("Title of news", "Title of tech");
        assertThat(edition.sections().get(0).stories())
                .extracting(PrintedStory::title)
                .containsExactly("b", "d");
        assertThat(edition.sections().get(1).stories())
                .extracting(PrintedStory::title)
                .containsExactly("c", "a");
    }

    @Test
    void aSectionThatLeftTheSettingsDuringTheRunIsPrintedLast() {
        Edition edition = compose(List.of(story("gone", "a"), story("tech", "b")), List.of());
        assertThat(edition.sections()).extracting(PrintedSection::id).containsExactly("news", "tech", "gone");
        assertThat(edition.sections().get(2).stories()).hasSize(1);
    }

    @Test
    void aStoryWithItsArticleIsPrintedInFull() {
        Story story = story("news", "a");
        PrintedStory printed = only(compose(
                List.of(story), List.of(new Copy(story, article(story, "<p>" + "word ".repeat(575) + "</p>"), null))));
        assertThat(printed.complete()).isTrue();
        assertThat(printed.words()).isEqualTo(575);
        assertThat(printed.readingMinutes()).isEqualTo(3);
        assertThat(printed.author()).isEqualTo("Page Author");
        assertThat(printed.image()).isEqualTo(URI.create("https://www.example.org/lead.jpg"));
        assertThat(printed.language()).isEqualTo("en-GB");
        assertThat(printed.summary()).isEqualTo("Short words of a");
        assertThat(printed.domain()).isEqualTo("example.org");
        assertThat(printed.published()).isEqualTo("2026-11-21T20:00:00Z");
    }

    @Test
    void aStoryWithoutItsPageIsPrintedWithTheFeedsContentElseItsSummary() {
        Story full = story(entry("news", "a", "<p>Feed's <b>content</b></p>", false), "news");
        Story brief = story("news", "b");
        Loss loss = new Loss("story", "b", brief.entry().link().toString(), "page is gone (410)");
        Edition edition = compose(List.of(full, brief), List.of(new Copy(brief, article(brief, "<p>Stale</p>"), loss)));
        List<PrintedStory> stories = edition.sections().get(0).stories();
        assertThat(stories).extracting(PrintedStory::complete).containsExactly(false, false);
        assertThat(stories).extracting(PrintedStory::text).containsExactly("Feed's content", "Short words of b");
        assertThat(stories).extracting(PrintedStory::readingMinutes).containsExactly(1, 1);
        assertThat(edition.losses())
                .containsExactly(
                        new Loss(
                                "story",
                                "a",
                                "https://www.example.org/a",
                                "its text was not in when the edition closed; printed with the feed's words"),
                        loss);
    }

    @Test
    void aLossThatIsKnownIsToldOnce() {
        Story story = story("news", "a");
        Loss known = new Loss("story", "a", story.entry().link().toString(), "page is gone (410)");
        Edition edition = composer.compose(
                RUN,
                sheet(List.of(story)),
                List.of(new Copy(story, null, known)),
                List.of(),
                List.of(known),
                List.of(),
                NUMBERS);
        assertThat(edition.losses()).containsExactly(known);
    }

    @Test
    void anEntryThatBringsItsWholeTextIsCompleteWithoutAPage() {
        Edition edition = compose(List.of(story(entry("news", "a", "<p>Self post</p>", true), "news")), List.of());
        assertThat(only(edition).complete()).isTrue();
        assertThat(only(edition).html()).isEqualTo("<p>Self post</p>");
        assertThat(edition.losses()).isEmpty();
    }

    @Test
    void anArticleWhoseMarkupHoldsNoTextIsALoss() {
        Story story = story("news", "a");
        Edition edition = compose(
                List.of(story), List.of(new Copy(story, article(story, "<script>document.write('x')</script>"), null)));
        assertThat(only(edition).complete()).isFalse();
        assertThat(only(edition).text()).isEqualTo("Short words of a");
        assertThat(edition.losses())
                .extracting(Loss::reason)
                .containsExactly("nothing of its page's text could be printed; printed with the feed's words");
    }

    @Test
    void textIsMadeSafeWhereverItComesFrom() {
        String unsafe = "<p onclick=x>Word <a href='javascript:x'>one</a> <a href='/two'>two</a><script>x</script></p>";
        String safe = "<p>Word one <a href=\"https://www.example.org/two\" rel=\"noopener nofollow\">two</a></p>";
        Story article = story("news", "a");
        Story content = story(entry("news", "b", unsafe, false), "news");
        Edition edition =
                compose(List.of(article, content), List.of(new Copy(article, article(article, unsafe), null)));
        assertThat(edition.sections().get(0).stories())
                .extracting(PrintedStory::html)
                .containsExactly(safe, safe);
    }

    @Test
    void aStoryKeepsItsIdFromEditionToEditionAndNoTwoShareOne() {
        List<Story> stories = List.of(story("news", "a"), story("news", "b"));
        List<PrintedStory> once = compose(stories, List.of()).sections().get(0).stories();
        List<PrintedStory> again = compose(stories, List.of()).sections().get(0).stories();
        assertThat(once)
                .extracting(PrintedStory::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("s[0-9a-f]{10}"));
        assertThat(again).isEqualTo(once);
    }

    @Test
    void aStoryHasThePicturesThatWereHadTheLeadAboveAndTheOthersInItsText() {
        Story story = story("news", "a");
        Picture lead = new Picture(URI.create("https://p.example/lead"), "A bridge", "Seen at noon", 1, 1);
        Picture inside = new Picture(URI.create("https://p.example/inside"), "A pier", "", 0, 0);
        Copy copy = new Copy(
                story,
                article(
                        story,
                        "<p>One</p><img src='https://p.example/inside'><img src='https://p.example/lead'><p>Two</p>"),
                null,
                List.of(
                        new StoryPicture(lead, new PictureFile(lead.address(), PictureType.WEBP, 800, 600), true),
                        new StoryPicture(
                                inside, new PictureFile(inside.address(), PictureType.JPEG, 640, 480), false)));
        PrintedStory printed = only(compose(List.of(story), List.of(copy)));
        assertThat(printed.pictures())
                .containsExactly(
                        new PrintedPicture(
                                "images/" + printed.id() + "-1.webp",
                                lead.address(),
                                "A bridge",
                                "Seen at noon",
                                800,
                                600,
                                true),
                        new PrintedPicture(
                                "images/" + printed.id() + "-2.jpg", inside.address(), "A pier", "", 640, 480, false));
        assertThat(printed.html()).containsOnlyOnce("<img").contains("src=\"images/" + printed.id() + "-2.jpg\"");
        assertThat(printed.text()).isEqualTo("One\n\nTwo");
        assertThat(printed.image()).isEqualTo(URI.create("https://www.example.org/lead.jpg"));
    }

    @Test
    void theEditionCarriesTheRunAndTheClock() {
        Edition edition = compose(List.of(), List.of());
        assertThat(edition.id()).isEqualTo("2026-11-22-2");
        assertThat(edition.title()).isEqualTo("The Paper");
        assertThat(edition.printedAt()).isEqualTo("2026-11-22T06:00:41Z");
        assertThat(edition.numbers()).isEqualTo(NUMBERS);
    }

    private Edition compose(List<Story> stories, List<Copy> copies) {
        return composer.compose(RUN, sheet(stories), copies, List.of(), List.of(), List.of(), NUMBERS);
    }

    private static RunSheet sheet(List<Story> stories) {
        return new RunSheet(stories, List.of(), 10, 5);
    }

    private static PrintedStory only(Edition edition) {
        assertThat(edition.sections().get(0).stories()).hasSize(1);
        return edition.sections().get(0).stories().get(0);
    }

    private static Section section(String id) {
        return new Section(id, "Title of " + id, List.of(), List.of(), 10, Share.ALL, 0);
    }

    private static Story story(String section, String title) {
        return story(entry(section, title, "", false), section);
    }

    private static Story story(Entry entry, String section) {
        return new Story(
                new FiledEntry(entry, "https://feeds.example.org/rss", "The Courier", section, NOW),
                section,
                1,
                1000,
                Map.of("offered", 1000L),
                List.of(),
                List.of());
    }

    private static Entry entry(String section, String title, String content, boolean complete) {
        URI link = URI.create("https://www.example.org/" + title);
        return new Entry(
                link.toString(),
                link,
                null,
                "",
                title,
                "",
                Instant.parse("2026-11-21T20:00:00Z"),
                null,
                "<p>Short words of <i>" + title + "</i></p>",
                content,
                List.of(),
                0,
                0,
                null,
                null,
                complete,
                0);
    }

    private static Article article(Story story, String html) {
        return new Article(
                story.entry().key(),
                story.entry().link(),
                null,
                "",
                "Page title",
                "Page Author",
                null,
                Picture.at(URI.create("https://www.example.org/lead.jpg")),
                List.of(),
                "en-GB",
                "ltr",
                "",
                html,
                0);
    }
}
