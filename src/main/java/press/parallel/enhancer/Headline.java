package press.parallel.enhancer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The story's headline as the page shows it: what the page's title holds, in a heading if it can be; where nothing is as the title says,
 * the first first-rank heading.
 *
 * @param element where it stands, null when it was not found
 * @param text without the anchor at its end, "" when it was not found
 */
record Headline(@Nullable Element element, String text) {
    private static final int MOST = 20;
    private static final int LONGEST = 400;

    /** The part of the title that a line must be, when it is no heading. */
    private static final double MUCH = 0.4;

    private static final int FEW_LETTERS = 8;

    /** What stands before a title in tables. */
    private static final Set<String> LABELS = Set.of(
            "title", "titel", "titre", "título", "titolo", "tytuł", "제목", "件名", "題名", "标题", "標題", "тема", "subject",
            "betreff");

    private record Candidate(Element element, String text, double share, boolean first, boolean inStory) {}

    /** @param titles what the page says that its title is */
    static Headline of(Marks marks, List<String> titles, String site) {
        List<String> letters = titles.stream()
                .filter(title -> !title.isEmpty() && title.length() <= LONGEST)
                .map(Edges::letters)
                .toList();
        Candidate first = null;
        Candidate other = null;
        int left = MOST;
        for (Marks.Mark mark : marks.all(Headline::isFirstRank)) {
            if (left-- == 0) {
                break;
            }
            Candidate one = candidate(mark.element(), letters, true, mark.inStory());
            if (!one.text().isEmpty() && (first == null || isBetter(one, first))) {
                first = one;
            }
        }
        for (Marks.Mark mark : marks.titled()) {
            Candidate one = candidate(mark.element(), letters, false, mark.inStory());
            boolean telling = Edges.letters(one.text()).length() >= FEW_LETTERS
                    && !one.text().equalsIgnoreCase(site);
            if (telling && one.share() >= MUCH && (other == null || isBetter(one, other))) {
                other = one;
            }
        }
        Candidate best = first;
        if (other != null && (first == null || (isOfSite(first, site) && other.share() > first.share() + 0.2))) {
            best = other;
        }
        if (best == null) {
            Element cell = labelled(marks);
            Element named = cell != null ? cell : marks.first(mark -> mark.isTitle() && isLine(mark.element()));
            return named == null ? new Headline(null, "") : new Headline(named, clean(named));
        }
        return new Headline(best.element(), best.text());
    }

    private static boolean isFirstRank(Marks.Mark mark) {
        return mark.is("h1")
                || (mark.says("role", "heading") && mark.says("aria-level", "1"))
                || (mark.says("itemprop", "headline") && !mark.is("meta"));
    }

    private static boolean isBetter(Candidate one, Candidate other) {
        if (Math.abs(one.share() - other.share()) > 0.2) {
            return one.share() > other.share();
        }
        if (one.share() > 0 && !one.first()) {
            return isHeading(one.element()) && !isHeading(other.element());
        }
        return one.inStory() && !other.inStory();
    }

    private static boolean isHeading(Element element) {
        Element around = element.parent();
        return isRanked(element) || (around != null && isRanked(around));
    }

    private static boolean isRanked(Element element) {
        String name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }

    /** Whether a heading is the name of a site or a board: a small part of the title. */
    private static boolean isOfSite(Candidate heading, String site) {
        return heading.text().equalsIgnoreCase(site) || (heading.share() > 0 && heading.share() < MUCH);
    }

    private static Candidate candidate(Element element, List<String> titles, boolean first, boolean inStory) {
        String text = clean(element);
        String letters = Edges.letters(text);
        double share = 0;
        for (String title : titles) {
            if (letters.isEmpty() || title.isEmpty()) {
                continue;
            }
            if (title.contains(letters)) {
                share = Math.max(share, (double) letters.length() / title.length());
            } else if (letters.startsWith(title)) {
                share = 1;
            }
        }
        return new Candidate(element, text, share, first, inStory);
    }

    private static boolean isLine(Element element) {
        String text = clean(element);
        return text.length() > FEW_LETTERS && text.length() < LONGEST / 2 && Words.count(text) >= 3;
    }

    /** The cell beside the one that says "title". */
    private static @Nullable Element labelled(Marks marks) {
        for (Marks.Mark mark : marks.labels()) {
            Element next = mark.element().nextElementSibling();
            if (next != null && LABELS.contains(label(mark.element())) && isLine(next)) {
                return next;
            }
        }
        return null;
    }

    private static String label(Element element) {
        return element.ownText().replace(":", "").strip().toLowerCase(Locale.ROOT);
    }

    /** Its text without the sign of an anchor at the end, "" when it is too long for a headline. */
    private static String clean(Element element) {
        if (!Box.isSizeOf(element)) {
            return "";
        }
        String text = element.text().strip();
        while (!text.isEmpty() && "¶#§🔗".indexOf(text.codePointBefore(text.length())) >= 0) {
            text = text.substring(0, text.length() - Character.charCount(text.codePointBefore(text.length())))
                    .strip();
        }
        return text.length() > LONGEST ? "" : text;
    }
}
