package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.parallel.Article;
import press.parallel.LossException;
import press.parallel.Reply;

/** The pages of one story: in which order they are asked for, and what is made of them. */
class AssignmentTest {
    private static final String BRIDGE = "https://courier.example/bridge";

    private final Enhancer enhancer = new Enhancer(new ArticleReader(), 20);
    private final Map<String, String> web = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    private static String paragraph(String of) {
        return "<p>" + of
                + " was closed on Monday after an inspector found rust in two of its cables, and will stay closed.</p>";
    }

    private void page(String address, String head, String body) {
        web.put(address, "<html><head>" + head + "</head><body><article>" + body + "</article></body></html>");
    }

    /** As route read-pages does it. */
    private Assignment readAll(String link) throws Exception {
        Assignment assignment = Assignment.of(URI.create(link), "edition", 1, Instant.MAX);
        while (enhancer.unread(assignment)) {
            URI address = enhancer.request(assignment).address();
            asked.add(address.toString());
            String page = web.get(address.toString());
            assignment = page == null
                    ? enhancer.without(assignment, new IOException("no route to host"))
                    : enhancer.read(reply(address, page), assignment);
        }
        return assignment;
    }

    private static Reply reply(URI address, String page) {
        return page.isEmpty()
                ? new Reply(address, 404, Map.of(), new byte[0], 1)
                : new Reply(
                        address, 200, Map.of("content-type", "text/html"), page.getBytes(StandardCharsets.UTF_8), 1);
    }

    private static String next(int number) {
        return "<link rel=next href=" + BRIDGE + "/" + number + ">";
    }

    @Test
    void aStoryIsReadToItsLastPage() throws Exception {
        page(BRIDGE, next(2) + "<title>The bridge</title>", paragraph("The bridge") + paragraph("The road"));
        page(BRIDGE + "/2", next(3), paragraph("The bridge") + paragraph("The quay"));
        page(BRIDGE + "/3", "", paragraph("The market"));

        Article article = enhancer.article(readAll(BRIDGE));

        assertThat(asked).containsExactly(BRIDGE, BRIDGE + "/2", BRIDGE + "/3");
        assertThat(article.text().split("\n\n"))
                .hasSize(4)
                .satisfies(lines -> assertThat(lines[0]).startsWith("The bridge"))
                .satisfies(lines -> assertThat(lines[3]).startsWith("The market"));
        assertThat(article.title()).isEqualTo("The bridge");
        assertThat(article.html()).contains("The quay", "The market");
    }

    @Test
    void tenPagesAreTheMost() throws Exception {
        page(BRIDGE, next(2), paragraph("Page 1"));
        for (int i = 2; i <= 30; i++) {
            page(BRIDGE + "/" + i, next(i + 1), paragraph("Page " + i));
        }

        readAll(BRIDGE);

        assertThat(asked).hasSize(10);
    }

    @Test
    void aPageThatOnlyRepeatsTheFirstEndsTheStory() throws Exception {
        page(BRIDGE, next(2), paragraph("The bridge"));
        page(BRIDGE + "/2", next(3), paragraph("The bridge"));

        Assignment read = readAll(BRIDGE);

        assertThat(asked).hasSize(2);
        assertThat(read.isCut()).isFalse();
        assertThat(enhancer.article(read).text()).containsOnlyOnce("The bridge");
    }

    @Test
    void aLaterPageThatCannotBeHadLeavesTheEarlierOnes() throws Exception {
        page(BRIDGE, next(2), paragraph("The bridge"));

        Assignment read = readAll(BRIDGE);

        assertThat(enhancer.article(read).text()).startsWith("The bridge");
        assertThat(read.isCut()).isTrue();
        assertThat(read.cut()).contains("page 2", "no route to host", "printed as far as it goes");
    }

    @ParameterizedTest
    @CsvSource({"canonical, https://courier.example/whole", "amphtml, https://amp.courier.example/bridge"})
    void anEmptyPageIsLookedForElsewhere(String rel, String place) throws Exception {
        page(BRIDGE, "<link rel=" + rel + " href=" + place + ">", "<p>Loading.</p>");
        page(place, "", paragraph("The bridge"));

        Assignment read = readAll(BRIDGE);

        assertThat(asked).containsExactly(BRIDGE, place);
        assertThat(enhancer.article(read).text()).startsWith("The bridge");
        assertThat(read.isCut()).isFalse();
    }

    @Test
    void whatIsNowhereIsToldAsItsOwnAddressSaidIt() {
        page(
                BRIDGE,
                "<link rel=canonical href=https://a.example/1><link rel=amphtml href=https://a.example/2>",
                "<p>Loading.</p>");
        page("https://a.example/1", "<link rel=canonical href=https://a.example/3>", "<p>Loading.</p>");
        web.put("https://a.example/2", "");

        assertThatExceptionOfType(LossException.class)
                .isThrownBy(() -> enhancer.article(readAll(BRIDGE)))
                .withMessageContaining("'" + BRIDGE + "': page has no main content of 20 words or more (found 1)");
        assertThat(asked).hasSize(3);
    }

    @Test
    void aWallIsNotGoneRound() {
        page(
                BRIDGE,
                "<link rel=amphtml href=https://amp.example/bridge><script type=application/ld+json>"
                        + "{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\",\"isAccessibleForFree\":false}</script>",
                paragraph("The bridge"));
        page("https://amp.example/bridge", "", paragraph("The bridge") + paragraph("The road"));

        assertThatExceptionOfType(LossException.class)
                .isThrownBy(() -> enhancer.article(readAll(BRIDGE)))
                .withMessageContaining("page is for subscribers (found 20 words); printed with the feed's summary");
        assertThat(asked).containsExactly(BRIDGE);
    }

    @Test
    void aPageThatCannotBeAskedIsTheCallersTrouble() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> enhancer.article(readAll("https://down.example/")))
                .withMessage("no route to host");
    }

    @Test
    void aNextPageThatIsNoPageOfTheStoryEndsIt() throws Exception {
        page(BRIDGE, next(2), paragraph("The bridge"));
        page(
                BRIDGE + "/2",
                "<title>Page not found</title>",
                "<p>The page you are looking for may have been moved.</p>");

        Assignment read = readAll(BRIDGE);

        assertThat(enhancer.article(read).text()).doesNotContain("may have been moved");
        assertThat(read.isCut()).isTrue();
    }

    @Test
    void theFrontPageIsNoOtherPlaceOfAStory() {
        page(BRIDGE, "<link rel=canonical href=https://courier.example/>", "<p>Loading.</p>");
        page("https://courier.example/", "", paragraph("A dog"));

        assertThatExceptionOfType(LossException.class).isThrownBy(() -> enhancer.article(readAll(BRIDGE)));
        assertThat(asked).containsExactly(BRIDGE);
    }

    @Test
    void anAddressThatLeadsToTheFrontPageIsNoStory() {
        page("https://courier.example/", "", paragraph("The bridge") + paragraph("The road"));
        Assignment assignment = Assignment.of(URI.create(BRIDGE), "edition", 1, Instant.MAX);
        Reply front = reply(URI.create("https://courier.example/"), web.get("https://courier.example/"));

        assertThatExceptionOfType(LossException.class)
                .isThrownBy(() -> enhancer.article(enhancer.read(front, assignment)))
                .withMessageContaining("its address leads to the front page of the site");
    }
}
