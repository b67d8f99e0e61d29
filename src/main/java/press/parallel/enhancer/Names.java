package press.parallel.enhancer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows names of authors from what is none, and takes them out of what stands around them: words for "by", roles, addresses. Better none than
 * a wrong one: a name is a few words with capital letters, or a few of a script that has none.
 */
final class Names {
    private static final int MOST_NAMES = 10;
    private static final int LONGEST_SAID = 300;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_WORDS = 6;

    /** Signs of a Chinese name, surnames of two and given names of three included. */
    private static final int LONGEST_HAN = 5;

    /** What stands before a name, alone or with a colon; longer ones first where one begins as another does. */
    private static final String[] BY = longestFirst("""
            as told to|reviewed by|medically reviewed by|fact checked by|edited by|compiled by|interview by|written by|posted by|published by|reported by|edited and written by|story by|text by|words by|article by|review by|photos and text by|created by|submitted by|started by|asked by|answered by|by|words|author|authors|author(s)|writer|reporter|text
            von|ein beitrag von|ein kommentar von|eine analyse von|ein artikel von|text von|autor|autorin|autoren|verfasst von|geschrieben von|veröffentlicht von
            par|écrit par|publié par|rédigé par|propos recueillis par|auteur|auteurs|auteure|texte
            por|escrito por|publicado por|autora|autores|redactado por|texto|per|escrit per
            di|a cura di|scritto da|pubblicato da|autore|testo di|testo
            door|geschreven door|tekst|av|af|skrevet av|skrevet af|skriven av|publicerad av|text av|tekst av|text|forfatter|författare|skribent
            autor tekstu|przez|napisał|napisała|opracował|opracowała|oprac.|napsal|napsala|autoři|autorka|redaktor|autorzy|od|piše|pise|tekst i foto|írta|szerző|de către|scris de|autorius|teksti|kirjoittaja|toimittaja|teksti ja kuvat
            автор|авторы|автор текста|текст|корреспондент|пише|автори|аўтар
            yazan|yazar|haber|muhabir|oleh|penulis|ditulis oleh|bởi|tác giả|bài viết|bài
            συντάκτης|συντάκτρια|γράφει η|γράφει ο|γράφει|του|της|κείμενο|από
            بقلم|كتب|كتبت|الكاتب|الكاتبة|كاتب|تأليف|إعداد|نویسنده|نوشته|به قلم|گزارش|مصنف|تحریر
            מאת|כתב|כתבה|כתבת|מחבר|מחברת
            लेखक|लेखिका|रिपोर्टर|द्वारा|রিপোর্টার|লেখক|โดย|ผู้เขียน|เรื่อง|เรื่องโดย|ავტორი|հեղինակ
            文/|文／|文|撰文|作者|記者|记者|本報記者|本报记者|執筆|文責|取材・文|ライター|著者|筆者|글|작성자|글쓴이|기자|投稿者|発行者
            """);

    /** Signs of scripts that need no space after such a word. */
    private static final String CLOSE = "撰作記记本執取ラ著筆โผ";

    private static final Set<String> AGENCIES = Set.of(
            "associated press",
            "the associated press",
            "press association",
            "agence france-presse",
            "dpa",
            "afp",
            "ap",
            "reuters",
            "efe",
            "ansa",
            "tass",
            "apa",
            "ots",
            "pap",
            "ntb",
            "tt",
            "dts",
            "sid",
            "epd",
            "kna",
            "lusa",
            "upi",
            "pti",
            "ani");

    private static final Set<String> PARTICLES = words("""
            van von der den de del della di da do dos das du des la le los las el al bin ibn ben bint abu ter ten te zu zum zur af av y e i und
            and der st vom op 't 's d' dal dalla degli
            """);

    /** What programs write where nobody is named. */
    private static final Set<String> NOBODY = Set.of(
            "null",
            "undefined",
            "none",
            "n/a",
            "nan",
            "unknown",
            "anonymous",
            "guest",
            "admin",
            "administrator",
            "administrador",
            "webmaster",
            "root",
            "user",
            "default",
            "test",
            "super user",
            "superuser",
            "author",
            "wpadmin",
            "wp-admin",
            "site admin");

    /** What authors are, in words that are no names. */
    private static final Set<String> ROLES = words("""
            editor editors reporter reporters correspondent writer staff staff-writer columnist journalist producer author contributor contributing
            redakteur redakteurin chefredakteur periodista journaliste correspondant redator repórter giornalista special корреспондент обозреватель редактор журналист muhabir rédacteur
            """);

