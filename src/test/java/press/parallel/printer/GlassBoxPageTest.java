package press.parallel.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.parallel.Decision;
import press.parallel.Edition;
import press.parallel.FeedReport;
import press.parallel.Loss;
import press.parallel.Run;
import press.parallel.RunSheet;
import press.parallel.SampleRows;
import press.parallel.Section;
import press.parallel.Verdict;
import press.parallel.auditor.Accounts;

/**
 * The numbers on the page, read from its HTML, against the same numbers reckoned here from the editor's rows alone. What was compared is taken
 * off the page; in the end no digit may be left on it.
 */
@QuarkusTest
class GlassBoxPageTest {
    private static final List<Decision> ROWS = SampleRows.rows();
    private static final Instant PRINTED_AT = SampleRows.PRINTED_AT;
    private static final Edition.Numbers MANNERS =
            new Edition.Numbers(ROWS.size(), 0, 0, 0, 16.2, 23.7, 41.3, 1066, 31, 2, 7, 412_000, 12);

    private final Page page = new QutePage(ZoneId.of("Europe/Berlin"));

    private static Edition edition(List<Decision> rows, List<Section> sections) {
        LocalDate date = LocalDate.parse("2026-11-22");
        Run run = new Run("2026-11-22-2", date, 2, date.minusDays(412), PRINTED_AT, PRINTED_AT, PRINTED_AT, false);
        RunSheet sheet = sheet(rows);
        Edition edition = new Composer("daily", "The Paper", sections, InstantSource.fixed(PRINTED_AT), URI::getHost)
                .compose(
                        run,
                        sheet,
                        List.of(),
                        List.of(new FeedReport("https://feed.example/rss", "Feed a", "ok", "", 200, 25, 6, 230)),
                        List.of(new Loss("feed", "late.example", "", "it did not answer")),
                        List.of(),
                        MANNERS);
        return new Accounts(sections).open(edition, sheet);
    }

    private static RunSheet sheet(List<Decision> rows) {
        return new RunSheet(SampleRows.stories(rows), rows, rows.size(), rows.size());
    }

    @Test
    void everyNumberOnThePageFollowsFromTheRows() {
        Document paper = Jsoup.parse(page.edition(edition(ROWS, SampleRows.SECTIONS)));
        assertThat(numbersIn(paper)).hasSizeGreaterThan(100);
        masthead(paper);
        stories(paper);
        vitals(paper);
        verdicts(paper);
        sources(paper.getElementById("by-feeds"), ROWS, Decision::feed, Decision::feedTitle);
        sources(paper.getElementById("by-domains"), ROWS, Decision::domain, Decision::domain);
        bubble(paper);
        manners(paper);
        assertThat(numbersIn(paper)).as("numbers that nobody compared").isEmpty();
    }

    private static List<String> numbersIn(Document paper) {
        return Pattern.compile("[^\\n]{0,60}\\d[^\\n]{0,60}")
                .matcher(paper.body().wholeText())
                .results()
                .map(found -> found.group().strip())
                .toList();
    }

    private void masthead(Document paper) {
        List<Decision> printed = with(ROWS, Verdict.PRINTED);
        assertThat(take(paper, ".folio > span:eq(0)")).isEqualTo("Volume 2 · No. 413, second edition");
        assertThat(take(paper, ".folio > span:eq(0)")).isEqualTo("Sunday, 22 November 2026, printed 07:00 CET");
        Set<String> feeds = new HashSet<>();
        printed.forEach(row -> feeds.add(row.feed()));
        int minutes = printed.stream().mapToInt(GlassBoxPageTest::minutes).sum();
        assertThat(take(paper, ".folio > span:eq(0)"))
                .isEqualTo(printed.size() + " stories from " + feeds.size() + " sources, about " + minutes
                        + " minutes to read");
        for (Element link : paper.select(".sections a[href^=#section-]")) {
            String section = link.attr("href").substring("#section-".length());
            assertThat(number(take(link, ".count")))
                    .isEqualTo(inSection(printed, section).size());
        }
    }

    /** {@link SampleRows} writes four words so many times. */
    private static int minutes(Decision row) {
        return Math.max(1, Math.round((40 + 90 * row.rank()) * 4 / 230f));
    }

