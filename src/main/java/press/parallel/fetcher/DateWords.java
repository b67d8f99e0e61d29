package press.parallel.fetcher;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words in dates: months in a dozen languages, zones, halves of the day. A table of our own, because a native executable
 * carries only the locales it was built with.
 */
final class DateWords {
    /**
     * English, French, German, Spanish, Italian, Portuguese, Catalan, Romanian, Dutch, Nordic, Polish, Czech, Slovak, Hungarian, Russian,
     * Ukrainian, Bulgarian, Greek, Turkish, Finnish, Indonesian, Arabic, Hebrew. Where two languages mean different months by a
     * word (Croatian), the larger one is heard.
     */
    private static final String[] MONTHS = {
        "january jan janvier janv januar janner januari ene enero gennaio gen janeiro gener ianuarie ian sty styczen stycznia led leden ledna"
                + " január januara янв января січ січня януари ιαν ιανουαριου oca ocak tammi tammikuuta يناير ינואר בינואר",
        "february feb fevrier fevr fev februar februari febrero febbraio fevereiro febrer febr februarie lut luty lutego uno unor unora"
                + " február februara фев февр февраля лют лютого февруари φεβ φεβρουαριου sub subat helmi helmikuuta فبراير פברואר בפברואר",
        "march mar mars marz mrz maerz maart mrt marzo marco martie marec marzec marca bre brezen brezna"
                + " március márc мар март марта бер березня μαρ μαρτ μαρτιου mart maalis maaliskuuta maret مارس מרץ במרץ",
        "april apr avril avr abril abr aprile aprilie kwi kwiecien kwietnia dub duben dubna"
                + " április ápr aprila апр апреля кві квітня април απρ απριλιου nisan nis huhti huhtikuuta أبريل ابريل אפריל באפריל",
        "may mai mayo mag maggio maio maig mei maj maja kve kveten kvetna"
                + " május máj мая май тра травня μαι μαϊ μαιου mayis touko toukokuuta مايو מאי במאי",
        "june jun juin juni junio giu giugno junho juny iunie iun cze czerwiec czerwca cer cerven cervna"
                + " június jún juna июн июнь июня чер червня юни ιουν ιουνιου haz haziran kesa kesakuuta يونيو יוני ביוני",
        "july jul juillet juil juli julio lug luglio julho juliol iulie iul lip lipiec lipca cvc cervenec cervence"
                + " július júl jula июл июль июля лип липня юли ιουλ ιουλιου tem temmuz heina heinakuuta يوليو יולי ביולי",
        "august aug aout agosto ago augustus augusti agost sie sierpien sierpnia srp srpen srpna"
                + " augusztus augusta авг августа сер серпня август αυγ αυγουστου agu agustos elo elokuuta agustus أغسطس اغسطس אוגוסט באוגוסט",
        "september sep sept septembre septiembre set settembre setembro setembre septembrie septembri wrz wrzesien wrzesnia zar zari"
                + " szeptember szept septembra сен сент сентября вер вересня септември σεπ σεπτ σεπτεμβριου eyl eylul syys syyskuuta سبتمبر ספטמבר בספטמבר",
        "october oct octobre oktober okt octubre ott ottobre out outubro octombrie paz pazdziernik pazdziernika rij rijen rijna"
                + " október oktobra окт октября жов жовтня октомври οκτ οκτωβριου eki ekim loka lokakuuta أكتوبر اكتوبر אוקטובר באוקטובר",
        "november nov novembre noviembre novembro noiembrie noi lis listopad listopada listopadu"
                + " novembra ноя нояб ноября лис листопада ноември νοε νοεμβριου kas kasim marras marraskuuta نوفمبر נובמבר בנובמבר",
        "december dec decembre dezember dez des desember diciembre dic dicembre dezembro desembre decembrie gru grudzien grudnia pro prosinec"
                + " prosince decembra дек декабря гру грудня декември δεκ δεκεμβριου ara aralik joulu joulukuuta ديسمبر דצמבר בדצמבר"
    };

