package press.parallel.enhancer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages of src/test/resources/articles with their true text, and how near the press comes to it.
 *
 * <p>A text is its list of words, and that the bag of its runs of four words. Precision is the mean over the pages of the share of the
 * press's runs that are true, recall that of the true runs that the press has, F1 the harmonic mean of the two means: the measure of the
 * <a href="https://github.com/scrapinghub/article-extraction-benchmark">article extraction benchmark</a>.
 */
final class LabelledPages {
    private static final Pattern WORD = Pattern.compile("[\\w]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int RUN = 4;

    /** Characters of a day in ISO 8601. */
    private static final int DAY = 10;

    private static final Pattern ZONE = Pattern.compile("[+-]\\d\\d:?\\d\\d$");
    private static final String FOLDER = "/articles/";

    private LabelledPages() {}

    /**
     * What came of one page.
     *
     * @param precision 0 to 1
     * @param recall 0 to 1
     */
    record Score(String name, String half, String kind, String language, double precision, double recall) {
        double f1() {
            return harmonic(precision, recall);
        }
    }

    /**
     * What one page was said to tell of its article beside the text, and what it tells.
     *
     * @param field what it is: title, author or day
     * @param wanted "" where the page does not tell
     */
    record Said(String name, String half, String field, String wanted, String found) {
        boolean isRight() {
            return wanted.equals(found);
        }
    }

    /**
     * What was told of one page that may be no article.
     *
     * @param kind what it is
     * @param told what the press says it is, null when it takes it for an article
     * @param words found on it
     */
    record Verdict(String name, String kind, Obstacle told, int words) {
        /** Whether it is printed or not, as it should be; a page with fewer words than {@code minWords} is not. */
        boolean isRight(int minWords) {
            boolean printed = told == null && words >= minWords;
            return printed == kind.equals("readable");
        }
    }

    /** Reads every page and compares. */
    static List<Score> scores() {
        List<Score> scores = new ArrayList<>();
        json("truth.json").fields().forEachRemaining(page -> {
            JsonNode truth = page.getValue();
            Map<String, Integer> wanted = runs(truth.path("articleBody").asText());
            Map<String, Integer> found = runs(read("pages/" + page.getKey()).text());
            double common = wanted.entrySet().stream()
                    .mapToInt(run -> Math.min(run.getValue(), found.getOrDefault(run.getKey(), 0)))
                    .sum();
            scores.add(new Score(
                    page.getKey(),
                    truth.path("half").asText(),
                    truth.path("kind").asText(),
                    truth.path("language").asText(),
                    found.isEmpty() ? 0 : common / sum(found),
                    common / sum(wanted)));
        });
        return scores;
    }

    /** Reads title, author and day of publication of every page whose truth has them; set c has the text only. */
    static List<Said> said() {
        List<Said> said = new ArrayList<>();
        json("truth.json").fields().forEachRemaining(page -> {
            JsonNode truth = page.getValue();
            if (!truth.path("title").isTextual()) {
                return;
            }
            Metadata about = read("pages/" + page.getKey()).about();
            String published = truth.path("published").asText("");
            Instant found = about.published();
            String half = truth.path("half").asText();
            said.add(new Said(page.getKey(), half, "title", truth.path("title").asText(""), about.title()));
            said.add(new Said(page.getKey(), half, "author", text(truth.path("author")), about.author()));
            said.add(new Said(page.getKey(), half, "day", day(text(truth.path("published"))), day(found, published)));
        });
        return said;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : "";
    }

    private static String day(String published) {
        return published.substring(0, Math.min(DAY, published.length()));
    }

    /** The day at the place of the page, or in UTC when that is the one that was wanted: pages often tell no zone. */
    private static String day(Instant found, String wanted) {
        if (found == null) {
            return "";
        }
        String day = day(found.toString());
        Matcher zone = ZONE.matcher(wanted);
        if (day.equals(day(wanted)) || !zone.find()) {
            return day;
        }
        return day(found.atOffset(ZoneOffset.of(zone.group())).toString());
    }

    /** Reads every page that may be no article. */
    static List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        json("kinds.json").fields().forEachRemaining(page -> {
            PageReading read = read("kinds/" + page.getKey());
            verdicts.add(
                    new Verdict(page.getKey(), page.getValue().path("kind").asText(), read.obstacle(), read.words()));
        });
        return verdicts;
    }

    static double precision(Collection<Score> scores) {
        return scores.stream().mapToDouble(Score::precision).average().orElse(0);
    }

    static double recall(Collection<Score> scores) {
        return scores.stream().mapToDouble(Score::recall).average().orElse(0);
    }

    static double f1(Collection<Score> scores) {
        return harmonic(precision(scores), recall(scores));
    }

    private static double harmonic(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double sum(Map<String, Integer> runs) {
        return runs.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How often each run of four words occurs; a shorter text is one run. */
    static Map<String, Integer> runs(String text) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            words.add(word.group());
        }
        Map<String, Integer> runs = new HashMap<>();
        for (int i = 0; i == 0 || i + RUN <= words.size(); i++) {
            if (!words.isEmpty()) {
                runs.merge(String.join(" ", words.subList(i, Math.min(i + RUN, words.size()))), 1, Integer::sum);
            }
        }
        return runs;
    }

    private static PageReading read(String name) {
        URI address = URI.create("https://labelled.example/" + name);
        return new ArticleReader().page(bytes(name + ".html"), address, "", address, 1);
    }

    private static JsonNode json(String name) {
        try {
            return JsonMapper.builder().build().readTree(bytes(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream page = LabelledPages.class.getResourceAsStream(FOLDER + name)) {
            return page.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
