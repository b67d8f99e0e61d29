package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.Article;
import press.parallel.Copy;
import press.parallel.Entry;
import press.parallel.FiledEntry;
import press.parallel.Images;
import press.parallel.Loss;
import press.parallel.Picture;
import press.parallel.RunSheet;
import press.parallel.Story;
import press.parallel.WantedPicture;

/** Which pictures an edition asks for, and when. */
class PicturePlanTest {
    private static final Instant SEEN = Instant.parse("2026-11-22T06:00:00Z");

    private static URI address(String name) {
        return URI.create("https://pictures.example/" + name);
    }

    private static Story story(String name) {
        URI link = URI.create("https://example.org/" + name);
        Entry entry = new Entry(
                name,
                link,
                null,
                name,
                name,
                "",
                null,
                null,
                "",
                "",
                List.of(),
                0,
                0,
                null,
                address("feed-" + name),
                false,
                0);
        return new Story(
                new FiledEntry(entry, "https://example.org/feed", "Example", "news", SEEN),
                "news",
                1,
                1000,
                Map.of(),
                List.of(),
                List.of());
    }

    private static RunSheet sheet(String... names) {
        return new RunSheet(Arrays.stream(names).map(PicturePlanTest::story).toList(), List.of(), 9, 9);
    }

    /** @param pictures the lead, then those in the text */
    private static Copy copy(String name, String... pictures) {
        List<Picture> all =
                Arrays.stream(pictures).map(one -> Picture.at(address(one))).toList();
        Article article = new Article(
                name,
                URI.create("https://example.org/" + name),
                null,
                "",
                "",
                "",
                null,
                all.isEmpty() ? null : all.get(0),
                all.isEmpty() ? List.of() : all.subList(1, all.size()),
                "en",
                "ltr",
                "",
                "",
                1);
        return new Copy(story(name), article, null);
    }

    private static List<String> names(List<WantedPicture> wanted) {
        return wanted.stream()
                .map(one -> one.picture().address().getPath().substring(1) + (one.lead() ? " above" : ""))
                .toList();
    }

    @Test
    void nothingIsAskedForBeforeTheChoiceAndNothingForStoriesThatAreNotPrinted() {
        PicturePlan plan = new PicturePlan(Images.LEAD, 60);
        assertThat(plan.in(copy("a", "a1"))).isEmpty();
        assertThat(plan.in(copy("unchosen", "u1"))).isEmpty();
        assertThat(names(plan.chosen(sheet("a", "b")))).containsExactly("a1 above");
        assertThat(names(plan.in(copy("b", "b1", "b2")))).containsExactly("b1 above");
        assertThat(plan.in(copy("late", "l1"))).isEmpty();
        assertThat(plan.isAmong(Set.of(address("a1")))).isFalse();
        assertThat(plan.isAmong(Set.of(address("a1"), address("b1")))).isTrue();
        assertThat(names(plan.missing(Set.of(address("a1"))))).containsExactly("b1 above");
    }

    @Test
    void aStoryWithoutATextOrWithoutAPictureOfItsPageHasThatOfItsFeed() {
        PicturePlan plan = new PicturePlan(Images.ALL, 60);
        plan.chosen(sheet("a", "b"));
        assertThat(names(plan.in(copy("a")))).containsExactly("feed-a above");
        Loss loss = new Loss("story", "b", "https://example.org/b", "gone");
        assertThat(names(plan.in(new Copy(story("b"), null, loss)))).containsExactly("feed-b above");
    }

    @Test
    void thoseInsideTextsGetWhatTheLeadsOfAllStoriesLeave() {
        PicturePlan plan = new PicturePlan(Images.ALL, 4);
        plan.chosen(sheet("a", "b"));
        assertThat(names(plan.in(copy("a", "a1", "a2", "a3", "a4", "a5")))).containsExactly("a1 above", "a2", "a3");
        assertThat(names(plan.in(copy("b", "b1", "b2")))).containsExactly("b1 above");
    }

    @Test
    void whatTwoStoriesShowIsAskedForOnceAndStandsInBoth() {
        PicturePlan plan = new PicturePlan(Images.ALL, 60);
        plan.chosen(sheet("a", "b"));
        assertThat(names(plan.in(copy("a", "same", "a2", "a2", "same")))).containsExactly("same above", "a2");
        assertThat(plan.in(copy("b", "same"))).isEmpty();
        assertThat(names(plan.of("b"))).containsExactly("same above");
    }

    @Test
    void withNoneNothingIsEverAskedFor() {
        PicturePlan plan = new PicturePlan(Images.NONE, 60);
        assertThat(plan.chosen(sheet("a"))).isEmpty();
        assertThat(plan.in(copy("a", "a1"))).isEmpty();
        assertThat(plan.isAmong(Set.of())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/p/harbour.jpg?w=1200, https://a.example/p/harbour.jpg?w=640, true",
        "https://a.example/p/harbour-at-noon-1200x675.jpg, https://b.example/q/harbour-at-noon.jpg.webp, true",
        "https://a.example/1/master/5000.jpg, https://a.example/2/master/5000.jpg, false",
        "https://a.example/p/harbour-at-noon.jpg, https://a.example/p/harbour-at-dusk.jpg, false",
        "https://a.example/i?id=1, https://a.example/i?id=2, false",
    })
    void theLeadIsKnownAgainInAnotherSize(String lead, String other, boolean same) {
        assertThat(SamePictures.alike(Picture.at(URI.create(lead)), Picture.at(URI.create(other))))
                .isEqualTo(same);
    }
}