    /** Words of which no name is made: roles, sections, buttons. */
    private static final Set<String> NO_NAMES = words("""
            editor editors reporter reporters correspondent writer staff-writer columnist journalist producer author authors autor autoren autores autori
            auteur auteurs авторы автор byline news sport sports business politics world video videos photo photos gallery galeri galerie foto haber haberler read
            reading mins minutes share comment comments kommentare updated update published posted today breaking exclusive live opinion
            newsletter subscribe sign log login follow menu home search more free stories article articles email mail listen
            facebook twitter whatsapp instagram youtube telegram linkedin views view tags tag category about contact
            profile biography archive monday
            tuesday wednesday thursday friday saturday sunday culture technology science health entertainment lifestyle travel food
            money markets economy local national international latest trending features analysis review reviews service
            nachrichten politik wirtschaft kultur sportnachrichten startseite panorama lesezeit teilen drucken merken noticias economía
            deportes cultura actualités économie société accueil partager paylaş tweetle redakteur redakteurin chefredakteur periodista
            journaliste correspondant redator repórter giornalista this that their our your with from
            estate climate change middle east united states north south west central america asia africa europe street style arts books film
            music tv education environment society crime law weather football premier league formula soccer tennis baseball basketball
            anonymous unknown admin administrator webmaster null undefined none reply quote
            """);

