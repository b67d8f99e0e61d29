package press.parallel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are no article, and articles that only look so. */
class ObstaclesTest {
    private static final String PARAGRAPH =
            "<p>The bridge over the Tamar was closed on Monday after an inspector found rust in two of"
                    + " its cables, and the council says that it will stay closed until the spring at least.</p>";

    private static Obstacle of(String html) {
        return new ArticleReader()
                .page(
                        html.getBytes(StandardCharsets.UTF_8),
                        Pages.ADDRESS,
                        "text/html; charset=utf-8",
                        Pages.ADDRESS,
                        1)
                .obstacle();
    }

    private static String story(int paragraphs) {
        StringBuilder story = new StringBuilder("<h1>Bridge closed</h1>");
        for (int i = 0; i < paragraphs; i++) {
            story.append(PARAGRAPH.replace("Monday", "day " + i));
        }
        return story.toString();
    }

    private static String linked(String more) {
        return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\"" + more
                + "}</script>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "\"False\"", "\"false\"", "\"http://schema.org/False\""})
    void aTeaserThatThePageCallsClosedIsForSubscribers(String free) {
        assertThat(of(linked(",\"isAccessibleForFree\":" + free) + "<article>" + story(3) + "</article>"))
                .isEqualTo(Obstacle.PAYWALL);
    }

    @Test
    void aClosedTextThatIsThereAllTheSameIsRead() {
        String closed = linked(
                ",\"isAccessibleForFree\":false,\"hasPart\":{\"isAccessibleForFree\":false,\"cssSelector\":\".rest\"}");

        assertThat(of(closed + "<article>" + story(14) + "</article>")).isNull();
        assertThat(of(closed + "<article>" + story(1) + "<div class=rest>" + story(6) + "</div></article>"))
                .isNull();
        assertThat(of(closed + "<article>" + story(2) + "</article>")).isEqualTo(Obstacle.PAYWALL);
        assertThat(of(closed.replace(".rest", "..[") + "<article>" + story(2) + "</article>"))
                .isEqualTo(Obstacle.PAYWALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subscribe to continue reading",
                "This post is for paid subscribers",
                "Jetzt weiterlesen mit Plus",
                "Il vous reste 78 % de cet article à lire",
                "Suscríbete para seguir leyendo",
                "Contenuto riservato agli abbonati",
                "Conteúdo exclusivo para assinantes",
                "Dit artikel is alleen voor abonnees",
                "Artykuł dla subskrybentów",
                "Материал доступен только для подписчиков",
                "هذا المحتوى للمشتركين فقط",
                "הכתבה למנויים בלבד",
                "この記事は有料会員限定です",
                "付费后可阅读全文",
                "유료 회원 전용 기사입니다"
            })
    void aTextThatBreaksOffBeforeABoxThatSellsTheRestIsForSubscribers(String sale) {
        assertThat(of("<article>" + story(3) + "<p>" + sale + "</p></article>")).isEqualTo(Obstacle.PAYWALL);
        assertThat(of("<article>" + story(3) + "</article><div class=paywall-box><b>" + sale + "</b></div>"))
                .isEqualTo(Obstacle.PAYWALL);
        assertThat(of("<article>" + story(14) + "<p>" + sale + "</p></article>"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_FOUND | <title>Page not found</title><h1>Sorry</h1><p>We looked everywhere.</p>",
                "NOT_FOUND | <h1>Sorry, we can't find that page</h1><p>It may have been moved or removed.</p>",
                "NOT_FOUND | <title>Seite nicht gefunden - Kurier</title><p>Diese Seite gibt es nicht mehr.</p>",
                "NOT_FOUND | <h1>Страница не найдена</h1>",
                "NOT_FOUND | <h1>お探しのページは見つかりませんでした</h1>",
                "NOT_FOUND | <title>404</title><p>Nothing.</p>",
                "CHALLENGE | <title>Just a moment...</title><p>Checking the site connection security</p>",
                "CHALLENGE | <h1>Courier</h1><p>Please verify you are human by completing the action below.</p>",
                "CONSENT | <h1>Before you continue</h1><p>We use cookies to deliver and maintain our services.</p>",
                "CONSENT | <h1>Kurier</h1><p>Mit Werbung weiterlesen: Wir und unsere Partner speichern Cookies.</p><p>Alle akzeptieren</p>",
                "CONSENT | <h1>Le Courrier</h1><p>Nous respectons votre vie privée. Accepter et continuer</p>",
                "SCRIPT | <body><div id=root></div><script src=a.js></script>",
                "SCRIPT | <p>Для просмотра включите JavaScript в браузере.</p>",
                "SCRIPT | <noscript>You need to enable JavaScript to run this app.</noscript><div id=shell></div>",
                "VIDEO | <meta property=og:type content=video.other><h1>The bridge from above</h1><p>A drone flies over it.</p>",
                "VIDEO | <script type='application/ld+json'>{\"@type\":\"VideoObject\",\"name\":\"Bridge\"}</script><p>A drone flies.</p>",
                "LOGIN | <h1>Sign in</h1><form><input name=u><input type=password></form>",
            })
    void whatIsNoStoryIsNamed(Obstacle obstacle, String page) {
        assertThat(of(page)).isEqualTo(obstacle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>The story behind error 404</title>",
                "<title>Page not found: the exhibition</title>",
                "<title>Just a moment, please: ten photographs</title>",
                "<title>Why your browser asks to accept cookies</title>",
                "<div class=cookie-banner>We use cookies. Accept all</div>",
                "<noscript>Please enable JavaScript</noscript>",
                "<header><form><input type=password></form> Sign in</header>",
                "<meta property=og:type content=video.other><video src=a.mp4></video>"
            })
    void anArticleIsAnArticleWhateverStandsAroundIt(String around) {
        assertThat(of(around + "<article>" + story(6) + "</article>")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=banner>We use cookies. Accept all. Cookie settings. Manage your privacy.</div>",
                "<header><div class=subscribe-bar>Already a subscriber? Sign in</div></header>",
                "<p class=note>This site is protected by reCAPTCHA; JavaScript is needed for comments.</p>",
                "<form><input type=password><button>Log in</button></form>",
                "<footer><div class=premium-offer>Subscribe to continue reading everywhere</div></footer>"
            })
    void aBriefOfFiftyWordsIsAnArticleWhateverStandsAroundIt(String around) {
        String brief = "<main><div><article><h1>Bridge closed</h1>" + PARAGRAPH
                + "<p>A ferry goes instead, every ten minutes, until the"
                + " last train has come in at night, says the mayor.</p></article></div></main>";

        assertThat(of("<body>" + around + "<div><div>" + brief + "</div></div></body>"))
                .isNull();
        assertThat(of("<body><div><div>" + brief + "</div></div>" + around + "</body>"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Oat cookie wins the baker's prize",
                "Travellers face security check delays",
                "Hamas will not accept all terms",
                "Parlament stärkt die Privatsphäre",
                "국회, 임명동의안 처리",
                "Vláda chce přijmout zákon",
                "停戦に同意する",
                "Le bureau n'a rien trouvé, il vous reste trois semaines"
            })
    void aHeadlineThatUsesTheSameWordsIsAHeadline(String headline) {
        assertThat(of("<title>" + headline + "</title><div class=banner>Cookie settings. Accept all.</div><article><h1>"
                        + headline + "</h1><p>"
                        + headline + ", it was told on Monday in the town hall.</p>" + PARAGRAPH
                        + PARAGRAPH.replace("Monday", "Friday")
                        + "</article><div class=navigate>Members only area</div>"))
                .isNull();
    }

    @Test
    void aShortBriefIsAnArticle() {
        assertThat(of("<article>" + story(2) + "</article>")).isNull();
    }
}
