package press.parallel.printer;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.parallel.Article;
import press.parallel.Copy;
import press.parallel.Decision;
import press.parallel.Edition;
import press.parallel.Entry;
import press.parallel.FeedReport;
import press.parallel.FiledEntry;
import press.parallel.Loss;
import press.parallel.Picture;
import press.parallel.PictureFile;
import press.parallel.PictureType;
import press.parallel.Run;
import press.parallel.RunSheet;
import press.parallel.SamplePictures;
import press.parallel.Section;
import press.parallel.Share;
import press.parallel.Story;
import press.parallel.StoryPicture;
import press.parallel.Verdict;
import press.parallel.auditor.Accounts;

/** A paper of 36 invented stories to look at: long and short ones, one from right to left, some that were lost. */
final class SampleEdition {
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:41Z");
    private static final List<Section> SECTIONS = List.of(
            new Section("news", "News", List.of(), List.of(), 10, Share.ALL, 1000),
            new Section("tech", "Technology", List.of(), List.of(), 10, Share.ALL, 1000),
            new Section("sports", "Sports", List.of(), List.of(), 8, Share.ALL, 1000),
            new Section("culture", "Culture", List.of(), List.of(), 8, Share.ALL, 1000));

    private static final List<Verdict> OTHERS = List.of(
            Verdict.OVER_THE_SIZE,
            Verdict.MERGED,
            Verdict.OVER_THE_SIZE,
            Verdict.PRINTED_BEFORE,
            Verdict.OVER_THE_SHARE,
            Verdict.OVER_THE_SIZE,
            Verdict.BELOW_THE_FLOOR,
            Verdict.OVER_THE_SIZE,
            Verdict.BURIED);

    private static final List<String> HEADLINES = List.of(
            "news|The Harbour Courier|Flood gates of three river ports close together for the first time as the autumn tide sets a mark",
            "news|World Desk|Ministers agree on a common rail timetable, and on who pays for the night",
            "news|National Wire|The census counts more villages than last time",
            "news|The Harbour Courier|After forty years the lighthouse keeper of Skarv hands the lamp to a clock",
            "news|World Desk|Parliament votes to open the archive of the border commission",
            "news|صحيفة الميناء|مدينة ساحلية تعيد فتح سوقها القديم بعد ترميم دام سبع سنوات",
            "news|National Wire|Teachers and towns settle on smaller classes in winter",
            "news|World Desk|An island without cars decides about its first road",
            "news|The Harbour Courier|Grain ships wait for fog to lift, bread prices do not",
            "news|National Wire|A water treaty, written on two pages, outlives its authors",
            "tech|Circuit Weekly|The quiet return of the small computer: why hospitals are buying machines that can do only one thing",
            "tech|Signal & Noise|A browser engine written by eleven people passes its millionth test",
            "tech|Hacker Board|Show: a spreadsheet that explains every number it prints",
            "tech|Circuit Weekly|Undersea cable repair crews learn to listen for anchors",
            "tech|r/technology|My father's radio still receives a station that closed in 1988",
            "tech|Signal & Noise|Maps without servers",
            "tech|Hacker Board|We measured 40,000 web forms; most ask for too much",
            "tech|Circuit Weekly|Battery makers find a use for the salt that nobody wanted",
            "tech|Signal & Noise|What the last fax machines of a shipping company are for",
            "tech|r/technology|Old phones become weather stations in a school project of nine countries",
            "sports|Touchline|Northbridge win the cup in the hundred and twentieth minute with their third goalkeeper on the field",
            "sports|Court Report|A coach who never shouts takes the league's youngest team to the top",
            "sports|r/soccer|[Match thread] Harrow Vale 2–2 Eastmere",
            "sports|Touchline|The marathon moves to the morning, runners say thank you",
            "sports|Court Report|Nine assists, no points: the strangest line of the season",
            "sports|r/nba|Veteran guard retires to study bees",
            "sports|Touchline|Women's chess team draws with the champion on all four boards",
            "sports|Court Report|The referee who publishes his mistakes",
            "culture|Gallery Notes|A museum lends its paintings to kitchens for one year, and gets almost all of them back with letters",
            "culture|Reel|The film that was shot only during rain is finally finished",
            "culture|r/books|What novel did you read twice without noticing?",
            "culture|Liner|An orchestra records its silences",
            "culture|Reel|Three directors, one corridor: a festival of short walks",
            "culture|Gallery Notes|The typeface of the old tram tickets comes back as a book",
            "culture|Liner|Her fourth album was written on a ferry",
            "culture|r/movies|Which ending did you understand ten years later?");

