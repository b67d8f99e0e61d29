package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import press.parallel.Desk;
import press.parallel.Edition;
import press.parallel.Entry;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FeedState;
import press.parallel.FiledEntry;
import press.parallel.Run;
import press.parallel.Section;
import press.parallel.Share;
import press.parallel.cli.Preview;
import press.parallel.cli.Preview.Change;
import press.parallel.cli.Preview.Changes;
import press.parallel.editor.Editor;
import press.parallel.editor.Policy;
import press.parallel.editor.Repeat;
import press.parallel.editor.Weights;
import press.parallel.newsroom.Newsroom;
import press.parallel.newsroom.Store;

/** Choosing without printing. */
class DryRunTest {
    private static final Duration WINDOW = Duration.ofHours(48);
    private static final Feed ALPHA = new Feed(URI.create("https://alpha.test/feed"), "news", 0);
    private static final Feed BETA = new Feed(URI.create("https://beta.test/feed"), "tech", 1);
    private static final Edition.Numbers NUMBERS = new Edition.Numbers(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    @TempDir
    Path folder;

    private final SQLiteDataSource source = new SQLiteDataSource();
    private Instant now = Instant.parse("2026-11-23T06:00:00Z");
    private Newsroom newsroom;

    @BeforeEach
    void open() {
        Path file = folder.resolve("newsroom.db");
        source.setUrl("jdbc:sqlite:" + file);
        Runnable migrate = () -> Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/newsroom")
                .load()
                .migrate();
        newsroom = new Newsroom(
                Store.sqlite(file, source, migrate),
                () -> now,
                Newsroom.Paper.daily(ZoneOffset.UTC, Duration.ofDays(4)));
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    private static Section section(String id, int size, long minScore, String... keywords) {
        return new Section(id, id.toUpperCase(Locale.ROOT), List.of(), List.of(keywords), size, Share.ALL, minScore);
    }

    private static Editor.Rules rules(int size, Policy... policies) {
        return rules(List.of(section("news", size, 1000), section("tech", 5, 1000, "chip")), policies);
    }

    private static Editor.Rules rules(List<Section> sections, Policy... policies) {
        return new Editor.Rules(sections, Weights.USUAL, List.of(policies), Repeat.NEVER, 1);
    }

    private static Policy policy(String name, String phrase, double boost) {
        return new Policy(
                name, List.of(phrase), List.of(), List.of(), List.of(), Policy.ANY_LENGTH, Policy.ANY_LENGTH, boost);
    }

    private static Editor editor(Editor.Rules rules) {
        return new Editor(rules, URI::getHost);
    }

    private Entry entry(String title, int place, Duration age) {
        String link = "https://alpha.test/" + title.replace(' ', '-');
        return new Entry(
                link,
                URI.create(link),
                null,
                "",
                title,
                "",
                now.minus(age),
                null,
                "",
                "",
                List.of(),
                0,
                0,
                null,
                null,
                false,
                place);
    }

    /** An edition as it is printed, with the entries of one feed. */
    private void print(Editor.Rules rules, Feed feed, Entry... entries) {
        Editor editor = editor(rules);
        Run run = newsroom.open(Duration.ofMinutes(2), 0.75);
        FeedContent content = new FeedContent("Alpha", null, List.of(entries));
        newsroom.file(
                run, feed, content, 200, 10, WINDOW, FeedState.NEW, editor.assess(feed, content, newsroom.filed(feed)));
        Desk desk = newsroom.desk(run, WINDOW, List.of(ALPHA, BETA), editor.rules());
        List<FiledEntry> again = editor.assessAgain(desk);
        assertThat(newsroom.keepLater(again).join()).isEqualTo(again);
        newsroom.keep(run, editor.choose(desk.with(again), run.started()));
        newsroom.printed(run, NUMBERS);
    }

    private Preview dryRun(Editor.Rules rules) {
        return dryRun(rules, WINDOW, ALPHA, BETA);
    }

    private Preview dryRun(Editor.Rules rules, Duration window, Feed... feeds) {
        return new DryRun(newsroom, editor(rules), rules.sections(), () -> List.of(feeds), window, () -> now).run();
    }

    private static List<String> titles(List<Change> changes) {
        return changes.stream().map(Change::title).toList();
    }

    private void printThree() {
        print(
                rules(2),
                ALPHA,
                entry("harbour reopens", 0, Duration.ofHours(1)),
                entry("council votes", 3, Duration.ofHours(2)),
                entry("chip sleeps longest", 6, Duration.ofHours(3)),
                entry("yesteryear lighthouse", 7, Duration.ofHours(60)));
    }

    @Test
    void withTheSameSettingsNothingChanges() {
        printThree();
        Preview preview = dryRun(rules(2));
        assertThat(preview.again()).satisfies(again -> {
            assertThat(again.isSame()).isTrue();
            assertThat(again.edition()).isEqualTo("2026-11-23-1");
            assertThat(again.entries()).isEqualTo(4);
            assertThat(again.unknown()).isZero();
        });
        assertThat(preview.today())
                .as("printed this morning")
                .extracting(part -> part.stories().size())
                .containsExactly(1, 0);
    }

    @Test
    void whatIsPrintedNowIsChosenFromAllThatIsHeld() {
        assertThat(dryRun(rules(2)).again()).isNull();
        printThree();
        now = now.plus(Duration.ofHours(1));
        assertThat(dryRun(rules(5)).today().get(0).stories()).singleElement().satisfies(story -> {
            assertThat(story.title()).isEqualTo("chip sleeps longest");
            assertThat(story.rank()).isEqualTo(1);
            assertThat(story.parts().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(story.score());
        });
    }

    @Test
    void aSmallerSectionAndAPolicyChangeWhoIsInAndTheScores() {
        printThree();
        Changes news = dryRun(rules(1, policy("harbours", "harbour", 2), policy("chips", "chip", 9)))
                .again()
                .sections()
                .get(0);
        assertThat(news.in()).singleElement().satisfies(change -> {
            assertThat(change.title()).isEqualTo("chip sleeps longest");
            assertThat(change.was()).isEqualTo("over the size");
            assertThat(change.after() - change.before()).isEqualTo(900);
            assertThat(change.parts()).containsExactly("policy chips 0 -> 900");
        });
        assertThat(titles(news.out())).containsExactly("harbour reopens", "council votes");
        assertThat(news.out().get(1).is()).isEqualTo("over the size");

        Changes scores = dryRun(rules(2, policy("harbours", "harbour", 2)))
                .again()
                .sections()
                .get(0);
        assertThat(scores.in()).isEmpty();
        assertThat(scores.scores()).singleElement().satisfies(change -> {
            assertThat(change.title()).isEqualTo("harbour reopens");
            assertThat(change.after() - change.before()).isEqualTo(200);
        });
    }

    @Test
    void aWiderWindowBringsOldOnesInAndANarrowerOneTakesFreshOnesOut() {
        printThree();
        assertThat(dryRun(rules(9), Duration.ofHours(72), ALPHA, BETA)
                        .again()
                        .sections()
                        .get(0)
                        .in())
                .extracting(Change::title, Change::was)
                .contains(tuple("yesteryear lighthouse", "too old"));
        assertThat(dryRun(rules(2), Duration.ofMinutes(90), ALPHA, BETA).again())
                .satisfies(again -> assertThat(again.unknown()).isZero())
                .satisfies(again -> assertThat(again.sections().get(0).out())
                        .extracting(Change::title, Change::is)
                        .containsExactly(tuple("council votes", "too old")));
    }

    @Test
    void aStoryMovesWhereKeywordsDrawIt() {
        printThree();
        Changes news = dryRun(rules(
                        List.of(section("news", 2, 1000), section("tech", 5, 1000, "council", "votes", "re:counc.*"))))
                .again()
                .sections()
                .get(0);
        assertThat(news.moved())
                .extracting(Change::title, Change::was, Change::is)
                .containsExactly(tuple("council votes", "NEWS", "TECH"));
        assertThat(titles(news.in())).containsExactly("chip sleeps longest");
    }

    @Test
    void aFeedThatIsListedElsewhereTakesItsStoriesAlong() {
        printThree();
        Preview preview = dryRun(rules(2), WINDOW, new Feed(ALPHA.address(), "tech", 0));
        assertThat(titles(preview.again().sections().get(0).moved()))
                .containsExactlyInAnyOrder("harbour reopens", "council votes");
        assertThat(titles(preview.again().sections().get(1).in())).containsExactly("chip sleeps longest");
    }

    @Test
    void aFeedThatIsNoLongerListedIsToldAsThat() {
        printThree();
        Preview preview = dryRun(rules(2), WINDOW, BETA);
        assertThat(preview.again().unknown()).isEqualTo(3);
        assertThat(preview.again().sections().get(0).out()).hasSize(2).allSatisfy(change -> {
            assertThat(change.is()).contains("no longer listed");
            assertThat(change.after()).isNull();
        });
    }

    @Test
    void whatCameInLaterDoesNotCountForTheEditionAndWhatWasPrintedEarlierStaysOut() {
        printThree();
        now = now.plus(Duration.ofHours(2));
        print(
                rules(1),
                ALPHA,
                entry("harbour reopens", 0, Duration.ofHours(3)),
                entry("library lends kayaks", 1, Duration.ofHours(1)),
                entry("bakery warms village", 2, Duration.ofHours(1)));
        now = now.plus(Duration.ofHours(1));
        Run open = newsroom.open(Duration.ofMinutes(2), 0.75);
        FeedContent late = new FeedContent("Beta", null, List.of(entry("late breaking", 0, Duration.ZERO)));
        newsroom.file(open, ALPHA, late, 200, 10, WINDOW, FeedState.NEW, Map.of());

        Preview preview = dryRun(rules(9));
        assertThat(preview.again().edition()).isEqualTo("2026-11-23-2");
        assertThat(titles(preview.again().sections().get(0).in()))
                .containsExactlyInAnyOrder("bakery warms village", "chip sleeps longest");
        assertThat(preview.today().get(0).stories())
                .extracting(Preview.Pick::title)
                .contains("late breaking")
                .doesNotContain("harbour reopens", "library lends kayaks");
    }

    @Test
    void nothingIsWritten() throws SQLException {
        printThree();
        String before = everything();
        assertThat(dryRun(rules(1, policy("chips", "chip", 9))).again().isSame())
                .isFalse();
        assertThat(everything()).isEqualTo(before);
    }

    private String everything() throws SQLException {
        List<String> tables = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet names =
                    statement.executeQuery("select name from sqlite_master where type = 'table' order by name")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        all.append('\n').append(table);
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            all.append('|').append(rows.getString(i));
                        }
                    }
                }
            }
        }
        return all.toString();
    }
}
