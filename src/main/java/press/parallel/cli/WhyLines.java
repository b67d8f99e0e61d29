package press.parallel.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import press.parallel.Decision;
import press.parallel.PastEdition;
import press.parallel.Verdict;
import press.parallel.Why;

/** What {@code why} prints. */
final class WhyLines {
    private static final int MOST = 10;

    private final WhyAnswer answer;
    private final ZoneId zone;

    WhyLines(WhyAnswer answer, ZoneId zone) {
        this.answer = answer;
        this.zone = zone;
    }

    /** On the one story that was found; empty when there is none. */
    List<String> story() {
        Why why = answer.why();
        PastEdition edition = answer.edition();
        if (why == null || edition == null) {
            return List.of();
        }
        Decision story = why.story();
        List<String> lines = new ArrayList<>();
        lines.add(story.title());
        lines.add(story.link().toString());
        lines.add("from " + story.feedTitle() + ", " + Figures.moment(story.date(), zone));
        if (!why.section().isEmpty()) {
            lines.add("section " + why.section() + ", "
                    + (story.words().isEmpty()
                            ? "without a keyword"
                            : "by its words " + String.join(", ", story.words())));
        }
        lines.add("");
        lines.add("edition " + edition.id() + ": " + why.became());
        if (!story.parts().isEmpty()) {
            lines.add("score " + Figures.number(story.score()) + " = " + sum(story));
        }
        why.facts().forEach(fact -> lines.add(Character.toUpperCase(fact.charAt(0)) + fact.substring(1) + "."));
        return lines;
    }

    /** Such as {@code 1,000 base + 500 static source}; what is below zero is told to be counted as zero. */
    private static String sum(Decision story) {
        StringBuilder sum = new StringBuilder();
        for (Map.Entry<String, Long> part : story.parts().entrySet()) {
            long value = part.getValue();
            sum.append(sum.isEmpty() ? (value < 0 ? "−" : "") : value < 0 ? " − " : " + ")
                    .append(Figures.number(Math.abs(value)))
                    .append(' ')
                    .append(part.getKey());
        }
        return sum + (story.sum() < 0 ? ", which is " + Figures.signed(story.sum()) + " and counts as 0" : "");
    }

    /** Why there is no answer, and what may have been meant; empty when there is one. */
    List<String> problem() {
        if (answer.why() != null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(answer.problem());
        answer.hits().stream().limit(MOST).forEach(hit -> lines.add(line(hit)));
        if (answer.hits().size() > MOST) {
            lines.add("and " + (answer.hits().size() - MOST) + " more");
        }
        if (!answer.nearest().isEmpty()) {
            lines.add("the nearest titles are");
            answer.nearest().forEach(near -> lines.add(line(near)));
        }
        return lines;
    }

    private static String line(Decision story) {
        return "'" + story.title() + "' " + story.link() + " ("
                + (story.verdict() == Verdict.PRINTED
                        ? "printed, "
                        : story.verdict().words() + ", ")
                + story.feedTitle() + ")";
    }
}