    private static final String[] ENGLISH = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
    };

    /** Minutes east of UTC. Military letters but Z say nothing certain (RFC 5322, 4.3) and count as UTC. */
    private static final String ZONES =
            "gmt 0 ut 0 utc 0 z 0 wet 0 west 60 bst 60 cet 60 cest 120 met 60 mest 120 mez 60 mesz 120 eet 120 eest 180"
                    + " msk 180 msd 240 sast 120 ist 330 pkt 300 ict 420 wib 420 hkt 480 sgt 480 awst 480 jst 540 kst 540 acst 570 acdt 630 aest 600"
                    + " aedt 660 nzst 720 nzdt 780 nst -210 ndt -150 ast -240 adt -180 brt -180 brst -120 art -180 clt -240 clst -180 est -300 edt -240"
                    + " et -300 cst -360 cdt -300 ct -360 mst -420 mdt -360 mt -420 pst -480 pdt -420 pt -480 akst -540 akdt -480 hst -600";

    private static final Set<String> FILLERS = Set.of(
            "mon",
            "monday",
            "tue",
            "tues",
            "tuesday",
            "wed",
            "wednesday",
            "thu",
            "thur",
            "thurs",
            "thursday",
            "fri",
            "friday",
            "sat",
            "saturday",
            "sun",
            "sunday",
            "at",
            "on",
            "uhr",
            "h",
            "hrs",
            "o'clock",
            "de",
            "of",
            "the",
            "time",
            "st",
            "nd",
            "rd",
            "th");

    /** Names for which daylight saving is decided by the date. */
    private static final Map<String, String> PLACES = Map.of(
            "et", "America/New_York", "ct", "America/Chicago", "mt", "America/Denver", "pt", "America/Los_Angeles");

    private static final Map<String, Integer> MONTH_OF = new HashMap<>();
    private static final Map<String, Integer> MINUTES_OF = new HashMap<>();

    static {
        for (int month = 0; month < MONTHS.length; month++) {
            for (String name : MONTHS[month].split(" ", -1)) {
                MONTH_OF.putIfAbsent(fold(name), month + 1);
            }
        }
        String[] zones = ZONES.split(" ", -1);
        for (int i = 0; i < zones.length; i += 2) {
            MINUTES_OF.put(zones[i], Integer.valueOf(zones[i + 1]));
        }
    }

    private DateWords() {}

    /** Lower case, no accents, single spaces; the signs that East Asian dates put after numbers become separators. */
    static String fold(String text) {
        return text.chars().allMatch(c -> c < 0x80)
                ? text.replace('\t', ' ')
                        .replace('\n', ' ')
                        .replace('\r', ' ')
                        .strip()
                        .toLowerCase(Locale.ROOT)
                : foldLetters(text);
    }

    private static String foldLetters(String text) {
        String joined = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        if (joined.indexOf('年') >= 0 || joined.indexOf('년') >= 0) {
            joined = joined.replace("年", "-")
                    .replace("月", "-")
                    .replace("日", " ")
                    .replace("년", "-")
                    .replace("월", "-")
                    .replace("일", " ")
                    .replace("- ", "-");
        } else if (joined.indexOf('月') >= 0 || joined.indexOf('월') >= 0) {
            for (int month = 12; month > 0; month--) {
                String name = " " + ENGLISH[month - 1] + " ";
                joined = joined.replace(month + "月", name).replace(month + "월", name);
            }
        }
        String spelled = joined.replace("時", ":")
                .replace("时", ":")
                .replace("시 ", ":")
                .replace("시", ":")
                .replace("分", ":")
                .replace("분 ", ":")
                .replace("분", ":")
                .replace("秒", " ")
                .replace("초", " ")
                .replace("오전", " am ")
                .replace("오후", " pm ")
                .replace("上午", " am ")
                .replace("午前", " am ")
                .replace("下午", " pm ")
                .replace("午後", " pm ");
        StringBuilder out = new StringBuilder(spelled.length());
        String apart = Normalizer.normalize(spelled, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                // Final sigma, dotless i, and the strokes that have no accent to drop.
                out.append(
                        c == 'ς'
                                ? 'σ'
                                : c == 'ı'
                                        ? 'i'
                                        : c == 'ł' ? 'l' : isDash(c) ? '-' : Character.isWhitespace(c) ? ' ' : c);
            }
        }
        return out.toString().strip();
    }

    private static boolean isDash(char c) {
        return c >= '\u2010' && c <= '\u2015' || c == '\u2212';
    }

    static @Nullable Integer month(String word) {
        return MONTH_OF.get(word);
    }

    /** 0 before noon, 12 after, null for any other word. */
    static @Nullable Integer halfDay(String word) {
        return switch (word) {
            case "am" -> 0;
            case "pm" -> 12;
            default -> null;
        };
    }

    static boolean isFiller(String word) {
        return FILLERS.contains(word);
    }

    /** Rule of a zone by its abbreviation or IANA name, null when nobody knows it. */
    static Dates.@Nullable ZoneRule zone(String word) {
        String place = PLACES.get(word);
        if (place != null) {
            return at(ZoneId.of(place));
        }
        Integer minutes = MINUTES_OF.get(word);
        if (minutes != null) {
            return local -> local.minusSeconds(minutes * 60L);
        }
        if (word.length() == 1 && word.charAt(0) < 128) {
            return local -> local;
        }
        return word.indexOf('/') > 0 ? iana(word) : null;
    }

    private static Dates.@Nullable ZoneRule iana(String word) {
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (id.equalsIgnoreCase(word)) {
                try {
                    return at(ZoneId.of(id));
                } catch (DateTimeException e) {
                    return null;
                }
            }
        }
        return null;
    }

    private static Dates.ZoneRule at(ZoneId zone) {
        return local ->
                local.atOffset(ZoneOffset.UTC).toLocalDateTime().atZone(zone).toInstant();
    }
}
