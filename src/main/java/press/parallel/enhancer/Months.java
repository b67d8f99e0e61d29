package press.parallel.enhancer;

import java.util.HashMap;
import java.util.Map;

/**
 * The names of months in some fifty languages, by their beginnings. Not taken from the JDK's locales, because a native program has only
 * that of the machine it was built on.
 */
final class Months {
    /** Added to the number of a month of the Persian solar year. */
    static final int SOLAR = 100;

    private static final int LONGEST_STEM = 8;

    /** Names that are months only as a whole. */
    private static final int SHORTEST_STEM = 3;

    /** Month by month, separated by lines. */
    private static final String GREGORIAN = """
            jan jän ene gen xan ian ion янв јан яну січ сту қаң ιαν oca sty led sij saus tammi yan jaan ינואר يناير جانفي ژانوی جنوری जन जाने জানু ஜன జన มกร มค იან հնվ հուն जनव ஜனவ urt
            feb fev fév fev şub lut úno unor velj vas veeb helmi shk фев лют ақп φεβ פברואר فبراير شباط فيفري فوری فروری फर फ़र फ़र फेब्रु ফেব பிப் ఫిబ్ర ఫిబ్ర กุมภา กพ თებ փետ феб chw ots
            mar mär märz maart mrt maa mac már bře března ožu kov март мар бер сак нау μάρ μαρ מרץ מרס مارس آذار اذار مارچ मार्च মার্চ மார் మార్చి มีน มีค მარ մարտ maw
            apr abr avr ápr api kwi dub bal tra huhti nis pri апр кві квіт крас сәу απρ אפריל أبريل ابريل إبريل أفريل نيسان آوریل اپریل अप्रै एप्रि এপ্রি ஏப் ఏప్రి เมษ เมย აპრ ապր ebr
            may mai mei maj máj maí mag mayıs kvě kve svi geg touko май мая мај трав мам μάι μαι μαΐ מאי مايو ماي أيار ايار مه مئی मई मे মে மே మే พฤษภ พค მაი մայ مهٔ
            jun jún jūn juin juni haz giu czerwiec czerwca cze červen června čvn lipanj lipnja birž kes kesä iun iyun xuñ qer июн јун юни чер чэр мау ιουν ιούν יוני يونيو يونيه جوان حزيران ژوئن جون जून জুন ஜூன் జూన్ มิถุ มิย ივნ հունիս juun iyn meh eka
            jul júl jūl juil tem lug lip lipiec lipca červenec července čvc srpanj srpnja liep hein iul iyul xul korr июл јул юли лип ліп шіл ιουλ ιούλ יולי يوليو يوليه جويلية تموز ژوئی جولائی जुला जुलै জুলাই ஜூலை జులై జూలై กรกฎ กค ივლ հուլիս juul iyl gor uzt
            aug ago aoû aout avg agu ağu avq ogos ágú áug elo sie srp kol rugp gush авг серп сер жні там αυγ αύγ אוגוסט أغسطس اغسطس أوت آب اوت اگست अग ऑग আগ আগস ஆக ఆగ สิงห สค აგვ օգոս ऑगस அகஸ ஆகஸ ఆగస aws अगस abu ogo
            sep set szept eyl wrz zář syys ruj rugs sht сен сеп вер қыр σεπ ספטמבר سبتمبر أيلول ايلول سپتامبر ستمبر सित सप्टे সেপ্টে செப் సెప్టె กันย กย სექ սեպ sentyabr med ira
            okt oct out ott out eki paź říj lok spal tet окт жов кас қаз οκτ אוקטובר أكتوبر اكتوبر اکتبر اکتوبر अक्टू अक्तू ऑक्टो অক্টো அக் అక్టో ตุลา ตค ოქტ հոկ hyd urr
            nov noi noy kas lis marras stud lapkr nën нов ноя ное лист ліст қар νοε νοέ נובמבר نوفمبر نوامبر نومبر नव नोव्हें নভে நவ నవం พฤศจ พย ნოე նոյ nóv नवं நவம tach aza
            dec déc dez dic des dek dets ara pro gru gruod joulu dhj дек дец груд сне жел δεκ דצמבר ديسمبر دسامبر دسمبر दिस डिसें ডিসে டிச డిసెం ธันว ธค დეკ դեկ dis rhag abe
            """;

    private static final String PERSIAN = """
            فروردین
            اردیبهشت
            خرداد
            تیر
            مرداد
            شهریور
            مهر
            آبان
            آذر
            دی
            بهمن
            اسفند
            """;

    /** Where Croatian means another month than its neighbours. */
    private static final Map<String, Integer> CROATIAN =
            Map.of("lip", 6, "srp", 7, "lis", 10, "listopad", 10, "listopada", 10, "stu", 11);

    private static final Map<String, Integer> STEMS = stems();

    private Months() {}

    private static Map<String, Integer> stems() {
        Map<String, Integer> stems = new HashMap<>();
        int month = 1;
        for (String line : GREGORIAN.strip().split("\n")) {
            for (String stem : line.strip().split(" ")) {
                stems.put(stem, month);
            }
            month++;
        }
        month = SOLAR + 1;
        for (String line : PERSIAN.strip().split("\n")) {
            stems.put(line.strip(), month++);
        }
        return stems;
    }

    /**
     * The month that {@code word}, in lower case and without a dot, names: 1 to 12, or 101 to 112 for a Persian one; 0 when it names none.
     *
     * @param language of the page; {@code listopad} is October in Croatian and November in Czech
     */
    static int of(String word, String language) {
        if (language.startsWith("hr") && CROATIAN.containsKey(word)) {
            return CROATIAN.get(word);
        }
        String name = word.length() > 3 && word.startsWith("ב") ? word.substring(1) : word;
        for (int length = Math.min(LONGEST_STEM, name.length()); length > 0; length--) {
            if (length == name.length() || length >= SHORTEST_STEM) {
                Integer month = STEMS.get(name.substring(0, length));
                if (month != null) {
                    return month;
                }
            }
        }
        return 0;
    }
}
