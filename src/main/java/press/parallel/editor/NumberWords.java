package press.parallel.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small numbers that one telling writes as a word and the next as digits: "nine killed", "killing 9". One is an article in most languages. */
final class NumberWords {
    private static final int FIRST = 2;

    /** From two on, a language a line; a dash stands for a word that means something else elsewhere. */
    private static final List<String> LINES = List.of(
            "two three four five six seven eight nine ten eleven twelve",
            "zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
            "deux trois quatre cinq - sept huit neuf dix onze douze",
            "dos tres cuatro cinco seis siete ocho nueve diez once doce",
            "due tre quattro cinque - sette otto nove dieci undici dodici",
            "dois tres quatro cinco seis sete oito nove dez onze doze",
            "dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec jedenascie dwanascie",
            "dwoch trzech czterech pieciu szesciu siedmiu osmiu dziewieciu dziesieciu jedenastu dwunastu",
            "два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
            "двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати",
            "двое трое четверо пятеро шестеро семеро - - - - -",
            "iki uc - bes alti yedi sekiz dokuz - onbir oniki",
            "दो तीन चार पांच छह सात आठ नौ दस ग्यारह बारह",
            "- ثلاثة اربعة خمسة ستة سبعة ثمانية تسعة عشرة - -",
            "- ثلاث اربع خمس ست سبع ثماني تسع عشر - -");

    private static final Map<String, String> DIGITS = new HashMap<>();

    static {
        for (String line : LINES) {
            int number = FIRST;
            for (String word : line.split(" ", -1)) {
                String folded = String.join("", Headline.split(word));
                if (!folded.isEmpty()) {
                    DIGITS.putIfAbsent(folded, String.valueOf(number));
                }
                number++;
            }
        }
    }

    private NumberWords() {}

    /** The number in digits; any other word as it is. */
    static String digits(String word) {
        return DIGITS.getOrDefault(word, word);
    }
}
