package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import press.parallel.Copy;
import press.parallel.Entry;
import press.parallel.FiledEntry;
import press.parallel.Loss;
import press.parallel.Picture;
import press.parallel.PictureCopy;
import press.parallel.PictureFile;
import press.parallel.PictureType;
import press.parallel.RunSheet;
import press.parallel.Story;
import press.parallel.StoryPicture;
import press.parallel.WantedPicture;

/** The run sheet and the copy come in any order; the edition is whole when each story of the sheet has its text or its loss. */
class AssemblyTest {
    private static final Instant SEEN = Instant.parse("2026-11-22T06:00:00Z");

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Assembly assembly = new Assembly();

    private static Story story(String name, int rank) {
        URI link = URI.create("https://example.org/" + name);
        Entry entry = new Entry(
                link.toString(), link, null, name, name, "", null, null, "", "", List.of(), 0, 0, null, null, false, 0);
        return new Story(
                new FiledEntry(entry, "https://example.org/feed", "Example", "news", SEEN),
                "news",
                rank,
                1000,
                Map.of(),
                List.of(),
                List.of());
    }

    private static RunSheet sheet(String... names) {
        Story[] stories = new Story[names.length];
        Arrays.setAll(stories, i -> story(names[i], i + 1));
        return new RunSheet(List.of(stories), List.of(), names.length, names.length);
    }

    private static Copy lost(String name, int rank) {
        return new Copy(story(name, rank), null, new Loss("story", name, "https://example.org/" + name, "gone"));
    }

    private Exchange joined(Object... messages) {
        @Nullable Exchange whole = null;
        for (Object message : messages) {
            Exchange next = new DefaultExchange(camel);
            next.getMessage().setBody(message);
            whole = assembly.aggregate(whole, next);
        }
        return Objects.requireNonNull(whole);
    }

    private static boolean isWhole(Exchange whole) {
        return whole.getMessage().getBody(Gathering.class).allIn();
    }

    private static List<String> titles(Exchange whole) {
        return whole.getMessage().getBody(Gathering.class).inOrder(key -> List.of()).stream()
                .map(copy -> copy.story().entry().title())
                .toList();
    }

    @Test
    void theEditionIsWholeWithTheLastStoryWhicheverCameFirst() {
        assertThat(isWhole(joined(sheet("a", "b"), lost("b", 2)))).isFalse();
        assertThat(isWhole(joined(sheet("a", "b"), lost("b", 2), lost("a", 1)))).isTrue();
        assertThat(isWhole(joined(lost("b", 2), lost("a", 1)))).isFalse();
        assertThat(isWhole(joined(lost("b", 2), lost("a", 1), sheet("a", "b")))).isTrue();
    }

    @Test
    void anEditionWithoutStoriesIsWholeAtOnce() {
        assertThat(isWhole(joined(sheet()))).isTrue();
    }

    @Test
    void storiesAreInTheOrderOfTheSheetAndOnlyThose() {
        assertThat(titles(joined(lost("c", 0), lost("unchosen", 0), sheet("a", "b", "c"), lost("a", 0))))
                .containsExactly("a", "c");
    }

    @Test
    void theSheetSaysWhereAStoryStandsAndNotTheCopyThatCameAhead() {
        Exchange whole = joined(lost("b", 9), sheet("a", "b"));
        assertThat(whole.getMessage().getBody(Gathering.class).inOrder(key -> List.of()))
                .singleElement()
                .satisfies(copy -> assertThat(copy.story().rank()).isEqualTo(2));
    }

    @Test
    void ofTwoCopiesOfAStoryTheLaterCounts() {
        Copy later = new Copy(story("a", 1), null, new Loss("story", "a", "https://example.org/a", "late"));
        assertThat(joined(sheet("a"), lost("a", 1), later)
                        .getMessage()
                        .getBody(Gathering.class)
                        .inOrder(key -> List.of()))
                .containsExactly(later);
    }

    @Test
    void whatIsGatheredDoesNotChangeUnderItsReaders() {
        Gathering before = Gathering.EMPTY.with(sheet("a"));
        Gathering after = before.with(lost("a", 1));
        assertThat(before.copies()).isEmpty();
        assertThat(after.allIn()).isTrue();
        assertThat(before.allIn()).isFalse();
    }

    @Test
    void aStoryHasThePicturesThatWereHadForItTheLeadFirst() {
        WantedPicture lead = wanted("a", "lead", true);
        WantedPicture other = wanted("a", "other", false);
        WantedPicture lost = wanted("a", "lost", false);
        Gathering whole = joined(
                        had(other), lost("a", 1), sheet("a"), had(lead), new PictureCopy(address("lost"), null, null))
                .getMessage()
                .getBody(Gathering.class);

        assertThat(whole.pictures().keySet())
                .containsExactlyInAnyOrder(address("lead"), address("other"), address("lost"));
        assertThat(whole.inOrder(key -> List.of(lead, other, lost)).get(0).pictures())
                .extracting(StoryPicture::picture, StoryPicture::lead)
                .containsExactly(tuple(lead.picture(), true), tuple(other.picture(), false));
    }

    private static URI address(String name) {
        return URI.create("https://pictures.example/" + name);
    }

    private static WantedPicture wanted(String story, String name, boolean lead) {
        return new WantedPicture(story(story, 1), Picture.at(address(name)), lead);
    }

    private static PictureCopy had(WantedPicture wanted) {
        URI address = wanted.picture().address();
        return new PictureCopy(address, new PictureFile(address, PictureType.JPEG, 800, 600), null);
    }

    @Test
    void anythingElseIsAMistakeInTheRoutes() {
        assertThatThrownBy(() -> joined(sheet("a"), "a string"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "assemble-edition: expected a run sheet, a story's copy or a picture, but found java.lang.String");
        assertThatThrownBy(() -> Gathering.EMPTY.with(null)).hasMessageEndingWith("but found nothing");
    }
}
