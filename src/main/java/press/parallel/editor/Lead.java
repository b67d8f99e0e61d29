package press.parallel.editor;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import press.parallel.Entry;

/** The beginning of what a feed says of an entry below its title, as plain text without what the feed's software added. */
final class Lead {
    /** Signs of HTML that are read at most; sixty words stand well within. */
    private static final int MOST_SIGNS = 6000;

    /** Signs of text that are kept. */
    private static final int KEPT_SIGNS = 1200;

    /** A lead of fewer letters says nothing: "Comments", "Updated". */
    private static final int FEWEST_LETTERS = 12;

    private static final String SENTENCE_ENDS = ".!?。！？।…";

    /** From here on it is the software that speaks. In small letters, as all below. */
    private static final List<String> CUTS = List.of(
            "submitted by /u/",
            "submitted by u/",
            "[link]",
            "[comments]",
            "article url: http",
            "comments url: http",
            "comments |",
            "continue reading",
            "keep reading",
            "read more",
            "read the full",
            "read the rest",
            "read full story",
            "weiterlesen",
            "mehr lesen",
            "lesen sie auch",
            "lesen sie weiter",
            "lire la suite",
            "lire aussi",
            "leer más",
            "seguir leyendo",
            "sigue leyendo",
            "leggi tutto",
            "leggi anche",
            "continua a leggere",
            "leia mais",
            "continue lendo",
            "czytaj dalej",
            "czytaj więcej",
            "читать далее",
            "читать полностью",
            "devamını oku",
            "اقرأ المزيد",
            "اقرأ أيضا",
            "और पढ़ें",
            "阅读全文",
            "閱讀全文",
            "続きを読む",
            "기사 더보기");

    /** A sentence with one of these is no news: where it was first, what to subscribe to, who owns it. */
    private static final List<String> ASIDES = List.of(
            "appeared first on",
            "first appeared on",
            "published first on",
            "erschien zuerst",
            "est apparu en premier",
            "se publicó primero",
            "apareció primero",
            "proviene da",
            "apareceu primeiro",
            "pochodzi z serwisu",
            "появились сначала на",
            "появилась сначала на",
            "ilk önce",
            "newsletter",
            "subscribe",
            "sign up",
            "follow us on",
            "all rights reserved",
            "cookies",
            "abonnez",
            "inscrivez-vous",
            "suscríb",
            "iscriviti",
            "abbonati",
            "assine ",
            "inscreva-se",
            "subskrybuj",
            "zapisz się",
            "подпишитесь",
            "подписывайтесь",
            "abonnieren",
            "alle rechte vorbehalten",
            "tous droits réservés",
            "todos los derechos reservados",
            "tutti i diritti riservati",
            "todos os direitos reservados",
            "wszelkie prawa zastrzeżone",
            "все права защищены",
            "abone ol",
            "bülten",
            "tüm hakları",
            "اشترك",
            "النشرة البريدية",
            "جميع الحقوق محفوظة",
            "सब्सक्राइब",
            "न्यूज़लेटर",
            "订阅",
            "訂閱",
            "关注我们",
            "版权所有",
            "購読",
            "会員登録",
            "メルマガ",
            "無断転載",
            "구독",
            "무단 전재",
            "무단전재");

    private Lead() {}

    /** Text of the summary; of the content when the summary says nothing; "" when neither does. */
    static String of(Entry entry) {
        String lead = plain(entry.summary());
        return lead.isEmpty() ? plain(entry.content()) : lead;
    }

    private static String plain(String html) {
        if (html.isBlank()) {
            return "";
        }
        String head = html.length() > MOST_SIGNS ? html.substring(0, MOST_SIGNS) : html;
        boolean marked = head.indexOf('<') >= 0 || head.indexOf('&') >= 0;
        String text = marked ? Jsoup.parse(head).text() : head;
        String news = withoutAsides(cut(text.length() > KEPT_SIGNS ? text.substring(0, KEPT_SIGNS) : text));
        long letters = news.codePoints()
                .filter(Character::isLetter)
                .limit(FEWEST_LETTERS)
                .count();
        return letters < FEWEST_LETTERS ? "" : news;
    }

    private static String cut(String text) {
        String small = small(text);
        int end = text.length();
        for (String cut : CUTS) {
            int at = small.indexOf(cut);
            end = at >= 0 && at < end ? at : end;
        }
        return text.substring(0, end);
    }

    private static String withoutAsides(String text) {
        String left = text;
        String small = small(left);
        for (String aside : ASIDES) {
            int at = small.indexOf(aside);
            while (at >= 0) {
                int from = at;
                while (from > 0 && SENTENCE_ENDS.indexOf(left.charAt(from - 1)) < 0) {
                    from--;
                }
                int to = at + aside.length();
                while (to < left.length() && SENTENCE_ENDS.indexOf(left.charAt(to)) < 0) {
                    to++;
                }
                left = left.substring(0, from) + left.substring(Math.min(left.length(), to + 1));
                small = small(left);
                at = small.indexOf(aside);
            }
        }
        return left;
    }

    /** Of the same length, so that places found in it are places in the text; only Turkish large I would be longer. */
    private static String small(String text) {
        return text.replace('İ', 'I').toLowerCase(Locale.ROOT);
    }
}
