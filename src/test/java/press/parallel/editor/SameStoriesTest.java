package press.parallel.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static press.parallel.editor.Drafts.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameStoriesTest {
    private static final String QUAKE =
            "A strong earthquake with a magnitude of 7.1 struck off the coast of Hokkaido on Tuesday, the"
                    + " Japan Meteorological Agency said, warning of waves of up to one metre.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Powerful quake jolts northern Japan, tsunami alert issued | A strong earthquake with a magnitude of 7.1 struck off the coast of Hokkaido on Tuesday, the Japan Meteorological Agency said. | Magnitude 7.1 tremor strikes off Hokkaido; coastal residents told to evacuate | Residents along Japan's northern shore were urged to move to higher ground after a 7.1-magnitude quake hit near Hokkaido. The meteorological agency said a small tsunami was possible.",
                "Grève à la SNCF : un train sur deux lundi | La SNCF prévoit un TGV sur deux lundi en raison d'une grève à l'appel de Sud-Rail et de la CGT. | Trafic ferroviaire fortement perturbé lundi par un mouvement social | Un TGV sur deux circulera lundi, annonce la SNCF, alors que la CGT et Sud-Rail appellent à la grève contre la réorganisation.",
                "Brand in Kölner Altstadt: Feuerwehr evakuiert Hotel | Bei einem Großbrand in der Kölner Altstadt ist ein Hotel geräumt worden. 80 Gäste wurden in Sicherheit gebracht. | Großbrand in Köln – 80 Hotelgäste in Sicherheit | In der Altstadt von Köln brennt es. Die Feuerwehr brachte 80 Gäste eines Hotels in Sicherheit.",
                "ЦБ снизил ключевую ставку до 16,5% | Банк России на заседании в пятницу снизил ключевую ставку на 50 базисных пунктов, до 16,5% годовых. | Ключевая ставка опустилась до 16,5 процента | Совет директоров Банка России принял решение понизить ключевую ставку до 16,5% годовых, говорится в релизе регулятора.",
                "زلزال بقوة 6.3 يضرب شمال أفغانستان | ضرب زلزال بقوة 6.3 درجات مدينة مزار شريف في شمال أفغانستان ليل الأحد، بحسب هيئة المسح الجيولوجي الأميركية. | قتلى وجرحى في زلزال قرب مزار شريف | قتل عشرون شخصا على الأقل في زلزال بلغت قوته 6.3 درجات ضرب مدينة مزار شريف في أفغانستان.",
                "Balıkesir'de 6,1 büyüklüğünde deprem | Balıkesir'in Sındırgı ilçesinde meydana gelen 6,1 büyüklüğündeki deprem İstanbul'da da hissedildi, AFAD açıkladı. | Sındırgı sallandı: AFAD'dan deprem açıklaması | AFAD, Balıkesir Sındırgı'da 6,1 büyüklüğünde bir deprem olduğunu duyurdu.",
                "香港大埔宏福苑火灾致44人死亡 | 香港新界大埔宏福苑26日下午发生五级火警，截至目前已造成44人死亡，279人失联。 | 大埔屋苑五级大火 至少44死 | 大埔宏福苑多幢楼宇发生大火，消防处将火警升为五级，死亡人数升至44人，另有279人失去联络。",
                "トヨタ、米国に新工場 1.5兆円投資へ | トヨタ自動車は米ノースカロライナ州に電池の新工場を開き、今後5年で最大1.5兆円を米国に投資すると発表した。 | 米で最大1.5兆円投資 トヨタが発表 | トヨタ自動車は12日、ノースカロライナ州の電池工場の稼働に合わせ、5年間で米国に1.5兆円を追加投資すると明らかにした。",
                "삼성전자, 엔비디아에 HBM4 공급 | 삼성전자가 6세대 고대역폭메모리 HBM4를 엔비디아에 공급하기로 했다고 31일 밝혔다. | 엔비디아, 삼성 HBM4 쓴다 | 엔비디아가 삼성전자의 고대역폭메모리 HBM4를 차세대 가속기에 탑재한다. 양사는 31일 공급 협력을 발표했다.",
                "दिल्ली में लाल किले के पास कार में धमाका, आठ की मौत | दिल्ली के लाल किला मेट्रो स्टेशन के पास सोमवार शाम एक कार में विस्फोट हुआ जिसमें आठ लोगों की मौत हो गई। | लाल किला मेट्रो स्टेशन के बाहर विस्फोट में 8 लोग मारे गए | सोमवार शाम लाल किला मेट्रो स्टेशन के पास खड़ी कार में धमाके से दिल्ली दहल गई।",
            })
    void oneEventInOtherWordsIsOneStory(String one, String oneLead, String other, String otherLead) {
        assertThat(stories(
                        entry("a").title(one).summary(oneLead),
                        entry("b").title(other).summary(otherLead)))
                .hasSize(1);
        assertThat(stories(
                        entry("b").title(one).summary(oneLead),
                        entry("a").title(other).summary(otherLead)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Arsenal beat Chelsea 2-1 to go top | Bukayo Saka scored a late winner as Arsenal beat Chelsea 2-1 at the Emirates to go top of the Premier League. | Liverpool beat Everton 2-1 to go top | Mohamed Salah scored a late winner as Liverpool beat Everton 2-1 at Anfield to go top of the Premier League.",
                "Météo : le Gard placé en vigilance orange | Météo-France a placé le Gard en vigilance orange pour pluie-inondation ce mercredi. | Météo : le Var placé en vigilance orange | Météo-France a placé le Var en vigilance orange pour pluie-inondation ce mercredi.",
                "Court approves Albertsons merger | A federal judge in Oregon on Tuesday approved Kroger's 25 billion dollar purchase of Albertsons, rejecting objections from the FTC. | Court rejects Albertsons merger | A federal judge in Oregon on Tuesday blocked Kroger's 25 billion dollar purchase of Albertsons, siding with the FTC.",
                "Суд оправдал бывшего мэра Томска | Суд в Томске оправдал бывшего мэра города Ивана Кляйна по делу о превышении полномочий. | Суд осудил бывшего мэра Томска | Суд в Томске приговорил бывшего мэра города Ивана Кляйна к трем годам по делу о превышении полномочий.",
                "欧盟批准对华电动车加征关税 | 欧盟委员会周五表决批准对中国产电动汽车加征最高45%的关税。 | 欧盟否决对华电动车加征关税 | 欧盟委员会周五表决否决对中国产电动汽车加征最高45%的关税。",
                "Tesla recalls 200,000 cars over camera fault | Tesla is recalling nearly 200,000 vehicles in the United States because the rear camera may fail, the safety agency NHTSA said. | Tesla opens order books for cheaper Model Y | Tesla started taking orders in the United States for a less expensive version of its Model Y, priced below 40,000 dollars.",
                "Minister will go to summit in Rome | The foreign minister will travel to Rome on Friday for the summit on migration, her office said. | Minister will not go to summit in Rome | The foreign minister will not travel to Rome on Friday for the summit on migration, her office said.",
                "Record turnout in Ashby for a vote on the pool | With a majority of 7 votes and the highest turnout since records began, the citizens of Ashby have decided the future of the pool. The count was repeated once. | Corbridge settles the matter of the benches by 14 votes | With a majority of 14 votes and the highest turnout since records began, the citizens of Corbridge have decided the future of the benches. The count was repeated once.",
                "Five recipes for leeks | Sign up for our newsletter to receive the best of our kitchen every week. Leeks are cheap now. | Repairing a bicycle chain | Sign up for our newsletter to receive the best of our kitchen every week. All it takes is a pin.",
            })
    void twoEventsInTheSameWordsAreTwo(String one, String oneLead, String other, String otherLead) {
        assertThat(stories(
                        entry("a").title(one).summary(oneLead),
                        entry("b").title(other).summary(otherLead)))
                .hasSize(2);
        assertThat(stories(
                        entry("b").title(one).summary(oneLead),
                        entry("a").title(other).summary(otherLead)))
                .hasSize(2);
    }

    @Nested
    class EqualTitles {
        private static final String TITLE = "Police appeal for witnesses after fatal crash";

        @Test
        void standApartWhenTheLeadsTellOtherThings() {
            assertThat(stories(
                            entry("a").title(TITLE).summary("A cyclist died on the A38 near Derby on Monday evening."),
                            entry("b").title(TITLE).summary("Two men were killed when their van left a road in Kent.")))
                    .hasSize(2);
        }

        @Test
        void areOneWhenTheLeadsTellTheSame() {
            assertThat(
                            stories(
                                    entry("a")
                                            .title(TITLE)
                                            .summary("A cyclist died on the A38 near Derby on Monday evening."),
                                    entry("b")
                                            .title(TITLE)
                                            .summary(
                                                    "A cyclist has died on the A38 near Derby. Police want to hear from drivers.")))
                    .hasSize(1);
        }

        @Test
        void areOneWhenALeadIsMissingAndTheTitleTellsEnough() {
            assertThat(stories(
                            entry("a").title(TITLE).summary("A cyclist died on the A38 near Derby on Monday evening."),
                            entry("b").title(TITLE)))
                    .hasSize(1);
            assertThat(stories(entry("a").title(TITLE), entry("b").title(TITLE)))
                    .hasSize(1);
            assertThat(stories(entry("a").title("Morning briefing"), entry("b").title("Morning briefing")))
                    .hasSize(2);
        }
    }

    @Test
    void aShortenedTitleWithoutLeadFollowsTheArticle() {
        assertThat(stories(
                        entry("article")
                                .title("SQLite 3.50 released with faster JSON functions and a new sqlite3_rsync option")
                                .summary("Release notes for SQLite 3.50.0, with faster JSON functions and fixes."),
                        entry("post")
                                .title("SQLite 3.50 released")
                                .summary("<a href=\"https://news.example.org/item?id=1\">Comments</a>")))
                .hasSize(1);
    }

    @Test
    void onePageOfOneSiteStaysOneStoryWhateverItsTitleIsNow() {
        assertThat(stories(
                        entry("a")
                                .title("Explosion reported at plant near Bremen")
                                .summary("Fire engines are on their way. More to follow.")
                                .link("https://example.org/article/3566051/explosion-reported.html"),
                        entry("b")
                                .title("Eight injured at plant near Bremen, neighbours told to stay inside")
                                .summary("Eight workers were taken to hospital after a tank burst.")
                                .link("https://example.org/article/3566051/eight-injured.html")))
                .hasSize(1);
    }

    @Nested
    class FortyEightHours {
        private final Drafts.Draft first =
                entry("first").title("Powerful quake jolts northern Japan").summary(QUAKE);
        private final Drafts.Draft second =
                entry("second").title("Powerful quake jolts northern Japan").summary(QUAKE);

        @Test
        void apartIsStillOneStory() {
            assertThat(stories(first.minutesOld(0), second.minutesOld(48 * 60))).hasSize(1);
        }

        @Test
        void andAMinuteApartIsAnother() {
            assertThat(stories(first.minutesOld(0), second.minutesOld(48 * 60 + 1)))
                    .hasSize(2);
        }

        @Test
        void areCountedFromTheLeaderNotFromAnotherMember() {
            assertThat(stories(
                            first.minutesOld(0),
                            second.minutesOld(47 * 60),
                            entry("third")
                                    .title("Powerful quake jolts northern Japan")
                                    .summary(QUAKE)
                                    .minutesOld(49 * 60)))
                    .containsExactly(List.of("first", "second"), List.of("third"));
        }

        @Test
        void doNotMatterForOneKey() {
            assertThat(stories(
                            entry("key")
                                    .title("Powerful quake jolts northern Japan")
                                    .minutesOld(0),
                            entry("key").title("What a night").minutesOld(90 * 60)))
                    .hasSize(1);
        }
    }

    @Test
    void theBestPlacedLeadsAndAllStandInPrintOrder() {
        assertThat(stories(
                        entry("late")
                                .title("Storm batters the coast of northern Portugal")
                                .minutesOld(50),
                        entry("other")
                                .title("Parliament votes on the budget for 2027")
                                .minutesOld(20),
                        entry("first")
                                .title("Storm batters the coast of northern Portugal")
                                .minutesOld(10),
                        entry("middle")
                                .title("Watch: Storm batters the coast of northern Portugal")
                                .minutesOld(30)))
                .containsExactly(List.of("first", "middle", "late"), List.of("other"));
    }

    @Test
    void aWholeTextIsOneStoryWithItsOwnKeyOnly() {
        assertThat(stories(
                        entry("a")
                                .title("Storm batters the coast of northern Portugal")
                                .selfPost(),
                        entry("a")
                                .title("Storm batters the coast of northern Portugal")
                                .selfPost()
                                .minutesOld(70),
                        entry("b")
                                .title("Storm batters the coast of northern Portugal")
                                .selfPost(),
                        entry("c").title("Storm batters the coast of northern Portugal")))
                .hasSize(3);
    }

    @Test
    void theOrderOfEqualThingsChangesNothing() {
        List<Weighed> entries = new ArrayList<>(InventedNews.of(400).entries());
        for (Weighed one : List.copyOf(entries.subList(0, 100))) {
            entries.add(weighed(entry(one.key()).title(one.entry().title()).summary("Other words of " + one.key())));
            entries.add(weighed(entry(one.key()).title(one.entry().title()).summary("Still other words")));
        }
        entries.sort(Weighed.PRINT_ORDER);
        List<List<Weighed>> first = SameStories.of(entries);
        Random random = new Random(1);
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(entries, random);
            entries.sort(Weighed.PRINT_ORDER);
            assertThat(SameStories.of(entries)).isEqualTo(first);
        }
    }

    @Test
    void aCrowdOfOneTemplateNeitherJoinsNorHidesAPair() {
        List<Drafts.Draft> crowd = new ArrayList<>(IntStream.range(0, 2000)
                .mapToObj(i -> {
                    String name = "Company" + Integer.toString(i + 1000, 36).replaceAll("\\d", "x") + "and" + i % 7;
                    return entry("crowd" + i)
                            .title("Shares of " + name + " fall " + (1 + i) + "% after earnings")
                            .summary(
                                    "Shares of " + name + " fell " + (1 + i)
                                            + " percent in late trading after the company reported quarterly revenue below estimates.")
                            .minutesOld(i);
                })
                .toList());
        crowd.add(entry("quake")
                .title("Powerful quake jolts northern Japan, tsunami alert issued")
                .summary(QUAKE));
        crowd.add(entry("tremor")
                .title("Magnitude 7.1 tremor strikes off Hokkaido, tsunami possible")
                .summary("A 7.1-magnitude quake hit near Hokkaido. The Japan Meteorological Agency warned of waves.")
                .minutesOld(90));

        List<List<String>> stories = stories(crowd.toArray(Drafts.Draft[]::new));

        assertThat(stories).hasSize(2001).contains(List.of("quake", "tremor"));
    }

    @Test
    void twoEntriesAskedAboutAloneAnswerTheSame() {
        Weighed one = weighed(entry("a").title("Storm batters the coast of northern Portugal"));
        Weighed other = weighed(entry("b").title("Storm batters coast of northern Portugal"));

        assertThat(SameStories.same(one, other)).isTrue();
        assertThat(SameStories.same(other, one)).isTrue();
    }

    private static List<List<String>> stories(Drafts.Draft... drafts) {
        List<Weighed> entries = new ArrayList<>();
        for (Drafts.Draft draft : drafts) {
            entries.add(weighed(draft));
        }
        entries.sort(Weighed.PRINT_ORDER);
        return SameStories.of(entries).stream()
                .map(story -> story.stream().map(Weighed::key).toList())
                .toList();
    }

    private static Weighed weighed(Drafts.Draft draft) {
        return new Weighed(draft.file(), 0, draft.file().date(), 0, 1000);
    }
}