    private void stories(Document paper) {
        List<Decision> printed = with(ROWS, Verdict.PRINTED);
        assertThat(paper.select("article")).hasSameSizeAs(printed);
        for (Decision row : printed) {
            Element story = paper.select("article").stream()
                    .filter(article -> article.select("h3").text().equals(row.title()))
                    .findFirst()
                    .orElseThrow();
            assertThat(story.parents().select("section").attr("id")).isEqualTo("section-" + row.section());
            Element time = story.selectFirst(".source time");
            assertThat(Instant.parse(time.attr("datetime"))).isEqualTo(row.date());
            assertThat(time.attr("title")).matches("\\w+, \\d+ November 2026 at \\d\\d:\\d\\d CET");
            long age = Duration.between(row.date(), PRINTED_AT).toMinutes();
            String ago = age < 1 ? "just now" : age < 60 ? age + " min ago" : age / 60 + " h ago";
            assertThat(age).as("young enough for this test").isLessThan(24 * 60);
            assertThat(take(story, ".source time")).isEqualTo(ago);
            assertThat(take(story, ".source span")).isEqualTo(minutes(row) + " min");
            whyHere(story, row);
        }
        assertThat(paper.select(".why tr")).as("sums of other stories").isEmpty();
    }

    private void whyHere(Element story, Decision row) {
        Map<String, Long> parts = new LinkedHashMap<>();
        long sum = 0;
        for (Element part : story.select(".why tbody tr")) {
            String sign = part.select(".sign").text();
            assertThat(sign).isIn(parts.isEmpty() ? "" : "+", "−");
            long value = number(part.select("td").text()) * (sign.equals("−") ? -1 : 1);
            parts.put(part.select(".part").text(), value);
            sum += value;
        }
        assertThat(parts).isEqualTo(row.parts());
        assertThat(List.copyOf(parts.keySet()))
                .isEqualTo(List.copyOf(row.parts().keySet()));
        assertThat(number(story.select(".why tfoot td").text())).isEqualTo(sum).isEqualTo(row.score());
        String section = row.section().equals("news") ? "News" : "Technology";
        assertThat(take(story, ".why p:eq(1)"))
                .isEqualTo(
                        row.words().isEmpty()
                                ? "In " + section + ", without any of its keywords."
                                : "In " + section + " for: chip ×2, software.");
        assertThat(story.select(".why p").text())
                .isEqualTo(row.rank() % 4 == 0 ? "The Elsewhere and Evening & Sons carry it too." : "");
        story.select(".why tr").remove();
        assertThat(take(story, ".why summary")).isEqualTo("Why here? Score " + String.format("%,d", row.score()));
    }

    private void vitals(Document paper) {
        int scanned = ROWS.size();
        int printed = with(ROWS, Verdict.PRINTED).size();
        double kept = 100.0 * (scanned - printed) / scanned;
        List<Double> figures = numbers(take(paper, "#vitals .figures"));
        assertThat(figures.subList(0, 3))
                .containsExactly(
                        (double) scanned,
                        (double) (scanned - with(ROWS, Verdict.TOO_OLD).size()),
                        (double) printed);
        assertThat(figures.get(3)).isCloseTo(kept, within(0.051));
        List<Double> reckoned = numbers(take(paper, ".reckoned"));
        assertThat(reckoned.subList(0, 3)).containsExactly((double) scanned, (double) printed, (double) scanned);
        assertThat(reckoned.get(3)).isCloseTo(kept, within(0.051));
        List<Double> account = numbers(take(paper, ".account"));
        assertThat(account.subList(0, 4)).containsExactly(1.0, 1.0, (double) scanned, (double) printed);
        assertThat(account.get(4)).isCloseTo(kept, within(0.051));
        assertThat(account.subList(5, 7)).containsExactly(16.0, 24.0);
    }

    private void verdicts(Document paper) {
        Elements lines = paper.select(".verdicts tbody tr");
        Elements bar = paper.select("#vitals .bar i");
        assertThat(lines).hasSize(Verdict.values().length);
        assertThat(bar).hasSameSizeAs(lines);
        long together = 0;
        double shares = 0;
        for (int i = 0; i < lines.size(); i++) {
            Verdict verdict = Verdict.values()[i];
            Elements cells = lines.get(i).select("td");
            long count = with(ROWS, verdict).size();
            assertThat(lines.get(i).select("th").text()).startsWith(verdict.words() + " ");
            assertThat(number(cells.get(0).text())).isEqualTo(count);
            assertThat(numbers(cells.get(1).text()).get(0)).isCloseTo(100.0 * count / ROWS.size(), within(0.051));
            assertThat(bar.get(i).attr("style")).isEqualTo("flex-grow:" + count);
            assertThat(bar.get(i).className())
                    .isEqualTo(lines.get(i).select("i").first().className().substring(4));
            together += count;
            shares += numbers(cells.get(1).text()).get(0);
        }
        Elements foot = paper.select(".verdicts tfoot td");
        assertThat(number(foot.get(0).text())).isEqualTo(together).isEqualTo(ROWS.size());
        assertThat(foot.get(1).text()).isEqualTo("100 %");
        assertThat(shares).isCloseTo(100, within(0.5));
        lines.select("td").remove();
        foot.remove();
    }

