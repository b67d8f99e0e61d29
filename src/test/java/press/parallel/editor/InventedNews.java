package press.parallel.editor;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import press.parallel.Entry;
import press.parallel.FiledEntry;

/**
 * Two days of invented news, the same for the same count, with what makes near-duplicates hard: events told by several feeds in other
 * words, copied wire texts, forum posts without a lead, one event that everybody tells, a template that one entry in ten follows, and
 * columns under one title. Words are invented from syllables in five scripts and as unevenly frequent as real ones (Zipf).
 */
final class InventedNews {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int MINUTES = 48 * 60;
    private static final int WORDS = 20_000;
    private static final int LEAD_WORDS = 45;

    /** Syllables of Latin, Cyrillic and Arabic, signs of Hangul and Han; half of all news is in the first. */
    private static final List<String[]> SCRIPTS = List.of(
            syllables("b c d f g h j k l m n p r s t v w z br cl dr st tr sp", "a e i o u ea", " n r s l m t k"),
            syllables("б в г д ж з к л м н п р с т х ц ч ш ст пр", "а е и о у я", " н р с л м т к"),
            syllables("ب ت ج ح خ د ر ز س ش ص ط ع ف ق ك ل م ن ه", "ا و ي", " ن ر س ل م ت ب د ق"),
            signs(0xAC00, 28, 240),
            signs(0x4E00, 13, 800));

    private static final List<String[]> FREQUENT = List.of(
            "the of and to in a for on with by from at is was that it as after over said".split(" "),
            "и в на с по из от до за не что как это его для после также был будет к".split(" "),
            "في من على عن مع بعد قبل بين هذا هذه التي الذي ان لا كان قد ثم او كل ما".split(" "),
            "이 그 저 것 수 등 및 또 위해 대한 통해 따라 지난 오늘 오전 오후 있다 했다 이번 더".split(" "),
            "的 了 在 是 和 与 将 于 为 对".split(" "));

    private final Random random;
    private final List<String[]> words = new ArrayList<>();

    private static String[] syllables(String first, String middle, String last) {
        List<String> syllables = new ArrayList<>();
        for (String begin : first.split(" ")) {
            for (String vowel : middle.split(" ")) {
                for (String end : last.split(" ", -1)) {
                    syllables.add(begin + vowel + end);
                }
            }
        }
        return syllables.toArray(new String[0]);
    }

