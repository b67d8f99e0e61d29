package press.parallel.enhancer;

import java.util.Locale;
import java.util.Set;

/** Short lines that newspapers print around their stories and that no structure tells from text, in many languages. */
final class StockLines {
    private static final int LONGEST = 160;

    private static final Set<String> WHOLE = Set.of(lines("""
            advert | advertisement | advertising | anzeige | publicité | publicidad | publicidade | pubblicità | реклама | 広告 |
            광고 | 广告 | 廣告 | スポンサーリンク | reklam | reklama | reklame | mainos | annons | annonce | advertentie | hirdetés |
            publicitate | iklan | quảng cáo | โฆษณา | विज्ञापन | إعلان | פרסומת | آگهی | διαφήμιση | ad | ads |
            laden... | wird geladen | chargement | cargando | carregando | caricamento | загрузка | yükleniyor | लोड हो रहा है |
            读取中 | 読み込み中 | 로딩 중 | sponsored | read more | related | share | share this | comments | story continues below |
            story continues below advertisement | article continues below | scroll to continue | continue reading |
            click to expand | loading | loading... | video | watch | subscribe | print | email | twitter | facebook
            """));

    private static final String[] STARTS = lines("""
            photo: | photo by | image: | image credit | image source | photo credit | picture: | pictured: | foto: |
            bild: | source: | źródło: | fonte: | quelle: | fuente: | kilde: | bron: | lähde: | källa: | kaynak: | источник: | джерело: |
            nguồn: | المصدر: | 来源： | 來源： | 출처: | 출처 : | ↑ | copyright © | © | (c) | all rights reserved | alle rechte vorbehalten |
            tous droits réservés | todos los derechos | todos os direitos | read more: | read also | also read |
            read next | related: | see also: | more: | watch: | lesen sie auch | mehr zum thema | lire aussi |
            à lire aussi | lea también | lee también | leia também | leia mais | leggi anche | lees ook |
            читайте также | baca juga | sign up for | subscribe to | get the latest | like us on | follow us on |
            this article was originally published | copyright ⓒ | ⓒ | 저작권자 | 무단 전재 | 무단전재 | 無断転載 | 禁無断転載 | 版权 |
            未经授权 | 转载请 | 责编 | (责编 | （责编 | 责任编辑 | (责任编辑 | （责任编辑 | 编辑： | 编辑: | 編輯： | wszelkie prawa |
            все права защищены | усі права | جميع الحقوق | כל הזכויות | tüm hakları | all rechten | alla rättigheter | tutti i diritti |
            ilgili haber | ilgili galeri | ayrıca okuyun | 関連記事 | あわせて読みたい | 相关阅读 | 相关新闻 |
            推荐阅读 | 延伸阅读 | 延伸閱讀 | 広告の後 | 広告の後に | 往期回顾 | 相關新聞 | 관련기사 | 관련 기사 | اقرأ أيضا | اقرأ أيضًا | إقرأ أيضا | مواضيع ذات صلة | קראו גם |
            קראו עוד | כתבות נוספות | यह भी पढ़ें | ये भी पढ़ें | بیشتر بخوانید | читайте також | czytaj też | czytaj także |
            zobacz też | zobacz także | przeczytaj też | przeczytaj także | čtěte také | přečtěte si také | mohlo by vás zajímat | läs också |
            læs også | les også | lue myös | διαβάστε ακόμα | διαβάστε επίσης | อ่านเพิ่มเติม | ข่าวที่เกี่ยวข้อง | xem thêm | đọc thêm |
            olvassa el | citește și | citiți și | te puede interesar | más sobre este tema | was this page helpful |
            was this article helpful | war diese seite hilfreich | war dieser artikel hilfreich | cette page vous a-t-elle |
            questa pagina è stata utile | esta página foi útil | была ли эта статья | この記事は役に立ち | このページは役に立ち
            """);

    /** Before a date: when the page was written or changed. */
    private static final String[] DATED = lines("""
            last updated | updated | last modified | asked | answered | edited | published | posted on | first published | zuletzt aktualisiert | aktualisiert |
            veröffentlicht | stand: | mis à jour | publié le | actualizado | publicado | última actualización | atualizado |
            aggiornato | pubblicato | bijgewerkt | gepubliceerd | aktualizacja | opublikowano | aktualizováno | publikováno | uppdaterad |
            senast uppdaterad | publicerad | opdateret | oppdatert | päivitetty | julkaistu | обновлено | опубликовано | оновлено |
            опубліковано | güncelleme | yayınlanma | ενημερώθηκε | δημοσιεύτηκε | تم التحديث | آخر تحديث | نشر في | עודכן | פורסם |
            به‌روزرسانی | अपडेट | प्रकाशित | 更新日 | 公開日 | 最終更新 | 更新时间 | 发布时间 | 更新時間 | 發布時間 | 입력 | 수정 | 등록 |
            cập nhật | diperbarui
            """);

    private static final int LONGEST_DATED = 80;

    private StockLines() {}

    private static String[] lines(String list) {
        return list.strip().split("\\s*\\|\\s*");
    }

    static boolean matches(Block block) {
        if (block.is(Block.Kind.TABLE)
                || block.is(Block.Kind.LISTING)
                || block.text().length() > LONGEST) {
            return false;
        }
        String line =
                block.text().toLowerCase(Locale.ROOT).replace("\u0307", "").strip();
        if (WHOLE.contains(line)) {
            return true;
        }
        // What sells the rest of a text tells that it is a teaser, see Obstacles.
        return (startsWith(STARTS, line) && !Notices.WALL.in(line))
                || (line.length() <= LONGEST_DATED
                        && !Words.endsSentence(line)
                        && line.chars().anyMatch(Character::isDigit)
                        && startsWith(DATED, line));
    }

    private static boolean startsWith(String[] starts, String line) {
        for (String start : starts) {
            if (line.startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}