    private void sources(
            Element box, List<Decision> rows, Function<Decision, String> key, Function<Decision, String> name) {
        record Source(String name, long scanned, long printed) {}
        List<Source> expected = new ArrayList<>();
        for (String one : new HashSet<>(rows.stream().map(key).toList())) {
            List<Decision> own =
                    rows.stream().filter(row -> key.apply(row).equals(one)).toList();
            expected.add(new Source(
                    name.apply(own.get(0)),
                    own.size(),
                    with(own, Verdict.PRINTED).size()));
        }
        expected.sort(Comparator.comparing(Source::printed)
                .thenComparing(Source::scanned)
                .reversed()
                .thenComparing(Source::name));
        expected.removeIf(source -> source.name.isEmpty());
        double printed = with(rows, Verdict.PRINTED).size();
        double longest = expected.stream()
                .mapToDouble(source -> 100 * Math.max(source.scanned / (double) rows.size(), source.printed / printed))
                .max()
                .orElseThrow();
        assertThat(numbers(take(box, ".scale")).get(0)).isCloseTo(longest, within(0.051));
        Elements lines = box.select("tbody tr");
        assertThat(lines).hasSameSizeAs(expected);
        for (int i = 0; i < lines.size(); i++) {
            Source source = expected.get(i);
            double input = 100.0 * source.scanned / rows.size();
            double output = 100.0 * source.printed / printed;
            Elements cells = lines.get(i).select("td");
            assertThat(lines.get(i).select("bdi").text()).isEqualTo(source.name);
            assertThat(number(cells.get(0).select("small").text())).isEqualTo(source.scanned);
            assertThat(numbers(cells.get(0).ownText()).get(0)).isCloseTo(input, within(0.051));
            assertThat(number(cells.get(1).select("small").text())).isEqualTo(source.printed);
            assertThat(numbers(cells.get(1).ownText()).get(0)).isCloseTo(output, within(0.051));
            assertThat(numbers(cells.get(2).text()).get(0)).isCloseTo(output - input, within(0.051));
            assertThat(cells.get(2).text())
                    .startsWith(output - input >= 0.05 ? "+" : output - input > -0.05 ? "0" : "−");
            assertThat(barLength(lines.get(i), "input")).isCloseTo(100 * input / longest, within(0.01));
            assertThat(barLength(lines.get(i), "output")).isCloseTo(100 * output / longest, within(0.01));
        }
        if (lines.size() > BoxSetter.AT_ONCE + 3) {
            assertThat(box.select("> table tbody tr")).hasSize(BoxSetter.AT_ONCE);
            assertThat(box.select("details.rest:not([open]) tbody tr")).hasSize(lines.size() - BoxSetter.AT_ONCE);
            assertThat(number(take(box, ".rest summary"))).isEqualTo(lines.size() - BoxSetter.AT_ONCE);
            box.select("caption").remove();
        }
        lines.remove();
    }

    private static double barLength(Element line, String which) {
        String style = line.select(".bars i." + which).attr("style");
        assertThat(style).matches("width:[\\d.]+%");
        return Double.parseDouble(style.substring("width:".length(), style.length() - 1));
    }

    private void bubble(Document paper) {
        Elements edges = paper.select("#bubble .edge");
        assertThat(edges.select("h4").eachText()).containsExactly("News", "Technology", "Garden");
        for (int i = 0; i < edges.size(); i++) {
            Section section = SampleRows.SECTIONS.get(i);
            List<Decision> own = inSection(ROWS, section.id());
            List<Decision> in = new ArrayList<>(with(own, Verdict.PRINTED));
            in.sort(Comparator.comparingInt(Decision::rank));
            while (in.size() > 3) {
                in.remove(0);
            }
            edge(edges.get(i).select("tbody.in tr:not(.none)"), in);
            List<Decision> out = new ArrayList<>(own);
            out.removeIf(row -> row.verdict() != Verdict.OVER_THE_SIZE
                    && row.verdict() != Verdict.OVER_THE_SHARE
                    && row.verdict() != Verdict.BELOW_THE_FLOOR);
            out.sort(Comparator.comparingLong(row -> -row.score()));
            out = out.subList(0, Math.min(3, out.size()));
            edge(edges.get(i).select("tbody.out tr:not(.none):not(.floor)"), out);
            Element floor = edges.get(i).selectFirst("tr.floor");
            assertThat(number(floor.select("td").last().text())).isEqualTo(section.minScore());
            for (Element above : floor.previousElementSiblings()) {
                above.select("td.number")
                        .forEach(score -> assertThat(number(score.text())).isGreaterThanOrEqualTo(section.minScore()));
            }
            for (Element below : floor.nextElementSiblings()) {
                assertThat(number(below.select("td.number").text())).isLessThan(section.minScore());
            }
            edges.get(i).select("tbody").remove();
        }
    }

