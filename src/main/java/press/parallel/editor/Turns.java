package press.parallel.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that turn an event into its opposite: negations, and pairs such as approves and rejects, rises and falls, opens and closes. A
 * court that approves and a court that rejects share every other word, so no measure of likeness tells them apart.
 *
 * <p>Words are known by their beginnings, because they inflect; beginnings of three letters and less are whole words ("cut", "ban").
 * Winning and losing are no pair: one match is told both ways.
 */
final class Turns {
    /** Bit of a negation in {@link #of}. */
    static final int NEGATION = 1;

    /** The left side of each pair: 2, 8, 32 and so on; its right side is the bit above. */
    private static final int LEFT = 0x2AAA_AAAA;

    private static final Set<String> NEGATIONS = Set.copyOf(Headline.split("""
            not no never without cannot cant wont dont doesnt didnt isnt arent wasnt false fake former nicht kein keine keinen ohne
            nie pas sans jamais aucun sin nunca ningun non senza mai nao sem nunca bez nie не нет без ни никогда لا لم لن ليس دون
            नहीं बिना न degil yok hayir asla 않 안 없다 못 不 没有 未 ない なし
            """));

    /** One pair a line; what stands left of the bar is the opposite of what stands right of it. */
    private static final List<String> PAIRS = List.of(
            // Says yes, says no
            """
            approv adopt accept authoris authoriz endors ratif greenlight uphold upheld
            genehmig billig bewillig stimmt zugestimmt zustimm annimmt angenommen
            approuv validat valide autoris accept aprob aprueb acept autoriz avala autorizz approv accett aprov aceit
            zatwierdz przyjal przyjel zaakcept uchwal poparl одобр утверд принял приняла согласил поддержал
            وافق يوافق توافق اقر تقر يقر قبل تقبل मंजूर स्वीकार मंज़ूर onayl kabul 批准 通过 同意 核准 可決 承認 容認 승인 가결 통과 수용
            | reject refus veto block dismiss overturn struck spurn
            lehnt ablehn abgelehnt verweiger verwarf verwirft kippt gekippt blockier
            rejet refus bloqu rechaz deneg denieg bloque veta respin rifiut bocci blocc rejeit recus barra
            odrzuc odmow odmaw zablok отклон отверг отказ заблок رفض يرفض ترفض ورفض खारिज अस्वीकार नामंजूर ठुकरा reddet reddett veto
            否决 拒绝 驳回 否決 却下 拒否 부결 거부 기각 반려
            """,
            // More, less
            """
            rise rises rising rose increas gain jump surg climb soar grow grew higher rall rais hike boost expand widen
            steig stieg gestiegen erhoh zulegt zugelegt wachs wuchs anheb klettert anstieg
            hausse augment grimp relev bondi sube subio suben subir aument crec alza eleva
            salgono salito cresc rialz aument alza sobe subiu subir sobem cresce
            wzros rosn podnios podwyz rosnie zwieksz раст вырос повыс увелич рост подорож подня
            ارتفع ترتفع يرتفع ارتفاع زاد تزيد رفع ترفع يرفع زيادة बढ़ तेजी वृद्धि उछाल बढ़ोतरी yuksel artt artir artis yukselt
            上涨 上升 增长 上调 加息 大涨 走高 攀升 上昇 値上 利上 増加 続伸 反発 상승 인상 증가 급등 오름
            | fallen falls falling fell drop declin decreas slump plung sink sank tumbl slid shrink lower cut cuts cutting slash reduc eased eases easing slow
            fallt fiel gefallen sink sank senk sinkt ruckgang ruckgeht gesunken abgesackt minus kurzt
            baisse recul chute diminu abaiss repli reduit baja bajo bajan bajar caen cae cayo cay desciend descend descien reduc recort rebaj
            scend cala calan calo ribass riduc taglia diminu cai caem caiu queda reduz desce diminu
            spad obniz zmniejsz spadl снизи сниж пада упал упали сокра уменьш подешев опусти
            انخفض تنخفض ينخفض انخفاض تراجع خفض تخفض يخفض هبط गिर घट कमी कटौती गिरावट dustu dusur dusus azal geril indir
            下跌 下降 减少 下调 降息 大跌 走低 回落 下落 値下 利下 減少 続落 反落 하락 인하 감소 급락 내림
            """,
            // Is found guilty, is cleared; is taken, is let go
            """
            convict guilty arrest detain jail imprison verurteil schuldig festgenommen verhaft inhaft condamn coupabl arret incarc
            conden culpabl detien deten arrest condann colpevol carcer preso presa skazan aresztow zatrzyma осуд осужд
            виновн арест задерж ادان ادانة مدان اعتقل اعتقال توقيف दोषी गिरफ्तार mahkum suclu tutukla gozalt 有罪 逮捕 被捕 拘留 유죄 구속 체포
            | acquit exonerat cleared releas innocent freigesproch freispruch freigelass acquitt relax liberat liberad liberar libere innocent
            absolv absuel absuelt assol scarcer rilasc solto uniewinn zwoln niewinn оправда освобо невинов отпущ
            برا براءة افرج اطلق बरी रिहा beraat serbest 无罪 释放 获释 無罪 釈放 무죄 석방
            """,
            // Begins, ends
            """
             opens opened reopen launch starts started begin begins began resum restart
            offnet eroffnet geoffnet wiedereroff startet beginnt begann ouvre ouvert rouvr rouvert demarr commenc repren
            abre abrir reabr inicia comenz empiez reanud apre aprire riapr inizia avvia comec inici retom
            otwier otwart otworz rozpocz uruchom wznow откры начал начин возобнов запус افتتح تفتتح يفتتح فتح بدأ تبدأ استئنف تستأنف
            खुल शुरू बहाल acild aciyor acil basla 开放 开始 启动 重启 恢复 開始 再開 開業 개시 시작 재개 개장
            | clos shut halt suspend end ends ended stop cancel schlie geschlossen schloss beendet endet stoppt ausgesetzt eingestellt
            ferme fermet suspen arrete annul cierra cerr cerrar suspend cancel termina chiud chius sospen annull fecha fechar fechou
            encerr zamyk zamkn zawiesz wstrzym zakoncz закры приостан прекра останов законч отмен اغلق تغلق يغلق اغلاق علق تعلق الغى
            बंद रद्द स्थगित kapat kapan durdur iptal bitti 关闭 停止 暂停 结束 取消 終了 停止 閉鎖 中止 休止 종료 중단 폐쇄 취소
            """,
            // Owns up to it, disowns it
            """
            confirm admit bestatig gesteht raumt confirme avou reconnai confirm admit conferm ammett admit potwierdz przyzna
            подтвер призна اكد تؤكد يؤكد اعترف पुष्टि onaylad dogrula itiraf 证实 确认 承认 認 인정 확인
            | deny denies denied denial dementier bestreit weist dementi niega desmien smentisc smenti desment
            zaprzecz dementuj опроверг отрица نفى تنفي ينفي इनकार खंडन yalanla reddett 否认 否認 부인 반박
            """,
            // Forbids, allows
            """
            ban bans banned banning outlaw prohibit forbid verbiet verbot verboten interdi prohib vieta vietat proib zakaz zabron
            запре حظر تحظر يحظر منع تمنع प्रतिबंध रोक yasakla 禁止 封禁 금지
            | allow permit legalis legaliz lift lifts unban erlaub gestatt aufgehoben hebt autoris permet legalis permit levant
            legaliz consent permett revoc permit liberat liberad liberar libere pozwol zezwol zniesi разреш сня سمح تسمح يسمح رفعت अनुमति हटा izin serbest
            允许 解禁 解除 許可 解禁 허용 해제
            """,
            // Goes, stays
            """
            resign quit quits depart leav rucktritt zurucktret tritt demission quitte renunc dimit dimiss dimett renunci demit
            rezygn ustap odchod отстав уход покида استقال يستقيل تستقيل इस्तीफ istifa 辞职 辞任 辞職 사임 사퇴
            | stay stays remain bleibt bleiben reste demeure sigue permanec restent resta fica permanec pozost zosta остае остан
            يبقى باق बने kaliyor kalacak 留任 続投 유임 잔류
            """,
            // Comes to terms, falls out
            """
            agree agrees agreed deal einigt einigung accord entente acuerd pact accord intesa acord porozum
            договор согласов اتفق اتفاق सहमति समझौता anlas uzlas 达成 合意 妥結 합의 타결
            | collaps fail fails failed failure breakdown scheiter gescheitert platzt echou echec rupture fracas rompe fallis fallit
             fracass romp fiasko zalaman сорва провал فشل تفشل विफल coktu basarisiz 破裂 失败 決裂 결렬 무산
            """);