    private static String[] signs(int first, int step, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Character.toString(first + i * step))
                .toArray(String[]::new);
    }

    /** What happened, in so many words; every telling takes some of them. */
    private record Event(int number, int script, String[] own, Instant at) {}

    /**
     * @param entries in print order
     * @param events of each entry, by its key
     */
    record Edition(List<Weighed> entries, Map<String, Integer> events) {}

    private InventedNews(int seed) {
        random = new Random(seed);
        for (String[] syllables : SCRIPTS) {
            String[] list = new String[WORDS];
            for (int i = 0; i < WORDS; i++) {
                StringBuilder word = new StringBuilder();
                int length = 1 + random.nextInt(2) + (i < 100 ? 0 : 1);
                for (int s = 0; s < length; s++) {
                    word.append(syllables[random.nextInt(syllables.length)]);
                }
                list[i] = word.toString();
            }
            words.add(list);
        }
    }

    static Edition of(int count) {
        return new InventedNews(7).edition(count);
    }

    private Edition edition(int count) {
        List<Weighed> entries = new ArrayList<>(count);
        Map<String, Integer> events = new HashMap<>();
        int number = 1;
        Event big = event(0);
        while (entries.size() < count) {
            int from = entries.size();
            int kind = random.nextInt(100);
            Event event = event(number++);
            if (kind < 66) {
                tell(entries, event, 1 + random.nextInt(kind < 50 ? 1 : 6));
            } else if (kind < 74) {
                copy(entries, event, 2 + random.nextInt(6));
            } else if (kind < 80) {
                tell(entries, event, 1);
                add(entries, event, title(event, 6), "");
            } else if (kind < 82) {
                tell(entries, big, 1);
                event = big;
            } else if (kind < 97) {
                template(entries, event);
            } else {
                add(entries, event, "Morning briefing: what you need to know today", lead(event));
            }
            for (int i = from; i < entries.size(); i++) {
                events.put(entries.get(i).key(), event.number());
            }
        }
        entries.subList(count, entries.size()).clear();
        entries.sort(Weighed.PRINT_ORDER);
        return new Edition(entries, events);
    }

    private Event event(int number) {
        int script = Math.max(0, random.nextInt(8) - 3);
        String[] own = new String[28];
        for (int i = 0; i < own.length; i++) {
            String word = words.get(script)[100 + random.nextInt(WORDS - 100)];
            own[i] = i % 4 == 0 && script < 2 ? capital(word) : word;
        }
        own[3] = String.valueOf(2 + random.nextInt(4000));
        return new Event(number, script, own, NOW.minus(Duration.ofMinutes(random.nextInt(MINUTES - 360))));
    }

    private void tell(List<Weighed> entries, Event event, int times) {
        for (int i = 0; i < times; i++) {
            add(entries, event, title(event, 7 + random.nextInt(5)), lead(event));
        }
    }

    private void copy(List<Weighed> entries, Event event, int times) {
        String lead = lead(event);
        for (int i = 0; i < times; i++) {
            add(entries, event, title(event, 8), lead);
        }
    }

    private void template(List<Weighed> entries, Event event) {
        String name = capital(words.get(0)[random.nextInt(WORDS)]) + " " + capital(words.get(0)[random.nextInt(WORDS)]);
        int percent = 1 + random.nextInt(9);
        add(
                entries,
                event,
                "Shares of " + name + " fall " + percent + "% after quarterly results",
                "<p>Shares of " + name + " fell " + percent
                        + " percent in late trading on Tuesday after the company reported"
                        + " quarterly revenue below what analysts had expected and lowered its forecast for the year.</p>");
    }

    /** Mostly the event's first words, in any order, with common ones between them. */
    private String title(Event event, int length) {
        StringBuilder title = new StringBuilder();
        for (int i = 0; i < length; i++) {
            append(title, event, i % 3 == 2 ? common(event) : event.own()[random.nextInt(10)]);
        }
        return capital(title.toString());
    }

    private String lead(Event event) {
        StringBuilder lead = new StringBuilder("<p>");
        for (int i = 0; i < LEAD_WORDS; i++) {
            String word = i % 2 == 1 ? common(event) : event.own()[random.nextInt(event.own().length)];
            append(lead, event, word);
            if (i % 15 == 14) {
                lead.append(event.script() == 4 ? "。" : ". ");
            }
        }
        return lead.append("</p><p><a href=\"https://example.org\">Continue reading</a></p>")
                .toString();
    }

    private static void append(StringBuilder text, Event event, String word) {
        text.append(word);
        if (event.script() < 4) {
            text.append(' ');
        }
    }

    /** Two of three are of those that every text has; of the others, the word of rank r stands r times more seldom than the first. */
    private String common(Event event) {
        String[] frequent = FREQUENT.get(event.script());
        return random.nextInt(3) < 2
                ? frequent[random.nextInt(frequent.length)]
                : words.get(event.script())[(int) Math.pow(WORDS, random.nextDouble()) - 1];
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private void add(List<Weighed> entries, Event event, String title, String summary) {
        int number = entries.size();
        String host = "paper" + random.nextInt(2000) + ".example";
        Instant at = event.at().plus(Duration.ofMinutes(random.nextInt(360)));
        Entry entry = new Entry(
                "https://" + host + "/news/" + number,
                URI.create("https://" + host + "/news/story-" + number),
                null,
                "id-" + number,
                title,
                "",
                at,
                null,
                summary,
                "",
                List.of(),
                0,
                0,
                null,
                null,
                false,
                number % 50);
        FiledEntry filed = new FiledEntry(entry, "https://" + host + "/feed", host, "news", at);
        entries.add(new Weighed(filed, random.nextInt(5), at, 0, 1000));
    }
}
