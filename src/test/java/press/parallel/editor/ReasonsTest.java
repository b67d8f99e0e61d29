package press.parallel.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static press.parallel.editor.Drafts.NOW;
import static press.parallel.editor.Drafts.WINDOW;
import static press.parallel.editor.Drafts.entry;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.parallel.Decision;
import press.parallel.FiledEntry;
import press.parallel.RunSheet;
import press.parallel.Section;
import press.parallel.Share;
import press.parallel.Verdict;
import press.parallel.Why;

/** What it would have taken, by the decisions of an edition. */
class ReasonsTest {
    private static final Section NEWS = new Section("news", "News", List.of(), List.of(), 2, new Share(1, 0), 1000);

    private static Reasons reasons(Section section, Repeat repeat) {
        return reasons(section, repeat, 1);
    }

    private static Reasons reasons(Section section, Repeat repeat, int minSources) {
        return new Reasons(new Editor.Rules(List.of(section), Weights.USUAL, List.of(), repeat, minSources), WINDOW);
    }

    private static Section news(int size, Share share, long minScore) {
        return new Section("news", "News", List.of(), List.of(), size, share, minScore);
    }

    /** Half an hour old, so that it is no newer than any other. */
    private static Decision row(String key, String domain, Map<String, Long> parts, Verdict verdict, int rank) {
        return row(key, domain, parts, verdict, rank, "");
    }

    private static Decision row(
            String key, String domain, Map<String, Long> parts, Verdict verdict, int rank, String detail) {
        long sum = parts.values().stream().mapToLong(Long::longValue).sum();
        return new Decision(
                key,
                "Title of " + key,
                URI.create("https://" + domain + "/" + key),
                "https://" + domain + "/feed",
                "The " + domain,
                domain,
                NOW.minus(Duration.ofMinutes(30)),
                "news",
                List.of(),
                Math.max(0, sum),
                parts,
                verdict,
                rank,
                detail);
    }

