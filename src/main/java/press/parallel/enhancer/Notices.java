package press.parallel.enhancer;

import java.util.Locale;

/** What pages say in place of a text, in the languages of their readers. A phrase fits wherever it stands. */
enum Notices {
    NOT_FOUND("""
            error 404 | 404 error | fehler 404 | erreur 404 | errore 404 | erro 404 | fout 404 | błąd 404 | chyba 404 |
            ошибка 404 | page not found | can't find that page | can't find the page | cannot find the page |
            could not find the page | couldn't find that page | couldn't find the page |
            no encontramos la página | não encontramos a página | não encontramos esta página |
            ne trouvons pas | non troviamo la pagina | kunnen de pagina niet |  nem találjuk |
            page cannot be found | page can't be found | page could not be found | page doesn't exist | page does not exist |
            page no longer exists | page isn't available | page is not available | article not found | story not found |
            seite nicht gefunden | seite existiert nicht | seite wurde nicht gefunden | seite konnte nicht gefunden werden |
            page introuvable | page non trouvée | page n'existe | página no encontrada | no se encontró la página |
            página no existe | página não encontrada | página não existe | pagina non trovata | pagina non esiste |
            pagina niet gevonden | pagina bestaat niet | nie znaleziono strony | strona nie istnieje |
            strona nie została znaleziona | stránka nenalezena | stránka neexistuje | sidan hittades inte | sidan finns inte |
            siden blev ikke fundet | siden finnes ikke | sivua ei löydy | sivua ei löytynyt | страница не найдена |
            страница не существует | сторінку не знайдено | sayfa bulunamadı | η σελίδα δεν βρέθηκε | oldal nem található |
            pagina nu a fost găsită | الصفحة غير موجودة | لم يتم العثور على الصفحة | הדף לא נמצא | העמוד לא נמצא | הדף לא קיים |
            صفحه پیدا نشد | صفحه مورد نظر یافت نشد | पृष्ठ नहीं मिला | पेज नहीं मिला | ページが見つかりません | ページは見つかりません | お探しのページ |
            页面不存在 | 页面未找到 | 找不到页面 | 找不到網頁 | 頁面不存在 | 페이지를 찾을 수 없습니다 | 존재하지 않는 페이지 | ไม่พบหน้า | không tìm thấy trang |
            halaman tidak ditemukan
            """),
    /** What fits in many a headline too: it counts where there is hardly any text. */
    TERSE_NOT_FOUND("""
            404 | 410 gone | not found | nothing found | nothing here | no results
            """),
    CHALLENGE("""
            just a moment | attention required | access denied | are you a robot | are you human | verify you are human |
            verify that you are human | verifying you are human | confirm you are human | not a robot | checking your browser |
            unusual traffic |  captcha | ddos protection | request blocked | pardon our interruption |
            bist du ein mensch | sind sie ein mensch | kein roboter | pas un robot | no soy un robot | no eres un robot |
            não sou um robô | non sono un robot | geen robot |  ben robot değilim | ロボットではありません | 进行人机验证 | 人机验证 |
            로봇이 아닙니다
            """),
    CONSENT("""
            before you continue | respect de votre vie privée | cookie consent | cookie settings | cookie wall | accept cookies | accept all cookies |
             we use cookies | we value your privacy | your privacy choices | manage your privacy | consent to cookies |
            bevor sie fortfahren | cookies akzeptieren | alle akzeptieren | akzeptieren und weiter | cookie-einstellungen |
             zustimmen und weiter | mit werbung weiterlesen | accepter les cookies | tout accepter |
            accepter et continuer | accepter et fermer | continuer sans accepter | nous respectons votre vie privée |
            gestion des cookies | aceptar cookies | aceptar todo | aceptar todas | aceptar y continuar |
             aceitar cookies | aceitar todos | aceitar e continuar | sua privacidade | accetta tutti |
            accetta e continua | accetta i cookie | la tua privacy | cookies accepteren | alles accepteren |
            accepteren en doorgaan | uw privacy | je privacy |   twoja prywatność |
            soubory cookie |  acceptera alla |  hyväksy kaikki | evästeet | принять все | файлы cookie |
            çerezleri kabul | tümünü kabul |  ملفات تعريف الارتباط | قبول الكل |  クッキー | cookieを |  쿠키 |
             接受所有 | 使用cookie | คุกกี้ |  terima semua
            """),
    /** The word itself; hardly a language translates it. */
    SCRIPT("""
            javascript | java script | جافا سكريبت | جاوا اسکریپت | जावास्क्रिप्ट | 자바스크립트 | จาวาสคริปต์ | ג'אווה סקריפט
            """),
    LOGIN("""
            log in | login | sign in | anmelden | einloggen | se connecter | connexion | connectez-vous | iniciar sesión |
            inicia sesión |  fazer login | accedi | inloggen | zaloguj | přihlásit | logga in | kirjaudu | войти |
            увійти | giriş yap | σύνδεση | تسجيل الدخول | התחברות |  ログイン | 登录 | 登入 | 로그인
            """),
    WALL("""
            subscribe to continue | subscribe to read | subscribe now to read | subscribe for full access | to continue reading |
            continue reading with | keep reading with |
            read the full story with | already a subscriber | already subscribed | subscribers only | for subscribers only |
            for paid subscribers | for paying | subscriber-only | subscriber exclusive | exclusive to subscribers |
            only available to subscribers | members only | for members only | become a member to | free articles left |
            free articles this month | reached your limit | unlock this article | unlock the full | this content is for |
            create a free account to | register to continue | jetzt weiterlesen | um weiterzulesen | weiterlesen mit |
            nur für abonnenten | exklusiv für abonnenten | nur mit abo | mit abo lesen | exklusiv für abonnent | abo abschließen |
            bereits abonnent | probeabo | artikel ist kostenpflichtig | réservé aux abonnés | réservé à nos abonnés |
            article réservé | pour lire la suite de | de cet article à lire |  déjà abonné | la suite est réservée |
            solo para suscriptores | exclusivo para suscriptores | suscríbete para | suscríbase para | para seguir leyendo |
            para continuar leyendo | ya eres suscriptor | ya es suscriptor | exclusivo para assinantes | conteúdo exclusivo |
            para continuar lendo | para continuar a ler | já é assinante | assine para | assine e continue |
            riservato agli abbonati | per gli abbonati | abbonati per | per continuare a leggere | sei già abbonato |
            alleen voor abonnees | is voor abonnees | word abonnee | lees verder met | al abonnee | dla subskrybentów |
            dla prenumeratorów | wykup dostęp | aby czytać dalej | masz już prenumeratę | pro předplatitele |
            jen pro předplatitele | pokračovat ve čtení | för prenumeranter | bli prenumerant | redan prenumerant |
            for abonnenter | vain tilaajille | tilaajille | только для подписчиков | доступно подписчикам |
            оформите подписку | чтобы читать дальше | чтобы продолжить чтение | для передплатників | оформіть передплату |
            abonelere özel | okumaya devam etmek için | για συνδρομητές | γίνετε συνδρομητής | للمشتركين فقط |
            اشترك لقراءة | اشترك للمتابعة | لمتابعة القراءة | למנויים בלבד |  להמשך קריאה | הצטרפו למנוי |
             सदस्यता लें | सब्सक्राइब | 有料会員 | 会員限定 | 有料記事 | 続きを読むには | この記事は有料 |  付费阅读 | 付费后 | 您已阅读 | 开通会员 |
            立即订阅 | 付费会员 | 订阅后 |  会员专享 | 订阅以继续 |  剩余内容 | 유료 회원 | 유료회원 | 구독자 전용 | 구독 후 | 로그인 후 | สมาชิกเท่านั้น |
            dành cho thuê bao | khusus pelanggan | berlangganan untuk
            """);

    private final String[] phrases;

    Notices(String phrases) {
        this.phrases = phrases.strip().toLowerCase(Locale.ROOT).split("\\s*\\|\\s*");
    }

    /** Whether one of them stands in {@code text}, which is in lower case. */
    boolean in(String text) {
        for (String phrase : phrases) {
            if (text.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** How many different ones stand in {@code text}, which is in lower case. */
    int hits(String text) {
        int hits = 0;
        for (String phrase : phrases) {
            hits += text.contains(phrase) ? 1 : 0;
        }
        return hits;
    }
}