    private static final Map<String, List<String>> PARAGRAPHS = Map.of(
            "news",
            List.of(
                    "The siren on the customs house had been tested every first Monday for eleven years, and nobody in the lower"
                            + " town looked up when it began shortly after four. Only when it did not stop did people come to their"
                            + " windows and see that the water had reached the second step.",
                    "“We had a plan, and for once the plan was the right one,” said <em>Ingrid Aune</em>, who leads the harbour"
                            + " office. Within twenty minutes all three gates were shut, and the pumps that the council had bought"
                            + " after a long quarrel ran at half of their power.",
                    "The <a href=\"/report\">report of the water board</a>, written the year before, had asked for exactly this: gates that close"
                            + " on a shared signal instead of three phone calls. It was adopted by one vote.",
                    "In the evening the numbers were on the table. The tide stood 2.94 metres above the mean, eleven centimetres"
                            + " more than in any year since records began. Four cellars were flooded. Nobody was hurt.",
                    "What remains is the bill. The three towns share it by a key from the year 1931 that counts cranes and"
                            + " fishing boats, and there are no fishing boats any more. Talks begin on Thursday.",
                    "Farmers upstream follow them closely. When the gates are shut the river has nowhere to go, and the meadows"
                            + " take what the towns refuse. “We are the fourth gate,” said one of them, “only that nobody pays us.”"),
            "tech",
            List.of(
                    "The device on the trolley has one button, one screen and no way to install anything. It reads a barcode, looks"
                            + " into a list and says yes or no. It has done so, without a restart, for six hundred and twelve days.",
                    "For a decade the rule was that every machine should be able to become every other machine. The engineers we"
                            + " spoke to describe the cost of that rule in the same word: <strong>updates</strong>. A general computer is never finished.",
                    "<h2>What was measured</h2>The team compared two wards over four months. The small machines lost eleven minutes in all. The large ones"
                            + " lost nineteen hours, of which seventeen were planned.",
                    "The source is short enough to be read on a train:<pre><code>while (true) {\n    var code = scanner.next();\n    screen.show(list.contains(code) ? \"yes\" : \"no\");\n}</code></pre>",
                    "Critics point out that a list must come from somewhere, and that somewhere is a general computer after all."
                            + " “Of course,” the designer answers, “but it is one, in one room, with one person who knows it.”",
                    "<ul><li>Price of a unit: 84 euros, of which 60 are the case</li><li>Power: 1.1 watts</li><li>Expected life: until somebody sits on it</li></ul>"),
            "sports",
            List.of(
                    "At the end there were nineteen people on the field, one of them in a shirt that was too large. The third"
                            + " goalkeeper had come on as a winger because there was nobody else, and the ball came to him because nobody"
                            + " thought that it would.",
                    "He did what goalkeepers do: he stopped it. Then he looked up, saw the net, and kicked. The stand behind the"
                            + " goal was silent for about a second, which in a cup final is a long time.",
                    "“I have practised penalties for nine years from the wrong side,” he said. “It turns out that you learn"
                            + " something.” His coach, who had planned none of it, did not claim that he had.",
                    "The table of the evening: possession 41 to 59 per cent, shots 7 to 22, corners 1 to 13. The statistics office"
                            + " of the league checked the result twice.",
                    "Next week the club plays in a second-division town with eight hundred seats. The train leaves at seven."),
            "culture",
            List.of(
                    "The rules were short. The painting hangs where people eat. Nobody may touch it. Everybody may talk about it."
                            + " After a year it comes back, with a letter.",
                    "Of two hundred and six paintings two hundred and three returned. One is still in a kitchen whose owner does"
                            + " not open the door. One was in a fire and was carried out before the cat. One came back with another"
                            + " painting, of the first painting, by a nine-year-old.",
                    "<blockquote><p>We did not like it. Then we did not notice it. Then one of us was ill for a month and it was the only window.</p><p>Please send us another one.</p></blockquote>",
                    "The letters are now an exhibition of their own, and the director admits that it draws more visitors than"
                            + " the pictures. “We used to write the labels,” she said. “We were not very good at it.”",
                    "The second year begins in March. The waiting list has four thousand names, the museum nineteen hundred pictures."));

    private static final String ARABIC =
            "<p>استيقظ أهل الحي القديم صباح السبت على صوت الباعة لأول مرة منذ سبع سنوات. فُتحت الأبواب"
                    + " الخشبية واحداً تلو الآخر، وعادت رائحة القهوة والتوابل إلى الأزقة الضيقة.</p><p>قالت المهندسة المشرفة على الترميم إن الفريق"
                    + " استعمل حجارة من المحجر نفسه الذي بُني منه السوق قبل ثلاثة قرون، وإن كل باب أعيد إلى مكانه الأول بعد أن رُقّم ورُسم.</p><p>ويأمل"
                    + " التجار أن يعود الزوار قبل موسم الشتاء، فقد انتقل كثير منهم إلى المراكز الحديثة خارج الأسوار. ويقول صاحب أقدم محل في السوق إن"
                    + " الزبائن الأوائل جاؤوا ليروا السقف، ثم اشتروا بعد ذلك. وتخطط البلدية لفتح متحف صغير في الخان المجاور خلال العام المقبل.</p>";

