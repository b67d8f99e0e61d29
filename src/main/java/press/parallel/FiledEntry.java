package press.parallel;

import java.time.Instant;

/**
 * An entry as it lies in the newsroom: with the feed that brought it and the time it was first seen.
 *
 * @param entry what the feed offered; the statistics are the largest that this feed ever gave
 * @param feed address of the feed, as in the feed list
 * @param feedTitle the feed's own title, or its host when it has none
 * @param section id of the section that lists the feed, "" where keywords decide
 * @param firstSeen when the newsroom first saw it
 * @param assessment what it is worth by itself
 */
public record FiledEntry(
        Entry entry, String feed, String feedTitle, String section, Instant firstSeen, Assessment assessment) {
    public FiledEntry(Entry entry, String feed, String feedTitle, String section, Instant firstSeen) {
        this(entry, feed, feedTitle, section, firstSeen, Assessment.NONE);
    }

    /** When the story happened as far as we know: published, else updated, else first seen; never after first seen. */
    public Instant date() {
        Instant said = entry.published() != null ? entry.published() : entry.updated();
        return said == null || said.isAfter(firstSeen) ? firstSeen : said;
    }

    /** Whether it was assessed by these rules, while its feed stood in the section that it stands in now. */
    public boolean isAssessedBy(String rules) {
        return assessment.rules().equals(Assessment.rules(rules, section));
    }

    /** The same with another assessment. */
    public FiledEntry with(Assessment other) {
        return new FiledEntry(entry, feed, feedTitle, section, firstSeen, other);
    }
}
