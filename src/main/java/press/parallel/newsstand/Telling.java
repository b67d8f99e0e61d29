package press.parallel.newsstand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns templates into sentences. {@code [town]} is a fact: the same wherever the event is told; {@code [town2]} is another one of the list,
 * {@code [Town]} begins with a capital, {@code [person.last]} is the last word alone. {@code {quiet|calm}} is the teller's choice and may fall
 * otherwise each time. One telling belongs to one thread.
 */
final class Telling {
    /**
     * What happened: two events with one seed and different turns draw different values while a list lasts.
     *
     * @param turn from 0
     */
    record Facts(long seed, int turn) {}

    private static final Pattern FACT = Pattern.compile("([A-Za-z-]+)([1-9]?)(\\.last)?");
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\.\\.(\\d+)(?:/(\\d+))?");

    private final Grammar grammar;
    private final Grammar.Plot plot;
    private final Facts facts;
    private final Random choices;

    /** @param teller seed of the wording */
    Telling(Grammar grammar, Grammar.Plot plot, Facts facts, long teller) {
        this.grammar = grammar;
        this.plot = plot;
        this.facts = facts;
        this.choices = new Random(teller);
    }

    String tell(String template) {
        return tell(template, 1).replace("s's ", "s' ");
    }

    private String tell(String template, int number) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c != '[' && c != '{') {
                out.append(c);
                continue;
            }
            int end = template.indexOf(c == '[' ? ']' : '}', i);
            String inside = template.substring(i + 1, end);
            if (c == '[') {
                out.append(fact(inside, number));
            } else {
                String[] ways = inside.split("\\|", -1);
                out.append(tell(ways[choices.nextInt(ways.length)], number));
            }
            i = end;
        }
        return out.toString();
    }

    private String fact(String reference, int number) {
        Matcher parts = FACT.matcher(reference);
        if (!parts.matches()) {
            throw new IllegalStateException("newsstand plot '" + plot.name() + "': cannot read [" + reference + "]");
        }
        String asked = parts.group(1);
        String name = Character.toLowerCase(asked.charAt(0)) + asked.substring(1);
        int which = parts.group(2).isEmpty() ? number : Integer.parseInt(parts.group(2));
        String value = value(name, which);
        if (parts.group(3) != null) {
            value = value.substring(value.lastIndexOf(' ') + 1);
        }
        return asked.equals(name) ? value : Character.toUpperCase(value.charAt(0)) + value.substring(1);
    }

    private String value(String name, int which) {
        List<String> values = grammar.words(plot, name);
        Matcher range = RANGE.matcher(values.get(0));
        if (range.matches()) {
            int from = Integer.parseInt(range.group(1));
            int step = range.group(3) == null ? 1 : Integer.parseInt(range.group(3));
            int steps = (Integer.parseInt(range.group(2)) - from) / step;
            int number = from + step * Seed.random(facts, name, which).nextInt(steps + 1);
            return String.format(Locale.ROOT, "%,d", number);
        }
        List<String> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, Seed.random(facts.seed(), name));
        return tell(shuffled.get((facts.turn() + which - 1) % shuffled.size()), which);
    }
}