    private SampleEdition() {}

    static Edition edition() {
        List<Story> stories = stories();
        List<Copy> copies = new ArrayList<>();
        for (int i = 0; i < stories.size(); i++) {
            copies.add(copy(i, stories.get(i), stories.get(i).section()));
        }
        Run run = new Run(
                "2026-11-22-1", LocalDate.parse("2026-11-22"), 1, LocalDate.parse("2025-10-06"), NOW, NOW, NOW, false);
        Edition edition = new Composer(
                        "daily", "The Parallel Press", SECTIONS, InstantSource.fixed(NOW), SampleEdition::domain)
                .compose(
                        run,
                        sheet(),
                        copies,
                        feeds(),
                        List.of(
                                new Loss(
                                        "feed",
                                        "reddit.com",
                                        "",
                                        "reddit.com allows one request a minute: 4 feeds late, next turn in 48 s"),
                                new Loss(
                                        "feed",
                                        "late.example.net",
                                        "https://late.example.net/rss",
                                        "late.example.net did not answer in time; left out of this edition")),
                        List.of(new Edition.Rest("reddit.com", "allows one request a minute", NOW.plusSeconds(48))),
                        new Edition.Numbers(
                                1274, 506, 36, 1 - 36.0 / 1274, 16.2, 23.7, 41.3, 66, 31, 0, 7, 412_000, 12));
        return new Accounts(SECTIONS).open(edition, sheet());
    }