    private static final Map<String, Integer> BEGINNINGS = new HashMap<>();
    private static int longest;

    static {
        int bit = 2;
        for (String pair : PAIRS) {
            int bar = pair.indexOf('|');
            learn(pair.substring(0, bar), bit);
            learn(pair.substring(bar + 1), bit << 1);
            bit <<= 2;
        }
    }

    /** A beginning of so few letters is a whole word. */
    private static final int SHORT = 3;

    /** From Devanagari on two signs say as much as five letters. */
    private static final char FIRST_DENSE = 0x0900;

    private Turns() {}

    private static void learn(String beginnings, int bit) {
        for (String beginning : Headline.split(beginnings)) {
            BEGINNINGS.merge(beginning, bit, (one, other) -> one | other);
            longest = Math.max(longest, beginning.length());
        }
    }

    /** The sides that a word takes, one bit each; 0 for nearly all words. A beginning that is on both sides of a pair takes none. */
    static int of(String word) {
        int bits = NEGATIONS.contains(word) ? NEGATION : 0;
        for (int length = Math.min(longest, word.length()); length > 1; length--) {
            Integer found = BEGINNINGS.get(word.substring(0, length));
            if (found != null && isEnough(word, length)) {
                int both = found & (found >>> 1) & LEFT;
                return bits | (found & ~(both | both << 1));
            }
        }
        return bits;
    }

    /** Whether so long a beginning says which word it is. */
    static boolean isEnough(String word, int length) {
        return length > SHORT || length == word.length() || word.charAt(0) >= FIRST_DENSE;
    }

    /** Whether {@code one} takes a side of some pair whose opposite side only is taken by {@code other}. */
    static boolean oppose(int one, int other) {
        int oneLeft = one & LEFT;
        int otherLeft = other & LEFT;
        int oneRight = (one >>> 1) & LEFT;
        int otherRight = (other >>> 1) & LEFT;
        return ((oneLeft & ~oneRight & otherRight & ~otherLeft) | (oneRight & ~oneLeft & otherLeft & ~otherRight)) != 0;
    }
}