    private static Map<String, Long> parts(Object... namesAndPoints) {
        Map<String, Long> parts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndPoints.length; i += 2) {
            parts.put((String) namesAndPoints[i], ((Number) namesAndPoints[i + 1]).longValue());
        }
        return parts;
    }

    private static final Decision FIRST =
            row("first", "a.org", parts("base", 1000, "static source", 900), Verdict.PRINTED, 1);
    private static final Decision SECOND =
            row("second", "b.org", parts("base", 1000, "static source", 812), Verdict.PRINTED, 2);

    private static Why why(Reasons reasons, Decision story, Decision... others) {
        List<Decision> all = new ArrayList<>(List.of(others));
        all.add(story);
        return reasons.of(story, NOW, all, edition -> List.of());
    }

    @Nested
    class OfOneThatIsOut {
        @Test
        void overTheSizeItMissedTheLastStoryIn() {
            Decision third = row(
                    "third",
                    "c.org",
                    parts("base", 1000, "static source", 500, "place in feed", 120, "freshness", 149),
                    Verdict.OVER_THE_SIZE,
                    0);
            Why why = why(reasons(NEWS, Repeat.NEVER), third, FIRST, SECOND);
            assertThat(why.became()).isEqualTo("over the size: 3rd best for 2 places in News");
            assertThat(why.needed()).isEqualTo(44);
            assertThat(why.facts())
                    .containsExactly(
                            "the last story in, 'Title of second', has 1,812",
                            "it needed 44 points more: one more feed that tells it (150),"
                                    + " or a place nearer to the top of its feed (up to 80 more), or a policy with boost 0.5");
        }

        @Test
        void ofAFeedWithPointsMoreOfThemWouldDo() {
            Decision third =
                    row("third", "c.org", parts("base", 1000, "points", 300, "comments", 20), Verdict.OVER_THE_SIZE, 0);
            Why why = why(reasons(NEWS, Repeat.NEVER), third, FIRST, SECOND);
            assertThat(why.needed()).isEqualTo(493);
            assertThat(why.facts())
                    .last()
                    .isEqualTo(
                            "it needed 493 points more: 4 more feeds that tell it (150 each), or a policy with boost 5");
            Decision fourth = row(
                    "fourth", "c.org", parts("base", 1000, "points", 300, "comments", 220), Verdict.OVER_THE_SIZE, 0);
            assertThat(why(reasons(NEWS, Repeat.NEVER), fourth, FIRST, SECOND).facts())
                    .last()
                    .asString()
                    .contains("more points than the others of its feed (up to 400 more)");
        }

        @Test
        void beingNewerIsToldByTheHour() {
            Decision third = new Decision(
                    "third",
                    "Third",
                    URI.create("https://c.org/third"),
                    "f",
                    "F",
                    "c.org",
                    NOW.minus(Duration.ofHours(24)),
                    "news",
                    List.of(),
                    1737,
                    parts("base", 1000, "static source", 662, "freshness", 75),
                    Verdict.OVER_THE_SIZE,
                    0,
                    "");
            assertThat(why(reasons(NEWS, Repeat.NEVER), third, FIRST, SECOND).facts())
                    .last()
                    .asString()
                    .contains("being 11 h old when it was chosen instead of 24 h");
        }

        @Test
        void ofADomainThatHasItsShareItMustBeatThatDomainsLast() {
            Decision third =
                    row("third", "a.org", parts("base", 1000, "static source", 500), Verdict.OVER_THE_SHARE, 0);
            Why why = why(reasons(NEWS, Repeat.NEVER), third, FIRST, SECOND);
            assertThat(why.became())
                    .isEqualTo(
                            "over the source's share: 3rd best for 2 places in News, but a.org had its 1 without it");
            assertThat(why.needed()).isEqualTo(401);
            assertThat(why.facts())
                    .first()
                    .isEqualTo(
                            "of the 2 places, 1 went to a.org (max-per-source = 1), the last with 1,900: 'Title of first'");
        }

        @Test
        void belowTheFloorTheFloorIsTheLeast() {
            Decision low = row("low", "c.org", parts("base", 1000, "policy dull", -100), Verdict.BELOW_THE_FLOOR, 0);
            Why empty = why(reasons(news(5, Share.ALL, 1000), Repeat.NEVER), low, FIRST, SECOND);
            assertThat(empty.became()).startsWith("below the floor");
            assertThat(empty.needed()).isEqualTo(100);
            assertThat(empty.facts())
                    .first()
                    .isEqualTo("the section asks for 1,000 (press.section.news.min-score), it had 900");
            assertThat(why(reasons(NEWS, Repeat.NEVER), low, FIRST, SECOND).needed())
                    .as("the section is full, too")
                    .isEqualTo(913);
        }

        @Test
        void aBuriedOneTellsWhatThePoliciesTook() {
            Decision buried = row(
                    "buried",
                    "c.org",
                    parts("base", 1000, "policy gossip", -1500, "policy dull", -200, "policy chips", 100),
                    Verdict.BURIED,
                    0);
            Why why = why(reasons(news(5, Share.ALL, 0), Repeat.NEVER), buried, FIRST);
            assertThat(why.became()).isEqualTo("buried: policies took more from it than it had");
            assertThat(why.facts())
                    .first()
                    .isEqualTo("policy 'gossip' took 1,500, 'dull' took 200; without that it had 1,100");
            assertThat(why.needed()).isEqualTo(600);
        }

        @Test
        void anOldOneTellsByHowMuchItCameTooLate() {
            Decision old = new Decision(
                    "old",
                    "Old",
                    URI.create("https://c.org/old"),
                    "f",
                    "F",
                    "c.org",
                    NOW.minus(Duration.ofHours(73)),
                    "news",
                    List.of(),
                    0,
                    Map.of(),
                    Verdict.TOO_OLD,
                    0,
                    "");
            Why why = why(reasons(NEWS, Repeat.NEVER), old, FIRST);
            assertThat(why.facts())
                    .containsExactly(
                            "it was 73 h old when the edition was chosen; press.editor.window is 48 h, so it came 25 h too late");
            assertThat(why.needed()).isZero();
        }

        @Test
        void whatTheSettingsOfNowWouldPrintIsToldSo() {
            Decision third = row("third", "c.org", parts("base", 1700), Verdict.OVER_THE_SIZE, 0);
            assertThat(why(reasons(news(10, Share.ALL, 1000), Repeat.NEVER), third, FIRST, SECOND))
                    .satisfies(why -> assertThat(why.needed()).isZero())
                    .satisfies(why -> assertThat(why.facts())
                            .containsExactly(
                                    "by the settings of now it would be good enough; `check --dry-run` chooses again"));
            Decision elsewhere = row("third", "c.org", parts("base", 1700), Verdict.OVER_THE_SIZE, 0);
            Section other = new Section("tech", "Tech", List.of(), List.of(), 1, Share.ALL, 0);
            assertThat(why(reasons(other, Repeat.NEVER), elsewhere, FIRST).facts())
                    .containsExactly("its section 'news' is no longer in the paper (press.sections)");
        }

        @Test
        void thePlaceThatVarietyTookIsTold() {
            Decision newcomer = row("new", "c.org", parts("base", 1200), Verdict.PRINTED, 2);
            Decision third = row("third", "a.org", parts("base", 1300), Verdict.OVER_THE_SIZE, 0);
            Why why = why(reasons(news(2, Share.ALL, 0), Repeat.NEVER, 2), third, FIRST, newcomer);
            assertThat(why.facts())
                    .first()
                    .isEqualTo(
                            "the last place went to 'Title of new' of c.org with 1,200, so that the section has 2 sources"
                                    + " (press.editor.min-sources)");
            assertThat(why.needed()).isEqualTo(601);
        }
    }

    @Nested
    class OfOneThatWasPrintedBefore {
        private final Decision then =
                row("story", "a.org", parts("base", 1000, "static source", 500, "freshness", 300), Verdict.PRINTED, 2);
        private final Decision now = row(
                "story",
                "a.org",
                parts("base", 1000, "static source", 500, "freshness", 20, "also in 1 feed", 150),
                Verdict.PRINTED_BEFORE,
                0,
                "2026-02-28-1");

        private Why why(Repeat repeat, Decision story, List<Decision> earlier) {
            return reasons(NEWS, repeat)
                    .of(
                            story,
                            NOW,
                            List.of(FIRST, story),
                            edition -> edition.equals("2026-02-28-1") ? earlier : List.of());
        }

        @Test
        void itTellsWhereAndByHowMuchItHadToGrow() {
            Why why = why(new Repeat(5), now, List.of(then));
            assertThat(why.became()).isEqualTo("printed before, in edition 2026-02-28-1 as number 2 in News");
            assertThat(why.needed()).isEqualTo(350);
            assertThat(why.facts())
                    .first()
                    .asString()
                    .startsWith(
                            "it stood at 1,500 then and at 1,650 now, freshness and policies left out; to stand again it must have"
                                    + " grown by 500 (press.editor.repeat), so it needed 350 points more: 3 more feeds");
        }

        @Test
        void neitherTheHourNorAPolicyMakesItGrow() {
            Decision grown = row(
                    "story",
                    "a.org",
                    parts("base", 1000, "static source", 500, "also in 3 feeds", 450, "policy p", 900),
                    Verdict.PRINTED_BEFORE,
                    0,
                    "2026-02-28-1");
            Why why = why(new Repeat(5), grown, List.of(then));
            assertThat(why.needed()).isEqualTo(50);
            assertThat(why.facts().get(0))
                    .contains("one more feed")
                    .doesNotContain("old when", "newer", "a policy with");
        }

        @Test
        void byHowMuchItGrewSinceAnEditionWithoutPartsIsNotKnown() {
            Decision old = row("story", "a.org", parts(), Verdict.PRINTED, 2);
            Why why = why(new Repeat(5), now, List.of(old));
            assertThat(why.became()).endsWith("as number 2 in News");
            assertThat(why.needed()).isZero();
            assertThat(why.facts().get(0)).endsWith("the newsroom no longer knows");
        }

        @Test
        void itMayHaveStoodThereUnderAnotherEntry() {
            Decision leader = row("leader", "b.org", parts("base", 1600), Verdict.PRINTED, 1);
            Decision merged = row("story", "a.org", parts("base", 1500), Verdict.MERGED, 0, "leader");
            assertThat(why(new Repeat(5), now, List.of(leader, merged)).needed())
                    .isEqualTo(450);
        }

        @Test
        void theSettingsOfNowHaveTheWord() {
            assertThat(why(Repeat.NEVER, now, List.of(then)).facts())
                    .containsExactly("no story is printed twice (press.editor.repeat = never)");
            assertThat(why(Repeat.ALWAYS, now, List.of(then)).facts())
                    .containsExactly("by the settings of now it may stand again (press.editor.repeat = always)");
            assertThat(why(new Repeat(1), now, List.of(then)).facts())
                    .first()
                    .asString()
                    .endsWith("by the settings of now it may");
            assertThat(why(new Repeat(1), now, List.of()).facts())
                    .first()
                    .asString()
                    .endsWith("the newsroom no longer knows");
        }
    }

    @Test
    void ofAnEditionWithoutPartsNoPointsAreTold() {
        Decision old = row("old", "c.org", parts(), Verdict.OVER_THE_SIZE, 0);
        Why why = why(reasons(NEWS, Repeat.NEVER), old, FIRST, SECOND);
        assertThat(why.needed()).isZero();
        assertThat(why.facts())
                .containsExactly(
                        "how its score came about is not known: an earlier version of the press chose this edition");
    }

    @Test
    void aMomentNewerIsToldInMinutes() {
        Section news = news(1, Share.ALL, 1000);
        Decision in =
                row("in", "a.org", parts("base", 1000, "static source", 500, "freshness", 130), Verdict.PRINTED, 1);
        Decision out = row(
                "out", "b.org", parts("base", 1000, "static source", 500, "freshness", 130), Verdict.OVER_THE_SIZE, 0);
        Why why = reasons(news, Repeat.NEVER)
                .of(out, out.date().plus(Duration.ofMinutes(14 * 60 + 29)), List.of(in, out), edition -> List.of());
        assertThat(why.facts().get(why.facts().size() - 1))
                .contains("min newer when it was chosen")
                .doesNotContain("14 h");
    }

    @Test
    void aMergedOneSharesTheFateOfItsLeader() {
        Decision merged = row("copy", "c.org", parts("base", 1000, "static source", 700), Verdict.MERGED, 0, "first");
        Why why = why(reasons(NEWS, Repeat.NEVER), merged, FIRST, SECOND);
        assertThat(why.became())
                .isEqualTo(
                        "merged into 'Title of first' (https://a.org/first), which was printed as number 1 of 2 in News");
        assertThat(why.leader()).isEqualTo(FIRST);
        assertThat(why.facts())
                .first()
                .isEqualTo(
                        "of the entries that tell one story the best leads: that one has 1,900 by itself, this one 1,700");
    }

    @Test
    void aPrintedOneTellsByHowMuchItIsIn() {
        Decision third = row("third", "c.org", parts("base", 1700), Verdict.OVER_THE_SIZE, 0);
        Decision copy = row("copy", "d.org", parts("base", 1000), Verdict.MERGED, 0, "second");
        Why why = why(reasons(NEWS, Repeat.NEVER), SECOND, FIRST, third, copy);
        assertThat(why.became()).isEqualTo("printed as number 2 of 2 in News");
        assertThat(why.facts())
                .containsExactly(
                        "the first story that found no place, 'Title of third', has 1,700: 112 fewer",
                        "1 other entry tells the same story");
    }

    /** The editor itself is asked: with the points that it needed the story is in, with two fewer it is not. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void withThePointsThatItNeededItIsIn(int seed) {
        Random random = new Random(seed);
        List<FiledEntry> entries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String host = "site" + random.nextInt(6) + ".org";
            entries.add(entry("e" + i)
                    .title("Wort" + Integer.toString(i * 7919 + 12345, 26) + " alone" + i)
                    .feed("https://" + host + "/feed")
                    .link("https://" + host + "/" + i)
                    .minutesOld(random.nextInt(2000))
                    .place(random.nextInt(20))
                    .file());
        }
        Section section = news(6, new Share(2, 0), 1600);
        Policy gloom = new Policy(
                "gloom", List.of("alone3"), List.of(), List.of(), List.of(), Policy.ANY_LENGTH, Policy.ANY_LENGTH, -30);
        RunSheet sheet = choose(entries, section, gloom);
        Reasons reasons = reasons(section, Repeat.NEVER);
        List<Decision> out = sheet.decisions().stream()
                .filter(row -> row.verdict() != Verdict.PRINTED)
                .toList();
        assertThat(out).extracting(Decision::verdict).contains(Verdict.BURIED, Verdict.OVER_THE_SIZE);
        for (Decision row : out) {
            long needed = reasons.of(row, NOW, sheet.decisions(), edition -> List.of())
                    .needed();
            assertThat(needed).as(row.toString()).isPositive();
            assertThat(isIn(entries, section, gloom, row, needed))
                    .as(row + " needed " + needed)
                    .isTrue();
            assertThat(isIn(entries, section, gloom, row, needed - 2))
                    .as(row + " needed " + needed)
                    .isFalse();
        }
    }

    private static boolean isIn(List<FiledEntry> entries, Section section, Policy gloom, Decision row, long more) {
        Policy help = new Policy(
                "help",
                List.of(row.title()),
                List.of(),
                List.of(),
                List.of(),
                Policy.ANY_LENGTH,
                Policy.ANY_LENGTH,
                more / 100.0);
        return choose(entries, section, gloom, help).stories().stream()
                .anyMatch(story -> story.entry().key().equals(row.key()));
    }

    private static RunSheet choose(List<FiledEntry> entries, Section section, Policy... policies) {
        return Drafts.editor(List.of(policies), Repeat.NEVER, 1, section).choose(Drafts.desk(entries), NOW);
    }
}