    private static List<Story> stories() {
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < HEADLINES.size(); i++) {
            String[] parts = HEADLINES.get(i).split("\\|");
            stories.add(story(i, parts[0], parts[1], parts[2]));
        }
        return stories;
    }

    /** The choice behind it, of 1,274 entries. */
    static RunSheet sheet() {
        List<Story> stories = stories();
        List<Decision> decisions = new ArrayList<>();
        stories.forEach(story ->
                decisions.add(decision(story, Verdict.PRINTED, story.entry().title(), 0)));
        for (int i = 0; i < 1238; i++) {
            Story story = stories.get(i * 17 % stories.size());
            Verdict verdict = i >= 470 ? Verdict.TOO_OLD : OTHERS.get(i * 7 % OTHERS.size());
            String title = "An untold story, no. " + (i + 1);
            decisions.add(decision(story, verdict, title, 10 + i));
        }
        return new RunSheet(stories, decisions, 1274, 506);
    }

    private static Decision decision(Story story, Verdict verdict, String title, int less) {
        boolean printed = verdict == Verdict.PRINTED;
        boolean old = verdict == Verdict.TOO_OLD;
        long floor = verdict == Verdict.BELOW_THE_FLOOR ? 990 : 1000;
        long sum = printed ? story.score() : verdict == Verdict.BURIED ? -less : Math.max(0, floor - less % 300);
        return new Decision(
                printed ? story.entry().key() : story.entry().key() + "#" + less,
                title,
                story.entry().link(),
                story.filed().feed(),
                story.filed().feedTitle(),
                domain(story.entry().link()),
                story.filed().date(),
                story.section(),
                story.words(),
                Math.max(0, old ? 0 : sum),
                old ? Map.of() : printed ? story.scoreBreakdown() : Map.of("offered", sum),
                verdict,
                printed ? story.rank() : 0,
                "");
    }

    private static Story story(int i, String section, String source, String title) {
        String host = section + (i % 5) + ".example.org";
        boolean board = source.startsWith("r/") || source.equals("Hacker Board");
        long points = board ? 180 + 97L * i : 0;
        long comments = board ? 40 + 13L * i : 0;
        String summary = i == 5
                ? "<p>عادت الحياة إلى السوق القديم.</p>"
                : "<p>" + PARAGRAPHS.get(section).get(i % 2).replaceAll("<[^>]+>", "") + "</p>";
        Entry entry = new Entry(
                "https://" + host + "/" + i,
                URI.create("https://" + host + "/stories/" + i),
                board ? URI.create("https://board.example.com/item/" + i) : null,
                "",
                title,
                i % 3 == 0
                        ? List.of("Mara Lindqvist", "Tomás Oyelaran", "Hana Sato and Piet Vos")
                                .get(i % 9 / 3)
                        : "",
                NOW.minusSeconds(2700L * i + 420),
                null,
                summary,
                i == 22 ? "<p>Line-ups, goals and talk.</p><p>12' 0–1, 31' 1–1, 70' 2–1, 90+4' 2–2.</p>" : "",
                List.of(),
                points,
                comments,
                null,
                null,
                i == 22,
                i);
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("offered", 1000L);
        long score = 1000;
        if (board) {
            parts.put("points", points);
            parts.put("comments × 2", comments * 2);
            score += points + comments * 2;
        }
        parts.put("freshness", 288L - 5 * i);
        score += 288L - 5 * i;
        if (i % 6 == 5) {
            parts.put("policy dull", -120L);
            score -= 120;
        }
        List<Story.AlsoIn> also = i % 7 == 0
                ? List.of(
                        new Story.AlsoIn("Evening Post", title, URI.create("https://evening.example.net/" + i)),
                        new Story.AlsoIn("Channel Nine", title, URI.create("https://nine.example.net/" + i)))
                : List.of();
        return new Story(
                new FiledEntry(entry, "https://" + host + "/rss", source, section, NOW),
                section,
                i < 20 ? i % 10 + 1 : (i - 20) % 8 + 1,
                score,
                parts,
                i % 3 == 0 ? List.of("town ×2", "winter") : List.of(),
                also);
    }

    private static Copy copy(int i, Story story, String section) {
        if (i == 8 || i == 17 || i == 33) {
            return new Copy(
                    story,
                    null,
                    new Loss(
                            "story",
                            story.entry().title(),
                            story.entry().link().toString(),
                            "page '" + story.entry().link()
                                    + "' has no main content of 40 words or more (found 12); printed with the feed's words"));
        }
        List<String> all = PARAGRAPHS.get(section);
        StringBuilder html = new StringBuilder();
        int length = i % 4 == 2 ? 1 : i % 10 == 0 ? all.size() * 2 : 3 + i % 4;
        for (int p = 0; p < length; p++) {
            String paragraph = all.get((p + (i % 10 == 0 ? 0 : i)) % all.size());
            html.append(paragraph.startsWith("<") ? paragraph : "<p>" + paragraph + "</p>");
        }
        String text = i == 5 ? ARABIC : html.toString();
        return new Copy(
                story,
                new Article(
                        story.entry().key(),
                        story.entry().link(),
                        null,
                        "",
                        "",
                        "",
                        null,
                        null,
                        List.of(),
                        i == 5 ? "ar" : "en",
                        i == 5 ? "rtl" : "ltr",
                        "",
                        text,
                        0),
                null,
                pictures(i));
    }

    /** Of every shape; some stories have none. */
    private static List<StoryPicture> pictures(int i) {
        if (i % 5 == 4) {
            return List.of();
        }
        int width = new int[] {1200, 1600, 800, 400, 900}[i % 5];
        int height = new int[] {675, 900, 1200, 300, 900}[i % 5];
        URI address = URI.create("https://pictures.example.com/" + width + "x" + height + ".png");
        String caption = i % 2 == 0 ? "The harbour at noon, seen from the old mole. Photograph: A. Keeper" : "";
        return List.of(new StoryPicture(
                new Picture(address, "A harbour", caption, 0, 0),
                new PictureFile(address, PictureType.PNG, width, height),
                true));
    }

    /** Bytes of one of its pictures. */
    static Optional<byte[]> picture(URI address) {
        String[] size = address.getPath().substring(1).replace(".png", "").split("x");
        return Optional.of(SamplePictures.png(Integer.parseInt(size[0]), Integer.parseInt(size[1])));
    }

    private static List<FeedReport> feeds() {
        List<FeedReport> feeds = new ArrayList<>();
        List<String> names = List.of(
                "The Harbour Courier",
                "World Desk",
                "National Wire",
                "صحيفة الميناء",
                "Circuit Weekly",
                "Signal & Noise",
                "Hacker Board",
                "r/technology",
                "Touchline",
                "Court Report",
                "r/soccer",
                "r/nba",
                "Gallery Notes",
                "Reel",
                "Liner",
                "r/books",
                "r/movies");
        for (int i = 0; i < names.size(); i++) {
            String status = i == 3 ? "unchanged" : i == 11 ? "early" : "ok";
            feeds.add(new FeedReport(
                    "https://feeds" + i + ".example.org/rss",
                    names.get(i),
                    status,
                    "",
                    200,
                    25 + 3 * i,
                    6 + i,
                    230 + 171L * i));
        }
        feeds.add(new FeedReport(
                "https://late.example.net/rss",
                "late.example.net",
                "late",
                "late.example.net did not answer in time; left out of this edition",
                0,
                0,
                0,
                30012));
        feeds.add(new FeedReport(
                "https://page.example.net/",
                "page.example.net",
                "failed",
                "feed 'https://page.example.net/': expected <rss>, <feed> or <rdf:RDF>, but found <html>; the address may be a web page, not a feed",
                200,
                0,
                0,
                812));
        return feeds;
    }

    private static String domain(URI link) {
        String host = link.getHost();
        return host.substring(host.indexOf('.') + 1);
    }
}