    private void edge(Elements lines, List<Decision> rows) {
        assertThat(lines).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            Decision row = rows.get(i);
            Element line = lines.get(i);
            assertThat(line.select("th > bdi").text()).isEqualTo(row.title());
            assertThat(line.select("th a").attr("href")).isEqualTo(row.link().toString());
            assertThat(line.select(".meaning").text())
                    .isEqualTo(row.feedTitle() + ", " + row.verdict().words());
            assertThat(number(line.select("td.number").text())).isEqualTo(row.score());
            assertThat(line.select("td.place").text()).isEqualTo(row.rank() > 0 ? "" + row.rank() : "out");
        }
    }

    /** These come from the clocks and the line, not from the rows. */
    private void manners(Document paper) {
        assertThat(take(paper, "#manners .gist")).isEqualTo("1,066 requests, 31 waited, 2 refused");
        assertThat(paper.select("#manners .figures dd").eachText())
                .containsExactly("1,066", "31", "2", "7", "412 kB", "12", "41 s");
        paper.select("#manners .figures dd").remove();
        assertThat(take(paper, "#lost .gist")).isEqualTo("1 note on feeds");
        assertThat(take(paper, ".feeds tbody")).isEqualTo("Feed a read 25 6 0.2 s");
        assertThat(take(paper, ".colophon")).startsWith("Printed Sunday, 22 November 2026 at 07:00 CET.");
    }

    // ---------------------------------------------------------------- the rest

    @Test
    void thePageFoldsWithoutScriptAndHasEachHeadingOnce() {
        Document paper = Jsoup.parse(page.edition(edition(ROWS, SampleRows.SECTIONS)));
        assertThat(paper.select(".box > details > summary h3").eachText())
                .containsExactly("Vitals", "Source efficiency", "The bubble", "Losses", "Manners");
        assertThat(paper.select("#vitals > details[open], #lost > details[open]"))
                .hasSize(2);
        assertThat(paper.select("#sources > details:not([open])")).hasSize(1);
        assertThat(paper.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(paper.select("script, link[rel=stylesheet], img, svg")).isEmpty();
        assertThat(paper.select("[style]").eachAttr("style"))
                .allMatch(style -> style.matches("(flex-grow:\\d+|width:\\d+\\.\\d\\d%)"));
        for (Element table : paper.select(".made table, .why table")) {
            assertThat(table.select("tbody tr:not(.none)"))
                    .allSatisfy(row -> assertThat(row.select("th[scope=row]")).hasSize(1));
            assertThat(table.select("thead th:not([scope=col])")).isEmpty();
        }
        assertThat(paper.select(".bar, .bars, .key"))
                .allMatch(bar -> bar.attr("aria-hidden").equals("true"));
    }

    @Test
    void whatWasTurnedAwayIsOnlyAtTheEdge() {
        String body = Jsoup.parse(page.edition(edition(ROWS, SampleRows.SECTIONS)))
                .select("main")
                .text();
        assertThat(body).doesNotContain("buried", "below the floor", "over the size", "too old");
        for (Decision row : ROWS) {
            if (row.verdict() != Verdict.PRINTED) {
                assertThat(body).doesNotContain(row.title() + " ");
            }
        }
    }

    @Test
    void whatStrangersWroteIsTextInTheGlassBoxToo() {
        String evil = "\"><script>alert(1)</script>{style}";
        List<Decision> rows = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            rows.add(new Decision(
                    verdict.name(),
                    evil,
                    URI.create("javascript:alert(1)"),
                    "javascript:alert(2)",
                    evil,
                    "\" onload=\"x",
                    PRINTED_AT,
                    "news",
                    List.of(evil),
                    1500,
                    Map.of("policy " + evil, 1500L),
                    verdict,
                    verdict == Verdict.PRINTED ? 1 : 0,
                    ""));
        }
        Document paper = Jsoup.parse(page.edition(edition(rows, SampleRows.SECTIONS)));
        assertThat(paper.select("script, [onload]")).isEmpty();
        assertThat(paper.select("a").eachAttr("href")).noneMatch(href -> href.startsWith("javascript"));
        assertThat(paper.select(".edge th > bdi").eachText()).hasSize(4).containsOnly(evil);
        assertThat(paper.select(".sources bdi").eachText()).containsExactly(evil, "\" onload=\"x");
        assertThat(paper.select(".why p").text()).isEqualTo("In News for: " + evil + ".");
        assertThat(paper.select(".why .part").first().text()).isEqualTo("policy " + evil);
    }

    @Test
    void anEditionThatNothingCameInForSaysSo() {
        Document paper = Jsoup.parse(page.edition(edition(List.of(), SampleRows.SECTIONS)));
        assertThat(paper.select("#vitals .figures dd").eachText()).containsExactly("0", "0", "0", "0.0 %");
        assertThat(paper.select(".reckoned").text()).startsWith("Nothing lay before the editor");
        assertThat(paper.select(".verdicts, .bar, .sources")).isEmpty();
        assertThat(paper.select("#by-feeds p, #by-domains p").eachText()).containsOnly("Nothing came in.");
        assertThat(paper.select("#bubble .none td + td").eachText())
                .containsExactly(
                        "No story is in.", "No story was turned away.",
                        "No story is in.", "No story was turned away.",
                        "No story is in.", "No story was turned away.");
    }

    @Test
    void theReportHasEveryRowWhole(@TempDir Path output) throws Exception {
        Edition edition = edition(ROWS, SampleRows.SECTIONS);
        Path folder = new Printer(output, page, address -> Optional.empty()).print(edition, sheet(ROWS));
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        assertThat(report.path("decisions")).hasSameSizeAs(ROWS);
        for (int i = 0; i < ROWS.size(); i++) {
            Decision row = ROWS.get(i);
            JsonNode told = report.path("decisions").path(i);
            assertThat(told.path("key").asText()).isEqualTo(row.key());
            assertThat(told.path("title").asText()).isEqualTo(row.title());
            assertThat(told.path("link").asText()).isEqualTo(row.link().toString());
            assertThat(told.path("feed").asText()).isEqualTo(row.feed());
            assertThat(told.path("verdict").asText()).isEqualTo(row.verdict().words());
            assertThat(told.path("date").asText()).isEqualTo(row.date().toString());
            assertThat(told.path("score").asLong()).isEqualTo(row.score());
            assertThat(told.path("rank").asInt()).isEqualTo(row.rank());
            long sum = 0;
            for (JsonNode part : told.path("parts")) {
                sum += part.asLong();
            }
            assertThat(Math.max(0, sum)).isEqualTo(row.score());
            assertThat(told.path("words")).hasSameSizeAs(row.words());
        }
        JsonNode paper =
                new ObjectMapper().readTree(folder.resolve("edition.json").toFile());
        assertThat(report.path("glassBox")).isEqualTo(paper.path("glassBox"));
        assertThat(report.path("manners")).isEqualTo(paper.path("numbers"));
        assertThat(report.path("volume").asInt()).isEqualTo(2);
        assertThat(report.path("issue").asInt()).isEqualTo(413);
        assertThat(report.path("edition").asText()).isEqualTo("2026-11-22-2");
        assertThat(report.path("printedAt").asText()).isEqualTo("2026-11-22T06:00:41Z");
        assertThat(paper.at("/glassBox/vitals/scanned").asInt()).isEqualTo(ROWS.size());
        assertThat(paper.at("/glassBox/decisions/over the source's share").asInt())
                .isEqualTo(6);
        assertThat(paper.at("/glassBox/bubble/0/out/0/verdict").asText()).isEqualTo("over the source's share");
        assertThat(paper.at("/sections/0/stories/0/sectionWords/0").asText()).isEqualTo("chip ×2");
    }

    // ---------------------------------------------------------------- reading

    private static List<Decision> with(List<Decision> rows, Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).toList();
    }

    private static List<Decision> inSection(List<Decision> rows, String section) {
        return rows.stream().filter(row -> row.section().equals(section)).toList();
    }

    /** Text of the one element that is meant, which leaves the page. */
    private static String take(Element from, String selector) {
        Element element = from.selectFirst(selector);
        assertThat(element).as(selector).isNotNull();
        element.remove();
        return element.text();
    }

    private static long number(String text) {
        List<Double> numbers = numbers(text);
        assertThat(numbers).as(text).hasSize(1);
        return Math.round(numbers.get(0));
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        Matcher number =
                Pattern.compile("(?<![\\d,.])([+−]?)(\\d[\\d,]*(?:\\.\\d+)?)").matcher(text);
        while (number.find()) {
            double value = Double.parseDouble(number.group(2).replace(",", ""));
            numbers.add(number.group(1).equals("−") ? -value : value);
        }
        return numbers;
    }
}
