package press.parallel.newsstand;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One publisher's telling of one event: what a feed offers and where its article stands.
 *
 * @param facts what happened, shared by all who tell of it
 * @param link address of the article
 * @param headline this publisher's wording
 * @param published when this publisher printed it
 */
record Report(
        Theme theme,
        Grammar grammar,
        Grammar.Plot plot,
        Telling.Facts facts,
        URI link,
        String headline,
        String author,
        Instant published) {
    /** What a passage of an article is. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        QUOTE,
        ITEM
    }

    /** A passage of an article, as plain text. */
    record Passage(Kind kind, String text) {}

    String publisher() {
        return link.getHost();
    }

    /** The publisher's domain as readers say it. */
    String site() {
        return publisher().replaceFirst("^www\\.", "");
    }

    /** The first paragraph. */
    String summary() {
        Random dice = dice();
        return lead(telling(dice), dice);
    }

    /**
     * The whole text, the same every time: lead, the plot's paragraphs with a sub-heading and a quote, a list where the plot has one, the
     * theme's background in the publisher's measure, an ending. 250 to 900 words.
     */
    List<Passage> passages() {
        Random dice = dice();
        Telling telling = telling(dice);
        List<Passage> text = new ArrayList<>();
        text.add(new Passage(Kind.PARAGRAPH, lead(telling, dice)));
        List<String> paragraphs = plot.lines('P');
        List<String> background = new ArrayList<>(grammar.words(plot, "background"));
        Collections.shuffle(background, dice);
        int measure = dice.nextInt(8);
        for (int i = 0; i < paragraphs.size(); i++) {
            add(text, Kind.PARAGRAPH, telling, paragraphs.get(i));
            if (i == 1) {
                add(text, Kind.QUOTE, telling, any(plot.lines('Q'), dice));
            }
            if (i == 2) {
                add(text, Kind.HEADING, telling, any(plot.lines('S'), dice));
            }
            if (i > 1 && i - 2 < measure) {
                add(text, Kind.PARAGRAPH, telling, background.get(i));
            }
        }
        if (!plot.lines('*').isEmpty()) {
            add(text, Kind.PARAGRAPH, telling, plot.lines('I').get(0));
            plot.lines('*').forEach(item -> add(text, Kind.ITEM, telling, item));
        }
        for (int i = paragraphs.size(); i < Math.min(background.size(), measure + 2); i++) {
            add(text, Kind.PARAGRAPH, telling, background.get(i));
        }
        add(text, Kind.PARAGRAPH, telling, any(grammar.words(plot, "ending"), dice));
        return List.copyOf(text);
    }

    private Random dice() {
        return Seed.random("text", link);
    }

    private Telling telling(Random dice) {
        return new Telling(grammar, plot, facts, dice.nextLong());
    }

    private String lead(Telling telling, Random dice) {
        return telling.tell(any(plot.lines('L'), dice));
    }

    private static void add(List<Passage> text, Kind kind, Telling telling, String template) {
        text.add(new Passage(kind, telling.tell(template)));
    }

    private static String any(List<String> ways, Random dice) {
        return ways.get(dice.nextInt(ways.size()));
    }
}
