package press.parallel.enhancer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import press.parallel.enhancer.LabelledPages.Said;
import press.parallel.enhancer.LabelledPages.Score;
import press.parallel.enhancer.LabelledPages.Verdict;

/**
 * How well the press finds the text of a page, as tables: F1, precision and recall on the labelled pages by half, language and kind; what
 * it tells of title, author and day; and which pages it tells from articles.
 *
 * <p>Run by {@code mvn -q -B -P articles process-test-classes}.
 */
public final class ArticleQuality {
    private static final int WORST = 10;
    private static final int MIN_WORDS = 40;

    private ArticleQuality() {}

    public static void main(String[] none) {
        List<Score> scores = LabelledPages.scores();
        System.out.printf("%-24s %6s %9s %10s %7s%n", "labelled pages", "pages", "F1", "precision", "recall");
        print("all", scores);
        printBy(scores, Score::half);
        printBy(scores, Score::language);
        printBy(scores, Score::kind);
        System.out.printf("%nthe worst%n");
        scores.stream()
                .sorted(Comparator.comparingDouble(Score::f1))
                .limit(WORST)
                .forEach(score -> print(score.name(), List.of(score)));
        printSaid(LabelledPages.said());
        List<Verdict> verdicts = LabelledPages.verdicts();
        long right =
                verdicts.stream().filter(verdict -> verdict.isRight(MIN_WORDS)).count();
        System.out.printf("%narticles told from other pages: %d of %d%n", right, verdicts.size());
        verdicts.stream()
                .filter(verdict -> !verdict.isRight(MIN_WORDS))
                .forEach(verdict -> System.out.printf(
                        "  %-34s is %s, was taken for %s with %d words%n",
                        verdict.name(), verdict.kind(), verdict.told(), verdict.words()));
    }

    private static void printSaid(List<Said> said) {
        System.out.printf("%n%-24s %6s %9s %10s%n", "told beside the text", "pages", "right", "of half b");
        said.stream().collect(groupingBy(Said::field, TreeMap::new, toList())).forEach((field, all) -> {
            List<Said> heldOut =
                    all.stream().filter(one -> one.half().equals("b")).toList();
            System.out.printf("%-24s %6d %9d %6d/%d%n", field, all.size(), right(all), right(heldOut), heldOut.size());
        });
        said.stream()
                .filter(one -> !one.isRight())
                .forEach(one -> System.out.printf(
                        "  %-34s %s is \"%s\", was taken for \"%s\"%n",
                        one.name(), one.field(), one.wanted(), one.found()));
    }

    private static long right(List<Said> said) {
        return said.stream().filter(Said::isRight).count();
    }

    private static void printBy(List<Score> scores, Function<Score, String> by) {
        System.out.println();
        scores.stream().collect(groupingBy(by, TreeMap::new, toList())).forEach(ArticleQuality::print);
    }

    private static void print(String name, List<Score> scores) {
        System.out.printf(
                "%-34s %6d %6.3f %8.3f %8.3f%n",
                name,
                scores.size(),
                LabelledPages.f1(scores),
                LabelledPages.precision(scores),
                LabelledPages.recall(scores));
    }
}
