package press.parallel.printer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import press.parallel.Edition;
import press.parallel.Edition.PrintedPicture;
import press.parallel.Edition.PrintedSection;
import press.parallel.Edition.PrintedStory;
import press.parallel.GlassBox;
import press.parallel.Loss;

/** Needs Quarkus, as the templates are compiled into it. The sample is left in {@code target/sample} to be looked at. */
@QuarkusTest
class QutePageTest {
    private final Page page = new QutePage(ZoneOffset.UTC);
    private final Edition edition = SampleEdition.edition();

    @Test
    void theMastheadHasVolumeNumberAndTheHourWithItsZone() {
        Document paper = Jsoup.parse(page.edition(edition));
        assertThat(paper.select(".folio span").eachText())
                .startsWith("Volume 2 · No. 413", "Sunday, 22 November 2026, printed 06:00 UTC");
        assertThat(paper.title()).isEqualTo("The Parallel Press, Sunday, 22 November 2026");
    }

    @Test
    void everyStoryStandsOnThePageWithAllOfItsText() {
        Document paper = Jsoup.parse(page.edition(edition));
        for (PrintedSection section : edition.sections()) {
            assertThat(paper.select("#section-" + section.id() + " article")).hasSameSizeAs(section.stories());
            for (PrintedStory story : section.stories()) {
                Element article = paper.getElementById(story.id());
                assertThat(article).isNotNull();
                assertThat(article.select("h3").text()).isEqualTo(story.title());
                assertThat(article.select(".text").text())
                        .isEqualTo(Jsoup.parse(story.html()).text());
                assertThat(article.select("time").attr("datetime"))
                        .isEqualTo(story.published().toString());
                assertThat(article.select(".why tfoot td").text().replace(",", ""))
                        .isEqualTo(Long.toString(story.score()));
            }
        }
    }

    @Test
    void aLongStoryIsFoldedAndItsFirstParagraphIsNot() {
        PrintedStory lead = edition.sections().get(0).stories().get(0);
        Element article = Jsoup.parse(page.edition(edition)).getElementById(lead.id());
        assertThat(article.hasClass("lead")).isTrue();
        assertThat(article.select(".copy > .text > p").first().text()).startsWith("The siren on the customs house");
        assertThat(article.select("details.more:not([open]) > .text").text()).contains("report of the water board");
        assertThat(article.select(".also a").eachText()).containsExactly("Evening Post", "Channel Nine");
    }