    private Names() {}

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }

    private static String[] longestFirst(String list) {
        return List.of(list.strip().split("\\s*[|\\n]\\s*")).stream()
                .distinct()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .toArray(String[]::new);
    }

    /** The names in what is said to be the author: without "By", role, address; "" when it is none. */
    static String clean(String said) {
        String text = said.strip();
        if (text.isEmpty() || text.length() > LONGEST_SAID) {
            return "";
        }
        int bracket = text.indexOf('(');
        if (bracket > 0 && text.substring(0, bracket).indexOf('@') > 0 && text.endsWith(")")) {
            text = text.substring(bracket + 1, text.length() - 1).strip();
        }
        String rest = afterBy(text);
        text = rest == null || rest.isEmpty() ? text : rest;
        Set<String> names = new LinkedHashSet<>();
        String first = split(text, "|•·;").get(0);
        for (String part : split(text.indexOf(';') > 0 ? text.replace(';', ',') : first, ",،、")) {
            for (String one : joined(part)) {
                String name = one.strip();
                boolean role = !names.isEmpty() && hasWord(name, ROLES);
                if (!role && isSaid(name)) {
                    names.add(name);
                }
            }
        }
        return join(names);
    }

    /** Anything that is no address and no number, and short. */
    private static boolean isSaid(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !name.isEmpty()
                && name.length() <= 80
                && name.indexOf('@') < 0
                && !lower.startsWith("http")
                && !lower.startsWith("www.")
                && name.indexOf('/') < 0
                && !NOBODY.contains(lower)
                && name.codePoints().anyMatch(Character::isLetter);
    }

    /** Whether it has a word for what authors are. */
    static boolean isRole(String text) {
        return hasWord(text, ROLES);
    }

    private static boolean hasWord(String name, Set<String> words) {
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}-]+", 12)) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Names in a byline; {@code sure} when all of it should be one, so that a single word or a nickname counts. */
    static List<String> names(String byline, boolean sure) {
        List<String> names = new ArrayList<>();
        String rest = afterBy(byline);
        String text = rest == null ? byline : rest;
        List<String> pieces = split(text, "|•·»–—:");
        String first = pieces.stream()
                .map(String::strip)
                .filter(Names::isPerson)
                .findFirst()
                .orElse(pieces.get(0))
                .strip();
        if (first.isEmpty()) {
            return names;
        }
        List<String> parts = split(first, ",،、，;");
        boolean several =
                parts.size() > 1 && joined(parts.get(parts.size() - 1)).size() > 1;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i).strip();
            if (i > 0 && !several && !AGENCIES.contains(part.toLowerCase(Locale.ROOT)) && !isList(parts)) {
                break;
            }
            for (String one : joined(part)) {
                String name = bare(one);
                if (isName(name, sure)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** Whether all parts are persons: first and last names of people who share a byline. */
    private static boolean isList(List<String> parts) {
        return parts.size() > 2 && parts.stream().allMatch(part -> isPerson(part.strip()));
    }

    /** Without brackets and what follows them, and without what reporters do. */
    private static String bare(String said) {
        String name = said.strip();
        int bracket = name.indexOf('(');
        bracket = bracket < 0 ? name.indexOf('（') : bracket;
        bracket = bracket < 0 ? name.indexOf('／') : bracket;
        name = bracket > 0 ? name.substring(0, bracket).strip() : name;
        if (!name.isEmpty() && Words.ideographs(name) == name.length()) {
            name = withoutDoing(name);
        }
        if (name.endsWith(".") && !name.endsWith("r.")) {
            name = name.substring(0, name.length() - 1);
        }
        return name.startsWith("@") ? "" : name;
    }

    /** Parts around a word for "and", where both are persons. */
    private static List<String> joined(String part) {
        for (String and : new String[] {
            " and ", " & ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " и ", " та ", " i ", " ja ",
            " ve ", " dan ", " và ", " και "
        }) {
            int at = part.indexOf(and);
            if (at > 0 && isNameLike(part.substring(0, at)) && isNameLike(part.substring(at + and.length()))) {
                List<String> both = new ArrayList<>(List.of(part.substring(0, at)));
                both.addAll(joined(part.substring(at + and.length())));
                return both;
            }
        }
        for (String and : new String[] {"and ", "und ", "et ", "y ", "og ", "och ", "& ", "и "}) {
            if (part.strip().startsWith(and)) {
                return List.of(part.strip().substring(and.length()));
            }
        }
        return List.of(part);
    }

    private static boolean isNameLike(String part) {
        String name = part.strip();
        return !name.isEmpty() && name.length() <= LONGEST_NAME && name.indexOf(' ') > 0;
    }

    private static boolean isName(String name, boolean sure) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || !isSaid(name)) {
            return false;
        }
        if (AGENCIES.contains(name.toLowerCase(Locale.ROOT))) {
            return true;
        }
        if (hasWord(name, NO_NAMES) || hasWord(name, ROLES) || isLabel(name)) {
            return false;
        }
        return isPerson(name) || (sure && isSingle(name));
    }

    /** One word that names somebody where a name must stand: a desk, a first name, a nickname; or some of a script without spaces. */
    private static boolean isSingle(String name) {
        if (name.length() < 2
                || name.length() > 30
                || Words.endsSentence(name)
                || !isLetters(name, "_-.'’0123456789·")) {
            return false;
        }
        int words = name.split("\\s+").length;
        if (words > 1 && name.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        boolean phrase = name.codePoints().allMatch(Character::isIdeographic) && name.length() > LONGEST_HAN;
        return !phrase && (words == 1 || Words.ideographs(name) > 0);
    }

    /** Whether it looks like the first and last name of somebody. */
    static boolean isPerson(String name) {
        String[] words = name.strip().split("\\s+", MOST_WORDS + 1);
        if (words.length < 2
                || words.length > MOST_WORDS
                || name.length() > LONGEST_NAME
                || !isLetters(name, "-.'’‘·")) {
            return false;
        }
        int capital = 0;
        for (String word : words) {
            int first = word.codePointAt(0);
            boolean cased = Character.isUpperCase(first) || Character.isLowerCase(first);
            if (NO_NAMES.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
            if (Character.isLowerCase(first) && !PARTICLES.contains(word)) {
                boolean hidden = word.length() > 2 && Character.isUpperCase(word.charAt(2));
                if (!hidden) {
                    return false;
                }
            }
            capital += Character.isUpperCase(first) || !cased ? 1 : 0;
        }
        boolean caseless = !Character.isUpperCase(name.strip().codePointAt(0))
                && !Character.isLowerCase(name.strip().codePointAt(0));
        return capital >= 2
                && (!caseless || (words.length <= 4 && name.length() <= 30))
                && !Words.endsSentence(name.replace(".", ""));
    }

    private static boolean isLetters(String text, String others) {
        return text.codePoints()
                .allMatch(c -> Character.isLetter(c)
                        || Character.isSpaceChar(c)
                        || others.indexOf(c) >= 0
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK
                        || c == 0x200C
                        || c == 0x200D);
    }

    /** What follows a word for "by" at the start, null when it starts with none. */
    static @Nullable String afterBy(String text) {
        String line = text.strip();
        String lower = line.toLowerCase(Locale.ROOT);
        if (lower.length() != line.length()) {
            return null;
        }
        for (String by : BY) {
            if (!lower.startsWith(by)) {
                continue;
            }
            String rest = line.substring(by.length());
            boolean ends =
                    rest.isEmpty() || ": ：\u00A0/／|｜丨".indexOf(rest.charAt(0)) >= 0 || CLOSE.indexOf(by.charAt(0)) >= 0;
            if (ends) {
                int from = 0;
                while (from < rest.length() && " :：\u00A0/／|｜丨　-–".indexOf(rest.charAt(from)) >= 0) {
                    from++;
                }
                return rest.substring(from);
            }
        }
        return null;
    }

    static boolean isLabel(String text) {
        String rest = afterBy(text);
        return rest != null && rest.isEmpty();
    }

    /** "and", a comma or the like. */
    static boolean isJoint(String text) {
        String joint = text.strip().toLowerCase(Locale.ROOT);
        return joint.length() <= 4
                && (joint.isEmpty()
                        || Set.of(
                                        ",", "and", "&", "|", "und", "et", "y", "e", "og", "och", "en", "и", "i", "ja",
                                        "ve", ", and", "/", "·", "、", "،")
                                .contains(joint));
    }

    static List<String> split(String text, String signs) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length() && parts.size() < 2 * MOST_NAMES; i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    static String join(Set<String> names) {
        return String.join(", ", names.stream().limit(MOST_NAMES).toList());
    }

    /** Two to four signs of a name, without what reporters do. */
    static String han(String text) {
        String name = text.strip();
        int to = 0;
        while (to < name.length() && Character.isIdeographic(name.codePointAt(to))) {
            to += Character.charCount(name.codePointAt(to));
        }
        name = withoutDoing(name.substring(0, to));
        return name.length() >= 2 && name.length() <= 4 ? name : "";
    }

    private static String withoutDoing(String name) {
        for (String doing : new String[] {"报道", "報導", "報道", "摄影", "攝影", "撰文", "采写", "記者", "记者", "整理", "文"}) {
            if (name.endsWith(doing) && name.length() > doing.length()) {
                return name.substring(0, name.length() - doing.length());
            }
        }
        return name;
    }
}