    @Test
    void theFileNeedsNothingButThePicturesBesideIt() {
        Document paper = Jsoup.parse(page.edition(edition));
        assertThat(paper.select("script, iframe, object, embed, video, audio, source, form, [srcset], [src]:not(img)"))
                .isEmpty();
        assertThat(paper.select("img").eachAttr("src"))
                .isNotEmpty()
                .allMatch(src -> src.matches("images/s[0-9a-f]{10}-1.png"));
        assertThat(paper.select("link").eachAttr("href")).containsExactly("data:,");
        assertThat(paper.select("style").html()).doesNotContain("url(", "@import");
        assertThat(paper.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'")
                .contains("img-src 'self' data:;");
    }

    @Test
    void aPictureStandsAboveItsTextInItsSizeWithItsWords() {
        PrintedStory story = edition.sections().get(0).stories().get(0);
        PrintedPicture picture = story.pictures().get(0);
        Document paper = Jsoup.parse(page.edition(edition));
        Element figure = paper.selectFirst("#" + story.id() + " .copy > figure");
        assertThat(figure).isEqualTo(paper.selectFirst("#" + story.id() + " .copy > *"));
        assertThat(figure.attr("lang")).isEqualTo("en");
        Element image = figure.selectFirst("img");
        assertThat(image.attr("src")).isEqualTo(picture.file());
        assertThat(image.attr("alt")).isEqualTo("A harbour");
        assertThat(image.attr("width") + " x " + image.attr("height")).isEqualTo("1200 x 675");
        assertThat(image.attr("loading") + image.attr("decoding")).isEqualTo("lazyasync");
        assertThat(figure.selectFirst("figcaption").text()).isEqualTo(picture.caption());
        assertThat(paper.select("figure.tall, figure.small")).isNotEmpty();
    }

    @Test
    void aTextFromRightToLeftIsSetSoAlsoWhereItBeginsWithALatinName() {
        Document paper = Jsoup.parse(page.edition(edition));
        Element right = paper.select("article.story").stream()
                .filter(story -> story.selectFirst("h3[lang=ar]") != null)
                .findFirst()
                .orElseThrow();

        assertThat(right.select("h3, .text"))
                .isNotEmpty()
                .allMatch(part -> part.attr("dir").equals("rtl"));
        assertThat(paper.select("article.story h3[lang=en]"))
                .allMatch(title -> title.attr("dir").equals("ltr"));
    }

    @Test
    void whatStrangersWroteIsTextAndTheirAddressesAreWebAddresses() {
        String evil = "\"><script>alert(1)</script>{style}";
        PrintedStory story = edition.sections().get(0).stories().get(0);
        PrintedStory hostile = new PrintedStory(
                story.id(),
                evil,
                URI.create("javascript:alert(1)"),
                URI.create("data:text/html,x"),
                story.feed(),
                evil,
                evil,
                story.published(),
                evil,
                "",
                "Word",
                "<p>Word</p>",
                false,
                1,
                1,
                null,
                List.of(new PrintedPicture(
                        "images/" + evil, URI.create("https://x.example/"), evil, evil, 800, 600, true)),
                "en\" onload=\"x",
                "rtl\" onload=\"x",
                0,
                0,
                1,
                story.scoreBreakdown(),
                List.of(evil),
                List.of());
        Document paper = Jsoup.parse(page.edition(new Edition(
                evil,
                "daily",
                1,
                1,
                1,
                edition.date(),
                edition.printedAt(),
                List.of(new PrintedSection("news", evil, List.of(hostile))),
                List.of(),
                List.of(),
                List.of(),
                edition.numbers(),
                GlassBox.EMPTY)));
        assertThat(paper.select("script, [onload]")).isEmpty();
        assertThat(paper.select("h1").text()).isEqualTo(evil);
        assertThat(paper.select("article h3").text()).isEqualTo(evil);
        assertThat(paper.select("a").eachAttr("href"))
                .allMatch(href -> href.startsWith("#") || href.matches("(edition|report)\\.json"));
    }

    @Test
    void headingsGoDownOneStepAtATimeAndEveryRegionHasAName() {
        Document paper = Jsoup.parse(page.edition(edition));
        int last = 0;
        for (Element heading : paper.select("h1, h2, h3, h4")) {
            int level = heading.normalName().charAt(1) - '0';
            assertThat(level).as(heading.text()).isBetween(1, last + 1);
            last = level;
        }
        assertThat(paper.select("h1")).hasSize(1);
        assertThat(paper.select("main, nav, body > header, body > footer")).hasSize(4);
        assertThat(paper.select("section:not([aria-labelledby])")).isEmpty();
        for (Element named : paper.select("[aria-labelledby]")) {
            assertThat(paper.getElementById(named.attr("aria-labelledby")))
                    .as(named.cssSelector())
                    .isNotNull();
        }
        assertThat(paper.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(paper.select("h3[lang=ar]").text()).startsWith("مدينة");
        assertThat(paper.select("h3:not([dir])")).hasSize(5); // the headings of the glass box
    }

    @Test
    void theFootTellsEveryFeedAndEverythingThatIsMissing() {
        Document paper = Jsoup.parse(page.edition(edition));
        assertThat(paper.select(".feeds tbody tr")).hasSameSizeAs(edition.feeds());
        assertThat(paper.select(".feeds .early td").first().text()).isEqualTo("read not long ago, so not asked again");
        assertThat(paper.select(".feeds .failed td").first().text()).contains("but found <html>");
        assertThat(paper.select(".losses li")).hasSameSizeAs(edition.losses());
        assertThat(paper.select(".lack"))
                .hasSize(3)
                .allMatch(lack -> lack.text().contains("printed with the feed's words"));
        assertThat(paper.select("#vitals .figures dd").eachText()).containsExactly("1,274", "506", "36", "97.2 %");
        assertThat(paper.select("#manners .figures dd").eachText())
                .containsExactly("66", "31", "0", "7", "412 kB", "12", "41 s");
        assertThat(paper.select("#lost .gist").text())
                .isEqualTo("2 notes on feeds and 3 stories without their full text");
        assertThat(paper.select(".account").text())
                .startsWith("17 of 19 feeds are in, 1 of them as read before this run. Of 1,274 entries")
                .endsWith("Left alone for a while, as they wished: reddit.com allows one request a minute.");
    }

    /** As the late feeds of one domain are, told together. */
    @Test
    void aLossWithoutAnAddressIsNoLink() {
        Document paper = Jsoup.parse(page.edition(new Edition(
                "The Paper",
                "daily",
                1,
                1,
                1,
                edition.date(),
                edition.printedAt(),
                List.of(),
                List.of(),
                List.of(new Loss("feed", "reddit.com", "", "reddit.com allows one request a minute: 4 feeds late")),
                List.of(),
                edition.numbers(),
                GlassBox.EMPTY)));
        assertThat(paper.select(".losses li").text())
                .isEqualTo("feed reddit.com reddit.com allows one request a minute: 4 feeds late");
        assertThat(paper.select(".losses a")).isEmpty();
    }

    @Test
    void anEditionWithoutStoriesSaysSo() {
        Document paper = Jsoup.parse(page.edition(new Edition(
                "The Paper",
                "daily",
                1,
                1,
                1,
                edition.date(),
                edition.printedAt(),
                List.of(new PrintedSection("news", "News", List.of())),
                List.of(),
                List.of(),
                List.of(),
                new Edition.Numbers(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                GlassBox.EMPTY)));
        assertThat(paper.select("article")).isEmpty();
        assertThat(paper.select("main").text())
                .isEqualTo("There is no story in this edition. What happened stands below.");
    }

    @Test
    void theArchiveLeadsToEveryEdition() {
        Document archive = Jsoup.parse(page.archive(
                "The Paper",
                "editions/",
                List.of(
                        new Issue("2026-11-22-2", LocalDate.parse("2026-11-22"), 2, 1, 413, 36, "A <b>bold</b> lead"),
                        new Issue("2026-11-22-1", LocalDate.parse("2026-11-22"), 1, 0, 0, 1, ""))));
        assertThat(archive.select("li a").eachAttr("href"))
                .containsExactly("editions/2026-11-22-2/index.html", "editions/2026-11-22-1/index.html");
        assertThat(archive.select("li a").eachText())
                .containsExactly("A <b>bold</b> lead", "An edition without stories");
        assertThat(archive.select("li .source").eachText())
                .containsExactly(
                        "Sunday, 22 November 2026 Volume 1 · No. 413 second edition 36 stories",
                        "Sunday, 22 November 2026 1 story");
        assertThat(Jsoup.parse(page.archive("The Paper", "", List.of()))
                        .select("main")
                        .text())
                .isEqualTo("No edition has been printed yet.");
    }

    @Test
    void noTemplateExpressionIsLeftOnThePage() {
        String main = Jsoup.parse(page.edition(edition)).body().html();
        assertThat(Pattern.compile("\\{[#/a-z]+[.a-z]*}").matcher(main).find()).isFalse();
    }

    @Test
    void theSampleCanBeLookedAt() throws Exception {
        Path sample = Path.of("target/sample");
        Printer printer = new Printer(sample, page, SampleEdition::picture);
        Path folder = printer.print(edition, SampleEdition.sheet());
        Files.writeString(sample.resolve("archive.html"), printer.archive("The Parallel Press", ""));
        assertThat(folder.resolve("index.html")).isNotEmptyFile();
        assertThat(sample.resolve("archive.html")).content().contains("2026-11-22-1/index.html");
    }
}
